"""The home page (search and list of comparisons), and the pages about the site."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition
from comparisons.outcomes import Outcome
from comparisons.responses import read_only
from comparisons.search.listing import ComparisonListing
from comparisons.search.query import BrowseQuery

LONGEST = 500_000
"""Code points of a document from which an example is taken: more would slow the page that is visited most."""


@dataclass(frozen=True)
class Example:
    page: Comparison
    claim: ClaimShown

    @classmethod
    def newest(cls) -> "Example | None":
        """The first contradiction of the comparison of the newest event that has one. Costs one query."""
        editions = Edition.objects.published().no_longer_than(LONGEST)
        edition = editions.with_outcome(Outcome.CONTRADICTION).newest_first().first()
        if edition is None:
            return None
        page = Comparison.from_document(edition.document)
        return cls(page, next(claim for claim in page.claims if claim.outcome == Outcome.CONTRADICTION))


@read_only
def home(request: HttpRequest) -> HttpResponse:
    """Published comparisons: the newest, or those that hold what is asked for."""
    try:
        query = BrowseQuery.parse(request.GET)
        if query.needs_canonical_redirect(request.GET):
            return HttpResponseRedirect(request.path + query.canonical)
        listing = ComparisonListing.of(query)
    except ValidationError as error:
        return render(request, "browse/refused.html", {"faults": error.messages}, status=400)
    example = None if query.is_narrowed or query.after else Example.newest()
    return render(request, "browse/home.html", {"query": query, "listing": listing, "example": example})


@read_only
def about(request: HttpRequest) -> HttpResponse:
    """How outcomes are derived, in plain words."""
    return render(request, "site/about.html")


@read_only
def accessibility(request: HttpRequest) -> HttpResponse:
    """What is done for people who read in other ways, what is not, and whom to tell."""
    contact = settings.CONTACT
    link = contact if contact.startswith("https://") else f"mailto:{contact}"
    return render(request, "site/accessibility.html", {"contact": contact, "contact_link": link})
