"""The desk: the texts side by side, the grid beneath them, and the panel in which a stance is given."""

import json
from typing import Any
from uuid import UUID

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from comparisons import reading
from comparisons.documents import Faults
from comparisons.grid import Grid
from comparisons.models import Account, Event, Stance, Topic
from comparisons.models.versioned import Stale
from comparisons.review import signature

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
        change = opened.save(signature(request.user))
    except Faults as error:
        opened.show(error)
        return _panel(request, opened, status=422)
    except Stale as error:
        opened.show_held(error.held if isinstance(error.held, Stance) else None)
        return _panel(request, opened, status=409)
    return _changed(request, event, change, new_claim=opened.made_claim)


@require_POST
@editing
def undo(request: HttpRequest, event_id: int) -> HttpResponse:
    """Take the last change back, if nobody has changed the cell since."""
    event = get_object_or_404(Event, pk=event_id)
    last = _undoable(request, event)
    if not last:
        messages.warning(request, _("There is nothing to undo."))
        return redirect("admin:comparisons_event_desk", event.pk)
    claim = event.claims.filter(pk=last["claim"]).first()
    account = event.accounts.filter(pk=last["account"]).first()
    version = UUID(last["version"]) if last["version"] else None
    try:
        if not (claim and account):
            raise Stale(None)
        change = reading.read(
            claim, account, json.loads(last["before"]), version=version, reader=signature(request.user)
        )
    except (Stale, Faults):
        request.session.pop(UNDO)
        messages.warning(request, _("That was changed since, so it cannot be undone."))
        if request.headers.get("HX-Request"):
            return HttpResponse(headers={"HX-Refresh": "true"})
        return redirect("admin:comparisons_event_desk", event.pk)
    return _changed(request, event, change)


def _changed(request: HttpRequest, event: Event, change: reading.Change, *, new_claim: bool = False) -> HttpResponse:
    """The row and the marks that the change touches, in place; or the whole desk where htmx is not there."""
    request.session[UNDO] = {
        "event": event.pk,
        "claim": change.claim.pk,
        "account": change.account.pk,
        "version": str(change.stance.version) if change.stance else None,
        "before": json.dumps(change.before),
        "words": _("“%(claim)s”, %(account)s") % {"claim": change.claim, "account": change.account},
    }
    if not request.headers.get("HX-Request"):
        saved = _("Saved: “%(claim)s”, %(account)s.")
        messages.success(request, saved % {"claim": change.claim, "account": change.account})
        address = reverse("admin:comparisons_event_desk", args=[event.pk])
        return redirect(f"{address}#cell-{change.claim.pk}-{change.account.pk}")
    grid = Grid.of(event)
    touched = [account for account in grid.accounts if account.key in change.accounts]
    context = {
        "event": event,
        "grid": grid,
        "row": grid.row(change.claim),
        "texts": [grid.text(account) for account in touched],
        "change": change,
        "new_claim": new_claim,
        "topics": Topic.objects.all(),
        "undo": _undoable(request, event),
    }
    return render(request, "admin/comparisons/event/_desk_saved.html", context)


def _undoable(request: HttpRequest, event: Event) -> dict[str, Any] | None:
    last: dict[str, Any] | None = request.session.get(UNDO)
    return last if last and last["event"] == event.pk else None


def _panel(request: HttpRequest, opened: Panel, *, status: int) -> HttpResponse:
    """The panel alone for htmx, else on a page of its own, with the text to copy from."""
    context = {"panel": opened, "event": opened.event, "topics": Topic.objects.all()}
    if request.headers.get("HX-Request"):
        return render(request, "admin/comparisons/event/_desk_panel.html", context, status=status)
    return _page(request, opened.event, "desk_panel", _("Read"), context, status=status)


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
    return render(request, f"admin/comparisons/event/{name}.html", whole, status=status)
