"""Parts of a comparison, made by hand."""

from collections.abc import Sequence
from typing import Any

from comparisons.comparison.accounts import AccountShown, PartyShown, RevisionShown
from comparisons.comparison.claims import ClaimShown, QuoteShown, StanceShown, TopicShown
from comparisons.comparison.standings import StandingShown

KREMLIN = PartyShown("kremlin", "Kremlin", "RU")
WHITE_HOUSE = PartyShown("white-house", "White House", "US")
NATO = PartyShown("nato", "NATO", "")
PARTIES = (KREMLIN, NATO, WHITE_HOUSE)
TRADE = TopicShown("trade", "Trade")


def an_account(party: PartyShown | None = WHITE_HOUSE, **changes: Any) -> AccountShown:
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
        "revisions": (RevisionShown(1, "text", None, ""),),
    }
    return AccountShown(**(values | changes))


def a_claim(
    outcome: str, positions: dict[PartyShown, str], accounts: Sequence[AccountShown] = (), **changes: Any
) -> ClaimShown:
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
        "standings": tuple(
            a_standing(party, position, [account for account in accounts if account.party == party])
            for party, position in positions.items()
        ),
        "cells": (),
        "observers": (),
        "accounts": tuple(accounts) or tuple(an_account(party) for party in positions),
    }
    return ClaimShown(**(values | changes))


def a_stance(position: str, account: AccountShown | None = None, **changes: Any) -> StanceShown:
    values: dict[str, Any] = {
        "basis": "full_text" if position == "silent" else "own_text",
        "implied": False,
        "low": None,
        "high": None,
        "value": "",
        "note": "",
        "reviewed_by": "",
        "reviewed": None,
        "quotes": (),
    }
    return StanceShown(account or an_account(), position, **(values | changes))


def a_quote(account: AccountShown) -> QuoteShown:
    return QuoteShown("text", "", "", 0, 4, account, account.revisions[0])


def a_standing(
    party: PartyShown, position: str, accounts: Sequence[AccountShown] = (), **changes: Any
) -> StandingShown:
    """Of a party whose only account is a whole readout, where none are given."""
    held = accounts or [an_account(party)]
    values: dict[str, Any] = {
        "kinds": tuple(account.kind for account in held),
        "is_excerpt": any(account.completeness != "full" for account in held),
    }
    return StandingShown(party, position, **(values | changes))


def of_three(*positions: str) -> dict[PartyShown, str]:
    """The first parties of three, by name, with these positions."""
    return dict(zip(PARTIES, positions, strict=False))
