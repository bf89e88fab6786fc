"""The next step of an event, in the words of `comparisons.editorial.wording`."""

from django import template

from comparisons.editorial import wording

register = template.Library()
register.filter(wording.next_in_short)
register.simple_tag(wording.next_step_sentence)
register.simple_tag(wording.ways)
