"""Links that ask for other claims or columns, and the bar of families."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.template import Context, Template
from django.test import RequestFactory

from comparisons.comparison.accounts import PartyShown
from comparisons.comparison.comparison import Comparison, FamilyCount
from comparisons.comparison.query import ComparisonQuery
from tests.wording.values import KREMLIN, NATO, TRADE, WHITE_HOUSE


def a_page(columns: Sequence[PartyShown] = (KREMLIN, NATO, WHITE_HOUSE)) -> Comparison:
    return Comparison(
        slug="call",
        title="Call",
        kind="phone_call",
        date=date(2017, 1, 28),
        place="",
        summary="",
        participants=(),
        parties=(KREMLIN, NATO, WHITE_HOUSE),
        columns=tuple(columns),
        accounts=(),
        topics=(TRADE,),
        claims=(),
        shown=(),
    )


def rendered(template: str, query: ComparisonQuery, page: Comparison | None = None, **more: Any) -> str:
    request = RequestFactory().get("/comparisons/call/")
    context = Context({"request": request, "query": query, "page": page or a_page(), **more})
    return Template("{% load query_links %}" + template).render(context)


def test_a_link_keeps_the_rest_of_the_query_and_is_never_empty() -> None:
    query = ComparisonQuery(show="open", topic="trade")
    assert rendered('{% asking show="" %}', query) == "?topic=trade"
    assert rendered('{% asking show="agreements" %}', query) == "?show=agreements&amp;topic=trade"
    assert rendered('{% asking show="" topic="" %}', query) == "/comparisons/call/"


def test_columns_are_named_in_a_link_only_where_they_are_not_the_declared_ones() -> None:
    query = ComparisonQuery()
    assert rendered("{% asking_columns page.columns|reverse_order %}", query) == "?parties=white-house,nato,kremlin"
    assert rendered("{% asking_columns page.parties %}", query) == "/comparisons/call/"


def test_the_bar_is_drawn_to_scale() -> None:
    counts = [FamilyCount("agreements", 5), FamilyCount("contradictions", 0), FamilyCount("open", 15)]
    html = rendered("{% bar counts %}", ComparisonQuery(), counts=counts)
    assert 'width="25%"' in html
    assert 'width="75%"' in html
    assert "contradictions" not in html
    assert "style=" not in html
    assert rendered("{% bar counts %}", ComparisonQuery(), counts=[]).strip() == ""
