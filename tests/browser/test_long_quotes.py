"""A long quote is folded among the claims, says so, and is whole wherever it matters."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site
from tests.examples import EXAMPLE

WORDS = ("They spoke of trade at length, and came back to it when the call was nearly over. " * 9).strip()


@pytest.fixture(scope="module", autouse=True)
def published(own_site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    document = json.loads(EXAMPLE.read_text())
    document["event"] |= {"slug": "long", "title": "A call with a long quote"}
    account = next(account for account in document["accounts"] if account["id"] == "kremlin-statement")
    account["revisions"][0]["text"] += f"\n{WORDS}"
    claim = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    stance = next(stance for stance in claim["stances"] if stance["account"] == "kremlin-statement")
    stance["quotes"] = [{"exact": WORDS}]
    path: Path = tmp_path_factory.mktemp("documents") / "long.json"
    path.write_text(json.dumps(document))
    own_site.manage("load_comparison", str(path), "--publish")


def is_cut(page: Page) -> bool:
    cut: bool = page.locator(".quote.long blockquote").evaluate("one => one.scrollHeight > one.clientHeight + 1")
    return cut


def test_it_is_folded_and_its_caption_says_how_long_it_is(page: Page, own_site: Site) -> None:
    page.goto(f"{own_site.url}/comparisons/long/")
    assert is_cut(page)
    page.get_by_text(f"In full, in context: {len(WORDS)} characters").click()
    expect(page.locator(".quote.long mark")).to_be_visible()
    expect(page.locator(".quote.long mark")).to_have_text(WORDS)


def test_a_link_to_the_quote_itself_shows_all_of_it(page: Page, own_site: Site) -> None:
    page.goto(f"{own_site.url}/comparisons/long/#quote-trade-discussed.kremlin-statement.1")
    assert not is_cut(page)


def test_on_paper_it_is_whole(page: Page, own_site: Site) -> None:
    page.goto(f"{own_site.url}/comparisons/long/")
    page.emulate_media(media="print")
    assert not is_cut(page)
