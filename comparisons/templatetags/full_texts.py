"""Anchors of quoted words on the page of the full texts, and how much of a text is quoted."""

from django import template
from django.utils.translation import gettext

from comparisons.comparison.claims import QuoteShown
from comparisons.comparison.full_texts import anchor_of

register = template.Library()


@register.filter
def anchor(quote: QuoteShown) -> str:
    """The id of these words on the page of the texts; nothing where an earlier text alone has them."""
    return anchor_of(quote)


@register.filter
def share_of(part: int, whole: int) -> str:
    """A share in words: "57%". Never 0% of something, and never 100% of less than all."""
    if 0 < part * 100 < whole:
        return gettext("less than 1%")
    if 99 * whole < part * 100 < 100 * whole:
        return gettext("more than 99%")
    return gettext("%(number)d%%") % {"number": round(100 * part / whole) if whole else 0}
