"""The words of the time line, from `comparisons.wording.moments`."""

from django import template

from comparisons.wording import moments

register = template.Library()

for words in (moments.days_after_the_event, moments.tick_day, moments.tick_time):
    register.filter(words.__name__, words)
