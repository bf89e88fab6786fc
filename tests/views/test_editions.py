"""Each edition at an address of its own, for ever; and the log of all editions."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load, render_json
from comparisons.editorial.revisions import revise
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import claims_in, page, read, text_of
from tests.examples import LOG, PAGE, SLUG
from tests.factories import SINGLE

pytestmark = pytest.mark.django_db

FIRST, SECOND = f"{LOG}1/", f"{LOG}2/"


def without_banner(html: str) -> str:
    """The page without what says which edition is the latest: the line for readers, and that for machines."""
    html = html.replace('<meta name="robots" content="noindex">', "")
    return re.sub(r"\s+", " ", re.sub(r'<aside class="which".*?</aside>', "", html, flags=re.DOTALL))


class TestAnEdition:
    def test_shows_what_it_said_after_a_later_one_says_something_else(self, client: Client, second: Edition) -> None:
        told = {number: claims_in(read(client, f"{LOG}{number}/"))["trade-discussed"] for number in (1, 2)}
        assert told[1]["data-outcome"] == "contradiction"
        assert told[1]["cells"] == {"kremlin": "affirms", "white-house": "denies"}
        assert told[2]["data-outcome"] == "single_source"
        assert "Contrary to statements from the White House" not in told[2]["quotes"]
        assert claims_in(read(client)) == claims_in(read(client, SECOND))

    def test_stays_the_same_but_for_the_word_on_which_is_the_newest(self, client: Client, edition: Edition) -> None:
        before = read(client, FIRST)
        event = edition.event
        event.title, event.place = "Another title", "By telephone"
        event.save()
        event.claims.get(slug="iran-discussed").delete()
        revise(event.accounts.get(key="kremlin-statement"), "A draft.", captured_at="", note="")
        assert read(client, FIRST) == before
        for note in ("A correction.", "One more."):
            publish(event, note=note, by="ann", unread_allowed=True)
            after = read(client, FIRST)
            assert after != before
            assert without_banner(after) == without_banner(before)
            assert note not in after

    def test_says_that_it_is_the_newest(self, client: Client, second: Edition) -> None:
        html = read(client, SECOND)
        banner = page(html).one("aside.which").text
        assert "Edition 2 is the latest. This address always shows edition 2." in banner
        assert page(html).one("aside.which").leads_to(PAGE)
        assert "noindex" not in html

    def test_leads_to_the_newest_by_number_and_date_where_it_is_not(self, client: Client, second: Edition) -> None:
        html = read(client, FIRST)
        banner = page(html).one("aside.which")
        assert "Edition 1 is not the latest. This address always shows edition 1." in banner.text
        day = f"{second.published_at.day} {second.published_at:%B %Y}"
        assert f"The latest: edition 2, {day}" in banner.text
        assert banner.leads_to(PAGE)
        assert banner.leads_to(f"{LOG}changes/?from=1&to=2")
        assert '<meta name="robots" content="noindex">' in html

    @pytest.mark.parametrize("address", [FIRST, SECOND])
    def test_names_the_comparison_as_canonical_and_its_own_data(
        self, client: Client, second: Edition, address: str
    ) -> None:
        html = read(client, f"{address}?show=one-sided")
        assert f'<link rel="canonical" href="http://testserver{PAGE}">' in html
        assert f'rel="alternate" type="application/json" href="{address.removesuffix("/")}.json"' in html

    def test_leads_to_no_page_of_the_current_edition(self, client: Client, second: Edition) -> None:
        revise(second.event.accounts.get(key="kremlin-statement"), "Another text.", captured_at="", note="")
        publish(second.event, note="A new text.", by="ann", unread_allowed=True)
        for number in (1, 2, 3):
            html = read(client, f"{LOG}{number}/")
            links = {re.split("[?#]", link)[0] for link in page(html).values("[href^='/']", "href")}
            claims = {f"{LOG}{number}/claims/{slug}/" for slug in claims_in(html)}
            assert {link for link in links if link.startswith(("/comparisons/", "/topics/", "/parties/"))} == claims | {
                PAGE,
                LOG,
                f"{LOG}{number}/",
                f"{LOG}{number}/texts/",
                f"{LOG}{number}.json",
                f"{LOG}{number}/citation.json",
                f"{LOG}{number}/texts/",
                f"{PAGE}embed/",
                "/topics/",
                "/parties/",
                *([f"{LOG}changes/"] if number < 3 else []),
            }
            assert page(html).values(f"[href^='{PAGE}embed/']", "href") == [f"{PAGE}embed/?edition={number}"]
        assert "2 texts held" in text_of(html)

    def test_is_narrowed_like_the_comparison_at_its_own_address(self, client: Client, second: Edition) -> None:
        html = read(client, f"{FIRST}?show=contradictions&topic=trade&parties=white-house&zone=Asia/Tokyo")
        claims = claims_in(html)
        assert list(claims) == ["trade-discussed"]
        assert list(claims["trade-discussed"]["cells"]) == ["white-house"]
        assert f'action="{FIRST}"' in html
        assert 'href="?topic=trade&amp;parties=white-house&amp;zone=Asia/Tokyo#at-a-glance"' in html
        assert page(html).values("input[name=zone]", "value") == ["Asia/Tokyo"]
        assert claims_in(read(client, f"{SECOND}?show=contradictions")) == {}
        response = client.get(f"{FIRST}?show=&topic=trade")
        assert (response.status_code, response["Location"]) == (302, f"{FIRST}?topic=trade")
        assert client.get(f"{FIRST}?show=x").status_code == 400
        fragment = client.get(f"{FIRST}?show=open", headers={"HX-Request": "true", "HX-Target": "claims"})
        assert "<html" not in fragment.content.decode()

    @pytest.mark.slow
    def test_costs_two_queries_however_many_there_are(self, client: Client, second: Edition) -> None:
        for number in range(2):
            with CaptureQueriesContext(connection) as queries:
                read(client, FIRST)
            assert len(queries) == 2
            for _again in range(10 * (1 - number)):
                publish(second.event, note="Once more.", by="ann")

    def test_is_kept_by_a_browser_until_another_is_the_newest(self, client: Client, edition: Edition) -> None:
        tag = client.get(FIRST)["ETag"]
        assert client.get(FIRST, headers={"If-None-Match": tag}).status_code == 304
        assert client.get(FIRST)["Cache-Control"] == "no-cache"
        publish(edition.event, note="Once more.", by="ann")
        assert client.get(FIRST, headers={"If-None-Match": tag}).status_code == 200

    def test_is_reached_from_the_comparison_and_from_the_history_of_a_claim(
        self, client: Client, second: Edition
    ) -> None:
        html = read(client)
        assert f'<a href="{SECOND}">Edition 2</a>' in html
        assert f'<a href="{LOG}">What changed</a>' in html
        html = read(client, f"{PAGE}claims/trade-discussed/")
        for address in (f"{FIRST}claims/trade-discussed/", f"{SECOND}claims/trade-discussed/", LOG):
            assert f'href="{address}"' in html


class TestItsData:
    def test_are_the_document_to_the_byte_whatever_comes_later(self, client: Client, edition: Edition) -> None:
        address = f"{LOG}1.json"
        given = client.get(address)
        assert given.content == render_json(edition.document).encode()
        assert given["Content-Type"] == "application/json"
        publish(edition.event, note="Once more.", by="ann")
        assert client.get(address).content == given.content
        again = client.get(address, headers={"If-None-Match": given["ETag"]})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("end", ["/", ".json"])
class TestAnAddress:
    @pytest.mark.parametrize("number", ["0", "3", "01", "-1", "٢", "1e1", "999999999", "9" * 10, "9" * 5000])
    def test_of_an_edition_that_there_is_not_is_not_found(
        self, client: Client, second: Edition, number: str, end: str
    ) -> None:
        assert client.get(f"{LOG}{number}{end}").status_code == 404
        assert client.get(f"/comparisons/nothing/editions/1{end}").status_code == 404

    def test_of_before_leads_to_the_same_edition_at_the_present_one(
        self, client: Client, edition: Edition, end: str
    ) -> None:
        edition.event.slug = "call"
        edition.event.save()
        assert client.get(f"/comparisons/call/editions/1{end}").status_code == 404, "a draft's address is nobody's yet"
        publish(edition.event, note="A shorter address.", by="ann")
        response = client.get(f"{LOG}1{end}?show=open")
        assert (response.status_code, response["Location"]) == (301, f"/comparisons/call/editions/1{end}?show=open")
        body = client.get(f"/comparisons/call/editions/1{end}").content.decode()
        assert (f'"slug": "{SLUG}"' in body) if end == ".json" else (PAGE not in body)

    def test_of_a_withdrawn_comparison_is_gone_with_every_edition(
        self, client: Client, second: Edition, end: str
    ) -> None:
        tag = client.get(f"{LOG}1{end}")["ETag"]
        withdraw(second.event, reason="The text was of another call.", by="ann")
        for number in (1, 2, 7):
            response = client.get(f"{LOG}{number}{end}", headers={"If-None-Match": tag})
            assert response.status_code == 410
            assert "The text was of another call." in response.content.decode()
            assert SINGLE not in response.content.decode()

    def test_of_an_edition_that_was_withdrawn_stays_gone_and_the_others_come_back(
        self, client: Client, second: Edition, end: str
    ) -> None:
        event = second.event
        event.title = "A title to be taken back"
        event.save()
        publish(event, note="A mistake.", by="ann")
        withdraw(event, reason="The title was wrong.", by="ann")
        event.title = "The call"
        event.save()
        publish(event, note="Mended.", by="ann")
        assert [client.get(f"{LOG}{number}{end}").status_code for number in (1, 2, 3, 4)] == [200, 200, 410, 200]
        gone = client.get(f"{LOG}3{end}").content.decode()
        assert "The title was wrong." in gone
        assert "The call" in gone
        assert "taken back" not in gone
        assert "A mistake." not in gone

    @pytest.mark.parametrize("method", ["post", "put", "delete"])
    def test_is_read_only_and_sets_no_cookie(self, client: Client, edition: Edition, method: str, end: str) -> None:
        assert getattr(client, method)(f"{LOG}1{end}").status_code == 405
        assert not client.get(f"{LOG}1{end}").cookies


def test_an_edition_of_another_comparison_is_not_found(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    document["event"]["slug"] = "other"
    event = load(document).event
    publish(event, by="ann")
    publish(event, note="Once more.", by="ann")
    assert client.get("/comparisons/other/editions/2/").status_code == 200
    assert client.get(SECOND).status_code == 404
