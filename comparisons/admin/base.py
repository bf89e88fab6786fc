"""Base classes of the admin: names of lists and pages, clean text fields, rows that belong to one event."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.admin.widgets import AdminTextareaWidget
from django.db import models
from django.db.models import Count, Max, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext_lazy as _

from comparisons.models import Event

from .conflict import VersionedForm
from .fields import PlainField

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as StrPromise

NOTE_LENGTH = 5000


class NamedAdmin(admin.ModelAdmin):  # type: ignore[type-arg]
    """A list is called what it lists, and the page of a row what the row is called."""

    words_for_none: Any = ""
    """What an empty list says: what it will list, and how to add it."""

    def changelist_view(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        named = {"title": capfirst(self.opts.verbose_name_plural), "words_for_none": self.words_for_none}
        response: HttpResponse = super().changelist_view(request, {**named, **(extra_context or {})})
        return response

    def render_change_form(self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        if context["original"]:
            context |= {"title": Truncator(str(context["original"])).words(30), "subtitle": None}
        return super().render_change_form(request, context, *args, **kwargs)


class DeskAdmin(NamedAdmin):
    formfield_overrides = {
        models.CharField: {"form_class": PlainField},
        models.TextField: {
            "form_class": PlainField,
            "max_length": NOTE_LENGTH,
            "widget": AdminTextareaWidget(attrs={"rows": 4}),
        },
    }
    view_on_site = False
    list_per_page = 50

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """What protects a row is shown before the permissions that are lacking: nobody may delete an edition."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        return deleted, counts, set() if protected else lacking, protected


class PartOfEventForm(VersionedForm):
    """A form for what belongs to one event, in an order, and stays with that event."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = self._event()
        if "event" in self.fields and self.instance.pk:
            field = self.fields["event"]
            field.disabled = True
            field.queryset = Event.objects.filter(pk=self.instance.event_id)  # type: ignore[attr-defined]
        if "order" in self.fields:
            self.fields["order"].required = False
            self.fields["order"].initial = None
            self.fields["order"].help_text = _("Its place among the event's. Left empty: at the end.")

    def _event(self) -> Event | None:
        if self.instance.pk:
            return Event.objects.get(pk=self.instance.event_id)
        return event_of(self.data.get(self.add_prefix("event"))) or event_of(self.initial.get("event"))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("order") is None and "order" not in self.errors:
            siblings = self._meta.model._default_manager.filter(event=self.event).exclude(pk=self.instance.pk)
            last = siblings.aggregate(last=Max("order"))["last"]
            data["order"] = 0 if last is None else last + 1
        return data


class PartOfEventAdmin(DeskAdmin):
    """After saving, the way leads back to the event, where the next step is shown."""

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "event" and field:
            for link in ("can_add_related", "can_change_related", "can_delete_related", "can_view_related"):
                setattr(field.widget, link, False)
        return field

    def response_post_save_add(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return self._to_event(request, obj)

    def response_post_save_change(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return self._to_event(request, obj)

    def _to_event(self, request: HttpRequest, obj: Any) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:comparisons_event_change", args=[obj.event_id]))


def event_of(value: Any) -> Event | None:
    """The event that a query string or a posted form names; None where it names none."""
    text = str(value or "")
    return Event.objects.filter(pk=int(text)).first() if text.isascii() and text.isdigit() and len(text) < 19 else None


def annotated_column(name: str, description: "StrPromise", *, boolean: bool | None = None) -> Callable[..., object]:
    """A column of a changelist that shows an annotation of the rows, and sorts by it."""

    @admin.display(description=description, ordering=name, boolean=boolean)
    def column(_admin: object, row: object) -> object:
        return getattr(row, name)

    return column


def number_of(rows: QuerySet[Any], *, by: str, of: str = "pk") -> Coalesce:
    """For a list: how many rows there are whose `by` is the listed row's `of`, without a query per row."""
    counted = rows.filter(**{by: OuterRef(of)}).order_by().values(by).annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), Value(0))
