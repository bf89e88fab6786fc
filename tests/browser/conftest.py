"""Tests in the Chromium that is on the PATH. Without one they are skipped; with REQUIRE_BROWSER=1 the run fails."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.chromium import HEADLESS, NAMES, arguments
from tests.browser.site import Site, serve

# What runs on PostgreSQL as well: what many save at once, the desk's own script, and the way of a new reader.
ON_EACH_DATABASE = {"test_desk", "test_editing", "test_two_editors", "test_newcomer"}

REQUIRED = os.environ.get("REQUIRE_BROWSER") == "1"
MISSING = f"no Chromium is on the PATH (looked for {', '.join(NAMES)})"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Iterator[None]:
    """Mark the tests of this folder before `-m` chooses, and let them run last.

    Django balks at the event loop that Playwright leaves.
    """
    here = Path(__file__).parent
    ours = [item for item in items if here in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.browser)
        if item.path.stem in ON_EACH_DATABASE:
            item.add_marker(pytest.mark.database)
        if HEADLESS is None and not REQUIRED:
            item.add_marker(pytest.mark.skip(reason=MISSING))
    yield
    items.sort(key=lambda item: here in item.path.parents)


@pytest.fixture(scope="session", autouse=True)
def chromium() -> None:
    if HEADLESS is None:
        pytest.fail(f"REQUIRE_BROWSER=1, but {MISSING}.")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_type_launch_args, "executable_path": HEADLESS, "args": arguments()}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """A page may write into the clipboard, which a browser with a window allows where something was pressed."""
    return {**browser_context_args, "permissions": ["clipboard-write"]}


@pytest.fixture(scope="module")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A site of the module's own, which editors work on."""
    with serve(tmp_path_factory.mktemp("desk")) as running:
        yield running


@pytest.fixture(scope="session")
def base_url(site: Site) -> str:
    return site.url


@pytest.fixture
def plain_page(browser: Browser, site: Site) -> Iterator[Page]:
    """A page without JavaScript."""
    context = browser.new_context(java_script_enabled=False, base_url=site.url)
    yield context.new_page()
    context.close()


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    """A page on which nothing may go wrong in silence: no error, no refused resource, no policy broken."""
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("console", lambda said: problems.append(said.text) if said.type in ("error", "warning") else None)
    yield page
    assert problems == []
