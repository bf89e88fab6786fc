"""The claim's screen: its words, and beneath them the stance of every account of the event."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.forms.models import BaseInlineFormSet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.editorial.history import history_of_claim
from comparisons.models import Account, Claim, Event, Stance
from comparisons.models.claim import CLAIMS_PER_EVENT
from comparisons.models.people import signature

from .base import PartOfEventAdmin, PartOfEventForm, event_of, number_of
from .conflict import columns_among
from .locking import VersionedAdmin
from .stance import Reading, StanceForm
from .stances_posted import as_held
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
        if data.get("kind") == Claim.Kind.QUANTITY and not data.get("unit") and "unit" not in self.errors:
            self.add_error("unit", gettext("A quantity needs a unit."))
        if self.event and not self.instance.pk and self.event.claims.count() >= CLAIMS_PER_EVENT:
            message = gettext("An event has at most %(limit)d claims.")
            self.add_error(None, message % {"limit": CLAIMS_PER_EVENT})
        return data


class StanceFormSet(BaseInlineFormSet):  # type: ignore[type-arg]
    """One form for each account of the event: first the stances that there are, then the accounts not yet reviewed."""

    def __init__(self, *args: Any, accounts: Sequence[Account], reader: str, **kwargs: Any) -> None:
        claim: Claim = kwargs.get("instance") or Claim()
        held = dict(claim.stances.values_list("account_id", "pk")) if claim.pk else {}
        read = set(held)
        unread = [account for account in accounts if account.pk not in read]
        self.extra = len(unread)
        self.max_num = len(accounts)
        kwargs["initial"] = [{"account": account.pk} for account in unread]
        kwargs["form_kwargs"] = {"reading": Reading(claim, accounts, read, reader)}
        if kwargs.get("data") is not None:
            kwargs["data"] = as_held(kwargs["data"], kwargs["prefix"], claim.pk, held)
        super().__init__(*args, **kwargs)

    def _should_delete_form(self, form: Any) -> bool:
        if form.conflict or form.is_left_as_held:
            return False
        return bool(super()._should_delete_form(form) or form.is_taken_back)  # type: ignore[misc]


class StanceInline(admin.StackedInline):  # type: ignore[type-arg]
    model = Stance
    form = StanceForm
    formset = StanceFormSet
    template = "admin/comparisons/claim/stances.html"
    extra = 0

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return columns_among(super().get_fields(request, obj))

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return super().get_queryset(request).prefetch_related("quotes")


@admin.register(Claim)
class ClaimAdmin(VersionedAdmin, PartOfEventAdmin):
    form = ClaimForm
    words_for_none = _("No claim yet. Open an event and read its accounts at the desk: claims are named there.")
    history_of = staticmethod(history_of_claim)
    inlines = [StanceInline]
    change_form_template = "admin/comparisons/claim/change_form.html"
    prepopulated_fields = {"slug": ["question"]}
    list_display = ["__str__", "event", "topic", "kind", "stance_count", "account_count"]
    list_filter = ["kind", "topic"]
    list_select_related = ["event", "topic"]
    search_fields = ["question", "wording", "slug", "event__title", "topic__name"]

    def get_queryset(self, request: HttpRequest) -> Any:
        return (
            super()
            .get_queryset(request)
            .annotate(
                stance_count=number_of(Stance.objects.all(), by="claim"),
                account_count=number_of(Account.objects.all(), by="event", of="event"),
            )
        )

    @admin.display(description=_("stances"), ordering="stance_count")
    def stance_count(self, claim: Any) -> Any:
        return claim.stance_count

    @admin.display(description=_("accounts to read"), ordering="account_count")
    def account_count(self, claim: Any) -> Any:
        return claim.account_count

    def get_formset_kwargs(self, request: HttpRequest, obj: Any, inline: Any, prefix: str) -> dict[str, Any]:
        event = _event(request, obj)
        accounts = [account for account in Account.objects.for_event(event) if account.revisions.all()] if event else []
        reading = {"accounts": accounts, "reader": signature(request.user)}
        return {**super().get_formset_kwargs(request, obj, inline, prefix), **reading}

    def lock(self, pk: int) -> bool:
        """The claim, for which every reading waits, and then its stances: always in this order."""
        is_there = super().lock(pk)
        stances = Stance.objects.select_for_update(of=("self",), no_key=True).filter(claim=pk)
        list(stances.order_by("pk").values_list("pk"))
        return is_there

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        context["event"] = _event(request, context["original"])
        return super().render_change_form(request, context, *args, **kwargs)

    def response_post_save_add(self, request: HttpRequest, obj: Claim) -> HttpResponseRedirect:
        """Where the event was only chosen on the page, its accounts are still to be read: that comes next."""
        if "stances-0-account" not in request.POST and obj.event.accounts.exists():
            messages.info(request, gettext("Now read the event's accounts for this claim."))
            return HttpResponseRedirect(reverse("admin:comparisons_claim_change", args=[obj.pk]))
        return super().response_post_save_add(request, obj)


def _event(request: HttpRequest, claim: Claim | None) -> Event | None:
    if claim and claim.pk:
        return claim.event
    return event_of(request.POST.get("event")) or event_of(request.GET.get("event"))
