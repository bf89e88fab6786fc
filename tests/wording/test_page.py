"""What a page says of itself: title, description, what is compared, and that nothing is shown."""

from typing import Any

import pytest
from django.utils.translation import override

from comparisons.comparison.accounts import RevisionShown
from comparisons.comparison.claims import QuoteShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.full_texts import FullTexts
from comparisons.documents import dump
from comparisons.models import Event
from comparisons.moments import Moment
from comparisons.wording import place
from comparisons.wording.page import (
    claim_description,
    compared,
    comparison_description,
    comparison_title,
    followed_told,
    nothing_shown,
    texts_title,
)
from tests.wording.values import KREMLIN, WHITE_HOUSE, a_claim, an_account


@pytest.fixture
def page(db: None, event: Event) -> Comparison:
    return Comparison.from_document(dump(event))


def test_a_claim_is_described_by_its_outcome_what_it_rests_on_and_its_sentence() -> None:
    positions = {KREMLIN: "affirms", WHITE_HOUSE: "denies"}
    told = "The Kremlin said so; the White House denied it."
    assert claim_description(a_claim("contradiction", positions)) == f"Contradiction. {told}"
    caveats = ("rests_on_report", "rests_on_anonymous")
    assert (
        claim_description(a_claim("contradiction", positions, caveats=caveats))
        == f"Contradiction (rests on a report · rests on an unnamed source). {told}"
    )


def test_a_comparison_is_described_by_its_summary_and_what_is_compared(page: Comparison) -> None:
    told = "The Kremlin and the White House: 17 claims compared across 4 accounts."
    assert compared(page) == told
    assert comparison_description(page) == f"{' '.join(page.summary.split())} {told}"
    with override("ru"):
        assert "17" in compared(page)
        assert "claims" not in compared(page)


@pytest.mark.parametrize(
    ("family", "topic", "title", "nothing"),
    [
        ("", "", "{}", "This comparison has no claim yet."),
        ("open", "", "Open: {}", "No claim of this comparison is among “Open”."),
        ("", "Trade", "Trade: {}", "No claim of this comparison is on the topic “Trade”."),
        ("open", "Trade", "Open, Trade: {}", "No claim on the topic “Trade” is among “Open”."),
    ],
)
def test_a_narrowed_page_says_to_what(page: Comparison, family: str, topic: str, title: str, nothing: str) -> None:
    assert comparison_title(page, family, topic) == f"{title.format(page.title)} · Counterpoint"
    assert nothing_shown(family, topic) == nothing


def test_the_texts_say_which_claim_is_followed(page: Comparison) -> None:
    plain, followed = FullTexts.of(page), FullTexts.of(page, "trade-discussed")
    assert texts_title(page, plain) == f"The texts in full: {page.title} · Counterpoint"
    assert texts_title(page, followed) == f"Was trade discussed? In the texts: {page.title} · Counterpoint"
    assert followed_told(plain) == "No claim is followed."
    assert followed_told(followed) == (
        "1. Was trade discussed? Contradiction (not read a second time · rests on a report). "
        f"{followed.marked_count} passages stand out."
    )


@pytest.mark.parametrize(
    ("number", "captured", "words"),
    [
        (1, None, "Characters 3 to 9 of text 1 of 2 held."),
        (2, "2017-01-28", "Characters 3 to 9 of text 2, the latest of 2 held. Captured 28 January 2017."),
    ],
)
def test_a_quote_says_where_it_is(number: int, captured: str | None, words: str) -> None:
    revisions = tuple(RevisionShown(one, "text", Moment.parse(captured) if captured else None, "") for one in (1, 2))
    assert place(_quote(revisions, number)) == words


def test_the_only_text_of_an_account_has_no_number() -> None:
    assert place(_quote((RevisionShown(1, "text", None, ""),), 1)) == "Characters 3 to 9 of the text held."


def _quote(revisions: tuple[RevisionShown, ...], number: int) -> QuoteShown:
    values: dict[str, Any] = {"exact": "words", "before": "", "after": "", "start": 2, "end": 9}
    return QuoteShown(**values, account=an_account(revisions=revisions), revision=revisions[number - 1])
