from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext

from comparisons.comparison import Comparison
from comparisons.models import Edition

from .comparison import moved, withdrawn
from .rendering import read_only


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
    return render(request, "comparisons/text_changes.html", {"page": page, "account": held})
