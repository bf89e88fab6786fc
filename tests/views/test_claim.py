"""One claim on its own page: what was said, how its outcome follows, and what it came to edition by edition."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.editorial.revisions import revise
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from comparisons.wording import OUTCOMES
from comparisons.wording import REMARKS as REMARKED
from comparisons.wording.derivation import REMARKS, RULES
from tests.dom import claims_in, page, read, text_of, title
from tests.examples import DOCUMENTS, PAGE
from tests.made import many_parties

pytestmark = pytest.mark.django_db

TRADE = f"{PAGE}claims/trade-discussed/"


def section(html: str, name: str) -> str:
    return page(html).one(f"details.{name}").text


@pytest.mark.usefixtures("edition")
class TestWhatAReaderFinds:
    def test_the_claim_as_the_heading_with_its_outcome_in_a_sentence(self, client: Client, edition: Edition) -> None:
        html = read(client, TRADE)
        assert page(html).one("h1#headline").text == "Was trade discussed?"
        assert len(page(html).all("h1")) == 1
        assert "The claim: Trade and economic ties were discussed." in text_of(html)
        assert (
            "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it."
            in text_of(html)
        )
        assert title(html) == f"Was trade discussed? {edition.title} · Counterpoint"
        description = (
            'content="Contradiction (not read a second time · rests on a report). '
            'The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it."'
        )
        assert f'<meta name="description" {description}>' in html

    def test_the_event_the_day_and_the_topic_above_the_question_and_the_answer_first_below_it(
        self, client: Client, edition: Edition
    ) -> None:
        told = text_of(read(client, TRADE))
        answer = "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it."
        start = f"{edition.title} · 28 January 2017 · Trade Was trade discussed? {answer}".replace(" · ", " ")
        assert f"{start} Contradiction not read a second time rests on a report" in told
        for folded in ("How the outcome is derived", "Edition by edition", "Share", "Cite", "Embed", "Data"):
            assert folded in [summary.text.partition(" “")[0] for summary in page(read(client, TRADE)).all("summary")]

    def test_the_same_markup_as_on_the_comparison(self, client: Client) -> None:
        own = claims_in(read(client, TRADE))
        assert list(own) == ["trade-discussed"]
        trade, compared = own["trade-discussed"], claims_in(read(client))["trade-discussed"]
        for key in ("data-outcome", "data-flags", "data-caveats", "cells"):
            assert trade[key] == compared[key]

    def test_each_partys_words_with_a_line_of_the_text_on_either_side(self, client: Client) -> None:
        html = read(client, TRADE)
        assert [mark.letters for mark in page(html).all("mark")] == [
            "restoring mutually beneficial trade and economic ties between business circles of the two countries.",
            "Contrary to statements from the White House",
        ]
        kremlin, white_house = claims_in(html)["trade-discussed"]["quotes"]
        assert kremlin.startswith("“restoring")
        assert kremlin.endswith(
            "two countries.” […] “The two sides expressed a willingness to work actively together …"
        )
        assert white_house.startswith("… discussion on Saturday with his counterpart Vladimir Putin. […] Contrary to")
        assert white_house.endswith(", the Kremlin said that the two leaders addressed the importance of …")

    def test_whose_words_they_are(self, client: Client) -> None:
        html = read(client, TRADE)
        cells = {cell["data-party"]: cell.text for cell in page(html).all("section.cell[data-party]")}
        reported = cells["white-house"]
        assert reported.startswith("White House: denied it, according to “Newspaper report of the call” ")
        attributed = reported.index("As “Newspaper report of the call” has it:")
        assert attributed < reported.index("Contrary to statements from the White House")
        assert "Newspaper report of the call, without attribution, 29 January 2017" in reported
        assert "Characters 109 to 151 of the text held." in reported
        assert "has it:" not in cells["kremlin"]

    def test_who_said_so_and_who_denied_it_as_reported_by_whom(self, client: Client) -> None:
        told = section(read(client, TRADE), "derivation")
        assert "Kremlin: said so." in told
        assert "White House: denied it, according to “Newspaper report of the call”." in told
        assert (
            "White House statement on the call: denied it, according to “Newspaper report of the call”. It counts."
        ) in told
        assert "Later remark by a White House official: not in the excerpt held. It does not count:" in told
        assert "One party says so and another denies it: the statements conflict." in told
        assert "The outcome: Contradiction." in told
        assert "Rests on a report Without stances that are known only from another’s report" in told

    def test_that_both_say_so(self, client: Client) -> None:
        html = read(client, f"{PAGE}claims/is-cooperation-discussed/")
        told = section(html, "derivation")
        assert "Kremlin: said so." in told
        assert "White House: said so." in told
        assert "Two parties or more speak, and all of them say so. The outcome: Agreement." in told
        assert "The Kremlin and the White House both said so. Agreement" in text_of(html)
        assert "The Kremlin and the White House both said so." in text_of(html)

    def test_why_a_silence_does_not_count(self, client: Client) -> None:
        told = section(read(client, f"{PAGE}claims/sanctions-discussed/"), "derivation")
        assert "Kremlin: not in the excerpt held. Everything held from it was read and does not have this, but" in told
        assert "Exactly one party addresses it, and denies it. The outcome: Denied by one." in told
        assert "Rests on an unnamed source" in told

    def test_the_words_of_the_other_accounts(self, client: Client) -> None:
        html = read(client, f"{PAGE}claims/duration/")
        assert "Other accounts (not counted in the outcome) Newspaper report of the call" in text_of(html)
        assert "<mark>an hourlong discussion</mark>" in html
        assert "Only the newspaper, in its own voice, gives a length." in text_of(html)

    def test_the_ways_to_the_comparison_the_topic_the_texts_the_rules_and_the_next_claim(self, client: Client) -> None:
        html = read(client, f"{PAGE}claims/sanctions-discussed/")
        for address in (
            f"{PAGE}#claim-sanctions-discussed",
            f"{PAGE}?topic=sanctions",
            f"{PAGE}texts/?claim=sanctions-discussed#followed",
            f"{PAGE}texts/?claim=sanctions-discussed#at-white-house-official-0",
            "/about/#outcomes",
        ):
            assert f'href="{address}"' in html
        assert 'id="at-white-house-official-0"' in read(client, f"{PAGE}texts/?claim=sanctions-discussed")
        assert [(link["rel"], link["href"]) for link in page(html).all(".pages a[rel]")] == [
            ("prev", TRADE),
            ("next", f"{PAGE}claims/is-cooperation-discussed/"),
        ]
        assert 'rel="prev"' not in read(client, TRADE)
        assert 'rel="next"' not in read(client, f"{PAGE}claims/duration/")

    def test_the_way_to_it_from_its_headline(self, client: Client) -> None:
        claim = page(read(client)).one("article#claim-trade-discussed")
        assert claim.leads_to(TRADE)
        assert claim.one(f"h4 a[href='{TRADE}']").letters == "Was trade discussed?"


def values_of(edition: Edition) -> dict[str, Any]:
    return {field.attname: getattr(edition, field.attname) for field in Edition._meta.fields if field.name != "id"}


def test_a_silence_that_is_reported_is_told_as_a_report_of_the_account_as_well(
    client: Client, document: dict[str, Any], db: None
) -> None:
    (trade,) = (claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    (denial,) = (stance for stance in trade["stances"] if stance["position"] == "denies")
    denial["position"] = "silent"
    publish(load(document).event, by="ann")
    for address in (TRADE, PAGE):
        claim = page(read(client, address)).one("#claim-trade-discussed")
        reported = (
            "What is held from the White House, according to “Newspaper report of the call”, does not mention it."
        )
        assert f"The Kremlin said so. {reported}" in claim.text
        told = claim.one("[data-party=white-house]").text
        assert told.startswith("White House: does not mention it, according to “Newspaper report of the call” ")
        assert "Contrary to statements from the White House" in told


@pytest.mark.slow
def test_a_page_costs_two_queries_however_many_claims_there_are(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    for size in (2, 200):
        claims = [{**claim, "slug": f"{claim['slug']}-{copy}"} for copy in range(20) for claim in document["claims"]]
        publish(load({**document, "claims": claims[:size]}).event, note=f"Now {size}.", by="ann")
        with CaptureQueriesContext(connection) as queries:
            assert f"Claim 1 of {size}" in text_of(read(client, f"{PAGE}claims/trade-discussed-0/"))
        assert len(queries) == 2


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_every_claim_of_every_document_has_its_page(client: Client, path: Path) -> None:
    edition = publish(load(json.loads(path.read_text())).event, by="ann")
    for claim in edition.document["claims"]:
        html = read(client, f"/comparisons/{edition.slug}/claims/{claim['slug']}/")
        shown = claims_in(html)[claim["slug"]]
        assert shown["data-outcome"] == claim["outcome"]
        assert shown["cells"] == claim["positions"]
        quoted = [quote["exact"] for stance in claim["stances"] for quote in stance["quotes"]]
        assert all(any(exact in words for words in shown["quotes"]) for exact in quoted)


def test_the_rules_are_explained_in_the_words_of_the_page_on_them(client: Client, db: None) -> None:
    about = text_of(read(client, "/about/"))
    assert set(RULES) == set(OUTCOMES)
    assert set(REMARKS) == set(REMARKED)
    for words in (*RULES.values(), *REMARKS.values()):
        assert str(words) in about


def test_a_claim_that_is_not_there_is_not_found(client: Client, edition: Edition) -> None:
    for address in (f"{PAGE}claims/weather/", "/comparisons/nothing/claims/trade-discussed/"):
        assert client.get(address).status_code == 404
        assert client.get(address, headers={"If-None-Match": "*"}).status_code == 404


def test_an_address_of_before_leads_to_the_present_one(client: Client, edition: Edition) -> None:
    edition.event.slug = "call"
    edition.event.save()
    publish(edition.event, note="A shorter address.", by="ann")
    response = client.get(f"{TRADE}?utm_source=letter")
    assert response.status_code == 301
    assert response["Location"] == "/comparisons/call/claims/trade-discussed/?utm_source=letter"


def test_a_claim_is_gone_with_a_comparison_that_is_withdrawn(client: Client, edition: Edition) -> None:
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    for address in (TRADE, f"{PAGE}claims/weather/"):
        response = client.get(address)
        assert response.status_code == 410
        assert "The text was of another call." in response.content.decode()
        assert "said so" not in text_of(response.content.decode())


def test_a_browser_keeps_the_page_while_the_edition_is_current(client: Client, edition: Edition) -> None:
    tag = client.get(TRADE)["ETag"]
    assert client.get(TRADE, headers={"If-None-Match": tag}).status_code == 304
    assert client.get(f"{PAGE}claims/duration/")["ETag"] != tag
    publish(edition.event, note="Once more.", by="ann")
    assert client.get(TRADE, headers={"If-None-Match": tag}).status_code == 200


def test_the_page_is_read_only_and_sets_no_cookie(client: Client, edition: Edition) -> None:
    response = client.head(TRADE)
    assert (response.status_code, response.content, dict(response.cookies)) == (200, b"", {})
    assert response["Cache-Control"] == "no-cache"
    assert client.post(TRADE).status_code == 405


def test_no_edit_at_the_desk_changes_the_page_before_it_is_published(client: Client, edition: Edition) -> None:
    before = read(client, TRADE)
    revise(edition.event.accounts.get(key="kremlin-statement"), "A draft.", captured_at="", note="")
    edition.event.claims.all().delete()
    assert read(client, TRADE) == before


def test_markup_in_what_people_typed_comes_through_as_text(client: Client, document: dict[str, Any], db: None) -> None:
    hostile = '</blockquote><script>alert("x")</script>{{ page }}\u202e&amp;\u2028\'"'
    document["claims"][0]["question"] = document["claims"][0]["note"] = document["parties"][0]["name"] = hostile
    document["accounts"][2]["title"] = document["accounts"][3]["title"] = hostile
    document["accounts"][2]["revisions"][0]["text"] += hostile
    document["claims"][0]["stances"][2]["quotes"] = [{"exact": hostile}]
    publish(load(document).event, note=hostile, by="ann")
    html = read(client, TRADE)
    assert "<script>alert" not in html
    assert "&amp;lt;script" not in html
    assert hostile in claims_in(html)["trade-discussed"]["quotes"][0]


@pytest.mark.parametrize("count", [7, 50])
def test_many_parties_are_grouped_by_what_they_said_with_the_same_words_once(
    client: Client, db: None, count: int
) -> None:
    publish(load(many_parties(count)).event, by="ann")
    html = read(client, f"/comparisons/of-{count}-parties/claims/point-1/")
    positions = claims_in(html)["point-1"]["cells"]
    assert len(positions) == count
    groups = page(html).all("section.group")
    assert [group["data-position"] for group in groups] == ["affirms", "denies", "silent"]
    for group in groups:
        parties = group.values("[data-party]", "data-party")
        assert parties == [slug for slug, position in positions.items() if position == group["data-position"]]
        assert f"({len(parties)} of {count})" in group.one("h3").text
    said, _denied, silent = groups
    assert [mark.letters for mark in said.all("mark")] == ["The sides went over point 1 of the agenda at some length."]
    assert "The same words in: Readout of" in said.text
    assert len(silent.all(".silence")) == len(silent.all("[data-party]"))
    assert set(page(html).values("[id^=quote-]", "id")) == {
        f"quote-point-1.readout-{party.removeprefix('party-')}.1"
        for party, position in positions.items()
        if position != "silent"
    }
