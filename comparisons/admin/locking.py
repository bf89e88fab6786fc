"""Optimistic locking in the admin: a row is locked, compared and saved in one transaction."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.contrib import admin
from django.contrib.messages.storage import default_storage
from django.db import IntegrityError, OperationalError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from .conflict import row_number
from .history import HistoryAdmin

ATTEMPTS = 3
Answer = TypeVar("Answer")


class Busy(Exception):
    """Others were saving each time that this was tried. Nothing is saved."""


def save_with_retries(request: HttpRequest, save: Callable[[], Answer]) -> Answer:
    """Save in one transaction, with retries where another editor's came in between. Raises Busy."""
    for _attempt in range(ATTEMPTS):
        try:
            with transaction.atomic():
                return save()
        except (OperationalError, IntegrityError):
            # The transaction was rolled back: drop its messages and try again.
            request._messages = default_storage(request)  # type: ignore[attr-defined]
    raise Busy


def busy_page(request: HttpRequest) -> HttpResponse:
    """503 with everything that was typed, to be sent again with one button."""
    typed = [
        (name, value) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken" for value in values
    ]
    context = {**admin.site.each_context(request), "title": _("Please send it again"), "typed": typed}
    response = render(request, "admin/comparisons/busy.html", context, status=503)
    response["Retry-After"] = "1"
    return response


class VersionedAdmin(HistoryAdmin):
    """For forms that are VersionedForms. A refused save is answered 409, one for which there was no room 503."""

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """The page has the version in a place of its own."""
        return [name for name in super().get_fields(request, obj) if name != "version"]

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> Any:
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            return save_with_retries(request, lambda: self._locked(request, object_id, form_url, extra_context))
        except Busy:
            return busy_page(request)

    def _locked(self, request: HttpRequest, object_id: str | None, form_url: str, extra_context: Any) -> Any:
        pk = row_number(object_id)
        if pk is None or self.lock(pk):
            return super().changeform_view(request, object_id, form_url, extra_context)
        history: Any = self.model.history
        deleted = history.filter(id=pk).first()
        if deleted is None:
            return super().changeform_view(request, object_id, form_url, extra_context)
        data = request.POST.copy()
        data["row_before"] = str(pk)
        data.setdefault("version", "gone")
        if hasattr(deleted, "event_id"):
            data["event"] = str(deleted.event_id)
        sent: Any = request
        sent.POST = data
        add = reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_add")
        return super().changeform_view(request, None, add, extra_context)

    def lock(self, pk: int) -> bool:
        """Lock the row, and what its form shows besides, until the transaction ends. False where it was deleted."""
        rows = self.model._default_manager.select_for_update(of=("self",), no_key=True)
        return rows.filter(pk=pk).first() is not None

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001
        """A row is saved only where that changes it: else it keeps its version, and its history as it is."""
        if not change or form.has_new_values:
            super().save_model(request, obj, form, change)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        response: HttpResponse = super().render_change_form(request, context, *args, **kwargs)
        if context["adminform"].form.conflict:
            response.status_code = 409
        return response
