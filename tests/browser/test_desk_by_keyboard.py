"""The desk's main journey without a mouse: mark words, choose what they say, save, undo, and publish."""

import json
from urllib.request import urlopen

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.editing import enter, open_desk
from tests.browser.site import Site
from tests.factories import raw_event

FURTHEST = 80
OUTLINE = "getComputedStyle(document.activeElement).outlineStyle"


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until it has the focus, which must be seen on all that is passed."""
    expect(target).to_be_visible()
    for _press in range(FURTHEST):
        page.keyboard.press("Tab")
        assert page.evaluate(OUTLINE) != "none", page.evaluate("document.activeElement.outerHTML")[:200]
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"not reached by {FURTHEST} presses of Tab")


def press(page: Page, key: str, times: int = 1) -> None:
    for _press in range(times):
        page.keyboard.press(key)


def mark_and_open(page: Page) -> None:
    """Of “a significant start to improving …”: past the sign and the first word to the second, and two more."""
    tab_to(page, page.locator(".text").first)
    press(page, "ArrowRight", 3)
    press(page, "Shift+ArrowRight", 2)
    expect(page.locator("#panel.open")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator("#panel.open [name=claim]")).to_be_focused()
    expect(page.locator("#panel [name='quotes-0-exact']")).to_have_value("significant start to")


def read_as_denied(page: Page) -> None:
    page.keyboard.insert_text("A start was made.")
    tab_to(page, page.locator("#panel [name=topic]"))
    page.keyboard.insert_text("Relations")
    tab_to(page, page.locator("#panel [name=position]:checked"))
    press(page, "ArrowRight", 2)
    expect(page.locator("#panel [name=position][value=denies]")).to_be_checked()
    page.keyboard.press("Enter")
    expect(page.locator("#panel.closed[data-saved][data-seen]")).to_be_visible()


def test_words_are_marked_read_taken_back_and_published_by_keyboard_alone(browser: Browser, own_site: Site) -> None:
    page = open_desk(browser, own_site, enter(own_site, raw_event("by-keyboard")))
    mark_and_open(page)
    read_as_denied(page)
    cell = page.locator("a.cell").first
    expect(cell).to_have_attribute("data-position", "denies")
    page.keyboard.press("u")
    expect(page.locator("a.cell").first).to_have_attribute("data-position", "not_reviewed")
    page.locator("a.cell").first.focus()
    page.keyboard.press("u")
    expect(page.locator("a.cell").first).to_have_attribute("data-position", "denies")

    tab_to(page, page.get_by_role("link", name="Back to the event"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Publish", exact=True))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Publish"))
    page.keyboard.press("Enter")
    expect(page.locator(".messagelist")).to_contain_text("Edition 1 is published")
    with urlopen(f"{own_site.url}/comparisons/by-keyboard.json") as answer:
        (claim,) = json.load(answer)["claims"]
    (stance,) = claim["stances"]
    assert stance["position"] == "denies"
    assert [quote["exact"] for quote in stance["quotes"]] == ["significant start to"]


def test_arrows_stay_within_a_text_and_go_back_as_well(browser: Browser, own_site: Site) -> None:
    page = open_desk(browser, own_site, enter(own_site, raw_event("arrows")))
    first = page.locator(".text").first
    first.focus()
    press(page, "ArrowLeft", 3)
    assert page.evaluate("document.activeElement.contains(getSelection().focusNode)")
    press(page, "ArrowRight", 4)
    press(page, "ArrowLeft")
    assert page.evaluate("String(getSelection()).trim()") == "significant"
    press(page, "Shift+ArrowDown", 40)
    page.keyboard.press("Enter")
    expect(page.locator("#panel.open [name=claim]")).to_be_focused()
    marked = page.locator("#panel [name='quotes-0-exact']").input_value()
    assert marked
    assert marked in str(first.text_content())
