import json

import pytest

from comparisons.outcomes import FAMILIES, Outcome, derive, family_of
from tests.outcomes.stances import BOTH, TWELVE, kremlin, kyiv, white_house

# What is refused.


def test_a_stance_of_a_party_that_is_not_compared_is_refused() -> None:
    with pytest.raises(ValueError, match="kyiv"):
        derive([kyiv("affirms")], BOTH)


@pytest.mark.parametrize("position", ["", "Affirms", "says", "conflicted", "no_account", "not_in_text_held"])
def test_a_position_that_no_stance_has_is_refused(position: str) -> None:
    with pytest.raises(ValueError, match="position"):
        white_house(position)


@pytest.mark.parametrize(("low", "high"), [(60, 45), (60, None), (None, 60), (float("nan"), 60)])
def test_an_interval_out_of_order_or_with_one_bound_is_refused(low: int | None, high: int | None) -> None:
    with pytest.raises(ValueError, match=r"low|high"):
        white_house("affirms", low, high)


# Values and families.


def test_every_value_is_a_plain_string_also_as_json() -> None:
    derived = derive([white_house("inconsistent"), kremlin("not_reviewed")], BOTH)
    document = {"outcome": derived.outcome, "flags": sorted(derived.flags), "positions": derived.positions}
    assert json.loads(json.dumps(document)) == {
        "outcome": "internal_contradiction",
        "flags": ["internal_contradiction", "provisional"],
        "positions": {"white-house": "conflicted", "kremlin": "not_reviewed"},
    }
    assert f"{derived.outcome}" == "internal_contradiction"


def test_the_families_hold_each_of_the_twelve_outcomes_once() -> None:
    assert list(FAMILIES) == ["agreements", "contradictions", "one-sided", "open"]
    held = [outcome for outcomes in FAMILIES.values() for outcome in outcomes]
    assert len(held) == 12
    assert set(held) == TWELVE == set(Outcome)


@pytest.mark.parametrize(
    ("family", "outcomes"),
    [
        ("agreements", ["agreement", "partial_agreement"]),
        ("contradictions", ["contradiction", "partial_contradiction", "internal_contradiction"]),
        ("one-sided", ["omission", "single_source", "denied_by_one", "unanswered"]),
        ("open", ["not_reviewed", "not_addressed", "no_evidence_held"]),
    ],
)
def test_an_outcome_knows_its_family(family: str, outcomes: list[str]) -> None:
    assert list(FAMILIES[family]) == outcomes
    assert [family_of(outcome) for outcome in outcomes] == [family] * len(outcomes)


def test_a_family_of_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="verdict"):
        family_of("verdict")
