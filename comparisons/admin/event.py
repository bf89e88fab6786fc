"""The admin of events: their fields, and the links to accounts, claims, the desk and publication."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.editorial.history import history_of_event
from comparisons.editorial.next_step import next_step
from comparisons.editorial.progress import Review
from comparisons.editorial.revisions import ReadAgainList
from comparisons.editorial.stances import free_slug
from comparisons.models import Account, Claim, Edition, Event, Party
from comparisons.publishing.permissions import may_publish

from . import answering, front_page, publication, revising, second_reading
from .base import annotated_column, number_of
from .conflict import VersionedForm
from .desk import pages as desk
from .documents import ExchangingAdmin
from .fields import NamesField
from .locking import VersionedAdmin
from .words import EVENT_HELP, EVENT_LABELS

PARTIES_PER_EVENT = 50


class EventForm(VersionedForm):
    participants = NamesField(
        label=_("Participants"), required=False, help_text=_("Who took part, one name a line, such as: Angela Merkel.")
    )
    new_parties = NamesField(
        label=_("New parties"),
        required=False,
        initial=[],
        help_text=_("Parties that are not listed above, one name a line, such as: White House."),
    )

    class Meta:
        model = Event
        fields = ["title", "slug", "kind", "date", "place", "summary", "participants", "parties"]
        labels = EVENT_LABELS
        help_texts = EVENT_HELP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "new_parties" in self.fields:
            self.fields["parties"].required = False
        if "parties" in self.fields:
            self._describe_parties(self.fields["parties"])

    def _describe_parties(self, field: Any) -> None:
        """A group of boxes has no id that its help could go by: each box names the one given here."""
        known = field.queryset.exists()
        words = field.help_text if known else gettext("No party is known yet: name them below.")
        field.help_text = format_html('<span id="parties-help">{}</span>', words)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        number = len(data.get("parties") or ()) + len(data.get("new_parties") or ())
        if not number and not {"parties", "new_parties"} & set(self.errors):
            self.add_error("parties", self.fields["parties"].error_messages["required"])
        if number > PARTIES_PER_EVENT:
            self.add_error("parties", gettext("Choose at most %(limit)d parties.") % {"limit": PARTIES_PER_EVENT})
        return data

    @property
    def has_new_values(self) -> bool:
        return super().has_new_values or bool(self.cleaned_data.get("new_parties"))

    def _save_m2m(self) -> None:
        named = [party_named(name) for name in self.cleaned_data.get("new_parties") or ()]
        if named:
            self.cleaned_data["parties"] = [*self.cleaned_data["parties"], *named]
        super()._save_m2m()  # type: ignore[misc]

    def clean_parties(self) -> QuerySet[Any]:
        parties: QuerySet[Any] = self.cleaned_data["parties"]
        if self.instance.pk:
            left_out = self.instance.accounts.exclude(party=None).exclude(party__in=parties).select_related("party")
            message = gettext("“%(party)s” stays: the account “%(account)s” speaks in its name.")
            faults = [message % {"party": account.party, "account": account} for account in left_out]
            if faults:
                raise forms.ValidationError(faults)
        return parties


def party_named(name: str) -> Party:
    """The party of this name in any case; made where there is none."""
    parties = list(Party.objects.all())
    known = next((party for party in parties if party.name.casefold() == name.casefold()), None)
    slug = free_slug(name, {party.slug for party in parties}, "party")
    return known or Party.objects.create(name=name, slug=slug)


@admin.register(Event)
class EventAdmin(VersionedAdmin, ExchangingAdmin):
    form = EventForm
    words_for_none = _("No event yet. Begin with “New event”: its accounts and claims follow from its page.")
    history_of = staticmethod(history_of_event)
    change_form_template = "admin/comparisons/event/change_form.html"
    prepopulated_fields = {"slug": ["title"]}
    list_display = ["title", "date", "kind", "account_count", "claim_count", "edition_count", "is_public"]
    list_filter = ["kind", "parties"]
    search_fields = ["title", "slug", "place", "summary", "parties__name"]
    date_hierarchy = "date"

    def get_queryset(self, request: HttpRequest) -> QuerySet[Event]:
        rows: QuerySet[Event] = super().get_queryset(request)
        return rows.annotate(
            account_count=number_of(Account.objects.all(), by="event"),
            claim_count=number_of(Claim.objects.all(), by="event"),
            edition_count=number_of(Edition.objects.all(), by="event"),
            is_public=Exists(Edition.objects.published().filter(event=OuterRef("pk"))),
        )

    account_count = annotated_column("account_count", _("accounts"))
    claim_count = annotated_column("claim_count", _("claims"))
    edition_count = annotated_column("edition_count", _("editions"))
    is_public = annotated_column("is_public", _("public"), boolean=True)

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["widget"] = forms.CheckboxSelectMultiple(attrs={"aria-describedby": "parties-help"})
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "parties" and field:
            # A party made in a popup window would not show up among the checkboxes: it is named in the field below.
            field.widget.can_add_related = False
        return field

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **kwargs: Any) -> Any:  # noqa: FBT001, FBT002
        form = super().get_form(request, obj, change, **kwargs)
        if not request.user.has_perm("comparisons.add_party"):
            form.base_fields.pop("new_parties", None)
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = context["original"]
        if not obj:
            context["title"] = gettext("New event")
        else:
            read_again = ReadAgainList.of(obj)
            editions = list(obj.editions.select_related("withdrawal").defer("body").order_by("-number"))
            context |= {
                "review": Review.of(obj),
                "read_again": read_again,
                "next_step": next_step(obj, to_read_again=len(read_again.entries)),
                "editions": editions,
                "current": editions[0] if editions and not editions[0].is_withdrawn else None,
                "can_publish": may_publish(request.user),
                "can_add_account": request.user.has_perm("comparisons.add_account"),
                "can_add_claim": request.user.has_perm("comparisons.add_claim"),
            }
        return super().render_change_form(request, context, *args, **kwargs)

    def response_post_save_add(self, request: HttpRequest, obj: Event) -> HttpResponseRedirect:
        return HttpResponseRedirect(reverse("admin:comparisons_event_change", args=[obj.pk]))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:event_id>/preview/", view(publication.preview), name="comparisons_event_preview"),
            path("<int:event_id>/publish/", view(publication.publish), name="comparisons_event_publish"),
            path("<int:event_id>/answer/", view(answering.answer), name="comparisons_event_answer"),
            path("<int:event_id>/answer/take-back/", view(answering.take_back), name="comparisons_event_take_back"),
            path("<int:event_id>/read-again/", view(revising.read_again), name="comparisons_event_read_again"),
            path(
                "<int:event_id>/second-reading/",
                view(second_reading.second_reading),
                name="comparisons_event_second_reading",
            ),
            path("<int:event_id>/front-page/", view(front_page.front_page), name="comparisons_event_front_page"),
            path("<int:event_id>/withdraw/", view(publication.withdraw), name="comparisons_event_withdraw"),
            path("<int:event_id>/desk/", view(desk.desk), name="comparisons_event_desk"),
            path("<int:event_id>/desk/panel/", view(desk.panel), name="comparisons_event_desk_panel"),
            path("<int:event_id>/desk/undo/", view(desk.undo), name="comparisons_event_desk_undo"),
            *super().get_urls(),
        ]
