"""The diff of two texts, by paragraph and, within changed paragraphs, by word. Pure.

The work is bounded by counting steps and not by a clock, so the same two texts always give the same difference.
Where the steps run out, whole paragraphs are shown as removed and added; at worst the whole texts.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal

EFFORT = 2_000_000  # steps, of which each costs some fifth of a microsecond
WINDOW = 400  # edits after which the best way so far is taken, so that the cost grows with the edits, not their square
PARTS_AT_MOST = 30_000  # a page with more of them is too much for a browser, and for anyone who reads
FOLDED_FROM, CONTEXT_LENGTH = 600, 160
MOVED_FROM = 4  # words: fewer stand at two places by chance

Kind = Literal["kept", "removed", "added"]
DiffStretch = tuple[bool, Sequence[str], Sequence[str]]  # whether it was kept, and its tokens on either side
Match = tuple[int, int, int]  # from here in the old, from here in the new, so many tokens are the same

PARAGRAPH = re.compile(r"[^\n]*\n+|[^\n]+")
# A stretch of white space, a character of a script without spaces (with its marks), or anything else without space.
IDEOGRAPH = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
MARK = r"[\u0300-\u036f\u3099\u309a\ufe00-\ufe0f\u200d\U000e0100-\U000e01ef]*"
WORD = re.compile(rf"\s+|[{IDEOGRAPH}]{MARK}|[^\s{IDEOGRAPH}]+")


@dataclass(frozen=True)
class DiffPart:
    """A stretch of text. What was kept and removed joins to the old text, what was kept and added to the new."""

    kind: Kind
    text: str
    is_moved: bool = False
    """Whether the same words were removed at one place and added at another."""
    is_folded: bool = False
    """A long stretch that was kept, of which a page shows at first only that it is there."""

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()


class _Steps:
    def __init__(self, left: int) -> None:
        self.left = left

    def take(self, count: int) -> bool:
        """Whether that many steps may still be taken; they are then counted."""
        self.left -= count
        return self.left >= 0


def difference(old: str, new: str, effort: int = EFFORT) -> tuple[DiffPart, ...]:
    """The parts of both texts in order: no part is empty, no two neighbours are of one kind, removed before added."""
    steps = _Steps(effort)
    before, after = PARAGRAPH.findall(old), PARAGRAPH.findall(new)
    stretches = list(_stretches(before, after, _matches(before, after, steps)))
    if len(stretches) > PARTS_AT_MOST:
        return _whole(old, new)
    by_word = _tidied(part for stretch in stretches for part in _parts_of(stretch, steps))
    if len(by_word) > PARTS_AT_MOST:
        by_word = _tidied(part for stretch in stretches for part in _parts_of(stretch, None))
    return _with_moves(by_word)


def _with_moves(parts: Sequence[DiffPart]) -> tuple[DiffPart, ...]:
    """The same parts; those that stand whole at another place now, but for white space, are marked as moved."""
    removed, added = ({_words(part) for part in parts if part.kind == kind} for kind in ("removed", "added"))
    moved = {words for words in removed & added if len(words) >= MOVED_FROM}
    if not moved:
        return tuple(parts)
    return tuple(
        replace(part, is_moved=True) if part.kind != "kept" and _words(part) in moved else part for part in parts
    )


def _words(part: DiffPart) -> tuple[str, ...]:
    return tuple(part.text.split())


def _parts_of(stretch: DiffStretch, steps: _Steps | None) -> Sequence[DiffPart]:
    """The parts of a stretch of paragraphs; by word, where there are steps for that."""
    kept, left, right = stretch
    removed, added = "".join(left), "".join(right)
    if kept:
        return (DiffPart("kept", removed),)
    return _by_word(removed, added, steps) if removed and added and steps else _whole(removed, added)


def _whole(old: str, new: str) -> tuple[DiffPart, ...]:
    return DiffPart("removed", old), DiffPart("added", new)


def folded(parts: Sequence[DiffPart]) -> tuple[DiffPart, ...]:
    """The same parts, with the inner stretch of each long one that was kept set apart and folded."""
    shown: list[DiffPart] = []
    for number, part in enumerate(parts):
        if part.kind != "kept" or len(part.text) < FOLDED_FROM:
            shown.append(part)
            continue
        start = _after_a_word(part.text, CONTEXT_LENGTH) if number else 0
        end = _after_a_word(part.text, len(part.text) - CONTEXT_LENGTH) if number < len(parts) - 1 else len(part.text)
        pieces = (
            DiffPart("kept", part.text[:start]),
            DiffPart("kept", part.text[start:end], is_folded=True),
            DiffPart("kept", part.text[end:]),
        )
        shown += [piece for piece in pieces if piece.text]
    return tuple(shown)


def _after_a_word(text: str, place: int) -> int:
    """The end of the white space that follows this place, if one is near."""
    found = re.compile(r"\S*\s+").match(text, place, place + 60)
    return found.end() if found else place


def _by_word(old: str, new: str, steps: _Steps) -> tuple[DiffPart, ...]:
    before, after = WORD.findall(old), WORD.findall(new)
    stretches = _stretches(before, after, _matches(before, after, steps))
    parts = _tidied(part for stretch in stretches for part in _parts_of(stretch, None))
    # Words that a rewritten paragraph has in common with the old one by chance only make it hard to read.
    kept = sum(len(part.text) for part in parts if part.kind == "kept")
    return parts if 3 * kept >= min(len(old), len(new)) else _whole(old, new)


def _stretches(before: Sequence[str], after: Sequence[str], matches: Sequence[Match]) -> Iterator[DiffStretch]:
    """Both sequences cut up into what was kept and what was not."""
    i = j = 0
    for left, right, count in [*matches, (len(before), len(after), 0)]:
        if i < left or j < right:
            yield False, before[i:left], after[j:right]
        i, j = left + count, right + count
        if count:
            yield True, before[left:i], after[right:j]


def _tidied(given: Iterable[DiffPart]) -> tuple[DiffPart, ...]:
    """Neighbours joined, and white space that was kept between two changes counted among them."""
    parts = [part for part in given if part.text]
    changed = [part.kind != "kept" for part in parts]
    for number in range(1, len(parts) - 1):
        if not changed[number] and parts[number].is_blank and changed[number - 1] and parts[number + 1].kind != "kept":
            changed[number] = True
    tidied: list[DiffPart] = []
    for is_changed, run in groupby(zip(parts, changed, strict=True), key=lambda pair: pair[1]):
        group = [part for part, _changed in run]
        if is_changed:
            removed = "".join(part.text for part in group if part.kind != "added")
            tidied += _whole(removed, "".join(part.text for part in group if part.kind != "removed"))
        else:
            tidied.append(DiffPart("kept", "".join(part.text for part in group)))
    return tuple(part for part in tidied if part.text)


def _matches(before: Sequence[str], after: Sequence[str], steps: _Steps) -> list[Match]:
    """Which tokens are the same, in order. First those that occur once on either side, then what lies between."""
    numbers: dict[str, int] = {}
    # Numbers compare at once, however long the paragraphs are.
    a = [numbers.setdefault(token, len(numbers)) for token in before]
    b = [numbers.setdefault(token, len(numbers)) for token in after]
    found: list[Match] = []
    open_ranges = [(0, len(a), 0, len(b))]
    while open_ranges:
        i, i_end, j, j_end = open_ranges.pop()
        i_first, j_first = i, j
        while i < i_end and j < j_end and a[i] == b[j]:
            i, j = i + 1, j + 1
        found.append((i_first, j_first, i - i_first))
        i_last = i_end
        while i < i_end and j < j_end and a[i_end - 1] == b[j_end - 1]:
            i_end, j_end = i_end - 1, j_end - 1
        found.append((i_end, j_end, i_last - i_end))
        if i == i_end or j == j_end or not steps.take(i_end - i + j_end - j):
            continue
        anchors = _anchors(a[i:i_end], b[j:j_end])
        if not anchors:
            found += [(i + left, j + right, 1) for left, right in _shortest_way(a[i:i_end], b[j:j_end], steps)]
            continue
        ends = [(i + left, j + right) for left, right in anchors]
        found += [(left, right, 1) for left, right in ends]
        # The first range is taken up first, so that the steps are spent from the top of the text.
        starts = [(i, j), *((left + 1, right + 1) for left, right in ends)]
        spans = zip(starts, [*ends, (i_end, j_end)], strict=True)
        open_ranges += [(left, i_to, right, j_to) for (left, right), (i_to, j_to) in reversed(list(spans))]
    return sorted(match for match in found if match[2])


def _anchors(a: Sequence[int], b: Sequence[int]) -> list[tuple[int, int]]:
    """The places of the tokens that occur once on either side: as many as are in the same order (patience diff)."""
    once_in_a, once_in_b = ({token for token, count in Counter(side).items() if count == 1} for side in (a, b))
    common = once_in_a & once_in_b
    if not common:
        return []
    place_in_b = {token: place for place, token in enumerate(b) if token in common}
    return _longest_rising([(place, place_in_b[token]) for place, token in enumerate(a) if token in common])


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest choice of pairs, given by their first number, of which the second rises as well."""
    ends: list[int] = []  # of each length, the pair that ends lowest, ...
    lowest: list[int] = []  # ... and where it ends
    came_from: list[int] = []
    for number, (_left, right) in enumerate(pairs):
        length = bisect_left(lowest, right)
        came_from.append(ends[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        lowest[length : length + 1] = [right]
    chosen: list[tuple[int, int]] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        chosen.append(pairs[number])
        number = came_from[number]
    return chosen[::-1]


def _shortest_way(a: Sequence[int], b: Sequence[int], steps: _Steps) -> list[tuple[int, int]]:
    """Pairs of same tokens by Myers' greedy algorithm, a window of edits at a time, until the steps run out."""
    shared = set(a) & set(b)
    places_a = [place for place, token in enumerate(a) if token in shared]
    places_b = [place for place, token in enumerate(b) if token in shared]
    a, b = [a[place] for place in places_a], [b[place] for place in places_b]
    pairs: list[tuple[int, int]] = []
    x = y = 0
    while x < len(a) and y < len(b):
        way, x_end, y_end = _window(a, b, x, y, steps)
        pairs += way
        if (x_end, y_end) == (x, y):
            break
        x, y = x_end, y_end
    return [(places_a[left], places_b[right]) for left, right in pairs]


def _window(
    a: Sequence[int], b: Sequence[int], x_from: int, y_from: int, steps: _Steps
) -> tuple[list[tuple[int, int]], int, int]:
    """The pairs on the way that leads furthest within WINDOW edits, and where it ends; no way once steps run out."""
    height, width = len(a) - x_from, len(b) - y_from
    furthest = {1: 0}  # of each diagonal x - y, the x reached
    trace: list[dict[int, int]] = []
    ended = None
    for edits in range(WINDOW + 1):
        trace.append(dict(furthest))
        taken = edits + 1
        # Diagonals that lie outside of both sequences are left out.
        for k in range(max(-edits, -width + (edits + width) % 2), min(edits, height - (edits + height) % 2) + 1, 2):
            down = k == -edits or (k != edits and furthest.get(k - 1, -1) < furthest.get(k + 1, -1))
            x = furthest[k + 1] if down else furthest[k - 1] + 1
            y = x - k
            start = x
            while x < height and y < width and a[x_from + x] == b[y_from + y]:
                x, y = x + 1, y + 1
            taken += x - start
            furthest[k] = x
            if x >= height and y >= width:
                ended = k
                break
        if not steps.take(taken):
            return [], x_from, y_from
        if ended is not None:
            break
    else:
        ended = max(
            (k for k, x in furthest.items() if x <= height and x - k <= width and (WINDOW + k) % 2 == 0),
            key=lambda k: 2 * furthest[k] - k,
        )
    x, y = furthest[ended], furthest[ended] - ended
    end = x_from + x, y_from + y
    pairs: list[tuple[int, int]] = []
    for edits in range(len(trace) - 1, -1, -1):
        earlier, k = trace[edits], x - y
        down = k == -edits or (k != edits and earlier.get(k - 1, -1) < earlier.get(k + 1, -1))
        before = k + 1 if down else k - 1
        x_before = earlier[before]
        y_before = x_before - before
        while x > x_before and y > y_before and (x, y) != (0, 0):
            x, y = x - 1, y - 1
            pairs.append((x_from + x, y_from + y))
        x, y = x_before, y_before
    return pairs[::-1], *end
