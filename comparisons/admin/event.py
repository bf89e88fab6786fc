"""The event's screen: its own fields, and the way on to its accounts, its claims and its publication."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.form_fields import NamesField
from comparisons.history import history_of_event
from comparisons.models import Account, Claim, Edition, Event
from comparisons.review import Review
from comparisons.revising import ReadAgainList
from comparisons.views import desk, publication, revising

from .base import number_of
from .conflict import VersionedForm
from .exchange import ExchangingAdmin
from .locking import VersionedAdmin

PARTIES_PER_EVENT = 50


class EventForm(VersionedForm):
    participants = NamesField(label=_("Participants"), required=False, help_text=_("One name a line."))

    class Meta:
        model = Event
        fields = ["title", "slug", "kind", "date", "place", "summary", "participants", "parties"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "parties" in self.fields:
            field = self.fields["parties"]
            add, link = gettext("Add a party that is missing (in a new tab)"), '{} <a href="{}" target="_blank">{}</a>'
            field.help_text = format_html(link, field.help_text, reverse("admin:comparisons_party_add"), add)

    def clean_parties(self) -> QuerySet[Any]:
        parties: QuerySet[Any] = self.cleaned_data["parties"]
        if len(parties) > PARTIES_PER_EVENT:
            raise forms.ValidationError(gettext("Choose at most %(limit)d parties.") % {"limit": PARTIES_PER_EVENT})
        if self.instance.pk:
            left_out = self.instance.accounts.exclude(party=None).exclude(party__in=parties).select_related("party")
            message = gettext("“%(party)s” stays: the account “%(account)s” speaks in its name.")
            faults = [message % {"party": account.party, "account": account} for account in left_out]
            if faults:
                raise forms.ValidationError(faults)
        return parties


@admin.register(Event)
class EventAdmin(VersionedAdmin, ExchangingAdmin):
    form = EventForm
    history_of = staticmethod(history_of_event)
    change_form_template = "admin/comparisons/event/change_form.html"
    prepopulated_fields = {"slug": ["title"]}
    list_display = ["title", "date", "kind", "account_count", "claim_count", "edition_count", "is_public"]
    list_filter = ["kind", "parties"]
    search_fields = ["title", "slug", "place", "summary", "parties__name"]
    date_hierarchy = "date"

    def get_queryset(self, request: HttpRequest) -> Any:
        return (
            super()
            .get_queryset(request)
            .annotate(
                account_count=number_of(Account.objects.all(), by="event"),
                claim_count=number_of(Claim.objects.all(), by="event"),
                edition_count=number_of(Edition.objects.all(), by="event"),
                is_public=Exists(Edition.objects.published().filter(event=OuterRef("pk"))),
            )
        )

    @admin.display(description=_("accounts"), ordering="account_count")
    def account_count(self, event: Any) -> Any:
        return event.account_count

    @admin.display(description=_("claims"), ordering="claim_count")
    def claim_count(self, event: Any) -> Any:
        return event.claim_count

    @admin.display(description=_("editions"), ordering="edition_count")
    def edition_count(self, event: Any) -> Any:
        return event.edition_count

    @admin.display(description=_("public"), boolean=True, ordering="is_public")
    def is_public(self, event: Any) -> Any:
        return event.is_public

    def formfield_for_manytomany(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        kwargs["widget"] = forms.CheckboxSelectMultiple
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name == "parties" and field:
            # A party made in a popup window would not show up among the checkboxes.
            field.widget.can_add_related = False
        return field

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = context["original"]
        if obj:
            editions = list(obj.editions.select_related("withdrawal").defer("body").order_by("-number"))
            context |= {
                "review": Review.of(obj),
                "read_again": ReadAgainList.of(obj),
                "editions": editions,
                "current": editions[0] if editions and not editions[0].is_withdrawn else None,
                "can_publish": request.user.has_perm("comparisons.publish_comparison"),
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
            path("<int:event_id>/read-again/", view(revising.read_again), name="comparisons_event_read_again"),
            path("<int:event_id>/withdraw/", view(publication.withdraw), name="comparisons_event_withdraw"),
            path("<int:event_id>/desk/", view(desk.desk), name="comparisons_event_desk"),
            path("<int:event_id>/desk/panel/", view(desk.panel), name="comparisons_event_desk_panel"),
            path("<int:event_id>/desk/undo/", view(desk.undo), name="comparisons_event_desk_undo"),
            *super().get_urls(),
        ]
