"""What changed from one edition to another, in words."""

from datetime import UTC, datetime
from typing import Any

import pytest

from comparisons.editions.changes import AccountChange, StanceChange
from comparisons.editions.claim_history import PastOutcome
from comparisons.wording.changes import (
    account_change_at_the_desk,
    past_outcome,
    stance_change_at_the_desk,
)
from tests.wording.values import a_stance


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"is_added": True}, "added"),
        ({"is_removed": True}, "removed"),
        ({"text_changes": True}, "its text changed"),
        ({"fields": ("title", "via")}, "changed: title, where we read it"),
        ({"text_changes": True, "fields": ("title",)}, "its text changed; changed: title"),
    ],
)
def test_an_account_that_changed(change: dict[str, Any], words: str) -> None:
    nothing: dict[str, Any] = {"is_added": False, "is_removed": False, "fields": (), "text_changes": False}
    of = AccountChange("readout", "A readout", "en", **(nothing | change))
    assert account_change_at_the_desk(of) == words


@pytest.mark.parametrize(
    ("before", "after", "particulars", "is_read_again", "words"),
    [
        ("denies", "", (), False, "“denies” becomes “not read yet”"),
        ("denies", "denies", ("note",), False, "denies; changed: note"),
        ("denies", "denies", (), True, "denies; read again"),
        (
            "silent",
            "denies",
            ("low", "note"),
            True,
            "“silent” becomes “denies”; changed: lowest value, note; read again",
        ),
    ],
)
def test_a_stance_that_changed(
    before: str, after: str, particulars: tuple[str, ...], is_read_again: bool, words: str
) -> None:
    was, now = (a_stance(position) if position else None for position in (before, after))
    assert stance_change_at_the_desk(StanceChange("A", "en", was, now, particulars, is_read_again)) == words


@pytest.mark.parametrize(
    ("past", "words"),
    [
        ({"is_withdrawn": True, "outcome": ""}, "This edition was withdrawn."),
        ({"outcome": ""}, "Not in this edition."),
        ({"before": ""}, "New in this edition: “Contradiction”."),
        ({"before": "", "is_first": True}, "“Contradiction”."),
        ({}, "“Contradiction”."),
    ],
)
def test_what_a_claim_came_to_in_an_edition(past: dict[str, Any], words: str) -> None:
    values: dict[str, Any] = {
        "number": 2,
        "published_at": datetime(2020, 1, 1, tzinfo=UTC),
        "note": "",
        "is_withdrawn": False,
        "outcome": "contradiction",
        "before": "contradiction",
        "is_by_rules": False,
        "is_first": False,
    }
    assert past_outcome(PastOutcome(**(values | past))) == words
