"""The words of the time line."""

from datetime import datetime

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from comparisons.comparison.timeline import Issue

register = template.Library()


@register.filter
def days_after_the_event(issue: Issue) -> str:
    """How many calendar days lie between the event and the issue, by the dates that the sources give."""
    if issue.days_after == 0:
        return gettext("dated the day of the event")
    if issue.days_after < 0:
        days = -issue.days_after
        return ngettext("dated %d day before the event", "dated %d days before the event", days) % days
    return (
        ngettext("dated %d day after the event", "dated %d days after the event", issue.days_after) % issue.days_after
    )


@register.filter
def tick_day(moment: datetime) -> str:
    return date_format(moment, "j M")


@register.filter
def tick_time(moment: datetime) -> str:
    """The hour; at midnight the day that begins."""
    return date_format(moment, "H:i") if (moment.hour, moment.minute) != (0, 0) else tick_day(moment)
