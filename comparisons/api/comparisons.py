"""The list of comparisons, and each with its editions as comparison/1 documents."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext
from ninja import Router

from comparisons.addresses import absolute
from comparisons.editions.log import PER_PAGE
from comparisons.editions.query import LogQuery
from comparisons.models import Edition, Standing
from comparisons.moments import Moment
from comparisons.outcomes import FAMILIES
from comparisons.responses import data, data_withdrawn
from comparisons.search.listing import ComparisonListing
from comparisons.search.query import BrowseQuery
from comparisons.texts.collation import in_alphabet

from . import parameters
from .answers import Answered, answer, current
from .paging import following
from .parameters import parsed
from .shapes import (
    ComparisonLinks,
    Comparisons,
    Counts,
    Editions,
    Faults,
    ListedComparison,
    ListedEdition,
    Named,
    Withdrawn,
)
from .words import _

router = Router(tags=["comparisons"])
OF_ONE: dict[int, Any] = {200: None, 301: None, 304: None, 404: Faults, 410: Withdrawn}


@router.get(
    "comparisons",
    response={200: Comparisons, 304: None, 400: Faults, 404: Faults},
    summary=_("The comparisons, as the front page lists them"),
    url_name="comparisons",
    operation_id="comparisons",
)
def comparisons(request: HttpRequest) -> HttpResponse:
    query = parsed(request, parameters.OF_COMPARISONS, BrowseQuery.parse)
    listing = ComparisonListing.of(query)
    return answer(request, Edition.objects.published().state(), lambda: _listed(request, query, listing))


def _listed(request: HttpRequest, query: BrowseQuery, listing: ComparisonListing) -> Comparisons:
    editions = [result.edition for result in listing.results]
    columns = Standing.objects.columns_of(editions)
    return Comparisons(
        count=listing.total,
        published=listing.published,
        next=request.build_absolute_uri(request.path + query.changed(after=listing.next)) if listing.next else None,
        comparisons=[_entry(request, edition, columns.get(edition.pk, {})) for edition in editions],
    )


def _entry(request: HttpRequest, edition: Any, columns: dict[str, str]) -> ListedComparison:
    parties = sorted(columns.items(), key=lambda party: in_alphabet(party[1], party[0]))
    return ListedComparison(
        slug=edition.slug,
        title=edition.title,
        date=edition.event_date,
        kind=edition.event_kind,
        edition=edition.number,
        published_at=_published(edition),
        parties=[Named(slug=slug, name=name) for slug, name in parties],
        claims=Counts(
            total=edition.claim_count,
            families={family: getattr(edition, family.replace("-", "_")) for family in FAMILIES},  # type: ignore[misc]
        ),
        links=ComparisonLinks(
            page=absolute(request, "comparison", edition.slug),
            document=absolute(request, "api:comparison", edition.slug),
            claims=absolute(request, "api:claims", edition.slug),
            editions=absolute(request, "api:editions", edition.slug),
            csv=absolute(request, "comparison_csv", edition.slug),
        ),
    )


def _published(edition: Edition) -> str:
    """As its document says it."""
    return Moment.of(edition.published_at.replace(microsecond=0)).text


@router.get(
    "comparisons/{slug}",
    response=OF_ONE,
    summary=_("The current edition of a comparison, as a comparison/1 document"),
    url_name="comparison",
    operation_id="comparison",
)
def comparison(request: HttpRequest, slug: str) -> HttpResponse:
    return data(request, current(request, slug))


@router.get(
    "comparisons/{slug}/editions",
    response={**OF_ONE, 200: Editions, 400: Faults},
    summary=_("Every edition of a comparison, the newest first"),
    url_name="editions",
    operation_id="editions",
)
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    newest = current(request, slug, Edition.objects.without_documents())
    query = parsed(request, parameters.OF_EDITIONS, lambda data: LogQuery.parse(data, newest.number))
    return answer(request, newest.sha256, lambda: _log(request, newest, query.before))


def _log(request: HttpRequest, newest: Edition, before: int) -> Editions:
    rows = list(Edition.objects.up_to(newest).before(before)[:PER_PAGE])
    last = str(rows[-1].number) if rows[-1].number > 1 else ""
    return Editions(
        count=newest.number,
        next=following(request, parameters.OF_EDITIONS, last, "before"),
        editions=[_edition(request, newest, row) for row in rows],
    )


def _edition(request: HttpRequest, newest: Edition, row: Edition) -> ListedEdition:
    return ListedEdition(
        number=row.number,
        published_at=_published(row),
        note=None if row.is_withdrawn else row.note,
        sha256=None if row.is_withdrawn else row.sha256,
        withdrawn=row.withdrawal.reason if row.is_withdrawn else None,
        page=absolute(request, "edition", newest.slug, row.number),
        document=absolute(request, "api:edition", newest.slug, row.number),
    )


@router.get(
    "comparisons/{slug}/editions/{number}",
    response=OF_ONE,
    summary=_("One edition for ever, as the comparison/1 document that was published"),
    url_name="edition",
    operation_id="edition",
)
def edition(request: HttpRequest, slug: str, number: str) -> HttpResponse:
    newest = current(request, slug, Edition.objects.without_documents())
    is_number = parameters.IN_PATHS["number"].fits([number])
    held = Edition.objects.beside(newest, int(number)).first() if is_number else None
    if held is None:
        raise Http404(gettext("This comparison has no such edition."))
    if held.is_withdrawn:
        raise Answered(data_withdrawn(held.withdrawal.reason, newest.title))
    return data(request, held)
