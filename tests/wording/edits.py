"""Edits of a document, to compare it with itself: some that leave every word as it is, and some that do not."""

import json
from collections.abc import Callable
from typing import Any

from comparisons.editions.between import EditionChanges
from comparisons.models import Edition
from comparisons.wording.what_changed import WhatChanged

Document = dict[str, Any]
Edit = Callable[[Document, Callable[[list[Any]], Any]], None]
"""Changes a document; what of it, it is told by a function that chooses one of several."""


def told_of(before: Document, after: Document) -> WhatChanged:
    editions = (Edition(body=json.dumps(document), sha256="") for document in (before, after))
    return WhatChanged.told(EditionChanges.between(*editions))


# Edits that leave every word as it is.


def renamed(document: Document, old: str, new: str) -> None:
    """Every place that has this slug or id, whether as a value or as a key."""

    def walked(value: Any) -> Any:
        if isinstance(value, dict):
            return {new if key == old else key: walked(one) for key, one in value.items()}
        if isinstance(value, list):
            return [walked(one) for one in value]
        return new if value == old else value

    document |= walked(document)


def another_claim_slug(document: Document, choose: Any) -> None:
    slug = choose(document["claims"])["slug"]
    renamed(document, slug, f"{slug}-2")


def another_account_id(document: Document, choose: Any) -> None:
    name = choose(document["accounts"])["id"]
    renamed(document, name, f"{name}-2")


def another_party_slug(document: Document, choose: Any) -> None:
    slug = choose(document["parties"])["slug"]
    renamed(document, slug, f"{slug}-2")


def another_topic_slug(document: Document, choose: Any) -> None:
    slug = choose(document["topics"])["slug"]
    renamed(document, slug, f"{slug}-2")


def quotes_of(document: Document) -> list[Any]:
    return [quote for stance in stances_of(document) for quote in stance["quotes"]]


def stances_of(document: Document) -> list[Any]:
    return [stance for claim in document["claims"] for stance in claim["stances"]]


def found_in_a_later_text(document: Document, choose: Any) -> None:
    """The whole text moves down by a line, and its quotes with it."""
    account = choose(document["accounts"])
    account["revisions"].append(
        {"captured_at": None, "note": "", "text": "A line.\n" + account["revisions"][-1]["text"]}
    )
    for quote in quotes_of(document):
        if quote["account"] == account["id"]:
            shifted = {"start": quote["start"] + 8, "end": quote["end"] + 8, "revision": len(account["revisions"])}
            quote |= shifted


def wider_spaces(document: Document, choose: Any) -> None:
    places = [*document["claims"], *stances_of(document), *document["accounts"], document["event"]]
    place = choose(places)
    for key in ("wording", "note", "question", "title", "summary", "via"):
        if isinstance(place.get(key), str):
            place[key] = place[key].replace(" ", " \n ")


def read_by_another(document: Document, choose: Any) -> None:
    choose(stances_of(document))["reviewed_by"] = "Somebody Else"


def another_form_of_a_moment(document: Document, choose: Any) -> None:
    for account in document["accounts"]:
        if account["issued_at"] and account["issued_at"].endswith("Z"):
            account["issued_at"] = account["issued_at"].removesuffix("Z") + "+00:00"


def twice_quoted(document: Document, choose: Any) -> None:
    stance = choose([one for one in stances_of(document) if one["quotes"]])
    stance["quotes"].append({**stance["quotes"][0], "end": stance["quotes"][0]["end"] - 1})
    stance["quotes"].append(stance["quotes"].pop(0))


SAME_WORDS: list[Edit] = [
    another_claim_slug,
    another_account_id,
    another_party_slug,
    another_topic_slug,
    found_in_a_later_text,
    wider_spaces,
    read_by_another,
    another_form_of_a_moment,
    twice_quoted,
]

# Edits that move words or change them.


def note_moved(document: Document, choose: Any) -> None:
    claim = choose([one for one in document["claims"] if one["stances"]])
    places = [claim, *claim["stances"]]
    noted = [place for place in places if place["note"]]
    empty = [place for place in places if not place["note"]]
    if noted and empty:
        origin, target = choose(noted), choose(empty)
        origin["note"], target["note"] = "", origin["note"]


def quotes_swapped(document: Document, choose: Any) -> None:
    claim = choose([one for one in document["claims"] if one["stances"]])
    one, other = choose(claim["stances"]), choose(claim["stances"])
    one["quotes"], other["quotes"] = other["quotes"], one["quotes"]


def stance_taken_back(document: Document, choose: Any) -> None:
    claim = choose([one for one in document["claims"] if one["stances"]])
    claim["stances"].remove(choose(claim["stances"]))


def words_changed(document: Document, choose: Any) -> None:
    place, key = choose(
        [
            *((claim, key) for claim in document["claims"] for key in ("question", "wording", "note", "unit")),
            *((stance, key) for stance in stances_of(document) for key in ("note", "value")),
            *((account, key) for account in document["accounts"] for key in ("title", "source", "via")),
            *((document["event"], key) for key in ("title", "place", "summary")),
            *((topic, "name") for topic in document["topics"]),
            *((party, "name") for party in document["parties"]),
        ]
    )
    words = place[key].split(" ")
    place[key] = " ".join([*words[1:], choose(["", "Otherwise", words[0]])])


def claim_gone(document: Document, choose: Any) -> None:
    document["claims"].remove(choose(document["claims"]))


def read_a_second_time(document: Document, choose: Any) -> None:
    choose(document["claims"])["confirmed_by"] = "Ann Reader"


def another_outcome(document: Document, choose: Any) -> None:
    claim = choose(document["claims"])
    claim["outcome"], claim["caveats"] = "not_addressed", []
    claim["positions"] = dict.fromkeys(claim["positions"], "silent")


OTHER_WORDS: list[Edit] = [
    note_moved,
    quotes_swapped,
    stance_taken_back,
    words_changed,
    claim_gone,
    read_a_second_time,
    another_outcome,
]
