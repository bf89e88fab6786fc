"""The read-only admin of editions and withdrawals: publishing has pages of its own."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from comparisons.models import Edition, Withdrawal

from .base import NamedAdmin


class ReadOnlyAdmin(NamedAdmin):
    view_on_site = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Edition)
class EditionAdmin(ReadOnlyAdmin):
    words_for_none = _("Nothing is published yet. An edition is made on the page of its event, with “Publish”.")
    fields = ["event", "number", "title", "public_page", "note", "published_at", "published_by", "sha256"]
    list_display = ["title", "number", "event_date", "published_at", "published_by", "public_page"]
    list_filter = ["published_at", "event_kind"]
    search_fields = ["title", "slug", "note", "published_by"]
    date_hierarchy = "published_at"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Edition]:
        return super().get_queryset(request).select_related("event", "withdrawal").defer("body")

    @admin.display(description=_("public page"))
    def public_page(self, edition: Edition) -> str:
        if edition.is_withdrawn:
            return str(_("withdrawn"))
        address = reverse("comparisons:comparison", args=[edition.slug])
        return format_html('<a href="{}">{}</a>', address, address)


@admin.register(Withdrawal)
class WithdrawalAdmin(ReadOnlyAdmin):
    words_for_none = _("Nothing was withdrawn. What is published is withdrawn on the page of its event.")
    fields = ["edition", "reason", "withdrawn_at", "withdrawn_by"]
    list_display = ["edition", "reason", "withdrawn_at", "withdrawn_by"]
    search_fields = ["edition__title", "reason", "withdrawn_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Withdrawal]:
        return super().get_queryset(request).select_related("edition").defer("edition__body")
