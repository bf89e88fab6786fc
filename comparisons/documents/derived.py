"""What a document says that its stances add up to, derived from the document itself."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from comparisons import outcomes

from .faults import Fault


def derive_claim(claim: Mapping[str, Any], accounts: list[dict[str, Any]], parties: list[str]) -> dict[str, Any]:
    """A claim's outcome, flags, caveats and positions, from the stances in a document that has every key."""
    stances = {stance["account"]: stance for stance in claim["stances"]}
    judged = [_evidence(account, stances.get(account["id"])) for account in accounts]
    derived = outcomes.derive([evidence.stance for evidence in judged], parties)
    return {
        "outcome": derived.outcome.value,
        "flags": sorted(derived.flags),
        "caveats": sorted(outcomes.caveats(judged, parties)),
        "positions": dict(derived.positions),
    }


def derived_faults(document: Mapping[str, Any]) -> Iterator[Fault]:
    """Where a document that holds what is derived holds something else than what its stances add up to."""
    parties = [party["slug"] for party in document["parties"]]
    for number, claim in enumerate(document["claims"]):
        for key, value in derive_claim(claim, document["accounts"], parties).items():
            if claim.get(key) != value:
                message = _("“%(held)s” is held, but the stances add up to “%(derived)s”.")
                yield Fault(f"claims[{number}].{key}", message % {"held": claim.get(key), "derived": value})


def _evidence(account: Mapping[str, Any], stance: Mapping[str, Any] | None) -> outcomes.Evidence:
    """The stance as outcomes are derived from it; an account with no stance has not been reviewed."""
    reported = stance is not None and stance["basis"] == "reported"
    return outcomes.Evidence(
        outcomes.Stance(
            party=account["party"],
            position=stance["position"] if stance else outcomes.Position.NOT_REVIEWED,
            low=stance["low"] if stance else None,
            high=stance["high"] if stance else None,
            can_omit=account["scope"] == "comprehensive" and (account["completeness"] == "full" or reported),
        ),
        reported=reported,
        anonymous=account["attribution"] == "anonymous",
        translation=account["translation_of"] is not None,
    )
