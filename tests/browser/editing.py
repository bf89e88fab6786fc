"""What an editor does in a browser: logs in, saves, opens the desk."""

import json
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.site import Site

SHELL = """
import json, sys
from comparisons.documents import load
document = json.loads({document!r})
print(load(document).event.pk)
"""


def log_in(page: Page, site: Site) -> None:
    page.goto("/admin/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill(site.password)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="The desk")).to_be_visible()


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".messagelist .success").first).to_be_visible()


def enter(site: Site, document: dict[str, Any]) -> int:
    """Put an event with its accounts at the desk; returns its number."""
    return int(site.manage("shell", "--no-imports", "-c", SHELL.format(document=json.dumps(document))))


def open_desk(browser: Browser, site: Site, event: int) -> Page:
    page = browser.new_context(base_url=site.url, viewport={"width": 1400, "height": 1200}).new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    log_in(page, site)
    page.goto(f"/admin/comparisons/event/{event}/desk/")
    return page


def accounts_of(page: Page) -> dict[str, str]:
    """An account's title -> its number."""
    texts = page.locator(".text").all()
    return {
        str(text.get_attribute("aria-label")).removeprefix("Text of "): str(text.get_attribute("data-account"))
        for text in texts
    }
