"""What the page of one claim shows beside its card: every account, and the words around each quote."""

from django import template

from comparisons.comparison.one_claim import around, left_to_its_page

register = template.Library()

for shown in (around, left_to_its_page):
    register.filter(shown.__name__, shown)
