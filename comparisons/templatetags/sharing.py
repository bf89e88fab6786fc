"""Permalinks, citations, and what is copied. All of them lead to what is published, so a preview has none."""

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.translation import get_language

from comparisons.addresses import absolute_url
from comparisons.comparison.accounts import AccountShown
from comparisons.comparison.claims import ClaimShown, QuoteShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.query import ComparisonQuery
from comparisons.models import Edition
from comparisons.sharing import coins
from comparisons.sharing.citations import Citation
from comparisons.sharing.citations import citations as of_work
from comparisons.sharing.quote_copies import quote_with_citation, sentence_with_citation
from comparisons.sharing.text_fragments import text_fragment_url
from comparisons.sharing.works import Work, work_of

register = template.Library()

AT_PERMALINK = {"comparison": "edition", "claim": "edition_claim", "texts": "edition_texts"}


@register.simple_tag(takes_context=True)
def same_edition(context: template.Context, name: str, *made_of: str) -> str:
    """The path of a page of the comparison: at its permalink where the page itself is an edition's."""
    page: Comparison = context["page"]
    if context.get("newest") and page.edition:
        return reverse(f"comparisons:{AT_PERMALINK[name]}", args=[page.slug, page.edition.number, *made_of])
    return reverse(f"comparisons:{name}", args=[page.slug, *made_of])


@register.simple_tag(takes_context=True)
def newest_link(context: template.Context, anchor: str = "") -> str:
    """The absolute address that always shows the latest edition, with the reader's own choice of claims and columns."""
    return _as_chosen(context, absolute_url(context["request"], "comparison", context["page"].slug)) + _fragment(anchor)


@register.simple_tag(takes_context=True)
def permanent_link(context: template.Context, anchor: str = "") -> str:
    """The absolute address that always shows this edition, with the reader's own choice of claims and columns."""
    return _as_chosen(context, _edition(context)) + _fragment(anchor)


@register.simple_tag(takes_context=True)
def newest_claim_link(context: template.Context, claim: ClaimShown, anchor: str = "") -> str:
    """The absolute address of the claim's own page, or of the comparison where its latest edition has no such claim."""
    request: HttpRequest = context["request"]
    newest: Edition | None = context.get("newest")
    slug = context["page"].slug
    if newest and claim.slug not in newest.outcomes:
        return absolute_url(request, "comparison", slug)
    return absolute_url(request, "claim", slug, claim.slug) + _fragment(anchor)


@register.simple_tag(takes_context=True)
def permanent_claim_link(context: template.Context, claim: ClaimShown, anchor: str = "") -> str:
    """The absolute address of the claim's own page as this edition has it."""
    page: Comparison = context["page"]
    number = page.edition.number if page.edition else 0
    return absolute_url(context["request"], "edition_claim", page.slug, number, claim.slug) + _fragment(anchor)


@register.simple_tag(takes_context=True)
def citations(context: template.Context, claim: ClaimShown | str = "") -> tuple[Citation, ...]:
    """The edition of the page, or one claim of it, in every form."""
    return of_work(_work(context, claim)) if context["page"].edition else ()


@register.simple_tag(takes_context=True)
def context_objects(context: template.Context, claim: ClaimShown | str = "") -> tuple[str, ...]:
    """The same for reference managers that read the page: the work, then each statement that is quoted."""
    return coins.context_objects(_work(context, claim), get_language() or "en") if context["page"].edition else ()


@register.simple_tag(takes_context=True)
def quote_to_copy(context: template.Context, quote: QuoteShown, claim: ClaimShown, anchor: str) -> str:
    """The words with who uttered them, and the permalink that leads to them."""
    return quote_with_citation(quote, _work(context, claim, anchor))


@register.simple_tag(takes_context=True)
def sentence_to_copy(context: template.Context, claim: ClaimShown) -> str:
    """What the claim adds up to, with its citation."""
    return sentence_with_citation(_work(context, claim))


@register.simple_tag
def quote_anchor(claim: ClaimShown, account: AccountShown, number: int) -> str:
    """The id of one quote of an account's stance. No slug or account's id has a dot."""
    return f"quote-{claim.slug}.{account.id}.{number}"


@register.filter
def at_source(quote: QuoteShown) -> str:
    """The address of these very words at their source, or in its archived copy; nothing where the text has changed."""
    address = quote.account.source_url or quote.account.archive_url
    if not address or quote.revision != quote.account.latest:
        return ""
    return text_fragment_url(iri_to_uri(address) or "", quote.revision.text, quote.start, quote.end)


def _work(context: template.Context, claim: ClaimShown | str, anchor: str = "") -> Work:
    page: Comparison = context["page"]
    if isinstance(claim, ClaimShown):
        return work_of(page, permanent_claim_link(context, claim, anchor), claim)
    return work_of(page, _edition(context))


def _edition(context: template.Context) -> str:
    page: Comparison = context["page"]
    return absolute_url(context["request"], "edition", page.slug, page.edition.number if page.edition else 0)


def _as_chosen(context: template.Context, address: str) -> str:
    query: ComparisonQuery | None = context.get("query")
    return address + (query.changed() if query else "")


def _fragment(anchor: str) -> str:
    return f"#{anchor}" if anchor else ""
