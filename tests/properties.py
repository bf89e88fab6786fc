"""On how many examples a property is tried."""

from typing import Any, Protocol, TypeVar

from hypothesis import settings

Test = TypeVar("Test")
IN_HYPOTHESIS = 100
"""Examples that a property is tried on where nothing is said, in a profile that says nothing of it either."""


class Tried(Protocol):
    def __call__(self, test: Test, /) -> Test: ...


def tried(examples: int, **options: Any) -> Tried:
    """Try a property on so many examples; on a share of them in a profile that has fewer (tests/conftest.py)."""
    share = settings().max_examples / IN_HYPOTHESIS
    return settings(max_examples=max(1, round(examples * share)), **options)
