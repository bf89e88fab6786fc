"""The site itself, as `make demo` serves it: its own database, its own processes, gunicorn."""

import atexit
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

import psycopg

ROOT = Path(__file__).parent.parent.parent
until_the_end = ExitStack()
atexit.register(until_the_end.close)


@dataclass(frozen=True)
class Site:
    url: str
    password: str
    """Of the login `editor`; empty where there is none."""
    environment: dict[str, str]

    def manage(self, *arguments: str) -> str:
        return manage(self.environment, *arguments)


def manage(environment: dict[str, str], *arguments: str) -> str:
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


@contextmanager
def database(directory: Path, *, copied: str = "") -> Iterator[str]:
    """The address of a database of the kind that the suite runs on: an empty one, or a copy of another."""
    given = os.environ.get("DATABASE_URL", "")
    if not given.startswith("postgres"):
        path = directory / "site.sqlite3"
        if copied:
            shutil.copy(copied.removeprefix("sqlite:///"), path)
        yield f"sqlite:///{path}"
        return
    name = f"browser_{secrets.token_hex(4)}"
    template = urlsplit(copied).path[1:] or "template1"
    with psycopg.connect(given, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
        yield urlsplit(given)._replace(path=f"/{name}").geturl()
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@cache
def prepared(*, empty: bool) -> tuple[str, str]:
    """The address of a database as the demonstration makes it, and the editor's password: made once, to be copied."""
    database_url = until_the_end.enter_context(database(Path(until_the_end.enter_context(TemporaryDirectory()))))
    environment = environment_of(database_url)
    manage(environment, "migrate", "--verbosity", "0")
    said = manage(environment, "demo", *(["--empty"] if empty else []))
    (password,) = re.findall(r"password (\S+)", said)
    return database_url, password


def environment_of(database_url: str) -> dict[str, str]:
    return {**os.environ, "DATABASE_URL": database_url, "DJANGO_SETTINGS_MODULE": "tests.settings"}


@contextmanager
def serve(directory: Path, *, empty: bool = False, collected: bool = False) -> Iterator[Site]:
    """With the example; or with an empty desk, and the editor's login alone. Its static files may be collected."""
    template, password = prepared(empty=empty)
    with database(directory, copied=template) as database_url:
        environment = environment_of(database_url)
        if collected:
            environment |= {"DJANGO_SETTINGS_MODULE": "tests.collected", "COLLECTED": str(directory / "static")}
            manage(environment, "collectstatic", "--no-input", "--verbosity", "0")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{probe.getsockname()[1]}"
        command = [sys.executable, "-m", "gunicorn", "config.wsgi", "--bind", address, "--threads", "8"]
        with (directory / "server.log").open("w") as log:
            server = subprocess.Popen(
                [*command, "--limit-request-line", "8190", "--no-control-socket"],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        try:
            wait_for(f"http://{address}/healthz", server)
            yield Site(f"http://{address}", password, environment)
        finally:
            server.send_signal(signal.SIGINT)  # at once: browsers keep their connections open
            server.wait(timeout=30)


def wait_for(address: str, server: subprocess.Popen[bytes], *, seconds: int = 30) -> None:
    for _attempt in range(seconds * 5):
        try:
            urlopen(address, timeout=2).close()
            return
        except (URLError, OSError):
            assert server.poll() is None, "the server did not start: see server.log"
            time.sleep(0.2)
    raise AssertionError(f"the server did not answer in {seconds} seconds")
