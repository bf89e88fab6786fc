from decimal import Decimal
from itertools import product
from typing import Any

import pytest

from comparisons.outcomes import Derived, Outcome, Position, Stance, derive
from tests.outcomes.stances import BOTH, THREE, kremlin, kyiv, observer, outcome_of, white_house

# The truth table for two parties, with the words of its own head.

WAYS: dict[str, dict[str, Any]] = {
    "affirms": {"position": "affirms"},
    "in part": {"position": "affirms_in_part"},
    "denies": {"position": "denies"},
    "declines": {"position": "declines"},
    "silent": {"position": "silent", "can_omit": True},
    "not in text held": {"position": "silent", "can_omit": False},
    "not reviewed": {"position": "not_reviewed"},
}
POSITION_OF_WAY = {
    "affirms": "affirms",
    "in part": "affirms_in_part",
    "denies": "denies",
    "declines": "declines",
    "silent": "silent",
    "not in text held": "not_in_text_held",
    "not reviewed": "not_reviewed",
}
TABLE = [
    ("affirms", "affirms", "agreement", set()),
    ("affirms", "in part", "partial_agreement", set()),
    ("affirms", "denies", "contradiction", set()),
    ("affirms", "declines", "unanswered", set()),
    ("affirms", "silent", "omission", set()),
    ("affirms", "not in text held", "single_source", set()),
    ("affirms", "not reviewed", "single_source", {"provisional"}),
    ("in part", "in part", "partial_agreement", set()),
    ("in part", "denies", "partial_contradiction", set()),
    ("in part", "declines", "unanswered", set()),
    ("in part", "silent", "omission", set()),
    ("in part", "not in text held", "single_source", set()),
    ("in part", "not reviewed", "single_source", {"provisional"}),
    ("denies", "denies", "agreement", set()),
    ("denies", "declines", "denied_by_one", set()),
    ("denies", "silent", "denied_by_one", {"some_silent"}),
    ("denies", "not in text held", "denied_by_one", set()),
    ("denies", "not reviewed", "denied_by_one", {"provisional"}),
    ("declines", "declines", "unanswered", set()),
    ("declines", "silent", "unanswered", set()),
    ("declines", "not in text held", "unanswered", set()),
    ("declines", "not reviewed", "unanswered", {"provisional"}),
    ("silent", "silent", "not_addressed", set()),
    ("silent", "not in text held", "not_addressed", set()),
    ("silent", "not reviewed", "not_reviewed", {"provisional"}),
    ("not in text held", "not in text held", "no_evidence_held", set()),
    ("not in text held", "not reviewed", "not_reviewed", {"provisional"}),
    ("not reviewed", "not reviewed", "not_reviewed", {"provisional"}),
]


def test_the_table_has_every_pair_of_positions_once() -> None:
    assert len(TABLE) == 28
    assert {frozenset(row[:2]) for row in TABLE} == {frozenset(pair) for pair in product(WAYS, repeat=2)}


@pytest.mark.parametrize(("one", "other", "outcome", "flags"), TABLE)
def test_two_parties_add_up_as_the_table_says(one: str, other: str, outcome: str, flags: set[str]) -> None:
    for white_house_way, kremlin_way in ((one, other), (other, one)):
        stances = [Stance("white-house", **WAYS[white_house_way]), Stance("kremlin", **WAYS[kremlin_way])]
        expected = {"white-house": POSITION_OF_WAY[white_house_way], "kremlin": POSITION_OF_WAY[kremlin_way]}
        for ordered in (stances, stances[::-1]):
            derived = derive(ordered, BOTH)
            assert derived.outcome == outcome
            assert derived.flags == flags
            assert derived.positions == expected


@pytest.mark.parametrize(("one", "other", "outcome", "flags"), TABLE)
def test_by_rules_1_two_parties_add_up_the_same_but_for_one_cell(
    one: str, other: str, outcome: str, flags: set[str]
) -> None:
    stances = [Stance("white-house", **WAYS[one]), Stance("kremlin", **WAYS[other])]
    derived = derive(stances, BOTH, rules=1)
    assert derived.outcome == ("contradiction" if {one, other} == {"in part", "denies"} else outcome)
    assert derived.flags == flags


# A contradiction in part: every pair at odds has a side that speaks of a part.


@pytest.mark.parametrize(
    ("stances", "outcome"),
    [
        ([white_house("denies"), kremlin("affirms_in_part"), kyiv("affirms_in_part")], "partial_contradiction"),
        ([white_house("denies"), kremlin("affirms_in_part"), kyiv("affirms")], "contradiction"),
        ([white_house("inconsistent"), kremlin("affirms_in_part")], "partial_contradiction"),
        ([white_house("inconsistent"), kremlin("denies")], "contradiction"),
        ([white_house("inconsistent"), kremlin("affirms")], "contradiction"),
        ([white_house("affirms_in_part", 10, 20), kremlin("affirms", 30, 40)], "partial_contradiction"),
        ([white_house("affirms", 10, 20), kremlin("affirms", 30, 40)], "contradiction"),
    ],
)
def test_every_pair_at_odds_has_a_side_in_part(stances: list[Stance], outcome: str) -> None:
    assert outcome_of(*stances) == outcome


# Where a party stands.


@pytest.mark.parametrize(
    ("own", "position"),
    [
        ([white_house("affirms"), white_house("denies")], "conflicted"),
        ([white_house("affirms_in_part"), white_house("denies")], "conflicted"),
        ([white_house("inconsistent")], "conflicted"),
        ([white_house("inconsistent"), white_house("silent")], "conflicted"),
        ([white_house("affirms", 30, 40), white_house("affirms", 60, 60)], "conflicted"),
        ([white_house("affirms", 30, 40), white_house("affirms_in_part", 60, 60)], "conflicted"),
        ([white_house("affirms"), white_house("silent"), white_house("denies")], "conflicted"),
        ([white_house("denies"), white_house("denies")], "denies"),
        ([white_house("denies"), white_house("declines"), white_house("not_reviewed")], "denies"),
        ([white_house("affirms"), white_house("affirms_in_part")], "affirms_in_part"),
        ([white_house("affirms_in_part"), white_house("declines")], "affirms_in_part"),
        ([white_house("affirms", 30, 50), white_house("affirms", 40, 60)], "affirms"),
        ([white_house("affirms"), white_house("declines"), white_house("silent")], "affirms"),
        ([white_house("affirms"), white_house("not_reviewed")], "affirms"),
        ([white_house("declines"), white_house("not_reviewed"), white_house("silent")], "declines"),
        ([white_house("not_reviewed"), white_house("silent")], "not_reviewed"),
        ([white_house("not_reviewed"), white_house("silent", can_omit=False)], "not_reviewed"),
        ([], "no_account"),
        ([white_house("silent"), white_house("silent", can_omit=False)], "silent"),
        ([white_house("silent", can_omit=False), white_house("silent", can_omit=False)], "not_in_text_held"),
    ],
)
def test_the_first_position_that_holds_is_the_partys(own: list[Stance], position: str) -> None:
    assert derive(own, BOTH).positions == {"white-house": position, "kremlin": "no_account"}
    assert derive(own[::-1], BOTH).positions == {"white-house": position, "kremlin": "no_account"}


def test_every_party_has_a_position_in_the_order_given_even_without_an_account() -> None:
    derived = derive([kremlin("affirms")], THREE)
    assert list(derived.positions.items()) == [
        ("white-house", "no_account"),
        ("kremlin", "affirms"),
        ("kyiv", "no_account"),
    ]
    assert derived.outcome == "single_source"


def test_with_no_account_at_all_the_outcome_is_no_evidence_held() -> None:
    assert derive([], BOTH) == Derived(
        Outcome.NO_EVIDENCE_HELD, frozenset(), {"white-house": Position.NO_ACCOUNT, "kremlin": Position.NO_ACCOUNT}
    )
    assert outcome_of(parties=()) == "no_evidence_held"


# Quantities: how long the call lasted, in minutes.


@pytest.mark.parametrize(
    ("one", "other", "outcome"),
    [
        (white_house("affirms", 60, 60), kremlin("affirms", 60, 60), "agreement"),
        (white_house("affirms", 45, 60), kremlin("affirms", 45, 60), "agreement"),
        (white_house("affirms"), kremlin("affirms"), "agreement"),
        (white_house("affirms", 45, 60), kremlin("affirms", 50, 70), "partial_agreement"),
        (white_house("affirms", 45, 60), kremlin("affirms", 60, 60), "partial_agreement"),
        (white_house("affirms", 0, 90), kremlin("affirms", 45, 60), "partial_agreement"),
        (white_house("affirms", 60, 60), kremlin("affirms"), "partial_agreement"),
        (white_house("affirms", 60, 60), kremlin("affirms_in_part", 60, 60), "partial_agreement"),
        (white_house("affirms", 45, 60), kremlin("affirms", 61, 90), "contradiction"),
        (white_house("affirms", 0, 0), kremlin("affirms", 1, 1), "contradiction"),
        (white_house("affirms", 0, 0), kremlin("affirms"), "partial_agreement"),
        (white_house("affirms_in_part", 45, 60), kremlin("affirms", 61, 90), "partial_contradiction"),
        (white_house("affirms_in_part", 45, 60), kremlin("affirms_in_part", 61, 90), "partial_contradiction"),
        (white_house("affirms", 60, 60), kremlin("denies"), "contradiction"),
        (white_house("denies", 30, 30), kremlin("denies", 60, 60), "agreement"),
        (white_house("denies", 30, 30), kremlin("denies"), "agreement"),
    ],
)
def test_quantities_agree_where_their_intervals_are_one_and_contradict_where_they_do_not_meet(
    one: Stance, other: Stance, outcome: str
) -> None:
    assert outcome_of(one, other, parties=BOTH) == outcome
    assert outcome_of(other, one, parties=BOTH) == outcome


def test_an_interval_is_a_number_however_it_is_written() -> None:
    stances = [Stance("white-house", "affirms", Decimal("60.0"), Decimal("60.00")), kremlin("affirms", 60, 60)]
    assert outcome_of(*stances) == "agreement"


def test_the_interval_of_a_silence_means_nothing() -> None:
    assert outcome_of(white_house("affirms", 60, 60), kremlin("silent", 10, 10)) == "omission"


# Accounts that are at odds with themselves.


def test_a_party_at_odds_with_itself_alone_is_an_internal_contradiction_with_its_flag() -> None:
    for own in (
        [white_house("affirms"), white_house("denies")],
        [white_house("inconsistent")],
        [white_house("affirms", 30, 30), white_house("affirms", 60, 60)],
    ):
        derived = derive([*own, kremlin("silent")], BOTH)
        assert derived.outcome == "internal_contradiction"
        assert derived.flags == {"internal_contradiction"}


@pytest.mark.parametrize("position", ["affirms", "affirms_in_part", "denies", "inconsistent"])
def test_an_inconsistent_account_is_contradicted_by_whatever_another_party_says(position: str) -> None:
    derived = derive([white_house("inconsistent"), kremlin(position)], BOTH)
    assert derived.outcome == ("partial_contradiction" if position == "affirms_in_part" else "contradiction")
    assert derived.flags == {"internal_contradiction"}


def test_two_values_of_one_party_within_the_range_of_another_agree_in_part_beside_the_flag() -> None:
    derived = derive([white_house("affirms", 1, 2), white_house("affirms", 5, 6), kremlin("affirms", 1, 6)], BOTH)
    assert derived.outcome == "partial_agreement"
    assert derived.flags == {"internal_contradiction"}
    assert derived.positions == {"white-house": "conflicted", "kremlin": "affirms"}


# Three parties, several accounts, observers.


@pytest.mark.parametrize(
    ("stances", "outcome", "flags"),
    [
        ([white_house("affirms"), kremlin("affirms"), kyiv("affirms")], "agreement", set()),
        ([white_house("affirms"), kremlin("affirms"), kyiv("silent")], "agreement", {"some_silent"}),
        ([white_house("affirms"), kremlin("affirms"), kyiv("silent", can_omit=False)], "agreement", set()),
        ([white_house("denies"), kremlin("denies"), kyiv("not_reviewed")], "agreement", {"provisional"}),
        ([white_house("affirms"), kremlin("affirms_in_part"), kyiv("silent")], "partial_agreement", {"some_silent"}),
        ([white_house("affirms"), kremlin("affirms"), kyiv("denies")], "contradiction", set()),
        ([white_house("affirms"), kremlin("denies"), kyiv("silent")], "contradiction", {"some_silent"}),
        (
            [white_house("affirms"), kremlin("affirms"), kyiv("inconsistent")],
            "contradiction",
            {"internal_contradiction"},
        ),
        ([white_house("affirms"), kremlin("silent"), kyiv("declines")], "omission", set()),
        ([white_house("affirms"), kremlin("silent"), kyiv("not_reviewed")], "omission", {"provisional"}),
        ([white_house("affirms"), kremlin("declines"), kyiv("not_reviewed")], "unanswered", {"provisional"}),
        ([white_house("denies"), kremlin("silent"), kyiv("declines")], "denied_by_one", {"some_silent"}),
        ([white_house("declines"), kremlin("silent"), kyiv("not_reviewed")], "unanswered", {"provisional"}),
        ([white_house("silent"), kremlin("silent", can_omit=False)], "not_addressed", set()),
        ([white_house("affirms"), kremlin("silent"), kremlin("declines")], "unanswered", set()),
        ([white_house("affirms"), kremlin("silent"), kremlin("not_reviewed")], "single_source", {"provisional"}),
        ([white_house("affirms"), white_house("silent"), kyiv("silent", can_omit=False)], "single_source", set()),
        ([white_house("affirms"), white_house("declines")], "single_source", set()),
        ([white_house("affirms"), white_house("affirms")], "single_source", set()),
        ([white_house("affirms"), white_house("not_reviewed"), kremlin("affirms")], "agreement", {"provisional"}),
        ([white_house("affirms"), white_house("affirms_in_part"), kremlin("affirms")], "partial_agreement", set()),
    ],
)
def test_three_parties_and_several_accounts(stances: list[Stance], outcome: str, flags: set[str]) -> None:
    derived = derive(stances, THREE)
    assert derived.outcome == outcome
    assert derived.flags == flags


def test_observers_decide_nothing() -> None:
    stances = [white_house("affirms"), kremlin("silent")]
    seen = [observer("denies"), observer("affirms", 60, 60), observer("inconsistent"), observer("not_reviewed")]
    assert derive([*stances, *seen], BOTH) == derive(stances, BOTH)
    assert outcome_of(*seen) == "no_evidence_held"
