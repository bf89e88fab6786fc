"""The real call with many more parties: some say the Kremlin's very words, some deny it, are silent, or say nothing."""

import json
from copy import deepcopy
from typing import Any

from tests.examples import EXAMPLE


def of_many_parties(count: int, slug: str = "call-of-many") -> dict[str, Any]:
    """Of five that are added, two say what the Kremlin says, one denies it, one is silent and one has no account."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text())
    document["event"] |= {"slug": slug, "title": f"A call of {count} parties"}
    (text,) = (account for account in document["accounts"] if account["id"] == "kremlin-statement")
    (claim,) = (claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    (said,) = (stance for stance in claim["stances"] if stance["account"] == text["id"])
    for number in range(count - len(document["parties"])):
        party = f"ministry-{number}"
        document["parties"].append({"slug": party, "name": f"Ministry {number}", "country": ""})
        kind = number % 5
        if kind == 4:
            continue
        account = deepcopy(text) | {"id": f"readout-{number}", "party": party, "title": f"Readout {number}"}
        stance = deepcopy(said) | {"account": account["id"]}
        if kind == 2:
            account["revisions"][0]["text"] = f"Nothing was said of trade, says ministry {number}."
            stance |= {"position": "denies", "quotes": [{"exact": "Nothing was said of trade"}]}
        if kind == 3:
            account["completeness"] = "full"
            stance |= {"position": "silent", "basis": "full_text", "quotes": []}
        document["accounts"].append(account)
        claim["stances"].append(stance)
    return document
