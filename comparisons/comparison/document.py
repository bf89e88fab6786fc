"""The shapes of what a comparison/1 document holds, for the type checker: a stance and its quotes."""

from decimal import Decimal
from typing import Required, TypedDict


class QuoteEntry(TypedDict, total=False):
    """Words of an account; without `account` of the stance's own, without `revision` of the latest text."""

    exact: Required[str]
    prefix: str | None
    suffix: str | None
    start: int | None
    end: int | None
    account: str
    revision: int | None


class StanceEntry(TypedDict, total=False):
    """What one account says on one claim. `dump` writes every key; what an editor gives says not whose it is."""

    account: str
    position: Required[str]
    basis: Required[str]
    low: int | float | Decimal | None
    high: int | float | Decimal | None
    value: str
    note: str
    reviewed_by: str
    reviewed_at: str | None
    quotes: Required[list[QuoteEntry]]
