"""A visitor looks for a comparison: by words, by filters, by keyboard, on a phone, with and without JavaScript."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import DESK, PHONE, assert_no_sideways_scroll
from tests.browser.site import Site
from tests.examples import SLUG

RESULT = f".edition h3 a[href='/comparisons/{SLUG}/']"


@pytest.mark.parametrize("script", [True, False])
def test_words_are_found_and_lead_to_the_text(page: Page, plain_page: Page, script: bool) -> None:
    page = page if script else plain_page
    page.goto("/")
    page.get_by_label("Words").fill('"mutually beneficial trade"')
    page.get_by_role("button", name="Search").click()
    expect(page).to_have_url(re.compile(r"/\?q=%22mutually\+beneficial\+trade%22$"))
    expect(page.locator(RESULT)).to_be_visible()
    expect(page.get_by_label("Words")).to_have_value('"mutually beneficial trade"')
    expect(page.locator(".found blockquote mark").first).to_have_text("mutually beneficial trade")
    page.locator(".found a").first.click()
    expect(page).to_have_url(re.compile(rf"/comparisons/{SLUG}/(texts/#text-|claims/)"))


@pytest.mark.parametrize("script", [True, False])
def test_a_phone_unfolds_the_filters_and_finds_them_as_they_were_left(
    browser: Browser, site: Site, script: bool
) -> None:
    context = browser.new_context(base_url=site.url, viewport=PHONE, java_script_enabled=script)
    page = context.new_page()
    page.goto("/")
    expect(page.get_by_label("Topic")).to_be_hidden()
    page.get_by_text("Narrow down").click()
    page.get_by_label("Topic").select_option("trade")
    page.get_by_label("Outcome").select_option("contradictions")
    page.get_by_role("button", name="Show").click()
    expect(page).to_have_url(re.compile(r"/\?topic=trade&family=contradictions$"))
    expect(page.locator(".edition")).to_have_count(1)
    expect(page.locator(RESULT)).to_be_visible()
    expect(page.get_by_label("Topic")).to_have_value("trade")
    context.close()


def test_at_a_desk_the_filters_stand_open(page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto("/")
    expect(page.get_by_label("Topic")).to_be_visible()
    expect(page.get_by_text("Narrow down")).to_be_hidden()


def test_everything_is_reached_by_the_keyboard(page: Page) -> None:
    page.set_viewport_size(DESK)
    page.goto("/")
    page.get_by_label("Words").focus()
    page.keyboard.type("trade")
    reached = []
    for _step in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "date":
            for _part in range(3):
                page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.id"))
    assert reached[:5] == ["search", "choose-party", "choose-topic", "choose-kind", "choose-family"]
    assert "choose" in reached
    page.get_by_label("Words").press("Enter")
    expect(page).to_have_url(re.compile(r"/\?q=trade$"))
    expect(page.locator(RESULT)).to_be_visible()


def test_nothing_found_leads_back_to_something(page: Page) -> None:
    page.goto("/?q=trade+zebra")
    expect(page.locator("#asked")).to_contain_text("“trade zebra”")
    expect(page.locator(".edition")).to_have_count(0)
    page.get_by_role("link", name="without “zebra”").click()
    expect(page.locator(RESULT)).to_be_visible()


def test_the_back_button_returns_to_what_was_asked(page: Page) -> None:
    page.goto("/?q=trade")
    page.locator(RESULT).click()
    expect(page.locator("#claim-trade-discussed")).to_be_attached()
    page.go_back()
    expect(page.get_by_label("Words")).to_have_value("trade")


@pytest.mark.parametrize("words", ["x" * 400, "слово" * 80])
def test_a_word_without_end_does_not_scroll_sideways(page: Page, words: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"/?q={words}&party=kremlin")
    assert_no_sideways_scroll(page)


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_what_is_touched_is_24_pixels_high_and_wide(browser: Browser, site: Site, size: dict[str, int]) -> None:
    context = browser.new_context(base_url=site.url, viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto("/?q=trade+kremlin&topic=trade")
    boxes = page.locator("summary, button, select, input, .ways a, .edition a, .pages a").evaluate_all(
        """all => all.filter(one => one.checkVisibility()).map(one => [one.outerHTML, one.getBoundingClientRect()])
                  .filter(([_, box]) => box.height < 24 || box.width < 24).map(([html, box]) => html + box.height)"""
    )
    assert boxes == []
    context.close()
