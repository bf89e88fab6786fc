"""The desk: the texts side by side, the grid beneath them, and the panel in which a stance is given."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comparisons.admin.locking import Busy, busy_page, save_with_retries
from comparisons.documents import Faults
from comparisons.editorial.grid import Grid
from comparisons.editorial.stances import Change, set_stance
from comparisons.models import Event, Topic
from comparisons.models.people import signature
from comparisons.models.versioned import Stale

from .cell import DeskCell
from .forms import StanceForm
from .permissions import may_make, may_set_stance, works_at_the_desk

UNDO = "undo"


@require_safe
@works_at_the_desk
def desk(request: HttpRequest, event_id: int) -> HttpResponse:
    """The whole desk of one event."""
    event = get_object_or_404(Event, pk=event_id)
    return _page(request, event, "desk", _("Desk"), {"undo": _undoable(request, event)})


def panel(request: HttpRequest, event_id: int) -> HttpResponse:
    """What one account says on one claim: the form for it (GET), and its saving (POST)."""
    if not may_set_stance(request.user):
        raise PermissionDenied
    if request.method != "POST":
        form = StanceForm.opened(DeskCell.named(get_object_or_404(Event, pk=event_id), request.GET), request.GET)
        return _panel(request, form, status=400 if form.refusal else 200)
    try:
        form, changes = save_with_retries(request, lambda: _given(request, event_id))
    except Busy:
        return busy_page(request)
    if not changes:
        return _panel(request, form, status=409 if form.conflict else 422)
    return _changed(request, changes, back=form.back, new_claim=form.target.claim is None)


def _given(request: HttpRequest, event_id: int) -> tuple[StanceForm, list[Change]]:
    """In a transaction: the event is locked, so that the form is compared with what is stored."""
    event = get_object_or_404(Event.objects.select_for_update(of=("self",)), pk=event_id)
    form = StanceForm(DeskCell.named(event, request.POST), request.POST)
    changes = form.save(signature(request.user)) if form.is_valid() else []
    of_new_claim = form.target.claim is None
    if not all(may_make(request.user, change, of_new_claim=of_new_claim) for change in changes):
        raise PermissionDenied
    return form, changes


@require_POST
@works_at_the_desk
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    """Take the last change back, if nobody has changed the cell since."""
    event = get_object_or_404(Event, pk=event_id)
    last = _undoable(request, event)
    if not last:
        messages.warning(request, _("There is nothing to undo."))
        return redirect("admin:comparisons_event_desk", event.pk)
    try:
        changes = save_with_retries(
            request, lambda: [_taken_back(event, cell, signature(request.user)) for cell in last["cells"]]
        )
    except Busy:
        return busy_page(request)
    except (Stale, Faults):
        request.session.pop(UNDO)
        messages.warning(request, _("That was changed since, so it cannot be undone."))
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Refresh": "true"})
        return redirect("admin:comparisons_event_desk", event.pk)
    return _changed(request, changes, back=reverse("admin:comparisons_event_desk", args=[event.pk]))


def _taken_back(event: Event, cell: dict[str, Any], reader: str) -> Change:
    """Raises Stale, and Faults."""
    claim = event.claims.filter(pk=cell["claim"]).first()
    account = event.accounts.filter(pk=cell["account"]).first()
    if not (claim and account):
        raise Stale(None)
    version = UUID(cell["version"]) if cell["version"] else None
    return set_stance(claim, account, json.loads(cell["before"]), version=version, reader=reader)


def _changed(request: HttpRequest, changes: Sequence[Change], *, back: str, new_claim: bool = False) -> HttpResponse:
    """The row and the marks that the changes of one claim touch; or where htmx is not there, the way back."""
    change, event = changes[0], changes[0].claim.event
    named = {"claim": change.claim, "account": ", ".join(one.account.title for one in changes)}
    request.session[UNDO] = {
        "event": event.pk,
        "words": _("“%(claim)s”, %(account)s") % named,
        "cells": [
            {
                "claim": one.claim.pk,
                "account": one.account.pk,
                "version": str(one.stance.version) if one.stance else None,
                "before": json.dumps(one.before),
            }
            for one in changes
        ],
    }
    if not request.headers.get("HX-Request"):
        messages.success(request, _("Saved: “%(claim)s”, %(account)s.") % named)
        return redirect(f"{back}#cell-{change.claim.pk}-{change.account.pk}")
    grid = Grid.of(event)
    keys = {key for one in changes for key in one.accounts}
    touched = [account for account in grid.accounts if account.key in keys]
    context = {
        "event": event,
        "grid": grid,
        "row": grid.row(change.claim),
        "texts": [grid.text(account) for account in touched],
        "change": change,
        "accounts": named["account"],
        "new_claim": new_claim,
        "topics": Topic.objects.all(),
        "undo": _undoable(request, event),
    }
    return render(request, "desk/_saved.html", context)


def _undoable(request: HttpRequest, event: Event) -> dict[str, Any] | None:
    last: dict[str, Any] | None = request.session.get(UNDO)
    return last if last and last["event"] == event.pk else None


def _panel(request: HttpRequest, form: StanceForm, *, status: int) -> HttpResponse:
    """The panel alone for htmx, else on a page of its own, with the text to copy from."""
    context = {"form": form, "cell": form.target, "event": form.target.event}
    if request.headers.get("HX-Request"):
        return render(request, "desk/_panel.html", context, status=status)
    return _page(request, form.target.event, "panel", _("Read"), context, status=status)


def _page(
    request: HttpRequest, event: Event, name: str, title: str, context: dict[str, object], *, status: int = 200
) -> HttpResponse:
    grid = Grid.of(event)
    whole = {
        **admin.site.each_context(request),
        "title": title,
        "event": event,
        "opts": Event._meta,
        "grid": grid,
        "topics": Topic.objects.all(),
        "is_nav_sidebar_enabled": False,
        **context,
    }
    return render(request, f"desk/{name}.html", whole, status=status)
