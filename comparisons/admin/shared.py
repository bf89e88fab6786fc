"""What all events share: parties and topics."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comparisons.models import Account, Claim, Party, Topic

from .base import DeskAdmin, number_of


@admin.register(Party)
class PartyAdmin(DeskAdmin):
    fields = ["name", "slug", "country"]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "slug", "country", "account_count"]
    search_fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(account_count=number_of(Account.objects.all(), by="party"))

    @admin.display(description=_("accounts"), ordering="account_count")
    def account_count(self, party: Any) -> Any:
        return party.account_count


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "slug", "claim_count"]
    search_fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).annotate(claim_count=number_of(Claim.objects.all(), by="topic"))

    @admin.display(description=_("claims"), ordering="claim_count")
    def claim_count(self, topic: Any) -> Any:
        return topic.claim_count
