"""No acknowledged change is lost where sixteen editors save two hundred times each, on a database of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.site import ROOT, database, manage
from tests.examples import EXAMPLE

ACCOUNT = "kremlin-statement"


def small_document(directory: Path) -> Path:
    """The call with one account and eight claims: few pages, so that editors meet on them."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text())
    document["accounts"] = [account for account in document["accounts"] if account["id"] == ACCOUNT]
    for claim in document["claims"]:
        claim["stances"] = [
            stance for stance in claim["stances"] if stance["account"] == ACCOUNT and stance["basis"] != "reported"
        ]
    document["claims"] = document["claims"][:8]
    topics = {claim["topic"] for claim in document["claims"]}
    document["topics"] = [topic for topic in document["topics"] if topic["slug"] in topics]
    path = directory / "document.json"
    path.write_text(json.dumps(document))
    return path


@pytest.mark.slow
@pytest.mark.database
def test_no_acknowledged_change_is_lost(tmp_path: Path) -> None:
    with database(tmp_path) as database_url:
        environment = {**os.environ, "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
        manage(environment, "migrate", "--verbosity", "0")
        manage(environment, "load_comparison", str(small_document(tmp_path)))
        command = [sys.executable, "-m", "tests.admin.sixteen_editors"]
        run = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        result = json.loads(run.stdout.splitlines()[-1])
    answers = {int(status): count for status, count in result["answers"].items()}
    assert result["faults"] == []
    assert set(answers) <= {302, 409, 503}
    assert answers[302] + answers[409] == result["saves"] == 3200
    assert answers[302] > 800
    assert answers[409] > 100
