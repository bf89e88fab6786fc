"""The pages across events: claims, topics, parties, and two parties beside each other."""

from collections.abc import Callable, Sequence
from functools import partial

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from comparisons.across.figures import Company, PairFigures, PartyFigures, PartyIndex, TopicFigures, topic_index
from comparisons.across.listing import ClaimListing, last_seen, scope_or_404
from comparisons.across.query import Choices, ListedClaimsQuery, pair_choices, party_choices, topic_choices
from comparisons.across.statistics import Scope, parties_named
from comparisons.comparison.accounts import PartyShown
from comparisons.models import Finding
from comparisons.models.finding import FindingQuerySet
from comparisons.outcomes import FAMILIES
from comparisons.responses import read_only, redirect_for_ever
from comparisons.search.claims import ClaimSearch, ClaimsQuery


@read_only
def claims(request: HttpRequest) -> HttpResponse:
    """All claims of all current comparisons, or those that are asked for, with what each party said."""
    try:
        query = ClaimsQuery.parse(request.GET)
        if query.needs_canonical_redirect(request.GET):
            return HttpResponseRedirect(request.path + query.canonical)
        search = ClaimSearch.of(query)
    except ValidationError as error:
        return render(request, "across/refused.html", {"kind": "claims", "faults": error.messages}, status=400)
    context = {
        "query": query,
        "search": search,
        "listing": search.listing,
        "families": FAMILIES,
        "first_page": query.changed(),
        "next_page": query.changed(after=search.listing.next),
    }
    return render(request, "across/claims.html", context)


@read_only
def topics(request: HttpRequest) -> HttpResponse:
    """Every topic that a published comparison has."""
    return render(request, "across/topics.html", {"topics": topic_index()})


@read_only
def parties(request: HttpRequest) -> HttpResponse:
    """Every party that a published comparison has, and each two that are compared."""
    return render(request, "across/parties.html", {"index": PartyIndex.of_all()})


@read_only
def topic(request: HttpRequest, slug: str) -> HttpResponse:
    """One topic in every event that has it."""
    findings = Finding.objects.on_topic(slug)
    scope = scope_or_404(findings)
    context = {"topic": scope.topics[0], "parties": ()}
    figures = partial(TopicFigures.of, slug, findings, scope)
    return _page(request, "topic", findings, scope, topic_choices(scope), context, figures)


@read_only
def party(request: HttpRequest, slug: str) -> HttpResponse:
    """One party in every event in which it is compared."""
    findings = Finding.objects.of_party(slug)
    scope = scope_or_404(findings)
    company = Company.of(slug, findings)
    itself = next(one for one in company.parties if one.slug == slug)
    context = {"party": itself, "parties": company.parties}
    figures = partial(PartyFigures.of, itself, company, findings, scope)
    choices = party_choices(scope, company)
    return _page(request, "party", findings, scope, choices, context, figures)


@read_only
def pair(request: HttpRequest, first: str, second: str) -> HttpResponse:
    """Two parties in every event in which both have an account. Their address has the lower slug first."""
    slugs = sorted((first, second))
    findings = Finding.objects.between(*slugs)
    scope = scope_or_404(findings)
    if [first, second] != slugs:
        return redirect_for_ever(request, reverse("comparisons:pair", args=slugs))
    one, other = parties_named(slugs)
    return _page(
        request,
        "pair",
        findings,
        scope,
        pair_choices(scope, slugs),
        {"parties": (one, other)},
        partial(PairFigures.of, one, other, findings, scope),
        pair=(one, other),
    )


def _page(
    request: HttpRequest,
    name: str,
    findings: FindingQuerySet,
    scope: Scope,
    choices: Choices,
    context: dict[str, object],
    figures: Callable[[], object],
    pair: Sequence[PartyShown] = (),
) -> HttpResponse:
    """The claims of a page, and its figures where all of them are asked for. Of a topic they stand by event."""
    context = {**context, "scope": scope, "kind": name}
    try:
        query = ListedClaimsQuery.parse(request.GET, choices)
        ranked = findings.narrowed(**query.filters).ranked([topic.key for topic in scope.topics])
        after = last_seen(ranked, query.cursor)
    except ValidationError as error:
        return render(request, "across/refused.html", {**context, "faults": error.messages}, status=400)
    listing = ClaimListing.of(
        ranked,
        after=after,
        count=None if query.is_narrowed else scope.claims,
        is_by_topic=name != "topic",
        topics={topic.key: topic.name for topic in scope.topics},
        parties={party.slug: party.name for party in pair} or None,
        pair=[party.slug for party in pair],
    )
    context |= {
        "query": query,
        "listing": listing,
        "figures": None if query.canonical else figures(),
        "first_page": query.changed(),
        "next_page": query.changed(after=listing.next),
    }
    return render(request, f"across/{name}.html", context)
