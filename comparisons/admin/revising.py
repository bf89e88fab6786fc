"""The admin's pages for a text that has changed: its diff, its next revision, and the stances to read again."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from comparisons.editorial import revisions as revising
from comparisons.models import Account, Event, Revision
from comparisons.models.account import TEXT_LENGTH
from comparisons.models.fields import LONG
from comparisons.models.people import signature
from comparisons.moments import Moment
from comparisons.texts.differences import difference, folded
from comparisons.texts.digest import text_digest

from .fields import ExactField, MomentField, PlainField


class RevisionForm(forms.Form):
    """A text that becomes the account's next revision."""

    text = ExactField(
        label=_("The new text"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 20, "cols": 100}),
        help_text=_("All of it, as it stands now. It is kept to the letter, as evidence."),
    )
    captured_at = MomentField(
        label=_("Captured"),
        required=False,
        help_text=_("When this text was taken from its source, such as 2017-01-29 or 2017-01-29T15:31Z. Empty: now."),
    )
    note = PlainField(
        label=_("Note on this text"),
        required=False,
        max_length=LONG,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("Readers see it beside the difference, such as: a paragraph on trade was added."),
    )


class TwoRevisions(forms.Form):
    """Which two texts of an account are compared; at first the last two."""

    earlier = forms.TypedChoiceField(label=_("Earlier text"), coerce=int)
    later = forms.TypedChoiceField(label=_("Later text"), coerce=int)

    def __init__(self, data: QueryDict, numbers: Sequence[int]) -> None:
        super().__init__(data if data else {"earlier": numbers[-2], "later": numbers[-1]})
        for field in self.fields.values():
            field.choices = [  # type: ignore[attr-defined]
                (number, gettext("Revision %(number)d") % {"number": number}) for number in numbers
            ]


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(["comparisons.change_account", "comparisons.add_revision"], raise_exception=True)
def revise(request: HttpRequest, account_id: int) -> HttpResponse:
    """Take a new text, show what it changes, and save it on confirmation: of that text, after that revision."""
    account = get_object_or_404(Account.objects.select_related("event"), pk=account_id)
    latest = account.revisions.order_by("-number").first()
    if latest is None:
        return redirect("admin:comparisons_account_change", account.pk)
    form = RevisionForm(request.POST if request.method == "POST" else None, initial={"text": latest.text})
    context: dict[str, object] = {"form": form, "latest": latest}
    status = 200
    if form.is_valid():
        text = form.cleaned_data["text"]
        try:
            revising.check_new_text(latest, text, None)
            if "save" in request.POST:
                _check_seen(request, latest, text)
                report_revision(request, account, _saved(account, latest, form.cleaned_data))
                return redirect("admin:comparisons_account_change", account.pk)
        except revising.CannotRevise as error:
            form.add_error("text", str(error))
            status = 409 if "save" in request.POST else 200
            account = Account.objects.select_related("event").get(pk=account.pk)
            context["latest"] = latest = account.latest
        if text != latest.text:
            parts = folded(difference(latest.text, text))
            context |= {"parts": parts, "foreseen": revising.foresee(account, text), "seen": text_digest(text)}
    return _page(request, account, "revise", gettext("The text has changed"), context, status)


def _check_seen(request: HttpRequest, latest: Revision, text: str) -> None:
    """Whether it is this text, compared with the latest revision, that the editor was shown. Raises CannotRevise."""
    if request.POST.get("after") != str(latest.number):
        message = gettext(
            "Revision %(number)d was saved since you opened this page. What you typed is kept: "
            "see what it changes in that text, and save it then."
        )
        raise revising.CannotRevise(message % {"number": latest.number})
    if request.POST.get("seen") != text_digest(text):
        message = gettext("The text is not the one whose difference was shown: see what it changes, and save it then.")
        raise revising.CannotRevise(message)


@transaction.atomic
def _saved(account: Account, latest: Revision, data: dict[str, Any]) -> revising.Revised:
    captured = data["captured_at"] or Moment.of(timezone.now()).text
    revised = revising.revise(account, data["text"], captured_at=captured, note=data["note"], after=latest.number)
    stored = Account.objects.get(pk=account.pk)
    stored._change_reason = gettext("Text %(number)d") % {"number": revised.revision.number}  # type: ignore[attr-defined]
    stored.save()
    return revised


def report_revision(request: HttpRequest, account: Account, revised: revising.Revised) -> None:
    """Message to the editor: what became of the quotes, with a link to the stances to read again."""
    sentences = [gettext("The changed text is kept as revision %(number)d.") % {"number": revised.revision.number}]
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
    context: dict[str, object] = {}
    if len(texts) > 1:
        form = TwoRevisions(request.GET, list(texts))
        context["form"] = form
        if form.is_valid():
            earlier, later = form.cleaned_data["earlier"], form.cleaned_data["later"]
            context["parts"] = folded(difference(texts[earlier], texts[later]))
    return _page(request, account, "differences", gettext("Differences"), context)


@require_http_methods(["GET", "HEAD", "POST"])
@permission_required(["comparisons.view_event", "comparisons.change_stance"], raise_exception=True)
def read_again(request: HttpRequest, event_id: int) -> HttpResponse:
    """The stances to read again; a silence is confirmed here, in the revision that the page shows."""
    event = get_object_or_404(Event, pk=event_id)
    refusal = ""
    if request.method == "POST":
        stance, revision = (_number(request.POST.get(name)) for name in ("stance", "revision"))
        try:
            silent = revising.confirm_silence(event, stance, revision=revision, reader=signature(request.user))
        except revising.CannotRevise as error:
            refusal = str(error)
        else:
            message = gettext("Read again, still silent: “%(account)s” on “%(claim)s”.")
            messages.success(request, message % {"account": silent.account, "claim": silent.claim})
            return redirect("admin:comparisons_event_read_again", event.pk)
    context = {
        **admin.site.each_context(request),
        "title": gettext("To read again"),
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
    request: HttpRequest, account: Account, name: str, title: str, context: dict[str, object], status: int = 200
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
