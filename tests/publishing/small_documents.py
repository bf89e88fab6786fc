"""Documents of two parties and an observer, made by hand: of as many claims as a test gives, each with its stances."""

from typing import Any

TEXTS = {
    "ann-note": "Trade was discussed at length. The partners agreed on tariffs. A visit was planned.",
    "bob-note": "Trade was not discussed. Nobody spoke of tariffs. A visit was not planned.",
    "bob-answer": "We did not discuss trade. A visit is possible.",
    "paper": "Ann said that trade was discussed, which Bob denies. Carl was there.",
}
PARTIES = {"ann-note": "ann", "bob-note": "bob", "bob-answer": "bob", "paper": None}


def an_account(key: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": key,
        "party": PARTIES.get(key),
        "title": key.replace("-", " ").capitalize(),
        "source": "",
        "language": "en",
        "source_url": "https://example.org/",
        "archive_url": "",
        "translation_of": None,
        "revisions": [{"captured_at": None, "text": TEXTS.get(key, ""), "note": ""}],
    } | changes


def in_language(key: str, language: str, text: str, **changes: Any) -> dict[str, Any]:
    return an_account(key, language=language, revisions=[{"captured_at": None, "text": text, "note": ""}], **changes)


def a_claim(*stances: dict[str, Any], **changes: Any) -> dict[str, Any]:
    claim = {"slug": "trade", "topic": "economy", "question": "Was trade discussed?", "wording": "Trade was discussed."}
    return {**claim, "note": "", "outcome": "agreement", "stances": list(stances)} | changes


def a_stance(account: str, position: str = "affirms", *quotes: dict[str, Any], **changes: Any) -> dict[str, Any]:
    stance = {"account": account, "position": position, "basis": "own_text", "implied": False, "note": ""}
    return {**stance, "low": None, "high": None, "quotes": list(quotes)} | changes


def a_quote(account: str, exact: str, text: str = "", **changes: Any) -> dict[str, Any]:
    """Where these words stand first in the account's text, or in the one given."""
    start = (text or TEXTS[account]).index(exact)
    place = {"start": start, "end": start + len(exact), "account": account, "revision": 1}
    return {"exact": exact, "prefix": "", "suffix": "", **place} | changes


def a_document(*claims: dict[str, Any], accounts: tuple[dict[str, Any], ...] = ()) -> Any:
    """Accounts that are given stand in the place of those with their keys."""
    held = {key: an_account(key) for key in TEXTS} | {account["id"]: account for account in accounts}
    return {
        "parties": [{"slug": "ann", "name": "Ann"}, {"slug": "bob", "name": "Bob"}],
        "topics": [{"slug": "economy", "name": "Economy"}],
        "accounts": list(held.values()),
        "claims": list(claims),
    }
