"""Mutation testing by hand: plants each fault of faults.toml in a copy of the project, and runs the tests named there.

`python -m tests.mutants.main [WORD]`, where a word chooses the faults whose name has it. Fails where a fault survives
its tests, where its text does not stand in the file exactly once, and where the tests fail without any fault.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from importlib.util import cache_from_source
from pathlib import Path
from queue import Queue
from tempfile import TemporaryDirectory
from typing import NamedTuple

from tests.examples import SHARED

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
NOT_COPIED = shutil.ignore_patterns(".*", "var", "node_modules", "__pycache__", "test-results")
COPIES = 2
SECONDS_AT_MOST = 600
PASSED, FAILED = 0, 1
"""Of pytest: any other status says that the tests did not run."""


class Fault(NamedTuple):
    name: str
    file: str
    text: str
    planted: str
    found_by: list[str]
    """The files of the tests that are to find it."""


def faults() -> list[Fault]:
    """ValueError where one cannot be planted: its text is not in the file exactly once."""
    found = [Fault(**entry) for entry in tomllib.loads((HERE / "faults.toml").read_text())["fault"]]
    for fault in found:
        count = (ROOT / fault.file).read_text().count(fault.text)
        if count != 1:
            raise ValueError(f"{fault.name}: the text stands in {fault.file} {count} times.")
    return found


def copy_to(folder: Path) -> Path:
    """The project without what it has installed or made, and beside it the documents that its tests read."""
    copy = folder / "project"
    shutil.copytree(ROOT, copy, ignore=NOT_COPIED)
    if SHARED.exists():
        (folder / SHARED.parent.name).symlink_to(SHARED.parent.resolve())
    return copy


def status_of(copy: Path, tests: Sequence[str]) -> int | None:
    """What pytest ends with at the first failure; None where it does not end in time."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-n0", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "DATABASE_URL": "sqlite://:memory:"}
    try:
        return subprocess.run(
            command, cwd=copy, env=environment, capture_output=True, timeout=SECONDS_AT_MOST
        ).returncode
    except subprocess.TimeoutExpired:
        return None


@contextmanager
def planted(copy: Path, fault: Fault) -> Iterator[None]:
    """What was compiled of the file goes with it: a change within the same second would pass unseen."""
    file = copy / fault.file
    sound = file.read_text()
    compiled = Path(cache_from_source(str(file)))
    file.write_text(sound.replace(fault.text, fault.planted))
    compiled.unlink(missing_ok=True)
    try:
        yield
    finally:
        file.write_text(sound)
        compiled.unlink(missing_ok=True)


def said_of(fault: Fault, status: int | None) -> str:
    """ValueError where the tests did not run."""
    if status == PASSED:
        return "SURVIVED"
    if status in (FAILED, None):
        return "found"
    raise ValueError(f"{fault.name}: pytest ended with {status}: its tests did not run.")


def main(word: str = "") -> None:
    chosen = [fault for fault in faults() if word in fault.name]
    with TemporaryDirectory(prefix="mutants-") as directory:
        copies: Queue[Path] = Queue()
        for number in range(COPIES):
            copies.put(copy_to(Path(directory, str(number))))

        def without_fault(tests: Sequence[str]) -> int | None:
            copy = copies.get()
            try:
                return status_of(copy, tests)
            finally:
                copies.put(copy)

        def with_fault(fault: Fault) -> str:
            copy = copies.get()
            try:
                with planted(copy, fault):
                    said = said_of(fault, status_of(copy, fault.found_by))
            finally:
                copies.put(copy)
            print(f"{said}: {fault.name} ({', '.join(fault.found_by)})", flush=True)
            return said

        tests = sorted({file for fault in chosen for file in fault.found_by})
        with ThreadPoolExecutor(COPIES) as pool:
            control = list(pool.map(without_fault, [part for part in (tests[::2], tests[1::2]) if part]))
            if any(control):
                sys.exit(f"The tests do not pass without any fault: pytest ended with {control}.")
            print(f"Without any fault {len(tests)} files of tests pass.", flush=True)
            said = list(pool.map(with_fault, chosen))
    print(f"{said.count('found')} found, {said.count('SURVIVED')} survived.")
    sys.exit(1 if "SURVIVED" in said else 0)


if __name__ == "__main__":
    main(*sys.argv[1:2])
