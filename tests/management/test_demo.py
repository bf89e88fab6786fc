"""`make demo` as it is typed: on a copy of the project, with a virtual environment that is there already."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.site import wait_for
from tests.examples import SLUG

ROOT = Path(__file__).parent.parent.parent
IS_ELSEWHERE = os.environ.get("DATABASE_URL", "").startswith("postgres")
NOT_COPIED = shutil.ignore_patterns(".*", "var", "node_modules", "__pycache__", "test-results")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    copy = tmp_path / "copy"
    shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
    (copy / ".venv").mkdir()
    for part in Path(sys.prefix).iterdir():
        (copy / ".venv" / part.name).symlink_to(part)
    (copy / ".venv/installed").unlink(missing_ok=True)
    (copy / ".venv/installed").touch()
    return copy


def said_by_the_demo(copy: Path) -> list[str]:
    """What is printed until the site answers and Ctrl-C is pressed."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = ("DATABASE_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE", "ALLOWED_HOSTS")
    outer_make = ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")  # by which make would say that it is within another
    environment = {name: value for name, value in os.environ.items() if name not in (*settings, *outer_make)}
    demo = subprocess.Popen(
        ["make", "demo", f"PORT={port}"],
        cwd=copy,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    try:
        wait_for(
            f"http://127.0.0.1:{port}/healthz", demo, seconds=180
        )  # static files are collected and compressed before that
        with urlopen(f"http://127.0.0.1:{port}/comparisons/{SLUG}/") as response:
            assert "Was trade discussed?" in response.read().decode()
    finally:
        os.killpg(demo.pid, signal.SIGINT)
        said = demo.communicate(timeout=30)[0].decode()
    return [line.replace(str(port), "8000") for line in said.splitlines() if not line.startswith("make: ***")]


@pytest.mark.slow
@pytest.mark.skipif(IS_ELSEWHERE, reason="make demo has a database of its own: once is enough")
def test_the_demo_says_where_everything_is_and_the_second_time_nothing_else(copy: Path) -> None:
    first, second = said_by_the_demo(copy), said_by_the_demo(copy)
    site = "http://127.0.0.1:8000"
    where = [f"The example: {site}/comparisons/{SLUG}/", f"All comparisons: {site}/"]
    assert first[:2] == second[:2] == where
    assert re.fullmatch(rf"For editors: {site}/admin/ – login editor, password \S+", first[2])
    assert second[2].startswith(f"For editors: {site}/admin/ – login editor, as before.")
    assert first[3:] == second[3:] == ["Stop it with Ctrl-C."]
