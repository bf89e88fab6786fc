"""A quote with a translation: kept, given back and shown under the words; a translation of nothing is refused."""

import json
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from comparisons.documents import Faults, dump, load
from comparisons.models import Event, Quote
from comparisons.publishing.publish import publish
from tests.dom import page, text_of
from tests.examples import EXAMPLE, SLUG

TRANSLATION = {"text": "Торговля обсуждалась.", "language": "ru", "by": "desk"}


def with_translation(translation: Any, place: tuple[int, int] = (0, 2)) -> dict[str, Any]:
    """The example with this under the Kremlin's words on trade."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text())
    claim, stance = place
    document["claims"][claim]["stances"][stance]["quotes"][0]["translation"] = translation
    return document


def refused(document: Any) -> list[str]:
    with pytest.raises(Faults) as refusal:
        load(document)
    assert not Event.objects.exists()
    return [fault.place for fault in refusal.value.faults]


PLACE = "claims[0].stances[2].quotes[0].translation"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("translation", "place"),
    [
        ({**TRANSLATION, "text": ""}, f"{PLACE}.text"),
        ({**TRANSLATION, "text": " \n"}, f"{PLACE}.text"),
        ({"language": "ru", "by": "desk"}, f"{PLACE}.text"),
        ({**TRANSLATION, "language": "xx"}, f"{PLACE}.language"),
        ({**TRANSLATION, "language": "Russian"}, f"{PLACE}.language"),
        ({**TRANSLATION, "language": "en-GB"}, f"{PLACE}.language"),
        ({"text": "Да.", "by": "desk"}, f"{PLACE}.language"),
        ({**TRANSLATION, "by": ""}, f"{PLACE}.by"),
        ({"text": "Да.", "language": "ru"}, f"{PLACE}.by"),
        ({**TRANSLATION, "note": "x"}, f"{PLACE}.note"),
        ("Торговля.", PLACE),
        ([], PLACE),
    ],
)
def test_a_translation_that_is_none_is_refused_by_its_place(translation: Any, place: str) -> None:
    assert refused(with_translation(translation)) == [place]


@pytest.mark.django_db
def test_an_implication_of_a_silence_is_refused_by_its_place() -> None:
    document = json.loads(EXAMPLE.read_text())
    document["claims"][0]["stances"][1]["implied"] = True
    assert refused(document) == ["claims[0].stances[1].implied"]


@pytest.mark.django_db
@pytest.mark.parametrize("given", [None, TRANSLATION])
def test_a_translation_is_given_back_as_it_was(given: Any) -> None:
    whole = dump(load(with_translation(given)).event)
    quote: Any = whole["claims"][0]["stances"][2]["quotes"][0]
    assert quote["translation"] == given
    assert dump(load(json.loads(json.dumps(whole))).event) == whole


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("desk", "Translation (Russian), by the desk"),
        ("Anna Ivanova", "Translation (Russian), by Anna Ivanova"),
        ("newspaper-report", "Translation (Russian), as “Newspaper report of the call” has it"),
    ],
)
def test_it_stands_under_the_words_and_says_whose_it_is(client: Client, by: str, words: str) -> None:
    publish(load(with_translation({**TRANSLATION, "by": by})).event, by="Ann")
    for address in ("", "claims/trade-discussed/"):
        html = client.get(f"/comparisons/{SLUG}/{address}").content.decode()
        (figure,) = (one for one in page(html).all("figure.quote") if one.has(".translation"))
        assert figure.one("blockquote").text != TRANSLATION["text"]
        assert figure.one(".translation p[lang=ru]").text == TRANSLATION["text"]
        assert figure.one(".translation .whose").text == words
    assert words in text_of(client.get(f"/embed/{SLUG}/?claim=trade-discussed").content.decode())


@pytest.mark.django_db
def test_a_page_says_once_which_language_a_reader_does_not_have(client: Client) -> None:
    document = with_translation(None)
    for account in document["accounts"]:
        account["language"] = "uk"
    publish(load(document).event, by="Ann")
    words = "Words are quoted here that are not translated. Their language: Ukrainian."
    for address in (f"/comparisons/{SLUG}/", f"/comparisons/{SLUG}/claims/trade-discussed/", f"/embed/{SLUG}/"):
        assert text_of(client.get(address).content.decode()).count(words) == 1, address


@pytest.mark.django_db
def test_a_page_in_the_language_of_its_words_says_nothing(client: Client, edition: Any) -> None:
    assert "not translated" not in client.get(f"/comparisons/{SLUG}/").content.decode()


@pytest.mark.django_db
def test_the_database_refuses_a_translation_without_a_language(event: Event) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Quote.objects.filter(stance__claim__event=event).update(translation="Да.")
