"""By property, over every document: nothing that an edition changed is both removed and added."""

import json
from collections.abc import Iterator
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comparisons.comparison.claims import StanceShown
from comparisons.documents import load
from comparisons.editions.renames import squeezed
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from comparisons.wording.turn import Turn
from comparisons.wording.what_changed import WhatChanged
from tests.examples import DOCUMENTS
from tests.properties import tried
from tests.wording.edits import (
    OTHER_WORDS,
    SAME_WORDS,
    Document,
    Edit,
    another_claim_slug,
    another_party_slug,
    another_topic_slug,
    told_of,
)

pytestmark = pytest.mark.django_db


def turns_of(told: WhatChanged) -> Iterator[Turn]:
    yield from told.event
    for account in told.accounts:
        yield from account.turns
    for outcome in (*told.outcomes, *told.beside):
        yield from outcome.sentences
    for claim in (*told.wording, *told.stances, *told.read_again):
        yield from claim.turns
        for stance in claim.stances:
            yield from (*stance.positions, *stance.turns, *stance.quotes)


def assert_nothing_is_both_removed_and_added(told: WhatChanged) -> None:
    for turn in turns_of(told):
        assert squeezed(turn.before) != squeezed(turn.after), turn
        for removed, added in zip(turn.parts, turn.parts[1:], strict=False):
            if (removed.kind, added.kind) == ("removed", "added"):
                assert squeezed(removed.text) != squeezed(added.text), turn
    for outcome in told.beside:
        assert outcome.before != outcome.after or outcome.sentences
    for outcome in told.outcomes:
        assert outcome.before != outcome.after
    assert not {claim.headline for claim in told.added} & {claim.headline for claim in told.removed}
    gone, come = (
        {turn.before for turn in told.event if not turn.after},
        {turn.after for turn in told.event if not turn.before},
    )
    assert not gone & come
    for claim in told.stances:
        words = [turn for stance in claim.stances for turn in (*stance.turns, *stance.quotes)]
        assert not {one.before for one in words if not one.after} & {one.after for one in words if not one.before}
        for stance in claim.stances:
            before, after = (words_of(one) for one in (stance.change.before, stance.change.after))
            assert not after & {turn.before for turn in stance.quotes}
            assert not before & {turn.after for turn in stance.quotes}


def words_of(stance: StanceShown | None) -> set[str]:
    return {squeezed(quote.exact) for quote in stance.quotes} if stance else set()


@pytest.fixture
def documents(db: None) -> list[Document]:
    for path in DOCUMENTS:
        publish(load(json.loads(path.read_text())).event, by="ann")
    return [json.loads(edition.body) for edition in Edition.objects.all()]


def edited(document: Document, edits: list[Edit], data: st.DataObject) -> Document:
    after = deepcopy(document)
    for edit in edits:
        edit(after, lambda among: among[data.draw(st.integers(0, len(among) - 1))])
    return after


def test_nothing_is_both_removed_and_added_whatever_was_edited(documents: list[Document]) -> None:
    @tried(80)
    @given(st.sampled_from(documents), st.lists(st.sampled_from([*SAME_WORDS, *OTHER_WORDS]), max_size=4), st.data())
    def holds(before: Document, edits: list[Edit], data: st.DataObject) -> None:
        assert_nothing_is_both_removed_and_added(told_of(before, edited(before, edits, data)))

    holds()


def test_words_that_stay_are_no_change_of_words(documents: list[Document]) -> None:
    """But of an address, of a text that has a line more, or of a quote that has one more beside it."""
    telling = {another_claim_slug, another_party_slug, another_topic_slug}

    @tried(50)
    @given(st.sampled_from(documents), st.lists(st.sampled_from(SAME_WORDS[:-1]), max_size=3), st.data())
    def holds(before: Document, edits: list[Edit], data: st.DataObject) -> None:
        told = told_of(before, edited(before, edits, data))
        assert (told.outcomes, told.beside, told.added, told.removed, told.wording) == ((), (), (), (), ())
        assert (told.stances, told.event, told.accounts) == ((), (), ())
        if set(edits) <= telling:
            assert (told.texts, told.read_again) == ((), ())

    holds()
