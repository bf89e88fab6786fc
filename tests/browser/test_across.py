"""A visitor reads what returns across events: on a phone and at a desk, in light and dark, by keyboard."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.reading import DESK, PHONE, assert_no_sideways_scroll

PAIR, PARTY, TOPIC = "/parties/kremlin/white-house/", "/parties/kremlin/", "/topics/trade/"
PAGES = [
    "/topics/",
    "/parties/",
    TOPIC,
    PARTY,
    PAIR,
    f"{TOPIC}?outcome=contradiction",
    f"{PARTY}?position=affirms",
    f"{PAIR}?outcome=contradiction&topic=trade",
]


@pytest.mark.parametrize("address", [TOPIC, PARTY, PAIR])
def test_on_a_phone_a_table_scrolls_in_a_frame_that_the_keyboard_reaches(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    frames = page.locator(".figures").all()
    assert len(frames) >= 2
    for frame in frames:
        frame.focus()
        expect(frame).to_be_focused()
        if frame.evaluate("one => one.scrollWidth <= one.clientWidth"):
            continue
        head = frame.locator("tbody th[scope='row']").first
        before = head.bounding_box()
        page.keyboard.press("ArrowRight")
        page.wait_for_function("one => one.scrollLeft > 0", arg=frame.element_handle())
        after = head.bounding_box()
        assert before
        assert after
        assert before["x"] == after["x"], "what a row is about stays in view"
    assert_no_sideways_scroll(page)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("address", [TOPIC, PARTY, PAIR, f"{PAIR}?show=contradictions"])
def test_focus_goes_through_the_page_as_it_is_read(page: Page, address: str, size: ViewportSize) -> None:
    """Tab reaches every place in the order of the document, and the parts of the page stand in that order."""
    page.set_viewport_size(size)
    page.goto(address)
    page.evaluate("window.places = [...document.querySelectorAll('a[href], [tabindex=\"0\"]')]")
    for expected in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate("window.places.indexOf(document.activeElement)") == expected
    tops = page.locator(".across > *").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert tops == sorted(tops)


def test_a_number_leads_to_its_claims_and_a_claim_to_its_place_in_the_comparison(page: Page) -> None:
    page.goto(PAIR)
    page.locator("a.number[href='?show=contradictions']").first.click()
    expect(page).to_have_url(re.compile(r"\?show=contradictions$"))
    heading = page.locator("#claims-heading")
    expect(heading).to_have_text(re.compile(r"\d+ of \d+ claims"))
    expect(page.locator("[data-listed]")).to_have_count(int(heading.inner_text().split()[0]))
    page.get_by_role("link", name="Was trade discussed?").click()
    expect(page).to_have_url(re.compile("#claim-trade-discussed$"))
    expect(page.locator("#claim-trade-discussed")).to_be_in_viewport()


def test_a_narrowing_is_dropped_and_the_figures_come_back(page: Page) -> None:
    page.goto(f"{PAIR}?outcome=contradiction&topic=trade")
    page.get_by_role("link", name=re.compile("^remove ?: Contradiction$")).click()
    expect(page).to_have_url(re.compile(r"\?topic=trade$"))
    page.get_by_role("link", name="Back to the summary").click()
    expect(page.get_by_role("img")).to_be_visible()


def test_the_chart_is_distinguished_without_colour(page: Page) -> None:
    """The lines of each family have a pattern of their own, in the chart and in its key."""
    page.goto(PAIR)
    patterns = page.locator("figcaption g[data-family]").evaluate_all(
        """all => all.map(one => [...one.querySelectorAll("line")].map(line => {
            const drawn = getComputedStyle(line);
            return [drawn.strokeDasharray, drawn.strokeDashoffset, drawn.strokeWidth].join(" ");
        }).join(" / "))"""
    )
    assert len(patterns) == len(set(patterns)) == 4


def test_the_figures_are_reached_from_the_site_and_from_a_comparison(page: Page) -> None:
    page.goto("/")
    page.get_by_role("navigation", name="Site").get_by_role("link", name="Parties").click()
    expect(page).to_have_url(re.compile("/parties/$"))
    page.get_by_role("link", name="Kremlin and White House").click()
    expect(page).to_have_url(re.compile(f"{PAIR}$"))
    page.locator("main").get_by_role("link", name="The Kremlin in all events").click()
    expect(page).to_have_url(re.compile(f"{PARTY}$"))
    page.locator(".group h3 a").first.click()
    expect(page).to_have_url(re.compile("/comparisons/"))
    page.get_by_role("link", name=re.compile("^all events ?: White House$")).click()
    expect(page.locator("h1")).to_have_text("White House")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("address", PAGES)
def test_what_is_touched_is_24_pixels_high_and_wide(page: Page, address: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(address)
    small = page.locator(".across a, header.site a").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && !one.closest("p:not(.total):not(.elsewhere):not(.of)"))
                  .map(one => [one.outerHTML, one.getBoundingClientRect()])
                  .filter(([_, box]) => box.height < 23.9 || box.width < 23.9)
                  .map(([html, box]) => `${html} ${box.width} ${box.height}`)"""
    )
    assert small == []
