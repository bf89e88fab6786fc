"""Cards to be laid out, without a document or a database."""

from typing import Any

from comparisons.cards.content import (
    AnsweredOnCard,
    ClaimCard,
    ComparisonCard,
    FamilyOnCard,
    GroupOnCard,
    PartyOnCard,
)
from comparisons.cards.layout import Layout
from comparisons.outcomes import FAMILIES

EDITION = "Edition 2 · 3 March 2024"


WORDS = "“restoring mutually beneficial trade and economic ties between business circles of the two countries”"


def parties_on_card(
    number: int, name: str = "Kremlin", known: str = "", in_short: str = "", words: tuple[str, ...] = (WORDS,)
) -> tuple[PartyOnCard, ...]:
    return tuple(PartyOnCard(name, "said so in part", known, in_short, words=words) for _number in range(number))


def groups_on_card(parties: int, *labels: str, **changes: Any) -> tuple[GroupOnCard, ...]:
    """As many parties under each label."""
    return tuple(GroupOnCard(label, parties_on_card(parties, **changes)) for label in labels)


def claim_card(parties: int = 2, name: str = "Kremlin", words: tuple[str, ...] = (WORDS,), **changes: Any) -> ClaimCard:
    """Of two parties side by side; of more in two groups, of which the second has one."""
    beside = parties <= 2
    said = parties_on_card(parties, name, words=words)
    groups = (GroupOnCard("Said so", said[1:]), GroupOnCard("Denied it (1 of many)", said[:1]))
    values: dict[str, Any] = {
        "event": "Trump–Putin phone call",
        "day": "28 January 2017",
        "headline": "Was trade discussed?",
        "family": "contradictions",
        "outcome": "contradiction",
        "label": "Contradiction",
        "remarks": "rests on a report",
        "parties": said if beside else (),
        "groups": () if beside else groups,
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
        "answers": tuple(
            AnsweredOnCard("agreements", "agreement", f"Was matter {number} discussed?", "The two sides both said so.")
            for number in range(6)
        ),
        "edition": EDITION,
    }
    return ComparisonCard(**values | changes)


def words_on(layout: Layout) -> list[str]:
    """The texts of a card, in the order in which they are drawn."""
    return [text.words for text in layout.texts if text.words]
