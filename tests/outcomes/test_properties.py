from collections.abc import Iterable
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from comparisons.outcomes import FAMILIES, Flag, Stance, caveats, derive, family_of
from tests.outcomes.stances import THREE, TWELVE, kremlin, rests, white_house
from tests.properties import tried

# What always holds, for any accounts of up to three parties and an observer.

SPOKEN = ["affirms", "affirms_in_part", "denies", "inconsistent"]
UNSPOKEN = ["declines", "silent", "not_reviewed"]
INTERVALS = st.tuples(st.integers(0, 6), st.integers(0, 6)).map(sorted)


@st.composite
def stances_of(draw: st.DrawFn, parties: Iterable[str | None] = (*THREE, None)) -> Stance:
    party = draw(st.sampled_from(list(parties)))
    position = draw(st.sampled_from(SPOKEN + UNSPOKEN))
    low, high = draw(st.one_of(st.just((None, None)), INTERVALS))
    return Stance(party, position, low, high, can_omit=draw(st.booleans()))


ACCOUNTS = st.lists(stances_of(), max_size=7)
always = tried(500)


@always
@given(ACCOUNTS, st.data())
def test_the_order_of_stances_and_parties_never_matters(stances: list[Stance], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(stances))
    parties = data.draw(st.permutations(THREE))
    assert derive(shuffled, parties) == derive(stances, THREE)
    assert caveats([rests(stance, reported=stance.can_omit) for stance in shuffled], parties) == caveats(
        [rests(stance, reported=stance.can_omit) for stance in stances], THREE
    )


@always
@given(ACCOUNTS)
def test_every_configuration_has_an_outcome(stances: list[Stance]) -> None:
    derived = derive(stances, THREE)
    assert derived.outcome in TWELVE
    assert family_of(derived.outcome) in FAMILIES
    assert set(derived.positions) == set(THREE)
    assert derived.flags <= set(Flag)


@always
@given(ACCOUNTS)
def test_an_omission_has_one_party_that_speaks_and_a_silent_one_whose_text_can_omit(stances: list[Stance]) -> None:
    if derive(stances, THREE).outcome != "omission":
        return
    speaking = {stance.party for stance in stances if stance.party and stance.position in SPOKEN}
    assert len(speaking) == 1
    omitting = []
    for party in set(THREE) - speaking:
        own = [stance for stance in stances if stance.party == party]
        only_silent = all(stance.position == "silent" for stance in own)
        if only_silent and any(stance.can_omit for stance in own):
            omitting.append(party)
    assert omitting


def worlds(stance: Stance) -> set[int] | None:
    """By brute force: the values, of 0 to 6 and "none of them" (-1), under which what the account says is so.

    None where the account is at odds with every other that speaks.
    """
    if stance.position == "inconsistent":
        return None
    if stance.position == "denies":
        return {-1}
    if stance.low is None:
        return set(range(7))
    return {value for value in range(7) if stance.low <= value <= (stance.high or 0)}


def contradict_each_other(one: Stance, other: Stance) -> bool:
    if one.position in UNSPOKEN or other.position in UNSPOKEN:
        return False
    ones, others = worlds(one), worlds(other)
    return ones is None or others is None or not ones & others


@always
@given(ACCOUNTS)
def test_a_contradiction_is_there_exactly_where_two_parties_cannot_both_be_so(stances: list[Stance]) -> None:
    across = [
        (one, other)
        for one, other in product(stances, repeat=2)
        if one.party is not None and other.party is not None and one.party != other.party
    ]
    at_odds = [(one, other) for one, other in across if contradict_each_other(one, other)]
    only_in_part = all("affirms_in_part" in (one.position, other.position) for one, other in at_odds)
    by_rules_2 = "partial_contradiction" if only_in_part else "contradiction"
    for rules, expected in ((1, "contradiction"), (2, by_rules_2)):
        outcome = derive(stances, THREE, rules=rules).outcome
        assert (outcome == expected) == bool(at_odds)
        assert at_odds or outcome not in ("contradiction", "partial_contradiction")


@always
@given(ACCOUNTS)
def test_rules_2_tell_apart_what_to_rules_1_was_one_outcome_and_nothing_else(stances: list[Stance]) -> None:
    first, second = derive(stances, THREE, rules=1), derive(stances, THREE)
    assert (first.positions, first.flags) == (second.positions, second.flags)
    assert first.outcome == ("contradiction" if second.outcome == "partial_contradiction" else second.outcome)


@always
@given(st.lists(stances_of(THREE), max_size=6), st.sampled_from([*THREE, "beijing", None]))
@example([white_house("affirms"), kremlin("silent")], "kremlin")
@example([white_house("silent"), kremlin("silent", can_omit=False)], "white-house")
def test_an_account_not_reviewed_yet_never_turns_an_outcome_into_a_finding(
    stances: list[Stance], party: str | None
) -> None:
    before = derive(stances, THREE)
    with_party = (*THREE, party) if party == "beijing" else THREE
    after = derive([*stances, Stance(party, "not_reviewed")], with_party)
    if party is not None:
        assert "provisional" in after.flags
    assert after.outcome == before.outcome or after.outcome not in {
        "agreement",
        "partial_agreement",
        "contradiction",
        "partial_contradiction",
        "omission",
        "internal_contradiction",
        "denied_by_one",
    }


@always
@given(ACCOUNTS)
def test_the_flags_say_what_the_stances_and_positions_show(stances: list[Stance]) -> None:
    derived = derive(stances, THREE)
    standing = set(derived.positions.values())
    assert ("internal_contradiction" in derived.flags) == ("conflicted" in standing)
    assert ("provisional" in derived.flags) == any(s.party and s.position == "not_reviewed" for s in stances)
    noted = {"agreement", "partial_agreement", "contradiction", "partial_contradiction", "denied_by_one"}
    assert ("some_silent" in derived.flags) == (derived.outcome in noted and "silent" in standing)
