import time
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
        (b'{"a": 1,\nb}', "line 2, column 1"),
        (b"", "not JSON"),
        (b'{"a": NaN}', "NaN is not a JSON number"),
        (b'{"a": -Infinity}', "-Infinity is not a JSON number"),
        (b'{"a": {"b": 1, "b": 2}}', "“b” stands twice"),
        (b'{"a": ' + b"9" * 5000 + b"}", "is too long"),
        (b'{"a": 1e9999999999999999999}', "“1e9999999999999999999” is too long: a number has at most 15 digits"),
        (b'{"a": -1e99999999999999999999999}', "is too long"),
        (b'{"a": 1e-99999999999999999999999}', "is too long"),
        (b'{"a": 0.' + b"1" * 5000 + b"}", "“0.1111[^ ]{1,100}” is too long"),
        (b'{"\\ud800": 1, "\\ud800": 2}', r"“\\ud800” stands twice"),
        (b"[" * 200_000, "nested too deeply"),
    ],
)
def test_what_is_not_strict_json_is_refused_with_its_place(raw: bytes, says: str) -> None:
    with pytest.raises(Faults, match=says):
        parse(raw)


def test_a_number_may_be_as_long_as_a_number_of_the_format() -> None:
    assert parse(b"[999999999999999, -0.000001, 1e14]") == [999999999999999, Decimal("-0.000001"), Decimal("1e14")]


def test_a_key_that_stands_twice_is_found_at_once_among_very_many() -> None:
    keys = ",".join(f'"{number}":0' for number in range(50_000))
    started = time.process_time()
    with pytest.raises(Faults, match="“49999” stands twice"):
        parse(f'{{{keys},"49999":0}}'.encode())
    assert time.process_time() - started < 2
