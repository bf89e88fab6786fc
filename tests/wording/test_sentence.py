"""The sentence of an outcome: the same for every party, with clean punctuation, whatever the accounts add up to."""

import re
from dataclasses import replace
from itertools import product
from typing import Any

import pytest
from django.template import Context, Template
from django.utils.translation import override

from comparisons import outcomes, wording
from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.claims import QuoteShown, StanceShown
from comparisons.comparison.standings import Reporter, StandingShown
from comparisons.outcomes import Outcome, Position
from tests.wording.values import (
    KREMLIN,
    NATO,
    PARTIES,
    WHITE_HOUSE,
    a_claim,
    a_quote,
    a_stance,
    a_standing,
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


def of_two(outcome: str, *standings: StandingShown) -> str:
    return wording.sentence(a_claim(outcome, {}, standings=standings))


NEWSPAPER = Reporter("", "Newspaper report")
SAID = a_standing(KREMLIN, "affirms")
DENIED = a_standing(WHITE_HOUSE, "denies")


@pytest.mark.parametrize(
    ("grounds", "words", "in_column"),
    [
        (
            ["report"],
            "The Kremlin said so; the White House, according to “Newspaper report”, denied it.",
            "denied it, according to “Newspaper report”",
        ),
        (
            ["anonymous"],
            "The Kremlin said so; an unnamed White House official denied it.",
            "denied it, by an unnamed official",
        ),
        (
            ["implication"],
            "The Kremlin said so; the White House, by implication, denied it.",
            "denied it, by implication",
        ),
        (
            ["translation"],
            "The Kremlin said so; the White House, in translation, denied it.",
            "denied it, in translation",
        ),
        (
            ["report", "anonymous", "translation", "implication"],
            "The Kremlin said so; an unnamed White House official, according to “Newspaper report”, by implication, "
            "in translation, denied it.",
            "denied it, by an unnamed official, according to “Newspaper report”, by implication, in translation",
        ),
    ],
)
def test_what_a_position_rests_on_stands_in_the_sentence_and_in_the_column(
    grounds: list[str], words: str, in_column: str
) -> None:
    reporters = (NEWSPAPER,) if "report" in grounds else ()
    standing = replace(DENIED, grounds=tuple(grounds), reporters=reporters)
    assert of_two("contradiction", SAID, standing) == words
    assert wording.standing_told(standing, a_claim("contradiction", {})) == in_column


@pytest.mark.parametrize(
    ("standings", "words"),
    [
        (
            [SAID, replace(DENIED, position="affirms", grounds=("report",), reporters=(NEWSPAPER,))],
            "The Kremlin and the White House (according to “Newspaper report”) both said so.",
        ),
        (
            [SAID, a_standing(NATO, "denies", grounds=("anonymous",))],
            "The Kremlin said so; an unnamed official of NATO denied it.",
        ),
        (
            [SAID, replace(DENIED, grounds=("report",), reporters=(Reporter("Kremlin", "Statement"), NEWSPAPER))],
            "The Kremlin said so; the White House, according to the Kremlin and “Newspaper report”, denied it.",
        ),
        (
            [SAID, replace(DENIED, position="silent", grounds=("translation",))],
            "The Kremlin said so. The White House’s readout, in translation, does not mention it.",
        ),
        (
            [SAID, replace(DENIED, position="silent", grounds=("anonymous",))],
            "The Kremlin said so. An unnamed White House official does not mention it.",
        ),
        (
            [SAID, replace(DENIED, position="declines", grounds=("report",), reporters=(NEWSPAPER,))],
            "The Kremlin said so. The White House, according to “Newspaper report”, was asked and would not say.",
        ),
        (
            [SAID, replace(DENIED, position="not_in_text_held", is_excerpt=True)],
            "The Kremlin said so. Not in the excerpt held from the White House.",
        ),
        (
            [a_standing(KREMLIN, "conflicted", grounds=("report",), reporters=(NEWSPAPER,)), DENIED],
            "The Kremlin, according to “Newspaper report”, contradicts itself; the White House denied it.",
        ),
    ],
)
def test_what_a_position_rests_on_is_told_wherever_the_party_is(standings: list[StandingShown], words: str) -> None:
    assert of_two("contradiction", *standings) == words


def test_figures_are_told_with_what_they_rest_on() -> None:
    standings = (a_standing(KREMLIN, "affirms"), a_standing(WHITE_HOUSE, "affirms", grounds=("translation",)))
    words = wording.sentence(a_claim("agreement", {}, kind="quantity", standings=standings))
    assert words == "The Kremlin and the White House (in translation) gave the same figure."


def test_what_a_position_rests_on_is_told_in_russian() -> None:
    with override("ru"):
        report = replace(DENIED, grounds=("report",), reporters=(NEWSPAPER,))
        assert of_two("contradiction", SAID, report) == (
            "Kremlin подтверждает; White House, по данным «Newspaper report», отрицает."
        )
        assert of_two("contradiction", SAID, replace(DENIED, grounds=("anonymous",))) == (
            "Kremlin подтверждает; неназванный представитель White House отрицает."
        )
        assert of_two("contradiction", SAID, replace(DENIED, grounds=("implication",))) == (
            "Kremlin подтверждает; White House, как следует из слов, отрицает."
        )


def test_a_sentence_keeps_to_one_line_and_a_template_escapes_it_once() -> None:
    claim = a_claim("single_source", {PartyShown("x", "<b>\nX; Y", ""): "affirms"})
    assert wording.sentence(claim) == "<b> X; Y said so."
    html = Template("{% load wording %}{{ claim|sentence }}").render(Context({"claim": claim}))
    assert html == "&lt;b&gt; X; Y said so."


def quoted(title: str = "Newspaper report") -> QuoteShown:
    """Words of an observer's account."""
    return a_quote(an_account(None, id=title, title=title))


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        (None, "not read yet"),
        (a_stance("affirms"), "said so"),
        (a_stance("affirms_in_part"), "said so in part"),
        (a_stance("denies"), "denied it"),
        (a_stance("declines"), "would not say"),
        (a_stance("inconsistent"), "contradicts itself"),
        (a_stance("denies", implied=True), "denied it, by implication"),
        (a_stance("denies", basis="reported", quotes=(quoted(),)), "denied it, according to “Newspaper report”"),
        (
            a_stance("denies", basis="reported", quotes=(quoted(), quoted("Agency"), quoted()), implied=True),
            "denied it, according to “Newspaper report” and “Agency”, by implication",
        ),
        (a_stance("silent"), "does not mention it"),
        (a_stance("silent", an_account(completeness="excerpt")), "not in the excerpt held"),
        (a_stance("silent", an_account(completeness="paraphrase")), "not in the excerpt held"),
        (a_stance("silent", an_account(scope="narrow")), "not in the text held"),
        (
            a_stance("silent", an_account(completeness="excerpt"), basis="reported", quotes=(quoted(),)),
            "does not mention it, according to “Newspaper report”",
        ),
    ],
)
def test_what_one_account_says_is_told_with_whose_report_it_is(stance: StanceShown | None, words: str) -> None:
    assert wording.stance_told(stance, a_claim("contradiction", {})) == words


@pytest.mark.parametrize(
    ("stance", "words"),
    [
        (a_stance("affirms"), "gave a figure"),
        (a_stance("inconsistent", implied=True), "gave more than one answer, by implication"),
        (a_stance("denies"), "denied it"),
    ],
)
def test_what_one_account_says_of_a_quantity_is_told_of_figures(stance: StanceShown, words: str) -> None:
    assert wording.stance_told(stance, a_claim("contradiction", {}, kind="quantity")) == words


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (a_standing(WHITE_HOUSE, "not_in_text_held", is_excerpt=True), "not in the excerpt held"),
        (a_standing(WHITE_HOUSE, "not_in_text_held", [an_account(scope="narrow")]), "not in the text held"),
        (
            a_standing(
                WHITE_HOUSE, "not_in_text_held", [an_account(scope="narrow"), an_account(completeness="excerpt")]
            ),
            "not in the excerpt held",
        ),
        (a_standing(WHITE_HOUSE, "silent", is_excerpt=True), "does not mention it"),
        (
            a_standing(WHITE_HOUSE, "silent", is_excerpt=True, grounds=("report",), reporters=(NEWSPAPER,)),
            "does not mention it, according to “Newspaper report”",
        ),
        (a_standing(WHITE_HOUSE, "silent", grounds=("anonymous",)), "does not mention it, by an unnamed official"),
        (
            a_standing(WHITE_HOUSE, "denies", grounds=("report",), reporters=(Reporter("Kremlin", "Statement"),)),
            "denied it, according to the Kremlin",
        ),
        (a_standing(WHITE_HOUSE, "not_reviewed"), "not read yet"),
        (a_standing(WHITE_HOUSE, "no_account", kinds=()), "no account held"),
    ],
)
def test_a_column_says_of_a_silence_only_what_is_held(standing: StandingShown, words: str) -> None:
    assert wording.standing_told(standing, a_claim("omission", {})) == words
