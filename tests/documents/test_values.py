"""Whatever Python can hold is either a value of JSON or refused with its place."""

from decimal import Decimal
from typing import Any

import pytest

from comparisons.documents import Faults, validate

Document = dict[str, Any]


def nested(levels: int) -> Any:
    value: Any = "x"
    for _level in range(levels):
        value = {"deep": [value]}
    return value


def refused(document: Any) -> list[str]:
    with pytest.raises(Faults) as refusal:
        validate(document)
    return [str(fault) for fault in refusal.value.faults]


@pytest.mark.parametrize("levels", [20, 100_000])
def test_what_is_nested_too_deeply_is_one_fault(document: Document, levels: int) -> None:
    document["event"]["place"] = nested(levels)
    (fault,) = refused(document)
    assert fault.startswith("event.place.deep[0].deep[0]")
    assert fault.endswith(": This is nested too deeply.")
    assert refused(nested(levels)) == [f"{'.'.join(['deep[0]'] * 10)}: This is nested too deeply."]


def test_what_holds_itself_is_nested_too_deeply(document: Document) -> None:
    document["accounts"].append(document)
    assert "nested too deeply" in refused(document)[0]


@pytest.mark.parametrize(
    "value", [float("inf"), float("nan"), Decimal("NaN"), Decimal("sNaN"), Decimal("-Infinity"), {1}, b"1", 1j, ...]
)
def test_what_is_no_value_of_json_is_refused_at_its_place(document: Document, value: Any) -> None:
    document["claims"][16]["stances"][3]["low"] = value
    assert refused(document)[0] == "claims[16].stances[3].low: This is no value of JSON."


@pytest.mark.parametrize(
    "value", [10**5000, -(10**5000), Decimal("1e999999999"), Decimal("1e-999999999")], ids=["a", "b", "c", "d"]
)
def test_a_number_that_no_field_takes_is_refused_at_its_place(document: Document, value: Any) -> None:
    document["claims"][16]["stances"][3]["low"] = value
    document["event"]["kind"] = value
    assert [fault.partition(":")[0] for fault in refused(document)] == ["event.kind", "claims[16].stances[3].low"]


def test_a_key_that_is_no_string_is_refused(document: Document) -> None:
    document["event"][1] = "one"
    assert refused(document) == ["event: A key is to be a string."]
