"""A visitor reads what returns across events: on a phone and at a desk, in light and dark, by keyboard."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.reading import DESK, PHONE, assert_no_sideways_scroll

PAIR, PARTY, TOPIC = "/parties/kremlin/white-house/", "/parties/kremlin/", "/topics/trade/"
CLAIMS = "/claims/"
PAGES = [
    CLAIMS,
    f"{CLAIMS}?q=trade&party=kremlin,white-house",
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
    page.get_by_text("All figures").click()
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
    page.evaluate(
        "window.places = [...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')]"
        ".filter(one => one.checkVisibility({contentVisibilityAuto: true}))"
    )
    for expected in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        assert page.evaluate("window.places.indexOf(document.activeElement)") == expected
    tops = page.locator(".across > *").evaluate_all("all => all.map(one => one.getBoundingClientRect().top)")
    assert tops == sorted(tops)


def test_a_number_leads_to_its_claims_and_a_claim_to_its_own_page(page: Page) -> None:
    page.goto(PAIR)
    page.locator("a.number[href='?show=contradictions']").first.click()
    expect(page).to_have_url(re.compile(r"\?show=contradictions$"))
    heading = page.locator("#claims-heading")
    expect(heading).to_have_text(re.compile(r"\d+ of \d+ claims"))
    expect(page.locator("[data-listed]")).to_have_count(int(heading.inner_text().split()[0]))
    page.get_by_role("link", name="Was trade discussed?").click()
    expect(page).to_have_url(re.compile("/claims/trade-discussed/$"))
    expect(page.locator("h1")).to_have_text("Was trade discussed?")


def test_a_narrowing_is_dropped_and_the_figures_come_back(page: Page) -> None:
    page.goto(f"{PAIR}?outcome=contradiction&topic=trade")
    page.get_by_role("link", name=re.compile("^remove ?: Contradiction$")).click()
    expect(page).to_have_url(re.compile(r"\?topic=trade$"))
    page.get_by_role("link", name="Back to the summary").click()
    expect(page.get_by_role("img")).to_be_hidden()
    page.get_by_text("All figures").click()
    expect(page.get_by_role("img")).to_be_visible()


def test_the_chart_is_distinguished_without_colour(page: Page) -> None:
    """The lines of each family have a pattern of their own, in the chart and in its key."""
    page.goto(PAIR)
    page.get_by_text("All figures").click()
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
    page.locator(".listed .kicker a").first.click()
    expect(page).to_have_url(re.compile("/comparisons/"))
    page.locator("main a[href='/parties/white-house/']").click()
    expect(page.locator("h1")).to_have_text("White House")


@pytest.mark.parametrize("address", [TOPIC, PARTY, PAIR, CLAIMS])
def test_on_a_phone_the_first_words_of_a_side_stand_on_the_first_screen(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(address)
    words = page.locator("main blockquote").first
    box = words.bounding_box()
    assert box
    assert box["y"] + 24 <= PHONE["height"], "at least a line of them"
    assert page.evaluate("document.querySelectorAll('details[open]').length") == 0
    assert_no_sideways_scroll(page)


def test_at_a_desk_the_sides_are_equally_wide_and_stand_beside_each_other(page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto(PAIR)
    for claim in page.locator("[data-listed]").all():
        one, other = (side.bounding_box() for side in claim.locator(".side").all())
        assert one
        assert other
        assert (one["width"], one["y"]) == (other["width"], other["y"])
        assert one["x"] + one["width"] < other["x"]


def test_on_a_phone_each_side_has_its_party_above_its_words(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{PAIR}?show=contradictions")
    for side in page.locator(".side:has(blockquote)").all():
        name, words = side.locator("h5").bounding_box(), side.locator("blockquote").first.bounding_box()
        assert name
        assert words
        assert name["y"] < words["y"]


def test_what_each_said_on_a_topic_and_all_contradictions_of_two_are_two_clicks_away(page: Page) -> None:
    page.goto("/")
    site = page.get_by_role("navigation", name="Site")
    site.get_by_role("link", name="Topics").click()
    page.locator("main").get_by_role("link", name="Trade").click()
    expect(page.locator("main blockquote").first).to_be_visible()
    page.goto("/")
    site.get_by_role("link", name="Parties").click()
    page.get_by_role("link", name="Kremlin and White House").click()
    group = page.locator("#claims .group").first
    expect(group.locator("h3")).to_have_text("Contradictions")
    for claim in group.locator("[data-listed]").all():
        expect(claim.locator("blockquote")).to_have_count(2)
    page.goto(f"{PAIR}?show=contradictions")
    total = page.locator("[data-listed]").count()
    page.goto(PAIR)
    expect(page.locator("#claims .group").first.locator("[data-listed]")).to_have_count(total)


@pytest.mark.parametrize("script", [True, False])
def test_claims_are_narrowed_down_by_a_form(page: Page, plain_page: Page, script: bool) -> None:
    page = page if script else plain_page
    page.set_viewport_size(DESK)
    page.goto(CLAIMS)
    page.get_by_label("Words").fill("trade")
    page.get_by_label("Outcome").select_option("contradictions")
    page.get_by_label("Party", exact=True).select_option("white-house")
    page.get_by_label("And another party").select_option("kremlin")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/claims/\?q=trade&show=contradictions&party=kremlin,white-house$"))
    expect(page.locator("[data-listed]")).to_have_count(1)
    page.get_by_role("link", name="without Contradictions").click()
    expect(page).to_have_url(re.compile(r"\?q=trade&party=kremlin,white-house$"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("address", PAGES)
def test_what_is_touched_is_24_pixels_high_and_wide(page: Page, address: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(address)
    small = page.locator(".across a, header.site a").evaluate_all(
        """all => all.filter(one => one.checkVisibility())
                  .filter(one => !one.closest("p:not(.total, .elsewhere, .ways, .finding, .kicker)"))
                  .map(one => [one.outerHTML, one.getBoundingClientRect()])
                  .filter(([_, box]) => box.height < 23.9 || box.width < 23.9)
                  .map(([html, box]) => `${html} ${box.width} ${box.height}`)"""
    )
    assert small == []
