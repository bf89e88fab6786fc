"""Bounded lists for a page: the first rows, and how many more there are."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(frozen=True)
class Listed(Generic[Row]):
    """Rows to go to, of `count` in all: those that a page can list, and how many it leaves out."""

    rows: tuple[Row, ...]
    count: int

    @classmethod
    def of(cls, rows: Iterable[Row], *, at_most: int) -> "Listed[Row]":
        whole = tuple(rows)
        return cls(whole[:at_most], len(whole))

    @property
    def left_out(self) -> int:
        return self.count - len(self.rows)
