from decimal import Decimal

import pytest

from comparisons.documents import Faults, parse


def test_json_is_read_with_fractions_to_the_digit() -> None:
    assert parse('{"low": 0.1, "name": "Élysée"}'.encode()) == {"low": Decimal("0.1"), "name": "Élysée"}


def test_a_byte_order_mark_is_no_part_of_the_document() -> None:
    assert parse(b"\xef\xbb\xbf[]") == []


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"\xff\xfe{}", "not UTF-8: see byte 1"),
        (b'{"a": 1,\n}', "line 2, column 1"),
        (b"", "not JSON"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b'{"a": -Infinity}', "-Infinity is not a JSON number"),
        (b'{"a": {"b": 1, "b": 2}}', "“b” stands twice"),
        (b'{"a": ' + b"9" * 5000 + b"}", "is too long"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_not_strict_json_is_refused_with_its_place(raw: bytes, says: str) -> None:
    with pytest.raises(Faults, match=says):
        parse(raw)
