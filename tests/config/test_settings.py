"""Each test reads a copy of config/ under a directory of its own, with an environment of its own."""

import os
import re
import runpy
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from environs import EnvError

VARIABLES = [
    *("DATABASE_URL", "CACHE_URL", "ALLOWED_HOSTS", "SECRET_KEY", "DEBUG"),
    *("SECOND_PERSON", "CONTACT", "IMPORT_ALLOWED_ADDRESSES"),
]
STRONG_KEY = "correct-horse-battery-staple-28-January-2017-trade-sanctions-Syria"
Load = Callable[..., dict[str, Any]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of nothing but manage.py and config/, under a path that a URL must quote."""
    root = tmp_path / "a place, 100% ours #1"
    shutil.copytree(settings.BASE_DIR / "config", root / "config", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(settings.BASE_DIR / "manage.py", root)
    return root


@pytest.fixture
def load(project: Path, monkeypatch: pytest.MonkeyPatch) -> Load:
    """Reads the settings as a start with only these variables would."""

    def load(**environment: str) -> dict[str, Any]:
        for name in VARIABLES:
            monkeypatch.delenv(name, raising=False)
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        return runpy.run_path(str(project / "config" / "settings.py"))

    return load


def environment_with(**given: str) -> dict[str, str]:
    """The variables that this process has, but of ours only those given."""
    ours = {*VARIABLES, "DJANGO_SETTINGS_MODULE"}
    return {name: value for name, value in os.environ.items() if name not in ours} | given


# Local use


def test_local_use_needs_no_variable(load: Load, project: Path) -> None:
    local = load()
    assert local["DEBUG"] is False
    assert local["ALLOWED_HOSTS"] == ["localhost", ".localhost", "127.0.0.1", "[::1]"]
    assert local["DATABASES"]["default"]["ENGINE"] == "django.db.backends.sqlite3"
    assert local["DATABASES"]["default"]["NAME"] == str(project / "var" / "counterpoint.sqlite3")
    assert local["CACHES"]["default"]["BACKEND"] == "django.core.cache.backends.locmem.LocMemCache"
    assert local["STATIC_ROOT"] == project / "var" / "static"


def test_local_use_needs_no_https(load: Load) -> None:
    local = load()
    assert not local["SECURE_SSL_REDIRECT"]
    assert not local["SESSION_COOKIE_SECURE"]
    assert not local["CSRF_COOKIE_SECURE"]
    assert local["SECURE_HSTS_SECONDS"] == 0


def test_debug_can_be_switched_on_locally(load: Load) -> None:
    assert load(DEBUG="true")["DEBUG"] is True


# The secret key


def test_a_secret_key_is_made_once_and_kept_for_its_owner_alone(load: Load, project: Path) -> None:
    first = load()["SECRET_KEY"]
    kept = project / "var" / "secret_key"
    assert kept.read_text() == first
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert len(first) >= 50
    assert load()["SECRET_KEY"] == first
    assert [path.name for path in kept.parent.iterdir()] == ["secret_key"]


def test_processes_that_start_together_keep_one_secret_key(project: Path) -> None:
    command = [sys.executable, "-c", "from config.settings import SECRET_KEY; print(SECRET_KEY)"]
    starts = [
        subprocess.Popen(command, cwd=project, env=environment_with(), stdout=subprocess.PIPE, text=True)
        for _ in range(4)
    ]
    keys = {start.communicate()[0].strip() for start in starts}
    assert keys == {(project / "var" / "secret_key").read_text()}


def test_a_given_secret_key_is_used_and_none_is_kept(load: Load, project: Path) -> None:
    assert load(SECRET_KEY=STRONG_KEY, DATABASE_URL="sqlite://:memory:")["SECRET_KEY"] == STRONG_KEY
    assert not (project / "var").exists()


def test_a_kept_secret_key_that_was_damaged_is_refused(load: Load, project: Path) -> None:
    load()
    (project / "var" / "secret_key").write_text("")
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY: the one kept in var/secret_key"):
        load()


# A public host


@pytest.mark.parametrize(
    "hosts",
    [
        "counterpoint.example",
        "localhost,counterpoint.example",
        ".example",
        "*",
        "192.168.1.7",
        "0.0.0.0",
        "[2001:db8::1]",
        "127.example.com",
        "localhost.example.com",
        "notlocalhost",
    ],
)
def test_a_public_host_demands_a_secret_key(load: Load, hosts: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        load(ALLOWED_HOSTS=hosts)


def test_a_public_host_demands_a_secret_key_even_where_one_is_kept(load: Load) -> None:
    load()
    with pytest.raises(ImproperlyConfigured, match="SECRET_KEY"):
        load(ALLOWED_HOSTS="counterpoint.example")


def test_a_public_host_switches_https_on(load: Load) -> None:
    public = load(ALLOWED_HOSTS="counterpoint.example", SECRET_KEY=STRONG_KEY)
    assert public["SESSION_COOKIE_SECURE"] is True
    assert public["CSRF_COOKIE_SECURE"] is True
    assert public["SECURE_SSL_REDIRECT"] is True
    assert public["SECURE_HSTS_SECONDS"] == 31_536_000
    assert public["SECURE_HSTS_INCLUDE_SUBDOMAINS"] is True
    assert public["SECURE_HSTS_PRELOAD"] is True
    assert any(re.search(pattern, "healthz") for pattern in public["SECURE_REDIRECT_EXEMPT"])


def test_a_public_host_refuses_debug(load: Load) -> None:
    with pytest.raises(ImproperlyConfigured, match="DEBUG"):
        load(ALLOWED_HOSTS="counterpoint.example", SECRET_KEY=STRONG_KEY, DEBUG="true")


@pytest.mark.parametrize(
    ("given", "read"),
    [
        ("localhost", ["localhost"]),
        ("127.0.0.1, 127.8.9.10", ["127.0.0.1", "127.8.9.10"]),
        ("::1,[::1]", ["[::1]", "[::1]"]),
        ("Desk.LOCALHOST", ["desk.localhost"]),
    ],
)
def test_a_loopback_host_is_not_public(load: Load, given: str, read: list[str]) -> None:
    local = load(ALLOWED_HOSTS=given)
    assert local["ALLOWED_HOSTS"] == read
    assert not local["SECURE_SSL_REDIRECT"]


# The database and the cache


def test_sqlite_writes_ahead_and_waits_for_other_writers(load: Load) -> None:
    database = load(DATABASE_URL="sqlite:////srv/counterpoint.sqlite3")["DATABASES"]["default"]
    assert database["NAME"] == "/srv/counterpoint.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert database["OPTIONS"]["timeout"] == 20
    assert "journal_mode = WAL" in database["OPTIONS"]["init_command"]


def test_sqlite_is_opened_with_these_options(project: Path) -> None:
    script = """if True:
        from django.db import connection
        cursor = connection.cursor()
        for pragma in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout"):
            print(cursor.execute(f"PRAGMA {pragma}").fetchone()[0])
    """
    shell = [sys.executable, "-c", script]
    environment = environment_with(DJANGO_SETTINGS_MODULE="config.settings")
    result = subprocess.run(shell, cwd=project, env=environment, capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["wal", "1", "1", "20000"]


@pytest.mark.parametrize("scheme", ["postgres", "postgresql"])
def test_postgresql_has_a_pool_that_checks_its_connections(load: Load, scheme: str) -> None:
    database = load(DATABASE_URL=f"{scheme}://desk:p%40ss@db.example:5433/counterpoint")["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("desk", "p@ss")
    assert (database["HOST"], database["PORT"], database["NAME"]) == ("db.example", 5433, "counterpoint")
    assert database["OPTIONS"]["pool"]["max_size"] == 10
    assert database["CONN_HEALTH_CHECKS"] is True
    assert database["CONN_MAX_AGE"] == 0


def test_postgresql_is_reached_by_a_socket_too(load: Load) -> None:
    options = load(DATABASE_URL="postgresql://postgres:@/postgres?host=/run/pg")["DATABASES"]["default"]["OPTIONS"]
    assert options["host"] == "/run/pg"
    assert options["pool"]


@pytest.mark.parametrize(
    ("url", "backend"),
    [
        ("locmem://", "locmem.LocMemCache"),
        ("dummy://", "dummy.DummyCache"),
        ("file:///srv/cache", "filebased.FileBasedCache"),
        ("db://cache", "db.DatabaseCache"),
    ],
)
def test_the_cache_is_where_its_url_says(load: Load, url: str, backend: str) -> None:
    assert load(CACHE_URL=url)["CACHES"]["default"]["BACKEND"].endswith(backend)


def test_a_redis_cache_needs_its_package(load: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match="CACHE_URL"):
        load(CACHE_URL="redis://cache.example/0")
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    assert load(CACHE_URL="redis://cache.example/0")["CACHES"]["default"]["LOCATION"] == "redis://cache.example:6379/0"


# Import of a text


def test_nothing_that_is_not_public_may_be_fetched_unless_it_is_named(load: Load) -> None:
    assert load()["IMPORT_ALLOWED_ADDRESSES"] == []
    named = load(IMPORT_ALLOWED_ADDRESSES="127.0.0.1, 10.1.2.0/24,fd00::/8")["IMPORT_ALLOWED_ADDRESSES"]
    assert [str(network) for network in named] == ["127.0.0.1/32", "10.1.2.0/24", "fd00::/8"]


# Nonsense

NONSENSE = [
    ("DEBUG", "perhaps"),
    ("DEBUG", ""),
    ("SECRET_KEY", ""),
    ("SECRET_KEY", "short"),
    ("SECRET_KEY", "a" * 60),
    ("SECRET_KEY", "django-insecure-" + STRONG_KEY),
    ("ALLOWED_HOSTS", ""),
    ("ALLOWED_HOSTS", "localhost,"),
    ("ALLOWED_HOSTS", "https://counterpoint.example"),
    ("ALLOWED_HOSTS", "counterpoint.example/comparisons"),
    ("ALLOWED_HOSTS", "counterpoint.example:443"),
    ("ALLOWED_HOSTS", "counterpoint.example other.example"),
    ("ALLOWED_HOSTS", "*.example"),
    ("DATABASE_URL", ""),
    ("DATABASE_URL", "foo"),
    ("DATABASE_URL", "mysql://user:password@db.example/counterpoint"),
    ("DATABASE_URL", "postgis://user:password@db.example/counterpoint"),
    ("DATABASE_URL", "postgresql://db.example"),
    ("DATABASE_URL", "postgresql://db.example:port/counterpoint"),
    ("DATABASE_URL", "sqlite://counterpoint.sqlite3"),
    ("CACHE_URL", ""),
    ("CACHE_URL", "foo"),
    ("CACHE_URL", "foo://"),
    ("CACHE_URL", "file://"),
    ("CACHE_URL", "locmem://?max_entries=many"),
    ("CACHE_URL", "memcached://cache.example"),
    ("SECOND_PERSON", "perhaps"),
    ("IMPORT_ALLOWED_ADDRESSES", "intranet.example"),
    ("IMPORT_ALLOWED_ADDRESSES", "10.0.0.1,"),
    ("IMPORT_ALLOWED_ADDRESSES", "10.0.0.1/8"),
    ("IMPORT_ALLOWED_ADDRESSES", "10.0.0.0/33"),
]


@pytest.mark.parametrize(("name", "value"), NONSENSE)
def test_nonsense_stops_the_start_with_one_line_that_names_the_variable(load: Load, name: str, value: str) -> None:
    with pytest.raises((ImproperlyConfigured, EnvError)) as stopped:
        load(**{name: value})
    message = str(stopped.value)
    assert name in message
    assert "\n" not in message
    assert "password" not in message


def test_the_command_line_says_so_without_a_traceback(project: Path) -> None:
    command = [sys.executable, "manage.py", "check"]
    environment = environment_with(DEBUG="perhaps")
    result = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert "DEBUG" in result.stderr
