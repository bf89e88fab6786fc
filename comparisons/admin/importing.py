"""The import of a text in the admin: what was found prefills the form of a new account, for correction."""

from copy import copy
from dataclasses import asdict
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.importing import BYTES_AT_MOST, SUFFIXES, CannotImport, Proposal, from_file, from_paste, from_web
from comparisons.models.account import TEXT_LENGTH
from comparisons.models.fields import SLUG_LENGTH, URL_LENGTH

from .base import PartOfEventAdmin, event_of
from .fields import ExactField, PlainField

ENCODINGS = [
    ("", _("told by the file: UTF-8, or UTF-16 with its mark")),
    ("cp1251", "windows-1251"),
    ("cp1252", "windows-1252"),
    ("koi8-r", "KOI8-R"),
    ("koi8-u", "KOI8-U"),
    ("cp1250", "windows-1250"),
    ("iso8859-2", "ISO 8859-2"),
]


class ImportForm(forms.Form):
    url = PlainField(
        label=_("Address"),
        required=False,
        max_length=URL_LENGTH,
        widget=forms.TextInput(attrs={"class": "vTextField", "inputmode": "url"}),
        help_text=_("Of a web page or a plain text, such as https://www.example.org/readout."),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}),
        help_text=_("A text (.txt, .md), a saved page (.html) or a Word document (.docx), of at most 5 MB."),
    )
    encoding = forms.ChoiceField(
        label=_("Encoding of the file"),
        required=False,
        choices=ENCODINGS,
        help_text=_("Choose one only if you know it: a text read in a wrong encoding is a wrong text."),
    )
    text = ExactField(
        label=_("Text"),
        required=False,
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 12, "cols": 100}),
        help_text=_("Pasted from wherever it stands."),
    )

    proposal: Proposal | None = None

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = self.cleaned_data
        given = [name for name in ("url", "file", "text") if data.get(name)]
        if not self.errors and len(given) == 1:
            try:
                self.proposal = self._proposal(data)
            except CannotImport as reason:
                self.add_error(given[0], str(reason))
        elif not self.errors:
            self.add_error(None, gettext("Give one of the three: an address, a file or a text."))
        if self.files and self.errors:
            self.add_error("file", gettext("Choose the file again: a browser does not keep it."))
        return data

    def _proposal(self, data: dict[str, Any]) -> Proposal:
        now = timezone.now()
        if data["url"]:
            return from_web(data["url"], allowed=settings.IMPORT_ALLOWED_ADDRESSES, now=now)
        if data["file"]:
            # One byte too many shows that it is too large, however large it is.
            raw = data["file"].read(BYTES_AT_MOST + 1)
            return from_file(data["file"].name, raw, now=now, encoding=data["encoding"])
        return from_paste(data["text"], now=now)


class ImportingAdmin(PartOfEventAdmin):
    """Adds the import to the admin of accounts. Nothing is saved here: the prefilled form posts to the add view."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.import_view)
        return [path("import/", view, name="comparisons_account_import"), *super().get_urls()]

    def import_view(self, request: HttpRequest) -> HttpResponse:
        if not self.has_add_permission(request):
            raise PermissionDenied
        posted = request.method == "POST"
        form = ImportForm(request.POST if posted else None, request.FILES if posted else None)
        if form.is_valid() and form.proposal:
            return self._proposed(request, form.proposal)
        context = {
            **admin.site.each_context(request),
            "title": _("Import a text"),
            "opts": self.opts,
            "event": event_of(request.GET.get("event")),
            "form": form,
        }
        return TemplateResponse(request, "admin/comparisons/account/import.html", context)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        initial: dict[str, Any] = super().get_changeform_initial_data(request)
        return initial | getattr(request, "proposed", {})

    def _proposed(self, request: HttpRequest, proposal: Proposal) -> HttpResponse:
        """The form of a new account as if it had been opened, with the proposal in its fields."""
        opened: Any = copy(request)
        opened.method = "GET"
        opened.proposed = asdict(proposal) | {"key": _key(proposal.title)}
        address = reverse("admin:comparisons_account_add")
        event = event_of(request.GET.get("event"))
        if event:
            address += f"?event={event.pk}"
        return self.changeform_view(opened, form_url=address, extra_context={"proposal": proposal})


def _key(title: str) -> str:
    return slugify(title).replace("_", "-")[:SLUG_LENGTH].strip("-")
