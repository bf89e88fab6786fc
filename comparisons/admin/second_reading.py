"""The admin's page on which contradictions are read a second time, and confirmed one by one."""

from typing import Any

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
from comparisons.publishing.permissions import may_publish

from .conflict import row_number
from .typed import keep_typed

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
        claim, _colon, digest = request.POST.get("confirmed", "").partition(":")
        user: Any = request.user
        if is_publishing := request.POST.get("before") == "publish" and may_publish(user):
            keep_typed(request, event.pk)
        try:
            reading = confirm(event, row_number(claim) or 0, digest=digest, user=user)
        except CannotConfirm as error:
            refusal = str(error)
        else:
            messages.success(request, gettext("Read again, it stands: “%(claim)s”.") % {"claim": reading.claim})
            page = "publish" if is_publishing else "second_reading"
            return redirect(f"admin:comparisons_event_{page}", event.pk)
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
