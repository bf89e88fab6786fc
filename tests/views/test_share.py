"""What a reader passes on: links to a comparison, a claim and a quote, and citations."""

import re
from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.editorial.revisions import revise
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish
from tests.dom import Element, page, read
from tests.examples import PAGE
from tests.sharing.fragments import SOURCE, directive, found_by_a_browser
from tests.views import hostile

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
TRADE = f"{PAGE}claims/trade-discussed/"


def copied(part: Element) -> list[str]:
    """The addresses that stand before a button that copies, in order."""
    found, last = [], ""
    for one in part.all("a, pre, button[class=copy]"):
        if one.name == "button":
            named = "data-copies" in one.attributes or "data-text" in one.attributes
            found += [last] if last and not named else []
        else:
            last = one["href"] if one.name == "a" else ""
    return found


def ids(html: str) -> list[str]:
    return page(html).values("[id]", "id")


def shared(html: str) -> Element:
    return page(html).one("section.share")


def cited(html: str) -> dict[str, str]:
    terms, forms = shared(html).all("dl:has(pre) dt"), shared(html).all("dl pre")
    return {term.text: form.letters for term, form in zip(terms, forms, strict=True)}


@pytest.mark.usefixtures("edition")
class TestLinks:
    def test_to_the_newest_and_to_this_edition_of_a_comparison(self, client: Client) -> None:
        assert copied(shared(read(client))) == [f"{HOST}{PAGE}", f"{HOST}{PAGE}editions/1/", f"{HOST}{PAGE}"]

    def test_carry_what_the_reader_chose(self, client: Client) -> None:
        chosen = "?show=contradictions&topic=trade&parties=white-house,kremlin"
        html = read(client, PAGE + chosen)
        links = [f"{HOST}{PAGE}{chosen}", f"{HOST}{PAGE}editions/1/{chosen}"]
        assert copied(shared(html)) == [*links, links[0]]
        assert "Both links keep your choice of claims and columns." in shared(html).text
        assert "your choice" not in shared(read(client)).text

    def test_come_again_with_the_claims_that_htmx_brings(self, client: Client) -> None:
        headers = {"HX-Request": "true", "HX-Target": "claims"}
        fragment = client.get(f"{PAGE}?show=open", headers=headers).content.decode()
        assert "<html" not in fragment
        assert copied(shared(fragment))[0] == f"{HOST}{PAGE}?show=open"

    @pytest.mark.slow
    def test_of_every_claim_and_every_quote_are_the_claims_own_page_now_and_for_good(self, client: Client) -> None:
        named = [anchor for anchor in ids(read(client)) if re.match(r"(claim|quote)-", anchor)]
        assert len([one for one in named if one.startswith("claim-")]) == 17
        for claim in (one.removeprefix("claim-") for one in named if one.startswith("claim-")):
            pages = [f"{PAGE}claims/{claim}/", f"{PAGE}editions/1/claims/{claim}/"]
            html = read(client, pages[0])
            own = copied(page(html))
            quotes = [anchor for anchor in named if anchor.startswith(f"quote-{claim}.")]
            for address in pages:
                assert f"{HOST}{address}" in own
                for anchor in quotes:
                    assert f"{HOST}{address}#{anchor}" in own
                assert {f"claim-{claim}", *quotes} <= set(ids(read(client, address)))

    def test_of_old_with_a_fragment_of_the_comparison_still_lead_to_the_claim_and_to_the_quote(
        self, client: Client
    ) -> None:
        anchors = [anchor for anchor in ids(read(client, TRADE)) if anchor.startswith("quote-")]
        for address in (PAGE, f"{PAGE}editions/1/"):
            assert {"claim-trade-discussed", *anchors} <= set(ids(read(client, address)))

    @pytest.mark.parametrize("address", [TRADE, f"{PAGE}editions/1/claims/trade-discussed/"])
    def test_of_a_claims_own_page_and_its_quotes(self, client: Client, address: str) -> None:
        html = read(client, address)
        frozen = f"{HOST}{PAGE}editions/1/claims/trade-discussed/"
        assert copied(shared(html))[:2] == [f"{HOST}{TRADE}", frozen]
        quotes = [anchor for anchor in ids(html) if anchor.startswith("quote-")]
        assert len(quotes) == 2
        for anchor in quotes:
            assert (f"{HOST}{TRADE}#{anchor}" in copied(page(html))) == (address == TRADE)
            assert f"{frozen}#{anchor}" in copied(page(html))
            assert anchor in ids(read(client, frozen.removeprefix(HOST)))

    def test_no_id_occurs_twice(self, client: Client) -> None:
        for address in (PAGE, TRADE, f"{PAGE}editions/1/", f"{PAGE}editions/1/claims/trade-discussed/"):
            found = ids(read(client, address))
            assert len(found) == len(set(found))

    def test_what_a_link_of_an_edition_leads_to_stays(self, client: Client, event: Event) -> None:
        before = shared(read(client, f"{PAGE}editions/1/"))
        event.title = "Renamed"
        event.save()
        publish(event, note="A name.", by="ann")
        assert shared(read(client, f"{PAGE}editions/1/")) == before
        assert f"{HOST}{PAGE}editions/2/" in copied(shared(read(client)))


def with_a_source(document: dict[str, Any], **given: str) -> Event:
    for account in document["accounts"]:
        account.update(source_url="", archive_url="")
    document["accounts"][0].update(given)
    return load(document).event


class TestTheWordsAtTheirSource:
    def sources(self, client: Client) -> list[str]:
        pages = [f"{PAGE}{link}" for link in ("claims/trade-discussed/", "claims/is-cooperation-discussed/")]
        told = [address for link in pages for address in copied(page(read(client, link)))]
        return [address for address in told if not address.startswith(HOST)]

    def test_a_quote_leads_to_its_very_words(self, client: Client, document: dict[str, Any]) -> None:
        edition = publish(with_a_source(document, source_url=SOURCE), by="ann")
        text = document["accounts"][0]["revisions"][0]["text"]
        claims = edition.document["claims"]
        quoted = [quote["exact"] for claim in claims for one in claim["stances"] for quote in one["quotes"]]
        found = [found_by_a_browser(directive(address), text)[0] for address in self.sources(client)]
        assert found
        assert set(found) <= set(quoted)

    def test_or_to_the_archived_copy_where_there_is_no_other(self, client: Client, document: dict[str, Any]) -> None:
        publish(with_a_source(document, archive_url="https://archive.example/1/call"), by="ann")
        assert self.sources(client)
        assert all(one.startswith("https://archive.example/1/call#:~:text=") for one in self.sources(client))

    def test_but_not_where_the_text_has_changed_since(self, client: Client, document: dict[str, Any]) -> None:
        event = with_a_source(document, source_url=SOURCE)
        account = event.accounts.get(key=document["accounts"][0]["id"])
        revise(account, "Another text altogether.", captured_at="2017-02-01", note="")
        publish(event, by="ann", unread_allowed=True)
        assert self.sources(client) == []


class TestCitations:
    def test_of_a_comparison_name_the_edition_and_its_permanent_link(self, client: Client, edition: Edition) -> None:
        forms = cited(read(client))
        assert list(forms) == ["Plain", "APA", "Chicago", "BibTeX", "RIS", "Wikipedia"]
        for form in forms.values():
            assert f"{HOST}{PAGE}editions/1/" in form
            assert edition.title in form
        assert len(shared(read(client)).all(".copy")) == 4 + len(forms), "each is copied with one press"

    def test_of_a_claim_name_it_and_the_comparison_and_every_statement_that_is_quoted(
        self, client: Client, edition: Edition
    ) -> None:
        forms = cited(read(client, TRADE))
        first, *_others = forms
        assert first == "The sentence, with its citation"
        assert forms[first].startswith("“The Kremlin said so; the White House, according to ‘Newspaper report of the")
        for name, form in forms.items():
            assert "Was trade discussed?" in form
            assert edition.title in form
            assert f"{HOST}{PAGE}editions/1/claims/trade-discussed/" in form
            if name != "Wikipedia":
                assert "The Kremlin" in form
                assert "Kremlin statement on the call" in form
                assert "Newspaper report of the call" in form
        assert "|quote=The Kremlin said so; the White House, according to" in forms["Wikipedia"]

    def test_of_an_older_edition_are_its_own(self, client: Client, event: Event, edition: Edition) -> None:
        publish(event, note="Again.", by="ann")
        assert "edition 2," in cited(read(client))["Plain"]
        assert "edition 1," in cited(read(client, f"{PAGE}editions/1/"))["Plain"]

    def test_of_hostile_words_are_intact_and_inert(self, client: Client) -> None:
        edition = hostile.publish_hostile()
        html = read(client, hostile.PAGE)
        assert "<script>alert" not in html
        for form in ("APA", "RIS"):
            assert " ".join(edition.title.split()) in cited(html)[form]


def test_a_draft_has_nothing_to_pass_on(admin_client: Client, event: Event) -> None:
    html = read(admin_client, f"/admin/comparisons/event/{event.pk}/preview/")
    assert 'id="claim-trade-discussed"' in html
    assert not page(html).has(".share, .copy")
