"""Where the network is away: a page of the site says so, and nothing that was published is shown from a store."""

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.reading import COMPARISON, DESK, PHONE, assert_no_sideways_scroll, assert_nothing_wrong
from tests.browser.site import Site

READY = "navigator.serviceWorker.ready.then(one => one.active.state)"


OFFLINE = "fetch('/robots.txt', { cache: 'no-store' }).then(() => false, () => true)"


RULES = """() => {
    const imported = sheet => [...sheet.cssRules].map(rule => rule.styleSheet).filter(Boolean);
    const all = sheets => sheets.flatMap(one => [one, ...all(imported(one))]);
    return all([...document.styleSheets]).map(one => one.cssRules.length);
}"""


def go_offline(context: BrowserContext) -> None:
    """Of the browser's page the network is gone at once, and of its service worker a moment later."""
    context.set_offline(True)
    for _attempt in range(100):
        if all(worker.evaluate(OFFLINE) for worker in context.service_workers):
            return
        time.sleep(0.1)
    raise AssertionError("the service worker still has a network")


@pytest.fixture
def context(browser: Browser, site: Site) -> Iterator[BrowserContext]:
    """A context in which the console may say what failed."""
    context = browser.new_context(base_url=site.url, viewport=PHONE)
    yield context
    context.close()


@pytest.fixture
def reader(context: BrowserContext) -> Page:
    """Has opened the comparison, and the browser has kept what it may."""
    page = context.new_page()
    page.goto(COMPARISON)
    page.evaluate(READY)
    page.reload()
    expect(page.locator("[data-outcome]").first).to_be_visible()
    return page


def test_a_page_that_was_read_before_is_not_shown_from_a_store(context: BrowserContext, reader: Page) -> None:
    go_offline(context)
    for address in (COMPARISON, "/topics/", f"{COMPARISON}claims/trade-discussed/"):
        reader.goto(address)
        expect(reader.get_by_role("heading", level=1)).to_have_text("You are offline")
        expect(reader).to_have_url(re.compile(f"{address}$"))
        expect(reader.locator("[data-outcome], blockquote")).to_have_count(0)


def test_it_is_in_the_look_of_the_site_at_every_width(context: BrowserContext, reader: Page) -> None:
    go_offline(context)
    reader.goto(COMPARISON)
    for size in (PHONE, DESK):
        reader.set_viewport_size(size)
        assert_no_sideways_scroll(reader)
        assert_nothing_wrong(reader)
    loaded = reader.evaluate("document.fonts.ready.then(all => [...all].filter(one => one.status === 'loaded').length)")
    assert loaded >= 2
    rules = reader.evaluate(RULES)
    assert len(rules) >= 5
    assert all(rules), "a style sheet that another imports was not kept"


def test_it_speaks_the_language_of_the_address(context: BrowserContext, reader: Page) -> None:
    go_offline(context)
    reader.goto(f"/ru{COMPARISON}")
    expect(reader.locator("html")).to_have_attribute("lang", "ru")
    expect(reader.locator(".message h1")).to_be_visible()


def test_the_page_can_be_tried_again(context: BrowserContext, reader: Page) -> None:
    go_offline(context)
    reader.goto(f"{COMPARISON}?show=open")
    reader.get_by_role("link", name="Try again").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("You are offline")
    context.set_offline(False)
    reader.get_by_role("link", name="Try again").click()
    expect(reader.locator("[data-outcome]")).to_have_count(1)


def test_nothing_is_kept_but_that_page_and_what_an_older_release_kept_is_gone(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/robots.txt")
    page.evaluate("caches.open('offline-older').then(one => one.add('/robots.txt'))")
    for address in ("/", COMPARISON, f"{COMPARISON}texts/", "/topics/"):
        page.goto(address)
        page.evaluate(READY)
    page.wait_for_function("caches.keys().then(all => all.length === 1)")
    kept = page.evaluate(
        """async () => {
            const cache = await caches.open((await caches.keys())[0]);
            return (await cache.keys()).map(one => new URL(one.url).pathname);
        }"""
    )
    assert sorted(path for path in kept if not path.startswith("/static/")) == ["/offline/", "/ru/offline/"]
    assert context.cookies() == []


def test_what_leads_on_and_what_is_downloaded_passes(context: BrowserContext, reader: Page) -> None:
    reader.goto(COMPARISON.rstrip("/"))
    expect(reader).to_have_url(re.compile(f"{COMPARISON}$"))
    reader.locator(".share summary", has_text="Data").click()
    with reader.expect_download() as download:
        reader.get_by_role("link", name="CSV").click()
    assert download.value.suggested_filename.endswith(".csv")
    go_offline(context)
    assert reader.evaluate(f"fetch('{COMPARISON}').then(() => 'kept', () => 'away')") == "away"


def test_neither_the_admin_nor_a_frame_registers_it(context: BrowserContext) -> None:
    page = context.new_page()
    for address in ("/admin/login/", f"/embed{COMPARISON.removeprefix('/comparisons')}"):
        page.goto(address)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
