"""Who said what, with the words that carry it, and who said the same."""

from typing import Any

import pytest
from django.utils.translation import override

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.claims import Cell, CellEntry, ClaimShown, StanceShown
from comparisons.comparison.grouping import ORDER
from comparisons.outcomes import Ground
from comparisons.sharing.positions import grouped, said_by_party
from tests.wording.values import KREMLIN, NATO, WHITE_HOUSE, a_claim, a_quote, a_stance, a_standing, an_account


def a_cell(party: PartyShown, position: str, *stances: StanceShown, **changes: Any) -> Cell:
    accounts = [stance.account for stance in stances]
    entries = tuple(CellEntry(stance.account, stance) for stance in stances)
    return Cell(a_standing(party, position, accounts, **changes), entries)


def claim_of(*cells: Cell, **changes: Any) -> ClaimShown:
    positions = {cell.party: cell.position for cell in cells}
    return a_claim("contradiction", positions, cells=cells, **changes)


def of_prisoners(party: PartyShown, position: str, number: int, value: str = "") -> StanceShown:
    account = an_account(party)
    return a_stance(position, account, low=number, high=number, value=value, quotes=(a_quote(account),))


class TestWhatAPartySaid:
    def test_of_a_quantity_is_its_figure(self) -> None:
        claim = claim_of(
            a_cell(KREMLIN, "affirms", of_prisoners(KREMLIN, "affirms", 175)),
            a_cell(WHITE_HOUSE, "affirms", of_prisoners(WHITE_HOUSE, "affirms", 390, "some 390")),
            kind="quantity",
            unit="prisoners",
        )
        assert [said.label for said in said_by_party(claim)] == ["175 prisoners", "some 390 (390 prisoners)"]

    @pytest.mark.parametrize(
        ("position", "label"),
        [
            ("affirms_in_part", "175 prisoners, a qualified figure"),
            ("conflicted", "more than one answer: 175 prisoners"),
            ("denies", "denied it"),
        ],
    )
    def test_of_a_figure_says_how_it_was_given(self, position: str, label: str) -> None:
        stance = of_prisoners(KREMLIN, position, 175)
        claim = claim_of(a_cell(KREMLIN, position, stance), kind="quantity", unit="prisoners")
        (said,) = said_by_party(claim)
        assert said.label == label

    def test_of_a_figure_says_what_that_rests_on(self) -> None:
        stance = of_prisoners(KREMLIN, "affirms", 175)
        cell = a_cell(KREMLIN, "affirms", stance, grounds=(Ground.IMPLICATION,))
        (said,) = said_by_party(claim_of(cell, kind="quantity", unit="prisoners"))
        assert said.told == "175 prisoners, by implication"

    def test_rests_on_its_own_words_before_those_of_others(self) -> None:
        reported = a_stance("denies", an_account(id="reported"), basis="reported", implied=True)
        implied = a_stance("denies", an_account(id="implied"), implied=True)
        unnamed = a_stance("denies", an_account(id="unnamed", attribution="anonymous"))
        own = a_stance("denies", an_account(id="own"))
        (said,) = said_by_party(claim_of(a_cell(WHITE_HOUSE, "denies", reported, implied, unnamed, own)))
        assert [stance.account.id for stance in said.carrying] == ["own", "implied", "unnamed", "reported"]

    def test_that_another_account_of_its_says_otherwise_stands_beside(self) -> None:
        denies = a_stance("denies", an_account(id="denies"))
        account = an_account(id="affirms")
        affirms = a_stance("affirms", account, quotes=(a_quote(account),))
        silent = a_stance("silent", an_account(id="silent"))
        (said,) = said_by_party(claim_of(a_cell(WHITE_HOUSE, "denies", affirms, denies, silent)))
        assert (said.carrying, said.others) == ((denies,), (affirms,))

    def test_is_not_in_a_text_that_is_held_in_full(self) -> None:
        claim = claim_of(
            a_cell(KREMLIN, "not_in_text_held", is_excerpt=True), a_cell(NATO, "not_in_text_held", is_excerpt=False)
        )
        assert [said.label for said in said_by_party(claim)] == ["not in the excerpt held", "not in the text held"]


class TestThoseWhoSaidTheSame:
    def test_stand_together_in_the_order_of_the_sentence(self) -> None:
        claim = claim_of(
            a_cell(KREMLIN, "silent", a_stance("silent", an_account(KREMLIN))),
            a_cell(NATO, "denies", a_stance("denies", an_account(NATO))),
            a_cell(WHITE_HOUSE, "silent", a_stance("silent", an_account(WHITE_HOUSE))),
        )
        groups = grouped(said_by_party(claim))
        assert [(group.label, [said.name for said in group.parties]) for group in groups] == [
            ("denied it", ["NATO"]),
            ("does not mention it", ["Kremlin", "White House"]),
        ]

    def test_are_told_apart_by_their_figures(self) -> None:
        claim = claim_of(
            *(
                a_cell(party, "affirms", of_prisoners(party, "affirms", number))
                for party, number in ((KREMLIN, 175), (NATO, 390), (WHITE_HOUSE, 175))
            ),
            kind="quantity",
            unit="prisoners",
        )
        groups = grouped(said_by_party(claim))
        assert [(group.label, len(group.parties)) for group in groups] == [("175 prisoners", 2), ("390 prisoners", 1)]

    @pytest.mark.parametrize("language", ["en", "ru"])
    def test_can_hold_every_position(self, language: str) -> None:
        with override(language):
            claim = claim_of(*(a_cell(PartyShown(position, position, ""), position) for position in ORDER))
            groups = grouped(said_by_party(claim))
        assert [group.position for group in groups] == list(ORDER)
        assert all(group.label for group in groups)
