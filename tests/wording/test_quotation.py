"""Quotation marks in quotation marks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.wording.quotation import quoted


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Trade was discussed.", "“Trade was discussed.”"),
        ("Claim: “Trade was discussed.”", "“Claim: ‘Trade was discussed.’”"),
        ("He called it “a ‘great’ call”.", "“He called it ‘a “great” call’.”"),
        ('The "great" call', "“The ‘great’ call”"),
        (
            "The Kremlin’s ‘readout’ of Putin’s call",
            "“The Kremlin’s “readout” of Putin’s call”".replace("“readout”", "‘readout’"),
        ),
        ("a fragment” that was cut", "“a fragment’ that was cut”"),
        ("«Роснефть» and others", "“«Роснефть» and others”"),
    ],
)
def test_in_english_the_inner_ones_are_single(words: str, expected: str) -> None:
    assert quoted(words, "en") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Тезис: «Торговля обсуждалась»", "«Тезис: „Торговля обсуждалась“»"),
        ('О "Роснефти"', "«О „Роснефти“»"),
        ("Он „согласен“", "«Он „согласен“»"),
        ("A “call”", "«A “call”»"),
    ],
)
def test_in_russian_the_inner_ones_are_commas(words: str, expected: str) -> None:
    assert quoted(words, "ru") == expected


@given(st.text(alphabet="ab “”‘’«»„\"'.", max_size=40), st.sampled_from(["en", "ru"]))
def test_no_other_sign_is_changed_and_none_is_lost(words: str, language: str) -> None:
    said = quoted(words, language)
    marks = str.maketrans("", "", '“”‘’«»„"')
    assert len(said) == len(words) + 2
    assert said[1:-1].translate(marks) == words.translate(marks)
