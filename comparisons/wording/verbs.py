"""What parties said, by position: the verb of each, for one party, for two and for more."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comparisons.comparison.standings import StandingShown

from .names import are_counted, counted, subject


@dataclass(frozen=True)
class Verb:
    """What parties said, by their number. Where two or more have no words of their own, those of one stand."""

    one: Promise
    two: Promise | None = None
    more: Promise | None = None
    """Of three parties and more; those of two where there are none."""

    counted: Promise | None = None
    """Of so many that their number stands for their names."""

    def of(self, standings: tuple[StandingShown, ...], total: int) -> str:
        """The clause; nothing where nobody said it. `total` is the number of all parties compared."""
        if self.counted and are_counted(standings):
            return str(self.counted) % {"parties": counted(standings, total)}
        words = {0: "", 1: self.one, 2: self.two or self.one}.get(len(standings), self.more or self.two or self.one)
        return str(words) % {"parties": subject(standings)}


SAID_SO = Verb(
    _("%(parties)s said so"),
    _("%(parties)s both said so"),
    _("%(parties)s all said so"),
    pgettext_lazy("counted", "%(parties)s said so"),
)
IN_PART = Verb(
    _("%(parties)s said so in part"),
    _("%(parties)s both said so in part"),
    _("%(parties)s all said so in part"),
    pgettext_lazy("counted", "%(parties)s said so in part"),
)
SAID_BOTH = Verb(
    _("%(parties)s contradicts itself"),
    _("%(parties)s each contradict themselves"),
    None,
    pgettext_lazy("counted", "%(parties)s contradict themselves"),
)
DENIED = Verb(
    _("%(parties)s denied it"),
    _("%(parties)s both denied it"),
    _("%(parties)s all denied it"),
    pgettext_lazy("counted", "%(parties)s denied it"),
)
DECLINED = Verb(
    _("%(parties)s was asked and would not say"),
    _("%(parties)s were asked and would not say"),
    None,
    pgettext_lazy("counted", "%(parties)s were asked and would not say"),
)

GAVE_A_FIGURE = Verb(
    _("%(parties)s gave a figure"),
    _("%(parties)s gave figures"),
    None,
    pgettext_lazy("counted", "%(parties)s gave figures"),
)
THE_SAME = Verb(
    GAVE_A_FIGURE.one,
    _("%(parties)s gave the same figure"),
    None,
    pgettext_lazy("counted", "%(parties)s gave the same figure"),
)
APART = Verb(
    GAVE_A_FIGURE.one,
    _("%(parties)s gave figures that do not overlap"),
    _("%(parties)s gave figures that do not all overlap"),
    pgettext_lazy("counted", "%(parties)s gave figures that do not all overlap"),
)
DIFFERING = Verb(
    GAVE_A_FIGURE.one,
    _("%(parties)s gave figures that differ but do not exclude each other"),
    None,
    pgettext_lazy("counted", "%(parties)s gave figures that differ but do not exclude each other"),
)
QUALIFIED = Verb(
    _("%(parties)s gave a qualified figure"),
    _("%(parties)s gave qualified figures"),
    None,
    pgettext_lazy("counted", "%(parties)s gave qualified figures"),
)
SEVERAL_ANSWERS = Verb(
    _("%(parties)s gave more than one answer"),
    _("%(parties)s each gave more than one answer"),
    None,
    pgettext_lazy("counted", "%(parties)s gave more than one answer"),
)
