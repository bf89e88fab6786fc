"""A comparison in a frame of somebody else's page, and the script around it."""

import re
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import claims_in, page, read, text_of
from tests.examples import EMBED, PAGE, PANEL
from tests.views import hostile

pytestmark = pytest.mark.django_db


def policy(response: Any) -> list[str]:
    parts: list[str] = response["Content-Security-Policy"].split("; ")
    return parts


def can_be_framed(response: Any) -> bool:
    if "frame-ancestors *" in policy(response):
        return "X-Frame-Options" not in response
    assert "frame-ancestors 'none'" in policy(response)
    assert response["X-Frame-Options"] == "DENY"
    return False


@pytest.mark.usefixtures("edition")
class TestTheFrame:
    def test_holds_every_claim_with_its_outcome_positions_and_quotes(self, client: Client) -> None:
        told = claims_in(read(client, EMBED))
        whole = claims_in(read(client))
        assert set(told) == set(whole)
        trade = told["trade-discussed"]
        assert (trade["data-outcome"], trade["data-caveats"]) == ("contradiction", "rests_on_report")
        assert trade["cells"] == {"kremlin": "affirms", "white-house": "denies"}
        assert trade["quotes"] == [
            "restoring mutually beneficial trade and economic ties between business circles of the two countries.",
            "Contrary to statements from the White House",
        ]

    @pytest.mark.parametrize("query", ["", "?topic=trade", "?claim=trade-discussed", "?topic=trade&edition=1"])
    def test_says_what_it_is_of_which_edition_and_where_the_rest_is(
        self, client: Client, edition: Edition, query: str
    ) -> None:
        text = text_of(read(client, EMBED + query))
        assert edition.title in text
        assert "28 January 2017" in text
        assert f"Edition 1, {edition.published_at.day} {edition.published_at:%B %Y}" in text
        assert "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it." in text
        assert "Counterpoint" in text

    def test_holds_one_topic_or_one_claim_where_that_is_asked_for(self, client: Client) -> None:
        html = read(client, f"{EMBED}?topic=bilateral-relations")
        shown = claims_in(html)
        assert 1 < len(shown) < 17
        assert f'href="{PAGE}?topic=bilateral-relations"' in html
        html = read(client, f"{EMBED}?claim=trade-discussed")
        assert list(claims_in(html)) == ["trade-discussed"]
        assert f'href="{PAGE}claims/trade-discussed/"' in html
        assert "<title>Was trade discussed?" in html

    def test_folds_what_was_said_only_where_there_are_many_claims(self, client: Client) -> None:
        assert len(page(read(client, EMBED)).all("details.said")) == 17
        assert not page(read(client, f"{EMBED}?claim=trade-discussed")).has("details.said")

    def test_is_light_and_sets_no_cookie(self, client: Client) -> None:
        response = client.get(EMBED)
        html = response.content.decode()
        assert not response.cookies
        assert page(html).values("script[src]", "src") == ["/static/js/embedded.js"]
        assert not re.search("site.css|base.css|comparison.css|htmx", html)
        assert not page(html).has("nav")

    def test_is_not_listed_by_search_engines_which_are_led_to_the_page(self, client: Client) -> None:
        for query, whole in (
            ("", ""),
            ("?topic=trade", "?topic=trade"),
            ("?claim=trade-discussed", "claims/trade-discussed/"),
            ("?claim=trade-discussed&edition=1", "editions/1/claims/trade-discussed/"),
        ):
            html = read(client, EMBED + query)
            assert '<meta name="robots" content="noindex">' in html
            assert f'<link rel="canonical" href="http://testserver{PAGE}{whole}">' in html

    def test_opens_every_link_outside(self, client: Client) -> None:
        for query in ("", "?topic=x", "?edition=9"):
            html = client.get(EMBED + query).content.decode()
            assert page(html).one("base")["target"] == "_blank"
            assert page(html).has("a")
            assert not page(html).has("a:not([target=_blank][rel=noopener]):not([href^='/about/'])")


class TestOfOneEdition:
    def test_stays_as_it_was_and_the_other_becomes_the_newest(self, client: Client, edition: Edition) -> None:
        pinned = read(client, f"{EMBED}?edition=1")
        edition.event.title = "Another title"
        edition.event.save()
        edition.event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
        publish(edition.event, note="Taken back.", by="ann")
        assert read(client, f"{EMBED}?edition=1") == pinned
        newest = read(client, EMBED)
        assert "Another title" in newest
        assert "Edition 2, " in text_of(newest)
        assert claims_in(newest)["trade-discussed"]["data-outcome"] == "single_source"

    def test_leads_to_that_edition(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="Once more.", by="ann")
        html = read(client, f"{EMBED}?edition=1&claim=trade-discussed")
        assert set(page(html).values("[href^='/comparisons/']", "href")) == {
            f"{PAGE}editions/1/claims/trade-discussed/"
        }


class TestWhatMayBeFramed:
    def test_is_the_frame_with_all_its_answers_and_nothing_else(self, client: Client, edition: Edition) -> None:
        answers = {EMBED: 200, f"{EMBED}?topic=x": 400, "/embed/x/": 404, f"{EMBED}?edition=1": 200}
        for address, status in answers.items():
            response = client.get(address)
            assert response.status_code == status
            assert can_be_framed(response), address
        tag = client.get(EMBED)["ETag"]
        response = client.get(EMBED, headers={"If-None-Match": tag})
        assert (response.status_code, can_be_framed(response)) == (304, True)
        for address in (
            "/",
            PAGE,
            f"{PAGE}claims/trade-discussed/",
            PANEL,
            "/admin/login/",
            "/embed.js",
            "/x",
            "/oembed",
        ):
            assert not can_be_framed(client.get(address)), address

    def test_the_rest_of_the_policy_holds_in_the_frame(self, client: Client, edition: Edition) -> None:
        strict = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "base-uri 'none'"}
        assert strict <= set(policy(client.get(EMBED)))
        assert "frame-src 'self'" in policy(client.get(PANEL))
        assert not any(part.startswith("frame-src") for part in policy(client.get(PAGE)))


class TestWhatIsNotThere:
    @pytest.mark.parametrize(
        ("query", "reason"),
        [
            ("topic=x", "“topic” is not a topic of this comparison with a claim."),
            ("claim=x", "“claim” is not a claim of this comparison."),
            ("topic=trade&claim=trade-discussed", "“topic” and “claim” are both given"),
            ("theme=blue", "“theme” is one of: light, dark, auto."),
            ("theme=Dark", "“theme” is one of: light, dark, auto."),
            ("edition=2", "“edition” is not the number of an edition"),
            ("edition=x", "“edition” is not the number of an edition"),
            ("edition=01", "“edition” is not the number of an edition"),
            ("edition=%D9%A1", "“edition” is not the number of an edition"),
            (f"edition={'9' * 5000}", "“edition” is not the number of an edition"),
            ("topic=%ff%fe", "“topic” is not a topic"),
            ("claim=%2500%F0%9F%94%A5", "“claim” is not a claim"),
        ],
    )
    def test_is_said_in_the_frame_by_the_name_of_the_parameter(
        self, client: Client, edition: Edition, query: str, reason: str
    ) -> None:
        response = client.get(f"{EMBED}?{query}")
        html = response.content.decode()
        assert response.status_code == 400
        assert reason in text_of(html)
        assert "embed.css" in html
        assert f'href="{PAGE}"' in html

    def test_a_draft_cannot_be_distinguished_from_nothing(
        self, client: Client, edition: Edition, document: dict[str, Any]
    ) -> None:
        edition.event.slug = "draft"
        edition.event.save()
        for address in ("/embed/draft/", "/embed/x/"):
            response = client.get(address)
            assert response.status_code == 404
            assert "There is nothing at this address" in text_of(response.content.decode())

    def test_a_moved_comparison_leads_on_and_a_withdrawn_one_says_why(self, client: Client, edition: Edition) -> None:
        edition.event.slug = "call"
        edition.event.save()
        publish(edition.event, note="A shorter address.", by="ann")
        for old, new in {EMBED: "/embed/call/", PANEL: "/comparisons/call/embed/"}.items():
            response = client.get(f"{old}?edition=1")
            assert (response.status_code, response["Location"]) == (301, f"{new}?edition=1")
            assert client.get(f"{new}?edition=1").status_code == 200
        withdraw(edition.event, reason="The text was of another call.", by="ann")
        for address in (EMBED, "/embed/call/", PANEL, "/comparisons/call/embed/"):
            response = client.get(address)
            assert response.status_code == 410
            assert "The text was of another call." in response.content.decode()
            assert can_be_framed(response) is address.startswith("/embed/")

    def test_an_edition_that_was_withdrawn_leads_to_the_newest(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="A mistake.", by="ann")
        withdraw(edition.event, reason="The title was wrong.", by="ann")
        publish(edition.event, note="Mended.", by="ann")
        response = client.get(f"{EMBED}?edition=2")
        assert response.status_code == 410
        assert "The title was wrong." in response.content.decode()
        assert "The latest: edition 3" in text_of(response.content.decode())
        assert client.get(f"{PANEL}?edition=2").status_code == 410

    @pytest.mark.parametrize("address", [EMBED, PANEL, "/embed.js", "/oembed"])
    def test_it_is_only_read(self, edition: Edition, address: str) -> None:
        assert Client(enforce_csrf_checks=True).post(address).status_code == 405


def test_a_frame_costs_one_query_however_many_there_are(client: Client, many_calls: Any) -> None:
    for total in (2, 40):
        many_calls(total)
        for address, cost in (
            ("/embed/call-1/", 1),
            ("/comparisons/call-1/embed/", 1),
            ("/embed/call-1/?edition=1", 1),
        ):
            with CaptureQueriesContext(connection) as queries:
                tag = client.get(address)["ETag"]
            assert len(queries) == cost
            assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.slow
def test_an_earlier_edition_costs_two(client: Client, edition: Edition) -> None:
    for _again in range(20):
        publish(edition.event, note="Once more.", by="ann")
    with CaptureQueriesContext(connection) as queries:
        read(client, f"{EMBED}?edition=3")
    assert len(queries) == 2


def test_the_script_is_kept_for_an_hour_and_asked_for_again_by_its_tag(client: Client) -> None:
    response = client.get("/embed.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert set(response["Cache-Control"].split(", ")) == {"public", "max-age=3600"}
    assert b"addEventListener" in response.content
    assert client.get("/embed.js", headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_whatever_people_type_comes_through_whole_and_inert(client: Client) -> None:
    edition = hostile.publish_hostile()
    for query in ("", "?topic=trade", "?claim=said", "?edition=2"):
        html = read(client, f"/embed/{hostile.SLUG}/{query}")
        assert "<script>alert" not in html
        assert "</script><script" not in html
        assert claims_in(html)["said"]["quotes"] == [hostile.FORMULA, hostile.WORDS]
        assert edition.title in unescape(html)
