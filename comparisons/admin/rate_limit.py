"""Rate limit: how often something may fail before whoever tries has to wait. Counted in Django's cache alone.

Django has no such limit of its own; django-allauth has one, and comes when people beside editors log in. django-axes
and django-ratelimit would bring tables or settings for what are three calls of the cache here.

In memory each process counts for itself: several processes share a count where CACHE_URL names a cache that they share.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from math import ceil
from typing import TypeVar

from django.core.cache import cache

logger = logging.getLogger(__name__)
Value = TypeVar("Value")


@dataclass(frozen=True)
class RateLimit:
    """So many failures within so many seconds, for each of those who try."""

    name: str
    most: int
    seconds: int

    def wait(self, *who: str) -> int:
        """In how many seconds they may try again; 0 where they may now."""
        return _unless_the_cache_fails(lambda: self._wait(self._key(who)), 0)

    def failed(self, *who: str) -> None:
        """Count one failure. The first of a row decides when all of them are forgotten."""
        _unless_the_cache_fails(lambda: self._count(self._key(who)), None)

    def succeeded(self, *who: str) -> None:
        """Forget all failures."""
        _unless_the_cache_fails(lambda: cache.delete(self._key(who)), None)

    def _key(self, who: tuple[str, ...]) -> str:
        """The cache key: a hash, so that what people type is not stored."""
        return f"{self.name}:{sha256(repr(who).encode()).hexdigest()}"

    def _wait(self, key: str) -> int:
        since = cache.get(key)
        if since is None or cache.get(f"{key}:{since}", 0) < self.most:
            return 0
        left: float = since + self.seconds - time.time()
        return max(0, ceil(left))

    def _count(self, key: str) -> None:
        now = time.time()
        cache.add(key, now, self.seconds)
        since = cache.get(key, now)
        counter = f"{key}:{since}"
        cache.add(counter, 0, self.seconds)
        cache.incr(counter)
        cache.touch(counter, self.seconds)  # some caches forget with the count how long it was to be kept


def _unless_the_cache_fails(step: Callable[[], Value], fallback: Value) -> Value:
    """A cache that is away locks nobody out. Each kind of cache fails in a way of its own."""
    try:
        return step()
    except Exception:
        logger.exception("The cache does not answer: failures are not counted.")
        return fallback
