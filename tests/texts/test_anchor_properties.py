import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from comparisons.texts.anchors import (
    QuoteAmbiguous,
    QuoteNotFound,
    clean_text,
    context,
    find,
    first_bad_character,
    segments,
)
from tests.texts.strategies import ACUTE, TEXTS, always, places

KREMLIN = "“restoring mutually beneficial trade and economic ties between business circles of the two countries.”"
OFFICIAL = (
    "The two leaders did not discuss sanctions.\n\nSanctions, the official said, were not discussed. No sanctions."
)

# What always holds, for texts in several scripts.


@st.composite
def text_and_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int, int]]]:
    text = draw(TEXTS.filter(bool))
    count = draw(st.integers(0, 6))
    spans = []
    for key in range(count):
        start = draw(st.integers(0, len(text) - 1))
        spans.append((start, draw(st.integers(start + 1, len(text))), key))
    return text, draw(st.permutations(spans))


@st.composite
def text_and_quote(draw: st.DrawFn) -> tuple[str, int, int]:
    text = draw(TEXTS.filter(bool))
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@always
@given(text_and_spans())
def test_the_joined_segments_are_the_text(drawn: tuple[str, list[tuple[int, int, int]]]) -> None:
    text, spans = drawn
    found = segments(text, spans)
    assert "".join(segment.text for segment in found) == text
    assert all(segment.text for segment in found)


@always
@given(text_and_spans())
def test_the_words_of_a_span_are_those_of_the_segments_with_its_key(
    drawn: tuple[str, list[tuple[int, int, int]]],
) -> None:
    text, spans = drawn
    found = segments(text, spans)
    for start, end, key in spans:
        assert "".join(segment.text for segment in found if key in segment.keys) == text[start:end]
        place = 0
        for segment in found:
            assert (key in segment.keys) == (start <= place < end)
            place += len(segment.text)


@always
@given(text_and_spans())
def test_keys_stand_in_the_order_of_the_spans(drawn: tuple[str, list[tuple[int, int, int]]]) -> None:
    text, spans = drawn
    order = [key for _, _, key in spans]
    for segment in segments(text, spans):
        assert list(segment.keys) == [key for key in order if key in segment.keys]


@always
@given(text_and_quote(), st.integers(0, 5))
def test_a_quote_is_found_by_its_words_and_context_where_they_are_there_once(
    drawn: tuple[str, int, int], length: int
) -> None:
    text, start, end = drawn
    exact = text[start:end]
    prefix, suffix = context(text, start, end, length)
    assert text[:start].endswith(prefix)
    assert text[end:].startswith(suffix)
    assert len(prefix) == min(length, start)
    assert len(suffix) == min(length, len(text) - end)
    expected = places(text, exact, prefix, suffix)
    assert start in expected
    if len(expected) == 1:
        assert find(text, exact, prefix, suffix) == start
    else:
        with pytest.raises(QuoteAmbiguous) as refused:
            find(text, exact, prefix, suffix)
        assert refused.value.count == len(expected)
    assert find(text, exact, prefix, suffix, start=start) == start


@always
@given(text_and_quote(), st.integers(-30, 150))
def test_a_start_is_taken_only_where_the_words_are(drawn: tuple[str, int, int], start: int) -> None:
    text, quoted, end = drawn
    exact = text[quoted:end]
    assume(start not in places(text, exact))
    with pytest.raises(QuoteNotFound) as refused:
        find(text, exact, start=start)
    assert refused.value.missing == "start"


@always
@given(TEXTS, st.text(st.sampled_from("ab тй" + ACUTE), min_size=1, max_size=3), st.sampled_from(["", "a", "й", " "]))
def test_what_is_not_in_the_text_is_never_found(text: str, exact: str, prefix: str) -> None:
    assume(not places(text, exact, prefix))
    with pytest.raises(QuoteNotFound) as refused:
        find(text, exact, prefix)
    assert refused.value.missing == ("context" if places(text, exact) else "words")


@always
@given(st.text(st.sampled_from("a\r\n\t")))
def test_a_cleaned_text_stays_as_it_is_or_is_refused(raw: str) -> None:
    cleaned = clean_text(raw)
    assert first_bad_character(cleaned) is not None or (clean_text(cleaned) == cleaned and "\r" not in cleaned)
    assert cleaned == raw or "\r\n" in raw
