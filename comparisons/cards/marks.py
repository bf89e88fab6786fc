"""The mark of an outcome, as `templates/claim/_mark.html` draws it: strokes in a field of 56 x 32."""

from collections.abc import Iterator
from dataclasses import dataclass

FIELD = (56, 32)


@dataclass(frozen=True)
class Stroke:
    points: tuple[tuple[float, float], ...]
    width: int = 5
    dash: tuple[int, int] | None = None
    """Drawn and left open, in turn; of level strokes alone."""

    @property
    def pieces(self) -> Iterator[tuple[tuple[float, float], ...]]:
        """The lines that are drawn."""
        if self.dash is None:
            yield self.points
            return
        (place, y), (end, _y) = self.points
        drawn, left = self.dash
        while place < end:
            yield (place, y), (min(place + drawn, end), y)
            place += drawn + left


def strokes(family: str, outcome: str) -> tuple[Stroke, ...]:
    if family == "agreements":
        end = 32 if outcome == "partial_agreement" else 52
        return Stroke(((4, 11), (52, 11))), Stroke(((4, 21), (end, 21)))
    if family == "contradictions":
        return Stroke(((4, 4), (24, 16), (4, 28))), Stroke(((52, 4), (32, 16), (52, 28)))
    if family == "one-sided":
        return Stroke(((4, 16), (26, 16))), Stroke(((31, 16), (52, 16)), dash=(3, 4))
    return (Stroke(((4, 16), (52, 16)), width=4, dash=(3, 6)),)
