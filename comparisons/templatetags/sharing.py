"""Permalinks and citations. All of them lead to what is published, so a preview has none."""

from django import template
from django.utils.encoding import iri_to_uri

from comparisons.addresses import absolute_url
from comparisons.comparison.accounts import AccountShown
from comparisons.comparison.claims import ClaimShown, QuoteShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.query import ComparisonQuery
from comparisons.sharing.citations import Citation, Work
from comparisons.sharing.citations import citations as of_work
from comparisons.sharing.text_fragments import text_fragment_url

register = template.Library()


@register.simple_tag(takes_context=True)
def newest_link(context: template.Context, anchor: str = "") -> str:
    """The absolute address that always shows the newest edition, with the reader's own choice of claims and columns."""
    return _as_chosen(context, absolute_url(context["request"], "comparison", context["page"].slug)) + _fragment(anchor)


@register.simple_tag(takes_context=True)
def permanent_link(context: template.Context, anchor: str = "") -> str:
    """The absolute address that always shows this edition, with the reader's own choice of claims and columns."""
    return _as_chosen(context, _edition(context)) + _fragment(anchor)


@register.simple_tag(takes_context=True)
def claim_link(context: template.Context, claim: ClaimShown, anchor: str = "") -> str:
    """The absolute address of the claim's own page."""
    return absolute_url(context["request"], "claim", context["page"].slug, claim.slug) + _fragment(anchor)


@register.simple_tag(takes_context=True)
def citations(context: template.Context, claim: ClaimShown | str = "") -> tuple[Citation, ...]:
    """The edition of the page, or one claim of it, in every form."""
    page: Comparison = context["page"]
    if not page.edition:
        return ()
    headline, slug = (claim.headline, claim.slug) if isinstance(claim, ClaimShown) else ("", "")
    address = _edition(context) + _fragment(claim_anchor(claim) if isinstance(claim, ClaimShown) else "")
    published = page.edition.published.date
    return of_work(Work(page.slug, page.title, slug, headline, page.edition.number, published, address))


@register.filter
def claim_anchor(claim: ClaimShown) -> str:
    return f"claim-{claim.slug}"


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


def _edition(context: template.Context) -> str:
    page: Comparison = context["page"]
    return absolute_url(context["request"], "edition", page.slug, page.edition.number if page.edition else 0)


def _as_chosen(context: template.Context, address: str) -> str:
    query: ComparisonQuery | None = context.get("query")
    return address + (query.changed() if query else "")


def _fragment(anchor: str) -> str:
    return f"#{anchor}" if anchor else ""
