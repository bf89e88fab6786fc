"""What a fault says is in words, short, and can be printed."""

import json
from typing import Any

import pytest

from comparisons.documents import Faults, parse, validate
from comparisons.documents.faults import place_of
from tests.documents.changes import Document, places, put, quote, stance

LONG = "x" * 10_000


@pytest.mark.parametrize(
    ("path", "given", "says"),
    [
        (["event", "slug"], "A b", "“A b” is not of the right form. Use lower-case Latin letters, digits and single"),
        (["claims", 0, "topic"], "A b", "lower-case Latin letters"),
        (["accounts", 0, "party"], "A b", "lower-case Latin letters"),
        (["accounts", 0, "language"], "English!", "Use a language tag such as en, ru or zh-Hant."),
        (["parties", 0, "country"], "Russia", "Use the two capital letters of the country, such as US"),
        (["accounts", 0, "issued_at"], "yesterday", "a date and time, such as 2017-01-28 or 2017-01-28T15:31:00+03:00"),
        (["event", "date"], "28.01.2017", "Use a date such as 2017-01-28."),
        (["accounts", 0, "source_url"], "javascript:1", "Use an address that begins with http:// or https://"),
    ],
)
def test_a_form_is_reported_in_words(document: Document, path: list[Any], given: str, says: str) -> None:
    put(*path, given)(document)
    place = place_of(path)
    assert says in places(document)[place]
    assert "^" not in places(document)[place]


@pytest.mark.parametrize(
    "change",
    [
        put("event", "kind", LONG),
        put("event", "kind", [LONG, LONG]),
        put("event", "slug", LONG),
        put("event", "date", LONG),
        put("accounts", 0, "party", LONG),
        put("accounts", 0, "translation_of", LONG),
        put("accounts", 0, "source_url", LONG),
        put("accounts", 0, "id", LONG),
        put("claims", 0, "topic", LONG),
        put("claims", 0, "slug", LONG),
        put(LONG, 1),
        put("event", LONG, 1),
        put("parties", [{"slug": LONG, "name": "A"}, {"slug": LONG, "name": "B"}]),
        stance(0, 0, "account", LONG),
        stance(0, 0, "position", LONG),
        quote(0, 0, "account", LONG),
        quote(0, 0, "exact", LONG),
        quote(0, 0, "revision", 10**29),
    ],
)
def test_no_more_than_a_hundred_characters_of_a_value_are_quoted(document: Document, change: Any) -> None:
    change(document)
    found = places(document)
    assert found
    for place, message in found.items():
        assert len(place) < 200
        assert len(message) < 300
        assert "x" * 101 not in place + message


@pytest.mark.parametrize("key", ["\ud800", "a\x00b", "a\nb", "\x9b", "\u2028", "\udcff" * 50])
def test_every_fault_can_be_printed(document: Document, key: str) -> None:
    put("event", key, 1)(document)
    put("event", "kind", [key])(document)
    put("parties", 0, "slug", key)(document)
    stance(0, 0, "account", key)(document)
    stance(0, 1, "position", {key: key})(document)
    raw = json.dumps(document).encode()
    with pytest.raises(Faults) as refusal:
        validate(parse(raw))
    for fault in refusal.value.faults:
        said = str(fault)
        assert said.encode()
        assert not [character for character in said if character != " " and not character.isprintable()], fault


def test_a_place_shows_what_cannot_be_printed_by_its_code() -> None:
    assert place_of(["event", "a\x00\ud800\nb", 3]) == r"event.a\u0000\ud800\u000ab[3]"
