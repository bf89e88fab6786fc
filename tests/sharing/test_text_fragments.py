"""A link to words at their source finds these words there, and not the same ones elsewhere."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.sharing.text_fragments import text_fragment_url
from comparisons.texts.anchors import find
from tests.examples import DOCUMENTS
from tests.properties import tried
from tests.sharing.fragments import SOURCE, directive, found_by_a_browser
from tests.texts.paragraphs import stretches, templated


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.stem))
def test_every_quote_of_the_real_texts_is_found_at_its_own_place(path: Path) -> None:
    document = json.loads(path.read_text())
    texts = {account["id"]: account["revisions"][-1]["text"] for account in document["accounts"]}
    count = 0
    for claim in document["claims"]:
        for stance in claim["stances"]:
            for quote in stance.get("quotes", ()):
                text = texts[quote.get("account", stance["account"])]
                exact, around = quote["exact"], (quote.get("prefix", ""), quote.get("suffix", ""))
                start = find(text, exact, *around, quote.get("start"))
                said = directive(text_fragment_url(SOURCE, text, start, start + len(exact)))
                words, before = found_by_a_browser(said, text)
                assert words == " ".join(exact.split())
                assert before.strip() == " ".join(text[:start].split())
                count += 1
    assert count


def test_short_words_are_named_whole() -> None:
    text = "They discussed trade, and sanctions."
    assert directive(text_fragment_url(SOURCE, text, 15, 20)) == "trade"


def test_long_words_and_those_of_several_lines_by_their_ends() -> None:
    text = "One.\nTwo three\n\nfour five six. Seven"
    start, end = text.index("Two"), text.index(" Seven")
    assert directive(text_fragment_url(SOURCE, text, start, end)) == "Two%20three,four%20five%20six."
    text = " ".join(f"word{number}" for number in range(100))
    said = directive(text_fragment_url(SOURCE, text, 0, len(text)))
    assert said.split(",")[0].startswith("word0%20word1%20")
    assert said.endswith("word98%20word99")


def test_words_that_occur_again_get_the_context_before_or_after() -> None:
    text = "Trade first.\nThen they came back to trade at length."
    second = text.rindex("trade")
    assert directive(text_fragment_url(SOURCE, text, second, second + 5)) == "they%20came%20back%20to-,trade"
    assert directive(text_fragment_url(SOURCE, text, 0, 5)) == "Trade,-first."


def test_parallel_paragraphs_are_told_apart_by_as_many_words_as_it_takes() -> None:
    said = "said that the two sides had agreed to go on with their talks on trade."
    text = f"Lavrov {said}\nRubio {said}"
    for start, name in ((text.index("trade"), "Lavrov"), (text.rindex("trade"), "Rubio")):
        address = text_fragment_url(SOURCE, text, start, start + 5)
        assert directive(address).startswith(f"{name}%20said%20that")
        assert len(found_by_a_browser(directive(address), text)[1]) == start


@pytest.mark.parametrize("again", ["Yes.", "YES.", "“Yes.”", "Yés.", "Yes. And no."])
def test_words_that_nothing_tells_apart_are_no_directive(again: str) -> None:
    assert text_fragment_url(SOURCE, f"Yes.\n{again}", 0, 4) == SOURCE


def test_long_words_end_where_they_are_to_end() -> None:
    long = "word " * 30 + "then,"
    text = f"They met, and both then spoke of peace among the two states, {long} of peace among the two states, as."
    start, end = 0, text.index(", as")
    words, before = found_by_a_browser(directive(text_fragment_url(SOURCE, text, start, end)), text)
    assert (words, before) == (text[start:end], "")


def test_a_directive_that_no_address_holds_is_left_out() -> None:
    assert text_fragment_url(SOURCE, "слово" * 1_000, 0, 5_000) == SOURCE


@tried(1000)
@given(st.data())
def test_a_directive_leads_to_the_very_words_in_a_text_of_repeated_templates(data: st.DataObject) -> None:
    drawn = data.draw(templated())
    start, end = data.draw(stretches(drawn))
    text = drawn.text
    address = text_fragment_url(SOURCE, text, start, end)
    if address != SOURCE:
        words, before = found_by_a_browser(directive(address), text)
        begins, ends = len(spaceless(before)), len(spaceless(before + words))
        assert begins <= len(spaceless(text[:start])) < len(spaceless(text[:end])) <= ends
        assert len(words.split()) == len(text[start:end].split()), "no more than whole words"


def spaceless(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize(("part", "whole"), [("operation", "cooperation"), ("Russia", "Russia’s"), ("10", "10,000")])
def test_a_part_of_a_word_is_widened_to_the_word(part: str, whole: str) -> None:
    text = f"A non-{whole} thing."
    start = text.index(part)
    assert unquote(directive(text_fragment_url(SOURCE, text, start, start + len(part)))) == whole


def test_the_signs_of_a_directive_are_written_differently() -> None:
    text = "a-b, c & d — «да»"
    assert directive(text_fragment_url(SOURCE, text, 0, len(text))).isascii()
    assert directive(text_fragment_url(SOURCE, text, 0, 8)) == "a%2Db%2C%20c%20%26"


def test_a_fragment_that_the_address_has_stands() -> None:
    assert text_fragment_url("https://example.org/#third", "Trade", 0, 5) == "https://example.org/#third:~:text=Trade"


@pytest.mark.parametrize("text", ["", "   ", "\n\n"])
def test_no_words_are_no_directive(text: str) -> None:
    assert text_fragment_url(SOURCE, text, 0, len(text)) == SOURCE
