"""How long the work takes that grows with what people enter: `make benchmarks`. Figures to read, not tests."""

import json
import os
import time
from collections.abc import Callable

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")

import django

django.setup()

from django.db import connection
from django.test import Client
from django.test.utils import setup_test_environment

from comparisons import outcomes
from comparisons.cards.content import card_of
from comparisons.cards.drawing import png
from comparisons.cards.store import laid_out
from comparisons.comparison.comparison import Comparison
from comparisons.documents import dump, load, render_json, validate
from comparisons.publishing.publish import publish
from comparisons.texts.anchors import carry, find, segments
from comparisons.texts.differences import difference
from tests.benchmarks.many_editions import publish_many
from tests.benchmarks.texts import changed_texts
from tests.examples import EXAMPLE, SLUG

CLAIMS = 2_000
LETTERS = 500_000
EDITIONS = 2_000


def measure(name: str, work: Callable[[], object]) -> None:
    best = min(_timed(work) for _run in range(3))
    print(f"{name:<64} {best * 1000:>10,.1f} ms")


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def main() -> None:
    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    try:
        pure()
        with_database()
        searching()
    finally:
        connection.creation.destroy_test_db("", verbosity=0)


def pure() -> None:
    text = "слово " * (LETTERS // 6)
    spans = [(place, place + 60, place) for place in range(0, 300_000, 30)]
    parties = [f"party-{number}" for number in range(50)]
    stances = [outcomes.Stance(party, "affirms", 1, 2) for party in parties]
    measure(f"find a quote in {LETTERS:,} characters", lambda: find(text, text[-400:-200], start=len(text) - 400))
    measure(f"cut {LETTERS:,} characters at 10,000 spans", lambda: segments(text, spans))
    for name, old, new in changed_texts(LETTERS):
        measure(f"difference, {name}", lambda old=old, new=new: difference(old, new))  # type: ignore[misc]
    measure(f"carry 1,000 quotes over {LETTERS:,} characters", carry_a_thousand)
    measure("derive the outcome of one claim, 50 accounts", lambda: outcomes.derive(stances, parties))


def carry_a_thousand() -> None:
    old = " ".join(str(number) for number in range(LETTERS))[:LETTERS]
    new = f"{old[:1000]} and more {old[1000:]}"
    for start in range(2000, 402_000, 400):
        assert carry(old, new, start, start + 60) == start + len(" and more ")


def with_database() -> None:
    document = json.loads(EXAMPLE.read_text())
    claims = document["claims"]
    document["claims"] = [{**claims[number % 17], "slug": f"claim-{number}"} for number in range(CLAIMS)]
    measure(f"validate a document of {CLAIMS:,} claims", lambda: validate(document))
    measure(f"load a document of {CLAIMS:,} claims", lambda: load(document))
    event = load(document).event
    measure(f"dump {CLAIMS:,} claims, outcomes derived", lambda: dump(event))
    numbers = iter(range(2, 100))
    page = Comparison.from_document(publish(event, by="ann").document)
    measure("draw the card of a claim", lambda: png(laid_out(card_of(page, "claim-0"))))
    measure("draw the card of a comparison", lambda: png(laid_out(card_of(page))))
    measure(f"publish {CLAIMS:,} claims", lambda: publish(event, note=f"Edition {next(numbers)}.", by="ann"))
    derived = dump(event)
    measure(f"make a comparison of {CLAIMS:,} claims from its document", lambda: Comparison.from_document(derived))
    measure(f"write {CLAIMS:,} claims as JSON", lambda: render_json(derived))
    client = Client()
    measure(f"answer with the page of {CLAIMS:,} claims", lambda: client.get(f"/comparisons/{SLUG}/"))
    measure("answer with its claims of one topic", lambda: client.get(f"/comparisons/{SLUG}/?topic=trade"))
    publish(load(json.loads(EXAMPLE.read_text())).event, note="Seventeen claims again.", by="ann")
    measure("answer with the page of 17 claims", lambda: client.get(f"/comparisons/{SLUG}/"))
    measure("answer with the home page", lambda: client.get("/"))


def searching() -> None:
    passages = publish_many(EDITIONS)
    print(f"{EDITIONS:,} more editions with {passages:,} passages, on {connection.vendor}")
    client = Client()
    for name, query in {
        "the list": "",
        "the list of one party": "?party=kremlin",
        "the list on one topic": "?topic=topic-1",
        "a rare word": "?q=word42",
        "a word that stands in half of them": "?q=sanctions",
        "three such words": "?q=trade+sanctions+talks",
        "a phrase": "?q=%22trade+sanctions%22",
        "a word, a party and a family": "?q=санкции&party=paris&family=contradictions",
    }.items():
        measure(f"answer with {name}", lambda query=query: client.get(f"/{query}"))  # type: ignore[misc]


if __name__ == "__main__":
    main()
