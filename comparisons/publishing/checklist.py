"""The checklist before publishing: figures of the document that would be published, and nothing else."""

import re
from dataclasses import dataclass

from comparisons.comparison.document import Document, PartyEntry, StatedClaim
from comparisons.documents.derived import origin_of


@dataclass(frozen=True)
class ClaimNamingParties:
    """A claim whose words name parties."""

    slug: str
    words: str
    parties: tuple[str, ...]


@dataclass(frozen=True)
class Origin:
    """The claims that are quoted from the texts of one party alone."""

    party: str
    claims: tuple[str, ...]
    """Their slugs."""


@dataclass(frozen=True)
class Checklist:
    claims: int
    cells: int
    """Claims times the parties' accounts; an observer's account may be left unread."""
    unread: int
    naming: tuple[ClaimNamingParties, ...]
    origins: tuple[Origin, ...]
    """One for each party, in the document's order."""


def checklist(document: Document) -> Checklist:
    """The figures of a document as `documents.dump` writes it."""
    claims = document["claims"]
    party_of = {account["id"]: account["party"] for account in document["accounts"]}
    cells = len(claims) * sum(party is not None for party in party_of.values())
    read = sum(party_of[stance["account"]] is not None for claim in claims for stance in claim["stances"])
    origins: dict[str, list[str]] = {party["slug"]: [] for party in document["parties"]}
    for claim in claims:
        origin = origin_of(claim, party_of)
        if origin:
            origins[origin].append(claim["slug"])
    return Checklist(
        claims=len(claims),
        cells=cells,
        unread=cells - read,
        naming=tuple(
            ClaimNamingParties(claim["slug"], claim["question"] or claim["wording"], named)
            for claim in claims
            if (named := _parties_named(claim, document["parties"]))
        ),
        origins=tuple(Origin(party["name"], tuple(origins[party["slug"]])) for party in document["parties"]),
    )


def _parties_named(claim: StatedClaim, parties: list[PartyEntry]) -> tuple[str, ...]:
    words = f"{claim['question']}\n{claim['wording']}"
    return tuple(
        party["name"]
        for party in parties
        if re.search(rf"(?<!\w){re.escape(party['name'])}(?!\w)", words, flags=re.IGNORECASE)
    )
