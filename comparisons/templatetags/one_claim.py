"""What the page of one claim shows: the parties by what they said, and the words around each quote."""

from django import template

from comparisons.comparison.one_claim import around, grouped_by_position
from comparisons.wording import grounds_told

register = template.Library()

for shown in (around, grouped_by_position, grounds_told):
    register.filter(shown.__name__, shown)
