"""Atom feeds, read as a feed reader reads them, and as strict XML."""

import re
from html import unescape
from typing import Any
from xml.etree import ElementTree

import feedparser
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import page, read
from tests.examples import SLUG
from tests.views import hostile

pytestmark = pytest.mark.django_db

COMPARISON = f"/comparisons/{SLUG}/feed.atom"
PAIR = "/parties/kremlin/white-house/feed.atom"
ALL = ["/feed.atom", "/topics/trade/feed.atom", "/parties/kremlin/feed.atom", PAIR, COMPARISON]
CLAIM = r'<dt><a href="([^"]*)">(.*?)</a></dt>\s*<dd>\s*<p>(.*?)</p>'
ATOM = "{http://www.w3.org/2005/Atom}"


def read_feed(client: Client, address: str) -> Any:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    ElementTree.fromstring(response.content)
    feed = feedparser.parse(response.content)
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


@pytest.mark.usefixtures("edition")
class TestWhatAFeedReaderFinds:
    @pytest.mark.parametrize("address", ALL)
    def test_a_comparison_with_its_link_summary_and_counts(
        self, client: Client, edition: Edition, address: str
    ) -> None:
        feed = read_feed(client, address)
        (entry,) = feed.entries
        assert entry.title == edition.title
        own = "editions/1/" if address == COMPARISON else ""
        assert entry.link == f"http://testserver/comparisons/{SLUG}/{own}"
        assert "Contradictions: 1 of 17 claims" in entry.summary
        assert "Agreements: 5 of 17 claims" in entry.summary
        assert feed.feed.author == "Counterpoint"
        assert {("trade", "Trade")} <= {(tag.term, tag.label) for tag in entry.tags}

    @pytest.mark.parametrize("address", ALL)
    def test_what_each_side_said_where_they_contradict_each_other_and_according_to_whom(
        self, client: Client, address: str
    ) -> None:
        (entry,) = read_feed(client, address).entries
        link, headline, sentence = re.findall(CLAIM, unescape(entry.summary))[0]
        assert headline == "Was trade discussed?"
        own = "editions/1/" if address == COMPARISON else ""
        assert link == f"http://testserver/comparisons/{SLUG}/{own}claims/trade-discussed/"
        assert client.get(link.removeprefix("http://testserver")).status_code == 200
        said = page(read(client, f"/comparisons/{SLUG}/")).one("#claim-trade-discussed").text
        assert sentence.startswith("The Kremlin said so; the White House, according to “Newspaper report of the call”,")
        assert sentence.removesuffix(" (not read a second time)") in said
        assert sentence.endswith("(not read a second time)")
        (translated,) = read_feed(client, f"/ru{address}").entries
        assert "по данным" in translated.summary

    @pytest.mark.parametrize("address", ALL)
    def test_where_it_came_from_and_which_page_shows_the_same(self, client: Client, address: str) -> None:
        links = {link.rel: link.href for link in read_feed(client, address).feed.links}
        assert links["self"] == f"http://testserver{address}"
        shown = links["alternate"].removeprefix("http://testserver")
        html = client.get(shown).content.decode()
        assert 'type="application/atom+xml" title="' in html
        assert f'href="{address}"' in html

    def test_every_page_leads_to_the_feed_of_all(self, client: Client) -> None:
        for address in ("/", "/about/", "/topics/", f"/comparisons/{SLUG}/texts/"):
            assert client.get(address).content.decode().count('href="/feed.atom"') == 2


def test_an_entry_has_five_contradictions_at_most_and_says_how_many_there_are(
    client: Client, document: dict[str, Any]
) -> None:
    trade = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    document["claims"] = [{**trade, "slug": f"trade-{number}", "question": f"Trade {number}?"} for number in range(8)]
    document["claims"][1] |= {"confirmed_by": "Ann Reader", "confirmed_at": "2026-11-25T12:00:00Z"}
    event = load(document).event
    publish(event, by="ann")
    (entry,) = read_feed(client, COMPARISON).entries
    told = re.findall(CLAIM, entry.summary)
    assert [headline for _link, headline, _sentence in told] == [f"Trade {number}?" for number in range(5)]
    unconfirmed = ["(not read a second time)" in sentence for _link, _headline, sentence in told]
    assert unconfirmed == [True, False, True, True, True]
    assert "The page has 3 more contradictions." in entry.summary
    publish(event, note="Again.", by="ann")
    newest, earlier = read_feed(client, COMPARISON).entries
    assert "<dt>" in newest.summary
    assert "<dt>" not in earlier.summary


class TestACorrection:
    def test_stands_in_place_of_what_it_corrects_with_its_note_under_an_id_of_its_own(
        self, client: Client, edition: Edition
    ) -> None:
        (before,) = read_feed(client, "/feed.atom").entries
        corrected = publish(edition.event, note="The date was wrong.", by="ann")
        (after,) = read_feed(client, "/feed.atom").entries
        assert before.id != after.id
        assert before.id == f"tag:testserver,{edition.published_at:%Y-%m-%d}:comparisons/{SLUG}/editions/1"
        assert "The date was wrong." in after.summary
        assert after.title == str(corrected)
        assert after.updated == corrected.published_at.replace(microsecond=0).isoformat()

    def test_stands_first_though_the_event_is_an_old_one(
        self, client: Client, edition: Edition, document: dict[str, Any]
    ) -> None:
        event = {**document["event"], "slug": "later", "title": "A later call", "date": "2020-01-01"}
        publish(load({**document, "event": event}).event, by="ann")
        assert [entry.title for entry in read_feed(client, "/feed.atom").entries] == ["A later call", edition.title]
        corrected = publish(edition.event, note="The date was wrong.", by="ann")
        titles = [entry.title for entry in read_feed(client, "/feed.atom").entries]
        assert titles == [str(corrected), "A later call"]

    def test_follows_the_earlier_editions_in_the_feed_of_its_comparison(self, client: Client, edition: Edition) -> None:
        (first,) = read_feed(client, COMPARISON).entries
        edition.event.slug = "call"
        edition.event.save()
        publish(edition.event, note="A shorter address.", by="ann")
        assert client.get(COMPARISON)["Location"] == "/comparisons/call/feed.atom"
        newest, oldest = read_feed(client, "/comparisons/call/feed.atom").entries
        assert oldest.id == first.id
        assert newest.link == "http://testserver/comparisons/call/editions/2/"
        assert oldest.link == "http://testserver/comparisons/call/editions/1/"

    def test_shows_at_once_and_what_has_not_changed_is_not_sent_twice(self, client: Client, edition: Edition) -> None:
        for address in ALL:
            tag = client.get(address)["ETag"]
            with CaptureQueriesContext(connection) as queries:
                response = client.get(address, headers={"If-None-Match": tag})
            assert (response.status_code, response.content) == (304, b"")
            assert len(queries) <= 3
        publish(edition.event, note="The date was wrong.", by="ann")
        assert client.get(ALL[-1], headers={"If-None-Match": tag}).status_code == 200


class TestWhatIsNotThere:
    def test_a_draft_is_in_no_feed(self, client: Client, edition: Edition, document: dict[str, Any]) -> None:
        event = {**document["event"], "slug": "draft", "title": "Nobody has seen this"}
        load({**document, "event": event})
        edition.event.title = "Nobody has seen this either"
        edition.event.save()
        for address in ALL:
            assert "Nobody has seen this" not in client.get(address).content.decode()
        assert client.get("/comparisons/draft/feed.atom").status_code == 404

    def test_what_is_withdrawn_is_in_no_feed(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="Again.", by="ann")
        withdraw(edition.event, reason="The text was of another call.", by="ann")
        assert [client.get(address).status_code for address in ALL] == [200, 404, 404, 404, 410]
        empty = client.get("/feed.atom").content
        assert read_feed(client, "/feed.atom").entries == []
        assert client.get("/feed.atom").content == empty
        publish(edition.event, note="With the right text.", by="ann")
        assert [entry.title for entry in read_feed(client, COMPARISON).entries] == [
            f"{edition.title}, edition 3",
            edition.title,
        ]

    @pytest.mark.parametrize(
        "address",
        [
            "/topics/x/feed.atom",
            "/parties/x/feed.atom",
            "/parties/kremlin/x/feed.atom",
            "/parties/kremlin/kremlin/feed.atom",
            "/comparisons/x/feed.atom",
        ],
    )
    def test_a_feed_of_nothing(self, client: Client, address: str) -> None:
        assert client.get(address).status_code == 404


def test_whatever_people_type_comes_through_whole_and_inert(client: Client) -> None:
    edition = hostile.publish_hostile()
    for address in ("/feed.atom", "/topics/trade/feed.atom", "/parties/kremlin/feed.atom", f"{hostile.PAGE}feed.atom"):
        response = client.get(address)
        root = ElementTree.fromstring(response.content)
        (entry, *_) = root.findall(f"{ATOM}entry")
        assert entry.findtext(f"{ATOM}title") == str(edition)
        category = entry.find(f"{ATOM}category")
        assert category is not None
        assert category.get("label") == edition.document["topics"][0]["name"]
        summary = entry.findtext(f"{ATOM}summary")
        assert summary
        assert hostile.WORDS in unescape(summary)
        assert "<script" not in summary
        assert read_feed(client, address).entries[0].title


def test_what_xml_forbids_never_comes_out(client: Client, document: dict[str, Any]) -> None:
    document["event"] |= {"title": f"A{hostile.NOT_IN_XML}B", "summary": hostile.NOT_IN_XML}
    document["topics"][0]["name"] += hostile.NOT_IN_XML
    publish(load(document).event, by="ann")
    (entry,) = read_feed(client, "/feed.atom").entries
    assert entry.title == "A\ufffd\ufffdB"


def test_a_feed_costs_as_many_queries_for_forty_comparisons_as_for_two_and_has_thirty(
    client: Client, many_calls: Any
) -> None:
    costs = []
    for total in (2, 40):
        many_calls(total)
        with CaptureQueriesContext(connection) as queries:
            feed = read_feed(client, "/feed.atom")
        costs.append(len(queries))
        assert len(feed.entries) == min(total, 30)
    assert costs[0] == costs[1] <= 4
    assert feed.entries[0].title == "Call 39"


@pytest.mark.slow
def test_contradictions_cost_as_many_queries_in_twelve_comparisons_as_in_two(
    client: Client, document: dict[str, Any]
) -> None:
    claims = [claim for claim in document["claims"] if claim["slug"] == "trade-discussed"]
    costs = []
    for total in (2, 12):
        for number in range(Edition.objects.count(), total):
            event = {**document["event"], "slug": f"call-{number}"}
            publish(load({**document, "event": event, "claims": claims}).event, by="ann")
        with CaptureQueriesContext(connection) as queries:
            feed = read_feed(client, "/feed.atom")
        costs.append(len(queries))
        assert [entry.summary.count("<dt>") for entry in feed.entries] == [1] * total
    assert costs[0] == costs[1] <= 4


def test_only_the_head_is_asked_for(client: Client, edition: Edition) -> None:
    for address in ALL:
        response = client.head(address)
        assert (response.status_code, response.content) == (200, b"")
        assert client.post(address).status_code == 405
