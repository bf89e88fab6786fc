"""What Lighthouse says of pages of a site with collected static files, on which everything is published."""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE

from tests.browser.chromium import CHROMIUM, arguments
from tests.browser.pages import PAGES, in_language
from tests.browser.site import Site, serve

HERE = Path(__file__).parent
NEEDED = {
    "node": shutil.which("node"),
    "Chromium": CHROMIUM,
    "lighthouse": (HERE / "node_modules" / "lighthouse").exists(),
}
MISSING = [name for name, there in NEEDED.items() if not there]
SECONDS_FOR_A_PAGE = 30
MAIN = ["home", "comparison", "comparison-of-seven", "claim", "texts", "topic", "pair", "claims"]
RUSSIAN = in_language(PAGES["comparison"], "ru")


@dataclass(frozen=True)
class Asked:
    address: str
    form: str = "mobile"


@dataclass(frozen=True)
class Scores:
    address: str
    form: str
    scores: dict[str, float]
    faults: list[str]
    requests: list[str]
    bytes: int
    """As they came over the network, compressed, without the fonts."""
    fonts: int
    shift: float
    """Cumulative layout shift."""
    error: str


@contextmanager
def whole_site(directory: Path) -> Iterator[Site]:
    with serve(directory, collected=True) as site:
        site.manage("shell", "--no-imports", "--command", "from tests.browser.prepared import prepare; prepare()")
        yield site


def scored(site: Site, pages: Sequence[Asked], categories: Sequence[str], *, times: int = 1) -> list[Scores]:
    """For each page its scores, medians of so many visits by a new reader."""
    asked = {
        "chromium": CHROMIUM,
        "flags": arguments(),
        "categories": categories,
        "times": times,
        "pages": [{"address": site.url + page.address, "form": page.form} for page in pages],
    }
    command = ["node", str(HERE / "scores.js")]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE, text=True) as run:
        try:
            told, wrong = run.communicate(json.dumps(asked), timeout=SECONDS_FOR_A_PAGE * times * len(pages))
        finally:
            run.terminate()  # and its Chromium with it
    assert run.returncode == 0, wrong
    return [Scores(**{**one, "address": one["address"].removeprefix(site.url)}) for one in json.loads(told)]
