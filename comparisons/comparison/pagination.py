"""Pagination of a comparison's claims: which of them one answer carries with their words, and which as rows alone.

A comparison of up to WHOLE_AT_MOST claims and CELLS_OF_WHOLE cells stands on one page, a row and a card for each claim.
Of a larger one the page without a filter has the rows, each leading to its card on a page of its topic; with more than
ROWS_AT_MOST it lists the topics. Filtered, or with contradictions first, its claims stand page by page.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.http import Http404

from .claims import ClaimShown
from .comparison import Comparison
from .query import ComparisonQuery

WHOLE_AT_MOST = 40
CELLS_OF_WHOLE = 400
ROWS_AT_MOST = 200
CLAIMS_AT_MOST = 15
CELLS_AT_MOST = 80
"""On one of several pages: as many claims as have so many cells, so that a page of many parties is no longer."""
CLAIMS_AT_LEAST = 2


@dataclass(frozen=True)
class ClaimsPage:
    """What one answer carries of the claims asked for."""

    rows: Comparison
    """With the claims that stand as rows: `sections` has them under their headings."""
    has_words: bool
    """Whether the same claims stand beneath as cards, with their words."""
    number: int
    count: int
    """Of pages, 1 where all stands on one."""
    is_split: bool
    """Whether the comparison is too large for one page."""
    per_page: int

    @property
    def previous(self) -> int:
        """0 on the first."""
        return self.number - 1

    @property
    def next(self) -> int:
        """0 on the last."""
        return self.number + 1 if self.number < self.count else 0

    @property
    def first(self) -> int:
        """The place of its first claim among those asked for, from 1."""
        return (self.number - 1) * self.per_page + 1

    @property
    def last(self) -> int:
        return self.first + len(self.rows.shown) - 1

    def page_in_topic(self, claim: ClaimShown) -> int:
        """The page of its topic on which the words of this claim stand."""
        same_topic = [one.slug for one in self.rows.claims if one.topic == claim.topic]
        return same_topic.index(claim.slug) // self.per_page + 1


def claims_page(page: Comparison, query: ComparisonQuery) -> ClaimsPage:
    """`page` is narrowed as the query asks. Raises Http404 where there is no page of that number."""
    is_split = len(page.claims) > WHOLE_AT_MOST or len(page.claims) * len(page.columns) > CELLS_OF_WHOLE
    if not is_split or not (query.is_narrowed or query.order):
        rows = page if len(page.shown) <= ROWS_AT_MOST else replace(page, shown=())
        only = ClaimsPage(
            rows, has_words=not is_split, number=1, count=1, is_split=is_split, per_page=_per_page(len(page.columns))
        )
        return _checked(only, query)
    per_page = _per_page(len(page.columns))
    ordered = _in_order(page)
    start = (query.page - 1) * per_page
    count = max(1, -(-len(ordered) // per_page))
    rows = replace(page, shown=tuple(ordered[start : start + per_page]))
    return _checked(
        ClaimsPage(rows, has_words=True, number=query.page, count=count, is_split=True, per_page=per_page), query
    )


def _checked(page: ClaimsPage, query: ComparisonQuery) -> ClaimsPage:
    if query.page > page.count:
        raise Http404
    return page


def _per_page(columns: int) -> int:
    return min(CLAIMS_AT_MOST, max(CLAIMS_AT_LEAST, CELLS_AT_MOST // columns if columns else CLAIMS_AT_MOST))


def _in_order(page: Comparison) -> Sequence[ClaimShown]:
    """As they stand on the page, from section to section."""
    return [claim for section in page.sections for claim in section.claims]
