"""In which languages the quoted words of a claim can be read."""

from collections.abc import Iterable

from comparisons.comparison.document import AccountEntry, ClaimEntry


def readable_in(claim: ClaimEntry, accounts: Iterable[AccountEntry]) -> list[str]:
    """The languages, by their primary subtags, in which all words that parties are quoted with can be read."""
    languages = {account["id"]: account["language"] for account in accounts}
    of_parties = {account["id"] for account in accounts if account["party"]}
    quoted = [
        {languages[quote["account"]], *([translation["language"]] if (translation := quote.get("translation")) else [])}
        for stance in claim["stances"]
        if stance["account"] in of_parties
        for quote in stance["quotes"]
    ]
    subtags = [{tag.partition("-")[0].lower() for tag in tags} for tags in quoted]
    return sorted(set.intersection(*subtags)) if subtags else []
