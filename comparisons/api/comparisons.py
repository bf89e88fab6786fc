"""The list of comparisons, and each with its editions as comparison/1 documents."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from comparisons.addresses import absolute_url
from comparisons.editions.log import PER_PAGE
from comparisons.editions.query import LogQuery
from comparisons.models import Edition, Standing
from comparisons.moments import Moment
from comparisons.outcomes import FAMILIES
from comparisons.published import find_numbered
from comparisons.query_string import positive_integer
from comparisons.responses import data
from comparisons.search.listing import ComparisonListing
from comparisons.search.query import BrowseQuery
from comparisons.texts.collation import collation_key

from .answers import current, unless_unchanged
from .openapi import OF_LIST, OF_ONE, leads_to
from .pagination import next_address
from .parameters import ComparisonsQuery, EditionsQuery, NumberInPath, SlugInPath
from .schemas import Comparisons, Editions, Faults, _

router = Router(tags=["comparisons"])
FIRST = {"slug": "$response.body#/comparisons/0/slug"}


@router.get(
    "comparisons",
    response={**OF_LIST, 200: Comparisons},
    summary=_("The comparisons, as the front page lists them"),
    openapi_extra=leads_to(comparison=FIRST, claims=FIRST, editions=FIRST),
)
def comparisons(request: HttpRequest, response: HttpResponse, query: Query[ComparisonsQuery]) -> dict[str, Any]:
    asked = query.read(request, BrowseQuery.parse)
    listing = ComparisonListing.of(asked)
    unless_unchanged(request, response, Edition.objects.published().collection_fingerprint())
    editions = [result.edition for result in listing.results]
    columns = Standing.objects.columns_of(editions)
    return {
        "count": listing.total,
        "published": listing.published,
        "next": request.build_absolute_uri(request.path + asked.changed(after=listing.next)) if listing.next else None,
        "comparisons": [_entry(request, edition, columns.get(edition.pk, {})) for edition in editions],
    }


def _entry(request: HttpRequest, edition: Any, columns: dict[str, str]) -> dict[str, Any]:
    parties = sorted(columns.items(), key=lambda party: collation_key(party[1], party[0]))
    return {
        "slug": edition.slug,
        "title": edition.title,
        "date": edition.event_date,
        "kind": edition.event_kind,
        "edition": edition.number,
        "published_at": _published(edition),
        "parties": [{"slug": slug, "name": name} for slug, name in parties],
        "claims": {
            "total": edition.claim_count,
            "families": {family: getattr(edition, family.replace("-", "_")) for family in FAMILIES},
        },
        "links": {
            "page": absolute_url(request, "comparison", edition.slug),
            "document": absolute_url(request, "api:comparison", edition.slug),
            "claims": absolute_url(request, "api:claims", edition.slug),
            "editions": absolute_url(request, "api:editions", edition.slug),
            "csv": absolute_url(request, "comparison_csv", edition.slug),
        },
    }


def _published(edition: Edition) -> str:
    """As its document says it."""
    return Moment.of(edition.published_at.replace(microsecond=0)).text


@router.get(
    "comparisons/{slug}",
    response=OF_ONE,
    summary=_("The latest edition of a comparison, as a comparison/1 document"),
)
def comparison(request: HttpRequest, slug: SlugInPath) -> HttpResponse:
    return data(request, current(request, slug))


@router.get(
    "comparisons/{slug}/editions",
    response={**OF_ONE, 200: Editions, 400: Faults},
    summary=_("Every edition of a comparison, the newest first"),
    openapi_extra=leads_to(edition={"slug": "$request.path.slug", "number": "$response.body#/editions/0/number"}),
)
def editions(
    request: HttpRequest, response: HttpResponse, slug: SlugInPath, query: Query[EditionsQuery]
) -> dict[str, Any]:
    newest = current(request, slug, documents=False)
    asked = query.read(request, lambda data: LogQuery.parse(data, newest.number))
    unless_unchanged(request, response, newest.sha256)
    rows = list(Edition.objects.up_to(newest).before(asked.before)[:PER_PAGE])
    last = rows[-1].number
    return {
        "count": newest.number,
        "next": next_address(request, query, before=last) if last > 1 else None,
        "editions": [_edition(request, newest, row) for row in rows],
    }


def _edition(request: HttpRequest, newest: Edition, row: Edition) -> dict[str, Any]:
    return {
        "number": row.number,
        "published_at": _published(row),
        "note": None if row.is_withdrawn else row.note,
        "sha256": None if row.is_withdrawn else row.sha256,
        "withdrawn": row.withdrawal.reason if row.is_withdrawn else None,
        "page": absolute_url(request, "edition", newest.slug, row.number),
        "document": absolute_url(request, "api:edition", newest.slug, row.number),
    }


@router.get(
    "comparisons/{slug}/editions/{number}",
    response=OF_ONE,
    summary=_("One edition for ever, as the comparison/1 document that was published"),
)
def edition(request: HttpRequest, slug: SlugInPath, number: NumberInPath) -> HttpResponse:
    newest = current(request, slug, documents=False)
    return data(request, find_numbered(newest, positive_integer(number) or 0))
