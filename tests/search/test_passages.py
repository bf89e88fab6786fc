"""How an edition is cut into the pieces that are searched."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.models import Edition
from comparisons.search.passages import TOKENS_AT_MOST, PassageRow, passage_rows
from comparisons.texts.sentences import sentences
from comparisons.texts.tokens import tokens
from tests.search.small import small


def cut(text: str) -> list[str]:
    return [row.text for row in rows_of_text(text)]


def rows_of_text(text: str) -> list[PassageRow]:
    document: Any = small("call")
    whole = {**document["claims"][0], "question": "", "stances": []}
    account = {**document["accounts"][0], "revisions": [{"text": text}]}
    changed: Any = {**document, "claims": [whole], "accounts": [account]}
    rows = passage_rows(changed)
    return [row for row in rows if row.kind == "text"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four… five.", ["One.", "Two!", "Three?", "Four… five."]),
        (
            "President V. V. Putin met J. R. Biden. They spoke.",
            ["President V. V. Putin met J. R. Biden.", "They spoke."],
        ),
        ("The U.S. President and Mr. Putin spoke.", ["The U.S. President and Mr. Putin spoke."]),
        ("В. В. Путин сказал: «Да». Затем — в г. Минск.", ["В. В. Путин сказал: «Да».", "Затем — в г. Минск."]),
        ("“We agreed.” He left.", ["“We agreed.”", "He left."]),
        ("5.5 per cent. e.g. this", ["5.5 per cent. e.g. this"]),
        ("你好。再见。", ["你好。", "再见。"]),
        ("  ", []),
        ("no stop", ["no stop"]),
    ],
)
def test_sentences_end_at_their_stops_and_not_at_initials(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == expected


@given(st.text(alphabet="aB. !?…\n«»\"'1— "))
def test_no_letter_is_outside_of_a_sentence(text: str) -> None:
    inside = "".join(text[start:end] for start, end in sentences(text))
    assert "".join(inside.split()) == "".join(text.split())


def test_a_passage_is_a_paragraph() -> None:
    assert cut("One word.\nTwo words.\n\n   \n***\nThree.") == ["One word.", "Two words.", "Three."]


def test_a_long_paragraph_is_cut_where_a_sentence_ends() -> None:
    sentence = "“They spoke of trade.”"
    pieces = cut(" ".join([sentence] * 200))
    assert all(piece.startswith(sentence) and piece.endswith(sentence) for piece in pieces)
    assert sum(piece.count(sentence) for piece in pieces) == 200


def test_a_sentence_without_end_is_cut_between_two_words() -> None:
    pieces = cut("word " * 1_000)
    assert [len(piece.split()) for piece in pieces] == [256, 256, 256, 232]
    assert [len(piece.split()) for piece in cut("word " * 257)] == [256, 1]


@given(st.text(alphabet="ab. !\n«»1", max_size=3_000), st.integers(1, 4))
def test_nothing_is_lost_and_nothing_is_too_long(text: str, times: int) -> None:
    text = text * times
    rows = rows_of_text(text)
    assert " ".join(row.words for row in rows).split() == [token.word for token in tokens(text)]
    for row in rows:
        assert 0 < len(row.words.split()) == len(row.stems.split()) <= TOKENS_AT_MOST
        assert [token.word for token in tokens(row.text)] == row.words.split()


@pytest.mark.django_db
def test_of_the_real_call_everything_is_indexed_with_its_place(edition: Edition) -> None:
    rows = list(passage_rows(edition.document))
    places = {(row.kind, row.place) for row in rows}
    assert {("title", ""), ("party", "kremlin"), ("topic", "trade"), ("claim", "trade-discussed")} <= places
    said = next(row for row in rows if row.kind == "text" and row.place == "kremlin-statement")
    assert (said.heading, said.speaker, said.language) == ("Kremlin statement on the call", "Kremlin", "en")
    reported = next(row for row in rows if row.kind == "text" and row.place == "newspaper-report")
    assert reported.speaker == "", "an observer speaks for no party"
    assert edition.passages.count() == len(rows)
    quoted = {row.text for row in rows if row.kind == "quote" and row.place == "trade-discussed"}
    assert "Contrary to statements from the White House" in quoted
    assert len(quoted) == 2
