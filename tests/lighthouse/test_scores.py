"""The main pages, audited by Lighthouse: accessibility and best practices, on a phone and at a desk.

`make checkers` fetches it; without it, or without Node or a Chromium, the test is skipped. With REQUIRE_LIGHTHOUSE=1 it
fails instead. It asks nothing of any other host.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

from tests.browser.chromium import CHROMIUM, arguments
from tests.browser.pages import LOGIN, PAGES, in_language
from tests.browser.site import Site

HERE = Path(__file__).parent
NEEDED = {
    "node": shutil.which("node"),
    "Chromium": CHROMIUM,
    "lighthouse": (HERE / "node_modules" / "lighthouse").exists(),
}
MISSING = [name for name, there in NEEDED.items() if not there]
REQUIRED = os.environ.get("REQUIRE_LIGHTHOUSE") == "1"
SECONDS_AT_MOST = 300
MAIN = ["home", "comparison", "claim", "texts", "topic", "party", "pair", "about", "data"]
PATHS = [*(PAGES[name] for name in MAIN), f"{PAGES['comparison']}editions/", LOGIN]


def scored(site: Site, pages: list[dict[str, str]]) -> list[dict[str, Any]]:
    asked = {
        "chromium": CHROMIUM,
        "flags": arguments(),
        "pages": [{**page, "address": site.url + page["address"]} for page in pages],
    }
    command = ["node", str(HERE / "scores.js")]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) as run:
        try:
            told, wrong = run.communicate(json.dumps(asked), timeout=SECONDS_AT_MOST)
        finally:
            run.terminate()  # and its Chromium with it
    assert run.returncode == 0, wrong
    results: list[dict[str, Any]] = json.loads(told)
    return results


@pytest.mark.skipif(bool(MISSING) and not REQUIRED, reason=f"missing: {', '.join(MISSING)} (make checkers)")
def test_lighthouse_gives_every_main_page_a_hundred(site: Site) -> None:
    assert not MISSING, f"REQUIRE_LIGHTHOUSE=1, but missing: {', '.join(MISSING)}"
    pages = [{"address": path, "form": "mobile"} for path in PATHS]
    pages += [{"address": PAGES[name], "form": "desktop"} for name in ("home", "comparison", "claim")]
    pages += [{"address": in_language(PAGES["comparison"], "ru"), "form": "mobile"}]
    results = scored(site, pages)
    assert len(results) == len(pages)
    for result in results:
        where = f"{result['form']} {result['address']}"
        assert not result["error"], f"{where}: {result['error']}"
        assert result["scores"] == {"accessibility": 1, "best-practices": 1}, "\n".join([where, *result["faults"]])
