"""The sentence of an outcome: the same for every party, with clean punctuation, whatever the accounts add up to."""

import re
from itertools import product
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override

from comparisons import outcomes, wording
from comparisons.comparison.accounts import PartyShown
from comparisons.outcomes import Outcome, Position
from tests.wording.values import (
    KREMLIN,
    NATO,
    PARTIES,
    WHITE_HOUSE,
    a_claim,
    an_account,
    of_three,
)

HELD = [position for position in Position if position != "inconsistent"]


def sentence(outcome: str, positions: dict[PartyShown, str], **changes: Any) -> str:
    return wording.sentence(a_claim(outcome, positions, **changes))


@pytest.mark.parametrize(
    ("outcome", "kremlin", "white_house", "words"),
    [
        ("agreement", "affirms", "affirms", "The Kremlin and the White House both said so."),
        ("agreement", "denies", "denies", "The Kremlin and the White House both denied it."),
        ("partial_agreement", "affirms", "affirms_in_part", "The Kremlin said so; the White House said so in part."),
        ("contradiction", "affirms", "denies", "The Kremlin said so; the White House denied it."),
        ("contradiction", "denies", "affirms", "The White House said so; the Kremlin denied it."),
        (
            "partial_contradiction",
            "denies",
            "affirms_in_part",
            "The White House said so in part; the Kremlin denied it.",
        ),
        (
            "contradiction",
            "denies",
            "conflicted",
            "The White House contradicts itself; the Kremlin denied it.",
        ),
        (
            "internal_contradiction",
            "conflicted",
            "silent",
            "The Kremlin contradicts itself. The White House’s readout does not mention it.",
        ),
        ("omission", "affirms", "silent", "The Kremlin said so. The White House’s readout does not mention it."),
        (
            "single_source",
            "affirms",
            "not_in_text_held",
            "The Kremlin said so. Not in the text held from the White House.",
        ),
        (
            "single_source",
            "affirms",
            "not_reviewed",
            "The Kremlin said so. The text held from the White House has not been read for this yet.",
        ),
        ("single_source", "affirms", "no_account", "The Kremlin said so. No account from the White House is held."),
        (
            "denied_by_one",
            "not_in_text_held",
            "denies",
            "The White House denied it. Not in the text held from the Kremlin.",
        ),
        ("unanswered", "affirms", "declines", "The Kremlin said so. The White House was asked and would not say."),
        ("unanswered", "declines", "declines", "The Kremlin and the White House were asked and would not say."),
        ("not_addressed", "silent", "silent", "The accounts of the Kremlin and the White House do not mention it."),
        (
            "no_evidence_held",
            "not_in_text_held",
            "not_in_text_held",
            "Not in the texts held from the Kremlin and the White House.",
        ),
    ],
)
def test_a_sentence_says_the_outcome_of_two_parties(outcome: str, kremlin: str, white_house: str, words: str) -> None:
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


def test_three_parties_are_worded_in_one_order_of_positions() -> None:
    assert (
        sentence("contradiction", {KREMLIN: "declines", NATO: "denies", WHITE_HOUSE: "affirms"})
        == "The White House said so; NATO denied it. The Kremlin was asked and would not say."
    )
    assert (
        sentence("agreement", {KREMLIN: "affirms", NATO: "affirms", WHITE_HOUSE: "affirms"})
        == "The Kremlin, NATO and the White House all said so."
    )


def test_a_silence_names_the_kind_of_an_only_account_and_else_says_accounts() -> None:
    accounts = [an_account(), an_account(id="remarks", kind="remarks")]
    words = sentence("omission", {KREMLIN: "affirms", WHITE_HOUSE: "silent"}, accounts=accounts)
    assert words == "The Kremlin said so. What is held from the White House does not mention it."


ONE_AND_THREE = [
    ("agreement", ("affirms", "affirms", "affirms"), "The Kremlin, NATO and the White House all said so."),
    ("agreement", ("denies", "denies", "denies"), "The Kremlin, NATO and the White House all denied it."),
    (
        "partial_agreement",
        ("affirms", "affirms_in_part", "affirms_in_part"),
        "The Kremlin said so; NATO and the White House both said so in part.",
    ),
    (
        "partial_agreement",
        ("affirms_in_part", "affirms_in_part", "silent"),
        "The Kremlin and NATO both said so in part. The White House’s readout does not mention it.",
    ),
    (
        "partial_agreement",
        ("affirms_in_part", "affirms_in_part", "affirms_in_part"),
        "The Kremlin, NATO and the White House all said so in part.",
    ),
    (
        "contradiction",
        ("affirms", "affirms", "denies"),
        "The Kremlin and NATO both said so; the White House denied it.",
    ),
    (
        "contradiction",
        ("affirms_in_part", "denies", "denies"),
        "The Kremlin said so in part; NATO and the White House both denied it.",
    ),
    (
        "contradiction",
        ("affirms", "conflicted", "denies"),
        "The Kremlin said so; NATO contradicts itself; the White House denied it.",
    ),
    (
        "contradiction",
        ("conflicted", "conflicted", "not_reviewed"),
        "The Kremlin and NATO each contradict themselves. "
        "The text held from the White House has not been read for this yet.",
    ),
    (
        "partial_contradiction",
        ("affirms_in_part", "denies", "silent"),
        "The Kremlin said so in part; NATO denied it. The White House’s readout does not mention it.",
    ),
    ("internal_contradiction", ("conflicted",), "The Kremlin contradicts itself."),
    (
        "internal_contradiction",
        ("conflicted", "no_account", "no_account"),
        "The Kremlin contradicts itself. No account from NATO and the White House is held.",
    ),
    (
        "omission",
        ("affirms", "silent", "silent"),
        "The Kremlin said so. The accounts of NATO and the White House do not mention it.",
    ),
    ("single_source", ("affirms",), "The Kremlin said so."),
    (
        "single_source",
        ("affirms_in_part", "not_reviewed", "not_reviewed"),
        "The Kremlin said so in part. "
        "The texts held from NATO and the White House have not all been read for this yet.",
    ),
    ("denied_by_one", ("denies",), "The Kremlin denied it."),
    (
        "denied_by_one",
        ("denies", "not_in_text_held", "no_account"),
        "The Kremlin denied it. Not in the text held from NATO. No account from the White House is held.",
    ),
    ("unanswered", ("declines",), "The Kremlin was asked and would not say."),
    (
        "unanswered",
        ("declines", "declines", "silent"),
        "The Kremlin and NATO were asked and would not say. The White House’s readout does not mention it.",
    ),
    ("not_reviewed", ("not_reviewed",), "The text held from the Kremlin has not been read for this yet."),
    (
        "not_reviewed",
        ("not_reviewed", "not_reviewed", "not_reviewed"),
        "The texts held from the Kremlin, NATO and the White House have not all been read for this yet.",
    ),
    ("not_addressed", ("silent",), "The Kremlin’s readout does not mention it."),
    (
        "not_addressed",
        ("silent", "silent", "silent"),
        "The accounts of the Kremlin, NATO and the White House do not mention it.",
    ),
    ("no_evidence_held", ("no_account",), "No account from the Kremlin is held."),
    (
        "no_evidence_held",
        ("not_in_text_held", "not_in_text_held", "not_in_text_held"),
        "Not in the texts held from the Kremlin, NATO and the White House.",
    ),
]


@pytest.mark.parametrize(("outcome", "positions", "words"), ONE_AND_THREE)
def test_a_sentence_says_the_outcome_of_one_party_and_of_three(
    outcome: str, positions: tuple[str, ...], words: str
) -> None:
    assert sentence(outcome, of_three(*positions)) == words


def test_every_outcome_is_tested_here_of_one_party_or_of_three() -> None:
    assert {outcome for outcome, *_rest in ONE_AND_THREE} == set(Outcome)


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["polar", "quantity"])
@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("number", [1, 2, 3])
def test_whatever_the_positions_each_party_is_named_once_in_whole_sentences(
    number: int, language: str, kind: str
) -> None:
    for positions in product(HELD, repeat=number):
        for outcome in Outcome:
            with override(language):
                words = sentence(outcome, of_three(*positions), kind=kind, unit="minutes")
            for party in PARTIES[:number]:
                assert words.count(party.name) == 1, words
            assert words.endswith("."), words
            assert words[0].isupper(), words
            assert not re.search(r"\s\s|\s[.;,]|[.;,]{2}|%|[.;]\S|\A\s", words), words


def test_the_sentence_of_an_outcome_that_is_derived_says_it() -> None:
    """Of every two positions of stances: who says so and who says not are distinguished in a contradiction."""
    for one, other in product(("affirms", "affirms_in_part", "denies", "declines", "silent"), repeat=2):
        stances = (outcomes.Stance("kremlin", one), outcomes.Stance("white-house", other))
        derived = outcomes.derive(stances, ["kremlin", "white-house"])
        words = sentence(derived.outcome, {KREMLIN: one, WHITE_HOUSE: other})
        is_at_odds = "denied it" in words and "said so" in words
        assert is_at_odds == (derived.outcome in ("contradiction", "partial_contradiction")), words
        assert ("in part; " in words) == (derived.outcome == "partial_contradiction"), words


@pytest.mark.parametrize(
    ("outcome", "positions", "kind", "words"),
    [
        ("agreement", ("affirms", "affirms"), "polar", "Kremlin и NATO подтверждают."),
        ("agreement", ("affirms", "affirms"), "quantity", "Kremlin и NATO называют одно и то же число."),
        ("not_addressed", ("silent", "silent"), "polar", "Об этом не упоминают: Kremlin и NATO."),
        ("omission", ("silent",), "polar", "Kremlin (официальное сообщение) об этом не упоминает."),
    ],
)
def test_a_sentence_is_worded_in_russian(outcome: str, positions: tuple[str, ...], kind: str, words: str) -> None:
    with override("ru"):
        assert sentence(outcome, of_three(*positions), kind=kind, unit="мин") == words


def test_a_sentence_keeps_to_one_line_and_a_template_escapes_it_once() -> None:
    claim = a_claim("single_source", {PartyShown("x", "<b>\nX; Y", ""): "affirms"})
    assert wording.sentence(claim) == "<b> X; Y said so."
    html = Template("{% load wording %}{{ claim|sentence }}").render(Context({"claim": claim}))
    assert html == "&lt;b&gt; X; Y said so."
