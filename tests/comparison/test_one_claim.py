"""What the page of one claim tells beside its card: every account, and the text on either side of a quote."""

from dataclasses import replace
from typing import Any

import pytest

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.one_claim import CONTEXT, around, left_to_its_page
from comparisons.documents import dump, load

TRADE = "trade-discussed"


def trade_of(document: dict[str, Any]) -> Any:
    (claim,) = (claim for claim in Comparison.from_document(dump(load(document).event)).claims if claim.slug == TRADE)
    return claim


@pytest.mark.django_db
def test_the_accounts_that_a_card_does_not_tell_are_left_to_the_page(document: dict[str, Any]) -> None:
    cells = {cell.party.slug: cell for cell in trade_of(document).cells}
    assert [entry.account.id for entry in left_to_its_page(cells["white-house"])] == ["white-house-official"]
    assert left_to_its_page(cells["kremlin"]) == ()
    for cell in cells.values():
        assert sorted([*cell.told, *left_to_its_page(cell)], key=cell.entries.index) == list(cell.entries)


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
