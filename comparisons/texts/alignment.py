"""Alignment of a text's paragraphs with those of its translations, by length alone. Pure.

After W. A. Gale and K. W. Church, "A program for aligning sentences in bilingual corpora" (Computational Linguistics
19, 1993): a long paragraph is translated by a long one, and now and then two become one, or one is left out.
"""

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from math import erfc, log, sqrt

from .anchors import Key, Segment

# How many paragraphs of the text and of its translation meet -> how unlikely that is: -log of the paper's shares.
MEETINGS = {(1, 1): -log(0.89), (1, 0): -log(0.005), (0, 1): -log(0.005), (2, 1): -log(0.0445), (1, 2): -log(0.0445)}
VARIANCE = 6.8  # of the length of a translation, for each character
LEAST = 1e-12  # no chance is smaller, as its logarithm is taken
# A paragraph is looked for this many paragraphs around the place where it would be if all were of one length.
REACH = 20
# Longer texts are not cut into blocks.
PARAGRAPHS_AT_MOST = 500

BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
BY_BLANK_LINES = re.compile(r".+?(?:\n(?:[^\S\n]*\n)+|\Z)", re.DOTALL)
BY_LINES = re.compile(r"[^\n]*\n+|[^\n]+\Z")

Cut = tuple[int, int]


def blocks(text: str, translations: Sequence[str], *, shared_by: int = 1) -> tuple[tuple[int, ...], ...]:
    """Where the blocks of the text, and of each of its translations, end: as many ends for each, the last its length.

    Blocks of one number belong beside each other; one may be empty. A block is as small as all translations allow.
    `shared_by` is how many translations a page has in all: they share the work that one page may cost.
    """
    most = PARAGRAPHS_AT_MOST // max(1, shared_by)
    cuts = [dict(aligned(text, translation, most)) for translation in translations]
    common = sorted(set.intersection(*(set(cut) for cut in cuts))) if cuts else [len(text)]
    return tuple(common), *(tuple(cut[end] for end in common) for cut in cuts)


def in_blocks(cut: Iterable[Segment[Key]], ends: Iterable[int]) -> tuple[tuple[Segment[Key], ...], ...]:
    """The segments of a text in its blocks; one that is in several blocks is cut."""
    left, passed = deque(cut), 0
    found = []
    for end in ends:
        block = []
        while left and passed < end:
            segment = left.popleft()
            if passed + len(segment.text) > end:
                left.appendleft(Segment(segment.text[end - passed :], segment.keys))
                segment = Segment(segment.text[: end - passed], segment.keys)
            block.append(segment)
            passed += len(segment.text)
        found.append(tuple(block))
    return tuple(found)


def by_original(originals: Mapping[Key, Key | None]) -> list[tuple[Key, ...]]:
    """Each text with its translations after it, in the order given; `originals` has what each text translates, or None.

    A translation of a translation is grouped with the first original. Texts that translate each other are alone.
    """
    groups: dict[Key, list[Key]] = {}
    for one in originals:
        first, passed = one, {one}
        while (step := originals.get(first)) is not None and step in originals and step not in passed:
            first = step
            passed.add(step)
        in_a_ring = originals.get(first) in passed
        groups.setdefault(one if in_a_ring else first, []).append(one)
    return [tuple(sorted(group, key=lambda one: one != first)) for first, group in groups.items()]


def aligned(text: str, translation: str, most: int = PARAGRAPHS_AT_MOST) -> list[Cut]:
    """Where paragraphs that belong together end: an offset in the text, and one in the translation.

    No offset of the text is there twice, and the last cut ends both. Of more paragraphs than `most` it is the only one.
    """
    ends, other_ends = paragraph_ends(text), paragraph_ends(translation)
    if not ends or not other_ends or max(len(ends), len(other_ends)) > most:
        return [(len(text), len(translation))]
    # What only the translation has belongs to what is before it.
    cuts = {ends[i - 1]: other_ends[j - 1] if j else 0 for i, j in _best_path(ends, other_ends) if i}
    return sorted(cuts.items())


def paragraph_ends(text: str) -> list[int]:
    """Where the paragraphs end, with the line breaks after them: at blank lines, or where there is none at lines."""
    pattern = BY_BLANK_LINES if BLANK_LINE.search(text.strip()) else BY_LINES
    return [match.end() for match in pattern.finditer(text)]


def _best_path(ends: Sequence[int], other_ends: Sequence[int]) -> list[tuple[int, int]]:
    """The likeliest meetings of paragraphs, each as how many of both come before its end."""
    count, other_count = len(ends), len(other_ends)
    at, other_at = [0, *ends], [0, *other_ends]
    ratio = other_at[-1] / at[-1]
    # So that each row meets the next one however the numbers of paragraphs differ.
    reach = REACH + 2 * (other_count // count)
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    for i in range(count + 1):
        middle = i * other_count // count
        for j in range(max(0, middle - reach), min(other_count, middle + reach) + 1):
            if (i, j) == (0, 0):
                continue
            ways = []
            for (di, dj), price in MEETINGS.items():
                before = (i - di, j - dj)
                if before in best:
                    # That a paragraph is left out is as unlikely whatever its length.
                    surprise = _surprise(at[i] - at[i - di], other_at[j] - other_at[j - dj], ratio) if di and dj else 0
                    ways.append((best[before][0] + price + surprise, before))
            best[i, j] = min(ways)
    path = [(count, other_count)]
    while path[-1] != (0, 0):
        path.append(best[path[-1]][1])
    return path[::-1]


def _surprise(length: int, other: int, ratio: float) -> float:
    """-log of the chance that a paragraph of this length is translated by one of that length."""
    mean = (length + other / ratio) / 2
    delta = abs(other - length * ratio) / sqrt(VARIANCE * max(mean, 1))
    return -log(max(erfc(delta / sqrt(2)), LEAST))
