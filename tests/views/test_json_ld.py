"""What programs that read schema.org find in the page of a comparison."""

import json
from typing import Any

import pytest
from django.test import Client

from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.dom import page, read
from tests.examples import PAGE
from tests.views import hostile


def block(html: str) -> str:
    return page(html).one("script[type='application/ld+json']").letters


def claims_by_address(article: Any) -> dict[str, Any]:
    return {claim["url"]: claim for claim in article["about"] if claim["@type"] == "Claim"}


@pytest.mark.usefixtures("edition")
class TestTheArticle:
    def test_is_about_the_event(self, client: Client, edition: Edition) -> None:
        article = json.loads(block(read(client)))
        assert (article["@context"], article["@type"]) == ("https://schema.org", "Article")
        assert article["url"] == f"http://testserver{PAGE}"
        assert (article["headline"], article["version"]) == (edition.title, 1)
        event = article["about"][0]
        assert (event["@type"], event["startDate"]) == ("Event", "2017-01-28")

    def test_and_about_every_claim_with_what_each_party_said(self, client: Client, edition: Edition) -> None:
        claims = claims_by_address(json.loads(block(read(client))))
        assert len(claims) == len(edition.outcomes)
        claim = claims[f"http://testserver{PAGE}claims/trade-discussed/"]
        assert {one["name"]: one["description"] for one in claim["mentions"]} == {
            "Kremlin": "said so",
            "White House": "denied it, according to “Newspaper report of the call”",
        }
        assert claim["description"] == (
            "Contradiction (not read a second time · rests on a report). "
            "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it."
        )
        assert {work["sourceOrganization"]["name"] for work in claim["appearance"] if "sourceOrganization" in work} == {
            "Kremlin"
        }

    def test_has_an_image_an_author_and_dates(self, client: Client, edition: Edition) -> None:
        article = json.loads(block(read(client)))
        assert article["image"] == f"http://testserver{PAGE}editions/1/card.png"
        assert article["author"] == article["publisher"]
        assert (article["author"]["@type"], article["author"]["name"]) == ("Organization", "Counterpoint")
        assert article["datePublished"] == article["dateModified"] == edition.document["edition"]["published_at"]
        publish(edition.event, note="Once more.", by="ann")
        assert "datePublished" not in json.loads(block(read(client))), "which is not known without the first edition"

    def test_whichever_of_them_are_shown(self, client: Client, edition: Edition) -> None:
        article = json.loads(block(read(client, f"{PAGE}?show=open&parties=kremlin")))
        assert len(claims_by_address(article)) == len(edition.outcomes)
        assert article["url"] == f"http://testserver{PAGE}"

    def test_rates_nothing(self, client: Client) -> None:
        text = block(read(client))
        for word in ("ClaimReview", "Rating", "reviewRating"):
            assert word not in text


@pytest.mark.django_db
class TestTheClaim:
    def test_is_the_main_thing_on_its_own_page_and_part_of_the_comparison(
        self, client: Client, edition: Edition
    ) -> None:
        article = json.loads(block(read(client, f"{PAGE}claims/trade-discussed/")))
        assert article["url"] == f"http://testserver{PAGE}claims/trade-discussed/"
        assert article["headline"] == "Was trade discussed?"
        assert article["isPartOf"]["url"] == f"http://testserver{PAGE}"
        assert article["image"] == f"http://testserver{PAGE}editions/1/claims/trade-discussed/card.png"
        assert article["author"]["name"] == article["publisher"]["name"] == "Counterpoint"
        on_comparison = claims_by_address(json.loads(block(read(client))))
        assert article["mainEntity"] == on_comparison[article["url"]]

    def test_says_when_it_was_first_published_and_when_last(self, client: Client, edition: Edition) -> None:
        later = publish(edition.event, note="Once more.", by="ann")
        first, last = (one.document["edition"]["published_at"] for one in (edition, later))
        article = json.loads(block(read(client, f"{PAGE}claims/trade-discussed/")))
        assert (article["datePublished"], article["dateModified"], article["version"]) == (first, last, 2)
        earlier = json.loads(block(read(client, f"{PAGE}editions/1/claims/trade-discussed/")))
        assert (earlier["dateModified"], earlier["version"]) == (first, 1)
        permalink = f"http://testserver{PAGE}editions/1/claims/trade-discussed/"
        assert (earlier["@id"], earlier["url"], earlier["mainEntity"]["url"]) == (permalink, permalink, permalink)


@pytest.mark.django_db
def test_whatever_people_type_comes_through_whole_and_ends_no_element(client: Client) -> None:
    edition = hostile.publish_hostile()
    text = block(read(client, hostile.PAGE))
    for sign in "<>&\u2028\u2029":
        assert sign not in text
    article = json.loads(text)
    assert article["headline"] == edition.title
    (claim,) = claims_by_address(article).values()
    assert claim["text"] == edition.document["claims"][0]["wording"]
    assert claim["appearance"][0]["url"] == "https://example.org/?a=1&b=<2>"


def test_a_preview_has_none(admin_client: Client, edition: Edition) -> None:
    html = admin_client.get(f"/admin/comparisons/event/{edition.event.pk}/preview/").content.decode()
    assert "ld+json" not in html


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("address", [PAGE, f"{PAGE}claims/trade-discussed/"])
def test_the_policy_is_as_strict_as_before(client: Client, address: str) -> None:
    policy = client.get(address)["Content-Security-Policy"]
    assert "script-src 'self'" in policy.split("; ")
    assert "unsafe-inline" not in policy
