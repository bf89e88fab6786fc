"""Moments, lags and the ticks of the time line in words."""

from datetime import datetime

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from comparisons.comparison.timeline import Issue
from comparisons.moments import Lag, Moment


def moment(value: Moment) -> str:
    """A moment in words with the precision and the offset of its source: "28 January 2017, 15:31 UTC+03:00"."""
    day = date_format(value.value, "j E Y")
    if not value.has_time:
        return day
    return gettext("%(day)s, %(time)s %(offset)s") % {
        "day": day,
        "time": date_format(value.value, "H:i"),
        "offset": value.offset or gettext("(time zone not given)"),
    }


def after_the_first(lag: Lag) -> str:
    """How long after the first account, in words: whole minutes below two days, else whole days."""
    if lag.minutes is None:
        if lag.days == 0:
            return gettext("on the same day as the first account")
        return ngettext("%d day after the first account", "%d days after the first account", lag.days) % lag.days
    if lag.minutes == 0:
        return gettext("within a minute of the first account")
    hours, minutes = divmod(lag.minutes, 60)
    if hours == 0:
        return ngettext("%d minute after the first account", "%d minutes after the first account", minutes) % minutes
    if hours >= 48:
        return ngettext("%d day after the first account", "%d days after the first account", hours // 24) % (
            hours // 24
        )
    if minutes == 0:
        return ngettext("%d hour after the first account", "%d hours after the first account", hours) % hours
    return gettext("%(hours)d h %(minutes)d min after the first account") % {"hours": hours, "minutes": minutes}


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


def tick_day(time: datetime) -> str:
    return date_format(time, "j M")


def tick_time(time: datetime) -> str:
    """The hour; at midnight the day that begins."""
    return date_format(time, "H:i") if (time.hour, time.minute) != (0, 0) else tick_day(time)
