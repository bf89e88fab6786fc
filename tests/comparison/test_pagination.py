"""Which claims one answer carries, and on which page of its topic the words of each stand."""

from typing import Any

import pytest
from django.http import Http404

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.pagination import WHOLE_AT_MOST, ClaimsPage, claims_page
from comparisons.comparison.query import ComparisonQuery
from tests.made import compared, many_parties


def of(parties: int, claims: int, topics: int = 2) -> Comparison:
    return compared(many_parties(parties, claims=claims, topics=topics))


def carried(whole: Comparison, **asked: Any) -> ClaimsPage:
    query = ComparisonQuery(**asked)
    narrowed = whole.narrowed(show=query.show, topic=query.topic, parties=query.parties, order=query.order)
    return claims_page(narrowed, query)


def test_up_to_forty_claims_stand_on_one_page_with_their_words() -> None:
    page = carried(of(2, WHOLE_AT_MOST))
    assert (page.is_split, page.has_words, page.count) == (False, True, 1)
    assert len(page.rows.shown) == WHOLE_AT_MOST


def test_a_larger_one_has_all_rows_and_leads_to_the_words() -> None:
    whole = of(2, WHOLE_AT_MOST + 2, topics=1)
    page = carried(whole)
    assert (page.is_split, page.has_words, len(page.rows.shown)) == (True, False, WHOLE_AT_MOST + 2)
    assert [page.page_in_topic(claim) for claim in (whole.claims[0], whole.claims[-1])] == [1, 3]


def test_every_claim_of_a_topic_stands_on_just_the_page_that_its_row_leads_to() -> None:
    whole = of(8, 60)
    overview = carried(whole)
    for topic in whole.topics:
        first = carried(whole, topic=topic.slug)
        for number in range(1, first.count + 1):
            page = carried(whole, topic=topic.slug, page=number)
            assert page.has_words
            assert {overview.page_in_topic(claim) for claim in page.rows.shown} == {number}
            assert (page.first, page.last) == ((number - 1) * 10 + 1, (number - 1) * 10 + len(page.rows.shown))
    assert (first.previous, first.next) == (0, 2)


def test_many_parties_make_a_small_comparison_a_large_one() -> None:
    assert carried(of(50, 9)).is_split
    assert not carried(of(50, 8)).is_split


def test_a_page_that_is_not_there_is_not_found() -> None:
    whole = of(2, 5)
    with pytest.raises(Http404):
        carried(whole, page=2)
    large = of(2, 50, topics=3)
    with pytest.raises(Http404):
        carried(large, topic="topic-0", page=9)


def test_of_the_largest_the_topics_are_listed() -> None:
    page = carried(of(2, 201, topics=3))
    assert page.rows.shown == ()
    assert [sum(part.count for part in counts) for _topic, counts in page.rows.topic_counts] == [67, 67, 67]
