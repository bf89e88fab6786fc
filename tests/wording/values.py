"""Parts of a comparison, made by hand."""

from collections.abc import Sequence
from typing import Any

from comparisons.comparison.accounts import Account, Party, Revision
from comparisons.comparison.claims import Claim, Topic

KREMLIN = Party("kremlin", "Kremlin", "RU")
WHITE_HOUSE = Party("white-house", "White House", "US")
NATO = Party("nato", "NATO", "")
PARTIES = (KREMLIN, NATO, WHITE_HOUSE)
TRADE = Topic("trade", "Trade")


def an_account(party: Party | None = WHITE_HOUSE, **changes: Any) -> Account:
    values: dict[str, Any] = {
        "id": f"{party.slug if party else 'observer'}-readout",
        "party": party,
        "title": "Readout",
        "kind": "readout",
        "source": "The office",
        "attribution": "on_record",
        "attribution_note": "",
        "completeness": "full",
        "scope": "comprehensive",
        "language": "en",
        "issued": None,
        "lag": None,
        "source_url": "",
        "archive_url": "",
        "via": "",
        "translation_of": None,
        "revisions": (Revision(1, "text", None, ""),),
    }
    return Account(**(values | changes))


def a_claim(outcome: str, positions: dict[Party, str], accounts: Sequence[Account] = (), **changes: Any) -> Claim:
    values: dict[str, Any] = {
        "slug": "trade-discussed",
        "topic": TRADE,
        "question": "",
        "wording": "Trade was discussed.",
        "kind": "polar",
        "unit": "",
        "note": "",
        "outcome": outcome,
        "flags": (),
        "caveats": (),
        "positions": tuple(positions.items()),
        "cells": (),
        "observers": (),
        "accounts": tuple(accounts) or tuple(an_account(party) for party in positions),
    }
    return Claim(**(values | changes))


def of_three(*positions: str) -> dict[Party, str]:
    """The first parties of three, by name, with these positions."""
    return dict(zip(PARTIES, positions, strict=False))
