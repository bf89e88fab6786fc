"""The admin of topics, which all events share."""

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from comparisons.models import Claim, Topic

from .base import DeskAdmin, annotated_column, number_of
from .words import TOPIC_HELP, TOPIC_LABELS


class TopicForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = Topic
        fields = ["name", "slug"]
        labels = TOPIC_LABELS
        help_texts = TOPIC_HELP


@admin.register(Topic)
class TopicAdmin(DeskAdmin):
    words_for_none = _("No topic yet. Those of claims can be named at the desk, while the claims are entered.")
    form = TopicForm
    prepopulated_fields = {"slug": ["name"]}
    list_display = ["name", "claim_count"]
    search_fields = ["name", "slug"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Topic]:
        rows: QuerySet[Topic] = super().get_queryset(request)
        return rows.annotate(claim_count=number_of(Claim.objects.all(), by="topic"))

    claim_count = annotated_column("claim_count", _("claims"))
