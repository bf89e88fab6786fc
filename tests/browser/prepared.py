"""What is published on the site whose every page is looked at: run there, in its own process."""

import json
from copy import deepcopy
from typing import Any

from comparisons.documents import load
from comparisons.editorial.revisions import revise
from comparisons.models import Event
from comparisons.publishing.publish import publish, withdraw
from tests.browser.pages import CORRECTED, FIFTY_PARTIES, SEVEN_PARTIES, THREE_PARTIES, WITHDRAWN
from tests.examples import DOCUMENTS, EXAMPLE, SLUG
from tests.made import many_parties


def prepare() -> None:
    """Every document; and copies of the example: of three parties, of seven and of fifty, corrected, withdrawn."""
    for path in DOCUMENTS:
        if path.stem != SLUG:
            publish(load(json.loads(path.read_text())).event, by="ann")
    publish(load(of_three_parties()).event, by="ann")
    publish(load(of_seven_parties()).event, by="ann")
    publish(load(many_parties(50, slug=FIFTY_PARTIES)).event, by="ann")
    correct(load(copied(CORRECTED, "a copy that was corrected")).event)
    withdrawn = load(copied(WITHDRAWN, "a copy that was withdrawn")).event
    publish(withdrawn, by="ann")
    withdraw(withdrawn, reason="It was about another call.", by="ann")


def copied(slug: str, what: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(EXAMPLE.read_text())
    title = f"{document['event']['title']}: {what}"
    return {**document, "event": {**document["event"], "slug": slug, "title": title}}


def of_three_parties() -> dict[str, Any]:
    """A third party, which says all that the Kremlin says."""
    document = copied(THREE_PARTIES, "a copy of three parties")
    document["parties"].append({"slug": "third-side", "name": "Third Side", "country": ""})
    (account,) = (one for one in document["accounts"] if one["id"] == "kremlin-statement")
    document["accounts"].append({**deepcopy(account), "id": "third", "party": "third-side", "title": "A third readout"})
    for claim in document["claims"]:
        said = [one for one in claim["stances"] if one["account"] == account["id"] and one["basis"] != "reported"]
        claim["stances"] += [{**deepcopy(stance), "account": "third"} for stance in said]
    return document


def of_seven_parties() -> dict[str, Any]:
    """Five more, without an account."""
    document = copied(SEVEN_PARTIES, "a copy of seven parties")
    more = [{"slug": f"ministry-{number}", "name": f"Ministry {number}", "country": ""} for number in range(5)]
    document["parties"] += more
    return document


def correct(event: Event) -> None:
    """Four editions: the third is withdrawn, and the fourth holds a text that was changed, and a claim less."""
    publish(event, by="ann")
    event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
    publish(event, note="The stance on trade is taken back.", by="ann")
    publish(event, note="A mistake.", by="ann")
    withdraw(event, reason="It was published too early.", by="ann")
    event.claims.get(slug="iran-discussed").delete()
    kremlin = event.accounts.get(key="kremlin-statement")
    revise(kremlin, kremlin.latest.text.replace("as equals, and", "and"), captured_at="2017-02-01", note="Edited")
    publish(event, note="A later text.", by="ann", unread_allowed=True)
