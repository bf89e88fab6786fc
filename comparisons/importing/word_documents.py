"""The text of a Word document (.docx): deletions, footnotes and what is no paragraph are left out."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

import docx
from django.utils.translation import gettext as _
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from comparisons.models.fields import LONG

from .proposal import CannotImport

# A file packed small may be large: what it unpacks to is bounded before anything is unpacked.
UNPACKED_AT_MOST = 50 * 1024 * 1024
MAIN_PART_AT_MOST = 20 * 1024 * 1024
PARTS_AT_MOST = 2000

PARAGRAPH = qn("w:p")
DELETED = {qn("w:del"), qn("w:moveFrom")}
# A text box is in the file twice, for newer and older programs.
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT_OF_PARAGRAPHS = {*DELETED, FALLBACK, qn("w:pPr"), qn("w:rPr"), qn("w:txbxContent")}
CHARACTERS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "\u2011"}


def text_of_word_document(raw: bytes) -> tuple[str, str, list[str]]:
    """The text, a blank line between its paragraphs, those in tables included; the title; notes for the editor."""
    _check_package(raw)
    try:
        document = docx.Document(BytesIO(raw))
        body = document.element.body
        title = document.core_properties.title
        # Word writes no such thing, and an entity would be words that are not in the text.
        is_declared = bool(document.element.getroottree().docinfo.doctype)
    except Exception:  # a broken file fails in as many ways as it has parts
        raise CannotImport(_("This is not a Word document (.docx), or it is damaged.")) from None
    if is_declared:
        raise CannotImport(_("This is not a Word document (.docx), or it is damaged."))
    text = "\n\n".join(words for words in _paragraphs(body) if words.strip())
    return text, (title or "").strip()[:LONG], list(left_out_notes(body))


def left_out_notes(body: BaseOxmlElement) -> Iterator[str]:
    """What the import leaves out of this document, for the editor."""
    if any(next(body.iter(tag), None) is not None for tag in DELETED):
        yield _("The file has tracked changes: what was deleted in it is left out.")
    if next(body.iter(qn("w:footnoteReference"), qn("w:endnoteReference")), None) is not None:
        yield _("The file has footnotes, which are left out.")


def _check_package(raw: bytes) -> None:
    try:
        parts = ZipFile(BytesIO(raw)).infolist()
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        message = _("This is not a Word document (.docx): it is damaged, of another kind or protected by a password.")
        raise CannotImport(message) from None
    # The sizes that the directory declares are also as far as ZipFile reads.
    main = max((part.file_size for part in parts if part.filename.endswith("document.xml")), default=0)
    if (
        len(parts) > PARTS_AT_MOST
        or main > MAIN_PART_AT_MOST
        or sum(part.file_size for part in parts) > UNPACKED_AT_MOST
    ):
        message = _("The file unpacks to more than %(limit)d MB, or into too many parts.")
        raise CannotImport(message % {"limit": UNPACKED_AT_MOST // 2**20})


def _paragraphs(body: BaseOxmlElement) -> Iterator[str]:
    for paragraph in body.iter(PARAGRAPH):
        if not any(above.tag == FALLBACK or above.tag in DELETED for above in paragraph.iterancestors()):
            yield "".join(_words(paragraph))


def _words(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in CHARACTERS:
            yield CHARACTERS[child.tag]
        elif child.tag not in LEFT_OUT_OF_PARAGRAPHS:
            yield from _words(child)
