"""Import and export of comparison/1 documents in the admin."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.comparison.document import ValidDocument
from comparisons.database.snapshot import snapshot
from comparisons.documents import Faults, dump, load, parse, render_json, validate
from comparisons.models import Event
from comparisons.models.people import signature

from .base import DeskAdmin

BYTES_AT_MOST = 20 * 1024 * 1024
LOADS = [f"comparisons.{name}" for name in ("change_event", "add_event", "add_account", "add_claim", "add_stance")]
REPLACES = ["comparisons.delete_account", "comparisons.delete_claim"]


class DocumentForm(forms.Form):
    """One document, and whether it may replace what the desk has of its event."""

    file = forms.FileField(
        label=_("Document"),
        widget=forms.FileInput(attrs={"accept": ".json,application/json"}),
        help_text=_("A file in the format comparison/1, of at most 20 MB."),
    )
    replace = forms.BooleanField(
        label=_("Replace what the desk holds of this event"),
        required=False,
        help_text=_(
            "Claims that the document leaves out are deleted; it may leave out no account. Editions stay as they are."
        ),
    )

    def __init__(self, *args: Any, user: User | AnonymousUser, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.document: ValidDocument | None = None
        self.faults: list[str] = []

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        file = data.get("file")
        if file and file.size > BYTES_AT_MOST:
            message = gettext("The file is larger than %(limit)d MB: the command load_comparison takes it.")
            self.add_error("file", message % {"limit": BYTES_AT_MOST // 2**20})
        elif file:
            try:
                self.document = validate(parse(file.read()))
                self._check_replacement(self.document, wanted=data["replace"])
            except Faults as faults:
                self.refuse(faults)
        return data

    def refuse(self, faults: Faults) -> None:
        self.faults = [str(fault) for fault in faults.faults]
        self.add_error("file", gettext("Choose the file again: a browser does not keep it."))

    def _check_replacement(self, document: ValidDocument, *, wanted: bool) -> None:
        event = Event.objects.filter(slug=document["event"]["slug"]).first()
        if not event:
            return
        if not self.user.has_perms(REPLACES):
            message = gettext("The desk holds the event “%(event)s” already, and you may not replace it.")
            self.add_error("file", message % {"event": event})
        elif not wanted:
            message = gettext("The desk holds the event “%(event)s” already. Tick this, and choose the file again.")
            self.add_error("replace", message % {"event": event})


class ExchangingAdmin(DeskAdmin):
    """Adds the upload and the download of documents to the admin of events."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("load/", view(self.load_view), name="comparisons_event_load"),
            path("<int:event_id>/document/", view(self.document_view), name="comparisons_event_document"),
            *super().get_urls(),
        ]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        context = {"can_load": request.user.has_perms(LOADS), **(extra_context or {})}
        return super().changelist_view(request, context)

    def load_view(self, request: HttpRequest) -> HttpResponse:
        """All of the document or nothing, with every fault at its place."""
        if not request.user.has_perms(LOADS):
            raise PermissionDenied
        posted = request.method == "POST"
        form = DocumentForm(request.POST if posted else None, request.FILES if posted else None, user=request.user)
        if form.is_valid():
            try:
                loaded = load(form.document, reader=signature(request.user))
            except Faults as faults:
                form.refuse(faults)
            else:
                messages.success(request, gettext("The document is at the desk, and not published."))
                for notice in loaded.notices:
                    messages.warning(request, notice)
                return redirect("admin:comparisons_event_change", loaded.event.pk)
        context = {
            **admin.site.each_context(request),
            "title": _("Upload a comparison/1 document"),
            "opts": self.opts,
            "form": form,
            "reasons": form.faults,
        }
        return TemplateResponse(request, "admin/comparisons/event/load.html", context)

    def document_view(self, request: HttpRequest, event_id: int) -> HttpResponse:
        """The desk's present state of an event, as a file that loads again."""
        event = get_object_or_404(Event, pk=event_id)
        if not self.has_view_permission(request, event):
            raise PermissionDenied
        with snapshot():
            document = dump(event)
        response = HttpResponse(render_json(document), content_type="application/json")
        response["Content-Disposition"] = f'attachment; filename="{event.slug}.json"'
        return response
