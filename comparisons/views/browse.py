from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from comparisons.browsing_form import BrowseQuery

from .example import Example
from .listing import Listing
from .rendering import read_only


@read_only
def home(request: HttpRequest) -> HttpResponse:
    """Published comparisons: the newest, or those that hold what is asked for."""
    try:
        query = BrowseQuery.parse(request.GET)
        if query.is_put_otherwise_by_the_form(request.GET):
            return HttpResponseRedirect(request.path + query.changed())
        listing = Listing.of(query)
    except ValidationError as error:
        return render(request, "comparisons/browse_refused.html", {"faults": error.messages}, status=400)
    example = None if query.is_narrowed or query.after else Example.newest()
    return render(request, "comparisons/home.html", {"query": query, "listing": listing, "example": example})


@read_only
def about(request: HttpRequest) -> HttpResponse:
    """How outcomes are derived, in plain words."""
    return render(request, "comparisons/about.html")


@read_only
def accessibility(request: HttpRequest) -> HttpResponse:
    """What is done for people who read in other ways, what is not, and whom to tell."""
    contact = settings.CONTACT
    link = contact if contact.startswith("https://") else f"mailto:{contact}"
    return render(request, "comparisons/accessibility.html", {"contact": contact, "contact_link": link})
