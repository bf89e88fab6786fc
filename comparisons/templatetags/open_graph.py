"""Open Graph metadata of every public page: title, canonical URL, locale, and the social card with its alt text."""

from dataclasses import dataclass

from django import template
from django.http import HttpRequest
from django.urls import ResolverMatch
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from comparisons.addresses import absolute_url
from comparisons.cards.content import ClaimCard, card_of
from comparisons.cards.layout import HEIGHT, WIDTH
from comparisons.cards.page_card import site_card
from comparisons.cards.store import version_of
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition

register = template.Library()

# Open Graph wants a country with each language.
LOCALES = {"en": "en_GB", "ru": "ru_RU"}
ASKED_FOR = {"edition_changes"}
"""The pages that are another page with another query string. The others are parts of what is without one."""
WHOLE = {"comparison", "edition"}
ACROSS = {"topic": "topic_card", "party": "party_card", "pair": "pair_card"}


@dataclass(frozen=True)
class PageShared:
    """What is shown of a page where its link is shared."""

    title: str
    address: str
    card: str
    alt: str
    published: str = ""
    """When the edition that it shows was; nothing of a page that shows none."""
    is_first: bool = False


@register.simple_block_tag
def one_line(content: str) -> SafeString:
    """A block of the page that is said twice, in its title and where its link is shared. It is escaped already."""
    return SafeString(" ".join(content.split()))


@register.simple_tag(takes_context=True)
def page_shared(context: template.Context, title: str, description: str) -> PageShared | None:
    """Told from the route of the page and from what it shows; None for a preview, which nobody can share."""
    request: HttpRequest | None = context.get("request")
    match = request.resolver_match if request else None
    if request is None or match is None:
        return None
    address = request.get_full_path() if match.url_name in ASKED_FOR else request.path
    shared = PageShared(title, request.build_absolute_uri(address), *_card(request, match, context, title, description))
    page = context.get("page")
    if not isinstance(page, Comparison):
        return shared
    return _of_comparison(shared, match, page) if page.edition else None


def _card(
    request: HttpRequest, match: ResolverMatch, context: template.Context, title: str, description: str
) -> tuple[str, str]:
    """The address of the card of a page, and what it shows in words."""
    page, newest = context.get("page"), context.get("newest")
    if isinstance(page, Comparison) and page.edition:
        claim = match.kwargs.get("claim_slug", "")
        card = card_of(page, claim)
        name, made_of = ("claim_card", (claim,)) if isinstance(card, ClaimCard) else ("card", ())
        address = absolute_url(request, name, page.slug, page.edition.number, *made_of)
        return f"{address}?v={version_of(card)}", _on_one_line(card.alt)
    if isinstance(newest, Edition):
        return absolute_url(request, "card", newest.slug, newest.number), title
    if match.url_name in ACROSS:
        return absolute_url(request, ACROSS[match.url_name], *match.kwargs.values()), _joined(title, description)
    whole = site_card()
    return f"{absolute_url(request, 'site_card')}?v={version_of(whole)}", _on_one_line(whole.alt)


def _of_comparison(shared: PageShared, match: ResolverMatch, page: Comparison) -> PageShared:
    """A comparison and a claim are named alone: the rest of the page's title is said beside it, or is a part of it."""
    assert page.edition
    title: str = shared.title
    if match.url_name in WHOLE:
        title = page.title
    elif claim := match.kwargs.get("claim_slug"):
        title = next(one.headline for one in page.claims if one.slug == claim)
    return PageShared(
        title, shared.address, shared.card, shared.alt, page.edition.published.text, page.edition.number == 1
    )


def _joined(*told: str) -> SafeString:
    """What is escaped already."""
    return SafeString(". ".join(told))


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


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
