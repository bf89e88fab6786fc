"""An original and its translation on the page of the texts: one row for what belongs together."""

import re
from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.publishing.publish import publish
from tests.dom import page
from tests.examples import SLUG
from tests.factories import ENGLISH, RUSSIAN

pytestmark = pytest.mark.django_db

PAGE = f"/comparisons/{SLUG}/texts/"
OVER_TWO_PARAGRAPHS = "Trade was discussed.\n\nBoth sides"


def in_two_languages(document: dict[str, Any]) -> dict[str, Any]:
    """The call with the Kremlin's statement in Russian and English, both quoted on trade, over two paragraphs."""
    of = next(account for account in document["accounts"] if account["id"] == "kremlin-statement")
    original = {**of, "id": "russian", "language": "ru", "title": "Заявление", "revisions": [{"text": RUSSIAN}]}
    translation = {**of, "id": "english", "translation_of": "russian", "revisions": [{"text": ENGLISH}]}
    other = next(account for account in document["accounts"] if account["id"] == "white-house-statement")
    words = {"russian": "Обсуждалась торговля", "english": OVER_TWO_PARAGRAPHS}
    claim = {
        **next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed"),
        "stances": [
            {"account": key, "position": "affirms", "basis": "own_text", "quotes": [{"exact": exact}]}
            for key, exact in words.items()
        ],
    }
    return {**document, "accounts": [translation, other, original], "claims": [claim]}


def test_each_paragraph_is_a_block_and_the_blocks_are_the_text(client: Client, document: dict[str, Any]) -> None:
    publish(load(in_two_languages(document)).event, by="ann")
    html = client.get(PAGE).content.decode()
    texts = page(html).one(".pair").all(".words")
    shown = [[block.letters for block in text.all(".block")] for text in texts]
    assert shown == [re.split(r"(?<=\n\n)", text) for text in (RUSSIAN, ENGLISH)], "the original first"


def test_words_that_run_over_two_paragraphs_are_marked_in_both_and_numbered_once(
    client: Client, document: dict[str, Any]
) -> None:
    publish(load(in_two_languages(document)).event, by="ann")
    html = client.get(PAGE).content.decode()
    marked = page(html).all("a.passage[id^=at-english-]")
    assert [passage["id"] for passage in marked] == [
        f"at-english-{ENGLISH.index(words)}" for words in ("Trade", "Both")
    ]
    assert ["data-number" in passage.attributes for passage in marked] == [False, True]
