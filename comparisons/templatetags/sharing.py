"""Links that people pass on, and citations. All of them lead to what is published, so a preview has none."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.urls import reverse
from django.utils.encoding import iri_to_uri

from comparisons.citations import Citation, Work
from comparisons.citations import citations as of_work
from comparisons.comparison import Comparison
from comparisons.forms import ComparisonQuery
from comparisons.parts import Account, Claim, Quote
from comparisons.text_fragments import at_the_words

register = template.Library()


@register.simple_tag(takes_context=True)
def newest_link(context: template.Context, anchor: str = "") -> str:
    """The absolute address that always shows the newest edition, with the reader's own choice of claims and columns."""
    return _link(context, reverse("comparisons:comparison", args=[context["page"].slug]), anchor)


@register.simple_tag(takes_context=True)
def permanent_link(context: template.Context, anchor: str = "") -> str:
    """The absolute address that always shows this edition, with the reader's own choice of claims and columns."""
    return _link(context, _edition(context["page"]), anchor)


@register.simple_tag(takes_context=True)
def claim_link(context: template.Context, claim: Claim, anchor: str = "") -> str:
    """The absolute address of the claim's own page."""
    address = reverse("comparisons:claim", args=[context["page"].slug, claim.slug])
    return _absolute(context, address, anchor)


@register.simple_tag(takes_context=True)
def citations(context: template.Context, claim: Claim | str = "") -> tuple[Citation, ...]:
    """The edition of the page, or one claim of it, in every form."""
    page: Comparison = context["page"]
    if not page.edition:
        return ()
    headline, slug = (claim.headline, claim.slug) if isinstance(claim, Claim) else ("", "")
    address = _absolute(context, _edition(page), claim_anchor(claim) if isinstance(claim, Claim) else "")
    published = page.edition.published.date
    return of_work(Work(page.slug, page.title, slug, headline, page.edition.number, published, address))


@register.filter
def claim_anchor(claim: Claim) -> str:
    return f"claim-{claim.slug}"


@register.simple_tag
def quote_anchor(claim: Claim, account: Account, number: int) -> str:
    """The id of one quote of an account's stance. No slug or account's id has a dot."""
    return f"quote-{claim.slug}.{account.id}.{number}"


@register.filter
def at_source(quote: Quote) -> str:
    """The address of these very words at their source, or in its archived copy; nothing where the text has changed."""
    address = quote.account.source_url or quote.account.archive_url
    if not address or quote.revision != quote.account.latest:
        return ""
    return at_the_words(iri_to_uri(address) or "", quote.revision.text, quote.start, quote.end)


def _edition(page: Comparison) -> str:
    number = page.edition.number if page.edition else 0
    return reverse("comparisons:edition", args=[page.slug, number])


def _link(context: template.Context, path: str, anchor: str) -> str:
    query: ComparisonQuery | None = context.get("query")
    return _absolute(context, path + (query.changed() if query else ""), anchor)


def _absolute(context: Any, path: str, anchor: str) -> str:
    request: HttpRequest = context["request"]
    return request.build_absolute_uri(path) + (f"#{anchor}" if anchor else "")
