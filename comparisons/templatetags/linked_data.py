"""JSON-LD (schema.org) of the pages of a comparison and of a claim. Nothing is rated, so there is no ClaimReview."""

import json
from collections.abc import Iterable
from datetime import datetime

from django import template
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from comparisons.addresses import absolute_url
from comparisons.comparison.accounts import AccountShown
from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.pagination import ClaimsPage
from comparisons.editions.claim_history import ClaimHistory
from comparisons.moments import Moment
from comparisons.sharing.works import PUBLISHER, quoted_accounts
from comparisons.wording import standing_told
from comparisons.wording.page import claim_description

register = template.Library()

JsonObject = dict[str, object]

# As Django's json_script does: within these no text ends the element or begins another; and no line of a script ends.
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


@register.simple_tag(takes_context=True)
def linked_data(context: template.Context, page: Comparison) -> SafeString:
    """A data block, which no browser runs and the content security policy lets be.

    Of a comparison that is split it has the claims whose words stand on this page; each has a page of its own.
    """
    carried: ClaimsPage = context["carried"]
    claims = page.claims if not carried.is_split else carried.rows.shown if carried.has_words else ()
    return _block(article(page, claims, context["request"]))


@register.simple_tag(takes_context=True)
def claim_linked_data(context: template.Context, claim: ClaimShown) -> SafeString:
    """The same for the page of one claim, whose history says when it was first published.

    A claim at its permalink is described there: the newest edition may have another, or none.
    """
    page: Comparison = context["page"]
    history: ClaimHistory = context["history"]
    request: HttpRequest = context["request"]
    if context.get("newest") and page.edition:
        address = absolute_url(request, "edition_claim", page.slug, page.edition.number, claim.slug)
    else:
        address = absolute_url(request, "claim", page.slug, claim.slug)
    return _block(claim_article(page, claim, request, address, first_published=history.first_published))


def _block(data: JsonObject) -> SafeString:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text.translate(ESCAPES)))


def article(page: Comparison, claims: Iterable[ClaimShown], request: HttpRequest) -> JsonObject:
    """What the page is about, and what each party said on each of these claims."""
    whole = _article(
        absolute_url(request, "comparison", page.slug), page.title, page.summary, page, request, card=("card",)
    )
    described = (_claim(claim, absolute_url(request, "claim", page.slug, claim.slug), request) for claim in claims)
    whole["about"] = [_event(page), *described]
    if page.edition and page.edition.number == 1:
        whole["datePublished"] = page.edition.published.text
    return whole


def claim_article(
    page: Comparison, claim: ClaimShown, request: HttpRequest, address: str, *, first_published: datetime | None
) -> JsonObject:
    """What the claim's page is about: the claim, which is part of the comparison of an event."""
    whole = _article(
        address,
        claim.headline,
        claim_description(claim),
        page,
        request,
        card=("claim_card", claim.slug),
    )
    whole["mainEntity"] = _claim(claim, address, request)
    whole["about"] = [_event(page)]
    whole["isPartOf"] = {
        "@type": "Article",
        "@id": absolute_url(request, "comparison", page.slug),
        "url": absolute_url(request, "comparison", page.slug),
        "headline": page.title,
    }
    if first_published:
        whole["datePublished"] = Moment.of(first_published).text
    return whole


def _article(
    address: str, headline: str, description: str, page: Comparison, request: HttpRequest, *, card: tuple[str, ...]
) -> JsonObject:
    whole: JsonObject = {
        "@context": "https://schema.org",
        "@type": "Article",
        "@id": address,
        "url": address,
        "headline": headline,
        "description": description,
        "author": _publisher(request),
        "publisher": _publisher(request),
    }
    if page.edition:
        name, *of_claim = card
        whole |= {
            "image": absolute_url(request, name, page.slug, page.edition.number, *of_claim),
            "dateModified": page.edition.published.text,
            "version": page.edition.number,
        }
    return whole


def _publisher(request: HttpRequest) -> JsonObject:
    return {"@type": "Organization", "name": PUBLISHER, "url": absolute_url(request, "home")}


def _event(page: Comparison) -> JsonObject:
    event: JsonObject = {
        "@type": "Event",
        "name": page.title,
        "description": page.summary,
        "startDate": page.date.isoformat(),
    }
    if page.place:
        event["location"] = {"@type": "Place", "name": page.place}
    return event


def _claim(claim: ClaimShown, address: str, request: HttpRequest) -> JsonObject:
    return {
        "@type": "Claim",
        "url": address,
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
        "appearance": [_work(account) for account in quoted_accounts(claim)],
    }


def _work(account: AccountShown) -> JsonObject:
    work: JsonObject = {"@type": "CreativeWork", "name": account.title, "inLanguage": account.language}
    if account.source_url:
        work["url"] = account.source_url
    if account.issued:
        work["datePublished"] = account.issued.text
    if account.party:
        work["sourceOrganization"] = {"@type": "Organization", "name": account.party.name}
    return work
