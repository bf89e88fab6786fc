"""Import of a text from a file, a web page or the clipboard, as a proposal that an editor corrects."""

from .files import BYTES_AT_MOST, SUFFIXES, from_file, from_paste
from .proposal import CannotImport, Proposal
from .web import from_web

__all__ = ["BYTES_AT_MOST", "SUFFIXES", "CannotImport", "Proposal", "from_file", "from_paste", "from_web"]
