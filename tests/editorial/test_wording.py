"""The next step of an event in words, for whoever may publish and whoever may not."""

from typing import Any

import pytest
from django.utils.translation import override

from comparisons.editorial.next_step import NextStep, Step
from comparisons.editorial.wording import next_in_short, next_step_sentence, ways
from comparisons.models import Edition, Event, Party, Withdrawal

KYIV = Party(pk=3, name="Kyiv")
TOLD: list[tuple[Step, dict[str, Any], str, str, str]] = [
    (Step.ACCOUNT, {"accounts": 0}, "Next: enter the first account.", "its accounts", "Add the first account"),
    (
        Step.ACCOUNT,
        {"claims": 0, "without_account": (KYIV,)},
        "Next: enter an account of this party: Kyiv.",
        "its accounts",
        "Add an account: Kyiv",
    ),
    (Step.CLAIM, {"claims": 0}, "Next: read the accounts at the desk.", "at the desk", "Open the desk"),
    (Step.READ, {"unread": 3}, "not read yet: 3 of 9.", "not read yet: 3 of 9", "Go on reading"),
    (Step.READ_AGAIN, {"to_read_again": 1}, "Next: read again", "", "See what is to be read again"),
    (Step.PUBLISH, {}, "then publish: readers see nothing before that.", "publish it", "Publish edition 1"),
    (Step.CORRECT, {"edition": 4, "has_changed": True}, "since edition 4.", "", "Publish edition 5"),
    (Step.WITHDRAWN, {"edition": -4}, "Edition 4 is withdrawn.", "edition 4, withdrawn", "Publish edition 5"),
    (Step.DONE, {"edition": 4}, "Edition 4 is what readers see.", "published: edition 4", "See it as readers do"),
]


def step_after(changes: dict[str, Any]) -> NextStep:
    """`edition` is the number of the newest, and below nothing where that is withdrawn."""
    values: dict[str, Any] = {"accounts": 2, "without_account": (), "claims": 3, "cells": 9, "unread": 0}
    number: int = changes.get("edition", 0)
    edition = Edition(number=abs(number), slug="a-call") if number else None
    if number < 0:
        Withdrawal(edition=edition)
    return NextStep(Event(pk=7, slug="a-call"), **(values | changes | {"edition": edition}))


@pytest.mark.parametrize(("step", "changes", "told", "in_short", "way"), TOLD)
def test_a_step_is_worded_in_a_sentence_in_short_and_as_a_link(
    step: Step, changes: dict[str, Any], told: str, in_short: str, way: str
) -> None:
    after = step_after(changes)
    assert after.step == step
    assert told in next_step_sentence(after, may_publish=True)
    assert in_short in next_in_short(after)
    (main,) = (one for one in ways(after, may_add=True, may_publish=True) if one.is_main)
    assert main.words == way


def test_every_step_is_tested_here() -> None:
    assert {step for step, *_rest in TOLD} == set(Step)


def test_who_may_not_publish_reads_who_does() -> None:
    after = step_after({})
    assert next_step_sentence(after, may_publish=False).endswith("a publisher publishes it.")
    assert [way.words for way in ways(after, may_add=True, may_publish=False)] == ["See it as readers will"]


def test_who_may_add_no_account_goes_on_without() -> None:
    assert ways(step_after({"accounts": 0}), may_add=False, may_publish=True) == ()
    after = step_after({"claims": 0, "without_account": (KYIV,)})
    assert [way.words for way in ways(after, may_add=False, may_publish=True)] == ["or go on without"]
    add, *_rest = ways(after, may_add=True, may_publish=True)
    assert add.address == "/admin/comparisons/account/add/?event=7&party=3"


def test_the_step_is_worded_in_russian() -> None:
    with override("ru"):
        assert "3 из 9" in next_step_sentence(step_after({"unread": 3}), may_publish=True)
