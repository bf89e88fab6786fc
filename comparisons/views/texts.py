from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext
from django.views.decorators.http import condition
from django.views.decorators.vary import vary_on_headers

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.full_texts import FullTexts
from comparisons.comparison.query import TextsQuery
from comparisons.models import Edition
from comparisons.responses import HTMX_HEADERS, moved, page_tag, read_only, render_page_or_fragment, withdrawn


@read_only
@vary_on_headers(*HTMX_HEADERS)
def texts(request: HttpRequest, slug: str) -> HttpResponse:
    """The accounts of the current edition in full, with the passages that the claims rest on."""
    edition = get_object_or_404(Edition.objects.at_address(slug))
    if edition.is_withdrawn:
        return withdrawn(request, edition)
    if edition.slug != slug:
        return moved(request, "comparisons:texts", edition)
    try:
        query = TextsQuery.parse(request.GET, edition.outcomes)
    except ValidationError as error:
        return render(request, "site/bad_request.html", {"faults": error.messages, "page": edition}, status=400)
    return _in_full(request, edition, query)


def _tag(request: HttpRequest, edition: Edition, query: TextsQuery) -> str | None:
    return page_tag(request, edition.sha256)


@condition(etag_func=_tag)
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
def text_changes(request: HttpRequest, slug: str, account: str) -> HttpResponse:
    """The texts of one account that the current edition holds, and what changed from each to the next."""
    edition = get_object_or_404(Edition.objects.at_address(slug))
    if edition.is_withdrawn:
        return withdrawn(request, edition)
    if edition.slug != slug:
        return moved(request, "comparisons:text_changes", edition, account)
    page = Comparison.from_document(edition.document)
    held = next((one for one in page.accounts if one.id == account), None)
    if held is None:
        raise Http404(gettext("There is no such account in this comparison."))
    return render(request, "texts/changes.html", {"page": page, "account": held})
