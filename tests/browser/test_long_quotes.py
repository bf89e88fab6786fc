"""A long quote is whole wherever it stands."""

import json
from pathlib import Path
from typing import Literal

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


@pytest.mark.parametrize("media", ["screen", "print"])
def test_among_the_claims_no_word_of_it_is_cut_off(
    page: Page, own_site: Site, media: Literal["screen", "print"]
) -> None:
    page.goto(f"{own_site.url}/comparisons/long/")
    page.emulate_media(media=media)
    quote = page.locator("#claim-trade-discussed [data-party=kremlin] blockquote")
    expect(quote).to_have_text(WORDS)
    assert quote.evaluate("one => one.scrollHeight <= one.clientHeight + 1")
