"""The second reading of contradictions: which claims need one, and the digest of what somebody read."""

import json
from collections.abc import Iterable

from comparisons.comparison.document import AccountEntry, ClaimEntry, StatedClaim
from comparisons.outcomes import CONTRADICTIONS
from comparisons.texts.digest import text_digest

OF_CLAIM = ("slug", "question", "wording", "kind", "unit")
WHO_READ = ("reviewed_by", "reviewed_at")
OF_ACCOUNTS = ("party", "attribution", "completeness", "scope", "language", "translation_of")


def reading_digest(claim: StatedClaim, accounts: Iterable[AccountEntry]) -> str:
    """SHA-256, in hexadecimal, of all that bears on a claim's outcome: its words, stances and quotes, and the texts.

    Of an account's texts their number counts: a text is never changed, and a new one is a further one.
    """
    bearing = {quote["account"] for stance in claim["stances"] for quote in stance["quotes"]}
    bearing |= {stance["account"] for stance in claim["stances"]}
    read = {
        "claim": {key: claim.get(key) for key in OF_CLAIM},
        "stances": [
            {key: value for key, value in stance.items() if key not in WHO_READ} for stance in claim["stances"]
        ],
        "accounts": [
            {"id": account["id"], "texts": len(account["revisions"]), **{key: account.get(key) for key in OF_ACCOUNTS}}
            for account in accounts
            if account["id"] in bearing
        ],
    }
    return text_digest(json.dumps(read, ensure_ascii=False, sort_keys=True))


def is_confirmed(claim: ClaimEntry) -> bool:
    """Whether somebody confirmed it, or nobody needs to, as it is no contradiction."""
    return claim["outcome"] not in CONTRADICTIONS or bool(claim.get("confirmed_by"))


def is_unconfirmed(claim: ClaimEntry) -> bool:
    """Whether a contradiction has no second reading. Editions from before there were any say nothing of it."""
    return claim["outcome"] in CONTRADICTIONS and claim.get("confirmed_by") == ""


def unconfirmed(claims: Iterable[ClaimEntry]) -> tuple[str, ...]:
    """The slugs of the contradictions that nobody has confirmed."""
    return tuple(claim["slug"] for claim in claims if is_unconfirmed(claim))
