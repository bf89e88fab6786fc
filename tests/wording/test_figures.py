"""The wording of a quantity: an interval with its unit, and how the figures of parties lie to each other."""

import pytest

from comparisons import wording
from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.claims import StanceShown
from tests.wording.values import KREMLIN, WHITE_HOUSE, a_claim, an_account, of_three


def sentence(outcome: str, positions: dict[PartyShown, str]) -> str:
    return wording.sentence(a_claim(outcome, positions, kind="quantity", unit="minutes"))


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
        (
            "partial_contradiction",
            "affirms",
            "affirms_in_part",
            "The Kremlin gave a figure; the White House gave a qualified figure; the figures do not all overlap.",
        ),
        (
            "partial_contradiction",
            "affirms_in_part",
            "denies",
            "The Kremlin gave a qualified figure; the White House denied it.",
        ),
        ("contradiction", "affirms", "denies", "The Kremlin gave a figure; the White House denied it."),
        ("omission", "affirms", "silent", "The Kremlin gave a figure. The White House’s readout does not mention it."),
    ],
)
def test_a_sentence_on_a_quantity_speaks_of_figures(outcome: str, kremlin: str, white_house: str, words: str) -> None:
    positions = {KREMLIN: kremlin, WHITE_HOUSE: white_house}
    assert sentence(outcome, positions) == words


@pytest.mark.parametrize(
    ("outcome", "positions", "words"),
    [
        ("single_source", ("affirms",), "The Kremlin gave a figure."),
        ("single_source", ("affirms_in_part",), "The Kremlin gave a qualified figure."),
        ("denied_by_one", ("denies",), "The Kremlin denied it."),
        ("internal_contradiction", ("conflicted",), "The Kremlin gave more than one answer."),
        (
            "internal_contradiction",
            ("conflicted", "silent"),
            "The Kremlin gave more than one answer. NATO’s readout does not mention it.",
        ),
        (
            "contradiction",
            ("conflicted", "conflicted"),
            "The Kremlin and NATO each gave more than one answer.",
        ),
        ("agreement", ("affirms",) * 3, "The Kremlin, NATO and the White House gave the same figure."),
        (
            "contradiction",
            ("affirms",) * 3,
            "The Kremlin, NATO and the White House gave figures that do not all overlap.",
        ),
        (
            "contradiction",
            ("affirms", "affirms", "denies"),
            "The Kremlin and NATO gave figures; the White House denied it.",
        ),
        (
            "contradiction",
            ("affirms", "affirms", "affirms_in_part"),
            "The Kremlin and NATO gave figures; the White House gave a qualified figure; "
            "the figures do not all overlap.",
        ),
        (
            "contradiction",
            ("affirms", "affirms", "conflicted"),
            "The Kremlin and NATO gave figures; the White House gave more than one answer.",
        ),
        (
            "partial_agreement",
            ("affirms_in_part", "affirms_in_part"),
            "The Kremlin and NATO gave qualified figures; the figures do not exclude each other.",
        ),
        (
            "partial_agreement",
            ("affirms", "affirms_in_part"),
            "The Kremlin gave a figure; NATO gave a qualified figure; the figures do not exclude each other.",
        ),
        ("unanswered", ("affirms", "declines"), "The Kremlin gave a figure. NATO was asked and would not say."),
    ],
)
def test_a_sentence_says_how_the_figures_of_one_party_to_three_lie(
    outcome: str, positions: tuple[str, ...], words: str
) -> None:
    assert sentence(outcome, of_three(*positions)) == words


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(60, 60, "60 minutes"), (55.5, 65, "55.5–65 minutes"), (1200000, 1200000, "1,200,000 minutes"), (None, None, "")],
)
def test_an_interval_stands_with_its_unit(low: float | None, high: float | None, words: str) -> None:
    stance = StanceShown(an_account(), "affirms", "own_text", False, low, high, "", "", "", None, ())
    assert wording.interval(stance, "minutes") == words
