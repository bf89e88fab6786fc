"""Static files: which fonts a language is set in, and the style sheets and scripts that are made of others.

In development a browser follows the imports of an entry by itself. `collectstatic` puts what is imported in their place
(config/storage.py), so that a page asks for one file. An entry is nothing but imports, so that both give the same.
"""

import posixpath
import re
from collections.abc import Callable, Iterator

from django.conf import settings

Read = Callable[[str], str]
"""The text of a static file, by its name."""

CYRILLIC = {"ru"}
"""Languages that are written in it. They use the Latin files too, for digits and signs."""
IMPORT = re.compile(
    r"""^(?:@import url\("(?P<sheet>[^"]+)"\)(?: (?P<media>[\w-]+))?|import "(?P<script>[^"]+)");$""", re.MULTILINE
)
REMARK = re.compile(r"/\*.*?\*/|^//.*$", re.DOTALL | re.MULTILINE)
RELATIVE = re.compile(r"""url\("(?![a-z]+:|[/#])([^"]+)"\)""")


def fonts_of(language: str) -> list[str]:
    """The font files that a page in this language needs at once, so that it preloads them."""
    alphabets = ["latin", *(["cyrillic"] if language.partition("-")[0] in CYRILLIC else [])]
    return [f"fonts/source-{family}-{letters}.woff2" for letters in alphabets for family in ("serif-4", "sans-3")]


def imported(name: str, read: Read) -> Iterator[str]:
    """The names of the files that a style sheet or script imports, and of those that they import."""
    for found in IMPORT.finditer(read(name)):
        target = _target(name, found)
        yield target
        yield from imported(target, read)


def inlined(name: str, read: Read, *, place: str = "") -> str:
    """A style sheet or script with what it imports in place of the imports, as it is read from the folder `place`.

    Raises ValueError where an import is not at the start of a file with nothing else in it.
    """
    text = read(name)
    folder = place or posixpath.dirname(name)
    if not IMPORT.search(text):
        return RELATIVE.sub(lambda found: f'url("{_from(folder, posixpath.dirname(name), found[1])}")', text)
    if rest := IMPORT.sub("", REMARK.sub("", text)).strip():
        raise ValueError(f"{name} imports files, so it may have nothing else in it: {rest[:40]!r}")
    pieces = []
    for found in IMPORT.finditer(text):
        piece = inlined(_target(name, found), read, place=folder)
        pieces.append(f"@media {found['media']} {{\n{piece}}}\n" if found["media"] else piece)
    return "\n".join(pieces)


def is_entry(name: str, read: Read) -> bool:
    """Whether this is a style sheet or script of ours that imports others."""
    return name.startswith(("css/", "js/")) and IMPORT.search(read(name)) is not None


def has_source(name: str) -> bool:
    """Whether this is the name of a file as it was written, not as it was collected."""
    return (settings.BASE_DIR / "static" / name).is_file()


def source(name: str) -> str:
    """The text of one of our own static files, as it was written."""
    return (settings.BASE_DIR / "static" / name).read_text()


def _target(name: str, found: re.Match[str]) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), found["sheet"] or found["script"]))


def _from(folder: str, other: str, address: str) -> str:
    """A relative address that stands in a file in `other`, as it is written in `folder`."""
    return posixpath.relpath(posixpath.join(other, address), folder)
