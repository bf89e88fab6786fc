"""A text and its translation at the desk, in a real browser."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk_by_hand import Hands
from tests.browser.editing import accounts_of, enter, open_desk
from tests.browser.site import Site
from tests.factories import ENGLISH, RUSSIAN, raw_event

LONGER = " Это было сказано дважды, и оба раза одними и теми же словами, как и прежде." * 6


def event_in_two_languages(site: Site, slug: str) -> int:
    document = json.loads(json.dumps(raw_event(slug)))
    original, translation = document["accounts"][2], dict(document["accounts"][2])
    original.update(id="russian", title="Заявление", language="ru", revisions=[{"text": RUSSIAN + LONGER}])
    translation.update(id="english", title="Statement", translation_of="russian", revisions=[{"text": ENGLISH}])
    document["accounts"] = [original, document["accounts"][0], translation]
    return enter(site, document)


def test_words_in_both_languages_are_saved_together(browser: Browser, own_site: Site) -> None:
    page = open_desk(browser, own_site, event_in_two_languages(own_site, "two-languages"))
    hands = Hands(page)
    numbers = accounts_of(page)
    hands.drag_over(numbers["Statement"], "Trade was discussed")
    page.locator("#panel [name=claim]").fill("Trade was discussed.")
    page.locator("#panel [name=topic]").fill("Trade")
    hands.drag_over(numbers["Заявление"], "торговля")
    expect(page.locator("#panel [name='quotes-1-exact']")).to_have_value("торговля")
    hands.drag_over(numbers["Заявление"], "Обсуждалась торговля")
    expect(page.locator("#panel [name='quotes-1-exact']")).to_have_value("Обсуждалась торговля")
    expect(page.locator("#panel [name='quotes-0-exact']")).to_have_value("Trade was discussed")
    expect(page.locator("#panel [name=claim]")).to_have_value("Trade was discussed.")
    expect(page.locator("#desk-status")).to_contain_text("the same words in another language")
    hands.press("Enter")
    hands.saved()
    for number, words in (
        (numbers["Statement"], "Trade was discussed"),
        (numbers["Заявление"], "Обсуждалась торговля"),
    ):
        expect(page.locator(f"#text-{number} mark")).to_have_text(words)
        assert in_one_piece(page, number)
    assert hands.count == 4
    assert "No fault" in own_site.manage("verify")


def in_one_piece(page: Page, number: str) -> bool:
    text = page.locator(f"#text-{number}").text_content()
    return text in (ENGLISH, RUSSIAN + LONGER)


def test_paragraphs_stand_on_one_row_and_nothing_scrolls_sideways(browser: Browser, own_site: Site) -> None:
    page = open_desk(browser, own_site, event_in_two_languages(own_site, "rows"))
    tops = """all => all.map(text => [...text.children].map(block => Math.round(block.getBoundingClientRect().top)))"""
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        russian, english = page.locator(".pair .text").evaluate_all(tops)
        assert russian == english
        assert len(set(russian)) == 3
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_at_a_desk_of_two_languages(browser: Browser, own_site: Site, scheme: str) -> None:
    page = open_desk(browser, own_site, event_in_two_languages(own_site, f"languages-{scheme}"))
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    results = Axe().run(page, options={"resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()


PUBLISH = """
from comparisons.models import Event
from comparisons.publishing.publish import publish
publish(Event.objects.get(pk={number}), by="ann")
"""


def test_a_reader_sees_what_belongs_together_on_one_row(browser: Browser, own_site: Site) -> None:
    number = event_in_two_languages(own_site, "published-in-two-languages")
    desk = open_desk(browser, own_site, number)
    hands = Hands(desk)
    hands.drag_over(accounts_of(desk)["Statement"], "Trade was discussed")
    desk.locator("#panel [name=claim]").fill("Trade was discussed.")
    desk.locator("#panel [name=topic]").fill("Trade")
    hands.press("Enter")
    hands.saved()
    own_site.manage("shell", "--no-imports", "-c", PUBLISH.format(number=number))
    page = browser.new_context(base_url=own_site.url, viewport={"width": 1280, "height": 900}).new_page()
    page.goto("/comparisons/published-in-two-languages/texts/")
    russian, english = page.locator(".pair .words").evaluate_all(
        "all => all.map(text => [...text.children].map(block => Math.round(block.getBoundingClientRect().top)))"
    )
    assert russian == english
    assert len(set(russian)) == 3
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
        results = Axe().run(page, options={"resultTypes": ["violations"]})
        assert results.violations_count == 0, results.generate_report()
