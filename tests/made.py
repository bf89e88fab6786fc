"""Comparisons made of the example for what no real one has yet: many parties, and many claims."""

import copy
import json
from typing import Any

from comparisons.comparison.comparison import Comparison
from comparisons.documents.derived import derive_claim
from comparisons.documents.validate import validate
from tests.examples import EXAMPLE

POSITIONS = ("affirms", "affirms", "denies", "affirms", "silent", "affirms", "affirms")
"""Of the parties in turn, so that of seven five say so, one denies it and one does not mention it."""


def many_parties(count: int, *, claims: int = 17, topics: int = 6, slug: str = "") -> dict[str, Any]:
    """A comparison of so many parties, each with one whole readout of its own, read for each claim.

    Of every three claims the speaking parties have the same words in one.
    """
    example = json.loads(EXAMPLE.read_text())
    parties = [{"slug": f"party-{n}", "name": name_of(n), "country": ""} for n in range(count)]
    account = {**copy.deepcopy(example["accounts"][0]), "completeness": "full", "scope": "comprehensive"}
    accounts = [
        {
            **account,
            "id": f"readout-{n}",
            "party": f"party-{n}",
            "title": f"Readout of {name_of(n)}",
            "source": f"The office of {name_of(n)}",
            "revisions": [{"captured_at": None, "text": text_of(n, claims), "note": ""}],
        }
        for n in range(count)
    ]
    made_topics = [{"slug": f"topic-{n}", "name": f"Topic {n + 1}"} for n in range(topics)]
    return {
        **example,
        "event": {**example["event"], "slug": slug or f"of-{count}-parties", "title": f"Talks of {count} parties"},
        "parties": parties,
        "topics": made_topics,
        "accounts": accounts,
        "claims": [a_claim(number, count, f"topic-{number * topics // claims}") for number in range(claims)],
    }


def name_of(party: int) -> str:
    known = (
        "Kremlin",
        "White House",
        "NATO",
        "Élysée",
        "Norway",
        "United Kingdom",
        "Turkish Ministry of Foreign Affairs",
    )
    return known[party] if party < len(known) else f"Country {party + 1}"


def words_of(party: int, claim: int) -> str:
    speaker = "The sides" if claim % 3 == 0 else f"The delegation of {name_of(party)}"
    return f"{speaker} went over point {claim + 1} of the agenda at some length."


def text_of(party: int, claims: int) -> str:
    return "\n\n".join(words_of(party, claim) for claim in range(claims))


def a_claim(number: int, parties: int, topic: str) -> dict[str, Any]:
    return {
        "slug": f"point-{number + 1}",
        "topic": topic,
        "question": f"Was point {number + 1} of the agenda discussed?",
        "wording": f"Point {number + 1} of the agenda was discussed.",
        "kind": "polar",
        "unit": "",
        "note": "",
        "stances": [a_stance(party, number) for party in range(parties)],
    }


def a_stance(party: int, claim: int) -> dict[str, Any]:
    position = POSITIONS[(party + claim) % len(POSITIONS)]
    quotes = [] if position == "silent" else [a_quote(party, claim)]
    basis = "full_text" if position == "silent" else "own_text"
    return {"account": f"readout-{party}", "position": position, "basis": basis, "quotes": quotes}


def a_quote(party: int, claim: int) -> dict[str, Any]:
    words = words_of(party, claim)
    start = text_of(party, claim).removesuffix("\n\n")
    offset = len(start) + 2 if claim else 0
    place = {"prefix": "", "suffix": "", "start": offset, "end": offset + len(words), "revision": 1}
    return {"exact": words, "account": f"readout-{party}", "translation": None, **place}


def compared(document: dict[str, Any]) -> Comparison:
    """The document as a page shows it, derived without a database."""
    whole: Any = validate(document)
    parties = [party["slug"] for party in whole["parties"]]
    for claim in whole["claims"]:
        claim |= derive_claim(claim, whole["accounts"], parties)
    return Comparison.from_document(whole)
