"""A comparison of many parties, to be published in a site of its own: most say what the Kremlin says, some nothing."""

from copy import deepcopy
from typing import Any

from comparisons.documents import load
from comparisons.publishing.publish import publish
from tests.browser.prepared import copied

SLUG = "call-of-many"


def of_parties(number: int) -> dict[str, Any]:
    """The two of the example; of the others half say just what the Kremlin says, of half nothing is held."""
    document = copied(SLUG, f"a copy of {number} parties")
    (spoken,) = (one for one in document["accounts"] if one["id"] == "kremlin-statement")
    for place in range(number - 2):
        slug = f"ministry-of-external-relations-{place}"
        document["parties"].append({"slug": slug, "name": f"Ministry of External Relations {place}", "country": ""})
        if place % 2 == 0:
            document["accounts"].append({**deepcopy(spoken), "id": slug, "party": slug, "title": f"Readout {place}"})
            for claim in document["claims"]:
                said = [one for one in claim["stances"] if one["account"] == spoken["id"]]
                own = [deepcopy(one) for one in said if one["basis"] != "reported"]
                claim["stances"] += [{**stance, "account": slug} for stance in own]
    return document


def publish_of(number: int) -> None:
    publish(load(of_parties(number)).event, by="ann")
