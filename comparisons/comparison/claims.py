"""The claims, cells, stances and quotes as a page shows them: plain values, read from a comparison/1 document."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from comparisons.moments import Moment
from comparisons.outcomes import CONTRADICTIONS, family_of, silence_can_be_omission

from .accounts import AccountShown, PartyShown, RevisionShown, moment_of
from .document import ClaimEntry, QuoteEntry, StanceEntry, TranslationEntry
from .standings import StandingShown

CONTEXT_LENGTH = 240
# Part of a word, and the white space towards the rest; in a piece that is one long word there is none.
BROKEN_START = re.compile(r"\A\S+\s+(?=\S)")
BROKEN_END = re.compile(r"(?<=\S)\s+\S+\Z")


@dataclass(frozen=True)
class TopicShown:
    slug: str
    name: str


@dataclass(frozen=True)
class TranslationShown:
    text: str
    language: str
    by: str
    """BY_THE_DESK, or the translator's name; nothing where an account of the event has these words."""
    account: AccountShown | None

    @property
    def source(self) -> str:
        """Whose translation it is, as the document says it: BY_THE_DESK, the id of an account, or a name."""
        return self.account.id if self.account else self.by


@dataclass(frozen=True)
class QuoteShown:
    exact: str
    before: str
    """Up to CONTEXT_LENGTH code points of the text before the words, cut at a line or a word."""
    after: str
    start: int
    end: int
    account: AccountShown
    revision: RevisionShown
    translation: TranslationShown | None = None

    @property
    def first(self) -> int:
        """The place of its first character as people count, from 1; that of its last is `end`."""
        return self.start + 1


@dataclass(frozen=True)
class StanceShown:
    account: AccountShown
    position: str
    basis: str
    implied: bool
    """Whether the words do not say it and it follows from them."""
    low: int | float | None
    high: int | float | None
    value: str
    note: str
    reviewed_by: str
    reviewed: Moment | None
    quotes: tuple[QuoteShown, ...]
    is_outdated: bool = False
    """Whether a text that it rests on has changed since it was read."""

    @property
    def can_omit(self) -> bool:
        """Of a silence: whether it counts as one, by the rule of an omission."""
        is_reported = self.basis == "reported"
        return silence_can_be_omission(self.account.scope, self.account.completeness, reported=is_reported)

    @property
    def reporters(self) -> tuple[AccountShown, ...]:
        """The other accounts whose words carry this stance, each once."""
        return tuple(dict.fromkeys(quote.account for quote in self.quotes if quote.account.id != self.account.id))


@dataclass(frozen=True)
class CellEntry:
    """One account's place in a cell; with no stance it has not been reviewed."""

    account: AccountShown
    stance: StanceShown | None

    @property
    def is_silent(self) -> bool:
        return self.stance is not None and self.stance.position == "silent"


@dataclass(frozen=True)
class Cell:
    """What one party said on one claim."""

    standing: StandingShown
    entries: tuple[CellEntry, ...]

    @property
    def party(self) -> PartyShown:
        return self.standing.party

    @property
    def position(self) -> str:
        return self.standing.position

    @property
    def in_reading_order(self) -> tuple[CellEntry, ...]:
        """First what was said, then what is silent, then what has not been reviewed."""
        return tuple(sorted(self.entries, key=lambda entry: (entry.stance is None, entry.is_silent)))

    @property
    def carrying(self) -> tuple[StanceShown, ...]:
        """The stances by which the party holds its position."""
        stances = tuple(entry.stance for entry in self.entries if entry.stance)
        if self.position == "conflicted":
            return tuple(stance for stance in stances if stance.position not in ("silent", "declines"))
        return tuple(stance for stance in stances if stance.position == self.position)

    @property
    def told(self) -> tuple[CellEntry, ...]:
        """What a card of the claim tells beneath the party's position: a silence, and what is not read, says no more.

        The claim's own page has every entry.
        """
        return tuple(
            entry
            for entry in self.in_reading_order
            if (entry.stance is None and self.position != "not_reviewed")
            or (
                entry.stance
                and (not entry.is_silent or entry.stance.quotes or entry.stance.note or entry.stance.is_outdated)
            )
        )


@dataclass(frozen=True)
class ClaimShown:
    slug: str
    topic: TopicShown
    question: str
    wording: str
    kind: str
    unit: str
    note: str
    outcome: str
    flags: tuple[str, ...]
    caveats: tuple[str, ...]
    standings: tuple[StandingShown, ...]
    """Every party's, in the declared order, whichever columns are shown."""
    cells: tuple[Cell, ...]
    """The cells shown, in the order of the columns."""
    observers: tuple[CellEntry, ...]
    """Stances of accounts that speak for no party. They decide no outcome."""
    accounts: tuple[AccountShown, ...]
    """Every account of the comparison, whichever columns are shown."""
    confirmed_by: str | None = None
    """Who confirmed a contradiction in a second reading; "" where nobody has, None where the edition says nothing."""
    confirmed: Moment | None = None

    @property
    def headline(self) -> str:
        return headline(self.question, self.wording)

    @property
    def family(self) -> str:
        return family_of(self.outcome)

    @property
    def is_unconfirmed(self) -> bool:
        return self.outcome in CONTRADICTIONS and self.confirmed_by == ""

    @property
    def remarks(self) -> tuple[str, ...]:
        return remarks_beside(self.outcome, self.caveats, self.flags, is_unconfirmed=self.is_unconfirmed)

    @property
    def stances(self) -> tuple[StanceShown, ...]:
        """Those of the columns shown, then those of accounts that speak for no party."""
        entries = [*(entry for cell in self.cells for entry in cell.entries), *self.observers]
        return tuple(entry.stance for entry in entries if entry.stance)


def remarks_beside(
    outcome: str, caveats: Sequence[str], flags: Sequence[str], *, is_unconfirmed: bool
) -> tuple[str, ...]:
    """What stands beside an outcome: a missing second reading, its caveats, and its flags but for one of its name."""
    others = (flag for flag in flags if flag != outcome)
    return (*(["unconfirmed"] if is_unconfirmed else []), *caveats, *others)


def headline(question: str, wording: str) -> str:
    """What heads a claim wherever it is shown: a wording without a frame would read as this site's own words."""
    return question or gettext("Claim: “%(wording)s”") % {"wording": wording}


def claim_from(
    entry: ClaimEntry,
    topics: Sequence[TopicShown],
    accounts: Sequence[AccountShown],
    standings: Sequence[StandingShown],
    outdated: Container[tuple[str, str]] = (),
) -> ClaimShown:
    """`outdated` has the slug of the claim and the id of the account of each stance on a text that changed since."""
    by_id = {account.id: account for account in accounts}
    stances = {
        stance["account"]: _stance(stance, by_id, is_outdated=(entry["slug"], stance["account"]) in outdated)
        for stance in entry["stances"]
    }
    places = [CellEntry(account, stances.get(account.id)) for account in accounts]
    return ClaimShown(
        slug=entry["slug"],
        topic=next(topic for topic in topics if topic.slug == entry["topic"]),
        question=entry["question"],
        wording=entry["wording"],
        kind=entry["kind"],
        unit=entry["unit"],
        note=entry["note"],
        outcome=entry["outcome"],
        flags=tuple(entry["flags"]),
        caveats=tuple(entry["caveats"]),
        standings=tuple(standings),
        cells=tuple(
            Cell(standing, tuple(place for place in places if place.account.party == standing.party))
            for standing in standings
        ),
        observers=tuple(place for place in places if place.account.party is None and place.stance),
        accounts=tuple(accounts),
        confirmed_by=entry.get("confirmed_by"),
        confirmed=moment_of(entry.get("confirmed_at")),
    )


def _stance(entry: StanceEntry, accounts: Mapping[str, AccountShown], *, is_outdated: bool) -> StanceShown:
    return StanceShown(
        account=accounts[entry["account"]],
        position=entry["position"],
        basis=entry["basis"],
        implied=entry.get("implied", False),
        low=entry["low"],
        high=entry["high"],
        value=entry["value"],
        note=entry["note"],
        reviewed_by=entry["reviewed_by"],
        reviewed=moment_of(entry["reviewed_at"]),
        quotes=tuple(_quote(quote, accounts) for quote in entry["quotes"]),
        is_outdated=is_outdated,
    )


def _quote(entry: QuoteEntry, accounts: Mapping[str, AccountShown]) -> QuoteShown:
    account = accounts[entry["account"]]
    revision = account.revisions[entry["revision"] - 1]
    start, end = entry["start"], entry["end"]
    return QuoteShown(
        exact=entry["exact"],
        before=_tail(revision.text, start),
        after=_head(revision.text, end),
        start=start,
        end=end,
        account=account,
        revision=revision,
        translation=_translation(entry.get("translation"), accounts),
    )


def _translation(entry: TranslationEntry | None, accounts: Mapping[str, AccountShown]) -> TranslationShown | None:
    if entry is None:
        return None
    account = accounts.get(entry["by"])
    return TranslationShown(entry["text"], entry["language"], "" if account else entry["by"], account)


def _tail(text: str, end: int) -> str:
    """The context before `end`, from the start of a word where it had to be cut. Copies no more than it gives."""
    start = end - CONTEXT_LENGTH
    if start <= 0:
        return text[:end]
    piece = text[start:end]
    return "… " + (piece if text[start - 1].isspace() else BROKEN_START.sub("", piece))


def _head(text: str, start: int) -> str:
    end = start + CONTEXT_LENGTH
    if len(text) <= end:
        return text[start:]
    piece = text[start:end]
    return (piece if text[end].isspace() else BROKEN_END.sub("", piece)) + " …"
