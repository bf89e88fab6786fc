"""What is wrong with a document, and where."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Path = Sequence[str | int]


@dataclass(frozen=True)
class Fault:
    """One fault. `place` reads as in `claims[3].stances[0].quotes[0].exact`; it is empty for the whole document."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class Faults(ValueError):
    """Everything that is wrong with a document. Nothing of it has been saved."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "\n".join(str(fault) for fault in self.faults)


def place_of(path: Path) -> str:
    place = ""
    for step in path:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else step
    return place
