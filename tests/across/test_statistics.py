"""Tables of counts: which claims a column counts, what asks for them, and what a row adds up to."""

from datetime import date

import pytest

from comparisons.across.columns import (
    POSITIONS,
    CountColumn,
    family_columns,
    origin_columns,
    outcome_columns,
    pair_columns,
    pair_details,
    position_columns,
)
from comparisons.across.statistics import EVENTS_ONE_BY_ONE, EventMark, Head, Scope, summary, table
from comparisons.comparison.accounts import PartyShown
from comparisons.models import Finding
from comparisons.outcomes import FAMILIES, Outcome, Position

ONE, OTHER = PartyShown("france", "France", "FR"), PartyShown("nato", "NATO", "")
EVERY_OUTCOME = [
    {"found": outcome, "speaker": speaker, "claims": 1}
    for outcome in Outcome
    for speaker in ("france", "nato", "")
    if bool(speaker) == (outcome in ("omission", "single_source", "denied_by_one", "internal_contradiction"))
]


@pytest.mark.parametrize("columns", [family_columns(), pair_columns(ONE, OTHER), pair_details(ONE, OTHER)])
def test_every_outcome_of_two_parties_is_counted_in_one_column(columns: tuple[CountColumn, ...]) -> None:
    for row in EVERY_OUTCOME:
        assert sum(column.counts(row) for column in columns) == 1, row
    assert len({column.asks for column in columns}) == len(columns)


def test_every_outcome_and_every_position_has_its_column() -> None:
    assert [column.key for column in outcome_columns()] == [one for outcomes in FAMILIES.values() for one in outcomes]
    assert set(POSITIONS) == set(Position) - {Position.INCONSISTENT}
    assert [column.asks for column in position_columns()] == [(("position", one),) for one in POSITIONS]


def test_what_one_said_and_the_other_left_out_is_counted_in_both_directions() -> None:
    row = {"found": Outcome.OMISSION, "speaker": "france", "claims": 3}
    (counting,) = (column for column in pair_columns(ONE, OTHER) if column.counts(row))
    assert counting.asks == (("left_out_by", "nato"),)
    assert (counting.speaker, counting.other) == (ONE, OTHER)
    (counting,) = (column for column in pair_columns(ONE, OTHER) if column.counts({**row, "speaker": "nato"}))
    assert counting.asks == (("left_out_by", "france"),)


def test_the_columns_of_a_pair_are_the_same_whichever_is_named_first() -> None:
    there, back = pair_columns(ONE, OTHER), pair_columns(OTHER, ONE)
    assert {column.asks for column in there} == {column.asks for column in back}
    assert [column.kind for column in there] == [column.kind for column in back]


def test_a_row_has_its_own_denominator_and_asks_for_its_own_claims() -> None:
    heads = [
        Head("topic", "Trade", 3, (("topic", "trade"),), 2, key="trade"),
        Head("topic", "Iran", 1, (("topic", "iran"),), 1, key="iran"),
    ]
    counted = [
        {"topic": "trade", "found": "agreement", "claims": 1},
        {"topic": "trade", "found": "partial_agreement", "claims": 2},
        {"topic": "iran", "found": "contradiction", "claims": 1},
    ]
    trade, iran = table(heads, counted, "topic", family_columns()).rows
    assert [number.count for number in trade.numbers] == [3, 0], "only what was counted in some row has a column"
    assert [number.count for number in iran.numbers] == [0, 1]
    assert {number.total for number in trade.numbers} == {3}
    assert trade.numbers[0].asks == (("show", "agreements"), ("topic", "trade"))
    assert [part.count for part in iran.families] == [0, 1, 0, 0]
    whole = summary(Head("", "", 4), counted, family_columns())
    assert [(number.count, number.total) for number in whole.numbers] == [(3, 4), (1, 4), (0, 4), (0, 4)]
    assert whole.numbers[0].asks == (("show", "agreements"),)


def test_a_row_of_which_nothing_was_counted_is_left_out_and_so_is_such_a_column() -> None:
    heads = [Head("topic", "Trade", 1, key="trade"), Head("topic", "Iran", 0, key="iran")]
    counted = table(heads, [{"topic": "trade", "found": "omission", "claims": 1}], "topic", family_columns())
    assert [row.head.key for row in counted.rows] == ["trade"]
    assert [column.key for column in counted.columns] == ["one-sided"]
    assert table(heads, [], "topic", family_columns()).rows == ()


def test_what_is_quoted_from_no_side_alone_has_a_column_of_its_own() -> None:
    columns = origin_columns([ONE, OTHER])
    assert [column.asks for column in columns] == [
        (("origin", "france"),),
        (("origin", "nato"),),
        (("origin", "several,none"),),
    ]
    for origin, counted in {"france": [1, 0, 0], "nato": [0, 1, 0], "": [0, 0, 1]}.items():
        assert [column.counts({"origin": origin}) for column in columns] == counted


def scope(events: int) -> Scope:
    marks = tuple(EventMark(f"e{n}", f"E {n}", date(2000 + n // 5, 1, 1 + n % 5), 2) for n in range(events))
    return Scope(2 * events, marks, ())


def test_few_events_are_counted_one_by_one_and_many_by_year() -> None:
    few, many = scope(EVENTS_ONE_BY_ONE), scope(EVENTS_ONE_BY_ONE + 1)
    assert [head.key for head in few.over_time] == [f"e{number}" for number in range(12)]
    assert few.when == "edition__slug"
    years = [(head.name, head.claims, head.events, head.asks) for head in many.over_time]
    assert years[0] == ("2000", 10, 5, (("year", "2000"),))
    assert years[-1] == ("2002", 6, 3, (("year", "2002"),))
    assert many.when == "year"


def test_claims_cannot_be_asked_for_by_what_is_not_counted() -> None:
    with pytest.raises(ValueError, match="'score'"):
        Finding.objects.all().narrowed(score="high")
