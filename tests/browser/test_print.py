"""What a page becomes on paper, printed to PDF by Chromium and read again."""

import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from tests.browser.reading import COMPARISON
from tests.browser.site import Site
from tests.examples import DOCUMENTS, EXAMPLE

TRADE = f"{COMPARISON}claims/trade-discussed/"
MILLIMETRES = 72 / 25.4
PAPERS = {"A4": (210, 297), "Letter": (215.9, 279.4)}


def printed(page: Page, paper: str = "A4") -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(format=paper, print_background=False)))


def words_of(text: str) -> str:
    """Without white space, which a page breaks lines by as it has room; hyphens of a broken line included."""
    return re.sub(r"[\s\u00ad]+", "", text)


def text_of(document: PdfReader) -> str:
    return words_of("".join(page.extract_text() for page in document.pages))


def quotes_of(page: Page) -> list[str]:
    return [words_of(words) for words in page.locator("blockquote").all_text_contents()]


def places(document: PdfReader) -> list[tuple[float, float]]:
    """Where each piece of text begins, from the lower left corner, in millimetres."""
    found: list[tuple[float, float]] = []

    def note(text: str, current: Any, matrix: Any, _font: Any, _size: Any) -> None:
        if text.strip():
            x = matrix[4] * current[0] + matrix[5] * current[2] + current[4]
            y = matrix[4] * current[1] + matrix[5] * current[3] + current[5]
            found.append((x / MILLIMETRES, y / MILLIMETRES))

    for page in document.pages:
        page.extract_text(visitor_text=note)
    return found


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("address", [COMPARISON, TRADE])
def test_every_quote_the_edition_and_its_address_are_on_the_paper(
    page: Page, site: Site, address: str, paper: str
) -> None:
    page.goto(address)
    document = printed(page, paper)
    text = text_of(document)
    quotes = quotes_of(page)
    assert quotes
    for quote in quotes:
        assert quote in text
    own = "claims/trade-discussed/" if address == TRADE else ""
    assert words_of("Edition 1, published") in text
    assert f"{site.url}{COMPARISON}editions/1/{own}SHA-256" in text
    assert words_of(page.locator("h1").inner_text()) in text
    width, height = PAPERS[paper]
    for one in document.pages:
        assert float(one.mediabox.width) == pytest.approx(width * MILLIMETRES, abs=1.5)
        assert float(one.mediabox.height) == pytest.approx(height * MILLIMETRES, abs=1.5)
    assert f"1/{len(document.pages)}" in text
    for x, y in places(document):
        assert 10 < x < width - 10
        assert 5 < y < height - 10


def test_a_claim_is_printed_with_its_event_and_what_is_folded(page: Page) -> None:
    page.goto(TRADE)
    text = text_of(printed(page))
    for told in (
        "Trump–Putin phone call, 28 January 2017",
        "How the outcome is derived",
        "One party says so and another denies it: the statements conflict.",
        "Edition by edition",
        "“Contradiction” since edition 1.",
    ):
        assert words_of(told) in text, told
    for pressed in ("Copy quote", "Source and links", "CSL-JSON", "Embed this claim"):
        assert words_of(pressed) not in text, pressed


def test_what_can_only_be_pressed_is_not(page: Page) -> None:
    page.goto(COMPARISON)
    text = text_of(printed(page))
    for pressed in (
        "Swap columns",
        "What these mean",
        "Choose topic and columns",
        "Share",
        "Copy",
        "In context",
        "In all events",
    ):
        assert pressed in page.content()
        assert words_of(pressed) not in text, pressed


@pytest.mark.skipif(len(DOCUMENTS) == 1, reason="the shipped example names no source's address")
def test_the_addresses_of_the_sources_are_written_out(page: Page) -> None:
    page.goto("/comparisons/us-russia-riyadh-talks-2025-03-25/")
    addresses = [link.get_attribute("href") or "" for link in page.locator(".account .links a").all()]
    text = text_of(printed(page))
    assert addresses
    for address in addresses:
        assert words_of(address) in text


def test_of_more_columns_than_the_paper_is_wide_nothing_is_cut_off(
    browser: Browser, own_site: Site, tmp_path: Path
) -> None:
    document = json.loads(EXAMPLE.read_text())
    document["event"]["slug"] = "wide"
    document["parties"] += [{"slug": f"z-{number}", "name": f"Ministry {number}", "country": ""} for number in range(5)]
    (tmp_path / "wide.json").write_text(json.dumps(document))
    own_site.manage("load_comparison", str(tmp_path / "wide.json"), "--publish")
    page = browser.new_page(base_url=own_site.url)
    page.goto("/comparisons/wide/")
    assert page.locator("#claims").get_attribute("data-columns") == "7"
    paper = printed(page)
    text = text_of(paper)
    for quote in quotes_of(page):
        assert quote in text
    assert text.count(words_of("No account held (5 of 7)")) == 17
    assert text.count(words_of("Ministry 0, Ministry 1, Ministry 2, Ministry 3, Ministry 4")) >= 17
    assert max(x for x, _y in places(paper)) < 200
    page.close()


def test_in_the_dark_the_paper_stays_white(browser: Browser, site: Site) -> None:
    context = browser.new_context(base_url=site.url, color_scheme="dark")
    page = context.new_page()
    page.goto(COMPARISON)
    page.emulate_media(media="print", color_scheme="dark")
    colours = page.evaluate(
        "(({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(document.body))"
    )
    assert colours == ["rgb(27, 28, 31)", "rgb(255, 255, 255)"]
    context.close()


@pytest.mark.parametrize("address", [f"{COMPARISON}texts/", "/", "/about/", "/topics/", f"{COMPARISON}editions/"])
def test_the_other_pages_print_as_well(page: Page, address: str) -> None:
    page.goto(address)
    document = printed(page)
    assert words_of(page.locator("h1").inner_text()) in text_of(document)
    assert all(10 < x < 200 for x, _y in places(document))
