"""Makes the pictures that the documents show, from the site as `make demo` serves it: `make screenshots`."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import ViewportSize, sync_playwright

from tests.browser.chromium import CHROMIUM, arguments
from tests.browser.site import ROOT, serve
from tests.examples import SLUG

PICTURES = {"comparison": f"/comparisons/{SLUG}/"}
PHONE: ViewportSize = {"width": 360, "height": 780}


def main() -> None:
    with TemporaryDirectory() as directory, serve(Path(directory)) as site, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments())
        page = browser.new_page(viewport={"width": 1280, "height": 1900}, base_url=site.url)
        for name, address in PICTURES.items():
            page.goto(address)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=ROOT / "docs" / "screenshots" / f"{name}.png")
        phone = browser.new_page(viewport=PHONE, device_scale_factor=2, base_url=site.url)
        phone.goto(f"/comparisons/{SLUG}/#claim-trade-discussed")
        phone.evaluate("document.fonts.ready")
        phone.screenshot(path=ROOT / "docs" / "screenshots" / "comparison-phone.png")
        browser.close()


if __name__ == "__main__":
    main()
