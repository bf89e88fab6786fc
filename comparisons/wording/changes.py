"""What changed from one edition to another, in words."""

from django.utils.formats import date_format
from django.utils.translation import gettext

from comparisons.comparison.claims import StanceShown
from comparisons.editions.changes import AccountChange, StanceChange
from comparisons.editions.claim_history import PastOutcome

from .labels import outcome_label
from .names import reader
from .particulars import particulars, position_name
from .turn import Turn


def account_change_at_the_desk(change: AccountChange) -> str:
    """What became of an account, before publishing: added, removed, or what of it changed."""
    if change.is_added:
        return gettext("added")
    if change.is_removed:
        return gettext("removed")
    told = [gettext("its text changed")] if change.text_changes else []
    if change.fields:
        told.append(gettext("changed: %(fields)s") % {"fields": particulars(change.fields, "account")})
    return "; ".join(told)


def stance_change_at_the_desk(change: StanceChange) -> str:
    """Both positions where they differ, what else of the stance differs, and whether it was read again."""
    before, after = (position_name(one.position if one else "") for one in (change.before, change.after))
    told = [after]
    if before != after:
        told = [gettext("“%(before)s” becomes “%(after)s”") % {"before": before, "after": after}]
    if change.particulars:
        told.append(gettext("changed: %(fields)s") % {"fields": particulars(change.particulars, "stance")})
    if change.is_read_again:
        told.append(gettext("read again"))
    return "; ".join(told)


def read_again(stance: StanceShown | None) -> str:
    """That a stance was read again, and by whom: "Read again by the desk, 25 November 2026." """
    if not stance or not stance.reviewed_by or not stance.reviewed:
        return gettext("Read again.")
    words = {"reader": reader(stance.reviewed_by), "day": date_format(stance.reviewed.date, "j E Y")}
    return gettext("Read again by %(reader)s, %(day)s.") % words


def quote_turn(turn: Turn) -> str:
    """What became of words that were quoted or are."""
    if turn.before and turn.after:
        return gettext("The quoted words, before and now")
    return gettext("Words quoted now and not before") if turn.after else gettext("Words quoted before and not now")


def past_outcome(past: PastOutcome) -> str:
    """What a claim came to in an edition, where that is not a change."""
    if past.is_withdrawn:
        return gettext("This edition was withdrawn.")
    if not past.outcome:
        return gettext("Not in this edition.")
    words = {"outcome": outcome_label(past.outcome)}
    return (gettext("New in this edition: “%(outcome)s”.") if past.is_new else gettext("“%(outcome)s”.")) % words
