"""What a reader passes on: links to a comparison, a claim and a quote, and citations."""

import html as markup
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.editorial.revisions import revise
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish
from tests.dom import element, read, text_of
from tests.examples import PAGE
from tests.sharing.fragments import SOURCE, directive, found_by_a_browser
from tests.views import hostile

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
TRADE = f"{PAGE}claims/trade-discussed/"


class Links(HTMLParser):
    """The addresses that stand before a button that copies, in order; and every id of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.copied: list[str] = []
        self.ids: list[str] = []
        self._last = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        if tag == "a":
            self._last = str(given["href"])
        if tag == "pre":
            self._last = ""
        if tag == "button" and given.get("class") == "copy" and self._last:
            self.copied.append(self._last)


def shared(html: str) -> str:
    return element(html, 'class="share"', "section")


def cited(html: str) -> dict[str, str]:
    found = re.findall(r"<dt>(.*?)</dt>\s*<dd>\s*<pre[^>]*>(.*?)</pre>", shared(html), re.DOTALL)
    return {name: markup.unescape(text) for name, text in found}


@pytest.mark.usefixtures("edition")
class TestLinks:
    def test_to_the_newest_and_to_this_edition_of_a_comparison(self, client: Client) -> None:
        assert Links(shared(read(client))).copied == [f"{HOST}{PAGE}", f"{HOST}{PAGE}editions/1/"]

    def test_carry_what_the_reader_chose(self, client: Client) -> None:
        chosen = "?show=contradictions&topic=trade&parties=white-house,kremlin"
        html = read(client, PAGE + chosen)
        assert Links(shared(html)).copied == [f"{HOST}{PAGE}{chosen}", f"{HOST}{PAGE}editions/1/{chosen}"]
        assert "Both carry your choice of claims and columns." in text_of(shared(html))
        assert "your choice" not in text_of(shared(read(client)))
        for address in Links(html).copied:
            if address.startswith(HOST):
                assert chosen in address

    def test_come_anew_with_the_claims_that_htmx_brings(self, client: Client) -> None:
        headers = {"HX-Request": "true", "HX-Target": "claims"}
        fragment = client.get(f"{PAGE}?show=open", headers=headers).content.decode()
        assert "<html" not in fragment
        assert Links(shared(fragment)).copied[0] == f"{HOST}{PAGE}?show=open"

    def test_of_every_claim_and_every_quote_lead_to_it_now_and_for_good(self, client: Client) -> None:
        page = Links(read(client))
        own = [address for address in page.copied if address.startswith(HOST) and "#" in address]
        assert len(own) == len(set(own))
        places = [address.removeprefix(HOST).partition("#")[::2] for address in own]
        ids = {path: Links(read(client, path)).ids for path in {path for path, _anchor in places}}
        for path, anchor in places:
            assert anchor in page.ids
            assert anchor in ids[path]
        named = [anchor for anchor in page.ids if re.match(r"(claim|quote)-", anchor)]
        assert len([one for one in named if one.startswith("claim-")]) == 17
        newest, frozen = f"{HOST}{PAGE}#", f"{HOST}{PAGE}editions/1/#"
        for anchor in named:
            assert newest + anchor in own
            assert frozen + anchor in own

    def test_of_a_claims_own_page_and_its_quotes(self, client: Client) -> None:
        html = read(client, TRADE)
        assert Links(shared(html)).copied == [f"{HOST}{TRADE}", f"{HOST}{PAGE}editions/1/#claim-trade-discussed"]
        page = Links(html)
        quotes = [anchor for anchor in page.ids if anchor.startswith("quote-")]
        assert len(quotes) == 2
        for anchor in quotes:
            assert f"{HOST}{TRADE}#{anchor}" in page.copied
            assert f"{HOST}{PAGE}editions/1/#{anchor}" in page.copied
            assert anchor in Links(read(client, f"{PAGE}editions/1/")).ids

    def test_no_id_stands_twice(self, client: Client) -> None:
        for address in (PAGE, TRADE, f"{PAGE}editions/1/"):
            ids = Links(read(client, address)).ids
            assert len(ids) == len(set(ids))

    def test_what_a_link_of_an_edition_leads_to_stays(self, client: Client, event: Event) -> None:
        before = shared(read(client, f"{PAGE}editions/1/"))
        event.title = "Renamed"
        event.save()
        publish(event, note="A name.", by="ann")
        assert shared(read(client, f"{PAGE}editions/1/")) == before
        assert f"{HOST}{PAGE}editions/2/" in Links(shared(read(client))).copied


def with_a_source(document: dict[str, Any], **given: str) -> Event:
    for account in document["accounts"]:
        account.update(source_url="", archive_url="")
    document["accounts"][0].update(given)
    return load(document).event


class TestTheWordsAtTheirSource:
    def sources(self, client: Client) -> list[str]:
        return [address for address in Links(read(client)).copied if not address.startswith(HOST)]

    def test_a_quote_leads_to_its_very_words(self, client: Client, document: dict[str, Any]) -> None:
        event = with_a_source(document, source_url=SOURCE)
        publish(event, by="ann")
        text = document["accounts"][0]["revisions"][0]["text"]
        quoted = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", read(client), re.DOTALL)
        found = [found_by_a_browser(directive(address), text)[0] for address in self.sources(client)]
        assert found
        assert set(found) <= {" ".join(markup.unescape(words).split()) for words in quoted}

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
        assert shared(read(client)).count('class="copy"') == 2 + len(forms), "each is copied with one press"

    @pytest.mark.usefixtures("edition")
    def test_of_a_claim_name_it_as_well(self, client: Client) -> None:
        for form in cited(read(client, TRADE)).values():
            assert "Was trade discussed?" in form
            assert f"{HOST}{PAGE}editions/1/#claim-trade-discussed" in form

    def test_of_an_older_edition_are_its_own(self, client: Client, event: Event, edition: Edition) -> None:
        publish(event, note="Again.", by="ann")
        assert "edition 2," in cited(read(client))["Plain"]
        assert "edition 1," in cited(read(client, f"{PAGE}editions/1/"))["Plain"]

    def test_of_hostile_words_are_intact_and_inert(self, client: Client) -> None:
        edition = hostile.publish_hostile()
        html = read(client, hostile.PAGE)
        assert "<script>alert" not in html
        for form in ("Plain", "APA", "Chicago", "RIS"):
            assert " ".join(edition.title.split()) in cited(html)[form]


def test_a_draft_has_nothing_to_pass_on(admin_client: Client, event: Event) -> None:
    html = read(admin_client, f"/admin/comparisons/event/{event.pk}/preview/")
    assert 'id="claim-trade-discussed"' in html
    assert 'class="share"' not in html
    assert 'class="copy"' not in html
