"""The time line, where two accounts have an hour: in the reader's own time zone, and within the page."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.reading import assert_no_sideways_scroll, follow_a_family
from tests.browser.site import Site
from tests.examples import EXAMPLE

ADDRESS = "/comparisons/with-hours/"


@pytest.fixture(scope="module", autouse=True)
def published(own_site: Site, tmp_path_factory: pytest.TempPathFactory) -> None:
    document = json.loads(EXAMPLE.read_text())
    document["event"] |= {"slug": "with-hours", "title": "A call with hours"}
    for number, hour in ((1, "13:10"), (2, "18:05")):
        document["accounts"][number]["issued_at"] = f"2017-01-28T{hour}:00Z"
    path: Path = tmp_path_factory.mktemp("documents") / "hours.json"
    path.write_text(json.dumps(document))
    own_site.manage("load_comparison", str(path), "--publish")


def test_the_readers_own_time_zone_is_offered_and_shown(browser: Browser, own_site: Site) -> None:
    page = browser.new_context(base_url=own_site.url, timezone_id="Asia/Tokyo").new_page()
    page.goto(ADDRESS)
    page.locator(".sources summary").click()
    page.locator("#choose-zone").select_option("Asia/Tokyo")
    page.locator("#show-zone").click()
    expect(page).to_have_url(re.compile(rf"{ADDRESS}\?zone=Asia(/|%2F)Tokyo$"))
    expect(page.locator("#choose-zone")).to_have_value("Asia/Tokyo")
    expect(page.locator(".timeline .key")).to_contain_text("Times are Asia/Tokyo")
    follow_a_family(page, "open")
    expect(page).to_have_url(re.compile(r"\?show=open&zone=Asia/Tokyo$"))


@pytest.mark.parametrize("width", [360, 1280])
def test_the_time_line_stays_on_the_page(page: Page, own_site: Site, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(own_site.url + ADDRESS)
    page.locator(".sources summary").click()
    expect(page.locator(".timeline")).to_be_visible()
    assert_no_sideways_scroll(page)
    over = page.locator(".timeline svg text").evaluate_all(
        "all => all.filter(one => one.getBoundingClientRect().right > document.documentElement.clientWidth).length"
    )
    assert over == 0
