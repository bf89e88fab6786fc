"""The accounts of a comparison as its sources: what is held of each party, who read it, when it was issued."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from comparisons.comparison.accounts import AccountShown, PartyShown
from comparisons.comparison.claims import StanceShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.timeline import Issue, Timeline

from .accounts import completeness
from .names import listed, reader


@dataclass(frozen=True)
class SourceLine:
    account: AccountShown
    issue: Issue | None
    """When it was issued, where that is known."""
    read: str
    """For how many claims it was read, by whom, and when last."""


@dataclass(frozen=True)
class Sources:
    party: PartyShown | None
    """None of the accounts that speak for no party."""
    lines: tuple[SourceLine, ...]


def sources(page: Comparison, timeline: Timeline | None) -> tuple[Sources, ...]:
    """The accounts of each column shown, in their order; then those that speak for no party, where there are any."""
    stances = _stances(page)
    issues = {issue.account.id: issue for issue in timeline.issues} if timeline else {}

    def lines(accounts: Sequence[AccountShown]) -> tuple[SourceLine, ...]:
        return tuple(
            SourceLine(one, issues.get(one.id), _read(stances.get(one.id, []), len(page.claims))) for one in accounts
        )

    of_parties = [Sources(party, lines(accounts)) for party, accounts in page.accounts_by_column]
    return (*of_parties, *([Sources(None, lines(page.observers))] if page.observers else []))


def first_source(groups: Sequence[Sources]) -> AccountShown | None:
    return next((line.account for group in groups for line in group.lines), None)


def _stances(page: Comparison) -> dict[str, list[StanceShown]]:
    """The stances of each account on all claims, by its id."""
    stances: dict[str, list[StanceShown]] = {}
    for claim in page.claims:
        for stance in claim.stances:
            stances.setdefault(stance.account.id, []).append(stance)
    return stances


def _read(stances: Sequence[StanceShown], total: int) -> str:
    """ "Read for 17 of 17 claims by Ann Reader and the desk, last on 5 May 2026." """
    readers = list(dict.fromkeys(reader(one.reviewed_by) for one in stances if one.reviewed_by))
    days = [one.reviewed.date for one in stances if one.reviewed]
    words: dict[str, object] = {"count": len(stances), "total": total, "readers": listed(readers)}
    if readers and days:
        words["day"] = date_format(max(days), "j E Y")
        return gettext("Read for %(count)s of %(total)s claims by %(readers)s, last on %(day)s.") % words
    if readers:
        return gettext("Read for %(count)s of %(total)s claims by %(readers)s.") % words
    return gettext("Read for %(count)s of %(total)s claims.") % words


def held_of(accounts: Sequence[AccountShown]) -> str:
    """What is held of a party, beneath its name: "excerpt", "2 accounts"."""
    if len(accounts) == 1:
        return completeness(accounts[0])
    if not accounts:
        return gettext("no account held")
    return ngettext("%(n)s account", "%(n)s accounts", len(accounts)) % {"n": len(accounts)}
