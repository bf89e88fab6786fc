"""Nobody wonders what comes next: an editor's first day, by the links that the pages offer and the fields they name."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.first_day import (
    ADDRESS,
    change_at_once,
    correct,
    keep_a_changed_text,
    log_in,
    publish_the_first_comparison,
    withdraw,
)
from tests.browser.site import Site, serve


@pytest.fixture(scope="module")
def empty_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serve(tmp_path_factory.mktemp("empty"), empty=True) as running:
        yield running


def no_fault(page: Page, name: str) -> None:
    results = Axe().run(page, options={"resultTypes": ["violations"]})
    assert results.violations_count == 0, f"{name}\n{results.generate_report()}"


def test_an_editor_comes_from_an_empty_desk_to_a_published_comparison(browser: Browser, empty_site: Site) -> None:
    context = browser.new_context(base_url=empty_site.url, viewport={"width": 1280, "height": 1000})
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    log_in(page, empty_site.password)
    publish_the_first_comparison(page, no_fault)
    expect(page).to_have_url(f"{empty_site.url}{ADDRESS}")
    expect(page.locator("#claim-did-they-agree-to-meet-in-paris")).to_have_attribute("data-outcome", "agreement")
    page.goto("/admin/")
    page.locator("#under-way").get_by_role("link", name="Macron-Merz call").click()
    event = page.url
    correct(page, no_fault)
    keep_a_changed_text(page, no_fault)
    page.goto(event)
    other = context.new_page()
    other.goto(event)
    change_at_once(page, other, no_fault)
    page.goto(event)
    withdraw(page, no_fault)
    answer = page.goto(ADDRESS)
    assert answer
    assert answer.status == 410
    context.close()
    assert "No fault" in empty_site.manage("verify")
