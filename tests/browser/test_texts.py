"""A reader follows words to their claim and on to the words of the other side, and back."""

import re

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.browser.reading import DESK, PHONE
from tests.examples import SLUG

COMPARISON = f"/comparisons/{SLUG}/"
TEXTS = f"{COMPARISON}texts/"
CLAIM = f"{COMPARISON}claims/trade-discussed/"
REPORTED = "#at-newspaper-report-108"
KREMLIN = "#at-kremlin-statement-1"


def expect_the_claim_followed(page: Page) -> None:
    """Shown in sight, with the focus on it, and its passages marked in two texts."""
    followed = page.locator("#followed")
    expect(followed.get_by_role("heading", name="Was trade discussed?")).to_be_in_viewport()
    expect(followed).to_contain_text(
        "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it."
    )
    expect(followed).to_be_focused()
    expect(page.locator("[aria-current='true']")).to_have_count(2)
    expect(page).to_have_title(re.compile("^Was trade discussed?"))


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
def test_the_keyboard_leads_from_words_to_the_claim_to_the_other_side_and_back(
    page: Page, plain_page: Page, script: bool, size: ViewportSize
) -> None:
    page = page if script else plain_page
    page.set_viewport_size(size)
    page.goto(TEXTS)
    page.locator(REPORTED).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"\?claim=trade-discussed"))
    expect_the_claim_followed(page)
    page.get_by_role("link", name="Kremlin: passage 1").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{KREMLIN}$"))
    expect(page.locator(KREMLIN)).to_be_focused()
    expect(page.locator(KREMLIN)).to_be_in_viewport()
    expect(page.locator("#followed")).to_be_in_viewport()
    page.go_back()
    expect(page).not_to_have_url(re.compile(KREMLIN))
    expect(page.locator("[aria-current='true']")).to_have_count(2)
    page.go_back()  # at once, so that one answer may overtake the other
    expect(page).to_have_url(re.compile(f"{TEXTS}$"))
    expect(page.locator("[aria-current='true']")).to_have_count(0)
    expect(page.get_by_role("heading", name="How to read the texts")).to_be_attached()
    expect(page.locator("h1")).to_have_count(1)


def test_with_a_script_the_texts_stay_where_they_are_and_the_claim_is_announced(page: Page) -> None:
    page.goto(TEXTS)
    page.evaluate("window.sameDocument = true")
    page.locator(KREMLIN).click()
    expect_the_claim_followed(page)
    expect(page.get_by_role("status")).to_have_text(
        "1. Was trade discussed? Contradiction (not read a second time · rests on a report). 2 passages stand out."
    )
    page.get_by_role("link", name="Next claim").click()
    expect(page.locator("#followed h2")).to_have_text("Were sanctions discussed?")
    expect(page.locator("[aria-current='true']")).to_have_count(1)
    page.get_by_role("link", name="Close").click()
    expect(page.locator("[aria-current='true']")).to_have_count(0)
    expect(page).to_have_url(re.compile(f"{TEXTS}$"))
    expect(page.locator(KREMLIN)).to_be_focused()
    assert page.evaluate("window.sameDocument") is True


def test_a_leap_forward_past_a_step_shows_the_claim_of_the_address(page: Page) -> None:
    page.goto(TEXTS)
    page.locator(KREMLIN).click()
    expect_the_claim_followed(page)
    page.get_by_role("link", name="Kremlin: passage 1").click()
    expect(page).to_have_url(re.compile(f"{KREMLIN}$"))
    page.evaluate("history.go(-2)")
    expect(page.locator("[aria-current='true']")).to_have_count(0)
    page.evaluate("history.go(2)")
    expect(page).to_have_url(re.compile(f"{KREMLIN}$"))
    expect(page.locator("[aria-current='true']")).to_have_count(2)


def test_a_number_beside_words_of_several_claims_leads_to_its_own(page: Page) -> None:
    page.goto(TEXTS)
    number = page.get_by_role("link", name="13. Was Iran's nuclear programme discussed?")
    box = number.bounding_box()
    assert box
    assert box["width"] >= 24
    assert box["height"] >= 24
    number.click()
    expect(page.locator("#followed h2")).to_have_text("Was Iran's nuclear programme discussed?")
    expect(page.locator("[aria-current='true']")).to_have_count(1)


def test_an_address_opens_as_it_was_left(plain_page: Page) -> None:
    page = plain_page
    page.goto(f"{TEXTS}?claim=trade-discussed{REPORTED}")
    expect(page.locator(REPORTED)).to_be_in_viewport()
    expect(page.locator("[aria-current='true']")).to_have_count(2)


def test_the_words_can_be_copied_without_the_numbers(page: Page) -> None:
    page.goto(TEXTS)
    words = page.locator("#text-newspaper-report .words")
    copied = words.evaluate(
        """words => { getSelection().selectAllChildren(words); return getSelection().toString(); }"""
    )
    assert "Iran's nuclear program, the situation on the Korean peninsula and the Ukraine crisis.\n" in copied


def test_texts_stand_side_by_side_at_a_desk_and_one_below_the_other_on_a_phone(page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto(TEXTS)
    columns = [page.locator(f".column[aria-labelledby='party-{slug}']") for slug in ("kremlin", "white-house")]
    left, right = (column.bounding_box() for column in columns)
    assert left
    assert right
    assert (left["y"], left["width"]) == (right["y"], right["width"])
    assert left["x"] + left["width"] <= right["x"]
    page.set_viewport_size(PHONE)
    upper, lower = (column.bounding_box() for column in columns)
    assert upper
    assert lower
    assert upper["x"] == lower["x"]
    assert upper["y"] + upper["height"] <= lower["y"]
    page.get_by_role("navigation", name="The texts").get_by_role("link", name="Newspaper report of the call").click()
    expect(page.get_by_role("heading", name="Newspaper report of the call")).to_be_in_viewport()


def test_the_comparison_leads_to_a_claim_its_passages_and_back(plain_page: Page) -> None:
    page = plain_page
    page.goto(COMPARISON)
    page.locator("#claim-trade-discussed h4 a").click()
    expect(page.locator("h1")).to_have_text("Was trade discussed?")
    page.get_by_role("link", name=re.compile("In the whole text.*Newspaper report")).click()
    expect(page.locator(REPORTED)).to_be_in_viewport()
    page.locator("#followed").get_by_role("link", name="Was trade discussed?").click()
    page.get_by_role("link", name="Were sanctions discussed?").click()
    expect(page.locator("h1")).to_have_text("Were sanctions discussed?")
    page.go_back()
    page.get_by_role("link", name="Trump–Putin phone call, 28 January 2017").click()
    expect(page.locator("#claim-trade-discussed")).to_be_in_viewport()
