"""What returns across events: topics and parties, and the claims on a topic, of a party, of two parties."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Router
from ninja.pagination import paginate

from comparisons.across.figures import Company, PartyIndex, topic_index
from comparisons.across.listed_claims import ClaimListing, ListedClaim, last_seen, scope_or_404
from comparisons.across.query import ListedClaimsQuery, pair_choices, party_choices, topic_choices
from comparisons.across.statistics import EventMark, Scope, parties_named
from comparisons.comparison.accounts import PartyShown
from comparisons.models import Edition, Finding
from comparisons.models.finding import FindingQuerySet
from comparisons.responses import redirect_for_ever
from comparisons.wording import sentence

from .across_schemas import ClaimsOfEvents, Parties, Topics
from .answers import Answered, unless_unchanged
from .openapi import OF_LIST, leads_to
from .pagination import KeysetPagination
from .parameters import (
    FirstInPath,
    PairQuery,
    Parameters,
    PartyQuery,
    SecondInPath,
    SlugInPath,
    SubjectsQuery,
    TopicQuery,
)
from .schemas import _, claim_links

router = Router(tags=["across events"])


@router.get(
    "topics",
    response={**OF_LIST, 200: Topics},
    summary=_("Every topic that a published comparison has"),
    openapi_extra=leads_to(topic_claims={"slug": "$response.body#/topics/0/slug"}),
)
@paginate(KeysetPagination, entries="topics", key="key")
def topics(request: HttpRequest, response: HttpResponse, query: Query[SubjectsQuery]) -> dict[str, Any]:
    query.read(request, dict)
    unless_unchanged(request, response, Edition.objects.published().collection_fingerprint())
    return {"topics": topic_index()}


@router.get(
    "parties",
    response={**OF_LIST, 200: Parties},
    summary=_("Every party that a published comparison has"),
    openapi_extra=leads_to(party_claims={"slug": "$response.body#/parties/0/slug"}),
)
@paginate(KeysetPagination, entries="parties", key="key")
def parties(request: HttpRequest, response: HttpResponse, query: Query[SubjectsQuery]) -> dict[str, Any]:
    query.read(request, dict)
    unless_unchanged(request, response, Edition.objects.published().collection_fingerprint())
    return {"parties": PartyIndex.of_all().parties}


@router.get(
    "topics/{slug}/claims",
    response={**OF_LIST, 200: ClaimsOfEvents},
    summary=_("The claims on a topic in every event, as the page of the topic lists them"),
)
def topic_claims(
    request: HttpRequest, response: HttpResponse, slug: SlugInPath, query: Query[TopicQuery]
) -> dict[str, Any]:
    findings = Finding.objects.on_topic(slug)
    scope = scope_or_404(findings)
    return _claims(request, response, query, findings, scope, topic_choices(scope))


@router.get(
    "parties/{slug}/claims",
    response={**OF_LIST, 200: ClaimsOfEvents},
    summary=_("The claims on which a party is compared, as the page of the party lists them"),
)
def party_claims(
    request: HttpRequest, response: HttpResponse, slug: SlugInPath, query: Query[PartyQuery]
) -> dict[str, Any]:
    findings = Finding.objects.of_party(slug)
    scope = scope_or_404(findings)
    choices = party_choices(scope, Company.of(slug, findings))
    return _claims(request, response, query, findings, scope, choices)


@router.get(
    "parties/{first}/{second}/claims",
    response={**OF_LIST, 301: None, 200: ClaimsOfEvents},
    summary=_("The claims on which two parties are compared, as the page of the two lists them"),
)
def pair_claims(
    request: HttpRequest, response: HttpResponse, first: FirstInPath, second: SecondInPath, query: Query[PairQuery]
) -> dict[str, Any]:
    slugs = sorted((first, second))
    findings = Finding.objects.between(*slugs)
    scope = scope_or_404(findings)
    if [first, second] != slugs:
        raise Answered(redirect_for_ever(request, reverse("comparisons:api:pair_claims", args=slugs)))
    pair = parties_named(slugs)
    return _claims(request, response, query, findings, scope, pair_choices(scope, slugs), pair)


def _claims(
    request: HttpRequest,
    response: HttpResponse,
    query: Parameters,
    findings: FindingQuerySet,
    scope: Scope,
    choices: Mapping[str, Collection[str]],
    pair: Sequence[PartyShown] = (),
) -> dict[str, Any]:
    asked = query.read(request, lambda data: ListedClaimsQuery.parse(data, choices))
    found = findings.narrowed(**asked.filters)
    after = last_seen(found, asked)
    unless_unchanged(request, response, Edition.objects.published().collection_fingerprint())
    listing = ClaimListing.of(found, scope, after=after, is_narrowed=asked.is_narrowed, pair=pair)
    return {
        "count": listing.count,
        "of": scope.claims,
        "next": request.build_absolute_uri(request.path + asked.changed(after=listing.next)) if listing.next else None,
        "claims": [_claim(request, event.event, claim) for event in listing.events for claim in event.claims],
    }


def _claim(request: HttpRequest, event: EventMark, claim: ListedClaim) -> dict[str, Any]:
    return {
        **vars(claim),
        "event": event,
        "family": claim.family,
        "sentence": sentence(claim),
        "outcome_of_all": claim.whole_outcome or claim.outcome,
        "links": claim_links(request, event.slug, claim.slug),
    }
