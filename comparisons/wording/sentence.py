"""The sentence of a claim's outcome, the same on every page: "The Kremlin said so; the White House said the opposite."

Who: `names`. Said what: `verbs`, and `figures` where the claim is of a quantity. Who said nothing, and why: `silences`.
What the outcome rests on stands beside it: `labels.outcome_and_caveats`.
"""

from collections.abc import Iterable

from django.utils.text import capfirst

from comparisons.comparison.claims import ClaimShown

from . import silences
from .figures import figures_given
from .names import who
from .verbs import ALL_DENIED, ALL_IN_PART, DENIED, IN_PART, OPPOSITE, SAID_BOTH, SAID_SO


def sentence(claim: ClaimShown) -> str:
    """What every party said on the claim, on one line; nothing is said of who is right."""
    said = figures_given(claim) if claim.kind == "quantity" else _assertions(claim)
    told = (
        _in_clauses((*said, _denial(claim))),
        silences.declined(claim),
        silences.silent(claim),
        silences.not_in_text_held(claim),
        silences.not_reviewed(claim),
        silences.no_account(claim),
    )
    return " ".join(part for part in told if part)


def _in_clauses(clauses: Iterable[str]) -> str:
    """Clauses as one sentence: "One clause; another clause." Nothing where none has words."""
    told = "; ".join(clause for clause in clauses if clause)
    return f"{capfirst(told)}." if told else ""


def _assertions(claim: ClaimShown) -> tuple[str, ...]:
    affirming = who(claim, "affirms")
    in_part = IN_PART if affirming else ALL_IN_PART
    return (
        SAID_SO.of(affirming),
        in_part.of(who(claim, "affirms_in_part")),
        SAID_BOTH.of(who(claim, "conflicted")),
    )


def _denial(claim: ClaimShown) -> str:
    denying = who(claim, "denies")
    if who(claim, "conflicted") or claim.kind == "quantity":
        return DENIED.of(denying)
    if who(claim, "affirms") or who(claim, "affirms_in_part"):
        return OPPOSITE.of(denying)
    return ALL_DENIED.of(denying)
