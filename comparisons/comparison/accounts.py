"""The parties, the accounts and their revisions as a page shows them, read from a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from comparisons.moments import Lag, Moment, chronological_key, lag
from comparisons.texts.differences import EFFORT, DiffPart, difference, folded
from comparisons.texts.digest import text_digest

from .document import AccountEntry


@dataclass(frozen=True)
class PartyShown:
    slug: str
    name: str
    country: str


@dataclass(frozen=True)
class RevisionShown:
    number: int
    text: str
    captured: Moment | None
    note: str

    @property
    def sha256(self) -> str:
        return text_digest(self.text)


@dataclass(frozen=True)
class TextChange:
    earlier: RevisionShown
    later: RevisionShown
    parts: tuple[DiffPart, ...]


@dataclass(frozen=True)
class AccountShown:
    id: str
    party: PartyShown | None
    title: str
    kind: str
    source: str
    attribution: str
    attribution_note: str
    completeness: str
    scope: str
    language: str
    issued: Moment | None
    lag: Lag | None
    """How long after the first account of the comparison; None for that one, and where it is not known."""
    source_url: str
    archive_url: str
    via: str
    translation_of: str | None
    revisions: tuple[RevisionShown, ...]

    @property
    def latest(self) -> RevisionShown:
        return self.revisions[-1]

    @property
    def text_changes(self) -> tuple[TextChange, ...]:
        """From each revision to the next. The work is bounded however many there are."""
        pairs = list(pairwise(self.revisions))
        return tuple(
            TextChange(earlier, later, folded(difference(earlier.text, later.text, EFFORT // len(pairs))))
            for earlier, later in pairs
        )


def moment_of(text: str | None) -> Moment | None:
    return Moment.parse(text) if text else None


def accounts_from(entries: Sequence[AccountEntry], parties: Mapping[str, PartyShown]) -> tuple[AccountShown, ...]:
    """The accounts of a document, each with its lag behind the first of them."""
    issued = [moment for entry in entries if (moment := moment_of(entry["issued_at"]))]
    first = min(issued, key=chronological_key, default=None)
    accounts = []
    for entry in entries:
        moment = moment_of(entry["issued_at"])
        accounts.append(
            AccountShown(
                id=entry["id"],
                party=parties[entry["party"]] if entry["party"] else None,
                title=entry["title"],
                kind=entry["kind"],
                source=entry["source"],
                attribution=entry["attribution"],
                attribution_note=entry["attribution_note"],
                completeness=entry["completeness"],
                scope=entry["scope"],
                language=entry["language"],
                issued=moment,
                lag=lag(first, moment) if moment and first and moment is not first and moment != first else None,
                source_url=entry["source_url"],
                archive_url=entry["archive_url"],
                via=entry["via"],
                translation_of=entry["translation_of"],
                revisions=tuple(
                    RevisionShown(number, revision["text"], moment_of(revision["captured_at"]), revision["note"])
                    for number, revision in enumerate(entry["revisions"], start=1)
                ),
            )
        )
    return tuple(accounts)
