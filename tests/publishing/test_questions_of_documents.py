"""What the desk asks of the real documents: a snapshot, looked at for false alarms."""

import json
from pathlib import Path

import pytest

from comparisons.documents import dump, load
from comparisons.publishing.questions import Kind, Place, questions, totals
from tests.examples import DOCUMENTS, SLUG

AT_CELLS = {
    "biden-putin-video-call-2021-12-07": [
        # “Other measures”, of a claim on defensive materiel.
        Place("biden-said-ukraine-would-get-additional-defensive-materiel-i", "white-house-readout")
    ],
    "biden-zelenskyy-call-2022-01-27": [
        # To “deter Russian aggression”, of a claim on a decisive response.
        Place("the-us-and-allies-will-respond-decisively-if-russia-further", "ukraine-presidency-statement")
    ],
    # “Mutual cooperation in defeating ISIS”, of a claim on coordinating actions.
    SLUG: [Place("is-coordination-agreed", "white-house-statement")],
}
"""The cells that are asked about, each as its partial yes shares no word with the claim; of the others none is."""
OF_MANY = {Kind.CLAIM_WITHOUT_QUESTION, Kind.QUOTE_WITHOUT_TRANSLATION, Kind.ACCOUNT_WITHOUT_LINK}
"""What is asked of each that lacks it, in one question or one for an account."""


@pytest.mark.django_db
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_a_real_document_is_asked_about_where_one_would_look_twice(path: Path) -> None:
    document = dump(load(json.loads(path.read_text()), reader="Ann Reader").event)
    asked = questions(document, language="en")
    at_cells = [question for question in asked if question.kind not in OF_MANY]
    assert [question.place for question in at_cells] == AT_CELLS.get(path.stem, [])
    assert {question.kind for question in at_cells} <= {Kind.PART_OF_WHAT}
    assert len(asked) <= 1 + len(document["accounts"]) + len(at_cells)
    assert len({question.digest for question in asked}) == len(asked)
    of_how_many = totals(document, language="en")
    assert all(sum(one.count for one in asked if one.kind == kind) <= of_how_many[kind] for kind in Kind)
