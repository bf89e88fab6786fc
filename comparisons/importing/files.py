"""Import of a pasted text, or of a file."""

from datetime import datetime
from pathlib import PurePath

from django.utils.translation import gettext as _

from comparisons.models.fields import LONG
from comparisons.moments import Moment

from .encodings import decode
from .html_pages import text_of_page
from .language_detection import detect_language
from .proposal import CannotImport, Proposal, checked_text
from .word_documents import text_of_word_document

SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx")
BYTES_AT_MOST = 5 * 1024 * 1024


def from_paste(text: str, *, now: datetime) -> Proposal:
    text = checked_text(text)
    return Proposal(text=text, language=detect_language(text), captured_at=Moment.of(now).text)


def from_file(name: str, raw: bytes, *, now: datetime, encoding: str = "") -> Proposal:
    """`encoding` is what the editor says of the file; a byte order mark knows better. CannotImport says why not."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise CannotImport(_("A file is one of %(suffixes)s.") % {"suffixes": ", ".join(SUFFIXES)})
    if len(raw) > BYTES_AT_MOST:
        raise CannotImport(_("The file is larger than %(limit)d MB.") % {"limit": BYTES_AT_MOST // 2**20})
    captured_at = Moment.of(now).text
    when = _("The time of capture is now; correct it if the text was taken from its source earlier.")
    if suffix in (".html", ".htm"):
        page = text_of_page(raw, encoding)
        return Proposal(
            text=page.text,
            title=page.title,
            issued_at=page.issued_at,
            language=page.language,
            captured_at=captured_at,
            notes=(*page.notes, when),
        )
    if suffix == ".docx":
        text, title, notes = text_of_word_document(raw)
    else:
        decoded = decode(raw, encoding)
        text, title = decoded.text, _heading(decoded.text) if suffix == ".md" else ""
        notes = [_("Read as %(encoding)s.") % {"encoding": decoded.encoding}]
    text = checked_text(text)
    language = detect_language(text)
    return Proposal(text=text, title=title, language=language, captured_at=captured_at, notes=(*notes, when))


def _heading(text: str) -> str:
    """The first line, where it is a heading."""
    first = text.lstrip().partition("\n")[0]
    return first.removeprefix("# ").strip()[:LONG] if first.startswith("# ") else ""
