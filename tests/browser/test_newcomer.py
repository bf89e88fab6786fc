"""Somebody who has never been here: finds the call, learns what each side said on trade, and takes a link along."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reading import pasted
from tests.browser.site import Site
from tests.examples import DOCUMENTS, SLUG

DATE = re.compile("28 January 2017")
QUESTION = "Was trade discussed?"
SAID = {
    "kremlin": ("Kremlin: said so", "restoring mutually beneficial trade and economic ties"),
    "white-house": (
        "White House: denied it, according to “Newspaper report of the call”",
        "Contrary to statements from the White House",
    ),
}
CLICKS_AT_MOST = 3


class Newcomer:
    """Somebody at a page who knows nothing of it but what it shows. Counts what they press."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.clicks = 0

    def press(self, what: Locator) -> None:
        expect(what).to_be_visible()
        what.click()
        self.clicks += 1


def expect_both_sides(page: Page) -> None:
    """Who said so, who denied it, and in which words."""
    claim = page.locator("#claim-trade-discussed")
    expect(claim).to_be_visible()
    expect(claim.get_by_role("heading", name=QUESTION)).to_be_visible()
    for party, (said, words) in SAID.items():
        cell = claim.locator(f"[data-party='{party}']")
        expect(cell.get_by_role("heading")).to_have_text(said)
        quote = cell.locator("blockquote").first
        expect(quote).to_be_visible()
        expect(quote).to_contain_text(words)


@pytest.fixture(params=["script", "plain"])
def newcomer(request: pytest.FixtureRequest, browser: Browser, site: Site) -> Iterator[Newcomer]:
    """With JavaScript, and without."""
    context = browser.new_context(base_url=site.url, java_script_enabled=request.param == "script")
    yield Newcomer(context.new_page())
    context.close()


def find_what_was_said(newcomer: Newcomer) -> None:
    page = newcomer.page
    page.goto("/")
    comparisons = page.locator("main a[href^='/comparisons/']").evaluate_all("all => all.map(one => one.pathname)")
    assert len(set(comparisons)) >= len(DOCUMENTS)
    newcomer.press(page.locator("main").get_by_role("link", name=DATE).first)
    expect(page).to_have_url(re.compile(f"/comparisons/{SLUG}/$"))
    expect_both_sides(page)
    newcomer.press(page.locator("#claim-trade-discussed a[href$='/claims/trade-discussed/']:visible").first)
    expect(page).to_have_url(re.compile("/claims/trade-discussed/$"))
    expect_both_sides(page)


def open_as_a_stranger(browser: Browser, link: str) -> None:
    """What the link shows to somebody else: this claim, with the words of both sides, and no other claim."""
    context = browser.new_context()
    page = context.new_page()
    page.goto(link)
    expect(page).to_have_title(re.compile(f"^{re.escape(QUESTION)}"))
    expect(page.locator("[data-outcome]")).to_have_count(1)
    expect_both_sides(page)
    context.close()


def test_a_newcomer_learns_what_each_side_said_in_three_clicks(newcomer: Newcomer) -> None:
    find_what_was_said(newcomer)
    assert newcomer.clicks <= CLICKS_AT_MOST


def test_the_link_that_a_newcomer_copies_shows_just_that(page: Page, browser: Browser) -> None:
    newcomer = Newcomer(page)
    find_what_was_said(newcomer)
    newcomer.press(page.get_by_role("button", name=re.compile(r"^Copy link\s*: link to the latest edition$")))
    expect(page.locator("#announcement")).to_have_text("Copied: link to the latest edition")
    assert newcomer.clicks <= CLICKS_AT_MOST
    open_as_a_stranger(browser, pasted(page))


def test_without_javascript_the_same_link_stands_on_the_page(plain_page: Page, browser: Browser) -> None:
    find_what_was_said(Newcomer(plain_page))
    plain_page.locator(".share > details > summary").first.click()
    link = plain_page.locator(".share .address a").first
    expect(link).to_be_visible()
    assert link.inner_text() == plain_page.url
    open_as_a_stranger(browser, link.inner_text())


def test_the_address_that_a_newcomer_copies_from_a_claim_is_the_one_whose_card_shows_it(page: Page) -> None:
    """In a chat an address is shown as its Open Graph tags say, and a fragment reaches no scraper."""
    newcomer = Newcomer(page)
    page.goto(f"/comparisons/{SLUG}/")
    claim = page.locator("#claim-trade-discussed")
    newcomer.press(claim.locator(".more summary"))
    newcomer.press(claim.get_by_role("button", name=re.compile("^Copy link")))
    assert newcomer.clicks == 2
    page.goto(pasted(page))
    assert "#" not in page.url
    shared = {
        tag.get_attribute("property"): tag.get_attribute("content")
        for tag in page.locator("meta[property^='og:']").all()
    }
    assert str(shared["og:title"]).startswith(QUESTION)
    assert shared["og:url"] == page.url
    assert "/claims/trade-discussed/card.png" in str(shared["og:image"])
    assert "denied it" in str(shared["og:image:alt"])
    card = page.request.get(str(shared["og:image"]))
    assert (card.status, card.headers["content-type"]) == (200, "image/png")
