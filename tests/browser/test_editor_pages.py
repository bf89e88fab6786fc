"""Every editor's page in both languages and themes: axe finds nothing, and none scrolls sideways on a phone."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.editing import log_in
from tests.browser.editor_pages import editor_pages
from tests.browser.site import Site

WHOLE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
PAPER, NIGHT = "rgb(251, 250, 247)", "rgb(20, 22, 26)"
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def editor(browser: Browser, own_site: Site) -> Iterator[Page]:
    context = browser.new_context(base_url=own_site.url, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    log_in(page, own_site)
    yield page
    context.close()


@pytest.fixture(scope="module")
def paths(own_site: Site) -> dict[str, str]:
    return editor_pages(own_site)


def faults(page: Page, where: str, options: dict[str, Any]) -> list[str]:
    results = Axe().run(page, options=options)
    return [f"{where}: {results.generate_report()}"] if results.violations_count else []


def test_axe_finds_nothing_in_either_theme_or_language(editor: Page, paths: dict[str, str]) -> None:
    """English at a desk, Russian on a phone. All rules once for each; in the other theme colours alone are others."""
    found: list[str] = []
    for name, path in paths.items():
        editor.set_viewport_size({"width": 1280, "height": 900})
        editor.emulate_media(color_scheme="light")
        editor.goto(path)
        found += faults(editor, f"{name}, light", WHOLE)
        editor.emulate_media(color_scheme="dark")
        found += faults(editor, f"{name}, dark", COLOURS)
        editor.set_viewport_size({"width": 360, "height": 740})
        editor.goto(f"/ru{path}")
        found += faults(editor, f"{name}, Russian, dark, 360", WHOLE)
        editor.emulate_media(color_scheme="light")
        found += faults(editor, f"{name}, Russian, light, 360", COLOURS)
    editor.set_viewport_size({"width": 1280, "height": 900})
    assert not found, "\n\n".join(found)


def test_no_page_scrolls_sideways_on_a_phone_in_either_language(editor: Page, paths: dict[str, str]) -> None:
    editor.set_viewport_size({"width": 360, "height": 740})
    addresses = [address for path in paths.values() for address in (path, f"/ru{path}")]
    wide = []
    for address in addresses:
        editor.goto(address)
        if editor.evaluate(SIDEWAYS) > 0:
            wide.append(address)
    editor.set_viewport_size({"width": 1280, "height": 900})
    assert wide == []


def test_a_form_with_faults_and_a_popup_are_accessible(editor: Page, paths: dict[str, str]) -> None:
    found: list[str] = []
    for prefix, scheme in (("", "light"), ("/ru", "dark")):
        editor.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        editor.goto(prefix + paths["account-new"])
        editor.locator("[name=_save]").click()
        expect(editor.locator(".errorlist").first).to_be_visible()
        found += faults(editor, f"faults, {scheme}", WHOLE)
        editor.goto(f"{prefix}{paths['topics']}add/?_popup=1")
        found += faults(editor, f"popup, {scheme}", WHOLE)
    assert not found, "\n\n".join(found)


def test_the_login_is_accessible_in_both_themes_and_languages(browser: Browser, own_site: Site) -> None:
    context = browser.new_context(base_url=own_site.url, viewport={"width": 360, "height": 740})
    page = context.new_page()
    found: list[str] = []
    for path in ("/admin/login/", "/ru/admin/login/"):
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            page.goto(path)
            found += faults(page, f"{path}, {scheme}", WHOLE)
            assert page.evaluate(SIDEWAYS) <= 0
    context.close()
    assert not found, "\n\n".join(found)


def test_the_theme_that_is_chosen_is_followed_whatever_the_device_prefers(browser: Browser, own_site: Site) -> None:
    context = browser.new_context(base_url=own_site.url, color_scheme="light")
    page = context.new_page()
    page.goto("/admin/login/")
    paper = page.locator("body")
    expect(paper).to_have_css("background-color", PAPER)
    page.locator(".theme-toggle").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(paper).to_have_css("background-color", NIGHT)
    page.locator(".theme-toggle").click()
    page.emulate_media(color_scheme="dark")
    expect(page.locator("html")).to_have_attribute("data-theme", "light")
    expect(paper).to_have_css("background-color", PAPER)
    context.close()
