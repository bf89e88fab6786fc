from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from comparisons.models import Edition

from .rendering import read_only

COMPARISONS_PER_PAGE = 20


@read_only
def home(request: HttpRequest) -> HttpResponse:
    """Published comparisons, newest event first."""
    paginator = Paginator(Edition.objects.published().with_family_counts().newest_first(), COMPARISONS_PER_PAGE)
    number = request.GET.get("page") or "1"
    if not (number.isascii() and number.isdigit() and len(number) < 10 and 1 <= int(number) <= paginator.num_pages):
        raise Http404(gettext("There is no such page of the list."))
    return render(request, "comparisons/home.html", {"page": paginator.get_page(number)})


@read_only
def about(request: HttpRequest) -> HttpResponse:
    """How outcomes are derived, in plain words."""
    return render(request, "comparisons/about.html")
