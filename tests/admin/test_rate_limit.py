"""How often something may fail: counted apart for each who tries, forgotten in time, and never a lock for good."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
from django.core.cache import cache, caches

from comparisons.admin.rate_limit import RateLimit

LIMIT = RateLimit("test", most=3, seconds=60)
PLACES: dict[str, Callable[[Path], dict[str, str]]] = {
    "locmem": lambda _folder: {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"},
    "file": lambda folder: {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": str(folder)},
}


@pytest.fixture(params=PLACES)
def _kept(request: Any, settings: Any, tmp_path: Path) -> None:
    settings.CACHES = {"default": PLACES[request.param](tmp_path)}
    caches["default"].clear()


@pytest.fixture
def later() -> Callable[[float], Any]:
    """The time as it will be in so many seconds, for us and for the cache alike."""
    import time

    now = time.time()
    return lambda seconds: patch("time.time", return_value=now + seconds)


@pytest.mark.usefixtures("_kept")
class TestALimit:
    def test_lets_fail_as_often_as_it_says(self) -> None:
        for _time in range(3):
            assert LIMIT.wait("ann") == 0
            LIMIT.failed("ann")
        assert 58 <= LIMIT.wait("ann") <= 60

    def test_counts_each_apart(self) -> None:
        for _time in range(3):
            LIMIT.failed("ann", "10.0.0.1")
        assert LIMIT.wait("ann", "10.0.0.1")
        assert not LIMIT.wait("ann", "10.0.0.2")
        assert not LIMIT.wait("ben", "10.0.0.1")
        assert not LIMIT.wait("ann1", "0.0.0.1")
        assert not RateLimit("other", most=3, seconds=60).wait("ann", "10.0.0.1")

    def test_is_over_when_the_first_failure_is_as_old_as_it_says(self, later: Callable[[float], Any]) -> None:
        for second in (0, 20, 40):
            with later(second):
                LIMIT.failed("ann")
        with later(50):
            assert 9 <= LIMIT.wait("ann") <= 11
        with later(61):
            assert LIMIT.wait("ann") == 0
            LIMIT.failed("ann")
            assert LIMIT.wait("ann") == 0

    def test_outlasts_what_the_cache_keeps_by_default(self, later: Callable[[float], Any]) -> None:
        long = RateLimit("long", most=2, seconds=3600)
        long.failed("ann")
        long.failed("ann")
        with later(3000):
            assert 599 <= long.wait("ann") <= 601

    def test_is_forgotten_with_a_success(self) -> None:
        for _time in range(3):
            LIMIT.failed("ann")
        LIMIT.succeeded("ann")
        assert LIMIT.wait("ann") == 0
        LIMIT.failed("ann")
        assert LIMIT.wait("ann") == 0

    def test_takes_whatever_is_typed(self) -> None:
        for who in ("", " \n\x00", "é" * 5000, "\U0001f525"):
            LIMIT.failed(who)
            assert LIMIT.wait(who) == 0

    def test_locks_nobody_out_where_the_cache_is_away(self, caplog: pytest.LogCaptureFixture) -> None:
        for _time in range(3):
            LIMIT.failed("ann")
        with patch.object(type(caches["default"]), "get", side_effect=ConnectionError("away")):
            assert LIMIT.wait("ann") == 0
            LIMIT.failed("ann")
        with patch.object(type(caches["default"]), "delete", side_effect=OSError("full")):
            LIMIT.succeeded("ann")
        assert "The cache does not answer" in caplog.text


def test_a_cache_that_keeps_nothing_limits_nothing(settings: Any) -> None:
    settings.CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
    for _time in range(5):
        LIMIT.failed("ann")
    assert LIMIT.wait("ann") == 0
    assert cache.get("anything") is None
