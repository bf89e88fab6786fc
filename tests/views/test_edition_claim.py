"""A claim and the texts as one edition has them, at addresses of their own for good."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import claims_in, page, read, text_of
from tests.examples import LOG, PAGE

pytestmark = pytest.mark.django_db

CLAIM, TEXTS = "claims/trade-discussed/", "texts/"
FIRST, SECOND = f"{LOG}1/", f"{LOG}2/"


@pytest.mark.parametrize("own", [CLAIM, TEXTS])
class TestBoth:
    def test_stay_as_they_were_but_for_the_word_on_which_is_the_newest(
        self, client: Client, edition: Edition, own: str
    ) -> None:
        before = read(client, FIRST + own)
        edition.event.title = "Another title"
        edition.event.save()
        edition.event.claims.get(slug="iran-discussed").delete()
        assert read(client, FIRST + own) == before
        publish(edition.event, note="A correction.", by="ann")
        after = read(client, FIRST + own)
        assert after != before
        assert without_banner(after) == without_banner(before)
        assert "Edition 1 is not the latest. This address always shows edition 1." in banner(after)
        assert "The latest: edition 2," in banner(after)
        assert page(after).one("aside.which").leads_to(f"{LOG}changes/?from=1&to=2")

    def test_lead_to_the_newest_of_their_own_kind_which_is_canonical(
        self, client: Client, second: Edition, own: str
    ) -> None:
        for address in (FIRST, SECOND):
            html = read(client, address + own)
            assert page(html).one("link[rel=canonical]")["href"] == f"http://testserver{PAGE}{own}"
            assert page(html).one("aside.which").leads_to(f"http://testserver{PAGE}{own}")
            assert page(html).has("meta[name=robots][content=noindex]") == (address == FIRST)
        assert "Edition 2 is the latest." in banner(read(client, SECOND + own))
        assert not page(read(client, PAGE + own)).has("aside.which, link[rel=canonical]")

    def test_lead_within_the_edition(self, client: Client, second: Edition, own: str) -> None:
        html = read(client, FIRST + own)
        links = {re.split("[?#]", link)[0] for link in page(html).values("main [href^='/comparisons/']", "href")}
        current = {link for link in links if not link.startswith(LOG)}
        assert current <= {f"{PAGE}embed/"}
        assert {FIRST, f"{FIRST}{TEXTS if own == CLAIM else ''}"} <= links

    def test_are_answered_as_the_edition_itself(self, client: Client, second: Edition, own: str) -> None:
        assert client.get(f"{LOG}9/{own}").status_code == 404
        assert client.get(f"/comparisons/nothing/editions/1/{own}").status_code == 404
        second.event.slug = "call"
        second.event.save()
        publish(second.event, note="A shorter address.", by="ann")
        moved = client.get(f"{FIRST}{own}?utm_source=letter")
        assert (moved.status_code, moved["Location"]) == (301, f"/comparisons/call/editions/1/{own}?utm_source=letter")
        withdraw(second.event, reason="The text was of another call.", by="ann")
        assert client.get(f"/comparisons/call/editions/1/{own}").status_code == 410

    def test_are_gone_with_their_edition_alone(self, client: Client, edition: Edition, own: str) -> None:
        withdraw(edition.event, reason="It was published too early.", by="ann")
        publish(edition.event, note="Now.", by="ann")
        gone = client.get(FIRST + own)
        assert gone.status_code == 410
        assert "It was published too early." in gone.content.decode()
        assert client.get(SECOND + own).status_code == 200

    def test_cost_as_many_queries_however_many_editions_there_are(
        self, client: Client, second: Edition, own: str
    ) -> None:
        for number in range(2):
            with CaptureQueriesContext(connection) as queries:
                read(client, FIRST + own)
            assert len(queries) == (3 if own == CLAIM else 2)
            for _again in range(10 * (1 - number)):
                publish(second.event, note="Once more.", by="ann")

    def test_are_kept_by_a_browser_until_another_is_the_newest(
        self, client: Client, edition: Edition, own: str
    ) -> None:
        tag = client.get(FIRST + own)["ETag"]
        assert client.get(FIRST + own, headers={"If-None-Match": tag}).status_code == 304
        publish(edition.event, note="Once more.", by="ann")
        assert client.get(FIRST + own, headers={"If-None-Match": tag}).status_code == 200
        assert client.post(FIRST + own).status_code == 405


class TestTheClaim:
    def test_says_what_it_said_after_a_later_edition_says_something_else(self, client: Client, second: Edition) -> None:
        told = {number: claims_in(read(client, f"{LOG}{number}/{CLAIM}"))["trade-discussed"] for number in (1, 2)}
        assert told[1]["data-outcome"] == "contradiction"
        assert told[2]["data-outcome"] == "single_source"
        assert "“Contradiction” since edition 1." in text_of(read(client, FIRST + CLAIM))

    def test_is_its_own_canonical_page_where_the_newest_edition_has_it_no_more(
        self, client: Client, edition: Edition
    ) -> None:
        edition.event.claims.get(slug="trade-discussed").delete()
        publish(edition.event, note="Taken out.", by="ann")
        assert client.get(PAGE + CLAIM).status_code == 404
        html = read(client, FIRST + CLAIM)
        assert page(html).one("link[rel=canonical]")["href"] == f"http://testserver{FIRST}{CLAIM}"
        assert page(html).one("aside.which").leads_to(f"http://testserver{PAGE}")
        assert not page(html).leads_to(f"http://testserver{PAGE}{CLAIM}")
        assert client.get(SECOND + CLAIM).status_code == 404

    def test_that_no_edition_has_is_not_found(self, client: Client, edition: Edition) -> None:
        assert client.get(f"{FIRST}claims/weather/").status_code == 404
        assert client.get(f"{FIRST}claims/weather/citation.json").status_code == 404

    def test_leads_to_the_claims_before_and_after_it_in_its_edition(self, client: Client, second: Edition) -> None:
        html = read(client, f"{FIRST}claims/sanctions-discussed/")
        assert page(html).values(".pages a[rel]", "href") == [
            f"{FIRST}{CLAIM}",
            f"{FIRST}claims/is-cooperation-discussed/",
        ]


class TestTheTexts:
    def test_are_those_of_the_edition_with_the_claim_that_is_followed(self, client: Client, second: Edition) -> None:
        html = read(client, f"{FIRST}{TEXTS}?claim=trade-discussed")
        followed = page(html).one("#followed")
        assert followed.leads_to(f"{FIRST}{CLAIM}")
        assert "Contradiction" in followed.text
        assert "Contradiction" not in page(read(client, f"{SECOND}{TEXTS}?claim=trade-discussed")).one("#followed").text
        headers = {"HX-Request": "true", "HX-Target": "followed"}
        fragment = client.get(f"{FIRST}{TEXTS}?claim=trade-discussed", headers=headers).content.decode()
        assert "<html" not in fragment
        assert f'href="{FIRST}{CLAIM}"' in fragment

    def test_refuse_a_claim_that_the_edition_has_not(self, client: Client, edition: Edition) -> None:
        assert client.get(f"{FIRST}{TEXTS}?claim=weather").status_code == 400


def banner(html: str) -> str:
    return page(html).one("aside.which").text


def without_banner(html: str) -> str:
    html = html.replace('<meta name="robots" content="noindex">', "")
    return re.sub(r"\s+", " ", re.sub(r'<aside class="which".*?</aside>', "", html, flags=re.DOTALL))
