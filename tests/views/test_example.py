"""The front page shows what a comparison is by one claim of a published one."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.documents import load
from comparisons.models import Edition, Event, FrontPageChoice, Topic
from comparisons.models import front_page as example
from comparisons.publishing.publish import publish, withdraw
from tests.admin.forms import assert_shown
from tests.dom import Element, claims_in, page, read, text_of
from tests.examples import PAGE
from tests.factories import member
from tests.search.small import publish_small

pytestmark = pytest.mark.django_db


def shown(client: Client, address: str = "/") -> list[Element]:
    """The example, where there is one."""
    return page(read(client, address)).all("div.example")


def confirmed(document: dict[str, Any], *, caveat: bool = False) -> dict[str, Any]:
    """The example, its contradiction read a second time; without a caveat in the White House's own words."""
    (trade,) = (claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    trade |= {"confirmed_by": "Ben", "confirmed_at": "2020-01-01"}
    if not caveat:
        (denial,) = (stance for stance in trade["stances"] if stance["position"] == "denies")
        own = next(account for account in document["accounts"] if account["id"] == denial["account"])
        words = own["revisions"][0]["text"].split("\n")[0]
        denial |= {"basis": "own_text", "quotes": [{"exact": words}]}
    return document


def test_each_side_is_reported_with_its_words_and_the_outcome(
    client: Client, document: dict[str, Any], db: None
) -> None:
    publish(load(confirmed(document)).event, by="ann")
    (given,) = shown(client)
    text = given.text
    assert "Was trade discussed?" in text
    assert "The Kremlin said so; the White House denied it." in text
    assert "Kremlin: said so" in text
    assert "restoring mutually beneficial trade and economic ties" in text
    assert "White House: denied it" in text
    assert "The contradiction is the newspaper's" in text, "the note of the claim"
    assert given.leads_to(f"{PAGE}claims/trade-discussed/")
    assert "All 17 claims of this comparison" in text
    assert "Chosen by rule: a contradiction in both sides’ own words, confirmed by a second reading" in text


@pytest.mark.parametrize("fault", ["caveat", "unconfirmed", "language"])
def test_else_an_agreement_in_part_is_shown(client: Client, document: dict[str, Any], db: None, fault: str) -> None:
    confirmed(document, caveat=fault == "caveat")
    if fault == "unconfirmed":
        del document["claims"][0]["confirmed_by"], document["claims"][0]["confirmed_at"]
    if fault == "language":
        document["accounts"][0]["language"] = "de"
    publish(load(document).event, by="ann")
    (given,) = shown(client)
    assert "Did they favour coordinating their actions against Islamic State in Syria?" in given.text
    assert "Agreement in part" in given.text


def test_words_with_a_translation_can_be_read(client: Client, document: dict[str, Any], db: None) -> None:
    confirmed(document)
    document["accounts"][0]["language"] = "de"
    (denial,) = (stance for stance in document["claims"][0]["stances"] if stance["position"] == "denies")
    denial["quotes"][0]["translation"] = {"text": "In English.", "language": "en", "by": "desk"}
    publish(load(document).event, by="ann")
    (given,) = shown(client)
    assert "Was trade discussed?" in given.text
    (in_russian,) = shown(client, "/ru/")
    assert "Was trade discussed?" not in in_russian.text


def test_a_claim_without_a_question_does_not_read_as_the_sites_own_words(
    client: Client, document: dict[str, Any], db: None
) -> None:
    for claim in document["claims"]:
        claim["question"] = ""
    publish(load(confirmed(document)).event, by="ann")
    (given,) = shown(client)
    assert "Claim: “Trade and economic ties were discussed.”" in given.text


def test_the_example_is_of_the_newest_event_that_has_one(client: Client, document: dict[str, Any], db: None) -> None:
    publish(load(confirmed(document)).event, by="ann")
    document["event"] |= {"slug": "later", "date": "2018-01-28", "title": "A later call"}
    publish(load(document).event, by="ann")
    publish_small("latest")
    (given,) = shown(client)
    assert "A later call" in given.text
    assert "latest" not in given.markup


# Chosen by a publisher.


def front_page(event: Event) -> str:
    return reverse("admin:comparisons_event_front_page", args=[event.pk])


def test_a_publisher_chooses_a_claim_and_takes_the_choice_back(client: Client, edition: Edition) -> None:
    publisher, address = member("publisher", "Publishers"), front_page(edition.event)
    assert_shown(publisher.get(address), "How long did the call last?")
    publisher.post(address, {"claim": "sanctions-discussed"})
    (given,) = shown(client)
    assert "An unnamed White House official denied it." in given.text
    assert "Chosen by rule" not in given.text
    assert_shown(publisher.get(address), "Chosen by Ann Publisher")
    publisher.post(address, {"claim": ""})
    (given,) = shown(client)
    assert "Chosen by rule" in given.text


def test_the_last_choice_is_shown_as_long_as_it_is_public(
    client: Client, document: dict[str, Any], edition: Edition
) -> None:
    publisher = member("publisher", "Publishers")
    publisher.post(front_page(edition.event), {"claim": "sanctions-discussed"})
    document["event"] |= {"slug": "later", "date": "2018-01-28", "title": "A later call"}
    later = publish(load(document).event, by="ann").event
    publisher.post(front_page(later), {"claim": "iran-discussed"})
    assert "Iran" in shown(client)[0].text
    later.claims.get(slug="iran-discussed").delete()
    assert "Iran" in shown(client)[0].text, "a draft changes nothing"
    publish(later, note="Without Iran.", by="ann")
    assert "sanctions" in shown(client)[0].text
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    assert "Islamic State" in shown(client)[0].text


@pytest.mark.parametrize("claim", ["no-such-claim", "x" * 300, "gifts"])
def test_what_is_not_published_is_not_chosen(client: Client, edition: Edition, claim: str) -> None:
    edition.event.claims.create(slug="gifts", wording="Gifts were given.", topic=Topic.objects.all()[0], order=99)
    response = member("publisher", "Publishers").post(front_page(edition.event), {"claim": claim})
    assert response.status_code == 200
    assert claim not in dict(response.context["form"].fields["claim"].choices)
    assert not FrontPageChoice.objects.exists()


def test_only_who_may_publish_chooses(client: Client, edition: Edition) -> None:
    assert client.get(front_page(edition.event)).status_code == 302
    assert member("editor", "Editors").post(front_page(edition.event), {"claim": ""}).status_code == 403


# Where there is none.


def test_no_example_where_something_is_asked_for_or_nothing_is_one(client: Client, edition: Edition) -> None:
    assert shown(client)
    assert not shown(client, "/?q=trade")
    assert not shown(client, "/?family=contradictions")
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    publish_small("quiet")
    assert not shown(client)


def test_a_draft_is_no_example(client: Client, document: dict[str, Any], edition: Edition) -> None:
    document["event"] |= {"slug": "draft", "date": "2020-01-28", "title": "A draft"}
    load(document)
    (given,) = shown(client)
    assert "A draft" not in given.markup


def test_a_document_that_would_slow_the_page_is_passed_over(
    client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "LONGEST", len(edition.body) - 1)
    assert not shown(client)
    monkeypatch.setattr(example, "LONGEST", len(edition.body))
    assert shown(client)


def test_each_family_says_in_a_sentence_what_its_claims_have_in_common(client: Client, edition: Edition) -> None:
    families = page(read(client)).one("nav.counts")
    text = families.text
    for gloss in (
        "Two sides or more say the same, in whole or in part.",
        "The statements conflict, in whole or in part.",
        "Only one side addresses it, or was asked about it.",
        "No account that has been read addresses it.",
    ):
        assert gloss in text
    assert families.leads_to("/about/")


class TestALongQuote:
    @pytest.fixture
    def long(self, document: dict[str, Any], db: None) -> str:
        words = "They spoke of trade at length. " * 20
        account = next(account for account in document["accounts"] if account["id"] == "kremlin-statement")
        account["revisions"][0]["text"] += f"\n{words}"
        claim = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
        stance = next(stance for stance in claim["stances"] if stance["account"] == "kremlin-statement")
        stance["quotes"] = [{"exact": words.strip()}]
        publish(load(document).event, by="ann")
        return words.strip()

    def test_is_whole_in_its_comparison(self, client: Client, long: str) -> None:
        html = read(client)
        assert long in claims_in(html)["trade-discussed"]["quotes"]
        assert not page(html).has("figure.quote.long")

    def test_is_not_folded_on_the_page_of_its_claim(self, client: Client, long: str) -> None:
        html = read(client, f"{PAGE}claims/trade-discussed/")
        assert long in text_of(html)
        assert not page(html).has("figure.quote.long")
