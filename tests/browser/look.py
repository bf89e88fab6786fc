"""Pictures of every page at three widths, in both themes and every language, to be gone through: `make look`.

They stand in var/look/<language>/<theme>/<width>/<name>.png, beside an index.html that shows them all.
`make look LOOK=claim` takes those whose name has the word.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from html import escape
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import CHROMIUM, arguments
from tests.browser.editing import log_in
from tests.browser.pages import LANGUAGES, THEMES, Addresses, every_site, in_language
from tests.browser.site import ROOT

FOLDER = ROOT / "var" / "look"
WIDTHS = (360, 768, 1440)
HIGHEST = 16_000
"""Pixels. Chromium draws no higher picture."""


def main(word: str) -> None:
    began = time.monotonic()
    with TemporaryDirectory() as directory, every_site(Path(directory)) as addresses, ThreadPoolExecutor() as pool:
        chosen = addresses.of(word)
        made = sum(pool.map(lambda language: take_all(chosen, language), LANGUAGES))
    (FOLDER / "index.html").write_text(contact_sheet())
    print(f"{made} pictures in {time.monotonic() - began:.0f} s: {FOLDER / 'index.html'}")


def take_all(addresses: Addresses, language: str) -> int:
    """Every picture in one language, by a Chromium of its own. Returns how many there are."""
    made = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=arguments())
        page = browser.new_page(base_url=addresses.site.url)
        for name, address in addresses.public.items():
            page.goto(in_language(address, language))
            made += take(page, language, name)
        if addresses.editors:
            log_in(page, addresses.site)
        for name, address in addresses.editors.items():
            page.goto(in_language(address, language))
            made += take(page, language, name)
        browser.close()
    return made


def take(page: Page, language: str, name: str) -> int:
    """The page as it stands, in each theme and width. It is loaded once."""
    page.evaluate("document.fonts.ready")
    for theme, width in product(THEMES, WIDTHS):
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 900})
        height = min(page.evaluate("document.documentElement.scrollHeight"), HIGHEST)
        path = FOLDER / language / theme / str(width) / f"{name}.png"
        page.screenshot(path=path, full_page=True, clip={"x": 0, "y": 0, "width": width, "height": height})
    return len(THEMES) * len(WIDTHS)


def contact_sheet() -> str:
    """All pictures that there are, those of one page in a row."""
    rows = "".join(
        f"<h2 id='{escape(name)}'>{escape(name)}</h2><div>{''.join(map(figure, pictures))}</div>"
        for name, pictures in by_name().items()
    )
    names = " ".join(f"<a href='#{name}'>{name}</a>" for name in map(escape, by_name()))
    return f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>Every page</title>
<style>
body {{ margin: 1rem; background: #888; font: 14px sans-serif; }}
div {{ display: flex; gap: 1rem; overflow-x: auto; }}
figure {{ flex: none; margin: 0; }}
figure a {{ display: block; height: 30rem; overflow-y: auto; }}
img {{ display: block; height: auto; }}
</style><h1>Every page</h1><nav>{names}</nav>{rows}</html>"""


def by_name() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in sorted(FOLDER.rglob("*.png")):
        found.setdefault(path.stem, []).append(path.relative_to(FOLDER))
    return found


def figure(picture: Path) -> str:
    language, theme, width, _name = picture.parts
    shown = int(width) // 3
    return (
        f"<figure><figcaption>{language} {theme} {width}</figcaption>"
        f"<a href='{picture}'><img src='{picture}' width={shown} loading=lazy alt=''></a></figure>"
    )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
