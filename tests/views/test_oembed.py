"""oEmbed, as its consumers ask for it."""

import re
from typing import Any
from urllib.parse import parse_qs, quote, urlencode, urlsplit
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import page, read
from tests.examples import PAGE, SLUG
from tests.views import hostile
from tests.views.oembed_answers import EMBED, HERE, answer, ask, source

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("edition")
class TestTheAnswer:
    def test_has_what_oembed_asks_of_a_rich_one(self, client: Client, edition: Edition) -> None:
        whole = answer(client)
        html, height, thumbnail = (whole.pop(name) for name in ("html", "height", "thumbnail_url"))
        assert f'height="{height}"' in html
        assert thumbnail.startswith(f"{HERE}editions/1/card.png?v=")
        assert whole == {
            "version": "1.0",
            "type": "rich",
            "title": edition.title,
            "provider_name": "Counterpoint",
            "provider_url": "http://testserver/",
            "width": 640,
            "thumbnail_width": 1200,
            "thumbnail_height": 630,
        }
        assert html.startswith(f'<iframe src="{EMBED}" title="{edition.title}" width="640" height="')
        script = '<script src="http://testserver/embed.js" async></script>'
        assert html.endswith(f'<a href="{HERE}">{edition.title}</a></iframe>{script}')

    def test_has_the_card_of_what_it_shows_but_not_one_larger_than_asked_for(self, client: Client) -> None:
        claim = answer(client, url=f"{HERE}claims/trade-discussed/")
        assert claim["thumbnail_url"].startswith(f"{HERE}editions/1/claims/trade-discussed/card.png?v=")
        assert client.get(claim["thumbnail_url"].removeprefix("http://testserver")).status_code == 200
        assert "thumbnail_url" in answer(client, maxwidth="1200")
        assert "thumbnail_url" not in answer(client, maxwidth="1199")
        assert "thumbnail_url" not in answer(client, maxheight="629")

    @pytest.mark.parametrize(
        ("url", "embedded"),
        [
            ("", ""),
            ("?topic=trade", "?topic=trade"),
            ("?show=open&parties=kremlin", ""),
            ("?show=&topic=trade&zone=Asia/Tokyo", "?topic=trade"),
            ("claims/trade-discussed/", "?claim=trade-discussed"),
            ("claims/trade-discussed/?x=1#history", "?claim=trade-discussed"),
            ("#claim-trade-discussed", "?claim=trade-discussed"),
            ("?topic=trade#claim-trade-discussed", "?claim=trade-discussed"),
            ("#claims-heading", ""),
            ("editions/1/", "?edition=1"),
            ("editions/1/?topic=trade", "?topic=trade&edition=1"),
            ("editions/1/#claim-trade-discussed", "?claim=trade-discussed&edition=1"),
            ("editions/1/claims/trade-discussed/", "?claim=trade-discussed&edition=1"),
        ],
    )
    def test_is_of_what_the_page_shows(self, client: Client, url: str, embedded: str) -> None:
        assert source(answer(client, HERE + url)) == EMBED + embedded

    @pytest.mark.parametrize(
        "url",
        [
            HERE.replace("http:", "https:"),
            HERE.replace("http:", "HTTP:"),
            HERE.replace("testserver", "TestServer:80"),
            HERE.replace("http://testserver", "https://testserver:443"),
            HERE.replace("-", "%2D"),
            HERE.removesuffix("/"),
            quote(HERE, safe="/:").replace("2017", "%32017"),
        ],
    )
    def test_is_the_same_however_the_address_is_written(self, client: Client, url: str) -> None:
        assert source(answer(client, url)) == EMBED

    def test_leads_to_frames_that_are_there(self, client: Client) -> None:
        for url in ("", "?topic=trade", "claims/trade-discussed/", "editions/1/#claim-trade-discussed"):
            assert client.get(source(answer(client, HERE + url))).status_code == 200

    def test_is_xml_where_that_is_asked_for(self, client: Client, edition: Edition) -> None:
        response = ask(client, format="xml", maxwidth="300")
        assert (response.status_code, response["Content-Type"]) == (200, "text/xml; charset=utf-8")
        root = ElementTree.fromstring(response.content)
        assert root.tag == "oembed"
        same = {name: str(value) for name, value in answer(client, maxwidth="300").items()}
        assert {child.tag: child.text for child in root} == same

    def test_is_not_sent_twice_and_sets_no_cookie(self, client: Client) -> None:
        response = ask(client)
        assert not response.cookies
        again = client.get(f"/oembed?{urlencode({'url': HERE})}", headers={"If-None-Match": response["ETag"]})
        assert (again.status_code, again["Access-Control-Allow-Origin"]) == (304, "*")


@pytest.mark.usefixtures("edition")
class TestWhatIsRefused:
    @pytest.mark.parametrize(
        ("query", "named"),
        [
            ("", ["url"]),
            ("url=", ["url"]),
            ("url=x&format=yaml", ["format"]),
            ("url=x&maxwidth=x", ["maxwidth"]),
            ("url=x&maxwidth=0&maxheight=-1", ["maxwidth", "maxheight"]),
            ("url=x&maxheight=1.5", ["maxheight"]),
            (f"url=x&maxheight={'9' * 5000}", ["maxheight"]),
            ("url=x&theme=blue&maxwidth=x", ["maxwidth", "theme"]),
            ("format=%ff&maxwidth=%D9%A1", ["url", "format", "maxwidth"]),
        ],
    )
    def test_by_the_name_of_what_is_wrong(self, client: Client, query: str, named: list[str]) -> None:
        response = client.get(f"/oembed?{query}")
        assert response.status_code == 400
        assert re.findall("“([a-z]+)”", response.json()["error"]) == named
        assert response["Access-Control-Allow-Origin"] == "*"

    @pytest.mark.parametrize(
        "url",
        [
            PAGE,
            f"//testserver{PAGE}",
            f"ftp://testserver{PAGE}",
            f"javascript://testserver{PAGE}",
            f"http://evil.example{PAGE}",
            f"http://testserver@evil.example{PAGE}",
            f"http://evil.example@testserver{PAGE}",
            f"http://testserver.evil.example{PAGE}",
            f"http://testserver:8000{PAGE}",
            "http://testserver/",
            "http://testserver",
            "http://testserver/about/",
            "http://testserver/admin/",
            f"http://testserver/embed/{SLUG}/",
            "http://testserver/comparisons/nothing/",
            f"{HERE}texts/",
            f"{HERE}editions/2/",
            f"{HERE}editions/0/",
            f"{HERE}?topic=x",
            f"{HERE}claims/x/",
            f"{HERE}#claim-x",
            f"{HERE}%00",
            f"http://testserver/comparisons/{SLUG}%00/",
            f"{HERE}?topic=%00",
            f"{HERE}%ff/",
            "http://[",
            "http://[::1]:x/",
            "http://testserver/%",
            "\u2028",
            "x" * 10_000,
        ],
    )
    def test_because_it_is_no_page_of_ours(self, client: Client, url: str) -> None:
        response = ask(client, url)
        assert response.status_code == 404
        assert "“url” is not the address" in response.json()["error"]

    def test_where_it_is_a_draft_it_is_nothing(
        self, client: Client, edition: Edition, document: dict[str, Any]
    ) -> None:
        load({**document, "event": {**document["event"], "slug": "draft"}})
        nothing = ask(client, "http://testserver/comparisons/nothing/")
        draft = ask(client, "http://testserver/comparisons/draft/")
        assert (draft.status_code, draft.content) == (nothing.status_code, nothing.content)

    def test_where_it_is_withdrawn_the_reason_is_given(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="A mistake.", by="ann")
        withdraw(edition.event, reason="The title was wrong.", by="ann")
        for url in (HERE, f"{HERE}editions/1/"):
            assert ask(client, url).status_code == 410
            assert ask(client, url).json()["error"] == "The title was wrong."
        publish(edition.event, note="Mended.", by="ann")
        codes = {number: ask(client, f"{HERE}editions/{number}/").status_code for number in (1, 2, 3)}
        assert codes == {1: 200, 2: 410, 3: 200}


def test_an_address_of_before_is_answered_with_the_present_one(client: Client, edition: Edition) -> None:
    edition.event.slug = "call"
    edition.event.save()
    publish(edition.event, note="A shorter address.", by="ann")
    assert source(answer(client, f"{HERE}editions/1/?topic=trade")) == (
        "http://testserver/embed/call/?topic=trade&edition=1"
    )


def discovered(html: str) -> dict[str, str]:
    links = page(html).all("link[rel=alternate][type$='+oembed'][title]")
    return {link["type"].removesuffix("+oembed"): link["href"] for link in links}


@pytest.mark.parametrize(
    "part", ["", "?topic=trade", "claims/trade-discussed/", "editions/1/", "editions/1/?topic=trade"]
)
def test_each_page_says_where_to_ask_for_itself(client: Client, edition: Edition, part: str) -> None:
    links = discovered(read(client, PAGE + part))
    assert set(links) == {"application/json", "text/xml"}
    for kind, name in (("application/json", "json"), ("text/xml", "xml")):
        assert links[kind].startswith("http://testserver/oembed?")
        assert parse_qs(urlsplit(links[kind]).query) == {"url": [HERE + part], "format": [name]}
        assert client.get(links[kind])["Content-Type"].startswith(kind)


def test_a_preview_does_not(admin_client: Client, edition: Edition) -> None:
    assert discovered(read(admin_client, f"/admin/comparisons/event/{edition.event.pk}/preview/")) == {}


@pytest.mark.slow
def test_it_costs_one_query_however_many_there_are(client: Client, many_calls: Any) -> None:
    for total in (2, 40):
        many_calls(total)
        with CaptureQueriesContext(connection) as queries:
            answer(client, "http://testserver/comparisons/call-1/")
        assert len(queries) == 1


def test_whatever_people_type_comes_through_whole_and_inert(client: Client) -> None:
    edition = hostile.publish_hostile()
    own = f"http://testserver{hostile.PAGE}"
    question = edition.document["claims"][0]["question"]
    topic = edition.document["topics"][0]["name"]
    for url, title in (
        (own, edition.title),
        (f"{own}claims/said/", f"{question} · {edition.title}"),
        (f"{own}editions/1/?topic=trade", f"{topic} · {edition.title}"),
    ):
        whole = answer(client, url)
        xml = {child.tag: child.text for child in ElementTree.fromstring(ask(client, url, format="xml").content)}
        for told in (whole, xml):
            assert told["title"] == title
            assert str(told["html"]).count("<script") == 1
            assert str(told["html"]).count("<") == 6
            assert page(str(told["html"])).one("[title]")["title"] == title
    assert discovered(read(client, hostile.PAGE))


def test_what_xml_forbids_never_comes_out(client: Client, document: dict[str, Any]) -> None:
    document["event"] |= {"title": f"A{hostile.NOT_IN_XML}B"}
    publish(load(document).event, by="ann")
    root = ElementTree.fromstring(ask(client, format="xml").content)
    assert root.findtext("title") == "A\ufffd\ufffdB"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_it_is_only_read_whoever_asks(method: str) -> None:
    response = getattr(Client(enforce_csrf_checks=True), method)("/oembed")
    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert response["Access-Control-Allow-Origin"] == "*"
