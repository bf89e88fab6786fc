"""The claims of the documents as they count across events, straight from the JSON and by the rules of outcomes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from comparisons.outcomes import Derived, Stance, derive


@dataclass(frozen=True)
class Counted:
    """One claim of one document."""

    event: str
    day: str
    claim: str
    topic: str
    outcome: str
    positions: dict[str, str]
    pairs: dict[tuple[str, str], Derived]
    """Slugs in order -> what these two add up to between themselves."""
    origin: str

    @property
    def year(self) -> str:
        return self.day[:4]

    @property
    def key(self) -> str:
        return f"{self.event}/{self.claim}"


def claims_of(paths: Iterable[Path]) -> list[Counted]:
    return [claim for path in paths for claim in claims_in(json.loads(path.read_text()))]


def claims_in(document: dict[str, Any]) -> list[Counted]:
    accounts = document["accounts"]
    parties = [party["slug"] for party in document["parties"]]
    party_of = {account["id"]: account["party"] for account in accounts}
    with_account = sorted({party for party in party_of.values() if party})
    counted = []
    for claim in document["claims"]:
        given = {stance["account"]: stance for stance in claim["stances"]}
        stances = [stance_of(account, given.get(account["id"])) for account in accounts if account["party"]]
        whole = derive(stances, parties)
        quoted = {
            party_of[quote.get("account") or stance["account"]]
            for stance in claim["stances"]
            for quote in stance.get("quotes", [])
        } - {None}
        counted.append(
            Counted(
                event=document["event"]["slug"],
                day=document["event"]["date"],
                claim=claim["slug"],
                topic=claim["topic"],
                outcome=whole.outcome,
                positions=dict(whole.positions),
                pairs={
                    pair: derive([stance for stance in stances if stance.party in pair], pair)
                    for pair in combinations(with_account, 2)
                },
                origin=quoted.pop() if len(quoted) == 1 else "",
            )
        )
    return counted


def stance_of(account: dict[str, Any], stance: dict[str, Any] | None) -> Stance:
    if stance is None:
        return Stance(account["party"], "not_reviewed")
    held_in_full = account["completeness"] == "full" or stance["basis"] == "reported"
    return Stance(
        account["party"],
        stance["position"],
        stance.get("low"),
        stance.get("high"),
        can_omit=account["scope"] == "comprehensive" and held_in_full,
    )
