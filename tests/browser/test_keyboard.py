"""A reader without a mouse: from the front page to a claim, its words and back, by Tab and Enter alone."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.pages import COMPARISON
from tests.browser.reading import pasted

CLAIM = f"{COMPARISON}claims/trade-discussed/"
STOPS_AT_MOST = 250
# Told apart from what is around it by an outline, and in sight.
FOCUS = """() => {
    const one = document.activeElement, drawn = getComputedStyle(one), box = one.getBoundingClientRect();
    const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return {
        on: one === document.body ? "" : one.outerHTML.slice(0, 200),
        outlined: drawn.outlineStyle !== "none" && parseFloat(drawn.outlineWidth) >= 2,
        inside: inside && box.width > 1,
    };
}"""


def expect_visible_focus(page: Page) -> None:
    focus = page.evaluate(FOCUS)
    assert focus["on"], "the focus is nowhere"
    assert focus["outlined"], f"no outline: {focus['on']}"
    assert focus["inside"], f"out of sight: {focus['on']}"


def tab_to(page: Page, target: Locator) -> None:
    """By Tab alone, from where the focus is. It can be seen at every stop."""
    expect(target).to_be_attached()
    wanted = target.element_handle()
    for _stop in range(STOPS_AT_MOST):
        page.keyboard.press("Tab")
        expect_visible_focus(page)
        if page.evaluate("wanted => document.activeElement === wanted", wanted):
            return
    raise AssertionError(f"not reached in {STOPS_AT_MOST} stops: {target}")


def enter(page: Page, target: Locator) -> None:
    tab_to(page, target)
    page.keyboard.press("Enter")


def skip_to_the_content(page: Page) -> None:
    """The first stop of a page, which leads past its head."""
    skip = page.get_by_role("link", name="Skip to the content")
    enter(page, skip)
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")
    expect_visible_focus(page)


def test_from_the_front_page_to_a_claim_its_words_and_back(page: Page) -> None:
    page.goto("/")
    skip_to_the_content(page)
    enter(page, page.locator("main").get_by_role("link", name=re.compile("28 January 2017")).first)
    expect(page).to_have_url(re.compile(f"{COMPARISON}$"))

    skip_to_the_content(page)
    enter(page, page.locator("#show-contradictions"))
    expect(page.locator("[data-outcome]")).to_have_count(1)
    expect(page.locator("#at-a-glance")).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("1 of 17")
    enter(page, page.locator(f"#claim-trade-discussed a[href='{CLAIM}']:visible").first)
    expect(page.locator("h1")).to_have_text("Was trade discussed?")

    skip_to_the_content(page)
    enter(page, page.locator(".quote a[href*='/texts/']").first)
    expect(page).to_have_url(re.compile(r"/texts/\?claim=trade-discussed#at-kremlin-statement-1$"))
    expect(page.locator("#at-kremlin-statement-1")).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect_visible_focus(page)
    assert page.evaluate("document.querySelector('.words').closest('.column').contains(document.activeElement)"), (
        "Tab goes on from the words"
    )
    page.go_back()
    expect(page.locator("h1")).to_have_text("Was trade discussed?")
    page.go_back()  # from where the first stop led
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?show=contradictions$"))
    expect(page.locator("[data-outcome]")).to_have_count(1)


def test_columns_are_swapped_and_the_focus_stays(page: Page) -> None:
    page.goto(COMPARISON)
    enter(page, page.locator("#swap"))
    cells = page.locator("#claim-trade-discussed [data-party]")
    expect(cells.first).to_have_attribute("data-party", "white-house")
    expect(page.locator("#swap")).to_be_focused()
    expect_visible_focus(page)
    page.keyboard.press("Enter")
    expect(cells.first).to_have_attribute("data-party", "kremlin")
    expect(page.locator("#swap")).to_be_focused()


def test_a_family_leads_to_its_claims_and_is_dropped_again(page: Page) -> None:
    page.goto(COMPARISON)
    family = page.locator("#show-one-sided")
    enter(page, family)
    expect(page.locator("[data-outcome]")).to_have_count(10)
    expect(page.locator("#at-a-glance")).to_be_focused()
    expect_visible_focus(page)
    # Until what came has settled, its links are plain ones, which begin the page anew.
    expect(page.locator(".htmx-added, .htmx-settling, .htmx-swapping")).to_have_count(0)
    page.keyboard.press("Tab")
    expect(page.locator("#show-all")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("[data-outcome]")).to_have_count(17)
    expect(page.locator("#at-a-glance")).to_be_focused()
    expect_visible_focus(page)


def test_what_is_to_be_shared_is_opened_and_copied(page: Page, base_url: str) -> None:
    page.goto(CLAIM)
    share = page.locator(".share")
    enter(page, share.locator("summary", has_text="Share").first)
    copy = share.locator(".address").get_by_role("button", name=re.compile("^Copy")).first
    expect(copy).to_be_visible()
    enter(page, copy)
    expect(page.locator("#announcement")).to_have_text("Copied: link to the latest edition")
    expect_visible_focus(page)
    assert pasted(page) == f"{base_url}{CLAIM}"


@pytest.mark.parametrize("address", ["/", COMPARISON, CLAIM, f"{COMPARISON}texts/", "/topics/trade/"])
def test_the_first_stop_leads_past_the_head_of_the_page(page: Page, address: str) -> None:
    page.goto(address)
    skip_to_the_content(page)
