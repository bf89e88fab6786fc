"""The answer first: where it stands, how long the page is, and that nothing in it scrolls by itself."""

import gzip
import json
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.site import Site
from tests.examples import DOCUMENTS, SLUG
from tests.made import many_parties

PHONE, TABLET, DESK = (360, 740), (768, 1024), (1440, 900)
FIRST_ROW_AT_MOST = {PHONE: 560, TABLET: 480, DESK: 480}
CARDS_AT_MOST = {PHONE: 9_500, DESK: 4_800}
"""Pixels, of the 17 claims of the call of 2017."""
ELEMENTS_AT_MOST = 1_400
BYTES_AT_MOST = 60_000
MEASURE = """() => {
    const box = (selector) => document.querySelector(selector)?.getBoundingClientRect();
    const scrolls = (one) => {
        const style = getComputedStyle(one);
        return /auto|scroll/.test(style.overflowX + style.overflowY)
            && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
    };
    return {
        row: box(".glance tbody tr, .glance .topics li").top + scrollY,
        matrix: box(".glance table")?.bottom + scrollY,
        cards: box("section.claims")?.height ?? 0,
        sideways: document.documentElement.scrollWidth - innerWidth,
        inner: Array.from(document.querySelectorAll("main *")).filter(scrolls).map((one) => one.outerHTML.slice(0, 80)),
        elements: document.querySelectorAll("*").length,
        cut: Array.from(document.querySelectorAll("main blockquote"))
            .filter((one) => one.scrollHeight > one.clientHeight + 1).length,
    };
}"""


@pytest.fixture(scope="module")
def slugs(own_site: Site, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Every document, and made ones of 7 and of 50 parties, of many claims, and of very many."""
    folder: Path = tmp_path_factory.mktemp("made")
    made = [
        many_parties(7),
        many_parties(50),
        many_parties(8, claims=200, topics=20, slug="large"),
        many_parties(2, claims=240, topics=12, slug="very-large"),
    ]
    paths = []
    for document in made:
        path = folder / f"{document['event']['slug']}.json"
        path.write_text(json.dumps(document))
        paths.append(str(path))
    own_site.manage("load_comparison", "--publish", *paths, *(str(one) for one in DOCUMENTS if one.stem != SLUG))
    return [*(one.stem for one in DOCUMENTS), *(document["event"]["slug"] for document in made)]


@pytest.fixture(scope="module")
def measured(own_site: Site, browser: Browser, slugs: list[str]) -> dict[tuple[str, tuple[int, int]], dict[str, Any]]:
    found = {}
    page = browser.new_page(base_url=own_site.url)
    for slug in slugs:
        for width, height in (PHONE, TABLET, DESK):
            page.set_viewport_size({"width": width, "height": height})
            page.goto(f"/comparisons/{slug}/")
            page.evaluate("document.fonts.ready")
            found[slug, (width, height)] = page.evaluate(MEASURE)
    page.close()
    return found


def test_the_first_row_stands_on_the_first_screen(measured: dict[Any, dict[str, Any]]) -> None:
    late = {where: one["row"] for where, one in measured.items() if one["row"] > FIRST_ROW_AT_MOST[where[1]]}
    assert late == {}


def test_seventeen_claims_fit_in_a_screen_and_a_half(measured: dict[Any, dict[str, Any]]) -> None:
    assert measured[SLUG, DESK]["matrix"] <= 1.5 * DESK[1]


def test_their_words_take_no_more_than_so_much_and_are_whole(measured: dict[Any, dict[str, Any]]) -> None:
    for size, most in CARDS_AT_MOST.items():
        assert 0 < measured[SLUG, size]["cards"] <= most
    assert {where: one["cut"] for where, one in measured.items() if one["cut"]} == {}


def test_nothing_scrolls_sideways_nor_in_a_box_of_its_own(measured: dict[Any, dict[str, Any]]) -> None:
    assert {where: one["inner"] for where, one in measured.items() if one["inner"]} == {}
    assert {where: one["sideways"] for where, one in measured.items() if one["sideways"] > 0} == {}


@pytest.mark.parametrize(
    "address",
    [
        "large/",
        "large/?topic=topic-3",
        "large/?show=contradictions",
        "large/?order=contradictions",
        "very-large/",
        "very-large/?topic=topic-3",
        "very-large/?show=contradictions",
    ],
)
def test_no_answer_of_a_large_comparison_is_large(page: Page, own_site: Site, slugs: list[str], address: str) -> None:
    whole = f"{own_site.url}/comparisons/{address}"
    page.goto(whole)
    assert page.evaluate("document.querySelectorAll('*').length") <= ELEMENTS_AT_MOST
    assert len(gzip.compress(urlopen(whole).read())) <= BYTES_AT_MOST


def test_a_row_of_a_large_comparison_leads_to_its_words(page: Page, own_site: Site, slugs: list[str]) -> None:
    page.goto(f"{own_site.url}/comparisons/large/")
    page.locator("#claim-point-150 a").click()
    card = page.locator("article#claim-point-150")
    card.wait_for()
    assert card.evaluate("one => Math.abs(one.getBoundingClientRect().top) < innerHeight")
    assert card.locator("blockquote").count() > 0
