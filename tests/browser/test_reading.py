"""A visitor reads a comparison: with and without JavaScript, on a phone and at a desk, in light and dark."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, ViewportSize, expect

from tests.browser.reading import (
    COMPARISON,
    DESK,
    PHONE,
    assert_no_sideways_scroll,
    claims,
    follow_a_family,
)
from tests.examples import DOCUMENTS


def test_a_family_filters_in_place_and_the_back_button_returns(page: Page) -> None:
    page.goto(COMPARISON)
    assert len(claims(page)) == 17
    page.evaluate("window.sameDocument = true")
    follow_a_family(page, "contradictions")
    expect(page.locator("[data-outcome]")).to_have_count(1)
    assert claims(page) == ["claim-trade-discussed"]
    expect(page).to_have_url(re.compile(r"\?show=contradictions$"))
    assert page.evaluate("window.sameDocument") is True, "htmx replaced the claims and nothing else"
    expect(page.locator("[aria-current='true']").first).to_be_visible()
    follow_a_family(page, "open")
    expect(page.locator("#claim-duration")).to_be_visible()
    page.go_back()
    expect(page.locator("#claim-trade-discussed")).to_be_visible()
    expect(page.locator("[data-outcome]")).to_have_count(1)
    page.go_back()
    expect(page.locator("[data-outcome]")).to_have_count(17)
    expect(page).to_have_url(re.compile(f"{COMPARISON}$"))
    expect(page.locator("h1")).to_have_count(1)
    page.go_forward()
    expect(page.locator("[data-outcome]")).to_have_count(1)


def test_a_step_back_that_overtakes_another_shows_what_its_address_says(page: Page) -> None:
    page.goto(COMPARISON)
    for family, count in (("contradictions", 1), ("one-sided", 10)):
        follow_a_family(page, family)
        expect(page.locator("[data-outcome]")).to_have_count(count)
    held: list[Route] = []
    page.route("**/*show=contradictions", lambda route: held.append(route))
    page.evaluate("history.back()")
    expect(page).to_have_url(re.compile("show=contradictions$"))
    page.evaluate("history.back()")
    expect(page.locator("[data-outcome]")).to_have_count(17)
    with page.expect_response(re.compile("show=contradictions$")):
        held[0].continue_()
    page.wait_for_timeout(300)
    expect(page).to_have_url(re.compile(f"{COMPARISON}$"))
    expect(page.locator("[data-outcome]")).to_have_count(17)


def test_the_number_shown_is_announced_and_the_focus_goes_to_the_claims(page: Page) -> None:
    page.goto(COMPARISON)
    page.locator("#show-one-sided").focus()
    page.keyboard.press("Enter")
    expect(page.locator("[data-outcome]")).to_have_count(10)
    expect(page.get_by_role("status")).to_contain_text("10 of 17")
    expect(page.locator("#at-a-glance")).to_be_focused()
    expect(page.locator(".glance tbody tr").first).to_be_in_viewport()


def test_a_family_leads_to_its_claims_without_javascript_and_from_a_shared_address(plain_page: Page) -> None:
    page = plain_page
    page.set_viewport_size(PHONE)
    page.goto(COMPARISON)
    follow_a_family(page, "one-sided")
    expect(page).to_have_url(re.compile(r"\?show=one-sided#at-a-glance$"))
    expect(page.locator("#at-a-glance")).to_be_in_viewport()
    page.goto(f"{COMPARISON}?show=one-sided")
    expect(page.locator(".glance tbody tr").first).to_be_in_viewport()


def test_an_address_with_a_filter_opens_as_it_was_left(page: Page) -> None:
    page.goto(f"{COMPARISON}?show=one-sided&topic=terrorism")
    assert claims(page) == ["claim-terrorism-priority", "claim-common-foe"]


def test_the_form_filters_without_javascript(plain_page: Page) -> None:
    page = plain_page
    page.goto(COMPARISON)
    form = page.locator("form[method='get'], form:not([method])").first
    form.locator("xpath=ancestor-or-self::details").evaluate_all("all => all.forEach(one => one.open = true)")
    form.locator("select[name='topic']").select_option("sanctions")
    form.locator("button, input[type='submit']").first.click()
    expect(page).to_have_url(re.compile("topic=sanctions"))
    assert claims(page) == ["claim-sanctions-discussed"]


@pytest.mark.parametrize("script", [True, False])
def test_the_form_leads_to_the_address_that_a_link_would_have(page: Page, plain_page: Page, script: bool) -> None:
    page = page if script else plain_page
    page.goto(COMPARISON)
    page.locator("#choosing summary").click()
    page.locator("#choose-topic").select_option("trade")
    page.locator("#choose").click()
    expect(page.locator("[data-outcome]")).to_have_count(1)
    expect(page).to_have_url(re.compile(rf"{COMPARISON}\?topic=trade$"))
    expect(page).to_have_title(re.compile(r"^Trade: .* · Counterpoint$"))


def test_the_boxes_say_what_is_shown_after_the_back_button_without_javascript(plain_page: Page) -> None:
    page = plain_page
    page.goto(COMPARISON)
    page.locator("#choosing summary").click()
    page.locator("#choose-kremlin").uncheck()
    page.locator("#choose-topic").select_option("trade")
    page.locator("#choose").click()
    expect(page.locator("[data-outcome]")).to_have_count(1)
    page.go_back()
    expect(page.locator("[data-outcome]")).to_have_count(17)
    expect(page.locator("#choose-kremlin")).to_be_checked()
    expect(page.locator("#choose-topic")).to_have_value("")


def test_the_title_follows_the_filter(page: Page) -> None:
    page.goto(COMPARISON)
    follow_a_family(page, "open")
    expect(page).to_have_title(re.compile(r"^Open: .* · Counterpoint$"))
    follow_a_family(page, "open")
    expect(page).to_have_title(re.compile(r"^(?!Open).* · Counterpoint$"))


def test_where_two_filters_find_nothing_either_can_be_dropped(page: Page) -> None:
    page.goto(f"{COMPARISON}?show=contradictions&topic=iran")
    page.get_by_role("link", name="Every outcome on “Iran”").click()
    expect(page.locator("#claim-iran-discussed")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("address", ["/", COMPARISON, f"{COMPARISON}?show=contradictions&topic=iran"])
def test_what_is_touched_is_24_pixels_high_and_wide(page: Page, address: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(address)
    touched = "summary, button, select, input, nav a, .title a, .ways a, .tools a, .elsewhere a, .links a"
    boxes = page.locator(f"{touched}, header.site a").evaluate_all(
        """all => all.filter(one => one.checkVisibility() && !one.closest("svg"))
                  .map(one => [one.outerHTML, one.getBoundingClientRect()])
                  .filter(([_, box]) => box.height < 24 || box.width < 24).map(([html, box]) => html + box.height)"""
    )
    assert boxes == []


def test_links_filter_and_swap_the_columns_without_javascript(plain_page: Page) -> None:
    page = plain_page
    page.goto(COMPARISON)
    follow_a_family(page, "agreements")
    expect(page.locator("[data-outcome]")).to_have_count(5)
    page.go_back()
    expect(page.locator("[data-outcome]")).to_have_count(17)
    cells = page.locator("#claim-trade-discussed [data-party]")
    assert [cell.get_attribute("data-party") for cell in cells.all()] == ["kremlin", "white-house"]
    page.locator('a[href*="parties=white-house,kremlin"]').first.click()
    expect(page).to_have_url(re.compile("parties=white-house,kremlin"))
    assert [cell.get_attribute("data-party") for cell in cells.all()] == ["white-house", "kremlin"]


def test_two_parties_stand_in_equal_columns_at_a_desk_and_one_above_the_other_on_a_phone(page: Page) -> None:
    kremlin = page.locator("#claim-trade-discussed [data-party='kremlin']")
    white_house = page.locator("#claim-trade-discussed [data-party='white-house']")
    page.set_viewport_size(DESK)
    page.goto(COMPARISON)
    left, right = kremlin.bounding_box(), white_house.bounding_box()
    assert left
    assert right
    assert left["y"] == right["y"]
    assert left["x"] + left["width"] <= right["x"]
    assert abs(left["width"] - right["width"]) < 1
    page.set_viewport_size(PHONE)
    upper, lower = kremlin.bounding_box(), white_house.bounding_box()
    assert upper
    assert lower
    assert upper["x"] == lower["x"]
    assert upper["y"] + upper["height"] <= lower["y"]
    for cell, name in ((kremlin, "Kremlin"), (white_house, "White House")):
        expect(cell).to_contain_text(name)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
@pytest.mark.parametrize("part", ["", "texts/"])
def test_no_document_makes_a_page_scroll_sideways(page: Page, path: Path, part: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/comparisons/{path.stem}/{part}")
    assert_no_sideways_scroll(page)


def test_the_keyboard_reaches_the_claims_past_the_header_and_opens_a_context(page: Page) -> None:
    page.goto(COMPARISON)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_attribute("href", re.compile(r"^#"))
    page.keyboard.press("Enter")
    summary = page.locator("#claim-trade-discussed .quote summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#claim-trade-discussed mark").first).to_be_visible()


def test_a_claims_own_address_leads_to_it(page: Page) -> None:
    page.goto(f"{COMPARISON}#claim-duration")
    expect(page.locator("#claim-duration")).to_be_in_viewport()


@pytest.mark.parametrize("link", ["#swap", "#contradictions-first"])
@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_a_filter_leaves_the_reader_where_the_press_was(page: Page, link: str, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(COMPARISON)
    page.locator(link).scroll_into_view_if_needed()
    before = page.evaluate("window.scrollY")
    page.locator(link).click()
    expect(page).to_have_url(re.compile(r"\?"))
    expect(page.locator("#claims.htmx-settling")).to_have_count(0)
    page.wait_for_timeout(200)
    most = page.evaluate("document.documentElement.scrollHeight - window.innerHeight")
    assert abs(page.evaluate("window.scrollY") - min(before, most)) < 50
