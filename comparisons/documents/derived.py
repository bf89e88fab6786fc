"""Outcomes, pairs and origins of a document's claims, derived from its stances."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from django.utils.translation import gettext as _

from comparisons import outcomes
from comparisons.comparison.document import (
    AccountEntry,
    DerivedEntry,
    Document,
    QuoteInput,
    StatedClaim,
    ValidClaim,
    ValidDocument,
    rules_of,
)
from comparisons.comparison.standings import evidence_of

from .faults import Fault, quoted


def derive_claim(
    claim: StatedClaim | ValidClaim, accounts: list[AccountEntry], parties: list[str], *, rules: int = outcomes.RULES
) -> DerivedEntry:
    """What a claim's stances add up to by these rules, in a document that has every key; `rests_on` since rules 2."""
    stances = {stance["account"]: stance for stance in claim["stances"]}
    judged = [evidence_of(account, stances.get(account["id"]), rules=rules) for account in accounts]
    derived = outcomes.derive([evidence.stance for evidence in judged], parties, rules=rules)
    found: DerivedEntry = {
        "outcome": derived.outcome.value,
        "flags": sorted(flag.value for flag in derived.flags),
        "caveats": sorted(caveat.value for caveat in outcomes.caveats(judged, parties, rules=rules)),
        "positions": {party: position.value for party, position in derived.positions.items()},
    }
    if rules > 1:
        grounds = outcomes.rests_on(judged, parties)
        found["rests_on"] = {party: sorted(ground.value for ground in own) for party, own in grounds.items()}
    return found


def changed_by_rules(document: Document, before: Document) -> list[str]:
    """The claims that have another outcome than in the edition before for its rules alone.

    By these rules the claim of before would have the new outcome, and by those of before today's would have the old.
    """
    rules = rules_of(before)
    if rules == rules_of(document):
        return []
    slugs, slugs_before = ([party["slug"] for party in one["parties"]] for one in (document, before))
    claims_before = {claim["slug"]: claim for claim in before["claims"]}
    changed = []
    for claim in document["claims"]:
        was = claims_before.get(claim["slug"])
        if was is None or was["outcome"] == claim["outcome"]:
            continue
        by_rules_before = derive_claim(claim, document["accounts"], slugs, rules=rules)["outcome"]
        of_claim_before = derive_claim(was, before["accounts"], slugs_before, rules=rules_of(document))["outcome"]
        if (by_rules_before, of_claim_before) == (was["outcome"], claim["outcome"]):
            changed.append(claim["slug"])
    return changed


def derive_pairs(
    claim: StatedClaim | ValidClaim, accounts: list[AccountEntry], parties: list[str], *, rules: int
) -> dict[tuple[str, str], str]:
    """What each two parties that have an account add up to between themselves: slugs in order -> outcome."""
    stances = {stance["account"]: stance for stance in claim["stances"]}
    judged: dict[str, list[outcomes.Stance]] = {}
    for account in accounts:
        if account["party"]:
            judged.setdefault(account["party"], []).append(
                evidence_of(account, stances.get(account["id"]), rules=rules).stance
            )
    return {
        pair: outcomes.derive([*judged[pair[0]], *judged[pair[1]]], pair, rules=rules).outcome.value
        for pair in combinations(sorted(party for party in parties if party in judged), 2)
    }


def derived_faults(document: Document, whole: ValidDocument, *, rules: int) -> Iterator[Fault]:
    """Where a stored document says something else than what its stances add up to by the rules that it was derived by.

    `whole` is what `validate` makes of it: the same with every key, and without what is derived.
    """
    parties = [party["slug"] for party in whole["parties"]]
    for number, (claim, stored) in enumerate(zip(whole["claims"], document["claims"], strict=True)):
        for key, value in derive_claim(claim, whole["accounts"], parties, rules=rules).items():
            if stored.get(key) != value:
                message = _("“%(held)s” is held, but the stances add up to “%(derived)s”.")
                yield Fault(f"claims[{number}].{key}", message % {"held": quoted(stored.get(key)), "derived": value})


def read_again_faults(document: ValidDocument, entries: object) -> Iterator[Fault]:
    """Where an edition's list of stances to read again is not what its quotes and silences allow.

    A stance with a quote of an earlier text is on it. Else only a silence may be: in which text one was found, the
    document does not say. Editions from before there was such a list have none.
    """
    if entries is None:
        return
    if not isinstance(entries, list) or not all(map(_names_a_stance, entries)):
        yield Fault("edition.read_again", _("This is to be a list of stances, each named by its claim and account."))
        return
    listed = {(entry["claim"], entry["account"]) for entry in entries}
    latest = {account["id"]: len(account["revisions"]) for account in document["accounts"]}
    may = set()
    for claim in document["claims"]:
        for stance in claim["stances"]:
            name = (claim["slug"], stance["account"])
            if any(_is_of_an_earlier_text(quote, latest) for quote in stance["quotes"]):
                may.add(name)
                if name not in listed:
                    message = _("“%(claim)s” in “%(account)s” rests on an earlier text and is not named.")
                    yield Fault("edition.read_again", message % {"claim": name[0], "account": name[1]})
            elif stance["basis"] == "full_text" and latest[stance["account"]] > 1:
                may.add(name)
    for claim_slug, account_id in sorted(listed - may):
        message = _("“%(claim)s” in “%(account)s” is named and rests on no earlier text.")
        yield Fault("edition.read_again", message % {"claim": quoted(claim_slug), "account": quoted(account_id)})


def _names_a_stance(entry: object) -> bool:
    return isinstance(entry, dict) and all(isinstance(entry.get(key), str) for key in ("claim", "account"))


def _is_of_an_earlier_text(quote: QuoteInput, latest: Mapping[str, int]) -> bool:
    """A quote that does not say of which account's text it is, or of which revision, is of the latest of its own."""
    account, revision = quote["account"], quote["revision"]
    return bool(account and revision and revision < latest[account])


def origin_of(claim: StatedClaim, party_of: Mapping[str, str | None]) -> str | None:
    """The party from whose own texts alone the claim is quoted; None where there are several, or none.

    A report quoted of a party is the observer's text, and counts for none.
    """
    sources = {party_of[quote["account"]] for stance in claim["stances"] for quote in stance["quotes"]} - {None}
    return sources.pop() if len(sources) == 1 else None
