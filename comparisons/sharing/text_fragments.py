"""Text fragments, links to words on a web page: https://wicg.github.io/scroll-to-text-fragment/"""

from functools import lru_cache
from urllib.parse import quote

LONG = 120
"""Words of more characters are named by their first and last ones: a page may break their lines differently."""
AT_EITHER_END = 6
AROUND = 4


def text_fragment_url(address: str, text: str, start: int, end: int) -> str:
    """`address` with a directive to text[start:end], whole words; with context where they occur again.

    Offsets count code points. Case is folded, as browsers do where they search.
    """
    start, end = _whole_words(text, start, end)
    lines = [line for line in text[start:end].splitlines() if line.split()]
    words = text[start:end].split()
    if not words:
        return address
    if len(lines) == 1 and len(" ".join(words)) <= LONG:
        named = [" ".join(words)]
    else:
        named = [" ".join(lines[0].split()[:AT_EITHER_END]), " ".join(lines[-1].split()[-AT_EITHER_END:])]
    parts = [_written(part) for part in named]
    if _times(named[0], text) > 1:
        before = _last_line(text[:start]).split()[-AROUND:]
        after = _first_line(text[end:]).split()[:AROUND]
        if before:
            parts.insert(0, _written(" ".join(before)) + "-")
        elif after:
            parts.append("-" + _written(" ".join(after)))
    return f"{address}{'' if '#' in address else '#'}:~:text={','.join(parts)}"


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while 0 < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while 0 < end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return start, end


def _times(words: str, text: str) -> int:
    return _folded(text).count(_folded(words))


@lru_cache(maxsize=16)  # the texts of a page, of which each is asked for every quote from it
def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _last_line(text: str) -> str:
    return text.rpartition("\n")[2]


def _first_line(text: str) -> str:
    return text.partition("\n")[0]


def _written(words: str) -> str:
    """Percent-encoded, with the signs that a directive is made of."""
    return quote(words, safe="").replace("-", "%2D")
