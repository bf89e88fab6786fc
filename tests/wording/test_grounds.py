"""What a position rests on is told wherever the position is: in sentences, in columns, of a single account."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from comparisons import wording
from comparisons.comparison.claims import QuoteShown, StanceShown
from comparisons.comparison.standings import Reporter, StandingShown
from tests.wording.values import (
    KREMLIN,
    NATO,
    WHITE_HOUSE,
    a_claim,
    a_quote,
    a_stance,
    a_standing,
    an_account,
)


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
            "denied it, through an unnamed official",
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
            "denied it, through an unnamed official, according to “Newspaper report”, by implication, in translation",
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
            "Kremlin подтверждает; неназванный представитель стороны «White House» отрицает."
        )
        assert of_two("contradiction", SAID, replace(DENIED, grounds=("implication",))) == (
            "Kremlin подтверждает; White House, как следует из слов, отрицает."
        )


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
        (a_standing(WHITE_HOUSE, "silent", grounds=("anonymous",)), "an unnamed official does not mention it"),
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
