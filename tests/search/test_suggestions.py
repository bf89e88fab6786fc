"""For a word that finds nothing the nearest that finds something is proposed: the same on both databases."""

from collections.abc import Sequence

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comparisons.models import Edition, IndexedWord
from comparisons.publishing.publish import withdraw
from comparisons.search.ranking import relevance_by_edition
from comparisons.search.suggestions import nearest, similarity, suggested_query, trigrams
from comparisons.search.terms import Term, terms_of
from tests.search.small import publish_small

pytestmark = pytest.mark.django_db


def finds(terms: Sequence[Term]) -> bool:
    return bool(relevance_by_edition(terms))


def suggested(asked: str) -> str:
    return suggested_query(terms_of(asked), finds)


@pytest.fixture
def call(db: None) -> Edition:
    text = "Sanctions on Ukraine were discussed. Стороны говорили о санкциях. Zelenskyy agreed, with cooperation."
    return publish_small("call", title="A call on trade", text=text)


def test_trigrams_are_those_of_the_word_with_its_ends() -> None:
    assert trigrams("cat") == {"  c", " ca", "cat", "at "}
    assert similarity(trigrams("cat"), trigrams("cat")) == 1
    assert similarity(trigrams("cat"), trigrams("dog")) == 0
    assert 0 < similarity(trigrams("cat"), trigrams("cap")) < 1


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("sanctoins", "sanctions"),
        ("anctions", "sanctions"),
        ("Ukrane", "ukraine"),
        ("urkaine", "ukraine"),
        ("Zelensky", "zelenskyy"),
        ("санкцеях", "санкциях"),
        ('"sanctoins"', '"sanctions"'),
        ("trade sanctoins", "trade sanctions"),
        ("sanctoins ukrane", "sanctions ukraine"),
        ('"a call" coperation', '"a call" cooperation'),
        ("zebra", ""),
        ("sanctions", ""),
        ("trade-sanctoins", ""),
        ("trdae", "trade"),
        ("rtade", "trade"),
        ("tarde", "trade"),
        ("traed", "trade"),
        ("clal", "call"),
        ("acll", "call"),
        ("торги", ""),
        ("?!", ""),
    ],
)
def test_the_nearest_word_that_finds_something_takes_its_place(call: Edition, asked: str, expected: str) -> None:
    assert suggested(asked) == expected
    assert not expected or finds(terms_of(expected))


def test_where_the_whole_finds_nothing_the_word_is_proposed_alone(call: Edition) -> None:
    assert suggested("zebra sanctoins") == "sanctions"


def test_of_words_as_near_that_of_most_comparisons_is_proposed(db: None) -> None:
    for slug, text in (("one", "Tariffa."), ("two", "Tariffo."), ("three", "Tariffo.")):
        publish_small(slug, text=text)
    assert nearest(["tariffe"])["tariffe"][0] == "tariffo"


def test_a_short_word_with_two_letters_swapped_goes_before_others_that_are_near(db: None) -> None:
    for slug, text in (("one", "Iran."), ("two", "Iarna."), ("three", "Iarna.")):
        publish_small(slug, text=text)
    assert nearest(["iarn"])["iarn"] == ["iran", "iarna"]


def test_a_word_that_was_withdrawn_is_not_proposed(call: Edition) -> None:
    assert suggested("sanctoins") == "sanctions"
    withdraw(call.event, reason="It was of another call.", by="ann")
    assert not IndexedWord.objects.exists()
    assert suggested("sanctoins") == ""


def test_it_costs_as_many_queries_for_many_comparisons_as_for_two(db: None) -> None:
    costs = []
    for first, last in ((0, 2), (2, 20)):
        for number in range(first, last):
            publish_small(f"call-{number}", text=f"Sanctions of the year and sanction{'x' * number}.")
        with CaptureQueriesContext(connection) as queries:
            assert suggested("sanctoins") == "sanctions"
        costs.append(len(queries))
    assert costs == [4, 4]
