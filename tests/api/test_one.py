"""One comparison as a client reads it: its documents, its editions, its claims."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.api import comparisons, pagination
from comparisons.documents import load
from comparisons.editions import log as edition_log
from comparisons.models import Edition
from comparisons.models.edition import document_fingerprint
from comparisons.publishing.publish import publish, withdraw
from tests.across.counted_by_hand import Counted
from tests.api.asking import asked, local, pages
from tests.dom import claims_in, page, read
from tests.examples import KREMLIN, NEWSPAPER, SLUG, STATEMENT

pytestmark = pytest.mark.django_db

ONE = f"/api/comparisons/{SLUG}"
REASON = "The text was of another call."


def slugs(found: list[Any]) -> list[str]:
    return [claim["slug"] for page in found for claim in page["claims"]]


class TestTheDocument:
    def test_is_that_of_the_edition_with_its_fingerprint(self, client: Client, edition: Edition) -> None:
        assert client.get(ONE).content == client.get(f"/comparisons/{SLUG}.json").content
        document = asked(client, ONE)
        assert document_fingerprint(document) == document["edition"]["sha256"] == edition.sha256

    def test_of_an_edition_stays(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="Again.", by="ann")
        assert asked(client, f"{ONE}/editions/1") == edition.document
        assert asked(client, ONE)["edition"]["number"] == 2
        for number in ("0", "3", "01", "x", "9" * 30, "1.0", "-1"):
            asked(client, f"{ONE}/editions/{number}", 404)


class TestTheEditions:
    def test_stand_newest_first_each_with_its_note_and_fingerprint(self, client: Client, edition: Edition) -> None:
        second = publish(edition.event, note="A mistake.", by="ann")
        withdraw(edition.event, reason=REASON, by="ann")
        third = publish(edition.event, note="Mended.", by="ann")
        found = asked(client, f"{ONE}/editions")
        assert found["count"] == 3
        assert [(one["number"], one["note"], one["sha256"], one["withdrawn"]) for one in found["editions"]] == [
            (3, "Mended.", third.sha256, None),
            (2, None, None, REASON),
            (1, "", edition.sha256, None),
        ]
        assert second.sha256 not in str(found)
        assert asked(client, f"{ONE}/editions/2", 410) == {"error": REASON, "title": edition.title}
        for one in found["editions"]:
            assert client.get(local(one["page"])).status_code == client.get(local(one["document"])).status_code

    def test_come_page_by_page_each_once(
        self, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(comparisons, "PER_PAGE", 2)
        for _number in range(4):
            publish(edition.event, note="Again.", by="ann")
        found = pages(client, f"{ONE}/editions")
        assert [[one["number"] for one in page["editions"]] for page in found] == [[5, 4], [3, 2], [1]]

    @pytest.mark.slow
    def test_cost_as_many_queries_for_twenty_as_for_two(self, client: Client, edition: Edition) -> None:
        costs = []
        for total in (2, edition_log.PER_PAGE):
            for _number in range(total - edition.event.editions.count()):
                publish(edition.event, note="Again.", by="ann")
            with CaptureQueriesContext(connection) as queries:
                assert len(asked(client, f"{ONE}/editions")["editions"]) == total
            costs.append(len(queries))
        assert costs[0] == costs[1] == 2


class TestTheClaims:
    @pytest.mark.parametrize(
        "query",
        ["", "?show=agreements", "?show=one-sided", "?topic=trade", "?show=open&topic=iran", "?parties=kremlin"],
    )
    def test_are_those_of_the_page_in_its_order(self, client: Client, edition: Edition, query: str) -> None:
        shown = claims_in(read(client, f"/comparisons/{SLUG}/{query}"))
        found = asked(client, f"{ONE}/claims{query}")
        assert slugs([found]) == list(shown)
        assert (found["count"], found["of"]) == (len(shown), 17)
        for claim in found["claims"]:
            page = shown[claim["slug"]]
            assert claim["outcome"] == page["data-outcome"]
            assert claim["flags"] == page["data-flags"].split()
            assert claim["caveats"] == page["data-caveats"].split()
            positions = {stand["party"]["slug"]: stand["position"] for stand in claim["positions"]}
            assert page["cells"].items() <= positions.items()

    @pytest.mark.slow
    def test_of_every_comparison_are_those_of_its_page(self, client: Client, published: list[Counted]) -> None:
        for slug in {claim.event for claim in published}:
            shown = list(claims_in(read(client, f"/comparisons/{slug}/")))
            assert slugs(pages(client, f"/api/comparisons/{slug}/claims")) == shown

    def test_hold_the_words_with_their_places_in_the_text(self, client: Client, edition: Edition) -> None:
        texts = {account["id"]: account["revisions"] for account in edition.document["accounts"]}
        quotes = [
            quote
            for claim in asked(client, f"{ONE}/claims")["claims"]
            for stance in claim["stances"]
            for quote in stance["quotes"]
        ]
        held = [quote for claim in edition.document["claims"] for one in claim["stances"] for quote in one["quotes"]]
        assert len(quotes) == len(held) > 20
        for quote in quotes:
            text = texts[quote["account"]][quote["revision"] - 1]["text"]
            assert text[quote["start"] : quote["end"]] == quote["exact"]

    def test_say_whose_words_are_quoted_and_what_a_position_rests_on(self, client: Client, edition: Edition) -> None:
        claim = asked(client, f"{ONE}/claims/trade-discussed")
        reported = next(one for one in claim["stances"] if one["account"]["id"] == STATEMENT)
        (quote,) = reported["quotes"]
        assert (reported["basis"], reported["implied"]) == ("reported", False)
        assert (reported["account"]["party"], reported["account"]["attribution"]) == ("white-house", "on_record")
        assert (quote["account"], quote["translation"]) == (NEWSPAPER, None)
        assert (quote["said_by"]["id"], quote["said_by"]["party"]) == (NEWSPAPER, None)
        assert quote["said_by"]["title"] == "Newspaper report of the call"
        shown = page(read(client, f"/comparisons/{SLUG}/claims/trade-discussed/")).text
        assert claim["sentence"] in shown
        assert "according to “Newspaper report of the call”" in claim["sentence"]
        assert (claim["confirmed_by"], claim["confirmed_at"]) == ("", None)
        assert "по данным" in asked(client, f"/ru{ONE}/claims/trade-discussed")["sentence"]

    @pytest.mark.parametrize("by", ["desk", NEWSPAPER, "Ann Translator"])
    def test_have_translations_and_second_readings(self, client: Client, document: dict[str, Any], by: str) -> None:
        document["accounts"][-1]["language"] = "de"
        first = document["claims"][0]
        first |= {"confirmed_by": "Ann Reader", "confirmed_at": "2026-11-25T12:00:00Z"}
        stance = next(one for one in first["stances"] if one["account"] == KREMLIN)
        stance |= {"implied": True, "note": "It follows."}
        translation = {"text": "Handel.", "language": "de", "by": by}
        stance["quotes"][0]["translation"] = translation
        publish(load(document).event, by="ann")
        claim = asked(client, f"{ONE}/claims/{first['slug']}")
        assert (claim["confirmed_by"], claim["confirmed_at"]) == ("Ann Reader", "2026-11-25T12:00:00Z")
        told = next(one for one in claim["stances"] if one["account"]["id"] == KREMLIN)
        assert (told["implied"], told["quotes"][0]["translation"]) == (True, translation)

    def test_show_the_words_of_the_parties_that_are_asked_for(self, client: Client, edition: Edition) -> None:
        claims = asked(client, f"{ONE}/claims?parties=white-house")["claims"]
        speakers = {stance["account"]["party"] for claim in claims for stance in claim["stances"]}
        assert speakers - {None} == {"white-house"}
        assert all(len(claim["positions"]) == 2 for claim in claims)

    def test_come_page_by_page_each_once(
        self, client: Client, edition: Edition, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        whole = slugs(pages(client, f"{ONE}/claims"))
        monkeypatch.setattr(pagination, "PER_PAGE", 5)
        found = pages(client, f"{ONE}/claims?parties=white-house,kremlin")
        assert [len(page["claims"]) for page in found] == [5, 5, 5, 2]
        assert slugs(found) == whole
        assert "parties=white-house,kremlin" in found[0]["next"]

    def test_are_each_at_an_address(self, client: Client, edition: Edition) -> None:
        for claim in asked(client, f"{ONE}/claims")["claims"]:
            assert asked(client, local(claim["links"]["itself"])) == claim
            assert client.get(local(claim["links"]["page"])).status_code == 200
        asked(client, f"{ONE}/claims/no-such-claim", 404)

    def test_cost_a_single_query(self, client: Client, edition: Edition) -> None:
        for address in (f"{ONE}/claims", f"{ONE}/claims/trade-discussed", ONE):
            with CaptureQueriesContext(connection) as queries:
                asked(client, address)
            assert len(queries) == 1


OF_ONE = ["", "/editions", "/editions/1", "/claims", "/claims/trade-discussed"]


@pytest.mark.parametrize("rest", OF_ONE)
def test_an_address_that_has_moved_leads_on_with_what_was_asked_for(
    client: Client, edition: Edition, rest: str
) -> None:
    edition.event.slug = "call"
    edition.event.save()
    publish(edition.event, note="A shorter address.", by="ann")
    response = client.get(f"{ONE}{rest}?show=open")
    assert (response.status_code, response["Location"]) == (301, f"/api/comparisons/call{rest}?show=open")
    assert response["Access-Control-Allow-Origin"] == "*"
    assert asked(client, f"/api/comparisons/call{rest}")


@pytest.mark.parametrize("rest", OF_ONE)
def test_what_was_withdrawn_is_gone_with_its_reason(client: Client, edition: Edition, rest: str) -> None:
    withdraw(edition.event, reason=REASON, by="ann")
    assert asked(client, ONE + rest, 410) == {"error": REASON, "title": edition.title}
    assert not re.search("model|query", str(asked(client, f"/api/comparisons/nothing{rest}", 404)))
