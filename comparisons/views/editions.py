"""Editions by their number: permalinks of one, the log of all, and the difference between two."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import condition

from comparisons.addresses import absolute_url
from comparisons.editions.between import EditionChanges
from comparisons.editions.log import EditionChoices, EditionLog
from comparisons.editions.query import ChangesQuery, LogQuery
from comparisons.models import Edition
from comparisons.published import (
    Withdrawn,
    comparison_at_current_slug,
    current_edition,
    numbered_edition,
    withdrawn_json,
)
from comparisons.responses import data, edition_tag, long_lived, read_only
from comparisons.wording.what_changed import WhatChanged

from .comparison import comparison_page


@read_only
@numbered_edition()
def edition(request: HttpRequest, edition: Edition, newest: Edition) -> HttpResponse:
    """The permalink of one edition, side by side, with a word on which one is the latest."""
    whole = comparison_at_current_slug(edition, newest)
    canonical = absolute_url(request, "comparison", newest.slug)
    return comparison_page(request, whole, newest=newest, canonical=canonical)


@read_only
@long_lived
@numbered_edition(gone=withdrawn_json)
def edition_json(request: HttpRequest, edition: Edition, _newest: Edition) -> HttpResponse:
    """The permalink of one edition as the comparison/1 document that was published."""
    return data(request, edition)


@read_only
@current_edition(documents=False)
def editions(request: HttpRequest, newest: Edition) -> HttpResponse:
    """The log: every edition, with what it changed, page by page."""
    try:
        query = LogQuery.parse(request.GET, newest.number)
    except ValidationError as error:
        return _refused(request, newest, error)
    return _log(request, newest, query)


@condition(etag_func=edition_tag)
def _log(request: HttpRequest, newest: Edition, query: LogQuery) -> HttpResponse:
    """An edition is withdrawn while it is the newest, so that the log changes with the newest alone."""
    log = EditionLog.before(query.before, newest)
    choices = EditionChoices.of(newest)
    return render(request, "editions/log.html", {"newest": newest, "log": log, "choices": choices})


@read_only
@current_edition(documents=False)
def edition_changes(request: HttpRequest, newest: Edition) -> HttpResponse:
    """The difference between two editions: ?from= and ?to= are their numbers."""
    asked = ChangesQuery.given(request.GET)
    found = {one.number: one for one in Edition.objects.of_same_event(newest, asked.earlier, asked.later)}
    try:
        query = ChangesQuery.parse(request.GET, found)
    except ValidationError as error:
        return _refused(request, newest, error, asked)
    for one in found.values():
        if one.is_withdrawn:
            raise Withdrawn(one, newest)
    return _difference(request, newest, found[query.earlier], found[query.later])


@condition(etag_func=edition_tag)
def _difference(request: HttpRequest, newest: Edition, earlier: Edition, later: Edition) -> HttpResponse:
    context = {
        "newest": newest,
        "earlier": earlier,
        "later": later,
        "told": WhatChanged.told(EditionChanges.between(earlier, later)),
        "choices": EditionChoices.of(newest, earlier.number, later.number),
    }
    return render(request, "editions/changes.html", context)


def _refused(
    request: HttpRequest, newest: Edition, error: ValidationError, asked: ChangesQuery | None = None
) -> HttpResponse:
    choices = EditionChoices.of(newest, asked.earlier, asked.later) if asked else None
    context = {"newest": newest, "faults": error.messages, "choices": choices}
    return render(request, "editions/refused.html", context, status=400)
