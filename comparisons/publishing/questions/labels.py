"""The words in which the desk asks: each kind with its count, and what an editor is to consider."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .values import Kind


@dataclass(frozen=True)
class Label:
    counted: Promise
    """With `count` and `total`."""
    considered: Promise


LABELS = {
    Kind.NOTE_MISSING: Label(
        _("In part, by implication or denied by report, without a note: %(count)s of %(total)s"),
        _("Readers wonder which part, from what, or how the report puts it. Can a note say so?"),
    ),
    Kind.NOTE_REFERS_TO_NONE: Label(
        _("Notes that refer to something that is not there: %(count)s of %(total)s"),
        _("Is what it refers to called otherwise now, or was it taken away?"),
    ),
    Kind.QUOTE_CUT: Label(
        _("Quotes cut within a word, or of one word alone: %(count)s of %(total)s"),
        _("Is the whole passage marked?"),
    ),
    Kind.QUOTED_FOR_AND_AGAINST: Label(
        _("Claims for and against which one side is quoted with the same words: %(count)s of %(total)s"),
        _("Do the same words say both?"),
    ),
    Kind.PART_OF_WHAT: Label(
        _("In part, with no word in common with the claim or the other side: %(count)s of %(total)s"),
        _("Do the words quoted affirm a part of this claim?"),
    ),
    Kind.NOTES_SHARE_NO_WORD: Label(
        _("Contradictions on which the notes of both sides share no word: %(count)s of %(total)s"),
        _("Their notes share no word. Do both accounts speak of the same thing?"),
    ),
    Kind.CLAIM_WITHOUT_QUESTION: Label(
        _("Claims without a question: %(count)s of %(total)s"),
        _("Can each be asked? A claim that has no question heads its page as a claim, in quotation marks."),
    ),
    Kind.QUOTE_WITHOUT_TRANSLATION: Label(
        _("Quotes in another language without a translation: %(count)s of %(total)s"),
        _("Can whoever does not read that language follow the quotes?"),
    ),
    Kind.ACCOUNT_WITHOUT_LINK: Label(
        _("Accounts without a link: %(count)s of %(total)s"),
        _("Can readers see the original, or a copy in an archive?"),
    ),
}
