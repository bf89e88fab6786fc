"""What programs find in the head of a page whose link is shared."""

from typing import Any

import extruct
import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.browser.pages import PAGES, in_language
from tests.browser.prepared import prepare
from tests.dom import read
from tests.examples import PAGE
from tests.replay import once
from tests.views import hostile

pytestmark = pytest.mark.django_db
SITE = "http://testserver"
TRADE = f"{PAGE}claims/trade-discussed/"
FRAMES = {"embed", "embed-of-a-claim"}
NOT_SHARED = ("refused", "withdrawn", "not-found", "offline", "login")


def tags(client: Client, address: str) -> dict[str, str]:
    """Property -> content; none of them stands twice."""
    found: Any = extruct.extract(read(client, address), base_url=SITE, syntaxes=["opengraph"])
    (graph,) = found["opengraph"]
    pairs = graph["properties"]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


class TestTheTags:
    def test_of_a_comparison_name_its_title_its_address_and_its_card(self, client: Client, edition: Edition) -> None:
        found = tags(client, PAGE)
        assert found["og:title"] == edition.title
        assert found["og:description"].startswith(edition.document["event"]["summary"][:40])
        assert (found["og:type"], found["og:site_name"], found["og:locale"]) == ("article", "Counterpoint", "en_GB")
        assert found["og:url"] == f"{SITE}{PAGE}"
        assert found["og:image"].startswith(f"{SITE}{PAGE}editions/1/card.png?v=")
        assert (found["og:image:type"], found["og:image:width"], found["og:image:height"]) == (
            *("image/png", "1200", "630"),
        )
        assert client.get(found["og:image"].removeprefix(SITE)).status_code == 200

    def test_say_in_words_what_the_card_says(self, client: Client, edition: Edition) -> None:
        alt = tags(client, TRADE)["og:image:alt"]
        assert alt.startswith(
            "Was trade discussed? Contradiction (not read a second time · rests on a report). "
            "Kremlin: said so; White House: denied it, according to “Newspaper report of the call”. "
            "Trump–Putin phone call, 28 January 2017. Counterpoint, Edition 1 · "
        )
        alt = tags(client, PAGE)["og:image:alt"]
        assert "Agreements: 5 of 17 claims; Contradictions: 1 of 17 claims" in alt

    def test_of_a_claim_name_the_claim(self, client: Client, edition: Edition) -> None:
        found = tags(client, TRADE)
        assert found["og:title"] == "Was trade discussed?"
        assert found["og:description"].startswith(
            "Contradiction (not read a second time · rests on a report). "
            "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it."
        )
        assert found["og:url"] == f"{SITE}{TRADE}"
        assert found["og:image"].startswith(f"{SITE}{PAGE}editions/1/claims/trade-discussed/card.png?v=")
        assert client.get(found["og:image"].removeprefix(SITE)).status_code == 200

    def test_of_a_claim_without_a_question_say_that_it_is_one(
        self, client: Client, document: dict[str, Any], db: None
    ) -> None:
        document["claims"][0]["question"] = ""
        publish(load(document).event, by="ann")
        found = tags(client, TRADE)
        assert found["og:title"] == "Claim: “Trade and economic ties were discussed.”"
        assert found["og:image:alt"].startswith("Claim: “Trade and economic ties were discussed.” Contradiction")
        assert "<title>Claim: “Trade and economic ties were discussed.” Trump" in read(client, TRADE)

    def test_of_an_edition_name_its_own_address_and_card(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="Once more.", by="ann")
        found = tags(client, f"{PAGE}editions/1/?show=open")
        assert found["og:url"] == f"{SITE}{PAGE}editions/1/"
        assert found["og:image"].startswith(f"{SITE}{PAGE}editions/1/card.png?v=")
        assert tags(client, PAGE)["og:image"].startswith(f"{SITE}{PAGE}editions/2/card.png?v=")

    def test_of_a_claim_of_an_edition_name_its_own_address_and_card(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="Once more.", by="ann")
        found = tags(client, f"{PAGE}editions/1/claims/trade-discussed/")
        assert found["og:title"] == "Was trade discussed?"
        assert found["og:url"] == f"{SITE}{PAGE}editions/1/claims/trade-discussed/"
        assert found["og:image"].startswith(f"{SITE}{PAGE}editions/1/claims/trade-discussed/card.png?v=")

    def test_tell_when_it_was_published_and_last_changed(self, client: Client, edition: Edition) -> None:
        published = edition.document["edition"]["published_at"]
        found = tags(client, PAGE)
        assert found["article:published_time"] == found["article:modified_time"] == published
        second = publish(edition.event, note="Once more.", by="ann")
        found = tags(client, PAGE)
        assert "article:published_time" not in found
        assert found["article:modified_time"] == second.document["edition"]["published_at"]

    def test_are_those_of_the_whole_where_a_part_is_asked_for(self, client: Client, edition: Edition) -> None:
        assert tags(client, f"{PAGE}?show=open&parties=kremlin") == tags(client, PAGE)

    def test_ask_for_a_large_picture(self, client: Client, edition: Edition) -> None:
        assert '<meta name="twitter:card" content="summary_large_image">' in read(client, PAGE)


class TestEveryPublicPage:
    """Every address of tests.browser.pages on which a reader finds something, in both languages."""

    @pytest.fixture
    def everything(self, edition: Edition) -> None:
        once("every page that is looked at", prepare)

    @pytest.mark.parametrize("language", ["en", "ru"])
    def test_says_what_it_is_and_shows_a_card(self, client: Client, everything: None, language: str) -> None:
        cards = {}
        for name, address in PAGES.items():
            if name in FRAMES or name.endswith(NOT_SHARED):
                continue
            address = in_language(address, language)
            found = tags(client, address)
            assert found["og:title"].strip(), name
            assert found["og:description"].strip(), name
            assert found["og:image:alt"].strip(), name
            assert found["og:locale"] == {"en": "en_GB", "ru": "ru_RU"}[language]
            query = "" if name != "edition-changes" else "?from=1&to=4"
            assert found["og:url"] == SITE + address.partition("?")[0] + query, name
            assert (found["og:image:width"], found["og:image:height"]) == ("1200", "630")
            assert found["og:image"].startswith(SITE + in_language("/", language)), name
            assert '<meta name="twitter:card" content="summary_large_image">' in read(client, address)
            cards[name] = found["og:image"].removeprefix(SITE)
        assert len(cards) > 25
        for card in set(cards.values()):
            response = client.get(card)
            assert (response.status_code, response["Content-Type"]) == (200, "image/png"), card
        assert cards["home"] == cards["about"] == cards["topics"] == cards["data"]
        assert cards["topic"] == in_language("/topics/trade/card.png", language)
        assert cards["pair"] == in_language("/parties/kremlin/white-house/card.png", language)
        assert cards["texts"] == cards["embed-panel"] == cards["comparison"]
        assert cards["editions"].endswith("/comparisons/corrected-call/editions/4/card.png")

    def test_that_refuses_or_misses_has_none(self, client: Client, everything: None) -> None:
        for name in ("search-refused", "comparison-refused", "comparison-withdrawn", "pair-refused", "not-found"):
            response = client.get(PAGES[name])
            assert response.status_code in (400, 404, 410)
            assert "og:" not in response.content.decode(), name

    def test_says_of_a_page_across_events_its_line_of_figures(self, client: Client, edition: Edition) -> None:
        found = tags(client, "/topics/trade/")
        assert found["og:title"] == "Trade in all events"
        assert found["og:type"] == "website"
        assert found["og:description"] == "What each side said on “Trade”: 1 claim in 1 event."
        assert found["og:image:alt"] == f"{found['og:title']}. {found['og:description']}"


class TestWordsThatWouldBreakOtherFormats:
    def test_come_through_whole(self, client: Client) -> None:
        edition = hostile.publish_hostile()
        claim = edition.document["claims"][0]
        found = tags(client, hostile.PAGE)
        assert found["og:title"] == edition.title
        assert found["og:image"].startswith(f"{SITE}{hostile.PAGE}editions/2/card.png?v=")
        assert " ".join(hostile.WORDS.split()) in found["og:description"]
        assert " ".join(edition.title.split()) in found["og:image:alt"]
        found = tags(client, f"{hostile.PAGE}claims/said/")
        assert found["og:title"] == claim["question"]
        assert " ".join(claim["question"].split()) in found["og:image:alt"]

    def test_beside_the_data_in_the_terms_of_schema_org(self, client: Client) -> None:
        edition = hostile.publish_hostile()
        found = extruct.extract(read(client, hostile.PAGE), base_url=SITE)
        assert [article["headline"] for article in found["json-ld"]] == [edition.title]
        assert found["microdata"] == []


class TestWhereNothingIsPublished:
    def test_a_preview_has_no_tags(self, admin_client: Client, edition: Edition) -> None:
        html = read(admin_client, f"/admin/comparisons/event/{edition.event.pk}/preview/")
        assert "og:" not in html
        assert "card.png" not in html

    def test_a_withdrawn_comparison_has_no_card(self, client: Client, edition: Edition) -> None:
        withdraw(edition.event, reason="It was about another call.", by="ann")
        response = client.get(PAGE)
        assert response.status_code == 410
        assert "og:image" not in response.content.decode()
        assert client.get("/comparisons/unknown/").status_code == 404
