"""The admin's page on which contradictions are read a second time, and confirmed one by one."""

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from comparisons.database.snapshot import snapshot
from comparisons.documents import dump
from comparisons.editorial.second_reading import CannotConfirm, SecondReadings, confirm
from comparisons.models import Event

from .conflict import row_number

MAY_CONFIRM = "comparisons.change_claim"


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required("comparisons.view_event", raise_exception=True)
def second_reading(request: HttpRequest, event_id: int) -> HttpResponse:
    """Each contradiction with both sides' words in full; one press confirms one of them, as the page shows it."""
    event = get_object_or_404(Event, pk=event_id)
    may_confirm = request.user.has_perm(MAY_CONFIRM)
    refusal = ""
    if request.method == "POST":
        if not may_confirm:
            raise PermissionDenied
        number = row_number(request.POST.get("claim")) or 0
        try:
            reading = confirm(event, number, digest=request.POST.get("digest", ""), user=request.user)  # type: ignore[arg-type]
        except CannotConfirm as error:
            refusal = str(error)
        else:
            messages.success(request, gettext("Read again, it stands: “%(claim)s”.") % {"claim": reading.claim})
            return redirect("admin:comparisons_event_second_reading", event.pk)
    with snapshot():
        readings = SecondReadings.of(event, dump(event))
    context = {
        **admin.site.each_context(request),
        "title": gettext("Contradictions, to read a second time"),
        "event": event,
        "opts": Event._meta,
        "readings": readings,
        "reasons": [refusal] if refusal else [],
        "may_confirm": may_confirm,
    }
    return render(request, "admin/comparisons/event/second_reading.html", context, status=409 if refusal else 200)
