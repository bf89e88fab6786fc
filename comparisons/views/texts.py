"""The pages of the full texts of a comparison, of the current edition and of each, and of the revisions of one text."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import condition
from django.views.decorators.vary import vary_on_headers

from comparisons.addresses import absolute_url
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.full_texts import FullTexts
from comparisons.comparison.query import TextsQuery
from comparisons.models import Edition
from comparisons.published import comparison_at_current_slug, current_edition, numbered_edition
from comparisons.responses import HTMX_HEADERS, edition_tag, read_only, render_page_or_fragment


@read_only
@vary_on_headers(*HTMX_HEADERS)
@current_edition()
def texts(request: HttpRequest, edition: Edition) -> HttpResponse:
    """The accounts of the current edition in full, with the passages that the claims rest on."""
    return _asked(request, edition, None)


@read_only
@vary_on_headers(*HTMX_HEADERS)
@numbered_edition()
def edition_texts(request: HttpRequest, edition: Edition, newest: Edition) -> HttpResponse:
    """The permalink of the texts as one edition has them, with a word on which edition is the latest."""
    return _asked(request, edition, newest)


def _asked(request: HttpRequest, edition: Edition, newest: Edition | None) -> HttpResponse:
    try:
        query = TextsQuery.parse(request.GET, edition.outcomes)
    except ValidationError as error:
        return render(request, "site/bad_request.html", {"faults": error.messages, "page": edition}, status=400)
    return _in_full(request, edition, newest, query)


@condition(etag_func=edition_tag)
def _in_full(request: HttpRequest, edition: Edition, newest: Edition | None, query: TextsQuery) -> HttpResponse:
    page = comparison_at_current_slug(edition, newest or edition)
    context: dict[str, object] = {"page": page, "texts": FullTexts.of(page, query.claim)}
    if newest:
        present = absolute_url(request, "texts", newest.slug)
        context |= {"newest": newest, "present": present, "canonical": present}
    return render_page_or_fragment(
        request, "texts/texts.html", context, fragment="texts/_followed.html", target="followed"
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
