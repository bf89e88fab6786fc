"""The comparison as a page shows it: a plain value, built from a document with its outcomes.

An edition's document (public) and a document made from the desk's present state (preview) give the same object,
so one set of templates renders both, and rendering costs no query.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from comparisons.moments import Moment
from comparisons.outcomes import FAMILIES, RULES
from comparisons.texts.collation import collation_key

from .accounts import AccountShown, PartyShown, accounts_from
from .claims import Cell, ClaimShown, TopicShown, claim_from
from .document import Document, StanceName, rules_of
from .standings import standings_of

CONTRADICTIONS_FIRST = "contradictions"


@dataclass(frozen=True)
class EditionMark:
    """Which edition a comparison is. A preview has none."""

    number: int
    published: Moment
    note: str
    sha256: str
    rules: int = RULES
    """Those that its outcomes were derived by."""


@dataclass(frozen=True)
class Section:
    """Claims under one heading: those of a topic, or of a family in the order "contradictions first"."""

    topic: TopicShown | None
    family: str
    claims: tuple[ClaimShown, ...]

    @property
    def slug(self) -> str:
        return self.topic.slug if self.topic else self.family


@dataclass(frozen=True)
class FamilyCount:
    family: str
    count: int


@dataclass(frozen=True)
class Comparison:
    slug: str
    title: str
    kind: str
    date: date
    place: str
    summary: str
    participants: tuple[str, ...]
    parties: tuple[PartyShown, ...]
    """All of them, in the declared order: by name, whatever its case and accents."""
    columns: tuple[PartyShown, ...]
    """Those shown, in the reader's order."""
    accounts: tuple[AccountShown, ...]
    topics: tuple[TopicShown, ...]
    claims: tuple[ClaimShown, ...]
    """All of them; `shown` holds those that the reader asked for."""
    shown: tuple[ClaimShown, ...]
    edition: EditionMark | None = field(default=None)
    order: str = ""
    """That of the claims: nothing, for the document's own, or CONTRADICTIONS_FIRST."""

    @classmethod
    def from_document(cls, document: Document, read_again: Sequence[StanceName] | None = None) -> "Comparison":
        """Read a document with its outcomes, as `documents.dump` writes it.

        Which stances rest on a text that has changed since is what the edition says, or what is given for a preview.
        """
        event = document["event"]
        parties = tuple(
            sorted((PartyShown(**party) for party in document["parties"]), key=lambda p: collation_key(p.name, p.slug))
        )
        topics = tuple(TopicShown(**topic) for topic in document["topics"])
        accounts = accounts_from(document["accounts"], {party.slug: party for party in parties})
        edition = document.get("edition")
        if read_again is None:
            read_again = edition.get("read_again", ()) if edition else ()
        outdated = {(entry["claim"], entry["account"]) for entry in read_again}
        claims = tuple(
            claim_from(
                claim,
                topics,
                accounts,
                standings_of(claim, document["accounts"], parties, rules=rules_of(document)),
                outdated,
            )
            for claim in document["claims"]
        )
        return cls(
            slug=event["slug"],
            title=event["title"],
            kind=event["kind"],
            date=date.fromisoformat(event["date"]),
            place=event["place"],
            summary=event["summary"],
            participants=tuple(event["participants"]),
            parties=parties,
            columns=parties,
            accounts=accounts,
            topics=topics,
            claims=claims,
            shown=claims,
            edition=edition
            and EditionMark(
                edition["number"],
                Moment.parse(edition["published_at"]),
                edition["note"],
                edition.get("sha256", ""),
                rules_of(document),
            ),
        )

    def narrowed(
        self, *, show: str = "", topic: str = "", parties: Sequence[str] = (), order: str = ""
    ) -> "Comparison":
        """The same comparison with only the claims and columns asked for. Outcomes still count every party.

        `order` is nothing, for that in which the claims were entered, or CONTRADICTIONS_FIRST.
        """
        by_slug = {party.slug: party for party in self.parties}
        columns = tuple(by_slug[slug] for slug in parties) or self.parties
        shown = tuple(
            replace(claim, cells=_cells_in(columns, claim))
            for claim in self.claims
            if (not show or claim.family == show) and (not topic or claim.topic.slug == topic)
        )
        return replace(self, columns=columns, shown=shown, order=order)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The claims shown, by topic in the document's order, or by family where contradictions come first."""
        if self.order == CONTRADICTIONS_FIRST:
            families = sorted(FAMILIES, key=lambda family: family != CONTRADICTIONS_FIRST)
            sections = [Section(None, one, tuple(c for c in self.shown if c.family == one)) for one in families]
        else:
            sections = [Section(one, "", tuple(c for c in self.shown if c.topic == one)) for one in self.topics]
        return tuple(section for section in sections if section.claims)

    @property
    def family_counts(self) -> tuple[FamilyCount, ...]:
        """How many of all claims fall into each family, in the families' own order."""
        return _family_counts(self.claims)

    @property
    def topic_counts(self) -> tuple[tuple[TopicShown, tuple[FamilyCount, ...]], ...]:
        """The same of each topic that has a claim."""
        by_topic: dict[TopicShown, list[ClaimShown]] = {topic: [] for topic in self.topics}
        for claim in self.claims:
            by_topic[claim.topic].append(claim)
        return tuple((topic, _family_counts(claims)) for topic, claims in by_topic.items() if claims)

    @property
    def accounts_by_column(self) -> tuple[tuple[PartyShown, tuple[AccountShown, ...]], ...]:
        return tuple(
            (party, tuple(account for account in self.accounts if account.party == party)) for party in self.columns
        )

    @property
    def observers(self) -> tuple[AccountShown, ...]:
        """The accounts that speak for no party."""
        return tuple(account for account in self.accounts if account.party is None)


def _family_counts(claims: Sequence[ClaimShown]) -> tuple[FamilyCount, ...]:
    return tuple(FamilyCount(family, sum(claim.family == family for claim in claims)) for family in FAMILIES)


def _cells_in(columns: Sequence[PartyShown], claim: ClaimShown) -> tuple[Cell, ...]:
    cells = {cell.party: cell for cell in claim.cells}
    return tuple(cells[party] for party in columns)
