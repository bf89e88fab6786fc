"""The cards of pages across events and of the site, and the words on those of every claim."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.cards import store as keeping
from comparisons.cards.claim_layout import claim_layout
from comparisons.cards.content import ClaimCard, card_of
from comparisons.cards.fonts import drawable
from comparisons.comparison.comparison import Comparison
from comparisons.documents import load
from comparisons.models import Card, Edition
from comparisons.publishing.publish import publish, withdraw
from comparisons.wording.quotation import quoted
from tests.cards.values import words_on


@pytest.mark.django_db
class TestTheCardOfAPageAcrossEvents:
    @pytest.mark.parametrize(
        ("address", "kicker", "title", "line"),
        [
            ("topics/trade", "A topic in all events", "Trade", "What each side said on “Trade”: 1 claim in 1 event."),
            ("parties/kremlin", "A party in all events", "Kremlin", "The Kremlin is compared on 17 claims in 1 event."),
            (
                "parties/kremlin/white-house",
                "Two parties in all events",
                "Kremlin and White House",
                "Where the Kremlin and the White House agree, where they contradict each other, and what only one of "
                "them says: 17 claims in 1 event.",
            ),
        ],
    )
    def test_says_its_title_and_its_figures(
        self, client: Client, edition: Edition, drawn: list[Any], address: str, kicker: str, title: str, line: str
    ) -> None:
        response = client.get(f"/{address}/card.png")
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        assert words_on(drawn[0]) == [kicker, title, line, "Counterpoint"]

    def test_follows_what_is_published(
        self, client: Client, edition: Edition, drawn: list[Any], document: dict[str, Any]
    ) -> None:
        before = client.get("/topics/trade/card.png")
        assert client.get("/topics/trade/card.png").content == before.content
        assert len(drawn) == 1
        document["event"]["slug"] = "another-call"
        publish(load(document).event, by="ann")
        after = client.get("/topics/trade/card.png", headers={"If-None-Match": before["ETag"]})
        assert after.status_code == 200
        assert "2 claims in 2 events." in words_on(drawn[1])[2]
        assert Card.objects.count() == 1

    @pytest.mark.parametrize("address", ["topics/trade", "parties/kremlin", "parties/kremlin/white-house"])
    def test_counts_no_longer_what_was_withdrawn_whatever_version_is_asked_for(
        self, client: Client, edition: Edition, drawn: list[Any], document: dict[str, Any], address: str
    ) -> None:
        document["event"]["slug"] = "another-call"
        other = publish(load(document).event, by="ann")
        card = f"/{address}/card.png"
        version = client.get(card)["ETag"].strip('"')
        kept = client.get(f"{card}?v={version}")
        assert kept["Cache-Control"] == "public, max-age=2592000, s-maxage=60"
        assert len(drawn) == 1
        withdraw(other.event, reason="It was about another call.", by="ann")
        response = client.get(f"{card}?v={version}", headers={"If-None-Match": kept["ETag"]})
        assert response.status_code == 200
        assert response["Cache-Control"] == "public, max-age=3600, s-maxage=60"
        assert "in 1 event" in words_on(drawn[1])[2]

    def test_of_the_site_is_the_present_one_whatever_version_is_asked_for(
        self, client: Client, db: None, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        version = client.get("/card.png")["ETag"].strip('"')
        monkeypatch.setattr(keeping, "DRAWING", "mended")
        response = client.get(f"/card.png?v={version}")
        assert response["ETag"] != f'"{version}"'
        assert response["Cache-Control"] == "public, max-age=3600, s-maxage=60"

    def test_of_the_site_says_what_it_is_and_needs_nothing_published(
        self, client: Client, drawn: list[Any], db: None
    ) -> None:
        assert client.get("/card.png").status_code == 200
        assert words_on(drawn[0])[0] == "One event, in the words of each side"

    @pytest.mark.parametrize("address", ["topics/trade", "parties/kremlin", "parties/kremlin/white-house"])
    def test_is_not_there_for_what_is_not_published(
        self, client: Client, document: dict[str, Any], db: None, address: str
    ) -> None:
        load(document)
        assert client.get(f"/{address}/card.png").status_code == 404
        assert not Card.objects.exists()

    def test_of_a_pair_has_one_address(self, client: Client, edition: Edition) -> None:
        response = client.get("/parties/white-house/kremlin/card.png")
        assert (response.status_code, response["Location"]) == (301, "/parties/kremlin/white-house/card.png")

    def test_costs_as_many_queries_for_many_events(self, client: Client, many_calls: Any) -> None:
        counts = []
        for total in (2, 20):
            many_calls(total)
            client.get("/parties/kremlin/card.png")
            with CaptureQueriesContext(connection) as queries:
                client.get("/parties/kremlin/card.png")
            counts.append(len(queries))
        assert counts[0] == counts[1] == 5


@pytest.mark.django_db
class TestEveryClaimOfEveryDocument:
    def test_has_the_words_of_each_side_on_its_card(self, published: Any) -> None:
        told = 0
        for edition in Edition.objects.published():
            whole = Comparison.from_document(edition.document)
            for claim in edition.document["claims"]:
                card = card_of(whole, claim["slug"])
                assert isinstance(card, ClaimCard)
                said = " ".join(words_on(claim_layout(card)))
                for party, position in claim["positions"].items():
                    own = {one["id"] for one in edition.document["accounts"] if one["party"] == party}
                    quotes = [
                        " ".join(drawable(stance["quotes"][0]["exact"]).split())
                        for stance in claim["stances"]
                        if stance["account"] in own and stance["position"] == position and stance["quotes"]
                    ]
                    assert not quotes or any(quoted(quote) in said for quote in quotes), (claim["slug"], party)
                    told += bool(quotes)
        assert told > 20


@pytest.mark.django_db
def test_the_card_of_a_quantity_says_the_figure_of_each_side(document: dict[str, Any]) -> None:
    (claim,) = (one for one in document["claims"] if one["slug"] == "duration")
    texts = {one["id"]: one["revisions"][0]["text"] for one in document["accounts"]}
    claim["stances"] = [
        {
            "account": account,
            "position": "affirms",
            "basis": "own_text",
            "low": minutes,
            "high": minutes,
            "value": value,
            "quotes": [{"exact": texts[account][:40].rsplit(" ", 1)[0]}],
        }
        for account, minutes, value in (("kremlin-statement", 45, ""), ("white-house-statement", 60, "an hour"))
    ]
    edition = publish(load(document).event, by="ann")
    card = card_of(Comparison.from_document(edition.document), "duration")
    assert isinstance(card, ClaimCard)
    said = words_on(claim_layout(card))
    place = said.index("Kremlin")
    assert said[place + 1] == "45 minutes"
    assert "an hour (60 minutes)" in said
    assert "gave a figure" not in " ".join(said)
    assert "Kremlin: 45 minutes; White House: an hour (60 minutes)" in card.alt


@pytest.mark.django_db
def test_quotation_marks_inside_words_stand_one_level_in(document: dict[str, Any]) -> None:
    (claim,) = (one for one in document["claims"] if one["slug"] == "trade-discussed")
    account = next(one for one in document["accounts"] if one["id"] == "kremlin-statement")
    said = "They called trade a “priority” for both."
    account["revisions"][-1]["text"] += f"\n\n{said}"
    stance = next(one for one in claim["stances"] if one["account"] == account["id"])
    stance["quotes"] = [{"exact": said}]
    card = card_of(Comparison.from_document(publish(load(document).event, by="ann").document), claim["slug"])
    assert isinstance(card, ClaimCard)
    assert "“They called trade a ‘priority’ for both.”" in words_on(claim_layout(card))
