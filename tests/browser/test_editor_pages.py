"""Every editor's page in both languages and themes: axe finds nothing, and none scrolls sideways on a phone."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.browser.editor_pages import editor_pages
from tests.browser.site import Site
from tests.browser.test_editing import log_in

WHOLE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast", "link-in-text-block"]}
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
    found: list[str] = []
    for name, path in paths.items():
        editor.emulate_media(color_scheme="light")
        editor.goto(path)
        found += faults(editor, f"{name}, light", WHOLE)
        editor.emulate_media(color_scheme="dark")
        found += faults(editor, f"{name}, dark", COLOURS)
        editor.goto(f"/ru{path}")
        found += faults(editor, f"{name}, Russian, dark", WHOLE)
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
