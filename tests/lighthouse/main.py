"""Prints what Lighthouse says of the main pages on a phone, in the middle of five visits each: `make lighthouse`.

How quick a page is depends on the machine, and on what else it does: so this is printed, and no test holds it.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.pages import PAGES
from tests.lighthouse.scoring import MAIN, MISSING, RUSSIAN, Asked, scored, whole_site

CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
VISITS = 5


def main() -> None:
    if MISSING:
        sys.exit(f"missing: {', '.join(MISSING)} (make checkers)")
    print(f"{'':34}{'performance':>12}{'accessible':>12}{'practices':>11}{'SEO':>5}", end="")
    print(f"{'requests':>10}{'kB':>7}{'fonts kB':>10}{'shift':>8}")
    with TemporaryDirectory() as directory, whole_site(Path(directory)) as site:
        pages = {name: PAGES[name] for name in MAIN} | {"comparison, in Russian": RUSSIAN}
        for name, address in pages.items():
            (one,) = scored(site, [Asked(address)], CATEGORIES, times=VISITS)
            figures = [round(100 * one.scores[category]) for category in CATEGORIES]
            print(f"{name:34}{figures[0]:12}{figures[1]:12}{figures[2]:11}{figures[3]:5}", end="")
            print(f"{len(one.requests):10}{one.bytes / 1000:7.1f}{one.fonts / 1000:10.1f}{one.shift:8.3f}", flush=True)


if __name__ == "__main__":
    main()
