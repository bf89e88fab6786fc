"""Every public answer has an ETag, and none stands for an answer that is another one by now."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from comparisons.documents import load
from comparisons.models import Edition, FrontPageChoice
from comparisons.publishing.publish import publish, withdraw
from tests.examples import PAGE, SLUG

pytestmark = pytest.mark.django_db

DATA = f"/comparisons/{SLUG}"
IN_BOTH_LANGUAGES = [
    *("/", "/?q=trade", "/about/", "/about/rules-1/", "/accessibility/", "/data/", "/offline/"),
    *("/topics/", "/topics/trade/", "/parties/", "/parties/kremlin/", "/parties/kremlin/white-house/"),
    *("/topics/trade/?outcome=contradiction", "/parties/kremlin/white-house/?topic=trade"),
    *(PAGE, f"{PAGE}?show=one-sided", f"{PAGE}claims/trade-discussed/", f"{PAGE}embed/", f"{PAGE}editions/"),
    *(f"{PAGE}texts/", f"{PAGE}texts/?claim=trade-discussed", f"{PAGE}texts/kremlin-statement/"),
    *(f"{PAGE}editions/1/", f"{PAGE}editions/1/claims/trade-discussed/", f"{PAGE}editions/1/texts/"),
    *(f"{PAGE}editions/changes/?from=1&to=2", f"/embed/{SLUG}/"),
    *(f"{PAGE}editions/1/card.png", "/feed.atom", "/topics/trade/feed.atom", f"{PAGE}feed.atom"),
]
OTHERS = [
    *(f"{DATA}.json", f"{DATA}.csv", f"{PAGE}annotations.jsonld", f"{PAGE}editions/1.json"),
    *("/data/comparisons.csv", "/data/comparisons.jsonl", f"/oembed?url=http://testserver{PAGE}", "/embed.js"),
    *("/api/", "/api/openapi.json", "/api/comparisons", f"/api/comparisons/{SLUG}/claims", "/api/topics"),
    *("/api/topics/trade/claims", "/api/parties/kremlin/claims", "/api/parties/kremlin/white-house/claims"),
    *("/sitemap.xml", "/sitemaps/claims.xml", "/robots.txt", "/comparison-1.schema.json", "/service-worker.js"),
]
ADDRESSES = [*IN_BOTH_LANGUAGES, *(f"/ru{address}" for address in IN_BOTH_LANGUAGES), *OTHERS]


@pytest.fixture
def corrected(edition: Edition) -> Edition:
    """In two editions, so that there is a difference to show."""
    return publish(edition.event, note="The same, once more.", by="ann")


def again(client: Client, address: str, tag: str) -> Any:
    return client.get(address, headers={"If-None-Match": tag})


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_tag_answers_to_get_and_to_head(client: Client, corrected: Edition, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 200
    tag = response["ETag"]
    assert tag.startswith('W/"') or address.endswith(".png")
    assert "no-cache" in response["Cache-Control"] or "max-age" in response["Cache-Control"]
    assert again(client, address, tag).status_code == 304
    assert client.head(address)["ETag"] == tag
    assert client.head(address, headers={"If-None-Match": tag}).status_code == 304


CHANGES = {
    "another comparison": ["/", "/topics/", "/parties/kremlin/", "/data/", "/sitemap.xml"],
    "a correction": ["/", PAGE, f"{DATA}.json", f"{PAGE}editions/", f"{PAGE}editions/1/", "/data/"],
    "a renamed party": ["/parties/", "/parties/kremlin/", PAGE],
    "a withdrawal": ["/", PAGE, "/topics/", f"{PAGE}editions/", "/feed.atom"],
    "the front page": ["/"],
    "settings": ["/accessibility/", "/data/"],
}


def change(what: str, edition: Edition, document: dict[str, Any], settings: Any) -> None:
    if what == "another comparison":
        title = f"Another {document['event']['title']}"
        publish(load({**document, "event": {**document["event"], "slug": "another", "title": title}}).event, by="ann")
    elif what == "a correction":
        publish(edition.event, note="A third time.", by="ann")
    elif what == "a renamed party":
        (kremlin,) = (party for party in edition.event.parties.all() if party.slug == "kremlin")
        kremlin.name = "The Kremlin Palace"
        kremlin.save()
        publish(edition.event, note="Another name.", by="ann")
    elif what == "a withdrawal":
        withdraw(edition.event, reason="The text was of another call.", by="ann")
    elif what == "the front page":
        FrontPageChoice.objects.create(event=edition.event, claim="duration", chosen_by="ann", chosen_at=timezone.now())
    else:
        settings.CONTACT, settings.DATA_LICENCE = "desk@counterpoint.example", "CC BY 4.0"


@pytest.mark.parametrize("what", CHANGES)
def test_no_tag_stands_for_an_answer_that_is_another_by_now(
    client: Client, corrected: Edition, document: dict[str, Any], settings: Any, what: str
) -> None:
    before = {address: client.get(address) for address in (*IN_BOTH_LANGUAGES, *OTHERS)}
    change(what, corrected, document, settings)
    answered_otherwise = set()
    for address, earlier in before.items():
        fresh = client.get(address)
        differs = fresh.status_code != 200 or fresh.getvalue() != earlier.getvalue()
        status = again(client, address, earlier["ETag"]).status_code
        if differs:
            answered_otherwise.add(address)
            assert status == fresh.status_code, address
        elif fresh["ETag"] == earlier["ETag"]:
            assert status == 304, address
    assert answered_otherwise >= set(CHANGES[what])
