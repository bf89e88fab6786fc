"""The form in which an editor reads one account for one claim, in the panel beside the texts or on its own page."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comparisons.admin.fields import ExactField, PlainField
from comparisons.admin.words import AFTER_HELP, BEFORE_HELP, POSITION_HELP, QUOTE_HELP, QUOTED_FROM_HELP, STANCE_HELP
from comparisons.models import Account, Stance
from comparisons.models.fields import LONG, SHORT, check_measure

NOTE_LENGTH = 5000


class ReadingForm(forms.Form):
    """With no position the account is not reviewed for the claim."""

    claim = PlainField(
        label=_("Claim"),
        max_length=LONG,
        required=False,
        widget=forms.TextInput(attrs={"list": "claims-known", "autocomplete": "off", "size": 60}),
        help_text=_("One of this event, or a new one: a neutral sentence, such as: Trade was discussed."),
    )
    topic = PlainField(
        label=_("Topic"),
        max_length=SHORT,
        required=False,
        widget=forms.TextInput(attrs={"list": "topics-known", "autocomplete": "off"}),
        help_text=_("One that is known, or a new one, such as: Trade."),
    )
    question = PlainField(
        label=_("Question form"),
        max_length=LONG,
        required=False,
        help_text=_("The claim as a reader would ask for it, such as: Was trade discussed?"),
    )
    unit = PlainField(
        label=_("Unit"),
        max_length=50,
        required=False,
        help_text=_("Only of a quantity, such as: minutes. Empty for what is so or not so."),
    )
    position = forms.ChoiceField(
        label=_("It"),
        required=False,
        choices=[*Stance.Position.choices, ("", _("is not reviewed"))],
        widget=forms.RadioSelect,
        help_text=POSITION_HELP,
    )
    low = forms.DecimalField(
        label=_("Lowest value"), required=False, validators=[check_measure], help_text=STANCE_HELP["low"]
    )
    high = forms.DecimalField(
        label=_("Highest value"), required=False, validators=[check_measure], help_text=STANCE_HELP["high"]
    )
    value = PlainField(label=_("Words of the value"), required=False, max_length=LONG, help_text=STANCE_HELP["value"])
    note = ExactField(
        label=_("Note"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=_("Shown to readers. A stance in part needs one: which part?"),
    )
    version = forms.UUIDField(required=False, widget=forms.HiddenInput)
    cell = forms.CharField(required=False, widget=forms.HiddenInput)
    """Which cell the version is of: the page may have been opened on another."""


class QuoteForm(forms.Form):
    exact = ExactField(
        label=_("Words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=QUOTE_HELP,
    )
    account = forms.ChoiceField(label=pgettext_lazy("the account that words are quoted from", "From"), required=False)
    before = ExactField(
        label=_("Words before"), required=False, widget=forms.TextInput(attrs={"size": 30}), help_text=BEFORE_HELP
    )
    after = ExactField(
        label=_("Words after"), required=False, widget=forms.TextInput(attrs={"size": 30}), help_text=AFTER_HELP
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    revision = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    cell = forms.CharField(required=False, widget=forms.HiddenInput)
    """Where the quote is held already; one that is held in another cell than the one being saved stays there."""
    was = ExactField(required=False, widget=forms.HiddenInput)
    """The words that `start` and `revision` were given for; they say nothing of others."""

    def __init__(self, *args: Any, accounts: Sequence[Account], own: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(account.key, account.title) for account in accounts]
        self.fields["account"] = forms.ChoiceField(
            label=_("From the text of"),
            required=False,
            choices=choices,
            initial=own.key,
            help_text=QUOTED_FROM_HELP,
        )
        self.own = own

    def entry(self, cell: str) -> dict[str, Any] | None:
        """The quote as comparison/1 has it; None where the field is empty, or the quote is another cell's."""
        data = self.cleaned_data
        if not data.get("exact") or data.get("cell") not in ("", None, cell):
            return None
        quote = {"exact": data["exact"], "account": data.get("account") or self.own.key}
        if data.get("was") == data["exact"] and data.get("start") is not None:
            return {**quote, "start": data["start"], "revision": data.get("revision")}
        return {**quote, "prefix": data.get("before") or None, "suffix": data.get("after") or None}


QuoteForms = forms.formset_factory(QuoteForm, extra=1, max_num=200, absolute_max=201)
