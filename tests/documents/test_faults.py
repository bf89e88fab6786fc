"""Each fault that a document can have, named by its place, with nothing saved."""

from collections.abc import Callable
from typing import Any

import pytest

from comparisons.documents import Faults, load, validate
from comparisons.models import Event, Party, Topic
from tests.documents.changes import Document, places, put, quote, stance

TRADE, DURATION, LAST = 0, 16, 16
WHITE_HOUSE, OFFICIAL, KREMLIN, NEWSPAPER = 0, 1, 2, 3


FAULTS: list[tuple[Callable[[Document], None], str, str]] = [
    # the whole
    (put("format", "comparison/2"), "format", "comparison/1"),
    (put("format", ...), "format", "required"),
    (put("claims", ...), "claims", "required"),
    (put("accounts", "none"), "accounts", "type"),
    (put("outcomes", {}), "outcomes", "not known"),
    # unknown keys, at each level
    (put("event", "venue", "x"), "event.venue", "not known"),
    (put("parties", 1, "flag", "x"), "parties[1].flag", "not known"),
    (put("topics", 3, "colour", "x"), "topics[3].colour", "not known"),
    (put("accounts", 2, "author", "x"), "accounts[2].author", "not known"),
    (put("accounts", 2, "revisions", 0, "sha256", "x"), "accounts[2].revisions[0].sha256", "not known"),
    (put("claims", 4, "verdict", "x"), "claims[4].verdict", "not known"),
    (stance(5, 2, "score", 1), "claims[5].stances[2].score", "not known"),
    (quote(TRADE, 2, "page", 1), "claims[0].stances[2].quotes[0].page", "not known"),
    # missing, empty, or of the wrong type
    (put("event", "title", ""), "event.title", "empty"),
    (put("event", "date", ...), "event.date", "required"),
    (put("event", "participants", "Putin"), "event.participants", "type"),
    (put("accounts", 0, "source", " "), "accounts[0].source", "empty"),
    (put("accounts", 3, "revisions", []), "accounts[3].revisions", "empty"),
    (put("accounts", 3, "revisions", 0, "text", ""), "accounts[3].revisions[0].text", "empty"),
    (put("claims", 2, "wording", ...), "claims[2].wording", "required"),
    (put("claims", 2, "stances", None), "claims[2].stances", "type"),
    (stance(2, 0, "position", None), "claims[2].stances[0].position", "none of"),
    (quote(2, 0, "exact", ""), "claims[2].stances[0].quotes[0].exact", "empty"),
    (quote(2, 0, "start", "12"), "claims[2].stances[0].quotes[0].start", "type"),
    (quote(2, 0, "start", True), "claims[2].stances[0].quotes[0].start", "type"),
    (put("parties", []), "parties", "empty"),
    (put("parties", 0, "kremlin"), "parties[0]", "type"),
    (put("parties", 0, "slug", ["kremlin"]), "parties[0].slug", "type"),
    (put("topics", 0, "slug", {"trade": 1}), "topics[0].slug", "type"),
    (put("accounts", 0, "id", ["white-house-statement"]), "accounts[0].id", "type"),
    (put("accounts", 0, "revisions", 0, "text", " \n\u00a0\ufeff"), "accounts[0].revisions[0].text", "empty"),
    (put("accounts", 0, "revisions", 0, "text", "\u200b\u2060"), "accounts[0].revisions[0].text", "empty"),
    (put("event", "title", "\u00a0"), "event.title", "empty"),
    (quote(2, 0, "start", 1.0), "claims[2].stances[0].quotes[0].start", "type"),
    # values that do not exist
    (put("event", "kind", "telegram"), "event.kind", "none of"),
    (put("event", "date", "2017-02-30"), "event.date", "no date"),
    (put("event", "date", "28.01.2017"), "event.date", "form"),
    (put("event", "date", "２０１７-01-28"), "event.date", "form"),
    (put("event", "slug", "Trump Putin"), "event.slug", "form"),
    (put("event", "slug", "trump-putin\n"), "event.slug", "form"),
    (put("parties", 0, "country", "Russia"), "parties[0].country", "form"),
    (put("accounts", 0, "language", "English!"), "accounts[0].language", "form"),
    (put("accounts", 0, "issued_at", "2017-01-28T25:00:00Z"), "accounts[0].issued_at", "no date or time"),
    (put("accounts", 0, "issued_at", "yesterday"), "accounts[0].issued_at", "form"),
    (
        put("accounts", 1, "revisions", 0, "captured_at", "2017-13-01"),
        "accounts[1].revisions[0].captured_at",
        "no date",
    ),
    (put("accounts", 2, "source_url", "javascript:alert(1)"), "accounts[2].source_url", "form"),
    (put("accounts", 2, "archive_url", "https://"), "accounts[2].archive_url", "no web address"),
    (stance(1, 1, "position", "claims"), "claims[1].stances[1].position", "none of"),
    (stance(1, 1, "basis", "rumour"), "claims[1].stances[1].basis", "none of"),
    # what stands twice
    (put("parties", 1, "slug", "kremlin"), "parties[1].slug", "twice"),
    (put("topics", 5, "slug", "trade"), "topics[5].slug", "twice"),
    (put("accounts", 1, "id", "white-house-statement"), "accounts[1].id", "twice"),
    (put("claims", 9, "slug", "trade-discussed"), "claims[9].slug", "twice"),
    (stance(3, 1, "account", "white-house-statement"), "claims[3].stances[1].account", "two stances"),
    (
        stance(3, 2, "quotes", [{"exact": "to destroy IS"}, {"exact": "to destroy IS"}]),
        "claims[3].stances[2].quotes[1]",
        "stands twice",
    ),
    # unknown references
    (put("accounts", 2, "party", "duma"), "accounts[2].party", "no party"),
    (put("accounts", 2, "translation_of", "original"), "accounts[2].translation_of", "no account"),
    (put("accounts", 2, "translation_of", "kremlin-statement"), "accounts[2].translation_of", "of itself"),
    (put("claims", 7, "topic", "weather"), "claims[7].topic", "no topic"),
    (stance(7, 0, "account", "duma"), "claims[7].stances[0].account", "no account"),
    (quote(TRADE, 0, "account", "duma"), "claims[0].stances[0].quotes[0].account", "no account"),
    (quote(TRADE, 2, "revision", 2), "claims[0].stances[2].quotes[0].revision", "no revision"),
    (quote(TRADE, 2, "revision", 0), "claims[0].stances[2].quotes[0].revision", "1 or more"),
    # what a stance needs
    (stance(2, 0, "quotes", []), "claims[2].stances[0].quotes", "needs a quote"),
    (stance(1, 1, "quotes", ...), "claims[1].stances[1].quotes", "needs a quote"),
    *(
        (
            put("claims", 2, "stances", [{"account": "kremlin-statement", "position": position}]),
            "claims[2].stances[0].quotes",
            "needs a quote",
        )
        for position in ("affirms", "affirms_in_part", "denies", "declines")
    ),
    (stance(1, 1, "position", "inconsistent"), "claims[1].stances[1].quotes", "two quotes"),
    (stance(3, 0, "note", ""), "claims[3].stances[0].note", "needs a note"),
    (stance(3, 2, "position", "affirms_in_part"), "claims[3].stances[2].note", "needs a note"),
    (stance(1, 0, "basis", "own_text"), "claims[1].stances[0].basis", "full text"),
    (stance(1, 1, "basis", "full_text"), "claims[1].stances[1].basis", "Only a silence"),
    (stance(1, 2, "quotes", [{"exact": "as equals"}]), "claims[1].stances[2].quotes", "no quote of its own"),
    (stance(1, 2, "basis", "reported"), "claims[1].stances[2].quotes", "quote of the report"),
    (quote(TRADE, 0, "account", ...), "claims[0].stances[0].quotes[0].account", "name it"),
    (stance(TRADE, 0, "basis", "own_text"), "claims[0].stances[0].quotes[0].account", "its own account"),
    # quotes that are not in the text, or not told apart
    (quote(TRADE, 2, "exact", "restoring mutual trade"), "claims[0].stances[2].quotes[0].exact", "not in the text"),
    (quote(LAST, 3, "exact", "AN HOURLONG DISCUSSION"), "claims[16].stances[3].quotes[0].exact", "not in the text"),
    (quote(TRADE, 2, "exact", "and"), "claims[0].stances[2].quotes[0].exact", "nothing tells which"),
    (quote(TRADE, 2, "prefix", "not "), "claims[0].stances[2].quotes[0].prefix", "beside them"),
    (quote(TRADE, 2, "suffix", "!"), "claims[0].stances[2].quotes[0].suffix", "beside them"),
    (quote(TRADE, 2, "start", 2), "claims[0].stances[2].quotes[0].start", "do not start here"),
    (quote(TRADE, 2, "end", 2), "claims[0].stances[2].quotes[0].end", "do not end here"),
    (
        stance(TRADE, 2, "quotes", [{"exact": "and", "end": 2}]),
        "claims[0].stances[2].quotes[0].end",
        "do not end here",
    ),
    # quantities
    (put("claims", DURATION, "unit", ""), "claims[16].unit", "needs a unit"),
    (put("claims", 0, "unit", "minutes"), "claims[0].unit", "Only a quantity"),
    (stance(DURATION, 3, "low", 61), "claims[16].stances[3].low", "greater than high"),
    (stance(DURATION, 3, "high", None), "claims[16].stances[3].high", "both low and high"),
    (stance(DURATION, 3, "low", "60"), "claims[16].stances[3].low", "type"),
    (stance(DURATION, 3, "low", 0.1234567), "claims[16].stances[3].low", "15 digits"),
    (stance(DURATION, 3, "high", 10**16), "claims[16].stances[3].high", "between"),
    (stance(DURATION, 0, "low", 1), "claims[16].stances[0].low", "affirms gives a value"),
    (stance(TRADE, 2, "value", "much"), "claims[0].stances[2].value", "quantity gives a value"),
    # characters that no text keeps
    (put("event", "title", "A\x00B"), "event.title", "U+0000"),
    (put("accounts", 3, "revisions", 0, "text", "bell \x07"), "accounts[3].revisions[0].text", "Character 6"),
    (put("accounts", 3, "title", "\ud800"), "accounts[3].title", "U+D800"),
    (put("claims", 1, "note", "a\rb"), "claims[1].note", "U+000D"),
    (stance(3, 0, "note", "\x85"), "claims[3].stances[0].note", "U+0085"),
    # limits
    (put("event", "title", "x" * 501), "event.title", "at most 500"),
    (put("accounts", 0, "revisions", 0, "text", "x" * 500_001), "accounts[0].revisions[0].text", "at most 500000"),
]


@pytest.mark.parametrize(("change", "place", "says"), FAULTS, ids=[f"{place}: {says}" for _, place, says in FAULTS])
def test_a_fault_is_named_by_its_place(
    document: Document, change: Callable[[Document], None], place: str, says: str
) -> None:
    change(document)
    found = places(document)
    assert place in found
    assert says in found[place]


def test_one_fault_is_reported_as_one(document: Document) -> None:
    put("accounts", 2, "source_url", "javascript:alert(1)")(document)
    quote(TRADE, 2, "exact", "restoring mutual trade")(document)
    assert list(places(document)) == ["accounts[2].source_url", "claims[0].stances[2].quotes[0].exact"]


@pytest.mark.parametrize("text", ["x" * 500_001, "\x00", "\u00a0", ""])
def test_the_quotes_of_a_text_that_is_refused_itself_are_not_held_against_it(document: Document, text: str) -> None:
    put("accounts", KREMLIN, "revisions", 0, "text", text)(document)
    assert list(places(document)) == ["accounts[2].revisions[0].text"]


def test_all_faults_are_reported_at_once(document: Document) -> None:
    """As many changes as can stand side by side without one hiding another."""
    together = [
        (put("event", "kind", "telegram"), "event.kind"),
        (put("parties", 0, "country", "Russia"), "parties[0].country"),
        (put("accounts", 0, "source", ""), "accounts[0].source"),
        (put("accounts", 2, "party", "duma"), "accounts[2].party"),
        (put("claims", 7, "topic", "weather"), "claims[7].topic"),
        (put("claims", 8, "verdict", "true"), "claims[8].verdict"),
        (stance(3, 0, "note", ""), "claims[3].stances[0].note"),
        (quote(TRADE, 2, "exact", "restoring mutual trade"), "claims[0].stances[2].quotes[0].exact"),
        (quote(4, 0, "exact", "less peace"), "claims[4].stances[0].quotes[0].exact"),
        (stance(DURATION, 3, "low", 61), "claims[16].stances[3].low"),
        (put("accounts", 3, "title", "\x01"), "accounts[3].title"),
    ]
    for change, _place in together:
        change(document)
    assert {place for _change, place in together} <= set(places(document))


@pytest.mark.parametrize(
    "whole", [None, 1, "comparison/1", [], {}, {"accounts": {}, "claims": [1, None, {"stances": 3}]}]
)
def test_whatever_is_given_instead_of_a_document_is_refused_and_no_more(whole: Any) -> None:
    with pytest.raises(Faults):
        validate(whole)


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(0, len(FAULTS), 7))
def test_a_refused_document_leaves_nothing_behind(document: Document, number: int) -> None:
    FAULTS[number][0](document)
    with pytest.raises(Faults):
        load(document)
    assert not Event.objects.exists()
    assert not Party.objects.exists()
    assert not Topic.objects.exists()


def test_more_accounts_or_claims_than_an_event_may_have_are_refused(document: Document) -> None:
    spare = document["accounts"][3]
    document["accounts"] += [{**spare, "id": f"account-{number}"} for number in range(47)]
    document["claims"] += [
        {**document["claims"][0], "slug": f"claim-{number}", "stances": []} for number in range(1984)
    ]
    found = places(document)
    assert "at most 50" in found["accounts"]
    assert "at most 2000" in found["claims"]
