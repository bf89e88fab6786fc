"""The height that a frame is given is that of what it shows, measured in a browser with all that is published."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.prepared import copied, of_seven_parties
from tests.browser.reading import assert_no_sideways_scroll
from tests.browser.site import Site
from tests.examples import DOCUMENTS, SLUG

WIDTHS = (320, 360, 480, 640, 800)
LARGER = 1.16
"""Never lower than what it shows, and at most by so much higher."""
FIFTY_PARTIES = "call-of-fifty"


def of_fifty_parties() -> dict[str, Any]:
    """Forty-eight more: every other one says in its own text what the Kremlin says, the rest would not be quoted."""
    document = copied(FIFTY_PARTIES, "a copy of fifty parties")
    (kremlin,) = (one for one in document["accounts"] if one["id"] == "kremlin-statement")
    for number in range(48):
        document["parties"].append(
            {"slug": f"ministry-{number}", "name": f"Ministry of Matter {number}", "country": ""}
        )
        if number % 2:
            continue
        account = {**deepcopy(kremlin), "id": f"statement-{number}", "party": f"ministry-{number}"}
        document["accounts"].append({**account, "title": f"Statement number {number}"})
        for claim in document["claims"]:
            said = [one for one in claim["stances"] if one["account"] == kremlin["id"] and one["basis"] != "reported"]
            claim["stances"] += [{**deepcopy(stance), "account": account["id"]} for stance in said]
    return document


@pytest.fixture(scope="module")
def crowded(own_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example, and copies of seven and of fifty parties."""
    folder: Path = tmp_path_factory.mktemp("crowded")
    for document in (of_seven_parties(), of_fifty_parties()):
        path = folder / f"{document['event']['slug']}.json"
        path.write_text(json.dumps(document))
        own_site.manage("load_comparison", str(path), "--publish")
    return own_site


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def told_and_real(site: Site, reader: Page, page: str) -> dict[int, tuple[int, float]]:
    """At each width: the height that oEmbed gives the frame of a page, and that of what it shows."""
    found = {}
    for width in WIDTHS:
        with urlopen(f"{site.url}/oembed?{urlencode({'url': site.url + page, 'maxwidth': width})}") as response:
            told = json.load(response)
        reader.set_viewport_size({"width": width, "height": 600})
        if width == WIDTHS[0]:
            source = str(told["html"]).partition('src="')[2].partition('"')[0].replace("&amp;", "&")
            reader.goto(source)
            reader.evaluate("document.fonts.ready")
        real = reader.evaluate("document.documentElement.getBoundingClientRect().height")
        assert_no_sideways_scroll(reader)
        found[width] = (told["height"], real)
    return found


def assert_fitting(site: Site, reader: Page, pages: list[str]) -> None:
    wrong = {
        f"{page} at {width}": (told, real)
        for page in pages
        for width, (told, real) in told_and_real(site, reader, page).items()
        if not real <= told <= real * LARGER
    }
    assert wrong == {}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_frame_is_as_high_as_what_it_shows_at_every_width(site: Site, reader: Page, path: Path) -> None:
    document = json.loads(path.read_text())
    whole = f"/comparisons/{path.stem}/"
    claims = [f"{whole}claims/{claim['slug']}/" for claim in document["claims"]]
    topics = [f"{whole}?topic={topic['slug']}" for topic in document["topics"][:3]]
    assert_fitting(site, reader, [whole, *topics, *claims])


def test_it_is_in_russian(site: Site, reader: Page) -> None:
    whole = f"/ru/comparisons/{SLUG}/"
    claims = ("trade-discussed", "duration", "isis-coordination", "sanctions-discussed", "terrorism-priority")
    there = {claim["slug"] for claim in json.loads(next(p for p in DOCUMENTS if p.stem == SLUG).read_text())["claims"]}
    assert_fitting(site, reader, [whole, *(f"{whole}claims/{claim}/" for claim in claims if claim in there)])


@pytest.mark.parametrize("slug", ["call-of-seven", FIFTY_PARTIES])
def test_it_is_with_many_parties_which_scroll_in_no_box(crowded: Site, reader: Page, slug: str) -> None:
    whole = f"/comparisons/{slug}/"
    assert_fitting(crowded, reader, [whole, *(f"{whole}claims/{claim}/" for claim in ("trade-discussed", "duration"))])
    boxes = reader.evaluate(
        """Array.from(document.querySelectorAll(".embed *")).filter(one =>
               one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== "visible"
               && !one.matches(".visually-hidden, svg, svg *")).map(one => one.outerHTML)"""
    )
    assert boxes == []


def test_a_claim_of_two_sides_is_whole_on_a_phone(site: Site, reader: Page) -> None:
    """The words of both sides stand within the frame, one under the other."""
    page = f"/comparisons/{SLUG}/claims/trade-discussed/"
    told, _real = told_and_real(site, reader, page)[360]
    reader.set_viewport_size({"width": 360, "height": told})
    sides = reader.locator(".part").all()
    boxes = [side.bounding_box() for side in sides]
    assert len(boxes) == 2
    assert all(box for box in boxes)
    one, other = (box for box in boxes if box)
    assert one["y"] + one["height"] <= other["y"]
    assert other["y"] + other["height"] < told
    assert reader.evaluate("document.documentElement.scrollHeight <= document.documentElement.clientHeight")
    for side in sides:
        assert side.locator("blockquote").is_visible()
