from collections.abc import Iterable

from comparisons.texts.differences import DiffPart


def joined(parts: Iterable[DiffPart]) -> tuple[str, str]:
    """The two texts that the parts are the difference of."""
    parts = tuple(parts)
    old = "".join(part.text for part in parts if part.kind != "added")
    return old, "".join(part.text for part in parts if part.kind != "removed")
