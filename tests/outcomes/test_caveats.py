from comparisons.outcomes import Caveat, Evidence, Stance, caveats, derive, rests_on, to_be_told
from tests.outcomes.stances import BOTH, kremlin, observer, outcome_of, rests, white_house

# Caveats, on the call of 28 January 2017.


def test_trade_is_a_contradiction_that_rests_on_a_report() -> None:
    trade = [
        rests(white_house("denies"), reported=True),
        rests(white_house("silent", can_omit=False), anonymous=True),
        rests(kremlin("affirms")),
    ]
    assert outcome_of(*(evidence.stance for evidence in trade)) == "contradiction"
    assert caveats(trade, BOTH) == {"rests_on_report"}


def test_sanctions_are_denied_by_one_which_rests_on_an_anonymous_source() -> None:
    sanctions = [
        rests(white_house("silent", can_omit=False)),
        rests(white_house("denies"), anonymous=True),
        rests(kremlin("silent", can_omit=False)),
    ]
    assert outcome_of(*(evidence.stance for evidence in sanctions)) == "denied_by_one"
    assert caveats(sanctions, BOTH) == {"rests_on_anonymous"}


def test_an_outcome_that_another_account_upholds_rests_on_nothing() -> None:
    terrorism = [
        rests(white_house("affirms")),
        rests(white_house("affirms"), anonymous=True),
        rests(kremlin("affirms")),
        rests(kremlin("affirms"), reported=True, translation=True),
    ]
    assert caveats(terrorism, BOTH) == frozenset()


def test_stances_with_one_property_are_taken_away_together() -> None:
    twice_reported = [
        rests(white_house("denies"), reported=True),
        rests(white_house("denies"), reported=True),
        rests(kremlin("affirms")),
    ]
    assert caveats(twice_reported, BOTH) == {"rests_on_report"}


def test_an_outcome_can_rest_on_several_things_at_once() -> None:
    leak = [
        rests(white_house("denies"), reported=True, anonymous=True, translation=True, implied=True),
        rests(kremlin("affirms")),
    ]
    assert caveats(leak, BOTH) == set(Caveat)


def test_an_omission_rests_on_the_translation_whose_silence_it_is() -> None:
    assert caveats([rests(white_house("affirms")), rests(kremlin("silent"), translation=True)], BOTH) == {
        "rests_on_translation"
    }


def test_a_quantity_taken_away_takes_its_interval_along() -> None:
    lasted = [rests(white_house("affirms", 60, 60)), rests(kremlin("affirms", 45, 45), reported=True)]
    assert caveats(lasted, BOTH) == {"rests_on_report"}


def test_an_account_not_reviewed_rests_on_nothing_yet() -> None:
    unread = [rests(white_house("silent")), rests(kremlin("not_reviewed"), anonymous=True, translation=True)]
    assert outcome_of(*(evidence.stance for evidence in unread)) == "not_reviewed"
    assert caveats(unread, BOTH) == frozenset()


def test_observers_bear_no_caveat() -> None:
    assert caveats([rests(white_house("affirms")), rests(observer("denies"), anonymous=True)], BOTH) == frozenset()


def test_caveats_can_be_read_from_what_is_read_once() -> None:
    trade = [rests(white_house("denies"), reported=True), rests(kremlin("affirms"))]
    assert caveats(iter(trade), iter(BOTH)) == {"rests_on_report"}
    assert derive(iter([white_house("affirms")]), iter(BOTH)) == derive([white_house("affirms")], BOTH)


# What each party's position rests on.


def test_trade_of_the_white_house_rests_on_a_report_and_of_the_kremlin_on_its_own_words() -> None:
    trade = [
        rests(white_house("denies"), reported=True),
        rests(white_house("silent", can_omit=False), anonymous=True),
        rests(kremlin("affirms")),
    ]
    assert rests_on(trade, BOTH) == {"white-house": {"report"}, "kremlin": frozenset()}


def test_a_party_can_rest_on_something_without_which_the_outcome_would_be_the_same() -> None:
    terrorism = [
        rests(white_house("affirms")),
        rests(kremlin("affirms")),
        rests(Stance("kyiv", "affirms"), implied=True),
    ]
    parties = (*BOTH, "kyiv")
    assert caveats(terrorism, parties) == frozenset()
    assert rests_on(terrorism, parties) == {"white-house": set(), "kremlin": set(), "kyiv": {"implication"}}


def test_a_position_that_another_account_of_the_party_upholds_rests_on_nothing() -> None:
    twice = [rests(white_house("denies"), reported=True), rests(white_house("denies"))]
    assert rests_on(twice, BOTH) == {"white-house": frozenset(), "kremlin": frozenset()}


def test_a_silence_rests_on_the_translation_that_was_read() -> None:
    silent = [rests(white_house("affirms")), rests(kremlin("silent"), translation=True)]
    assert rests_on(silent, BOTH)["kremlin"] == {"translation"}


def test_what_rests_on_what_can_be_read_from_what_is_read_once() -> None:
    trade = [rests(white_house("denies"), implied=True), rests(kremlin("affirms"))]
    assert rests_on(iter(trade), iter(BOTH)) == {"white-house": {"implication"}, "kremlin": frozenset()}


def test_a_contradiction_by_implication_says_so() -> None:
    assert caveats([rests(white_house("denies")), rests(kremlin("affirms"), implied=True)], BOTH) == {
        "rests_on_implication"
    }


# What a sentence has to tell of each party.


def told(*judged: Evidence) -> frozenset[str]:
    return frozenset(to_be_told([*judged, rests(kremlin("affirms"))], BOTH)["white-house"])


def test_what_a_position_rests_on_is_told() -> None:
    assert told(rests(white_house("denies"), reported=True)) == {"report"}
    assert told(rests(white_house("denies"))) == set()


def test_two_that_stand_in_for_each_other_are_both_told() -> None:
    """A denial known from a newspaper, and another by somebody unnamed: neither is in the party's own words."""
    by_report = rests(white_house("denies"), reported=True)
    unnamed = rests(white_house("denies"), anonymous=True)
    assert rests_on([by_report, unnamed], BOTH)["white-house"] == set()
    assert told(by_report, unnamed) == {"report", "anonymous"}
    assert told(by_report, unnamed, rests(white_house("denies"))) == set()


def test_what_stands_in_beside_what_all_have_in_common_is_told_as_well() -> None:
    by_report = rests(white_house("denies"), reported=True, implied=True)
    unnamed = rests(white_house("denies"), anonymous=True, implied=True)
    assert told(by_report, unnamed) == {"report", "anonymous", "implication"}


def test_a_stance_that_does_not_carry_the_position_is_not_told_of() -> None:
    silent = rests(white_house("silent"), translation=True)
    assert told(rests(white_house("denies"), reported=True), rests(white_house("denies"), anonymous=True), silent) == {
        "report",
        "anonymous",
    }
