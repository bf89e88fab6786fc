"""What returns across events: topics and parties, and the claims on a topic, of a party, of two parties."""

from collections.abc import Callable, Collection, Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from ninja import Router

from comparisons.across.figures import Company, PartyIndex, topic_index
from comparisons.across.listed_claims import ClaimListing, ListedClaim, last_seen, scope_or_404
from comparisons.across.query import ClaimsQuery, pair_choices, party_choices, topic_choices
from comparisons.across.statistics import EventMark, Head, Scope, parties_named
from comparisons.addresses import absolute
from comparisons.comparison.accounts import Party
from comparisons.models import Edition, Finding
from comparisons.models.finding import FindingQuerySet

from . import parameters
from .answers import answer, moved
from .claims import links_to, stands
from .paging import Page, following
from .parameters import Parameter, parsed
from .shapes import (
    ClaimOfAnEvent,
    ClaimsOfEvents,
    EventNamed,
    Faults,
    ListedSubject,
    Named,
    Parties,
    SubjectLinks,
    Topics,
)
from .words import _

router = Router(tags=["across events"])
OF_CLAIMS = {200: ClaimsOfEvents, 304: None, 400: Faults, 404: Faults}


@router.get(
    "topics",
    response={200: Topics, 304: None, 400: Faults, 404: Faults},
    summary=_("Every topic that a published comparison has"),
    url_name="topics",
    operation_id="topics",
)
def topics(request: HttpRequest) -> HttpResponse:
    page = _page_of(request, topic_index)
    return answer(
        request,
        Edition.objects.published().state(),
        lambda: Topics(
            count=page.count,
            next=following(request, parameters.OF_SUBJECTS, page.last),
            topics=[_subject(request, head) for head in page.entries],
        ),
    )


@router.get(
    "parties",
    response={200: Parties, 304: None, 400: Faults, 404: Faults},
    summary=_("Every party that a published comparison has"),
    url_name="parties",
    operation_id="parties",
)
def parties(request: HttpRequest) -> HttpResponse:
    page = _page_of(request, lambda: PartyIndex.of_all().parties)
    return answer(
        request,
        Edition.objects.published().state(),
        lambda: Parties(
            count=page.count,
            next=following(request, parameters.OF_SUBJECTS, page.last),
            parties=[_subject(request, head) for head in page.entries],
        ),
    )


def _page_of(request: HttpRequest, heads: Callable[[], Sequence[Head]]) -> Page[Head]:
    after = parsed(request, parameters.OF_SUBJECTS, lambda data: data.get("after", ""))
    return Page.of(heads(), lambda head: head.key, after)


def _subject(request: HttpRequest, head: Head) -> ListedSubject:
    return ListedSubject(
        slug=head.key,
        name=head.name,
        claims=head.claims,
        events=head.events,
        links=SubjectLinks(
            page=absolute(request, head.kind, head.key),
            claims=absolute(request, f"api:{head.kind}_claims", head.key),
        ),
    )


@router.get(
    "topics/{slug}/claims",
    response=OF_CLAIMS,
    summary=_("The claims on a topic in every event, as the page of the topic lists them"),
    url_name="topic_claims",
    operation_id="topic_claims",
)
def topic_claims(request: HttpRequest, slug: str) -> HttpResponse:
    findings = Finding.objects.on_topic(slug)
    scope = scope_or_404(findings)
    return _claims(request, findings, scope, parameters.ON_TOPIC, topic_choices(scope))


@router.get(
    "parties/{slug}/claims",
    response=OF_CLAIMS,
    summary=_("The claims on which a party is compared, as the page of the party lists them"),
    url_name="party_claims",
    operation_id="party_claims",
)
def party_claims(request: HttpRequest, slug: str) -> HttpResponse:
    findings = Finding.objects.of_party(slug)
    scope = scope_or_404(findings)
    choices = party_choices(scope, Company.of(slug, findings))
    return _claims(request, findings, scope, parameters.OF_PARTY, choices)


@router.get(
    "parties/{first}/{second}/claims",
    response={**OF_CLAIMS, 301: None},
    summary=_("The claims on which two parties are compared, as the page of the two lists them"),
    url_name="pair_claims",
    operation_id="pair_claims",
)
def pair_claims(request: HttpRequest, first: str, second: str) -> HttpResponse:
    slugs = sorted((first, second))
    findings = Finding.objects.between(*slugs)
    scope = scope_or_404(findings)
    if [first, second] != slugs:
        raise moved(request, "comparisons:api:pair_claims", dict(zip(("first", "second"), slugs, strict=True)))
    pair = parties_named(slugs)
    return _claims(request, findings, scope, parameters.OF_PAIR, pair_choices(scope, slugs), pair)


def _claims(
    request: HttpRequest,
    findings: FindingQuerySet,
    scope: Scope,
    described: Sequence[Parameter],
    choices: Mapping[str, Collection[str]],
    pair: Sequence[Party] = (),
) -> HttpResponse:
    query = parsed(request, described, lambda data: ClaimsQuery.parse(data, choices))
    found = findings.narrowed(**query.filters)
    after = last_seen(found, query)

    def written() -> ClaimsOfEvents:
        listing = ClaimListing.of(found, scope, after=after, is_narrowed=query.is_narrowed, pair=pair)
        return ClaimsOfEvents(
            count=listing.count,
            of=scope.claims,
            next=request.build_absolute_uri(request.path + query.changed(after=listing.next)) if listing.next else None,
            claims=[_claim(request, event.event, claim) for event in listing.events for claim in event.claims],
        )

    return answer(request, Edition.objects.published().state(), written)


def _claim(request: HttpRequest, event: EventMark, claim: ListedClaim) -> ClaimOfAnEvent:
    same = ("slug", "question", "wording", "outcome", "family", "flags", "caveats")
    return ClaimOfAnEvent(
        **{key: getattr(claim, key) for key in same},
        event=EventNamed(slug=event.slug, title=event.title, date=event.day),
        topic=Named(slug=claim.topic.slug, name=claim.topic.name),
        outcome_of_all=claim.whole_outcome or claim.outcome,  # type: ignore[arg-type]
        positions=stands(claim.positions),
        links=links_to(request, event.slug, claim.slug),
    )
