"""The words of `comparisons.wording` for templates, which compute nothing themselves."""

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.text import capfirst

from comparisons import wording

register = template.Library()

for words in (
    wording.family_label,
    wording.family_in_short,
    wording.outcome_label,
    wording.outcome_name,
    wording.position_label,
    wording.remark,
    wording.event_kind,
    wording.account_kind,
    wording.completeness,
    wording.attribution_label,
    wording.attribution_to_add,
    wording.language_name,
    wording.moment,
    wording.after_the_first,
    wording.interval,
    wording.in_sentence,
    wording.names,
    wording.possessive,
    wording.accounts_of,
    wording.kind_in_common,
):
    register.filter(words.__name__, words)


@register.filter(is_safe=True)
@stringfilter
def clauses(block: str) -> str:
    """The lines of a block as one sentence: "One line; another line." Nothing where no line has words."""
    lines = [line.strip() for line in block.splitlines() if line.strip()]
    return capfirst("; ".join(lines)) + "." if lines else ""


@register.filter(is_safe=True)
@stringfilter
def one_line(block: str) -> str:
    return " ".join(block.split())
