"""What a reader of a claim's page sees at once, measured: who says what, in which words."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.reading import COMPARISON, assert_no_sideways_scroll, assert_nothing_wrong
from tests.browser.site import Site
from tests.examples import DOCUMENTS
from tests.made import many_parties

TRADE = f"{COMPARISON}claims/trade-discussed/"
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1440, "height": 900}
TOPS = "(where) => [...document.querySelectorAll(where)].map((one) => one.getBoundingClientRect().top + scrollY)"
INNER = """[...document.querySelectorAll("main *")].filter((one) => {
    const { overflowX, overflowY } = getComputedStyle(one);
    const scrolls = [overflowX, overflowY].some((way) => ["auto", "scroll"].includes(way));
    return scrolls || (one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1 && overflowX !== "visible");
}).map((one) => one.outerHTML.slice(0, 120))"""
COUNTS = [7, 50]


def first_words_of_each_side(page: Page) -> list[float]:
    tops: list[float] = page.evaluate(TOPS, ".said .cell[data-party]:has(mark) mark")
    return tops


@pytest.mark.parametrize(("size", "answer", "words", "height"), [(PHONE, 220, 720, 1800), (DESK, 180, 350, 1200)])
def test_the_answer_and_both_sides_words_begin_on_the_first_screen(
    page: Page, size: ViewportSize, answer: float, words: float, height: float
) -> None:
    page.set_viewport_size(size)
    page.goto(TRADE)
    assert page.evaluate(TOPS, ".answer")[0] <= answer
    kremlin, white_house = first_words_of_each_side(page)
    assert kremlin <= words
    assert white_house <= words
    assert page.evaluate("document.documentElement.scrollHeight") <= height


@pytest.mark.parametrize("size", [PHONE, DESK])
def test_a_quote_has_about_two_lines_of_the_text_around_it(page: Page, size: ViewportSize) -> None:
    page.set_viewport_size(size)
    page.goto(TRADE)
    for around in page.locator(".around").all():
        assert len(around.inner_text()) <= 75
    page.goto(f"{COMPARISON}claims/duration/")
    assert_no_sideways_scroll(page)


@pytest.fixture(scope="module")
def crowded(own_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("crowded")
    for count in COUNTS:
        path = folder / f"{count}.json"
        path.write_text(json.dumps(many_parties(count)))
        own_site.manage("load_comparison", str(path), "--publish")
    return own_site


@pytest.fixture
def reader(browser: Browser, crowded: Site) -> Iterator[Page]:
    page = browser.new_page(base_url=crowded.url)
    yield page
    page.close()


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("size", [PHONE, {"width": 768, "height": 900}, DESK])
def test_many_parties_are_grouped_and_nothing_scrolls_sideways_or_in_a_box(
    reader: Page, count: int, size: ViewportSize
) -> None:
    reader.set_viewport_size(size)
    reader.goto(f"/comparisons/of-{count}-parties/claims/point-1/")
    assert reader.locator(".said [data-party][data-position]").count() == count
    assert reader.locator(".group[data-position='affirms'] .quote mark").count() == 1, "the same words once"
    assert_no_sideways_scroll(reader)
    assert reader.evaluate(INNER) == []
    if size == PHONE:
        assert_nothing_wrong(reader)


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_no_claim_of_any_document_scrolls_sideways_on_a_phone(page: Page, path: Path) -> None:
    page.set_viewport_size(PHONE)
    document = json.loads(path.read_text())
    for claim in document["claims"][:: max(1, len(document["claims"]) // 4)]:
        page.goto(f"/comparisons/{document['event']['slug']}/claims/{claim['slug']}/")
        assert_no_sideways_scroll(page)
        assert page.evaluate(INNER) == []
        assert page.evaluate(TOPS, ".answer")[0] <= 420
