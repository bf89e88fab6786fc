"""Splits a text into paragraphs, and a paragraph into sentences. Pure."""

import re
from collections.abc import Iterator

# A sentence ends at its stop, before a space and what may begin the next: a capital letter, a digit, a quote, a dash.
# A run of stops or of spaces is tried once, from its start, and never given back: a text may be nothing else.
STOP = re.compile(
    r"(?P<stop>(?<![.!?…])[.!?…]++[\"'»”’)\]]*+|[。！？])(?:\s++(?=[\"'«“„‘(\[]*(?:[^\W\d_]|\d|[—–-]))|(?<=[。！？]))"
)
PARAGRAPH = re.compile(r"[^\n]+")
# Initials and abbreviations: “В. Путин”, “J. R. Biden”, “U.S. President”, “Mr. Putin”, “г. Москва”.
UNENDING = re.compile(
    r"(?:\b\w|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Col|Prof|No|vs|им|гг|тыс|млн|млрд|руб|ул|ст|проф|акад))\.$"
)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each line of the text runs that is not blank."""
    for found in PARAGRAPH.finditer(text):
        if not found[0].isspace():
            yield found.span()


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each sentence runs, without the space between them; all that is not space is in one."""
    start = 0
    for found in STOP.finditer(text):
        end = found.end("stop")
        following = text[found.end() : found.end() + 9].lstrip("\"'«“„‘([—–- ")[:1]
        if following.islower() or UNENDING.search(text[max(start, end - 8) : end]):
            continue
        yield from _trimmed(text, start, end)
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    whole = piece.strip()
    if whole:
        start += len(piece) - len(piece.lstrip())
        yield start, start + len(whole)
