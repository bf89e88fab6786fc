"""What a party said on a claim, in its words, for lists: plain values, bounded, read from a document."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Self

from .document import AccountEntry, ClaimEntry, QuoteEntry, StanceEntry

LETTERS_AT_MOST = 280
"""Of a quote. A longer one is cut between two words."""
QUOTES_AT_MOST = 4
"""Of a statement."""
STATEMENTS_AT_MOST = 4
"""Of a party on a claim."""
WHOLE_WORDS = re.compile(r".*\S(?=\s)", re.DOTALL)


@dataclass(frozen=True)
class Quotation:
    """A quote; of a long one the beginning."""

    exact: str
    is_whole: bool
    language: str
    account: str
    """The title of the account in whose text the words stand."""
    attribution: str
    is_reported: bool
    """Whether that is another account than the one whose position they carry."""
    translation: str = ""
    translation_language: str = ""
    translated_by: str = ""
    """BY_THE_DESK, or a name; nothing where an account of the event has these words."""
    translated_in: str = ""
    """The title of that account."""


@dataclass(frozen=True)
class Statement:
    """What one account of a party says on a claim: its stance, with the words that carry it."""

    account: str
    """Its title."""
    position: str
    implied: bool
    low: int | float | None
    high: int | float | None
    value: str
    quotes: tuple[Quotation, ...]

    @classmethod
    def from_json(cls, fields: dict[str, Any]) -> Self:
        return cls(**{**fields, "quotes": tuple(Quotation(**quote) for quote in fields["quotes"])})


@dataclass(frozen=True)
class Statements:
    """All that a party said on a claim: what a list shows of it, and how many quotes more there are."""

    shown: tuple[Statement, ...]
    further_quotes: int


def statements_of(claim: ClaimEntry, accounts: Sequence[AccountEntry], party: str) -> Statements:
    """What this party's accounts say in words. The first of each position goes before others of the same."""
    by_id = {account["id"]: account for account in accounts}
    stances = {stance["account"]: stance for stance in claim["stances"]}
    said = [stances[one["id"]] for one in accounts if one["party"] == party and one["id"] in stances]
    said = [stance for stance in said if stance["quotes"] or stance["value"] or stance["low"] is not None]
    shown = tuple(_statement(stance, by_id) for stance in _each_position_first(said)[:STATEMENTS_AT_MOST])
    whole = sum(len(stance["quotes"]) for stance in said)
    return Statements(shown, whole - sum(len(statement.quotes) for statement in shown))


def _each_position_first(stances: Iterable[StanceEntry]) -> list[StanceEntry]:
    counted: dict[str, int] = {}
    placed = []
    for stance in stances:
        place = counted[stance["position"]] = counted.get(stance["position"], 0) + 1
        placed.append((place, stance))
    return [stance for _place, stance in sorted(placed, key=lambda pair: pair[0])]


def _statement(stance: StanceEntry, accounts: dict[str, AccountEntry]) -> Statement:
    return Statement(
        account=accounts[stance["account"]]["title"],
        position=stance["position"],
        implied=stance.get("implied", False),
        low=stance["low"],
        high=stance["high"],
        value=stance["value"],
        quotes=tuple(_quotation(quote, stance, accounts) for quote in stance["quotes"][:QUOTES_AT_MOST]),
    )


def _quotation(quote: QuoteEntry, stance: StanceEntry, accounts: dict[str, AccountEntry]) -> Quotation:
    account = accounts[quote["account"]]
    translation = quote.get("translation")
    translated_in = accounts.get(translation["by"]) if translation else None
    return Quotation(
        exact=shortened(quote["exact"]),
        is_whole=len(quote["exact"]) <= LETTERS_AT_MOST,
        language=account["language"],
        account=account["title"],
        attribution=account["attribution"],
        is_reported=quote["account"] != stance["account"],
        translation=shortened(translation["text"]) if translation else "",
        translation_language=translation["language"] if translation else "",
        translated_by=translation["by"] if translation and not translated_in else "",
        translated_in=translated_in["title"] if translated_in else "",
    )


def shortened(words: str) -> str:
    """As they are, or their beginning with an ellipsis: up to the end of a word, unless all is one long word."""
    if len(words) <= LETTERS_AT_MOST:
        return words
    whole_words = WHOLE_WORDS.match(words[: LETTERS_AT_MOST + 1])
    return f"{whole_words[0] if whole_words else words[:LETTERS_AT_MOST]} …"
