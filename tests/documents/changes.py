"""Changes of a document that make it faulty, and the places of its faults."""

from collections.abc import Callable
from typing import Any

import pytest

from comparisons.documents import Faults, validate

Document = dict[str, Any]


def put(*path: Any) -> Callable[[Document], None]:
    """A change that puts the last of `path` at the place that the rest names; `...` takes the key away."""
    *steps, key, value = path

    def change(document: Document) -> None:
        target: Any = document
        for step in steps:
            target = target[step]
        if value is ...:
            del target[key]
        else:
            target[key] = value

    return change


def stance(claim: int, index: int, *rest: Any) -> Callable[[Document], None]:
    return put("claims", claim, "stances", index, *rest)


def quote(claim: int, index: int, *rest: Any) -> Callable[[Document], None]:
    return stance(claim, index, "quotes", 0, *rest)


def places(document: Document) -> dict[str, str]:
    with pytest.raises(Faults) as refusal:
        validate(document)
    return {fault.place: fault.message for fault in refusal.value.faults}
