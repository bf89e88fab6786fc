"""The pictures of shared links: at an address for each edition and claim, drawn once and kept."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from PIL import Image

from comparisons.cards import store as keeping
from comparisons.cards.drawing import png
from comparisons.documents import load
from comparisons.models import Card, Edition
from comparisons.publishing.publish import publish, withdraw
from tests.examples import PAGE, SLUG
from tests.views import hostile

FIRST = f"{PAGE}editions/1/card.png"
TRADE = f"{PAGE}editions/1/claims/trade-discussed/card.png"


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Every card that is drawn from here on."""
    layouts: list[object] = []

    def counted(layout: Any, draw: Callable[[Any], bytes] = png) -> bytes:
        layouts.append(layout)
        return draw(layout)

    monkeypatch.setattr(keeping, "png", counted)
    return layouts


def words(layout: Any) -> list[str]:
    return [text.words for text in layout.texts]


@pytest.mark.django_db
class TestACard:
    @pytest.mark.parametrize("address", [FIRST, TRADE])
    def test_is_a_picture_of_the_size_that_is_shared(self, client: Client, edition: Edition, address: str) -> None:
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (200, "image/png")
        assert Image.open(BytesIO(response.content)).size == (1200, 630)
        assert "Set-Cookie" not in response
        assert client.post(address).status_code == 405

    def test_of_a_claim_says_the_position_of_each_party(
        self, client: Client, edition: Edition, drawn: list[object]
    ) -> None:
        client.get(TRADE)
        said = words(drawn[0])
        assert said[:2] == ["Trump–Putin phone call, 28 January 2017", "Was trade discussed?"]
        assert said[2:4] == ["Contradiction", "rests on a report · not read a second time"]
        assert said[4:9] == [
            "Kremlin",
            "said so",
            "White House",
            "denied it",
            "according to “Newspaper report of the call”",
        ]
        day = f"{edition.published_at.day} {edition.published_at:%B %Y}"
        assert said[9:] == ["Counterpoint", f"Edition 1 · {day}"]

    def test_of_a_comparison_counts_the_families(self, client: Client, edition: Edition, drawn: list[object]) -> None:
        client.get(FIRST)
        said = words(drawn[0])
        assert "Trump–Putin phone call, 28 January 2017" in said
        assert "The Kremlin and the White House, compared across 4 accounts." in said
        place = said.index("Contradictions")
        assert said[place : place + 3] == ["Contradictions", "1", "of 17 claims"]

    def test_is_drawn_once_and_kept(self, client: Client, edition: Edition, drawn: list[object]) -> None:
        assert not Card.objects.exists()
        first = client.get(TRADE).content
        assert [client.get(TRADE).content for _again in range(3)] == [first] * 3
        assert len(drawn) == Card.objects.count() == 1
        client.get(FIRST)
        assert len(drawn) == Card.objects.count() == 2

    def test_costs_three_queries_and_no_document_once_it_is_kept(self, client: Client, edition: Edition) -> None:
        client.get(TRADE)
        for number in range(2):
            with CaptureQueriesContext(connection) as queries:
                client.get(TRADE)
            assert len(queries) == 3
            assert not any('"body"' in query["sql"] for query in queries)
            for _again in range(10 * (1 - number)):
                publish(edition.event, note="Once more.", by="ann")

    def test_stays_as_it_was_when_a_later_edition_says_something_else(
        self, client: Client, edition: Edition, drawn: list[object]
    ) -> None:
        before = client.get(TRADE).content
        edition.event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
        publish(edition.event, note="Only the Kremlin’s words are left.", by="ann")
        assert client.get(TRADE).content == before
        client.get(TRADE.replace("/1/", "/2/"))
        assert [words(layout)[2] for layout in drawn] == ["Contradiction", "Single source"]
        call_command("rebuild", verbosity=0)
        assert client.get(TRADE).content == before
        assert "Contradiction" in words(drawn[2])

    def test_is_drawn_again_after_a_rebuild_and_sent_again(
        self, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tag = client.get(FIRST)["ETag"]
        monkeypatch.setattr(keeping, "png", lambda layout: b"mended")
        assert client.get(FIRST, headers={"If-None-Match": tag}).status_code == 304
        call_command("rebuild", verbosity=0)
        response = client.get(FIRST, headers={"If-None-Match": tag})
        assert (response.status_code, response.content) == (200, b"mended")

    def test_is_in_the_language_of_the_site_whoever_asks_first(
        self, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(keeping, "png", lambda layout: str(translation.get_language()).encode())
        with translation.override("ru"):
            assert client.get(FIRST).content == b"en"

    def test_of_words_that_would_break_other_formats_is_drawn(self, client: Client, drawn: list[object]) -> None:
        hostile.publish_hostile()
        for address in ("card.png", "claims/said/card.png"):
            response = client.get(f"{hostile.PAGE}editions/2/{address}")
            assert Image.open(BytesIO(response.content)).size == (1200, 630)
        assert any("right to left line paragraph é a,b;c d" in text for text in words(drawn[0]))

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
        self, client: Client, edition: Edition, drawn: list[object], address: str
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
