"""The home page (search and list of comparisons), and the pages about the site."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import get_language, gettext

from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.models import Edition, Finding, FrontPageChoice, front_page
from comparisons.outcomes import RULES
from comparisons.responses import read_only
from comparisons.search.listing import ComparisonListing
from comparisons.search.query import BrowseQuery
from comparisons.wording.rules_table import rules_columns, rules_rows


@dataclass(frozen=True)
class Example:
    page: Comparison
    claim: ClaimShown
    is_chosen: bool

    @classmethod
    def in_language(cls, language: str) -> "Example | None":
        """The claim that editors chose; else the best by rule (`Finding.objects.examples`). Costs two queries."""
        short = Edition.objects.published().no_longer_than(front_page.LONGEST)
        chosen = FrontPageChoice.objects.finding(short)
        finding = chosen or Finding.objects.filter(edition__in=short).examples(language).first()
        if finding is None:
            return None
        page = Comparison.from_document(finding.edition.document)
        (claim,) = (claim for claim in page.claims if claim.slug == finding.claim)
        return cls(page, claim, is_chosen=chosen is not None)


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
    example = None if query.is_narrowed or query.after else Example.in_language(get_language().partition("-")[0])
    return render(request, "browse/home.html", {"query": query, "listing": listing, "example": example})


@read_only
def about(request: HttpRequest) -> HttpResponse:
    """How outcomes are derived, in plain words: by the newest rules."""
    return _rules(request, RULES)


@read_only
def earlier_rules(request: HttpRequest, rules: int) -> HttpResponse:
    """How the outcomes of earlier editions were derived."""
    if not 0 < rules < RULES:
        raise Http404(gettext("There are no such rules."))
    return _rules(request, rules)


def _rules(request: HttpRequest, rules: int) -> HttpResponse:
    table = {"columns": rules_columns(), "rows": rules_rows(rules)}
    return render(request, "site/about.html", {"rules": rules, "newest": RULES, "table": table})


@read_only
def accessibility(request: HttpRequest) -> HttpResponse:
    """What is done for people who read in other ways, what is not, and whom to tell."""
    contact = settings.CONTACT
    link = contact if contact.startswith("https://") else f"mailto:{contact}"
    return render(request, "site/accessibility.html", {"contact": contact, "contact_link": link})
