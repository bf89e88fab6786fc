"""What a page says of itself where a link to it is shared, in the terms of Open Graph."""

from django import template
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from comparisons.cards.content import card_of
from comparisons.comparison import Comparison

register = template.Library()

# Open Graph wants a country with each language.
LOCALES = {"en": "en_GB", "ru": "ru_RU"}


@register.simple_tag(takes_context=True)
def words_of(context: template.Context, block: str) -> SafeString:
    """What this block of the page holds, once more, on one line."""
    blocks = context.render_context[BLOCK_CONTEXT_KEY]
    # Escaped by the templates already, as what stands between two tags of the page.
    return SafeString(" ".join(blocks.get_block(block).render(context).split()))


@register.simple_tag(takes_context=True)
def this_page(context: template.Context) -> str:
    """The address of this page without what is asked of it."""
    return str(context["request"].build_absolute_uri(context["request"].path))


@register.simple_tag(takes_context=True)
def whole_address(context: template.Context, name: str, *args: str | int) -> str:
    """The address of a page or picture with its host."""
    return str(context["request"].build_absolute_uri(reverse(f"comparisons:{name}", args=args)))


@register.simple_tag
def card_in_words(page: Comparison, claim_slug: str = "") -> str:
    return " ".join(card_of(page, claim_slug).alt.split())


@register.simple_tag
def locale() -> str:
    language = get_language() or "en"
    return LOCALES.get(language, language.replace("-", "_"))
