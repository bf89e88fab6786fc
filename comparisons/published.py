"""The edition that a public address shows: the current one, or one by its number.

Where there is none the answer is 404, where it was withdrawn 410 (Gone), and where the comparison has another slug now
a permanent redirect to its canonical URL.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import ResolverMatch, reverse
from django.utils.translation import gettext

from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.responses import redirect_for_ever


class Withdrawn(Exception):
    """This edition was withdrawn from public view; `newest` is the current one, where an earlier one was asked for."""

    def __init__(self, edition: Edition, newest: Edition | None = None) -> None:
        super().__init__(edition.pk)
        self.edition = edition
        self.newest = newest


View = Callable[..., HttpResponseBase]
Gone = Callable[[HttpRequest, Withdrawn], HttpResponse]
"""How a 410 is written."""


def withdrawn_page(request: HttpRequest, error: Withdrawn) -> HttpResponse:
    """410 with the reason. Where an earlier edition alone was withdrawn, the newest is named, by its own title."""
    context = {"edition": error.edition, "newest": error.newest}
    return render(request, "410.html", context, status=410)


def withdrawn_json(_request: HttpRequest, error: Withdrawn) -> HttpResponse:
    """410 with the reason and the title that the comparison has now, as JSON."""
    gone = {"error": error.edition.withdrawal.reason, "title": (error.newest or error.edition).title}
    return JsonResponse(gone, status=410, json_dumps_params={"ensure_ascii": False})


def find_current(slug: str, *, documents: bool = True) -> Edition:
    """The current edition of the comparison that has this slug, or had it before. Raises Http404 or Withdrawn.

    One query; without `documents` all but the document is fetched.
    """
    editions = Edition.objects.at_slug(slug)
    edition = (editions if documents else editions.without_documents()).first()
    if edition is None:
        raise Http404(gettext("There is no such comparison."))
    if edition.is_withdrawn:
        raise Withdrawn(edition)
    return edition


def find_numbered(newest: Edition, number: int, *, documents: bool = True) -> Edition:
    """The edition of the same comparison with this number. Raises Http404 or Withdrawn. One query."""
    editions = Edition.objects.of_same_event(newest, number)
    edition = (editions if documents else editions.without_documents()).first()
    if edition is None:
        raise Http404(gettext("This comparison has no such edition."))
    if edition.is_withdrawn:
        raise Withdrawn(edition, newest)
    return edition


def redirect_to_current_slug(request: HttpRequest, edition: Edition) -> HttpResponse:
    """301 to the same route under the comparison's present slug, with its other arguments and the query string."""
    match = request.resolver_match
    assert isinstance(match, ResolverMatch)
    return redirect_for_ever(request, reverse(match.view_name, kwargs={**match.kwargs, "slug": edition.slug}))


def current_edition(*, documents: bool = True, gone: Gone = withdrawn_page) -> Callable[[View], View]:
    """Give a view the current edition in place of the `slug` of its route; else answer 404, 410 or 301.

    `gone` writes the 410, also where the view itself raises Withdrawn.
    """

    def decorator(view: View) -> View:
        @wraps(view)
        def with_current_edition(request: HttpRequest, slug: str, **rest: Any) -> HttpResponseBase:
            try:
                edition = find_current(slug, documents=documents)
                if edition.slug != slug:
                    return redirect_to_current_slug(request, edition)
                return view(request, edition, **rest)
            except Withdrawn as error:
                return gone(request, error)

        return with_current_edition

    return decorator


def numbered_edition(*, documents: bool = True, gone: Gone = withdrawn_page) -> Callable[[View], View]:
    """Give a view the edition with the `number` of its route, and the newest one, always without its document.

    What is not there is answered as by `current_edition`: first for the comparison, then for this edition of it.
    """

    def decorator(view: View) -> View:
        @current_edition(documents=False, gone=gone)
        @wraps(view)
        def with_numbered_edition(request: HttpRequest, newest: Edition, number: int, **rest: Any) -> HttpResponseBase:
            return view(request, find_numbered(newest, number, documents=documents), newest, **rest)

        return with_numbered_edition

    return decorator


def comparison_at_current_slug(edition: Edition, newest: Edition) -> Comparison:
    """What an edition says, with the slug that its comparison has now: it may have had another when published."""
    return replace(Comparison.from_document(edition.document), slug=newest.slug)
