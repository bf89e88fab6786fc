"""The admin of accounts: who says it, its source, and its text. A changed text is a new revision."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.editorial.history import history_of_account
from comparisons.editorial.revisions import revise
from comparisons.models import Account, Party, Quote, Revision
from comparisons.models.account import ACCOUNTS_PER_EVENT, TEXT_LENGTH
from comparisons.models.fields import LONG
from comparisons.moments import Moment
from comparisons.texts.anchors import clean_text

from . import revising
from .base import PartOfEventForm, annotated_column, number_of
from .fields import ExactField, MomentField, PlainField
from .importing import ImportingAdmin
from .locking import VersionedAdmin
from .words import ACCOUNT_HELP, ACCOUNT_LABELS


class UnnamedInput(forms.HiddenInput):
    """The admin labels every field of its rows, and a label may not be for one that is hidden."""

    def id_for_label(self, id_: str | None) -> str:
        return ""


class AccountForm(PartOfEventForm):
    text = ExactField(
        label=_("Text"),
        max_length=TEXT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 20, "cols": 100}),
        help_text=_(
            "Paste it as it stands: it is kept to the letter, as evidence. Every text that was saved is kept; "
            "saving a changed text makes a new revision."
        ),
    )
    captured_at = MomentField(
        label=_("Captured"),
        required=False,
        help_text=_("When this text was taken from its source, such as 2017-01-29 or 2017-01-29T15:31Z. Empty: now."),
    )
    revision_note = PlainField(
        label=_("Note on this text"),
        required=False,
        max_length=LONG,
        widget=forms.TextInput(attrs={"class": "vTextField"}),
        help_text=_("Such as what was changed since the earlier one."),
    )
    shown_revision = forms.IntegerField(required=False, widget=UnnamedInput)
    issued_at = MomentField(
        label=_("Issued"),
        required=False,
        help_text=_("A date, or a date and time with its offset, such as 2017-01-28T15:31+03:00. Empty where unknown."),
    )

    class Meta:
        model = Account
        fields = [
            *("event", "party", "title", "key", "kind", "order", "source", "attribution", "attribution_note"),
            *("completeness", "scope", "language", "translation_of", "issued_at", "source_url", "archive_url", "via"),
        ]
        labels = ACCOUNT_LABELS
        help_texts = ACCOUNT_HELP

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.latest: Revision | None = self.instance.revisions.last() if self.instance.pk else None
        self.text_is_new = False
        if self.is_stale and self.latest:
            self._bring_text_up_to_date(self.latest)
        if self.latest:
            self.initial.setdefault("text", self.latest.text)
            self.initial.setdefault("shown_revision", self.latest.number)
        if "party" in self.fields:
            self._limit_choices()

    def _bring_text_up_to_date(self, latest: Revision) -> None:
        """For a page that is refused: a text that the editor left as it was is the latest one by now."""
        number = str(self.data.get("shown_revision") or "")
        shown = self.instance.revisions.filter(number=int(number)).first() if number.isdecimal() else None
        if shown and shown.number < latest.number:
            data: Any = self.data
            self.data = data = data.copy()
            data["shown_revision"] = str(latest.number)
            if clean_text(data.get("text") or "") == shown.text:
                data["text"] = latest.text

    @property
    def has_new_columns(self) -> bool:
        return super().has_new_values

    @property
    def has_new_values(self) -> bool:
        return self.has_new_columns or self.text_is_new

    def _limit_choices(self) -> None:
        party: Any = self.fields["party"]
        party.empty_label = _("none: an observer")
        party.error_messages["invalid_choice"] = _("This is not one of the event's parties: add it to the event first.")
        original: Any = self.fields["translation_of"]
        original.error_messages["invalid_choice"] = _("This is not another account of the same event.")
        if self.event:
            party.queryset = Party.objects.filter(events=self.event)
            original.queryset = self.event.accounts.exclude(pk=self.instance.pk)
        elif not self.is_bound:
            original.queryset = Account.objects.none()

    def clean_translation_of(self) -> Account | None:
        original: Account | None = self.cleaned_data["translation_of"]
        step, passed = original, set()
        while step and step.pk not in passed:
            passed.add(step.pk)
            step = step.translation_of
            if step and step.pk == self.instance.pk:
                raise forms.ValidationError(gettext("That account is itself translated from this one."))
        return original

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        if self.event and not self.instance.pk and self.event.accounts.count() >= ACCOUNTS_PER_EVENT:
            message = gettext("An event has at most %(limit)d accounts.")
            self.add_error(None, message % {"limit": ACCOUNTS_PER_EVENT})
        if "text" in data:
            self._check_text(data)
        return data

    def _check_text(self, data: dict[str, Any]) -> None:
        """Whether the editor changed the text, by the text that the page showed: another may have saved one since."""
        number = data.get("shown_revision")
        shown = self.instance.revisions.filter(number=number).first() if number and self.instance.pk else self.latest
        self.text_is_new = shown is None or data["text"] != shown.text
        if self.text_is_new and self.latest and shown and shown.number != self.latest.number:
            message = gettext(
                "Revision %(number)d was saved since you opened this page (see below). "
                "Copy what you typed, open the account again and change that text."
            )
            self.add_error("text", message % {"number": self.latest.number})
        if not self.text_is_new:
            for name in ("captured_at", "revision_note"):
                if data.get(name):
                    self.add_error(name, gettext("The text has not changed: there is no new revision to say this of."))


@admin.register(Account)
class AccountAdmin(VersionedAdmin, ImportingAdmin):
    form = AccountForm
    words_for_none = _("No account yet. Each belongs to an event: open the event, and add it from there.")
    history_of = staticmethod(history_of_account)
    change_form_template = "admin/comparisons/account/change_form.html"
    prepopulated_fields = {"key": ["title"]}
    fieldsets = [
        (None, {"fields": ["event", "party", "title", "key", "kind", "order"]}),
        (_("Who said it"), {"fields": ["source", "attribution", "attribution_note"]}),
        (_("Its text"), {"fields": ["text", "captured_at", "revision_note", "shown_revision"]}),
        (_("What is held"), {"fields": ["completeness", "scope", "language", "translation_of"]}),
        (_("Where it stands"), {"fields": ["issued_at", "source_url", "archive_url", "via"]}),
    ]
    list_display = ["title", "event", "party", "kind", "attribution", "completeness", "issued_at", "revision_count"]
    list_filter = ["kind", "attribution", "completeness", "scope", "party"]
    list_select_related = ["event", "party"]
    search_fields = ["title", "key", "source", "event__title", "party__name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Account]:
        rows: QuerySet[Account] = super().get_queryset(request)
        return rows.annotate(revision_count=number_of(Revision.objects.all(), by="account"))

    revision_count = annotated_column("revision_count", _("revisions"))

    def formfield_for_dbfield(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in ("party", "translation_of") and field:
            # What a popup window would add is not of this event.
            field.widget.can_add_related = False
        return field

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        obj = context["original"]
        context["event"] = obj.event if obj else context["adminform"].form.event
        context["revisions"] = list(obj.revisions.order_by("-number")) if obj else []
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Account, form: Any, change: bool) -> None:  # noqa: FBT001
        if not form.text_is_new:
            super().save_model(request, obj, form, change)
            return
        number = obj.revisions.count() + 1 if change else 1
        if not change or form.has_new_columns:
            super().save_model(request, obj, form, change)
        captured = form.cleaned_data["captured_at"] or Moment.of(timezone.now()).text
        revised = revise(obj, form.cleaned_data["text"], captured_at=captured, note=form.cleaned_data["revision_note"])
        if number > 1:
            revising.report_revision(request, obj, revised)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view
        return [
            path("<int:account_id>/revise/", view(revising.revise), name="comparisons_account_revise"),
            path("<int:account_id>/differences/", view(revising.differences), name="comparisons_account_differences"),
            *super().get_urls(),
        ]

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Quotes that other accounts' stances take from these texts forbid it: the database would refuse."""
        deleted, counts, lacking, protected = super().get_deleted_objects(objs, request)
        quotes = Quote.objects.from_others(list(objs)).select_related("stance__claim", "stance__account")
        message = gettext("Quote “{words}”, on which the stance of “{account}” rests in the claim “{claim}”")
        linked = message.format(words="{}", account="{}", claim='<a href="{}">{}</a>')
        protected += [
            format_html(
                linked,
                quote.exact[:80],
                quote.stance.account,
                reverse("admin:comparisons_claim_change", args=[quote.stance.claim_id]),
                quote.stance.claim,
            )
            for quote in quotes
        ]
        return deleted, counts, lacking, protected
