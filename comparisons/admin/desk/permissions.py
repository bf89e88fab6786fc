"""Who may do what at the desk."""

from typing import Literal

from django.contrib.auth.decorators import permission_required
from django.contrib.auth.models import AnonymousUser, User

from comparisons.editorial.stances import Change

works_at_the_desk = permission_required(["comparisons.change_stance", "comparisons.add_claim"], raise_exception=True)


def may_set_stance(user: User | AnonymousUser, act: Literal["add", "change", "delete"] = "change") -> bool:
    """Whoever names claims at the desk may do all of it; else it takes Django's permissions for claim and stance."""
    either = {"comparisons.change_claim", f"comparisons.{act}_stance"}
    return bool(
        user.has_perm("comparisons.change_stance")
        and (user.has_perm("comparisons.add_claim") or user.has_perms(either))
    )


def may_make(user: User | AnonymousUser, change: Change, *, of_new_claim: bool) -> bool:
    if of_new_claim and not user.has_perm("comparisons.add_claim"):
        return False
    return may_set_stance(user, "delete" if change.after is None else "add" if change.before is None else "change")
