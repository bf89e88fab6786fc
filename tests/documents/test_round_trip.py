"""What is loaded can be written, and what is written loads again and is written the same, byte for byte."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comparisons.comparison.comparison import Comparison
from comparisons.documents import SCHEMA, dump, load, parse, render_json, validate
from comparisons.models import Account, Claim, Event, Party, Quote, Revision, SecondReading, Stance, Topic
from comparisons.publishing.publish import publish
from comparisons.texts.anchors import find
from comparisons.texts.collation import collation_key
from tests.examples import DOCUMENTS

pytestmark = pytest.mark.django_db

Document = dict[str, Any]
KREMLIN = 2
ids = [path.stem for path in DOCUMENTS]


def written(event: Event) -> bytes:
    return render_json(dump(event)).encode()


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_a_document_is_written_as_it_was_loaded(path: Path) -> None:
    """Everything that the document says is there again; what it left out has been filled in."""
    given = json.loads(path.read_text())
    given["accounts"] = [{**account, "issued_at": iso(account["issued_at"])} for account in given["accounts"]]
    given["parties"].sort(key=lambda party: collation_key(party["name"], party["slug"]))
    assert_contains(dump(load(given).event), given, "")


def iso(moment: str | None) -> str | None:
    return moment and moment.replace(" ", "T")


def assert_contains(whole: Any, part: Any, place: str) -> None:
    if isinstance(part, dict):
        for key, value in part.items():
            assert_contains(whole[key], value, f"{place}.{key}")
    elif isinstance(part, list):
        assert len(whole) == len(part), place
        for number, value in enumerate(part):
            assert_contains(whole[number], value, f"{place}[{number}]")
    elif part is not None:
        assert whole == part, place


@pytest.mark.parametrize("path", DOCUMENTS, ids=ids)
def test_what_is_written_loads_again_and_is_written_the_same(path: Path) -> None:
    event = load(parse(path.read_bytes())).event
    first = written(event)
    assert written(load(parse(first)).event) == first
    event.delete()
    assert written(load(parse(first)).event) == first


def test_the_written_bytes_do_not_depend_on_the_order_in_which_rows_were_made(document: Document) -> None:
    first = written(load(document, now=None).event)
    for model in (Topic, Party):
        for row in model._default_manager.all():
            row.save()
    assert written(load(parse(first)).event) == first


def test_every_text_and_offset_survives(document: Document) -> None:
    text = " \n\tÉ e\u0301 \U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1 \u200fשלום\u200f Ещё\u2028раз\r\nконец “q” \n"
    kept = text.replace("\r\n", "\n")
    document["accounts"][2]["revisions"].append({"text": text, "captured_at": None, "note": "Edited."})
    for claim in document["claims"]:
        claim["stances"] = [stance for stance in claim["stances"] if stance["account"] != "kremlin-statement"]
    exact = "\U0001f9d1\u200d\U0001f91d\u200d\U0001f9d1 \u200fשלום\u200f Ещё\u2028раз\r\nконец"
    stance = {"account": "kremlin-statement", "position": "affirms", "basis": "own_text", "quotes": [{"exact": exact}]}
    document["claims"][0]["stances"].append(stance)
    event = load(document).event
    revision = Revision.objects.get(account__key="kremlin-statement", number=2)
    quote = Quote.objects.get(revision=revision)
    assert revision.text == kept
    assert kept[quote.start : quote.end] == quote.exact == exact.replace("\r\n", "\n")
    assert written(load(parse(written(event))).event) == written(event)


def test_each_selector_alone_distinguishes_two_places(document: Document) -> None:
    text = document["accounts"][2]["revisions"][0]["text"]
    second = text.index(" and ", text.index(" and ") + 1) + 1
    for selector in (
        {"start": second},
        {"end": second + 3},
        {"prefix": text[second - 12 : second]},
        {"suffix": text[second + 3 : second + 12]},
    ):
        document["claims"][0]["stances"][2]["quotes"] = [{"exact": "and", **selector}]
        event = load(document).event
        assert Quote.objects.get(exact="and", stance__claim__event=event).start == second


def test_offsets_written_are_those_of_the_stored_text(event: Event) -> None:
    document = dump(event)
    texts = {account["id"]: account["revisions"][-1]["text"] for account in document["accounts"]}
    quotes = [q for claim in document["claims"] for stance in claim["stances"] for q in stance["quotes"]]
    assert len(quotes) == 24
    for quote in quotes:
        text = texts[quote["account"]]
        assert text[quote["start"] : quote["end"]] == quote["exact"]
        assert find(text, quote["exact"], quote["prefix"], quote["suffix"]) == quote["start"]


def test_what_is_derived_is_ignored_on_input(event: Event) -> None:
    document: Any = dump(event)
    truth = [claim["outcome"] for claim in document["claims"]]
    deep: Any = {}
    for _level in range(2000):
        deep = [deep]
    for claim in document["claims"]:
        claim["outcome"], claim["positions"], claim["flags"] = "agreement", {"date": "\x00"}, None
        claim["caveats"] = deep
    document["edition"] = {"number": 99, "date": "nonsense", "source_url": "\ud800", "deep": deep}
    again = dump(load(document).event)
    assert [claim["outcome"] for claim in again["claims"]] == truth
    assert "edition" not in again


def test_a_party_may_have_the_name_of_a_key(document: Document) -> None:
    """What is derived has the slugs of parties as keys, for which no rule of a key of that name is checked."""
    document["parties"][0]["slug"] = document["accounts"][KREMLIN]["party"] = "date"
    event = load(document).event
    assert publish(event, by="ann").document["claims"][0]["positions"]["date"] == "affirms"


def test_parties_are_written_by_name_whatever_the_case_and_the_accents(document: Document) -> None:
    names = {"lower": "federal chancellery", "elysee": "Élysée", "again": "Elysee", "zagreb": "Zagreb"}
    document["parties"] += [{"slug": slug, "name": name} for slug, name in names.items()]
    event = load(document).event
    ordered = ["again", "elysee", "lower", "kremlin", "white-house", "zagreb"]
    assert [party["slug"] for party in dump(event)["parties"]] == ordered
    assert [party.slug for party in Comparison.from_document(dump(event)).parties] == ordered


def test_dumping_costs_the_same_queries_however_much_there_is(event: Event, document: Document) -> None:
    with CaptureQueriesContext(connection) as many:
        dump(event)
    document["claims"] = document["claims"][:2]
    load(document)
    with CaptureQueriesContext(connection) as few:
        dump(event)
    assert len(many) == len(few) <= 8


def test_the_schema_and_the_models_have_the_same_limits() -> None:
    models = {
        "event": Event,
        "party": Party,
        "topic": Topic,
        "account": Account,
        "revision": Revision,
        "claim": Claim,
        "stance": Stance,
        "translation": Quote,
    }
    names = {
        ("account", "id"): "key",
        ("translation", "text"): "translation",
        ("translation", "language"): "translation_language",
        ("translation", "by"): "translation_by",
    }
    compared = 0
    for definition, model in models.items():
        for key, rule in SCHEMA["$defs"][definition]["properties"].items():
            if key in ("confirmed_by", "confirmed_at"):
                assert SecondReading._meta.get_field("confirmed_by").max_length == 150
                continue
            rule = SCHEMA["$defs"].get(rule.get("$ref", "").rpartition("/")[2], rule)
            if rule.get("type") == "string" and (length := rule.get("maxLength")):
                field = model._meta.get_field(names.get((definition, key), key))
                assert getattr(field, "max_length", None) in (None, length), (definition, key)
                compared += 1
            if "enum" in rule:
                choices = model._meta.get_field(key).choices  # type: ignore[union-attr]
                assert rule["enum"] == [value for value, _label in choices or ()], (definition, key)
                compared += 1
    assert compared > 20


def test_a_valid_document_has_every_key_of_the_format(document: Document) -> None:
    account = validate(document)["accounts"][0]
    assert list(account) == list(SCHEMA["$defs"]["account"]["properties"])
    assert account["translation_of"] is None
    assert account["attribution_note"] == ""
