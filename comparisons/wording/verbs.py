"""What parties said, by position: the verb of each, for one party, for two and for more."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.accounts import PartyShown

from .names import names


@dataclass(frozen=True)
class Verb:
    """What parties said, by their number. Where two or more have no words of their own, those of one stand."""

    one: Promise
    two: Promise | None = None
    more: Promise | None = None
    """Of three parties and more; those of two where there are none."""

    def of(self, parties: Sequence[PartyShown]) -> str:
        """The clause; nothing where nobody said it."""
        words = {0: "", 1: self.one, 2: self.two or self.one}.get(len(parties), self.more or self.two or self.one)
        return str(words) % {"parties": names(parties)}


SAID_SO = Verb(_("%(parties)s said so"), _("%(parties)s both said so"), _("%(parties)s all said so"))
IN_PART = Verb(_("%(parties)s said so in part"))
ALL_IN_PART = Verb(IN_PART.one, _("%(parties)s both said so in part"), IN_PART.one)
SAID_BOTH = Verb(
    _("%(parties)s said both that it was so and that it was not so"),
    _("%(parties)s each said both that it was so and that it was not so"),
)
DENIED = Verb(_("%(parties)s said it was not so"))
ALL_DENIED = Verb(DENIED.one, _("%(parties)s both said it was not so"), _("%(parties)s all said it was not so"))
OPPOSITE = Verb(_("%(parties)s said the opposite"))

GAVE_A_FIGURE = Verb(_("%(parties)s gave a figure"), _("%(parties)s gave figures"))
THE_SAME = Verb(GAVE_A_FIGURE.one, _("%(parties)s gave the same figure"))
APART = Verb(
    GAVE_A_FIGURE.one,
    _("%(parties)s gave figures that do not overlap"),
    _("%(parties)s gave figures that do not all overlap"),
)
DIFFERING = Verb(GAVE_A_FIGURE.one, _("%(parties)s gave figures that differ but do not exclude each other"))
QUALIFIED = Verb(_("%(parties)s gave a qualified figure"), _("%(parties)s gave qualified figures"))
SEVERAL_ANSWERS = Verb(_("%(parties)s gave more than one answer"), _("%(parties)s each gave more than one answer"))
