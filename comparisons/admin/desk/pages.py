"""The desk: the texts side by side, the grid beneath them, and the panel in which a stance is given."""

import json
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comparisons.documents import Faults
from comparisons.editorial import stances as reading
from comparisons.editorial.grid import Grid
from comparisons.models import Account, Event, Stance, Topic
from comparisons.models.people import signature
from comparisons.models.versioned import Stale

from .panel import Panel

UNDO = "undo"
editing = permission_required(["comparisons.change_stance", "comparisons.add_claim"], raise_exception=True)


@require_safe
@editing
def desk(request: HttpRequest, event_id: int) -> HttpResponse:
    """The whole desk of one event."""
    event = get_object_or_404(Event, pk=event_id)
    return _page(request, event, "desk", _("Desk"), {"undo": _undoable(request, event)})


@editing
def panel(request: HttpRequest, event_id: int) -> HttpResponse:
    """One account read for one claim: the form for it (GET), and its saving (POST)."""
    event = get_object_or_404(Event, pk=event_id)
    data = request.POST if request.method == "POST" else request.GET
    accounts = [account for account in Account.objects.for_event(event) if account.revisions.all()]
    account = next((account for account in accounts if str(account.pk) == data.get("account")), None)
    if account is None:
        return HttpResponseBadRequest(_("“account” names no account of this event."))
    opened = Panel(event, account, accounts, data)
    if request.method != "POST":
        return _panel(request, opened, status=400 if opened.faults else 200)
    if not opened.is_valid():
        return _panel(request, opened, status=422)
    try:
        changes = opened.save(signature(request.user))
    except Faults as error:
        opened.show(error)
        return _panel(request, opened, status=422)
    except Stale as error:
        opened.show_held(error.held if isinstance(error.held, Stance) else None)
        return _panel(request, opened, status=409)
    return _changed(request, event, changes, new_claim=opened.made_claim)


@require_POST
@editing
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    """Take the last change back, if nobody has changed the cell since."""
    event = get_object_or_404(Event, pk=event_id)
    last = _undoable(request, event)
    if not last:
        messages.warning(request, _("There is nothing to undo."))
        return redirect("admin:comparisons_event_desk", event.pk)
    try:
        with transaction.atomic():
            changes = [_taken_back(event, cell, signature(request.user)) for cell in last["cells"]]
    except (Stale, Faults):
        request.session.pop(UNDO)
        messages.warning(request, _("That was changed since, so it cannot be undone."))
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Refresh": "true"})
        return redirect("admin:comparisons_event_desk", event.pk)
    return _changed(request, event, changes)


def _taken_back(event: Event, cell: dict[str, Any], reader: str) -> reading.Change:
    """Raises Stale, and Faults."""
    claim = event.claims.filter(pk=cell["claim"]).first()
    account = event.accounts.filter(pk=cell["account"]).first()
    if not (claim and account):
        raise Stale(None)
    version = UUID(cell["version"]) if cell["version"] else None
    return reading.read(claim, account, json.loads(cell["before"]), version=version, reader=reader)


def _changed(
    request: HttpRequest, event: Event, changes: Sequence[reading.Change], *, new_claim: bool = False
) -> HttpResponse:
    """The row and the marks that the changes of one claim touch; or the whole desk where htmx is not there."""
    change = changes[0]
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
        address = reverse("admin:comparisons_event_desk", args=[event.pk])
        return redirect(f"{address}#cell-{change.claim.pk}-{change.account.pk}")
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


def _panel(request: HttpRequest, opened: Panel, *, status: int) -> HttpResponse:
    """The panel alone for htmx, else on a page of its own, with the text to copy from."""
    context = {"panel": opened, "event": opened.event, "topics": Topic.objects.all()}
    if request.headers.get("HX-Request"):
        return render(request, "desk/_panel.html", context, status=status)
    return _page(request, opened.event, "panel", _("Read"), context, status=status)


def _page(
    request: HttpRequest, event: Event, name: str, title: str, context: dict[str, Any], *, status: int = 200
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
