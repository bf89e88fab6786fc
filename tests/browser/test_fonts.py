"""While the site's own fonts are on their way, the text stands where it will stand, in fonts of the device."""

import pytest
from playwright.sync_api import Browser, Request, Route, ViewportSize

from tests.browser.pages import PAGES, in_language
from tests.browser.reading import DESK, PHONE
from tests.browser.site import Site

MAIN = ["home", "comparison", "claim", "texts", "topic", "pair", "embed"]
AT_MOST = 0.05
"""Of layout shift, at the worst: the fonts come after all else. The other way round it is 0.02 (tests/lighthouse)."""
PAINTED = """() => new Promise(done => {
    new PerformanceObserver(list => list.getEntriesByName("first-contentful-paint").forEach(() => done(true)))
        .observe({ type: "paint", buffered: true });
})"""
LOADED_BY_NOW = "[...document.fonts].filter(one => one.status === 'loaded').map(one => one.family)"
LOADED = f"document.fonts.ready.then(() => {LOADED_BY_NOW})"
SHIFTS = """() => new Promise(done => {
    const seen = [];
    new PerformanceObserver(list => seen.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => setTimeout(() => done(seen.map(one => one.value)), 50));
})"""
OURS = {"Source Serif 4", "Source Sans 3"}


def fonts_asked_for(browser: Browser, site: Site, address: str) -> list[str]:
    """By a new reader, with nothing kept. The service worker would fetch them a second time."""
    context = browser.new_context(base_url=site.url, viewport=PHONE, service_workers="block")
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.url.endswith(".woff2"):
            asked.append(request.url.rpartition("/")[2])

    reader = context.new_page()
    reader.on("request", note)
    reader.goto(address, wait_until="networkidle")
    context.close()
    return sorted(asked)


@pytest.mark.parametrize(
    ("size", "language", "name"),
    [
        *((PHONE, "en", name) for name in MAIN),
        (DESK, "en", "comparison"),
        (PHONE, "ru", "home"),
        (PHONE, "ru", "claim"),
    ],
)
def test_nothing_moves_when_the_fonts_come_late(
    browser: Browser, site: Site, size: ViewportSize, language: str, name: str
) -> None:
    context = browser.new_context(base_url=site.url, viewport=size, service_workers="block")
    reader = context.new_page()
    held: list[Route] = []
    released = False

    def hold(route: Route) -> None:
        if released:
            route.continue_()
        else:
            held.append(route)

    reader.route("**/*.woff2", hold)
    reader.goto(in_language(PAGES[name], language), wait_until="commit")
    reader.evaluate(PAINTED)
    assert OURS.isdisjoint(reader.evaluate(LOADED_BY_NOW))
    released = True
    for route in held:
        route.continue_()
    assert set(reader.evaluate(LOADED)) >= OURS
    assert sum(reader.evaluate(SHIFTS)) <= AT_MOST
    context.close()


def test_a_page_asks_for_the_letters_that_it_is_set_in_and_a_language_link_for_none(
    browser: Browser, site: Site
) -> None:
    latin = ["source-sans-3-latin.woff2", "source-serif-4-latin.woff2"]
    cyrillic = ["source-sans-3-cyrillic.woff2", "source-serif-4-cyrillic.woff2"]
    for name in ("home", "comparison", "about"):
        assert fonts_asked_for(browser, site, PAGES[name]) == latin, name
        assert fonts_asked_for(browser, site, in_language(PAGES[name], "ru")) == sorted(latin + cyrillic), name
