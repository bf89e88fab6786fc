"""Anchors quotes in texts (W3C TextQuoteSelector). Pure functions; every offset counts Unicode code points."""

import re
from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, Literal, TypeVar

Key = TypeVar("Key", bound=Hashable)

# Enough to tell an editor that the words are common; it bounds the work on a text that repeats one thing.
COUNTED_AT_MOST = 100

CONTEXT_LENGTH = 32  # code points stored on either side of a quote

WORDS_OF_A_LINE = re.compile(r"\S[^\n]*")

# Unicode categories Cc and Cs, but for tab and newline. A carriage return left after clean_text is one as well.
BAD_CHARACTER = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


class QuoteNotFound(ValueError):
    """`missing` is what the text does not have: the words, the words in this context, or those at this start."""

    def __init__(self, missing: Literal["words", "context", "start"]) -> None:
        super().__init__(missing)
        self.missing = missing

    def __str__(self) -> str:
        return {
            "words": "These words are not in the text.",
            "context": "These words are in the text, but not with this prefix and suffix.",
            "start": "These words are in the text, but not at this start.",
        }[self.missing]


class QuoteAmbiguous(ValueError):
    """`count` is how often the words occur in the text, counted up to COUNTED_AT_MOST."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count

    def __str__(self) -> str:
        or_more = " or more" if self.count == COUNTED_AT_MOST else ""
        return f"These words stand in the text {self.count}{or_more} times, with nothing to tell which is meant."


@dataclass(frozen=True)
class Segment(Generic[Key]):
    """A stretch of text and the keys of all spans that cover it."""

    text: str
    keys: tuple[Key, ...]


def find(text: str, exact: str, prefix: str = "", suffix: str = "", start: int | None = None) -> int:
    """The offset of a quote, by its exact words and whatever else is given to distinguish one place from another.

    The prefix and suffix are immediately before and after it. Nothing is normalised. Raises QuoteNotFound,
    QuoteAmbiguous, or ValueError for a quote without words.
    """
    if not exact:
        raise ValueError("A quote needs words.")
    # One search for the words within their context finds every candidate, as the prefix has one length.
    whole = prefix + exact + suffix
    if start is not None:
        before = start - len(prefix)
        # A negative offset would count from the end.
        if before >= 0 and text.startswith(whole, before):
            return start
        raise QuoteNotFound(_missing(text, exact, whole))
    first = text.find(whole)
    if first == -1:
        raise QuoteNotFound(_missing(text, exact, whole))
    count, place = 1, text.find(whole, first + 1)
    while place != -1 and count < COUNTED_AT_MOST:
        # From the next character on, as places may overlap: "no no" is in "no no no" twice.
        count, place = count + 1, text.find(whole, place + 1)
    if count > 1:
        raise QuoteAmbiguous(count)
    return first + len(prefix)


def _missing(text: str, exact: str, whole: str) -> Literal["words", "context", "start"]:
    if exact not in text:
        return "words"
    return "start" if whole in text else "context"


def carry(old_text: str, new_text: str, start: int, end: int, length: int = CONTEXT_LENGTH) -> int | None:
    """Where the quote of the old text starts in the new one; None where it does not go over.

    It goes over where its words, with up to `length` code points on either side, stand in the new text, and are told
    apart from all others in both texts. So are its first line and, where it has several, its last one: each by what
    stands in that very line, as another line may come to stand beside what stood beside this one. Nothing is
    normalised, nothing guessed. Where the context is cut short by an edge of the old text, that edge is part of it:
    words that began the text must begin the new one too, as what now comes before them may turn their meaning.
    """
    around = context(old_text, start, end, length)
    words = old_text[start:end]
    lines = [line.span() for line in WORDS_OF_A_LINE.finditer(old_text, start, end)]
    if not lines:
        return None
    shift, *others = {_shift(old_text, new_text, *line, length) for line in (lines[0], lines[-1])}
    if shift is None or others:
        return None
    found = start + shift
    if found < 0 or new_text[found : found + len(words)] != words:
        return None
    return found if context(new_text, found, found + len(words), length) == around else None


def _shift(old_text: str, new_text: str, start: int, end: int, length: int) -> int | None:
    """How far a stretch of one line has moved; None where it is not told apart from all others in both texts.

    What tells it apart is the context within its line or, where that stands in either text again, the whole line.
    """
    line_start, line_end = old_text.rfind("\n", 0, start) + 1, old_text.find("\n", end)
    line_end = len(old_text) if line_end == -1 else line_end
    left = max(line_start, start - length)
    shift = _shift_of_the_only(old_text[left : min(line_end, end + length)], left, old_text, new_text)
    if shift is not None:
        return shift
    # With a break at either end, so that it is found as a whole line, and not within a longer one.
    line = f"\n{old_text[line_start:line_end]}\n"
    return _shift_of_the_only(line, line_start, f"\n{old_text}\n", f"\n{new_text}\n")


def _shift_of_the_only(stretch: str, place: int, old_text: str, new_text: str) -> int | None:
    """How far a stretch has moved from its place; None where it stands in either text again, or not in the new one."""
    found = new_text.find(stretch)
    if found == -1 or new_text.find(stretch, found + 1) != -1:
        return None
    if old_text.find(stretch) != place or old_text.find(stretch, place + 1) != -1:
        return None
    return found - place


def context(text: str, start: int, end: int, length: int = CONTEXT_LENGTH) -> tuple[str, str]:
    """The prefix and suffix of a quote: up to `length` code points each. ValueError: not a stretch of this text."""
    _check_span(text, start, end, "The quote")
    return text[max(0, start - length) : start], text[end : end + length]


def segments(text: str, spans: Iterable[tuple[int, int, Key]]) -> list[Segment[Key]]:
    """The text cut wherever a span (start, end, key) starts or ends, so that the joined segments are the text again.

    Spans may overlap, nest, touch or be the same. A segment has each key once, in the order of the spans. ValueError
    names a span that is empty, reversed or out of range. Costs n log n for n spans, and the keys that come out.
    """
    spans = list(spans)
    starting: dict[int, list[int]] = {}
    ending: dict[int, list[int]] = {}
    for number, (start, end, key) in enumerate(spans):
        _check_span(text, start, end, f"Span {number}, {key!r},")
        starting.setdefault(start, []).append(number)
        ending.setdefault(end, []).append(number)
    cuts = sorted({0, len(text), *starting, *ending})
    # The spans open at a cut, by number: sorted, so that keys come out in the order of the spans.
    covering: list[int] = []
    cut_up: list[Segment[Key]] = []
    for left, right in pairwise(cuts):
        for number in ending.get(left, ()):
            del covering[bisect_left(covering, number)]
        for number in starting.get(left, ()):
            insort(covering, number)
        keys = tuple(dict.fromkeys(spans[number][2] for number in covering))
        cut_up.append(Segment(text[left:right], keys))
    return cut_up


def _check_span(text: str, start: int, end: int, name: str) -> None:
    if start == end:
        raise ValueError(f"{name} is empty: it starts and ends at {start}.")
    if start > end:
        raise ValueError(f"{name} is reversed: it starts at {start} and ends at {end}.")
    if start < 0 or end > len(text):
        raise ValueError(f"{name} is out of range: {start} to {end}, in a text of {len(text)} characters.")


def clean_text(raw: str) -> str:
    """The text as it is stored as evidence: CRLF becomes LF, nothing else changes."""
    return raw.replace("\r\n", "\n")


def first_bad_character(text: str) -> tuple[int, str] | None:
    """The offset and character of the first one that no stored text may have; None where the text is clean.

    These are lone surrogates, and control characters (NUL and the rest) but tab and newline.
    """
    found = BAD_CHARACTER.search(text)
    return (found.start(), found.group()) if found else None
