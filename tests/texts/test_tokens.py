"""What counts as one word, and as the same word."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.texts.sentences import sentences
from comparisons.texts.tokens import LETTERS_AT_MOST, tokens


def words(text: str) -> list[str]:
    return [token.word for token in tokens(text)]


def stems(text: str) -> list[str]:
    return [token.stem for token in tokens(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trade, sanctions; Syria.", ["trade", "sanctions", "syria"]),
        ("Trump–Putin G20/G7", ["trump", "putin", "g20", "g7"]),
        ("snake_case a:b NEAR(c) d* -e", ["snake", "case", "a", "b", "near", "c", "d", "e"]),
        ("1,000.5", ["1", "000", "5"]),
        ("Kremlin’s Kremlin's don't", ["kremlin's", "kremlin's", "don't"]),
        ("Kremlinʼs Kremlin's Kremlin’s", ["kremlin's", "kremlin's", "kremlin's"]),
        ("l’accord O'Brien об'єкт обʼєкт", ["l", "accord", "o", "brien", "об", "єкт", "об", "єкт"]),
        ("'quoted' rock'n'roll", ["quoted", "rock", "n", "roll"]),
        ("中文 トランプ", ["中", "文", "ト", "ラ", "ン", "プ"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("co\u00adoperation zero\u200bwidth", ["cooperation", "zerowidth"]),
        ("ﷺ", ["صلىاللهعليهوسلم"]),
        ("", []),
        ('"*—…!"', []),
    ],
)
def test_a_word_is_a_run_of_letters_and_digits(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("САНКЦИИ", "санкции"),
        ("Ёлка", "елка"),
        ("е\u0308лка", "ёлка"),
        ("перегово́ры", "переговоры"),
        ("Élysée", "elysee"),
        ("Straße", "STRASSE"),
        ("ﬁnance", "finance"),
        ("ＴＲＡＤＥ", "trade"),
        ("İstanbul", "istanbul"),
        ("и\u0306", "й"),
    ],
)
def test_what_a_reader_takes_for_one_word_is_one(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(("one", "other"), [("мой", "мои"), ("їх", "іх"), ("ўсе", "усе")])
def test_letters_that_only_look_alike_are_two(one: str, other: str) -> None:
    assert words(one) != words(other)


@pytest.mark.parametrize(
    "forms",
    [
        ["торговля", "торговли", "Торговлю", "торговлей"],
        ["санкции", "Санкций", "санкциям"],
        ["sanction", "sanctions", "Sanctions", "sanctioned"],
        ["country", "countries", "country's", "countries’"],
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: list[str]) -> None:
    assert len({tuple(stems(form)) for form in forms}) == 1


def test_the_stem_goes_by_the_script_and_not_by_the_text() -> None:
    assert stems("talks переговоры talks") == ["talk", "переговор", "talk"]


def test_a_token_says_where_it_is() -> None:
    text = "Об «Élysée»: да."
    assert [text[token.start : token.end] for token in tokens(text)] == ["Об", "Élysée", "да"]


def test_a_word_without_end_is_cut() -> None:
    (token,) = tokens("x" * 500_000)
    assert len(token.word) == LETTERS_AT_MOST
    assert token.end == 500_000


@given(st.text())
def test_a_token_is_safe_in_every_query_language(text: str) -> None:
    for token in tokens(text):
        for written in (token.word, token.stem):
            assert 0 < len(written.encode()) < 2_000
            assert not set(written) & set(' \t\n"\\:*^(){}+-&|!<>\0')


@given(st.text(alphabet="abcdéüßñABCÉабвгдеёйіїўАЁЙ'’ -.\u0301\u0308"))
def test_composed_and_decomposed_letters_are_the_same(text: str) -> None:
    assert words(normalize("NFC", text)) == words(normalize("NFD", text))


@pytest.mark.parametrize("run", [".", "… ", ". " * 3 + "\t", "?!"])
def test_a_text_of_stops_alone_is_cut_in_time_that_grows_with_it(run: str) -> None:
    text = "word" + run * 200_000 + "x"
    spans = list(sentences(text))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
