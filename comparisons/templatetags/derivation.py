"""How an outcome is derived, in the words of `comparisons.wording.derivation`."""

from django import template

from comparisons.wording import derivation

register = template.Library()

for words in (
    derivation.rule,
    derivation.remark_explained,
    derivation.position_explained,
    derivation.counted,
):
    register.filter(words.__name__, words)
