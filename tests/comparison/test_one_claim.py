"""Many parties on one claim, grouped by what they said; and the line of the text on either side of a quote."""

from dataclasses import replace
from typing import Any

import pytest

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.one_claim import CONTEXT, IN_ORDER, around, grouped_by_position
from comparisons.documents import dump, load
from comparisons.outcomes import Position
from tests.many_parties import of_many_parties

TRADE = "trade-discussed"


def trade_of(document: dict[str, Any]) -> Any:
    (claim,) = (claim for claim in Comparison.from_document(dump(load(document).event)).claims if claim.slug == TRADE)
    return claim


@pytest.mark.django_db
class TestGroups:
    def test_of_two_parties_there_are_none(self, document: dict[str, Any]) -> None:
        assert grouped_by_position(trade_of(document)) == ()

    @pytest.mark.parametrize("count", [7, 50])
    def test_hold_every_party_once_in_the_one_order_of_positions(self, count: int) -> None:
        claim = trade_of(of_many_parties(count))
        groups = grouped_by_position(claim)
        places = [IN_ORDER.index(group.position) for group in groups]
        assert places == sorted(places)
        assert sorted(cell.party.slug for group in groups for cell in group.cells) == sorted(
            cell.party.slug for cell in claim.cells
        )
        assert {group.of for group in groups} == {count}
        for group in groups:
            assert all(cell.position == group.position for cell in group.cells)
            told = [cell.party.slug for one in group.told for cell in one.cells]
            told += [cell.party.slug for cell in group.without_account]
            assert sorted(set(told)) == sorted(cell.party.slug for cell in group.cells)

    def test_tell_identical_words_once_with_all_who_say_them(self) -> None:
        groups = {group.position: group for group in grouped_by_position(trade_of(of_many_parties(7)))}
        (same,) = groups["affirms"].told
        assert [cell.party.name for cell in same.cells] == ["Kremlin", "Ministry 0", "Ministry 1"]

    def test_tell_a_silent_account_with_the_words_of_its_party(self) -> None:
        groups = {group.position: group for group in grouped_by_position(trade_of(of_many_parties(7)))}
        (reported,) = (one for one in groups["denies"].told if one.cells[0].party.slug == "white-house")
        assert [entry.account.id for entry in reported.wordless] == ["white-house-official"]

    def test_tell_the_same_words_apart_where_one_is_implied(self) -> None:
        document = of_many_parties(7)
        (claim,) = (claim for claim in document["claims"] if claim["slug"] == TRADE)
        (stance,) = (stance for stance in claim["stances"] if stance["account"] == "readout-0")
        stance |= {"implied": True, "note": "It follows."}
        groups = {group.position: group for group in grouped_by_position(trade_of(document))}
        assert [[cell.party.name for cell in one.cells] for one in groups["affirms"].told] == [
            ["Kremlin", "Ministry 1"],
            ["Ministry 0"],
        ]

    def test_there_is_a_place_for_every_position_that_a_party_can_have(self) -> None:
        assert set(IN_ORDER) == {*Position} - {Position.INCONSISTENT}


@pytest.mark.django_db
class TestContext:
    def quote(self, document: dict[str, Any], text: str, words: str) -> Any:
        claim = trade_of(document)
        (quote, *_more) = (quote for stance in claim.stances for quote in stance.quotes)
        start, end = text.index(words), text.index(words) + len(words)
        revision = replace(quote.revision, text=text)
        before, after = text[max(0, start - 240) : start], text[end : end + 240]
        return replace(quote, exact=words, before=before, after=after, start=start, end=end, revision=revision)

    def test_is_whole_where_little_stands_there(self, document: dict[str, Any]) -> None:
        told = around(self.quote(document, "Yes, trade was\n\ndiscussed.", "trade was"))
        assert (told.before, told.after) == ("Yes, ", " discussed.")

    def test_joins_on_where_the_words_begin_or_end_within_a_word_or_a_mark(self, document: dict[str, Any]) -> None:
        told = around(self.quote(document, "“trade” it was", "trade"))
        assert (told.before, told.after) == ("“", "” it was")

    def test_is_cut_at_words_to_about_a_line_with_an_ellipsis(self, document: dict[str, Any]) -> None:
        text = f"{'before that ' * 40}trade was discussed{' and after it' * 40}"
        told = around(self.quote(document, text, "trade was discussed"))
        assert told.before.startswith("… ")
        assert told.before.endswith("before that ")
        assert told.after.startswith(" and after")
        assert told.after.endswith(" …")
        assert max(len(told.before), len(told.after)) <= CONTEXT + 3
        assert set(told.before.split()) == {"…", "before", "that"}

    def test_of_one_word_without_an_end_is_an_ellipsis(self, document: dict[str, Any]) -> None:
        told = around(self.quote(document, f"{'x' * 300} trade", "trade"))
        assert (told.before, told.after) == ("… ", "")
