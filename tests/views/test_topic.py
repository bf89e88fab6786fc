"""A topic across events: what the claims on it add up to, and where each party stands."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.across import listing
from comparisons.documents import load
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish, withdraw
from tests.across.counted_by_hand import Counted
from tests.dom import page, read, text_of
from tests.factories import with_a_third_party
from tests.views.across_pages import listed, numbers, numbers_in

pytestmark = pytest.mark.django_db

TOPIC = "/topics/trade/"


@pytest.mark.slow
def test_every_number_is_that_of_the_documents_and_leads_to_exactly_its_claims(
    client: Client, published: list[Counted]
) -> None:
    """Those of a party lead to its page, and those of a pair to theirs."""
    for topic in {claim.topic for claim in published}:
        address = f"/topics/{topic}/"
        shown = numbers(read(client, address), address)
        assert {number.path.split("/")[1] for number in shown} == {"topics", "parties"}
        for number in set(shown):
            claims = number.claims_by_hand(published)
            assert {claim.topic for claim in claims} == {topic}
            assert number.count == len(claims), number
            assert sorted(listed(client, number.address)) == sorted(claim.key for claim in claims), number


@pytest.mark.slow
def test_every_denominator_is_that_of_its_row(client: Client, published: list[Counted]) -> None:
    for topic in {claim.topic for claim in published}:
        address = f"/topics/{topic}/"
        for number in numbers(read(client, address), address):
            assert number.total == len(number.row().claims_by_hand(published)), number


@pytest.mark.slow
def test_along_each_row_the_numbers_add_up_to_its_claims(client: Client, published: list[Counted]) -> None:
    for topic in {claim.topic for claim in published}:
        address = f"/topics/{topic}/"
        for row in page(read(client, address)).all("tr:not([data-listed]):has(> th[scope=row])"):
            whole, *parts = numbers_in(row, address)
            assert sum(number.count for number in parts) == whole.count == whole.total


@pytest.mark.usefixtures("edition")
class TestWhatAReaderFinds:
    def test_how_many_claims_and_events_and_what_they_add_up_to(self, client: Client) -> None:
        text = text_of(read(client, TOPIC))
        assert "What each side said on “Trade”: 1 claim in 1 event." in text
        assert "Contradictions 1 of 1 claim" in text
        assert "0 of 1 Agreement in part" in text

    def test_the_words_of_each_side_before_any_figure(self, client: Client) -> None:
        html = read(client, TOPIC)
        text = page(html).one("#claims").text
        assert (
            "Contradictions Trump–Putin phone call, 28 January 2017 Was trade discussed? "
            "Contradiction not read a second time rests on a report "
            "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it. "
            "Kremlin: said so restoring mutually beneficial trade"
        ) in text
        assert "As “Newspaper report of the call” has it: Contrary to statements from the White House" in text
        assert 'href="/comparisons/trump-putin-call-2017-01-28/claims/trade-discussed/"' in html
        parts = page(html).all("#claims blockquote, .in-short .number, details.all-figures table")
        assert [part.name for part in parts][:4] == ["blockquote", "blockquote", "a", "table"]

    def test_one_line_of_figures_and_all_of_them_folded_behind_it(self, client: Client) -> None:
        shown = page(read(client, TOPIC))
        assert shown.one(".in-short li").text == "1 of 1 Contradictions"
        assert shown.has("details.all-figures:not([open]) table")
        assert not shown.has("table:not(details table)")

    def test_each_party_and_each_two_with_links(self, client: Client) -> None:
        html = read(client, TOPIC)
        assert 'href="/parties/kremlin/?position=affirms&amp;topic=trade"' in html
        assert 'href="/parties/kremlin/white-house/?show=contradictions&amp;topic=trade"' in html

    def test_a_chart_that_can_be_heard(self, client: Client) -> None:
        shown = page(read(client, TOPIC))
        chart = shown.one("[role=img]").text
        assert "28 January 2017: 1 claim. Agreements 0, Contradictions 1, Only one side 0, Open 0." in chart

    def test_what_is_counted(self, client: Client) -> None:
        text = text_of(read(client, TOPIC))
        assert "An outcome counts all parties of the event." in text
        assert "whatever a third party says" not in text

    def test_the_claims_behind_an_outcome(self, client: Client) -> None:
        html = read(client, f"{TOPIC}?outcome=contradiction")
        assert "<title>Contradiction: Trade in all events · Counterpoint</title>" in html
        assert listed(client, f"{TOPIC}?outcome=contradiction") == ["trump-putin-call-2017-01-28/trade-discussed"]
        assert listed(client, f"{TOPIC}?outcome=agreement") == []


def test_a_party_that_is_not_compared_on_a_claim_is_not_said_to_be_silent(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    document["event"] |= {"slug": "another-call", "date": "2018-01-01"}
    publish(load(with_a_third_party(document)).event, by="ann")
    first = page(read(client, TOPIC)).one(f"[data-listed='{edition.slug}/trade-discussed']")
    assert first.values("[data-party]", "data-party") == ["kremlin", "white-house"]


def test_many_parties_are_grouped_by_what_they_said(client: Client, document: dict[str, Any], db: None) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    groups = page(read(client, TOPIC)).all("[data-listed] .alike > section")
    assert [group.one("h5").text for group in groups] == [
        "Said so (2 of 4): Berlin, Kremlin",
        "Denied it (1 of 4): White House (according to “Newspaper report of the call”)",
        "No account held (1 of 4): Vienna",
    ]
    assert [len(group.all("blockquote")) for group in groups] == [2, 1, 0]
    assert [named.text for named in groups[0].all("figcaption b")] == ["Berlin", "Kremlin"]


def test_contradictions_come_first_then_the_newest_event(
    client: Client, edition: Edition, document: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    for slug, day in (("later", "2018-01-01"), ("latest", "2019-01-01")):
        document["event"] |= {"slug": slug, "date": day, "title": slug.title()}
        trade = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
        if slug == "latest":
            trade["stances"] = [one for one in trade["stances"] if one["basis"] != "reported"]
        publish(load(document).event, by="ann")
    keys = [f"{slug}/trade-discussed" for slug in ("later", edition.slug, "latest")]
    assert listed(client, TOPIC) == keys
    headings = [heading.text for heading in page(read(client, TOPIC)).all("#claims h3")]
    assert headings == ["Contradictions", "Latest 1 January 2019"]
    monkeypatch.setattr(listing, "CLAIMS_PER_PAGE", 1)
    assert listed(client, TOPIC) == keys, "on whichever page of the list"


def test_the_list_of_topics_leads_to_each_with_its_claims_and_events(client: Client, edition: Edition) -> None:
    html = read(client, "/topics/")
    assert 'href="/topics/">Topics</a>' in read(client, "/")
    topics = page(html).all("a[href^='/topics/']:not([href='/topics/'])")
    assert len(topics) == 12
    assert page(html).one("a[href='/topics/trade/'] + small").text == "1 claim in 1 event"
    names = [topic.text for topic in topics]
    assert "Trade" in names
    weights = [int(one.text.split()[0]) for one in page(html).all(".index small")]
    assert list(zip(weights, names, strict=True)) == sorted(
        zip(weights, names, strict=True), key=lambda one: (-one[0], one[1].casefold())
    ), "those with most claims first"
    for topic in topics:
        assert client.get(topic["href"]).status_code == 200


def test_the_lists_say_so_where_nothing_is_published(client: Client, event: Event) -> None:
    for address in ("/topics/", "/parties/"):
        assert "Nothing has been published yet." in text_of(read(client, address))


def test_the_comparison_leads_to_its_topics(client: Client, edition: Edition) -> None:
    html = read(client)
    assert '<a href="/topics/trade/">all events<span class="visually-hidden">: Trade</span></a>' in html


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("slug", ["nothing", "x" * 3000, "%F0%9F%98%80", "%ff", "Trade", "trade%2Fx", "trade/x"])
def test_a_topic_that_is_not_there_is_answered_with_404(client: Client, slug: str) -> None:
    assert client.get(f"/topics/{slug}/").status_code == 404


@pytest.mark.usefixtures("edition")
@pytest.mark.parametrize("query", ["show=x", "outcome=x", "event=x", "year=x", "year=2016", "after=x", "after=/"])
def test_what_is_not_there_is_answered_with_400_that_names_the_parameter(client: Client, query: str) -> None:
    response = client.get(f"{TOPIC}?{query}")
    assert response.status_code == 400
    assert f"“{query.partition('=')[0]}”" in response.content.decode()


def test_a_nul_is_answered_with_400(client: Client, edition: Edition) -> None:
    for address in (f"{TOPIC}?event=%00", f"{TOPIC}?after=%00/x", "/topics/%00/"):
        assert client.get(address).status_code in (400, 404)


def test_a_draft_and_a_withdrawn_comparison_count_for_nothing(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    pages = (TOPIC, "/topics/", "/parties/")
    before = [client.get(page).content for page in pages]
    document["event"] |= {"slug": "another-call", "date": "2018-01-01"}
    draft = load(document).event
    assert [client.get(page).content for page in pages] == before
    publish(draft, by="ann")
    assert "2 claims in 2 events" in text_of(read(client, TOPIC))
    withdraw(draft, reason="It was of another call.", by="ann")
    assert [client.get(page).content for page in pages] == before
    withdraw(edition.event, reason="So was this.", by="ann")
    assert client.get(TOPIC).status_code == 404


def test_markup_in_names_comes_through_as_text(client: Client, document: dict[str, Any], db: None) -> None:
    hostile = '</title><script>alert("x")</script>{{ page }}'
    document["event"]["title"] = document["topics"][0]["name"] = document["parties"][0]["name"] = hostile
    document["claims"][0]["question"] = hostile
    publish(load(document).event, by="ann")
    for address in (TOPIC, "/topics/", "/parties/", "/parties/kremlin/", "/parties/kremlin/white-house/?topic=trade"):
        html = read(client, address)
        assert "<script>alert" not in html
        assert "{{ page }}" in html


def test_it_costs_the_same_queries_for_two_events_and_for_forty(client: Client, many_calls: Any) -> None:
    topic = "/topics/terrorism/"
    counts = []
    for size in (2, 40):
        many_calls(size)
        for address, most in ((topic, 10), (f"{topic}?show=one-sided", 7), ("/topics/", 2), ("/parties/", 3)):
            with CaptureQueriesContext(connection) as queries:
                read(client, address)
            assert len(queries) <= most
            counts.append(len(queries))
    assert counts[:4] == counts[4:]
