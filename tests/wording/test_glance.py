"""A claim in few words: positions, what they rest on, counts, groups, and parties by their number."""

from dataclasses import replace
from typing import Any

import pytest

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.claims import Cell, CellEntry
from comparisons.comparison.grouping import grouped
from comparisons.comparison.standings import Reporter
from comparisons.wording import sentence
from comparisons.wording.glance import family_counted, grounds_in_few_words, group_head, position_in_short
from tests.wording.values import KREMLIN, WHITE_HOUSE, a_claim, a_stance, a_standing, an_account

MANY = tuple(PartyShown(f"party-{n}", f"Country {n}", "") for n in range(1, 8))


def a_cell(position: str, *stances: Any, **changes: Any) -> Cell:
    entries = tuple(CellEntry(stance.account, stance) for stance in stances)
    return Cell(a_standing(WHITE_HOUSE, position, **changes), entries)


def test_a_figure_stands_in_the_place_of_having_given_one() -> None:
    claim = a_claim("agreement", {WHITE_HOUSE: "affirms"}, kind="quantity", unit="prisoners")
    assert position_in_short(a_cell("affirms", a_stance("affirms", low=390, high=390)), claim) == "390 prisoners"
    assert (
        position_in_short(a_cell("affirms", a_stance("affirms", low=60, high=60, value="an hour")), claim)
        == "an hour (60 prisoners)"
    )
    both = a_cell("conflicted", a_stance("affirms", low=390, high=390), a_stance("affirms", low=175, high=175))
    assert position_in_short(both, claim) == "more than one answer: 390 prisoners / 175 prisoners"
    qualified = a_cell("affirms_in_part", a_stance("affirms_in_part", low=390, high=390))
    assert position_in_short(qualified, claim) == "390 prisoners, a qualified figure"
    both_told = a_cell(
        "affirms_in_part", a_stance("affirms", low=1, high=1), a_stance("affirms_in_part", low=2, high=3)
    )
    assert position_in_short(both_told, claim) == "2–3 prisoners, a qualified figure", "of the stances that carry it"
    assert position_in_short(a_cell("denies"), claim) == "denied it"


@pytest.mark.parametrize(("is_excerpt", "words"), [(True, "not in the excerpt held"), (False, "not in the text held")])
def test_what_need_not_have_it_says_which_text_has_not(is_excerpt: bool, words: str) -> None:
    claim = a_claim("single_source", {WHITE_HOUSE: "not_in_text_held"})
    assert position_in_short(a_cell("not_in_text_held", is_excerpt=is_excerpt), claim) == words


def test_what_a_position_rests_on_is_named_in_few_words() -> None:
    grounds = ("report", "anonymous", "implication", "translation")
    reporters = (Reporter("Kremlin", "Readout"), Reporter("", "A paper"), Reporter("", "Another"))
    standing = a_standing(WHITE_HOUSE, "denies", grounds=grounds, reporters=reporters)
    assert grounds_in_few_words(standing) == (
        "according to the Kremlin and 2 reports, an unnamed official, by implication, in translation"
    )
    assert grounds_in_few_words(a_standing(WHITE_HOUSE, "denies")) == ""


def test_counts_read_on_after_their_number() -> None:
    assert [family_counted("agreements", n) for n in (1, 5)] == ["agreement", "agreements"]
    assert [family_counted("contradictions", n) for n in (1, 2)] == ["contradiction", "contradictions"]
    assert [family_counted(family, 3) for family in ("one-sided", "open")] == ["only one side", "open"]


def test_the_head_of_a_group_counts_it_out_of_all_that_are_shown() -> None:
    positions = dict.fromkeys(MANY[:5], "affirms") | {MANY[5]: "denies", MANY[6]: "not_in_text_held"}
    claim = a_claim("contradiction", positions)
    cells = tuple(Cell(standing, ()) for standing in claim.standings)
    shown = replace(claim, cells=cells)
    heads = [group_head(group, shown) for group in grouped(shown)]
    assert heads == ["Said so (5 of 7)", "Denied it (1 of 7)", "Not in the text held (1 of 7)"]
    narrowed = replace(claim, cells=cells[4:6])
    assert [group_head(group, narrowed) for group in grouped(narrowed)] == ["Said so (1 of 2)", "Denied it (1 of 2)"]


class TestManyParties:
    def test_are_told_by_their_number(self) -> None:
        positions = dict.fromkeys(MANY[:5], "affirms") | {MANY[5]: "denies", MANY[6]: "silent"}
        claim = a_claim("contradiction", positions)
        assert sentence(claim) == (
            "Five of seven said so; Country 6 denied it. Country 7’s readout does not mention it."
        )

    def test_all_of_them_are_all(self) -> None:
        assert sentence(a_claim("agreement", dict.fromkeys(MANY, "denies"))) == "All seven denied it."

    def test_three_are_still_named(self) -> None:
        positions = dict.fromkeys(MANY[:3], "affirms") | dict.fromkeys(MANY[3:], "silent")
        assert sentence(a_claim("agreement", positions)) == (
            "Country 1, Country 2 and Country 3 all said so. Four of seven do not mention it."
        )

    def test_what_some_rest_on_is_still_told(self) -> None:
        standings = [a_standing(party, "affirms") for party in MANY[:5]]
        standings[0] = a_standing(MANY[0], "affirms", grounds=("translation",))
        standings[1] = a_standing(MANY[1], "affirms", grounds=("anonymous",))
        claim = a_claim("agreement", {}, standings=tuple(standings), accounts=[an_account()])
        assert sentence(claim) == (
            "All five (Country 1 in translation; Country 2 through an unnamed official) said so."
        )

    def test_what_all_rest_on_is_told_once(self) -> None:
        standings = tuple(a_standing(party, "denies", grounds=("implication",)) for party in MANY)
        claim = a_claim("agreement", {}, standings=standings, accounts=[an_account(KREMLIN)])
        assert sentence(claim) == "All seven (by implication) denied it."

    def test_what_many_rest_on_is_told_with_their_number(self) -> None:
        standings = [a_standing(party, "denies", grounds=("implication",)) for party in MANY[:4]]
        standings += [a_standing(party, "denies") for party in MANY[4:]]
        claim = a_claim("agreement", {}, standings=tuple(standings), accounts=[an_account(KREMLIN)])
        assert sentence(claim) == "All seven (four of them by implication) denied it."

    def test_over_ten_in_figures(self) -> None:
        many = [PartyShown(f"p-{n}", f"Country {n}", "") for n in range(12)]
        assert sentence(a_claim("agreement", dict.fromkeys(many, "affirms"))) == "All 12 said so."
