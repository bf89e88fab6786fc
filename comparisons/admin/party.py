"""The admin of parties, which all events share."""

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comparisons.models import Account, Party

from .base import DeskAdmin, annotated_column, number_of
from .words import PARTY_LABELS


class PartyForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Party
        fields = ["name", "slug", "country"]
        labels = PARTY_LABELS


@admin.register(Party)
class PartyAdmin(DeskAdmin):
    words_for_none = _("No party yet. Those of an event can be named while the event is entered.")
    form = PartyForm
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "country", "account_count"]
    search_fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Party]:
        rows: QuerySet[Party] = super().get_queryset(request)
        return rows.annotate(account_count=number_of(Account.objects.all(), by="party"))

    account_count = annotated_column("account_count", _("accounts"))
