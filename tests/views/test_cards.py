"""The pictures of shared links: at an address for each edition and claim, drawn once and kept."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from PIL import Image

from comparisons.cards import store as keeping
from comparisons.documents import load
from comparisons.models import Card, Edition
from comparisons.publishing.publish import publish, withdraw
from tests.cards.values import claim_card, words_on
from tests.dom import page, read
from tests.examples import PAGE, SLUG
from tests.views import hostile

FIRST = f"{PAGE}editions/1/card.png"
TRADE = f"{PAGE}editions/1/claims/trade-discussed/card.png"


def card_named_by(client: Client, address: str) -> str:
    """The address of the card that a page names, without the host."""
    return page(read(client, address)).one("meta[property='og:image']")["content"].removeprefix("http://testserver")


@pytest.mark.django_db
class TestACard:
    @pytest.mark.parametrize("address", [FIRST, TRADE])
    def test_is_a_picture_of_the_size_that_is_shared(self, client: Client, edition: Edition, address: str) -> None:
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        assert Image.open(BytesIO(response.content)).size == (1200, 630)
        assert "Set-Cookie" not in response
        assert client.post(address).status_code == 405

    def test_of_a_claim_says_the_position_of_each_party_and_its_words_on(
        self, client: Client, edition: Edition, drawn: list[Any]
    ) -> None:
        client.get(TRADE)
        said = words_on(drawn[0])
        assert said[:2] == ["Trump–Putin phone call, 28 January 2017", "Was trade discussed?"]
        assert said[2:4] == ["Contradiction", "not read a second time · rests on a report"]
        assert said[4:11] == [
            "Kremlin",
            "said so",
            "“restoring mutually beneficial trade and economic ties between business circles of the two countries.”",
            "White House",
            "denied it",
            "according to “Newspaper report of the call”",
            "“Contrary to statements from the White House”",
        ]
        day = f"{edition.published_at.day} {edition.published_at:%B %Y}"
        assert said[11:] == ["Counterpoint", f"Edition 1 · {day}"]

    def test_of_a_comparison_counts_the_families(self, client: Client, edition: Edition, drawn: list[Any]) -> None:
        client.get(FIRST)
        said = words_on(drawn[0])
        assert "Trump–Putin phone call, 28 January 2017" in said
        assert "The Kremlin and the White House, compared across 4 accounts." in said
        place = said.index("Contradictions")
        assert said[place : place + 3] == ["Contradictions", "1", "of 17 claims"]

    def test_of_a_comparison_answers_the_contradiction_first(
        self, client: Client, edition: Edition, drawn: list[Any]
    ) -> None:
        client.get(FIRST)
        said = words_on(drawn[0])
        place = said.index("Was trade discussed?")
        assert said[place + 1] == (
            "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it. "
            "(not read a second time)"
        )

    def test_of_a_comparison_says_nothing_of_a_contradiction_that_was_read_a_second_time(
        self, client: Client, document: dict[str, Any], drawn: list[Any], db: None
    ) -> None:
        (trade,) = (claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
        trade |= {"confirmed_by": "Ann Reader", "confirmed_at": "2026-11-25T12:00:00Z"}
        publish(load(document).event, by="ann")
        client.get(FIRST)
        said = words_on(drawn[0])
        assert said[said.index("Was trade discussed?") + 1].endswith("denied it.")

    def test_is_drawn_once_and_kept(self, client: Client, edition: Edition, drawn: list[Any]) -> None:
        assert not Card.objects.exists()
        first = client.get(TRADE).content
        assert [client.get(TRADE).content for _again in range(3)] == [first] * 3
        assert len(drawn) == Card.objects.count() == 1
        client.get(FIRST)
        assert len(drawn) == Card.objects.count() == 2

    def test_costs_three_queries_and_no_document_once_it_is_kept(self, client: Client, edition: Edition) -> None:
        address = card_named_by(client, f"{PAGE}claims/trade-discussed/")
        client.get(address)
        for number in range(2):
            with CaptureQueriesContext(connection) as queries:
                client.get(address)
            assert len(queries) == 3
            assert not any('"body"' in query["sql"] for query in queries)
            for _again in range(10 * (1 - number)):
                publish(edition.event, note="Once more.", by="ann")

    def test_stays_as_it_was_when_a_later_edition_says_something_else(
        self, client: Client, edition: Edition, drawn: list[Any]
    ) -> None:
        before = client.get(TRADE).content
        edition.event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
        publish(edition.event, note="Only the Kremlin’s words are left.", by="ann")
        assert client.get(TRADE).content == before
        client.get(TRADE.replace("/1/", "/2/"))
        assert [words_on(layout)[2] for layout in drawn] == ["Contradiction", "Single source"]
        call_command("rebuild", verbosity=0)
        assert not Card.objects.exists()
        assert client.get(TRADE).content == before
        assert "Contradiction" in words_on(drawn[2])

    @pytest.mark.parametrize("address", [PAGE, f"{PAGE}claims/trade-discussed/", "/about/"])
    def test_has_an_address_of_its_version_and_is_kept_there_for_a_month(
        self, client: Client, edition: Edition, address: str
    ) -> None:
        named = card_named_by(client, address)
        response = client.get(named)
        assert response["Cache-Control"] == "public, max-age=2592000, s-maxage=60"
        assert response["ETag"] == f'"{named.partition("?v=")[2]}"'
        bare = client.get(named.partition("?")[0])
        stale = client.get(named.partition("?")[0] + "?v=0123456789abcdef")
        assert bare.content == stale.content == response.content
        assert {bare["Cache-Control"], stale["Cache-Control"]} == {"public, max-age=3600, s-maxage=60"}
        again = client.get(named, headers={"If-None-Match": response["ETag"]})
        assert (again.status_code, again["Cache-Control"]) == (304, response["Cache-Control"])

    def test_is_drawn_again_at_another_address_when_the_drawing_changes(
        self, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = card_named_by(client, PAGE)
        old = client.get(before)
        monkeypatch.setattr(keeping, "DRAWING", "mended")
        monkeypatch.setattr(keeping, "png", lambda layout: b"mended")
        after = card_named_by(client, PAGE)
        assert after != before
        assert client.get(after).content == b"mended"
        assert Card.objects.count() == 1
        # Whoever still has the address of before gets what there is now, and asks again within the hour.
        response = client.get(before, headers={"If-None-Match": old["ETag"]})
        assert (response.status_code, response.content) == (200, b"mended")
        assert response["Cache-Control"] == "public, max-age=3600, s-maxage=60"

    def test_is_told_apart_by_how_it_is_drawn_by_what_it_says_and_in_which_language(self) -> None:
        card = claim_card()
        version = keeping.version_of(card)
        assert keeping.version_of(claim_card()) == version
        with translation.override("ru"):
            assert keeping.version_of(card) != version
        assert keeping.version_of(claim_card(label="Agreement")) != version
        sources = {path.name for path in Path(keeping.__file__).parent.glob("*.py")}
        assert {"claim_layout.py", "claim_sides.py", "drawing.py", "store.py"} <= sources
        assert len(keeping.DRAWING) == 64

    def test_is_in_the_language_of_the_site_whoever_asks_first(
        self, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(keeping, "png", lambda layout: str(translation.get_language()).encode())
        with translation.override("ru"):
            assert client.get(FIRST).content == b"en"

    def test_of_words_that_would_break_other_formats_is_drawn(self, client: Client, drawn: list[Any]) -> None:
        hostile.publish_hostile()
        for address in ("card.png", "claims/said/card.png"):
            response = client.get(f"{hostile.PAGE}editions/2/{address}")
            assert Image.open(BytesIO(response.content)).size == (1200, 630)
        assert any("right to left line paragraph é a,b;c d" in text for text in words_on(drawn[1]))

    def test_answers_head_without_the_picture(self, client: Client, edition: Edition) -> None:
        response = client.head(FIRST)
        assert (response.status_code, response.content) == (200, b"")


@pytest.mark.django_db
class TestNoCard:
    @pytest.mark.parametrize(
        "address",
        [
            FIRST.replace("/1/", "/2/"),
            FIRST.replace(SLUG, "unknown"),
            TRADE.replace("trade-discussed", "unknown"),
            TRADE.replace("trade-discussed", "%00"),
            TRADE.replace("/1/", "/0/"),
            TRADE.replace("/1/", "/999999999/"),
        ],
    )
    def test_is_at_an_address_of_nothing(
        self, client: Client, edition: Edition, drawn: list[Any], address: str
    ) -> None:
        assert client.get(address).status_code in (400, 404)
        assert not drawn
        assert not Card.objects.exists()

    def test_is_of_a_claim_that_a_later_edition_has_first(self, client: Client, edition: Edition) -> None:
        edition.event.claims.get(slug="trade-discussed").delete()
        publish(edition.event, note="One claim less.", by="ann", unread_allowed=True)
        assert client.get(TRADE).status_code == 200
        assert client.get(TRADE.replace("/1/", "/2/")).status_code == 404

    def test_is_of_a_draft(self, client: Client, document: dict[str, Any]) -> None:
        load(document)
        assert client.get(FIRST).status_code == client.get(TRADE).status_code == 404

    @pytest.mark.parametrize("address", [FIRST, TRADE])
    def test_is_of_what_was_withdrawn(self, client: Client, edition: Edition, address: str) -> None:
        assert client.get(address).status_code == 200
        withdraw(edition.event, reason="It was about another call.", by="ann")
        response = client.get(address, headers={"If-None-Match": "*"})
        assert response.status_code == 410
        assert "It was about another call." in response.content.decode()
        publish(edition.event, note="Another call.", by="ann")
        assert client.get(address).status_code == 410
        assert client.get(address.replace("/1/", "/2/")).status_code == 200

    def test_is_at_an_address_of_before_but_the_way_to_it(self, client: Client, edition: Edition) -> None:
        edition.event.slug = "call"
        edition.event.save()
        publish(edition.event, note="A shorter address.", by="ann")
        for address in (FIRST, f"{TRADE}?x=1"):
            response = client.get(address)
            assert (response.status_code, response["Location"]) == (301, address.replace(SLUG, "call"))
            assert client.get(response["Location"]).status_code == 200


@pytest.mark.django_db
def test_two_who_ask_at_once_get_one_card(client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    def drawn_by_the_slower(layout: object) -> bytes:
        monkeypatch.setattr(keeping, "png", lambda layout: b"the quicker")
        assert client.get(TRADE).content == b"the quicker"
        return b"the slower"

    monkeypatch.setattr(keeping, "png", drawn_by_the_slower)
    assert client.get(TRADE).content == b"the quicker"
    assert client.get(TRADE).content == b"the quicker"
    assert Card.objects.count() == 1
