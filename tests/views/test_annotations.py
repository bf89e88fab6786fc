"""The quotes as W3C Web Annotations: each selects the words that it names, and nothing else."""

import json
from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.examples import SLUG
from tests.views import hostile

pytestmark = pytest.mark.django_db

ADDRESS = f"/comparisons/{SLUG}/annotations.jsonld"
# Of the Web Annotation Vocabulary, those that are used here.
MOTIVATIONS = {"linking", "describing", "classifying", "identifying", "tagging", "commenting"}


def read_annotations(client: Client, address: str = ADDRESS) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    whole = json.loads(response.content)
    assert whole["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (whole["type"], whole["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert whole["id"] == whole["first"]["partOf"] == f"http://testserver{address}"
    assert whole["total"] == len(whole["first"]["items"]) == len({item["id"] for item in whole["first"]["items"]})
    return whole["first"]["items"]


def selectors(item: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    quote, position = item["target"]["selector"]
    assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
    return quote, position


def words_of(item: Any) -> dict[str, str]:
    return {body["purpose"]: body["value"] for body in item["body"] if body["type"] == "TextualBody"}


def test_every_quote_is_an_annotation_that_selects_its_words(client: Client, edition: Edition) -> None:
    document = edition.document
    quotes = [quote for claim in document["claims"] for stance in claim["stances"] for quote in stance["quotes"]]
    accounts = {account["id"]: account for account in document["accounts"]}
    items = read_annotations(client)
    assert len(items) == len(quotes)
    for item, quote in zip(items, quotes, strict=True):
        selector, position = selectors(item)
        text = accounts[quote["account"]]["revisions"][quote["revision"] - 1]["text"]
        assert text[position["start"] : position["end"]] == selector["exact"] == quote["exact"]
        assert selector["prefix"] + selector["exact"] + selector["suffix"] in text
        own = f"http://testserver/comparisons/{SLUG}/texts/{quote['account']}/"
        assert item["target"]["source"] == (accounts[quote["account"]]["source_url"] or own)
        assert (item["type"], item["motivation"]) == ("Annotation", "classifying")


def test_it_says_which_claim_position_and_party_the_words_carry(client: Client, edition: Edition) -> None:
    items = read_annotations(client)
    (item, *_) = [item for item in items if "#trade-discussed/kremlin-statement/" in item["id"]]
    claim = next(claim for claim in edition.document["claims"] if claim["slug"] == "trade-discussed")
    assert words_of(item) == {"describing": claim["wording"], "classifying": "affirms", "identifying": "Kremlin"}
    assert item["body"][0]["source"] == f"http://testserver/comparisons/{SLUG}/editions/1/claims/trade-discussed/"
    assert item["target"]["creator"] == {"name": "The Kremlin"}


def test_words_that_another_account_reports_are_by_that_account_and_the_position_the_party_s(
    client: Client, edition: Edition
) -> None:
    accounts = {account["id"]: account for account in edition.document["accounts"]}
    items = {item["id"].partition("#")[2]: item for item in read_annotations(client)}
    item = items["trade-discussed/white-house-statement/1"]
    assert (words_of(item)["identifying"], words_of(item)["classifying"]) == ("White House", "denies")
    assert words_of(item)["tagging"] == "reported"
    assert item["target"]["creator"] == {"name": "Newspaper, with AP inputs"}
    assert item["target"]["label"] == "Newspaper report of the call"
    for claim in edition.document["claims"]:
        for stance in claim["stances"]:
            for number, quote in enumerate(stance["quotes"], start=1):
                item = items[f"{claim['slug']}/{stance['account']}/{number}"]
                assert item["target"]["creator"]["name"] == accounts[quote["account"]]["source"]
                assert words_of(item).get("tagging") == ("reported" if stance["basis"] == "reported" else None)


@pytest.mark.parametrize(
    ("by", "creator"),
    [
        ("desk", {"type": "Organization", "name": "Counterpoint"}),
        ("newspaper-report", {"name": "Newspaper, with AP inputs"}),
        ("Ann Translator", {"name": "Ann Translator"}),
    ],
)
def test_an_implication_is_a_tag_and_a_translation_a_comment_in_its_language(
    client: Client, document: dict[str, Any], db: None, by: str, creator: dict[str, str]
) -> None:
    document["accounts"][-1]["language"] = "de"
    stance = document["claims"][0]["stances"][2]
    stance |= {"implied": True, "note": "It follows."}
    stance["quotes"][0]["translation"] = {"text": "Handel.", "language": "de", "by": by}
    publish(load(document).event, by="ann")
    (item,) = [item for item in read_annotations(client) if "#trade-discussed/kremlin-statement/" in item["id"]]
    assert words_of(item)["tagging"] == "implied"
    (comment,) = [body for body in item["body"] if body.get("purpose") == "commenting"]
    assert (comment["value"], comment["language"], comment["creator"]) == ("Handel.", "de", creator)
    assert all(body["purpose"] in MOTIVATIONS for one in read_annotations(client) for body in one["body"])


def test_a_text_without_an_address_of_its_own_is_found_here(client: Client, document: dict[str, Any], db: None) -> None:
    for account in document["accounts"]:
        account |= {"source_url": "", "archive_url": "https://archive.example/2"}
    publish(load(document).event, by="ann")
    target = read_annotations(client)[0]["target"]
    assert client.get(target["source"].removeprefix("http://testserver")).status_code == 200
    assert target["state"] == {"type": "TimeState", "cached": "https://archive.example/2"}


def test_whatever_people_type_comes_through_whole(client: Client) -> None:
    hostile.publish_hostile()
    formula, words = read_annotations(client, f"{hostile.PAGE}annotations.jsonld")
    assert selectors(formula)[0]["exact"] == hostile.FORMULA
    assert selectors(words)[0]["exact"] == hostile.WORDS
    assert hostile.WORDS in words_of(words)["describing"]


def test_they_are_where_the_comparison_is(client: Client, edition: Edition, document: dict[str, Any]) -> None:
    load({**document, "event": {**document["event"], "slug": "draft"}})
    assert client.get("/comparisons/draft/annotations.jsonld").status_code == 404
    tag = client.get(ADDRESS)["ETag"]
    assert client.get(ADDRESS, headers={"If-None-Match": tag}).status_code == 304
    assert client.head(ADDRESS).status_code == 200
    assert client.post(ADDRESS).status_code == 405
    edition.event.slug = "call"
    edition.event.save()
    publish(edition.event, note="A shorter address.", by="ann")
    assert client.get(ADDRESS)["Location"] == "/comparisons/call/annotations.jsonld"
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    assert client.get(ADDRESS).status_code == 410
