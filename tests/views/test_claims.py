"""All claims of all comparisons as a reader asks for them: by outcome, party, pair, topic, date and words."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.across import listing
from comparisons.documents import load
from comparisons.models import Edition
from comparisons.outcomes import FAMILIES
from comparisons.publishing.publish import publish, withdraw
from tests.across.counted_by_hand import Counted
from tests.dom import page, read, text_of
from tests.examples import DOCUMENTS
from tests.factories import with_a_third_party
from tests.search.small import publish_small
from tests.views.across_pages import listed

pytestmark = pytest.mark.django_db

CLAIMS = "/claims/"
EMPTY = {"q": "", "show": "", "outcome": "", "party": "", "topic": "", "from": "", "to": ""}

ASKED: dict[str, Callable[[Counted], bool]] = {
    "": lambda claim: True,
    "?show=contradictions": lambda claim: claim.outcome in FAMILIES["contradictions"],
    "?outcome=omission": lambda claim: claim.outcome == "omission",
    "?party=kremlin": lambda claim: "kremlin" in claim.positions,
    "?party=kremlin,white-house": lambda claim: ("kremlin", "white-house") in claim.pairs,
    "?party=kremlin,white-house&show=agreements": lambda claim: (
        ("kremlin", "white-house") in claim.pairs
        and claim.pairs["kremlin", "white-house"].outcome in FAMILIES["agreements"]
    ),
    "?topic=sanctions": lambda claim: claim.topic == "sanctions",
    "?from=2021-12-07&to=2022-01-27": lambda claim: "2021-12-07" <= claim.day <= "2022-01-27",
    "?show=one-sided&topic=iran&party=white-house": lambda claim: (
        claim.outcome in FAMILIES["one-sided"] and claim.topic == "iran" and "white-house" in claim.positions
    ),
}


@pytest.mark.slow
def test_each_filter_lists_exactly_its_claims_contradictions_first(client: Client, published: list[Counted]) -> None:
    for query, fits in ASKED.items():
        found = listed(client, CLAIMS + query)
        assert sorted(found) == sorted(claim.key for claim in published if fits(claim)), query
        assert found or query.startswith("?show=one-sided"), query
        number = f"{len(found)} of {len(published)} claims" if query else f"All {len(published)} claims"
        assert number in text_of(read(client, CLAIMS + query))
    outcomes = {claim.key: claim.outcome for claim in published}
    places = [outcomes[key] in FAMILIES["contradictions"] for key in listed(client, CLAIMS)]
    assert places == sorted(places, reverse=True)
    days = {claim.key: claim.day for claim in published}
    others = [days[key] for key in listed(client, CLAIMS) if outcomes[key] not in FAMILIES["contradictions"]]
    assert others == sorted(others, reverse=True), "the newest event first"


@pytest.mark.slow
def test_every_quote_of_a_party_stands_there(client: Client, published: list[Counted]) -> None:
    shown, following = "", CLAIMS
    while following:
        html = read(client, following)
        shown += " ".join(one.text for one in page(html).all("[data-listed] blockquote"))
        further = page(html).values("a[rel=next]", "href")
        following = CLAIMS + further[0] if further else ""
    for path in DOCUMENTS:
        document = json.loads(path.read_text())
        party_of = {account["id"]: account["party"] for account in document["accounts"]}
        for claim in document["claims"]:
            for stance in claim["stances"]:
                for quote in stance.get("quotes", []) if party_of[stance["account"]] else []:
                    assert " ".join(quote["exact"].split()) in shown, claim["slug"]


@pytest.mark.usefixtures("edition")
class TestWhatAReaderFinds:
    def test_a_claim_with_its_event_topic_outcome_sentence_and_both_sides_words(self, client: Client) -> None:
        shown = page(read(client, CLAIMS))
        claim = shown.one("[data-listed$='/trade-discussed']")
        assert claim.one("h4 a")["href"] == "/comparisons/trump-putin-call-2017-01-28/claims/trade-discussed/"
        assert "Trump–Putin phone call" in claim.one(".kicker").text
        assert claim.one(".kicker a[href='/topics/trade/']").text == "Trade"
        assert claim.one(".finding").text == "Contradiction not read a second time rests on a report"
        assert claim.one(".sentence").text == (
            "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it."
        )
        kremlin = claim.one("[data-party='kremlin'][data-position='affirms']")
        assert kremlin.one("h5").text == "Kremlin: said so"
        assert kremlin.one("blockquote[lang=en]").text.startswith("restoring mutually beneficial trade")
        other = claim.one("[data-party='white-house'][data-position='denies']")
        assert other.one(".reporter").text == "As “Newspaper report of the call” has it:"
        assert other.one(".reported blockquote").text == "Contrary to statements from the White House"

    def test_a_silence_is_a_place_without_words(self, client: Client) -> None:
        silent = page(read(client, CLAIMS)).all("[data-listed] [data-position='not_in_text_held']")
        assert silent
        for side in silent:
            assert side.text.endswith(("not in the excerpt held", "not in the text held"))
            assert not side.has("blockquote")

    def test_words_are_found_in_claims_and_in_quotes_in_any_form(self, client: Client) -> None:
        trade = "trump-putin-call-2017-01-28/trade-discussed"
        assert trade in listed(client, f"{CLAIMS}?q=restored+beneficial")
        assert trade in listed(client, f'{CLAIMS}?q="were+discussed"&topic=trade')
        assert listed(client, f'{CLAIMS}?q="beneficial+mutually"') == []
        assert listed(client, f"{CLAIMS}?q=%3F") == [], "no word is no claim's"

    def test_a_word_that_finds_nothing_proposes_the_nearest_that_does(self, client: Client) -> None:
        html = read(client, f"{CLAIMS}?q=sanctoins&show=one-sided")
        meant = page(html).one(".meant a")
        assert (meant.text, meant["href"]) == ("sanctions", "?q=sanctions&show=one-sided")
        assert listed(client, CLAIMS + meant["href"])
        assert page(read(client, f"{CLAIMS}?q=trdae")).one(".meant a").text == "trade"
        assert "Did you mean" not in text_of(read(client, f"{CLAIMS}?q=zebra"))

    def test_each_thing_asked_for_can_be_dropped(self, client: Client) -> None:
        html = read(client, f"{CLAIMS}?q=trade&show=contradictions&party=kremlin,white-house&from=2017-01-01")
        ways = {way.text: way["href"] for way in page(html).all("#asked .ways a")}
        rest = "&from=2017-01-01"
        assert ways == {
            "without “trade”": f"?show=contradictions&party=kremlin,white-house{rest}",
            "without Contradictions": f"?q=trade&party=kremlin,white-house{rest}",
            "without Kremlin": f"?q=trade&show=contradictions&party=white-house{rest}",
            "without White House": f"?q=trade&show=contradictions&party=kremlin{rest}",
            "without from 1 January 2017": "?q=trade&show=contradictions&party=kremlin,white-house",
            "All claims": CLAIMS,
        }
        assert "“trade”, Contradictions, Kremlin, White House, from 1 January 2017: Claims · Counterpoint" in html
        assert 'content="noindex"' in html
        assert "noindex" not in read(client, CLAIMS)

    def test_the_form_leads_to_the_canonical_address_and_keeps_what_was_asked(self, client: Client) -> None:
        asked = {**EMPTY, "party": ["white-house", "kremlin"], "q": " trade "}
        response = client.get(CLAIMS, asked)
        assert (response.status_code, response["Location"]) == (302, f"{CLAIMS}?q=trade&party=kremlin,white-house")
        assert client.get(CLAIMS, EMPTY)["Location"] == CLAIMS
        form = page(read(client, response["Location"])).one("form.browse")
        assert form.values("option[selected]", "value") == ["kremlin", "white-house"]
        assert form.one("[name=q]")["value"] == "trade"

    @pytest.mark.parametrize(
        ("query", "name"),
        [
            ("show=all", "show"),
            ("outcome=verdict", "outcome"),
            ("party=nobody", "party"),
            ("party=KREMLIN", "party"),
            ("party=kremlin,white-house,paris", "party"),
            ("topic=weather", "topic"),
            ("from=x", "from"),
            ("from=2018-01-01&to=2017-01-01", "from"),
            ("after=x", "after"),
            ("after=trump-putin-call-2017-01-28/weather", "after"),
            ("show=open&after=trump-putin-call-2017-01-28/trade-discussed", "after"),
            ("q=" + "x" * 501, "q"),
        ],
    )
    def test_what_is_not_there_is_answered_with_400_that_names_it(self, client: Client, query: str, name: str) -> None:
        response = client.get(f"{CLAIMS}?{query}")
        assert response.status_code == 400
        assert f"“{name}”" in response.content.decode()
        assert f'href="{CLAIMS}"' in response.content.decode()

    def test_the_site_leads_to_it(self, client: Client) -> None:
        assert f'<a href="{CLAIMS}">Claims</a>' in read(client, "/")


def test_of_a_pair_only_the_two_are_shown_with_what_they_add_up_to(client: Client, document: dict[str, Any]) -> None:
    publish(load(with_a_third_party(document)).event, by="ann")
    claim = page(read(client, f"{CLAIMS}?party=kremlin,berlin&topic=trade")).one("[data-listed]")
    assert claim.one(".finding").text == "Agreement with all parties of the event: Contradiction"
    assert [side["data-party"] for side in claim.all(".side")] == ["berlin", "kremlin"]


def test_nothing_unpublished_can_be_observed(client: Client, edition: Edition, document: dict[str, Any]) -> None:
    before = client.get(CLAIMS).content
    document["event"] |= {"slug": "another-call", "date": "2018-01-01"}
    document["parties"].append({"slug": "oslo", "name": "Oslo", "country": ""})
    draft = load(document).event
    assert client.get(CLAIMS).content == before
    assert client.get(f"{CLAIMS}?party=oslo").status_code == 400
    publish(draft, by="ann")
    assert "All 34 claims" in text_of(read(client, CLAIMS))
    withdraw(draft, reason="It was of another call.", by="ann")
    assert client.get(CLAIMS).content == before
    withdraw(edition.event, reason="So was this.", by="ann")
    assert "Nothing has been published yet." in text_of(read(client, CLAIMS))
    assert 'role="search"' not in read(client, CLAIMS)


def test_markup_in_words_comes_through_as_text(client: Client, db: None) -> None:
    hostile = "<script>alert(1)</script>{{ page }}"
    publish_small("call", title=hostile, text=hostile, position="affirms", wording=hostile, party=("paris", hostile))
    html = read(client, CLAIMS)
    assert "<script>alert" not in html
    assert html.count("{{ page }}") >= 4


def test_a_long_list_is_read_page_by_page_and_each_claim_occurs_in_it_once(
    client: Client, many_calls: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    many_calls(4)
    monkeypatch.setattr(listing, "CLAIMS_PER_PAGE", 3)
    for query in ("", "?party=kremlin", "?q=terrorism", "?from=2000-01-02"):
        whole = listed(client, CLAIMS + query)
        assert len(whole) == len(set(whole)) >= 3
    first = read(client, CLAIMS)
    assert len(page(first).all("[data-listed]")) == 3
    (following,) = page(first).values("a[rel=next]", "href")
    assert "From the first claim" in text_of(read(client, CLAIMS + following))


@pytest.mark.slow
def test_it_costs_the_same_queries_for_two_events_and_for_forty_and_reads_no_document(
    client: Client, many_calls: Any
) -> None:
    addresses = ("", "?q=terrorism", "?party=kremlin,white-house&show=agreements", "?topic=terrorism&from=2000-01-01")
    counts = []
    for size in (2, 40):
        many_calls(size)
        for query in addresses:
            with CaptureQueriesContext(connection) as queries:
                assert page(read(client, CLAIMS + query)).has("[data-listed]")
            assert not any('"body"' in query["sql"] for query in queries)
            counts.append(len(queries))
    assert counts[:4] == counts[4:]
    assert max(counts) <= 7
