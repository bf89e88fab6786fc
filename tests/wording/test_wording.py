"""The words of a page: the same for every party, with clean punctuation, whatever the accounts add up to."""

from typing import Any

import pytest
from django.template.loader import render_to_string

from comparisons import wording
from comparisons.comparison.accounts import Party
from comparisons.comparison.claims import Stance
from comparisons.moments import Lag, Moment
from comparisons.outcomes import FAMILIES, Caveat, Flag, Outcome, Position
from tests.wording.values import KREMLIN, NATO, WHITE_HOUSE, a_claim, an_account


def sentence(outcome: str, positions: dict[Party, str], **changes: Any) -> str:
    html = render_to_string("claim/_sentence.html", {"claim": a_claim(outcome, positions, **changes)})
    return html.removesuffix("\n")


@pytest.mark.parametrize(
    ("outcome", "kremlin", "white_house", "words"),
    [
        ("agreement", "affirms", "affirms", "The Kremlin and the White House both said so."),
        ("agreement", "denies", "denies", "The Kremlin and the White House both said it was not so."),
        ("partial_agreement", "affirms", "affirms_in_part", "The Kremlin said so; the White House said so in part."),
        ("contradiction", "affirms", "denies", "The Kremlin said so; the White House said the opposite."),
        ("contradiction", "denies", "affirms", "The White House said so; the Kremlin said the opposite."),
        (
            "contradiction",
            "denies",
            "conflicted",
            "The White House said both that it was so and that it was not so; the Kremlin said it was not so.",
        ),
        (
            "internal_contradiction",
            "conflicted",
            "silent",
            "The Kremlin said both that it was so and that it was not so. Not mentioned in the White House’s readout.",
        ),
        ("omission", "affirms", "silent", "The Kremlin said so. Not mentioned in the White House’s readout."),
        (
            "single_source",
            "affirms",
            "not_in_text_held",
            "The Kremlin said so. Nothing on it in the text held from the White House.",
        ),
        (
            "single_source",
            "affirms",
            "not_reviewed",
            "The Kremlin said so. The text held from the White House has not been reviewed yet.",
        ),
        ("single_source", "affirms", "no_account", "The Kremlin said so. No account from the White House is held."),
        (
            "denied_by_one",
            "not_in_text_held",
            "denies",
            "The White House said it was not so. Nothing on it in the text held from the Kremlin.",
        ),
        ("unanswered", "affirms", "declines", "The Kremlin said so. The White House was asked and would not say."),
        ("unanswered", "declines", "declines", "The Kremlin and the White House were asked and would not say."),
        ("not_addressed", "silent", "silent", "Not mentioned in the accounts of the Kremlin and the White House."),
        (
            "no_evidence_held",
            "not_in_text_held",
            "not_in_text_held",
            "Nothing on it in the texts held from the Kremlin and the White House.",
        ),
    ],
)
def test_a_sentence_tells_the_outcome_of_two_parties(outcome: str, kremlin: str, white_house: str, words: str) -> None:
    assert sentence(outcome, {KREMLIN: kremlin, WHITE_HOUSE: white_house}) == words


@pytest.mark.parametrize("position", [position for position in Position if position != "inconsistent"])
def test_what_is_said_of_one_party_is_said_of_the_other_in_the_same_words(position: str) -> None:
    for other in ("affirms", "silent"):
        one = sentence("contradiction", {KREMLIN: position, NATO: other})
        swapped = sentence("contradiction", {NATO: position, KREMLIN: other})
        if position != other:
            assert one.lower().replace("the kremlin", "•").replace("nato", "◦") == swapped.lower().replace(
                "nato", "•"
            ).replace("the kremlin", "◦")


def test_three_parties_are_told_in_one_order_of_positions() -> None:
    assert (
        sentence("contradiction", {KREMLIN: "declines", NATO: "denies", WHITE_HOUSE: "affirms"})
        == "The White House said so; NATO said the opposite. The Kremlin was asked and would not say."
    )
    assert (
        sentence("agreement", {KREMLIN: "affirms", NATO: "affirms", WHITE_HOUSE: "affirms"})
        == "The Kremlin, NATO and the White House all said so."
    )


def test_a_silence_names_the_kind_of_an_only_account_and_else_says_accounts() -> None:
    accounts = [an_account(), an_account(id="remarks", kind="remarks")]
    words = sentence("omission", {KREMLIN: "affirms", WHITE_HOUSE: "silent"}, accounts=accounts)
    assert words == "The Kremlin said so. Not mentioned in the White House’s accounts."


@pytest.mark.parametrize(
    ("outcome", "kremlin", "white_house", "words"),
    [
        ("agreement", "affirms", "affirms", "The Kremlin and the White House gave the same figure."),
        ("contradiction", "affirms", "affirms", "The Kremlin and the White House gave figures that do not overlap."),
        (
            "partial_agreement",
            "affirms",
            "affirms",
            "The Kremlin and the White House gave figures that differ but do not exclude each other.",
        ),
        (
            "contradiction",
            "affirms",
            "affirms_in_part",
            "The Kremlin gave a figure; the White House gave a qualified figure; the figures do not all overlap.",
        ),
        ("contradiction", "affirms", "denies", "The Kremlin gave a figure; the White House said it was not so."),
        ("omission", "affirms", "silent", "The Kremlin gave a figure. Not mentioned in the White House’s readout."),
    ],
)
def test_a_sentence_on_a_quantity_speaks_of_figures(outcome: str, kremlin: str, white_house: str, words: str) -> None:
    positions = {KREMLIN: kremlin, WHITE_HOUSE: white_house}
    assert sentence(outcome, positions, kind="quantity", unit="minutes") == words


def test_a_sentence_escapes_a_name_and_keeps_to_one_line() -> None:
    hostile = Party("x", "<b>\nX; Y", "")
    assert sentence("single_source", {hostile: "affirms"}) == "&lt;b&gt; X; Y said so."


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
    assert set(wording.REMARKS) == {*Flag, *Caveat}


@pytest.mark.parametrize("words", [*wording.OUTCOMES.values(), *wording.POSITIONS.values(), *wording.REMARKS.values()])
def test_no_label_judges(words: str) -> None:
    assert not {"claimed", "admitted", "refused", "failed", "denied that"} & set(str(words).lower().split())


@pytest.mark.parametrize(
    ("outcome", "positions", "label"),
    [
        ("agreement", {KREMLIN: "affirms", WHITE_HOUSE: "affirms"}, "Both say so"),
        ("agreement", {KREMLIN: "denies", WHITE_HOUSE: "denies"}, "Both say not"),
        ("agreement", {KREMLIN: "affirms", WHITE_HOUSE: "affirms", NATO: "affirms"}, "All say so"),
        ("agreement", {KREMLIN: "affirms", WHITE_HOUSE: "affirms", NATO: "silent"}, "Agreement"),
        ("omission", {KREMLIN: "affirms", WHITE_HOUSE: "silent"}, "Not mentioned by one"),
        ("omission", {KREMLIN: "affirms", WHITE_HOUSE: "silent", NATO: "silent"}, "Not mentioned by some"),
        ("internal_contradiction", {KREMLIN: "conflicted", WHITE_HOUSE: "silent"}, "Says both"),
    ],
)
def test_an_outcome_has_a_label_that_fits_who_spoke(outcome: str, positions: dict[Party, str], label: str) -> None:
    assert wording.outcome_label(a_claim(outcome, positions)) == label


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
def test_a_lag_is_told_in_the_unit_that_suits_it(lag: Lag, words: str) -> None:
    assert wording.after_the_first(lag) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(60, 60, "60 minutes"), (55.5, 65, "55.5–65 minutes"), (1200000, 1200000, "1,200,000 minutes"), (None, None, "")],
)
def test_an_interval_stands_with_its_unit(low: float | None, high: float | None, words: str) -> None:
    stance = Stance(an_account(), "affirms", "own_text", low, high, "", "", "", None, ())
    assert wording.interval(stance, "minutes") == words


def test_a_language_has_a_name_or_else_its_tag() -> None:
    assert wording.language_name("ru") == "Russian"
    assert wording.language_name("en-GB") == "British English"
    assert wording.language_name("uk-UA") == "Ukrainian"
    assert wording.language_name("xx-Nowhere") == "xx-Nowhere"
