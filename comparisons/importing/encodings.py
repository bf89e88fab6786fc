"""Decodes bytes: by a byte order mark, by a declared encoding, or as UTF-8. Never by a guess."""

import codecs
from dataclasses import dataclass

from django.utils.translation import gettext as _

from .proposal import CannotImport

MARKS = [
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
]

# As Python calls them. It knows more "encodings" than texts are written in: idna, unicode_escape, utf-7.
DECLARABLE = {
    *("utf-8", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "cp866", "mac-cyrillic", "tis-620"),
    *("gb2312", "gbk", "gb18030", "big5", "big5hkscs", "shift_jis", "cp932", "euc_jp", "iso2022_jp", "euc_kr", "cp949"),
    *(f"cp{number}" for number in range(1250, 1259)),
    *(f"iso8859-{number}" for number in range(2, 17) if number not in (9, 11, 12)),
}
# What browsers read under these names.
READ_AS = {"ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "utf-16": "utf-16-le"}


@dataclass(frozen=True)
class Decoded:
    text: str
    encoding: str
    """As people write it: UTF-8, WINDOWS-1251."""


def decode(raw: bytes, declared: str = "") -> Decoded:
    """The text, strictly: by its byte order mark, else as declared, else as UTF-8, which cannot be mistaken.

    CannotImport names the byte that does not fit, or the encoding that nobody knows.
    """
    for mark, name in MARKS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], name, skipped=len(mark))
    return _strictly(raw, _known(declared) if declared else "utf-8")


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        name = ""
    name = READ_AS.get(name, name)
    if name not in DECLARABLE:
        raise CannotImport(_("“%(name)s” is no known encoding of a text.") % {"name": declared[:50]})
    return name


def _strictly(raw: bytes, name: str, skipped: int = 0) -> Decoded:
    encoding = name.replace("cp125", "windows-125").upper()
    try:
        return Decoded(raw.decode(name), encoding)
    except UnicodeDecodeError as error:
        place = skipped + error.start
        values = {"place": place + 1, "value": f"{raw[error.start]:02X}", "encoding": encoding}
    message = _("Byte %(place)d (%(value)s) is not %(encoding)s: the encoding is another one, or the text is damaged.")
    raise CannotImport(message % values)
