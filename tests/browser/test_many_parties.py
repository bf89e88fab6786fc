"""Claims of seven parties and of fifty in a list: grouped by what they said, in words that stand once."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.browser.reading import DESK, PHONE, assert_no_sideways_scroll, assert_nothing_wrong
from tests.browser.site import Site, serve

TOPIC = "/topics/trade/"
INNER_SCROLLING = """() => [...document.querySelectorAll("main *")].filter((one) =>
    one.checkVisibility() && one.scrollWidth > one.clientWidth + 1
        && ["auto", "scroll"].includes(getComputedStyle(one).overflowX)).map((one) => one.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module", params=[7, 50])
def parties(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Site]]:
    with serve(tmp_path_factory.mktemp("many")) as site:
        command = f"from tests.browser.many_parties import publish_of; publish_of({request.param})"
        site.manage("shell", "--no-imports", "--command", command)
        yield request.param, site


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_they_stand_in_groups_and_nothing_scrolls_sideways(
    browser: Browser, parties: tuple[int, Site], size: ViewportSize
) -> None:
    number, site = parties
    speak, unheld = 1 + (number - 1) // 2, (number - 2) // 2
    context = browser.new_context(base_url=site.url, viewport=size)
    page = context.new_page()
    page.goto(TOPIC)
    claim = page.locator("[data-listed^='call-of-many/']")
    heads = [head.split(":")[0] for head in claim.locator(".alike h5").all_inner_texts()]
    assert heads == [
        f"Said so ({speak} of {number})",
        f"Denied it (1 of {number})",
        f"No account held ({unheld} of {number})",
    ]
    expect(claim.locator("[data-position='affirms'] blockquote")).to_have_count(1)
    for address in (TOPIC, "/claims/?q=trade", "/?q=trade", "/parties/kremlin/"):
        page.goto(address)
        assert_no_sideways_scroll(page)
        assert page.evaluate(INNER_SCROLLING) == []
    page.goto(TOPIC)
    assert_nothing_wrong(page)
    context.close()


def test_on_a_phone_the_first_words_of_two_of_them_stand_on_the_first_screen(
    browser: Browser, parties: tuple[int, Site]
) -> None:
    _number, site = parties
    context = browser.new_context(base_url=site.url, viewport=PHONE)
    page: Page = context.new_page()
    page.goto("/parties/kremlin/ministry-of-external-relations-0/")
    words = page.locator("main blockquote").first.bounding_box()
    assert words
    assert words["y"] + 24 <= PHONE["height"]
    context.close()
