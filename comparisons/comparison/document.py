"""The shape of a comparison/1 document as TypedDicts, for the type checker (docs/comparison-format.md explains it).

`Document` is what `documents.dump` writes and an edition holds: every key is there, with what is derived.
`ValidDocument` is what `documents.validate` makes of a file: every key is there, but an optional one may be None.
"""

from decimal import Decimal
from typing import NotRequired, Required, TypedDict

from comparisons.outcomes import RULES

BY_THE_DESK = "desk"
"""By whom a translation is that no account has: the editors of this site."""
READ_BY_THE_DESK = "the desk"
"""How a stance is signed that came with a document and does not say who read it."""


class EventEntry(TypedDict):
    slug: str
    title: str
    kind: str
    date: str
    place: str
    summary: str
    participants: list[str]


class PartyEntry(TypedDict):
    slug: str
    name: str
    country: str


class TopicEntry(TypedDict):
    slug: str
    name: str


class RevisionEntry(TypedDict):
    captured_at: str | None
    text: str
    note: str


class AccountEntry(TypedDict):
    id: str
    party: str | None
    """None for an observer's account."""
    title: str
    kind: str
    source: str
    attribution: str
    attribution_note: str
    completeness: str
    scope: str
    language: str
    issued_at: str | None
    source_url: str
    archive_url: str
    via: str
    translation_of: str | None
    revisions: list[RevisionEntry]


class TranslationEntry(TypedDict):
    """The words of a quote in another language."""

    text: str
    language: str
    by: str
    """BY_THE_DESK, the id of the account that has these words, or a name."""


class QuoteEntry(TypedDict):
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    account: str
    revision: int
    translation: NotRequired[TranslationEntry | None]
    """None where there is none. Editions from before there was such a thing do not have the key."""


class StanceEntry(TypedDict):
    """What one account says on one claim."""

    account: str
    position: str
    basis: str
    implied: NotRequired[bool]
    """Whether the words do not say it and it follows from them. Editions from before there was this have none."""
    low: int | float | None
    high: int | float | None
    value: str
    note: str
    reviewed_by: str
    reviewed_at: str | None
    quotes: list[QuoteEntry]


class ClaimWords(TypedDict):
    slug: str
    topic: str
    question: str
    wording: str
    kind: str
    unit: str
    note: str


class StatedClaim(ClaimWords):
    """A claim with its stances, before anything is derived of them."""

    confirmed_by: NotRequired[str]
    """Who confirmed a contradiction in a second reading; "" where nobody has. Editions from before have no such key."""
    confirmed_at: NotRequired[str | None]
    stances: list[StanceEntry]


class DerivedEntry(TypedDict):
    """What the stances of a claim add up to."""

    outcome: str
    flags: list[str]
    caveats: list[str]
    positions: dict[str, str]
    rests_on: NotRequired[dict[str, list[str]]]
    """For each party what its position rests on. Claims that were derived by rules 1 have none."""


class ClaimEntry(StatedClaim, DerivedEntry):
    pass


class StanceName(TypedDict):
    claim: str
    account: str


class EditionEntry(TypedDict):
    number: int
    published_at: str
    note: str
    rules: NotRequired[int]
    """The rules of outcomes that its claims were derived by; 1 where it does not say."""
    changed_by_rules: NotRequired[list[str]]
    """The claims that have another outcome than in the edition before by other rules alone."""
    read_again: NotRequired[list[StanceName]]
    """The stances that rest on a text which has changed since. Editions from before there was such a list have none."""
    sha256: NotRequired[str]


class Document(TypedDict):
    format: str
    event: EventEntry
    parties: list[PartyEntry]
    topics: list[TopicEntry]
    accounts: list[AccountEntry]
    claims: list[ClaimEntry]
    edition: NotRequired[EditionEntry]


def rules_of(document: Document) -> int:
    """The rules that an edition's claims were derived by; those of the desk are derived by the newest."""
    return document["edition"].get("rules", 1) if "edition" in document else RULES


class QuoteInput(TypedDict, total=False):
    """Words of an account; without `account` of the stance's own, without `revision` of the latest text."""

    exact: Required[str]
    prefix: str | None
    suffix: str | None
    start: int | None
    end: int | None
    account: str | None
    revision: int | None
    translation: TranslationEntry | None


class StanceInput(TypedDict, total=False):
    """A stance as a file or an editor gives it. What an editor gives says not whose it is."""

    account: str
    position: Required[str]
    basis: Required[str]
    implied: bool
    low: int | float | Decimal | None
    high: int | float | Decimal | None
    value: str
    note: str
    reviewed_by: str
    reviewed_at: str | None
    quotes: Required[list[QuoteInput]]


class ValidClaim(ClaimWords):
    confirmed_by: str
    confirmed_at: str | None
    stances: list[StanceInput]


class ValidDocument(TypedDict):
    format: str
    event: EventEntry
    parties: list[PartyEntry]
    topics: list[TopicEntry]
    accounts: list[AccountEntry]
    claims: list[ValidClaim]
