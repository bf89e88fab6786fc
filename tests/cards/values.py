"""Cards to be laid out, without a document or a database."""

from typing import Any

from comparisons.cards.content import PARTIES_AT_MOST, ClaimCard, ComparisonCard, FamilyOnCard, PartyOnCard
from comparisons.outcomes import FAMILIES

EDITION = "Edition 2 · 3 March 2024"


def parties_on_card(number: int, name: str = "Kremlin", known: str = "", in_short: str = "") -> tuple[PartyOnCard, ...]:
    return tuple(PartyOnCard(name, "was asked and would not say", known, in_short) for _number in range(number))


def claim_card(parties: int = 2, name: str = "Kremlin", **changes: Any) -> ClaimCard:
    shown = parties if parties <= PARTIES_AT_MOST else PARTIES_AT_MOST - 1
    values: dict[str, Any] = {
        "event": "Trump–Putin phone call",
        "day": "28 January 2017",
        "headline": "Was trade discussed?",
        "family": "contradictions",
        "outcome": "contradiction",
        "label": "Contradiction",
        "remarks": "rests on a report",
        "parties": parties_on_card(shown, name),
        "more": f"and {parties - shown} more" if parties > shown else "",
        "edition": EDITION,
    }
    return ClaimCard(**values | changes)


def comparison_card(*counts: int, **changes: Any) -> ComparisonCard:
    of_claims = f"of {sum(counts)} claims"
    values: dict[str, Any] = {
        "title": "Trump–Putin phone call",
        "kind": "Phone call",
        "day": "28 January 2017",
        "compared": "The Kremlin and the White House, compared across 4 accounts.",
        "families": tuple(
            FamilyOnCard(family, family.capitalize(), count, of_claims)
            for family, count in zip(FAMILIES, counts, strict=True)
        ),
        "edition": EDITION,
    }
    return ComparisonCard(**values | changes)
