"""What is asked before publishing: a kind of question, the cells it is about, and the digest of what was asked."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import NamedTuple

from comparisons.comparison.document import ClaimEntry, Document, QuoteEntry, StanceEntry
from comparisons.outcomes import Position, Stance, incompatible


class Kind(StrEnum):
    """In the order in which they are asked."""

    NOTE_MISSING = "note-missing"
    NOTE_REFERS_TO_NONE = "note-refers-to-none"
    QUOTE_CUT = "quote-cut"
    QUOTED_FOR_AND_AGAINST = "quoted-for-and-against"
    PART_OF_WHAT = "part-of-what"
    NOTES_SHARE_NO_WORD = "notes-share-no-word"
    CLAIM_WITHOUT_QUESTION = "claim-without-question"
    QUOTE_WITHOUT_TRANSLATION = "quote-without-translation"
    ACCOUNT_WITHOUT_LINK = "account-without-link"


class Place(NamedTuple):
    """A cell; a claim where no account is named, an account where no claim is."""

    claim: str = ""
    account: str = ""

    def __str__(self) -> str:
        return " ".join(filter(None, self))


class Said(NamedTuple):
    """Words to be shown, and the language that they are in where it is not the page's."""

    words: str
    language: str = ""


class CellEntry(NamedTuple):
    """A stance of the document with its claim."""

    claim: ClaimEntry
    stance: StanceEntry

    @property
    def place(self) -> Place:
        return Place(self.claim["slug"], self.stance["account"])


@dataclass(frozen=True)
class Question:
    kind: Kind
    place: Place
    """Where it is asked: at a cell, a claim, an account, or of the whole event."""
    words: tuple[Said, ...] = ()
    """The quotes, notes or sentences that it is about, to be shown."""
    about: tuple[object, ...] = ()
    """What else an answer holds for, as JSON has it: once it is another, the question is asked again."""
    looked_at: tuple[Place, ...] = ()
    """What is to be looked at where that is more than its place."""
    count: int = 1
    """How many it is about, of those that are counted at its kind."""

    @property
    def places(self) -> tuple[Place, ...]:
        return self.looked_at or (self.place,)

    @property
    def digest(self) -> str:
        """SHA-256, in hexadecimal, of the kind, the place and the content: what an answer is an answer to."""
        asked = [self.kind, self.place, self.places, self.words, self.about]
        return sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()


def cells(document: Document) -> Iterator[CellEntry]:
    for claim in document["claims"]:
        for stance in claim["stances"]:
            yield CellEntry(claim, stance)


def quoted(quotes: Iterable[QuoteEntry], languages: dict[str, str]) -> tuple[Said, ...]:
    """The words of these quotes, each once."""
    return tuple(dict.fromkeys(Said(quote["exact"], languages[quote["account"]]) for quote in quotes))


def parties_of(document: Document) -> dict[str, str | None]:
    """An account's key -> its party; None for an observer's."""
    return {account["id"]: account["party"] for account in document["accounts"]}


def languages_of(document: Document) -> dict[str, str]:
    """An account's key -> the language it is in, without script and region."""
    return {account["id"]: primary_language(account["language"]) for account in document["accounts"]}


def are_opposed(one: StanceEntry, other: StanceEntry) -> bool:
    """Whether both cannot be so, as the outcomes have it. A stance that says both is opposed to itself."""
    return incompatible(_stance(one), _stance(other))


def _stance(stance: StanceEntry) -> Stance:
    return Stance("", Position(stance["position"]), stance["low"], stance["high"])


def primary_language(tag: str) -> str:
    return tag.partition("-")[0].lower()


def translation(quote: QuoteEntry) -> tuple[str, str] | None:
    """The words of a quote in another language, and that language. A document need not have any."""
    given = quote.get("translation")
    if not isinstance(given, dict) or not given.get("text"):
        return None
    return str(given["text"]), primary_language(str(given.get("language", "")))
