"""The pages for a text that has changed: its difference, its next revision, and what is to be read again."""

from typing import Any

from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from comparisons import revising
from comparisons.differences import difference, folded
from comparisons.form_fields import RevisionForm, TwoRevisions
from comparisons.models import Account, Event, Revision
from comparisons.models.account import text_digest
from comparisons.moments import Moment
from comparisons.review import signature


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(["comparisons.change_account", "comparisons.add_revision"], raise_exception=True)
def revise(request: HttpRequest, account_id: int) -> HttpResponse:
    """Take a new text, show what it changes, and save it on confirmation: of that text, after that revision."""
    account = get_object_or_404(Account.objects.select_related("event"), pk=account_id)
    latest = account.revisions.order_by("-number").first()
    if latest is None:
        return redirect("admin:comparisons_account_change", account.pk)
    form = RevisionForm(request.POST if request.method == "POST" else None, initial={"text": latest.text})
    context: dict[str, Any] = {"form": form, "latest": latest}
    status = 200
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            revising.check_new_text(latest, text, None)
            if "save" in request.POST:
                _check_seen(request, latest, text)
                tell(request, account, _saved(account, latest, form.cleaned_data))
                return redirect("admin:comparisons_account_change", account.pk)
        except revising.CannotRevise as error:
            form.add_error("text", str(error))
            status = 409 if "save" in request.POST else 200
            account = Account.objects.select_related("event").get(pk=account.pk)
            context["latest"] = latest = account.latest
        if text != latest.text:
            parts = folded(difference(latest.text, text))
            context |= {"parts": parts, "foreseen": revising.foresee(account, text), "seen": text_digest(text)}
    return _page(request, account, "revise", _("The text has changed"), context, status)


def _check_seen(request: HttpRequest, latest: Revision, text: str) -> None:
    """Whether it is this text, compared with the latest revision, that the editor was shown. Raises CannotRevise."""
    if request.POST.get("after") != str(latest.number):
        message = _(
            "Revision %(number)d was saved since you opened this page. What you typed is kept: "
            "see what it changes in that text, and save it then."
        )
        raise revising.CannotRevise(message % {"number": latest.number})
    if request.POST.get("seen") != text_digest(text):
        message = _("The text is not the one whose difference was shown: see what it changes, and save it then.")
        raise revising.CannotRevise(message)


@transaction.atomic
def _saved(account: Account, latest: Revision, data: dict[str, Any]) -> revising.Revised:
    captured = data["captured_at"] or Moment.of(timezone.now()).text
    revised = revising.revise(account, data["text"], captured_at=captured, note=data["note"], after=latest.number)
    held = Account.objects.get(pk=account.pk)
    held._change_reason = _("Text %(number)d") % {"number": revised.revision.number}  # type: ignore[attr-defined]
    held.save()
    return revised


def tell(request: HttpRequest, account: Account, revised: revising.Revised) -> None:
    """What became of the quotes, with the way to what is to be read again."""
    sentences = [_("The changed text is kept as revision %(number)d.") % {"number": revised.revision.number}]
    count = len(revised.carried)
    if count:
        over = ngettext("%(count)d quote went over to it.", "%(count)d quotes went over to it.", count)
        sentences.append(over % {"count": count})
    waiting = len(revised.to_read_again)
    if not waiting:
        messages.success(request, " ".join(sentences))
        return
    again = ngettext("%(count)d stance is to be read again", "%(count)d stances are to be read again", waiting)
    address = reverse("admin:comparisons_event_read_again", args=[account.event_id])
    link = format_html('<a href="{}">{}</a>.', address, again % {"count": waiting})
    messages.warning(request, format_html("{} {}", format_html_join(" ", "{}", ((one,) for one in sentences)), link))


@require_safe
@permission_required("comparisons.view_account", raise_exception=True)
def differences(request: HttpRequest, account_id: int) -> HttpResponse:
    """What changed between any two texts of an account."""
    account = get_object_or_404(Account.objects.select_related("event"), pk=account_id)
    texts = {revision.number: revision.text for revision in account.revisions.all()}
    context: dict[str, Any] = {}
    if len(texts) > 1:
        form = TwoRevisions(request.GET, list(texts))
        context["form"] = form
        if form.is_valid():
            earlier, later = form.cleaned_data["earlier"], form.cleaned_data["later"]
            context["parts"] = folded(difference(texts[earlier], texts[later]))
    return _page(request, account, "differences", _("Differences"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(["comparisons.view_event", "comparisons.change_stance"], raise_exception=True)
def read_again(request: HttpRequest, event_id: int) -> HttpResponse:
    """What is to be read again; a silence is confirmed here, in the revision that the page shows."""
    event = get_object_or_404(Event, pk=event_id)
    refusal = ""
    if request.method == "POST":
        stance, revision = (_number(request.POST.get(name)) for name in ("stance", "revision"))
        try:
            silent = revising.confirm_silence(event, stance, revision=revision, reader=signature(request.user))
        except revising.CannotRevise as error:
            refusal = str(error)
        else:
            message = _("Read again, still silent: “%(account)s” on “%(claim)s”.")
            messages.success(request, message % {"account": silent.account, "claim": silent.claim})
            return redirect("admin:comparisons_event_read_again", event.pk)
    context = {
        **admin.site.each_context(request),
        "title": _("To read again"),
        "event": event,
        "opts": Event._meta,
        "read_again": revising.ReadAgainList.of(event),
        "reasons": [refusal] if refusal else [],
        "confirms": True,
    }
    return render(request, "admin/comparisons/event/read_again.html", context, status=409 if refusal else 200)


def _number(given: str | None) -> int:
    """A posted number; 0, which is nobody's, where it is none."""
    return int(given) if given and given.isascii() and given.isdigit() and len(given) < 19 else 0


def _page(
    request: HttpRequest, account: Account, name: str, title: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    whole = {
        **admin.site.each_context(request),
        "title": title,
        "subtitle": account.title,
        "account": account,
        "event": account.event,
        "opts": Event._meta,
        **context,
    }
    return render(request, f"admin/comparisons/account/{name}.html", whole, status=status)
