"""Whatever is changed in a document, it is taken or refused with faults that can be printed, and nothing else."""

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from comparisons.documents import Faults, load, parse, validate
from comparisons.models import Account, Event, Party, Revision, Topic
from tests.examples import EXAMPLE
from tests.properties import tried

EXAMPLE_TEXT = EXAMPLE.read_text()
KEYS = ["slug", "id", "date", "account", "revision", "start", "end", "exact", "prefix", "low", "text", "outcome", "x"]

text = st.text(st.characters(codec=None), max_size=20) | st.sampled_from(
    [*KEYS, "", " ", "kremlin", "kremlin-statement", "and", "silent", "2017-02-30", "https://[", "a" * 600]
)
number = st.one_of(
    st.integers(),
    st.sampled_from([10**29, 10**400, -1, 0, 1, 2]),
    st.floats(),
    st.decimals(),
    st.sampled_from([Decimal("1e999999999"), Decimal("1e-999999999"), Decimal("1e40")]),
)
leaf = st.one_of(st.none(), st.booleans(), number, text)
value = st.recursive(
    leaf,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text | st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=8,
)
Choose = Callable[[Any], Any]


def changed(document: Any, choose: Choose) -> None:
    """Goes down a few steps from the top and changes, adds, repeats, swaps or takes away what is there."""
    target = document
    while True:
        keys = list(target) if isinstance(target, dict) else list(range(len(target)))
        if not keys:
            return
        key = choose(st.sampled_from(keys))
        if isinstance(target[key], dict | list) and target[key] and choose(st.integers(0, 5)):
            target = target[key]
            continue
        break
    match choose(st.sampled_from(["put", "take", "add", "repeat"])):
        case "put":
            target[key] = choose(value)
        case "take":
            del target[key]
        case "add" if isinstance(target, dict):
            target[choose(text | st.sampled_from(KEYS))] = choose(value)
        case "add":
            target.append(choose(value))
        case "repeat" if isinstance(target, list):
            target.append(json.loads(json.dumps(target[key], default=str)))


def refused_or_taken(read: Callable[[], Any]) -> bool:
    """Whether it was taken. Every fault is one that can be printed."""
    try:
        read()
    except Faults as refusal:
        faults = refusal
    else:
        return True
    assert faults.faults
    assert str(faults).encode()
    return False


@tried(150, derandomize=True)
@given(st.data())
def test_a_document_with_any_change_is_taken_or_refused(data: st.DataObject) -> None:
    document = json.loads(EXAMPLE_TEXT)
    for _change in range(data.draw(st.integers(1, 3))):
        changed(document, data.draw)
    refused_or_taken(lambda: validate(document))


@tried(100, derandomize=True)
@given(value)
def test_any_value_is_refused(whole: Any) -> None:
    assert not refused_or_taken(lambda: validate(whole))


@tried(150, derandomize=True)
@given(st.data())
def test_bytes_with_any_change_are_read_or_refused(data: st.DataObject) -> None:
    raw = bytearray(EXAMPLE_TEXT.encode()[:4000])
    at = data.draw(st.integers(0, len(raw) - 1))
    raw[at : at + data.draw(st.integers(0, 5))] = data.draw(
        st.binary(max_size=8) | st.sampled_from([b"1e99999999999999999999999", b'"\\ud800"', b"NaN", b"[" * 3000])
    )
    refused_or_taken(lambda: validate(parse(bytes(raw))))


@pytest.mark.django_db
@tried(40, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_what_is_refused_leaves_nothing_and_what_is_taken_is_there(data: st.DataObject) -> None:
    document = json.loads(EXAMPLE_TEXT)
    changed(document, data.draw)
    with transaction.atomic():
        taken = refused_or_taken(lambda: load(document))
        assert Event.objects.count() == taken
        if not taken:
            assert not any(model._default_manager.exists() for model in (Account, Party, Revision, Topic))
        transaction.set_rollback(True)
