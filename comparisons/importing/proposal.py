"""The result of an import: a proposal, or the reason why there is none."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from comparisons.models.account import TEXT_LENGTH
from comparisons.texts.anchors import clean_text, first_bad_character


class CannotImport(ValueError):
    """The sentence says why, for the editor."""


@dataclass(frozen=True)
class Proposal:
    """A text, and what was found about it. Empty: not found. Nothing of it is saved."""

    text: str
    title: str = ""
    issued_at: str = ""
    language: str = ""
    source_url: str = ""
    via: str = ""
    captured_at: str = ""
    notes: tuple[str, ...] = ()
    """How the text was obtained, what was left out, and what the editor should look at."""


def checked_text(text: str) -> str:
    """The text as it can be stored as evidence. CannotImport: empty, too long, or with a control character."""
    text = clean_text(text)
    if not text.strip():
        raise CannotImport(_("There is no text in it."))
    if len(text) > TEXT_LENGTH:
        message = _("The text has %(length)d characters; a text has at most %(limit)d.")
        raise CannotImport(message % {"length": len(text), "limit": TEXT_LENGTH})
    bad = first_bad_character(text)
    if bad:
        offset, character = bad
        line = text.count("\n", 0, offset) + 1
        message = _("Character %(place)d, in line %(line)d, is the control character U+%(code)s, which cannot be kept.")
        raise CannotImport(message % {"place": offset + 1, "line": line, "code": f"{ord(character):04X}"})
    return text
