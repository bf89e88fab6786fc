"""What returns across events: topics and parties, and the claims on a topic, of a party, of two parties."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Query, Router
from ninja.pagination import paginate

from comparisons.across.figures import Company, PartyIndex, topic_index
from comparisons.across.listed_claims import ListedClaim
from comparisons.across.listing import ClaimListing, last_seen, scope_or_404
from comparisons.across.query import ListedClaimsQuery, pair_choices, party_choices, topic_choices
from comparisons.across.statistics import Scope
from comparisons.models import Edition, Finding
from comparisons.models.finding import FindingQuerySet
from comparisons.responses import redirect_for_ever
from comparisons.search.claims import ClaimSearch, ClaimsQuery
from comparisons.wording import sentence

from .across_schemas import ClaimsOfEvents, Parties, Topics
from .answers import Answered, unless_unchanged
from .openapi import OF_LIST, leads_to
from .pagination import KeysetPagination
from .parameters import (
    AllClaimsQuery,
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
    "claims",
    response={**OF_LIST, 200: ClaimsOfEvents},
    summary=_("The claims of all comparisons, as their page lists them"),
    openapi_extra=leads_to(
        claim={"slug": "$response.body#/claims/0/event/slug", "claim": "$response.body#/claims/0/slug"}
    ),
)
def all_claims(request: HttpRequest, response: HttpResponse, query: Query[AllClaimsQuery]) -> dict[str, Any]:
    asked = query.read(request, ClaimsQuery.parse)
    unless_unchanged(request, response, Edition.objects.published().collection_fingerprint())
    found = ClaimSearch.of(asked)
    return _page(request, found.listing, found.total, asked.changed(after=found.listing.next))


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
    return _claims(request, response, query, findings, scope, pair_choices(scope, slugs), slugs)


def _claims(
    request: HttpRequest,
    response: HttpResponse,
    query: Parameters,
    findings: FindingQuerySet,
    scope: Scope,
    choices: Mapping[str, Collection[str]],
    pair: Sequence[str] = (),
) -> dict[str, Any]:
    asked = query.read(request, lambda data: ListedClaimsQuery.parse(data, choices))
    ranked = findings.narrowed(**asked.filters).ranked([topic.key for topic in scope.topics])
    after = last_seen(ranked, asked.cursor)
    unless_unchanged(request, response, Edition.objects.published().collection_fingerprint())
    listing = ClaimListing.of(
        ranked,
        after=after,
        count=None if asked.is_narrowed else scope.claims,
        topics={topic.key: topic.name for topic in scope.topics},
        pair=pair,
    )
    return _page(request, listing, scope.claims, asked.changed(after=listing.next))


def _page(request: HttpRequest, listing: ClaimListing, total: int, following: str) -> dict[str, Any]:
    return {
        "count": listing.count,
        "of": total,
        "next": request.build_absolute_uri(request.path + following) if listing.next else None,
        "claims": [_claim(request, claim) for claim in listing.claims],
    }


def _claim(request: HttpRequest, claim: ListedClaim) -> dict[str, Any]:
    return {
        **vars(claim),
        "family": claim.family,
        "sentence": sentence(claim),
        "outcome_of_all": claim.whole_outcome or claim.outcome,
        "links": claim_links(request, claim.event.slug, claim.slug),
    }
