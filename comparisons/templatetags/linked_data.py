"""JSON-LD (schema.org) of the comparison page. Nothing is rated, so there is no ClaimReview."""

import json

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from comparisons.addresses import absolute_url
from comparisons.comparison.accounts import AccountShown
from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.wording import standing_told
from comparisons.wording.page import claim_description

register = template.Library()

JsonObject = dict[str, object]

# As Django's json_script does: within these no text ends the element or begins another; and no line of a script ends.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def linked_data(context: template.Context, page: Comparison) -> SafeString:
    """A data block, which no browser runs and the content security policy lets be."""
    text = json.dumps(article(page, context["request"]), ensure_ascii=False, separators=(",", ":"))
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text.translate(ESCAPES)))


def article(page: Comparison, request: HttpRequest) -> JsonObject:
    """What the page is about, and what each party said on each claim: all of them, whichever are shown."""
    address = absolute_url(request, "comparison", page.slug)
    event: JsonObject = {
        "@type": "Event",
        "name": page.title,
        "description": page.summary,
        "startDate": page.date.isoformat(),
    }
    if page.place:
        event["location"] = {"@type": "Place", "name": page.place}
    whole: JsonObject = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": page.title,
        "description": page.summary,
        "publisher": {"@type": "Organization", "name": "Counterpoint"},
        "about": [event, *(_claim(claim, page, request) for claim in page.claims)],
    }
    if page.edition:
        whole |= {"dateModified": page.edition.published.text, "version": page.edition.number}
    return whole


def _claim(claim: ClaimShown, page: Comparison, request: HttpRequest) -> JsonObject:
    return {
        "@type": "Claim",
        "url": absolute_url(request, "claim", page.slug, claim.slug),
        "name": claim.headline,
        "text": claim.wording,
        "description": claim_description(claim),
        "mentions": [
            {
                "@type": "Organization",
                "name": standing.party.name,
                "url": absolute_url(request, "party", standing.party.slug),
                "description": standing_told(standing, claim),
            }
            for standing in claim.standings
        ],
        "appearance": [_work(account) for account in _quoted(claim)],
    }


def _quoted(claim: ClaimShown) -> tuple[AccountShown, ...]:
    """The accounts whose words carry a position on the claim, in the order of the comparison."""
    entries = [entry for cell in claim.cells for entry in cell.entries] + list(claim.observers)
    quoted = {quote.account.id for entry in entries if entry.stance for quote in entry.stance.quotes}
    return tuple(account for account in claim.accounts if account.id in quoted)


def _work(account: AccountShown) -> JsonObject:
    work: JsonObject = {"@type": "CreativeWork", "name": account.title, "inLanguage": account.language}
    if account.source_url:
        work["url"] = account.source_url
    if account.issued:
        work["datePublished"] = account.issued.text
    if account.party:
        work["sourceOrganization"] = {"@type": "Organization", "name": account.party.name}
    return work
