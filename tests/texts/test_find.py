import sys
import unicodedata
from typing import Any

import pytest

from comparisons.texts.anchors import (
    COUNTED_AT_MOST,
    QuoteAmbiguous,
    QuoteNotFound,
    clean_text,
    context,
    find,
    first_bad_character,
)

KREMLIN = "“restoring mutually beneficial trade and economic ties between business circles of the two countries.”"
OFFICIAL = (
    "The two leaders did not discuss sanctions.\n\nSanctions, the official said, were not discussed. No sanctions."
)
FAMILY = "👩‍👩‍👧‍👦"  # four people and three joiners: seven code points
ACUTE = "\u0301"
RTL = "\u200f"

# Finding a quote.


def test_words_that_occur_in_the_text_once_are_found() -> None:
    assert find(KREMLIN, "trade and economic ties") == KREMLIN.index("trade")
    assert find(KREMLIN, KREMLIN) == 0


def test_offsets_count_code_points() -> None:
    assert find(f"{FAMILY}{RTL}й{ACUTE} торговля", "торговля") == 7 + 1 + 2 + 1


def test_the_prefix_and_suffix_tell_one_place_from_another() -> None:
    assert find(OFFICIAL, "sanctions", prefix="discuss ") == 32
    assert find(OFFICIAL, "sanctions", prefix="No ") == OFFICIAL.rindex("sanctions")
    assert find(OFFICIAL, "sanctions", suffix=".\n\n") == 32
    assert find(OFFICIAL, "discuss", prefix="not ", suffix="ed") == OFFICIAL.index("discussed")


def test_the_start_distinguishes_one_place_from_another() -> None:
    last = OFFICIAL.rindex("sanctions")
    assert find(OFFICIAL, "sanctions", start=32) == 32
    assert find(OFFICIAL, "sanctions", start=last) == last
    assert find(OFFICIAL, "sanctions", prefix="No ", start=last) == last


def test_words_that_are_not_in_the_text_are_not_found() -> None:
    with pytest.raises(QuoteNotFound, match="not in the text") as refused:
        find(OFFICIAL, "trade")
    assert refused.value.missing == "words"


@pytest.mark.parametrize(
    "place",
    [{"prefix": "lift "}, {"suffix": "!"}, {"prefix": "No ", "suffix": ".\n"}, {"prefix": "lift ", "start": 32}],
)
def test_words_that_are_not_there_with_this_prefix_and_suffix_are_not_found(place: dict[str, Any]) -> None:
    with pytest.raises(QuoteNotFound, match="prefix and suffix") as refused:
        find(OFFICIAL, "sanctions", **place)
    assert refused.value.missing == "context"


@pytest.mark.parametrize(
    "place", [{"start": 0}, {"start": 33}, {"start": -10}, {"start": 10**9}, {"prefix": "No ", "start": 32}]
)
def test_words_that_are_not_at_this_start_are_not_found(place: dict[str, Any]) -> None:
    assert OFFICIAL[-10:].startswith("sanctions")
    with pytest.raises(QuoteNotFound, match="this start") as refused:
        find(OFFICIAL, "sanctions", **place)
    assert refused.value.missing == "start"


def test_a_prefix_that_would_begin_before_the_text_is_not_found() -> None:
    with pytest.raises(QuoteNotFound) as refused:
        find("aba", "a", prefix="b", start=0)
    assert refused.value.missing == "start"


def test_a_quote_with_nothing_to_tell_which_place_is_meant_is_refused_with_the_count() -> None:
    with pytest.raises(QuoteAmbiguous, match="2 times") as refused:
        find(OFFICIAL, "sanctions")
    assert refused.value.count == 2


def test_places_that_overlap_count_as_well() -> None:
    with pytest.raises(QuoteAmbiguous) as refused:
        find("no no no", "no no")
    assert refused.value.count == 2
    with pytest.raises(QuoteAmbiguous) as refused:
        find("no no no no", "no no")
    assert refused.value.count == 3
    assert find("no no no", "no no", prefix="no ") == 3
    assert find("no no no", "no no", start=3) == 3


def test_a_quote_without_words_is_refused() -> None:
    with pytest.raises(ValueError, match="words"):
        find(OFFICIAL, "", prefix="No ")


def test_nothing_is_normalised() -> None:
    for text, exact in [("caf\u00e9", "cafe\u0301"), ("Trade", "trade"), ("a b", "a\u00a0b"), ("“trade”", '"trade"')]:
        with pytest.raises(QuoteNotFound):
            find(text, exact)


def test_a_text_that_repeats_one_letter_is_searched_to_a_bound() -> None:
    text = "a" * 500_000
    for exact in ("a", "a" * 90, "a" * 250_000):
        with pytest.raises(QuoteAmbiguous, match="or more") as refused:
            find(text, exact)
        assert refused.value.count == COUNTED_AT_MOST
    assert find(text, "a" * 250_000, start=1000) == 1000
    for exact in ("a" * 250_000 + "b", "b" + "a" * 250_000):
        with pytest.raises(QuoteNotFound):
            find(text, exact)


# The context of a quote.


def test_the_context_is_the_text_around_the_quote() -> None:
    assert context(OFFICIAL, 32, 41) == ("The two leaders did not discuss ", ".\n\nSanctions, the official said,")
    assert context(OFFICIAL, 32, 41, length=4) == ("uss ", ".\n\nS")


def test_the_context_is_shorter_at_the_edges_of_the_text() -> None:
    assert context("trade", 0, 5) == ("", "")
    assert context("On trade.", 3, 8) == ("On ", ".")


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 3), (-1, 3), (3, 10)])
def test_the_context_of_what_is_not_in_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="The quote"):
        context("On trade.", start, end)


# Text as evidence.


def test_crlf_becomes_lf_and_nothing_else_changes() -> None:
    assert clean_text("One\r\n\r\nTwo\n") == "One\n\nTwo\n"
    kept = f"  \ufeffcafe{ACUTE} \u00a0{RTL}{FAMILY}\t\u2028 \r\x0b \n\n "
    assert clean_text(kept) == kept


@pytest.mark.parametrize("bad", ["\x00", "\r", "\x0b", "\x1b", "\x7f", "\x85", "\x9f", "\ud800"])
def test_the_first_bad_character_is_reported_with_its_offset(bad: str) -> None:
    assert first_bad_character(f"{FAMILY}\t\n{bad}\x00") == (9, bad)


def test_a_clean_text_has_no_bad_character() -> None:
    assert first_bad_character("") is None
    assert first_bad_character(f"\tOn trade.\n\u00a0\u2028\ufeff\u200b{RTL}{FAMILY}{ACUTE}") is None


def test_bad_characters_are_the_controls_and_lone_surrogates_of_unicode() -> None:
    bad = {code for code in range(sys.maxunicode + 1) if first_bad_character(chr(code))}
    categories = {code for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in ("Cc", "Cs")}
    assert bad == categories - {ord("\t"), ord("\n")}
