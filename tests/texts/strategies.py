"""Hypothesis strategies of texts in several scripts, and the slow and certain way to find words in them."""

from hypothesis import strategies as st

from comparisons.texts.anchors import clean_text
from tests.properties import tried

FAMILY = "👩‍👩‍👧‍👦"  # four people and three joiners: seven code points
ACUTE = "\u0301"
RTL = "\u200f"
WRITING = ["a", "b", " ", "\n", "\r\n", "торг", "й", "e" + ACUTE, "é", ACUTE, RTL, "שלום", FAMILY, "😀", "\u200d", "“"]
TEXTS = st.lists(st.sampled_from(WRITING), max_size=20).map(lambda parts: clean_text("".join(parts)))
always = tried(500)


def places(text: str, exact: str, prefix: str = "", suffix: str = "") -> list[int]:
    """By brute force: every offset at which the words stand between the prefix and the suffix."""
    return [
        place
        for place in range(len(text))
        if text[place : place + len(exact)] == exact
        and text[:place][max(0, place - len(prefix)) :] == prefix
        and text[place + len(exact) :][: len(suffix)] == suffix
    ]
