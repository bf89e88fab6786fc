"""Editions at addresses of their own: one of them for ever, the log of all, and the difference between two."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import condition

from comparisons.addresses import absolute
from comparisons.comparison.comparison import Comparison
from comparisons.editions.between import EditionChanges
from comparisons.editions.log import EditionChoices, EditionLog
from comparisons.editions.query import ChangesQuery, LogQuery
from comparisons.models import Edition
from comparisons.responses import data, data_withdrawn, moved, page_tag, read_only, withdrawn

from .comparison import comparison_page


@read_only
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One edition for ever, side by side, with a word on which one is the newest."""
    newest = get_object_or_404(Edition.objects.at_address(slug).without_documents())
    if newest.is_withdrawn:
        return withdrawn(request, newest)
    if newest.slug != slug:
        return moved(request, "comparisons:edition", newest, number)
    held = get_object_or_404(Edition.objects.beside(newest, number))
    if held.is_withdrawn:
        return withdrawn(request, held, newest)
    # It may have had another address when it was published.
    whole = replace(Comparison.from_document(held.document), slug=newest.slug)
    canonical = absolute(request, "comparison", newest.slug)
    return comparison_page(request, whole, newest=newest, canonical=canonical)


@read_only
def edition_json(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """One edition for ever, as the comparison/1 document that was published."""
    newest = get_object_or_404(Edition.objects.at_address(slug).without_documents())
    if newest.is_withdrawn:
        return data_withdrawn(newest.withdrawal.reason, newest.title)
    if newest.slug != slug:
        return moved(request, "comparisons:edition_json", newest, number)
    held = get_object_or_404(Edition.objects.beside(newest, number))
    if held.is_withdrawn:
        return data_withdrawn(held.withdrawal.reason, newest.title)
    return data(request, held)


@read_only
def editions(request: HttpRequest, slug: str) -> HttpResponse:
    """The log: every edition, with what it changed."""
    newest = get_object_or_404(Edition.objects.at_address(slug).without_documents())
    if newest.is_withdrawn:
        return withdrawn(request, newest)
    if newest.slug != slug:
        return moved(request, "comparisons:editions", newest)
    try:
        query = LogQuery.parse(request.GET, newest.number)
    except ValidationError as error:
        return _refused(request, newest, error)
    return _log(request, newest, query)


def _log_tag(request: HttpRequest, newest: Edition, query: LogQuery) -> str | None:
    """An edition is withdrawn while it is the newest, so that the log changes with the newest alone."""
    return page_tag(request, newest.sha256)


@condition(etag_func=_log_tag)
def _log(request: HttpRequest, newest: Edition, query: LogQuery) -> HttpResponse:
    log = EditionLog.before(query.before, newest)
    choices = EditionChoices.of(newest)
    return render(request, "editions/log.html", {"newest": newest, "log": log, "choices": choices})


@read_only
def edition_changes(request: HttpRequest, slug: str) -> HttpResponse:
    """What one edition says otherwise than an earlier one: ?from= and ?to= are their numbers."""
    newest = get_object_or_404(Edition.objects.at_address(slug).without_documents())
    if newest.is_withdrawn:
        return withdrawn(request, newest)
    if newest.slug != slug:
        return moved(request, "comparisons:edition_changes", newest)
    asked = ChangesQuery.given(request.GET)
    held = {held.number: held for held in Edition.objects.beside(newest, asked.earlier, asked.later)}
    try:
        query = ChangesQuery.parse(request.GET, held)
    except ValidationError as error:
        return _refused(request, newest, error, asked)
    for one in held.values():
        if one.is_withdrawn:
            return withdrawn(request, one, newest)
    return _difference(request, newest, held[query.earlier], held[query.later])


def _difference_tag(request: HttpRequest, newest: Edition, earlier: Edition, later: Edition) -> str | None:
    return page_tag(request, earlier.sha256 + later.sha256 + newest.sha256)


@condition(etag_func=_difference_tag)
def _difference(request: HttpRequest, newest: Edition, earlier: Edition, later: Edition) -> HttpResponse:
    context = {
        "newest": newest,
        "earlier": earlier,
        "later": later,
        "between": EditionChanges.between(earlier, later),
        "choices": EditionChoices.of(newest, earlier.number, later.number),
    }
    return render(request, "editions/changes.html", context)


def _refused(
    request: HttpRequest, newest: Edition, error: ValidationError, asked: ChangesQuery | None = None
) -> HttpResponse:
    choices = EditionChoices.of(newest, asked.earlier, asked.later) if asked else None
    context = {"newest": newest, "faults": error.messages, "choices": choices}
    return render(request, "editions/refused.html", context, status=400)
