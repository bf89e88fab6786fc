"""The main pages, audited by Lighthouse on a phone and at a desk, and what they weigh on their way to a new reader.

`make checkers` fetches it; without it, or without Node or a Chromium, the test is skipped. With REQUIRE_LIGHTHOUSE=1 it
fails instead. It asks nothing of any other host. How quick the pages are is printed by `make lighthouse`.
"""

import os
from pathlib import Path

import pytest

from tests.browser.pages import LOGIN, PAGES
from tests.lighthouse.scoring import MAIN, MISSING, RUSSIAN, Asked, scored, whole_site

REQUIRED = os.environ.get("REQUIRE_LIGHTHOUSE") == "1"
CATEGORIES = ["accessibility", "best-practices", "seo"]
OTHERS = [*(PAGES[name] for name in ("party", "about", "data")), f"{PAGES['comparison']}editions/"]
REQUESTS = 8
SECOND_ALPHABET = 2
"""More of them where a page is set in Cyrillic as well: a font for each of the two families."""
BYTES = 45_000
SHIFT = 0.02


@pytest.mark.skipif(bool(MISSING) and not REQUIRED, reason=f"missing: {', '.join(MISSING)} (make checkers)")
def test_lighthouse_gives_every_main_page_a_hundred_and_each_is_light_and_stands_still(tmp_path: Path) -> None:
    assert not MISSING, f"REQUIRE_LIGHTHOUSE=1, but missing: {', '.join(MISSING)}"
    pages = [Asked(address) for address in (*(PAGES[name] for name in MAIN), *OTHERS, RUSSIAN, LOGIN)]
    pages += [Asked(PAGES[name], "desktop") for name in ("home", "comparison", "claim")]
    with whole_site(tmp_path) as site:
        results = scored(site, pages, CATEGORIES)
    assert [(one.address, one.form) for one in results] == [(one.address, one.form) for one in pages]
    for one in results:
        where = f"{one.form} {one.address}"
        assert not one.error, f"{where}: {one.error}"
        is_public = one.address != LOGIN
        held = CATEGORIES if is_public else CATEGORIES[:2]
        assert {name: one.scores[name] for name in held} == dict.fromkeys(held, 1), "\n".join([where, *one.faults])
        if is_public:
            at_most = REQUESTS + (SECOND_ALPHABET if one.address == RUSSIAN else 0)
            assert 3 < len(one.requests) <= at_most, "\n".join([where, *one.requests])
            assert 5_000 < one.bytes <= BYTES, "\n".join([where, *one.requests])
            assert one.fonts > 50_000, where
            assert one.shift <= SHIFT, where
