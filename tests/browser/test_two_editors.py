"""Two editors in two browsers, with JavaScript off in one: the second is warned, and may save over it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.editing import log_in
from tests.browser.site import Site


def assert_accessible(page: Page) -> None:
    results = Axe().run(page, options={"resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()


def open_claim(page: Page, site: Site) -> None:
    log_in(page, site)
    page.goto("/admin/comparisons/claim/?q=iran-discussed")
    page.locator("#result_list tbody a").first.click()
    expect(page.locator("#id_note")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_second_editor_is_warned_and_saves_over_it_knowingly(browser: Browser, site: Site, scheme: str) -> None:
    first = browser.new_context(base_url=site.url, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    second = browser.new_context(base_url=site.url, java_script_enabled=False).new_page()
    open_claim(first, site)
    second.goto("/admin/")
    second.get_by_label("Username").fill("editor")
    second.get_by_label("Password").fill(site.password)
    second.get_by_role("button", name="Log in").click()
    second.goto(first.url)
    second.locator("#id_note").fill(f"Typed by the second, {scheme}")
    first.locator("#id_note").fill(f"Typed by the first, {scheme}")
    first.get_by_role("button", name="Save", exact=True).click()
    expect(first.locator(".messagelist .success").first).to_be_visible()

    with second.expect_navigation() as navigation:
        second.get_by_role("button", name="Save", exact=True).click()
    answer = navigation.value
    assert answer
    assert answer.status == 409
    expect(second.locator(".conflict")).to_contain_text(f"Typed by the first, {scheme}")
    expect(second.locator("#id_note")).to_have_value(f"Typed by the second, {scheme}")
    second.get_by_role("button", name="Save", exact=True).click()
    expect(second.locator(".messagelist .success").first).to_be_visible()

    first.go_back()
    first.reload()
    expect(first.locator("#id_note")).to_have_value(f"Typed by the second, {scheme}")
    first.get_by_role("link", name="History").click()
    expect(first.locator("#change-history")).to_contain_text(f"becomes “Typed by the second, {scheme}”")
    assert_accessible(first)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_refused_page_the_checklist_and_the_history_are_accessible(browser: Browser, site: Site, scheme: str) -> None:
    page = browser.new_context(base_url=site.url, color_scheme=scheme).new_page()  # type: ignore[arg-type]
    open_claim(page, site)
    claim = page.url
    page.evaluate("document.querySelectorAll('input[name$=version]').forEach((one) => { one.value = 'another' })")
    page.locator("#id_note").fill("Typed on an older version")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".conflict").first).to_be_visible()
    assert_accessible(page)
    page.goto(claim)
    page.locator("#event a").click()
    expect(page.locator("#steps")).to_be_visible()
    event = page.url
    page.goto(f"{event}../publish/")
    expect(page.locator("#checklist")).to_contain_text("Not read yet")
    expect(page.locator("#questions")).to_contain_text("Accounts without a link")
    expect(page.locator("#changes")).to_be_visible()
    assert_accessible(page)
    page.goto(f"{event}../history/")
    expect(page.locator("#change-history")).to_be_visible()
    assert_accessible(page)
