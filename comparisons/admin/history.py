"""The history page (audit log) of an event, an account or a claim: read-only, for whoever may see the row."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from comparisons.editorial.history import HistoryEntry

ENTRIES_PER_PAGE = 100


class HistoryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """Replaces Django's history page; the page of a deleted row stays."""

    history_of: Callable[[int], list[HistoryEntry]]

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if not (object_id.isascii() and object_id.isdigit() and len(object_id) < 19):
            raise Http404
        row = self.model._default_manager.filter(pk=int(object_id)).first()
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        entries = type(self).history_of(int(object_id))
        if row is None and not entries:
            raise Http404
        context = {
            **self.admin_site.each_context(request),
            "title": _("History: %(row)s") % {"row": row} if row else _("History of what was deleted"),
            "object": row,
            "opts": self.opts,
            "page": Paginator(entries, ENTRIES_PER_PAGE).get_page(request.GET.get("p")),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/comparisons/history.html", context)
