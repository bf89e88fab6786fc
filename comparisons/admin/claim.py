"""The admin of claims: their words, and what every account of the event says on each."""

from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.editorial.history import history_of_claim
from comparisons.editorial.stances import stances_by_account
from comparisons.models import Account, Claim, Event, Stance
from comparisons.models.claim import CLAIMS_PER_EVENT

from .base import PartOfEventAdmin, PartOfEventForm, annotated_column, event_of, number_of
from .desk.permissions import may_set_stance
from .locking import VersionedAdmin
from .words import CLAIM_HELP, CLAIM_LABELS


class ClaimForm(PartOfEventForm):
    class Meta:
        model = Claim
        fields = ["event", "question", "wording", "slug", "topic", "kind", "unit", "note", "order"]
        labels = CLAIM_LABELS
        help_texts = CLAIM_HELP

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if data.get("kind") == Claim.Kind.POLAR and data.get("unit"):
            self.add_error("unit", gettext("Only a quantity has a unit."))
        if data.get("kind") == Claim.Kind.POLAR and self._has_values():
            self.add_error("kind", gettext("Only a stance on a quantity gives a value."))
        if data.get("kind") == Claim.Kind.QUANTITY and not data.get("unit") and "unit" not in self.errors:
            self.add_error("unit", gettext("A quantity needs a unit."))
        if self.event and not self.instance.pk and self.event.claims.count() >= CLAIMS_PER_EVENT:
            message = gettext("An event has at most %(limit)d claims.")
            self.add_error(None, message % {"limit": CLAIMS_PER_EVENT})
        return data

    def _has_values(self) -> bool:
        """Whether a stance on the claim gives a value, as only one on a quantity does."""
        if not self.instance.pk or "kind" not in self.changed_data:
            return False
        return bool(self.instance.stances.exclude(low=None, high=None, value="").exists())


@admin.register(Claim)
class ClaimAdmin(VersionedAdmin, PartOfEventAdmin):
    form = ClaimForm
    words_for_none = _("No claim yet. Open an event and read its accounts at the desk: claims are named there.")
    history_of = staticmethod(history_of_claim)
    change_form_template = "admin/comparisons/claim/change_form.html"
    prepopulated_fields = {"slug": ["question"]}
    list_display = ["__str__", "event", "topic", "kind", "stance_count", "account_count"]
    list_filter = ["kind", "topic"]
    list_select_related = ["event", "topic"]
    search_fields = ["question", "wording", "slug", "event__title", "topic__name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Claim]:
        rows: QuerySet[Claim] = super().get_queryset(request)
        return rows.annotate(
            stance_count=number_of(Stance.objects.all(), by="claim"),
            account_count=number_of(Account.objects.all(), by="event", of="event"),
        )

    stance_count = annotated_column("stance_count", _("stances"))
    account_count = annotated_column("account_count", _("accounts to read"))

    def lock(self, pk: int) -> bool:
        """The event first, for which whoever sets a stance waits: none is set while the claim's kind changes."""
        list(Event.objects.select_for_update(of=("self",), no_key=True).filter(claims=pk))
        return super().lock(pk)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        claim = context["original"]
        if claim:
            context["stances"] = stances_by_account(claim)
            context["may_set_stance"] = may_set_stance(request.user)
        context["event"] = claim.event if claim else _event_named(request)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_post_save_add(self, request: HttpRequest, obj: Claim) -> HttpResponseRedirect:
        """The event's accounts are still to be read for the claim: that comes next."""
        if not obj.event.accounts.exists():
            return super().response_post_save_add(request, obj)
        messages.info(request, gettext("Now read the event's accounts for this claim."))
        return HttpResponseRedirect(reverse("admin:comparisons_claim_change", args=[obj.pk]))


def _event_named(request: HttpRequest) -> Event | None:
    return event_of(request.POST.get("event")) or event_of(request.GET.get("event"))
