"""The texts in full, with the words that the claims rest on, and the way from them to the claims and back."""

import json
from html import unescape
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
from tests.dom import page, read, text_of, title
from tests.examples import DOCUMENTS, PAGE
from tests.views.texts_read import TEXTS, TRADE, Texts

pytestmark = pytest.mark.django_db

HTMX = {"HX-Request": "true", "HX-Target": "followed"}


@pytest.mark.usefixtures("edition")
class TestTheTexts:
    def test_stand_in_full_to_the_letter(self, client: Client, document: dict[str, Any]) -> None:
        words = Texts(read(client, TEXTS)).words
        assert words == {account["id"]: account["revisions"][-1]["text"] for account in document["accounts"]}

    def test_stand_in_the_order_of_the_comparison_with_the_other_accounts_last(self, client: Client) -> None:
        html = read(client, TEXTS)
        assert list(Texts(html).words) == [
            "kremlin-statement",
            "white-house-statement",
            "white-house-official",
            "newspaper-report",
        ]
        assert [heading.letters for heading in page(html).all("h2:is([id^=party-], [id^=others-])")] == [
            "Kremlin",
            "White House",
            "Other accounts",
        ]
        assert "They are not counted in the outcomes." in text_of(html)

    def test_can_be_jumped_between(self, client: Client) -> None:
        html = read(client, TEXTS)
        for account in Texts(html).words:
            assert page(html).one("nav#held").leads_to(f"#text-{account}")
            assert page(html).has(f"#text-{account}")
        assert len(page(html).all("a[href='#held']")) == 4

    def test_mark_trade_in_the_kremlins_statement_with_its_number_and_the_lines_of_its_family(
        self, client: Client
    ) -> None:
        passage = Texts(read(client, TEXTS)).passages["kremlin-statement"][0]
        assert passage["text"].startswith("restoring mutually beneficial trade and economic ties")
        assert (passage["data-number"], passage["families"]) == ("1", ["contradictions"])
        assert passage["href"] == "?claim=trade-discussed#followed"
        assert passage["id"] == "at-kremlin-statement-1"

    def test_leave_plain_what_nobody_has_compared(self, client: Client) -> None:
        html = read(client, TEXTS)
        plain = "that the two leaders addressed the importance of"
        assert plain in Texts(html).words["newspaper-report"]
        assert not any(plain in one["text"] for one in Texts(html).passages["newspaper-report"])

    def test_say_how_much_of_each_the_claims_cover_without_white_space(
        self, client: Client, document: dict[str, Any]
    ) -> None:
        html = read(client, TEXTS)
        for account, words in Texts(html).words.items():
            quoted = sum(len("".join(one["text"].split())) for one in Texts(html).passages[account])
            length = len("".join(words.split()))
            share = round(100 * quoted / length)
            told = page(html).one(f"article#text-{account}").text
            assert f"The claims quote {quoted} of {length} characters ({share}%), white space not counted." in told

    def test_lead_from_words_of_several_claims_to_each_of_them(self, client: Client) -> None:
        texts = Texts(read(client, TEXTS))
        (shared,) = [
            one for one in texts.passages["newspaper-report"] if one["data-claims"].split() != [one["data-number"]]
        ]
        assert shared["data-claims"].split() == ["9", "12", "13", "14", "15"]
        assert shared["families"] == ["agreements", "one-sided"]
        assert shared["href"] == "?claim=terrorism-discussed#followed"
        numbers = {one["data-number"]: one for one in texts.numbers["newspaper-report"]}
        assert list(numbers) == ["12", "13", "14", "15"]
        assert numbers["13"]["href"] == "?claim=iran-discussed#followed"
        assert numbers["13"]["aria-label"] == "13. Was Iran's nuclear programme discussed?"

    def test_list_every_claim_by_its_number(self, client: Client, document: dict[str, Any]) -> None:
        index = page(read(client, TEXTS)).one("section.index")
        assert [(link["href"], link.one(".order").text) for link in index.all("a:has(.order)")] == [
            (f"?claim={claim['slug']}#followed", str(number))
            for number, claim in enumerate(document["claims"], start=1)
        ]


@pytest.mark.usefixtures("edition")
class TestAClaimThatIsFollowed:
    def test_has_its_passages_stand_out_in_every_text(self, client: Client) -> None:
        chosen = Texts(read(client, TRADE)).chosen()
        assert len(chosen) == 2
        assert chosen[0].startswith("restoring mutually beneficial trade")
        assert chosen[1] == "Contrary to statements from the White House"
        assert Texts(read(client, TEXTS)).chosen() == []

    def test_is_reported_with_its_outcome_and_leads_to_the_words_of_the_other_side(self, client: Client) -> None:
        html = read(client, TRADE)
        aside = page(html).one("aside#followed")
        told = aside.text
        assert "Claim 1 of 17 Was trade discussed? Contradiction" in told
        assert "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it." in told
        assert "Kremlin: said so Kremlin: passage 1 restoring mutually beneficial trade" in told
        assert (
            "White House: denied it, according to “Newspaper report of the call” "
            "As reported by Newspaper report of the call: passage 1"
        ) in told
        anchors = aside.values("a[href^='#at-']", "href")
        assert anchors == ["#at-kremlin-statement-1", "#at-newspaper-report-108"]
        for anchor in anchors:
            assert len(page(html).all(anchor)) == 1
        assert aside.leads_to(f"{PAGE}claims/trade-discussed/")

    def test_of_a_party_with_two_accounts_counts_its_passages_through(self, client: Client) -> None:
        aside = page(read(client, f"{TEXTS}?claim=terrorism-discussed")).one("aside#followed").text
        assert "White House: passage 1 mutual cooperation in defeating ISIS" in aside
        assert "White House: passage 2 Islamic terrorism was a “common foe”" in aside

    def test_tells_what_another_account_says_with_what_it_rests_on(
        self, client: Client, document: dict[str, Any]
    ) -> None:
        (duration,) = (claim for claim in document["claims"] if claim["slug"] == "duration")
        (stance,) = (stance for stance in duration["stances"] if stance["account"] == "newspaper-report")
        stance |= {"implied": True, "note": "It follows from the times."}
        document["event"]["slug"] = "implied"
        publish(load(document).event, by="ann")
        aside = page(read(client, "/comparisons/implied/texts/?claim=duration")).one("aside#followed").text
        assert "Newspaper report of the call: gave a figure, by implication" in aside

    def test_leads_to_the_one_before_and_the_one_after(self, client: Client) -> None:
        aside = page(read(client, f"{TEXTS}?claim=sanctions-discussed")).one("aside#followed")
        assert aside.one("a[rel=prev]")["href"] == "?claim=trade-discussed#followed"
        assert aside.one("a[rel=next]")["href"] == "?claim=is-cooperation-discussed#followed"
        assert not page(read(client, TRADE)).one("aside#followed").has("[rel=prev]")
        assert not page(read(client, f"{TEXTS}?claim=duration")).one("aside#followed").has("[rel=next]")

    def test_names_the_title(self, client: Client, edition: Edition) -> None:
        assert title(read(client, TRADE)) == f"Was trade discussed? In the texts: {edition.title} · Counterpoint"
        assert title(read(client, TEXTS)) == f"The texts in full: {edition.title} · Counterpoint"

    def test_comes_alone_to_htmx_and_is_announced(self, client: Client) -> None:
        response = client.get(TRADE, headers=HTMX)
        html = response.content.decode()
        assert "<html" not in html
        assert 'class="words"' not in html
        assert page(html).one("aside#followed")["data-number"] == "1"
        assert 'data-hx-swap-oob="innerHTML:#announcement"' in html
        assert (
            "1. Was trade discussed? Contradiction (not read a second time · rests on a report). 2 passages stand out."
            in text_of(html)
        )
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in response["Vary"].split(",")}
        other = client.get(TRADE, headers={**HTMX, "HX-Target": "claims"})
        assert "<html" in other.content.decode()

    @pytest.mark.parametrize("query", ["claim=weather", "claim=" + "x" * 5000, "claim=%ff%fe", "claim=a&claim=b"])
    def test_that_is_not_there_is_answered_with_400_and_a_reason(self, client: Client, query: str) -> None:
        response = client.get(f"{TEXTS}?{query}")
        assert response.status_code == 400
        assert "“claim” is not a claim of this comparison." in response.content.decode()

    def test_that_is_none_is_no_fault(self, client: Client) -> None:
        assert "How to read the texts" in read(client, f"{TEXTS}?claim=&utm_source=letter")


def test_the_comparison_leads_to_the_texts_and_each_claim_to_its_passages(client: Client, edition: Edition) -> None:
    html = read(client)
    assert f'href="{TEXTS}"' in html
    assert page(html).one("article#claim-trade-discussed").leads_to(f"{TRADE}#followed")
    assert f'href="{TEXTS}#text-kremlin-statement"' in read(client, f"{TEXTS}kremlin-statement/")


def test_markup_in_a_text_is_shown_as_text(client: Client, document: dict[str, Any], db: None) -> None:
    hostile = '</div><script>alert("x")</script>\u202e&amp;\u2028\'"'
    document["accounts"][2]["title"] = document["parties"][0]["name"] = document["claims"][0]["question"] = hostile
    document["accounts"][2]["revisions"][0]["text"] += hostile
    document["claims"][0]["stances"][2]["quotes"] = [{"exact": hostile}]
    publish(load(document).event, by="ann")
    html = read(client, TRADE)
    assert "<script>alert" not in html
    assert hostile in Texts(html).chosen()
    assert hostile in unescape(html)
    assert "&amp;lt;script" not in html


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_the_texts_of_every_document_stand_as_they_are_stored(client: Client, path: Path) -> None:
    document = json.loads(path.read_text())
    edition = publish(load(document).event, by="ann")
    address = f"/comparisons/{edition.slug}/texts/"
    texts = Texts(read(client, address))
    assert texts.words == {account["id"]: account["revisions"][-1]["text"] for account in document["accounts"]}
    for claim in edition.document["claims"]:
        quoted = {quote["exact"] for stance in claim["stances"] for quote in stance["quotes"]}
        chosen = "".join(Texts(read(client, f"{address}?claim={claim['slug']}")).chosen())
        assert all(exact in chosen for exact in quoted)


def test_an_address_of_before_leads_to_the_present_one(client: Client, edition: Edition) -> None:
    edition.event.slug = "call"
    edition.event.save()
    publish(edition.event, note="A shorter address.", by="ann")
    response = client.get(TRADE)
    assert (response.status_code, response["Location"]) == (301, "/comparisons/call/texts/?claim=trade-discussed")


def test_the_texts_are_gone_with_a_comparison_that_is_withdrawn(client: Client, edition: Edition) -> None:
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    for address in (TEXTS, f"{TEXTS}?claim=weather"):
        response = client.get(address)
        assert response.status_code == 410
        assert "restoring mutually" not in response.content.decode()
    assert client.get("/comparisons/nothing/texts/").status_code == 404


def test_a_browser_keeps_the_page_while_the_edition_is_current(client: Client, edition: Edition) -> None:
    tag = client.get(TRADE)["ETag"]
    with CaptureQueriesContext(connection) as queries:
        assert client.get(TRADE, headers={"If-None-Match": tag}).status_code == 304
    assert len(queries) == 1
    tags = {client.get(TRADE)["ETag"], client.get(TEXTS)["ETag"], client.get(TRADE, headers=HTMX)["ETag"]}
    assert len(tags) == 3
    assert client.get(f"{TEXTS}?claim=x", headers={"If-None-Match": "*"}).status_code == 400
    publish(edition.event, note="Once more.", by="ann")
    assert client.get(TRADE, headers={"If-None-Match": tag}).status_code == 200


def test_the_page_is_read_only_and_sets_no_cookie(client: Client, edition: Edition) -> None:
    response = client.head(TRADE)
    assert (response.status_code, response.content, dict(response.cookies)) == (200, b"", {})
    assert response["Cache-Control"] == "no-cache"
    assert client.post(TEXTS).status_code == 405


def test_no_edit_at_the_desk_changes_the_texts_before_it_is_published(client: Client, edition: Edition) -> None:
    before = read(client, TRADE)
    revise(edition.event.accounts.get(key="kremlin-statement"), "A draft.", captured_at="", note="")
    edition.event.claims.all().delete()
    assert read(client, TRADE) == before


@pytest.mark.slow
def test_the_page_costs_one_query_however_many_claims_there_are(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    for size in (2, 200):
        claims = [{**claim, "slug": f"{claim['slug']}-{copy}"} for copy in range(20) for claim in document["claims"]]
        publish(load({**document, "claims": claims[:size]}).event, note=f"Now {size}.", by="ann")
        with CaptureQueriesContext(connection) as queries:
            assert len(page(read(client, f"{TEXTS}?claim=trade-discussed-0")).all(".order")) == size
        assert len(queries) == 1
