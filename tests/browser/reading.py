"""What a reader does in a browser, on a phone or at a desk, and what no page may do to them."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, ViewportSize, expect

from tests.examples import PAGE

COMPARISON = PAGE
PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}


def claims(page: Page) -> list[str | None]:
    return [claim.get_attribute("id") for claim in page.locator("[data-outcome]").all()]


def assert_nothing_wrong(page: Page) -> None:
    results = Axe().run(page, options={"resultTypes": ["violations"]})
    assert results.violations_count == 0, results.generate_report()


def assert_no_sideways_scroll(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def follow_a_family(page: Page, family: str) -> None:
    page.locator(f"#show-{family}").click()


def pasted(page: Page) -> str:
    """What was copied. The page may not read the clipboard, so it is pasted as by hand."""
    page.evaluate("document.body.append(Object.assign(document.createElement('textarea'), {id: 'pasted'}))")
    page.locator("#pasted").press("Control+V")
    expect(page.locator("#pasted")).not_to_have_value("")
    text = page.locator("#pasted").input_value()
    page.evaluate("document.getElementById('pasted').remove()")
    return text
