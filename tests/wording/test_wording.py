"""The words that stand for stored values, names and moments, which every page shares."""

import pytest

from comparisons import wording
from comparisons.moments import Lag, Moment
from comparisons.outcomes import FAMILIES, Caveat, Flag, Outcome, Position
from tests.wording.values import KREMLIN, NATO, WHITE_HOUSE, an_account


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Kremlin", "the Kremlin"),
        ("White House", "the White House"),
        ("Office of the President of Ukraine", "the Office of the President of Ukraine"),
        ("European Union", "the European Union"),
        ("United States", "the United States"),
        ("The Elders", "The Elders"),
        ("the Taliban", "the Taliban"),
        ("France", "France"),
        ("NATO", "NATO"),
        ("Donald Trump", "Donald Trump"),
        ("Ukraine’s Ministry of Defence", "Ukraine’s Ministry of Defence"),
        ("Householders", "Householders"),
    ],
)
def test_a_name_takes_an_article_within_a_sentence_where_it_needs_one(name: str, words: str) -> None:
    assert wording.in_sentence(name) == words


def test_names_are_listed_with_commas_and_a_last_and() -> None:
    assert wording.names([]) == ""
    assert wording.names([KREMLIN]) == "the Kremlin"
    assert wording.names([KREMLIN, NATO]) == "the Kremlin and NATO"
    assert wording.names([KREMLIN, NATO, WHITE_HOUSE]) == "the Kremlin, NATO and the White House"
    assert wording.possessive("the United States") == "the United States’"


def test_every_outcome_position_family_flag_and_caveat_has_its_words() -> None:
    assert set(wording.OUTCOMES) == set(Outcome)
    assert set(wording.POSITIONS) == set(Position)
    assert set(wording.FAMILIES) == set(FAMILIES)
    assert set(wording.REMARKS) == {*Flag, *Caveat, "unconfirmed"}


@pytest.mark.parametrize("words", [*wording.OUTCOMES.values(), *wording.POSITIONS.values(), *wording.REMARKS.values()])
def test_no_label_judges(words: str) -> None:
    assert not {"claimed", "admitted", "refused", "failed", "denied that"} & set(str(words).lower().split())


def test_a_family_and_an_outcome_never_have_one_name() -> None:
    names = [str(words) for words in (*wording.OUTCOMES.values(), *wording.FAMILIES.values())]
    assert len(set(names)) == len(names)


def test_an_attribution_is_not_said_twice() -> None:
    assert wording.attribution_to_add(an_account(source="An official, not named", attribution="anonymous")) == ""
    assert wording.attribution_to_add(an_account(source="An official", attribution="anonymous")) == "not named"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2017-01-28", "28 January 2017"),
        ("2017-01-29T15:31:00", "29 January 2017, 15:31 (time zone not given)"),
        ("2021-12-07T20:15:00Z", "7 December 2021, 20:15 UTC"),
        ("2021-12-07T13:12:12-05:00", "7 December 2021, 13:12 UTC-05:00"),
    ],
)
def test_a_moment_keeps_its_precision_and_its_offset(text: str, words: str) -> None:
    assert wording.moment(Moment.parse(text)) == words


@pytest.mark.parametrize(
    ("lag", "words"),
    [
        (Lag(days=0), "on the same day as the first account"),
        (Lag(days=1), "1 day after the first account"),
        (Lag(days=0, minutes=0), "within a minute of the first account"),
        (Lag(days=0, minutes=1), "1 minute after the first account"),
        (Lag(days=0, minutes=120), "2 hours after the first account"),
        (Lag(days=0, minutes=423), "7 h 3 min after the first account"),
        (Lag(days=3, minutes=4400), "3 days after the first account"),
    ],
)
def test_a_lag_is_worded_in_the_unit_that_suits_it(lag: Lag, words: str) -> None:
    assert wording.after_the_first(lag) == words


def test_a_language_has_a_name_or_else_its_tag() -> None:
    assert wording.language_name("ru") == "Russian"
    assert wording.language_name("en-GB") == "British English"
    assert wording.language_name("uk-UA") == "Ukrainian"
    assert wording.language_name("xx-Nowhere") == "xx-Nowhere"
