"""The pages of the full texts of a comparison, and of the revisions of one."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import condition
from django.views.decorators.vary import vary_on_headers

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.full_texts import FullTexts
from comparisons.comparison.query import TextsQuery
from comparisons.models import Edition
from comparisons.published import current_edition
from comparisons.responses import HTMX_HEADERS, edition_tag, read_only, render_page_or_fragment


@read_only
@vary_on_headers(*HTMX_HEADERS)
@current_edition()
def texts(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The accounts of the current edition in full, with the passages that the claims rest on."""
    try:
        query = TextsQuery.parse(request.GET, edition.outcomes)
    except ValidationError as error:
        return render(request, "site/bad_request.html", {"faults": error.messages, "page": edition}, status=400)
    return _in_full(request, edition, query)


@condition(etag_func=edition_tag)
def _in_full(request: HttpRequest, edition: Edition, query: TextsQuery) -> HttpResponse:
    page = Comparison.from_document(edition.document)
    return render_page_or_fragment(
        request,
        "texts/texts.html",
        {"page": page, "texts": FullTexts.of(page, query.claim)},
        fragment="texts/_followed.html",
        target="followed",
    )


@read_only
@current_edition()
def text_changes(request: HttpRequest, edition: Edition, account: str) -> HttpResponse:
    """The revisions of one account that the current edition has, and what changed from each to the next."""
    page = Comparison.from_document(edition.document)
    found = next((one for one in page.accounts if one.id == account), None)
    if found is None:
        raise Http404(gettext("There is no such account in this comparison."))
    return render(request, "texts/changes.html", {"page": page, "account": found})
