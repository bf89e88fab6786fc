"""Open Graph metadata: URLs, the card with its alt text, the locale."""

from django import template
from django.utils.translation import get_language

from comparisons.addresses import absolute_url
from comparisons.cards.content import card_of
from comparisons.cards.layout import HEIGHT, WIDTH
from comparisons.comparison.comparison import Comparison

register = template.Library()

# Open Graph wants a country with each language.
LOCALES = {"en": "en_GB", "ru": "ru_RU"}


@register.simple_tag(takes_context=True)
def whole_address(context: template.Context, name: str, *args: str | int) -> str:
    return absolute_url(context["request"], name, *args)


@register.simple_tag
def card_in_words(page: Comparison, claim_slug: str = "") -> str:
    return " ".join(card_of(page, claim_slug).alt.split())


@register.simple_tag
def card_width() -> int:
    return WIDTH


@register.simple_tag
def card_height() -> int:
    return HEIGHT


@register.simple_tag
def locale() -> str:
    language = get_language() or "en"
    return LOCALES.get(language, language.replace("-", "_"))
