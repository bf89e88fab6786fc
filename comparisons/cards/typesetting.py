"""Text into a given width: wrapped, shrunk in steps, and cut where the smallest step does not hold it."""

from collections.abc import Sequence

from .fonts import Type, width

ELLIPSIS = "…"
BEFORE_ELLIPSIS = " ,;:.–—-…"


def wrap(text: str, type: Type, measure: int) -> list[str]:
    """As many words on each line as there is room for; a word that is wider than a line is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if width(longer, type) <= measure:
            line = longer
            continue
        if line:
            lines.append(line)
        while len(word) > 1 and width(word, type) > measure:
            end = _letters_that_fit(word, type, measure)
            lines.append(word[:end])
            word = word[end:]
        line = word
    return [*lines, line] if line else lines


def _letters_that_fit(word: str, type: Type, measure: float) -> int:
    """One at least."""
    low, high = 1, len(word)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if width(word[:middle], type) <= measure else (low, middle - 1)
    return low


def fits(text: str, type: Type, measure: int, most: int) -> bool:
    """Whether this many lines hold it with no word broken."""
    whole = all(width(word, type) <= measure for word in text.split())
    return whole and len(wrap(text, type, measure)) <= most


def set_lines(text: str, type: Type, measure: int, most: int) -> tuple[str, ...]:
    """Lines of much the same length; with an ellipsis after a word where there are too many."""
    lines = wrap(text, type, measure)
    if len(lines) > most:
        return (*lines[: most - 1], _cut(lines[most - 1], type, measure)) if most else ()
    narrow, wide = measure // 2, measure
    while wide - narrow > 8:
        middle = (narrow + wide) // 2
        holds = fits(text, type, middle, len(lines))
        narrow, wide = (narrow, middle) if holds else (middle, wide)
    return tuple(wrap(text, type, wide) if wide < measure else lines)


def _cut(line: str, type: Type, measure: int) -> str:
    words = line.split()
    while len(words) > 1 and width(_ended(" ".join(words)), type) > measure:
        words.pop()
    kept = " ".join(words)
    while len(kept) > 1 and width(_ended(kept), type) > measure:
        kept = kept[:-1]
    return _ended(kept)


def _ended(text: str) -> str:
    return text.rstrip(BEFORE_ELLIPSIS) + ELLIPSIS


def largest(texts: Sequence[str], types: Sequence[Type], measure: int, most: int) -> Type:
    """The first of these types, from the largest down, in which each text fits; else the smallest."""
    fitting = (type for type in types if all(fits(text, type, measure, most) for text in texts))
    return next(fitting, types[-1])


def fitted(text: str, types: Sequence[Type], measure: int, height: int, most: int) -> tuple[Type, tuple[str, ...]]:
    """The text in the largest of these types that the height and so many lines hold, else cut in the smallest."""
    for type in types:
        limit = min(most, height // type.leading)
        if fits(text, type, measure, limit):
            break
    return type, set_lines(text, type, measure, limit)
