"""The main text of an HTML page, with its title, date and language; menus and notices are left out."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from django.utils.translation import gettext as _

from comparisons.models.fields import LANGUAGE_PATTERN, LONG
from comparisons.moments import Moment
from comparisons.texts.anchors import first_bad_character

from .encodings import decode
from .language_detection import detect_language
from .proposal import CannotImport, checked_text

# A page of as many tags as this is read in about 3 s; one that is made to take longer is left.
TAGS_AT_MOST = 100_000
SECONDS_AT_MOST = 15
# Where browsers look for it, which is the beginning.
CHARSET = re.compile(rb"""<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)


class Extracted(TypedDict):
    """What `html_extractor` writes; of a page that is no HTML the `text` alone, which is empty."""

    text: str
    has_main_text: bool
    title: str
    date: str
    published: str
    language: str


@dataclass(frozen=True)
class Page:
    text: str
    title: str
    issued_at: str
    language: str
    notes: tuple[str, ...]


def text_of_page(raw: bytes, charset: str = "") -> Page:
    """The page's main text, a blank line between its paragraphs. `charset` is what its server or its editor declares.

    White space is tidied, and lists and tables are marked with - and |. CannotImport: no text, or not to be read.
    """
    declared = charset or _charset_in(raw)
    decoded = decode(raw, declared)
    html = decoded.text if "<html" in decoded.text.lower() else f"<html><body>{decoded.text}</body></html>"
    if html.count("<") > TAGS_AT_MOST:
        message = _("The page has more than %(limit)d tags: paste its text instead.")
        raise CannotImport(message % {"limit": TAGS_AT_MOST})
    found = _extract_in_subprocess(html)
    text = checked_text("\n\n".join(line.rstrip() for line in found["text"].split("\n") if line.strip()))
    read_as = _("Read as %(encoding)s.") % {"encoding": decoded.encoding}
    notes = [read_as, *left_out_notes(decoded.text, has_main_text=found["has_main_text"])]
    issued_at = _moment(found["published"]) or _moment(found["date"])
    if issued_at:
        notes.append(_("The date is the one that the page gives, or seems to: check it."))
    title = " ".join(found["title"].split())[:LONG]
    return Page(text, title, issued_at, _language(found["language"]) or detect_language(text), tuple(notes))


def left_out_notes(html: str, *, has_main_text: bool) -> Iterator[str]:
    """What the import leaves out of this page, for the editor."""
    if first_bad_character(re.sub(r"[\r\f]", " ", html)):
        yield _("The page contains control characters, which were left out.")
    if has_main_text:
        yield _("The text was told from menus and notices by a program: compare it with the page.")
    else:
        yield _("No main text could be told from the rest: these are all words of the page. Take out the rest.")


def _extract_in_subprocess(html: str) -> Extracted:
    command = [sys.executable, "-I", str(Path(__file__).with_name("html_extractor.py"))]
    try:
        done = subprocess.run(command, input=html.encode(), capture_output=True, timeout=SECONDS_AT_MOST, check=True)
    except subprocess.SubprocessError:
        raise CannotImport(_("The page is too intricate to be read: paste its text instead.")) from None
    found: Extracted = json.loads(done.stdout)
    return found


def _charset_in(raw: bytes) -> str:
    found = CHARSET.search(raw[:4096])
    if not found:
        return ""
    name = found.group(1).decode("ascii", "replace")
    # The tag could not have been read if this were true.
    return "utf-8" if name.lower().startswith("utf-16") else name


def _moment(declared: str) -> str:
    with suppress(ValueError):
        return Moment.parse(re.sub(r"([+-]\d{2})(\d{2})$", r"\1:\2", declared.strip())).text
    return ""


def _language(declared: str) -> str:
    declared = declared.strip()
    return declared if re.match(LANGUAGE_PATTERN, declared) and len(declared) <= 35 else ""
