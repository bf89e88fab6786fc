"""The running API does what its description says, whatever is asked of it."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.browser.site import Site

EXAMPLES_OF_EACH = "15"


def requests_made(report: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(report.read_text())["log"]["entries"]
    return entries


@pytest.mark.slow
@pytest.mark.database
def test_schemathesis_finds_no_failure(site: Site, tmp_path: Path) -> None:
    report = tmp_path / "requests.har"
    run = subprocess.run(
        [
            *(str(Path(sys.executable).with_name("st")), "run", f"{site.url}/api/openapi.json"),
            *("--checks", "all", "--max-examples", EXAMPLES_OF_EACH, "--seed", "1", "--generation-database", "none"),
            *("--no-color", "--report", "har", "--report-har-path", str(report)),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    found = Counter(
        tuple(entry["request"]["url"].removeprefix(f"{site.url}/api/").partition("?")[0].split("/"))
        for entry in requests_made(report)
        if entry["response"]["status"] == 200
    )
    for depth, room in (
        *((1, "comparisons"), (2, "comparisons"), (3, "comparisons"), (4, "comparisons")),
        *((1, "topics"), (3, "topics"), (1, "parties"), (3, "parties"), (4, "parties")),
    ):
        assert any(len(path) == depth and path[0] == room for path in found), f"{room}: nothing found {depth} deep"
