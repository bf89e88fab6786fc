"""The words for what a document's keys hold, from `comparisons.wording.particulars`."""

from django import template

from comparisons.wording.particulars import particulars, position_name

register = template.Library()

for words in (particulars, position_name):
    register.filter(words.__name__, words)
