"""Makes the pictures that the documents show, from the site as `make demo` serves it: `make screenshots`.

Those of docs/editing.md are made on the way that the guide describes, so where it is no longer true this fails.
"""

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.browser.chromium import CHROMIUM, arguments
from tests.browser.first_day import (
    change_at_once,
    correct,
    keep_a_changed_text,
    log_in,
    publish_the_first_comparison,
    withdraw,
)
from tests.browser.site import ROOT, serve
from tests.examples import SLUG

FOLDER = ROOT / "docs" / "screenshots"
PICTURES = {"comparison": f"/comparisons/{SLUG}/"}
PHONE: ViewportSize = {"width": 360, "height": 780}
COLOURS = 64
HIGH = 900

# What of the page the guide shows at each stop, from its top, and at most how much of it; nothing: no picture.
SHOWN = {
    "front": ("#first-day", HIGH),
    "event": ("#content", HIGH),
    "next": ("#steps", HIGH),
    "account": ("#account_form fieldset", HIGH),
    "panel": ("#panel", HIGH),
    "desk": ("#content", HIGH),
    "publish": ("#content", HIGH),
    "published": ("#steps", HIGH),
    "correct": ("#content", HIGH),
    "text": ("#content", 640),
    "conflict": (".conflict", HIGH),
    "withdraw": ("#content", HIGH),
}


def main() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments())
        with TemporaryDirectory() as directory, serve(Path(directory)) as site:
            public_pages(browser, site.url)
        with TemporaryDirectory() as directory, serve(Path(directory), empty=True) as site:
            guide(browser, site.url, site.password)
        browser.close()


def public_pages(browser: Browser, url: str) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 1900}, base_url=url)
    for name, address in PICTURES.items():
        page.goto(address)
        page.evaluate("document.fonts.ready")
        page.screenshot(path=FOLDER / f"{name}.png")
    page.close()
    phone = browser.new_page(viewport=PHONE, device_scale_factor=2, base_url=url)
    phone.goto(f"/comparisons/{SLUG}/#claim-trade-discussed")
    phone.evaluate("document.fonts.ready")
    phone.screenshot(path=FOLDER / "comparison-phone.png")
    phone.close()


def guide(browser: Browser, url: str, password: str) -> None:
    """All that docs/editing.md tells, in its order."""
    context = browser.new_context(base_url=url, viewport={"width": 1120, "height": 1000}, color_scheme="light")
    page, other = context.new_page(), context.new_page()
    log_in(page, password)
    publish_the_first_comparison(page, picture)
    page.goto("/admin/")
    page.locator("#under-way").get_by_role("link").first.click()
    event = page.url
    correct(page, picture)
    keep_a_changed_text(page, picture)
    for one in (page, other):
        one.goto(event)
    change_at_once(page, other, picture)
    page.goto(event)
    withdraw(page, picture)
    context.close()


def picture(page: Page, name: str) -> None:
    if name not in SHOWN:
        return
    selector, height = SHOWN[name]
    page.evaluate("document.fonts.ready")
    taken = Image.open(BytesIO(page.locator(selector).first.screenshot())).convert("RGB")
    shown = taken.crop((0, 0, taken.width, min(taken.height, height)))
    few = shown.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(FOLDER / f"editing-{name}.png", optimize=True)


if __name__ == "__main__":
    main()
