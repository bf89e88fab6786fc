"""Figures of the real call, counted by hand in its document."""

from typing import Any

import pytest

from comparisons.comparison.document import Document
from comparisons.documents import dump
from comparisons.models import Event
from comparisons.publishing.checklist import checklist

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(event: Event) -> Document:
    return dump(event)


def claim(document: Document, slug: str) -> Any:
    return next(claim for claim in document["claims"] if claim["slug"] == slug)


def test_the_figures_of_the_call(call: Document) -> None:
    figures = checklist(call)
    assert figures.claims == 17
    assert (figures.unread, figures.cells) == (0, 51)
    assert figures.naming == ()
    assert [(origin.party, origin.claims) for origin in figures.origins] == [
        ("Kremlin", ("trade-discussed", "as-equals")),
        ("White House", ("sanctions-discussed", "in-need-of-repair", "terrorism-discussed", "common-foe")),
    ]


def test_cells_are_those_of_the_parties_accounts(event: Event) -> None:
    event.claims.get(slug="trade-discussed").stances.all().delete()
    event.claims.get(slug="duration").stances.filter(account__party=None).delete()
    figures = checklist(dump(event))
    assert (figures.unread, figures.cells) == (3, 51)


def test_a_claim_that_names_a_party_is_reported_with_the_party(call: Document) -> None:
    claim(call, "trade-discussed")["question"] = "Did the KREMLIN's readout bring up trade?"
    claim(call, "iran-discussed")["wording"] = "The White House and the Kremlin spoke of Iran."
    claim(call, "syria-discussed")["wording"] = "Kremlinology was discussed."
    assert [(named.slug, named.parties) for named in checklist(call).naming] == [
        ("trade-discussed", ("Kremlin",)),
        ("iran-discussed", ("Kremlin", "White House")),
    ]


def test_a_claim_quoted_from_both_originates_with_neither(call: Document) -> None:
    quote = {"account": "white-house-statement"}
    claim(call, "as-equals")["stances"][0]["quotes"] = [quote]
    assert checklist(call).origins[0].claims == ("trade-discussed",)


def test_an_empty_document_has_figures_as_well(call: Document) -> None:
    figures = checklist({**call, "claims": [], "accounts": [], "parties": []})
    assert (figures.cells, figures.unread, figures.origins) == (0, 0, ())
