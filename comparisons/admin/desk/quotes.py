"""The form for one quote of a stance."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.admin.fields import ExactField
from comparisons.admin.words import AFTER_HELP, BEFORE_HELP, QUOTE_HELP, QUOTED_FROM_HELP
from comparisons.comparison.document import QuoteInput
from comparisons.models import Account, Revision

from .cell import DeskCell


class QuoteForm(forms.Form):
    exact = ExactField(
        label=_("Words"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=QUOTE_HELP,
    )
    account = forms.ChoiceField(label=_("From the text of"), required=False, help_text=QUOTED_FROM_HELP)
    before = ExactField(
        label=_("Words before"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 1, "cols": 40}),
        help_text=BEFORE_HELP,
    )
    after = ExactField(
        label=_("Words after"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 1, "cols": 40}),
        help_text=AFTER_HELP,
    )
    start = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    revision = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    cell = forms.CharField(required=False, widget=forms.HiddenInput)
    """The cell in which the quote is stored already; one that is stored in another cell than is saved stays there."""
    was = ExactField(required=False, widget=forms.HiddenInput)
    """The words that `start` and `revision` were given for; they say nothing of others."""

    def __init__(self, *args: Any, accounts: Mapping[str, Account], own: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.accounts, self.own = accounts, own
        source: Any = self.fields["account"]
        source.choices = [(account.key, account.title) for account in accounts.values()]
        source.initial = own.key

    @property
    def source(self) -> Account:
        return self.accounts.get(str(self["account"].value()), self.own)

    @property
    def earlier(self) -> Revision | None:
        """The revision that the quote rests on, where it is not the latest."""
        revision = self._revision(self["revision"].value())
        is_kept = revision and self["was"].value() and revision != self.source.latest
        return revision if is_kept else None

    def is_filled(self, cell: str) -> bool:
        """Whether it gives words, and not those of another cell."""
        data = self.cleaned_data
        return bool(data.get("exact", "").strip()) and data["cell"] in ("", cell)

    def entry(self) -> QuoteInput:
        """The quote as comparison/1 has it. A stored one keeps its place until it is changed."""
        data = self.cleaned_data
        exact, start, before, after = (data[key] for key in ("exact", "start", "before", "after"))
        quote: QuoteInput = {"exact": exact, "account": self.source.key}
        if start is not None and data["was"] == exact and not (before or after):
            revision = self._revision(data["revision"]) or self.source.latest
            if revision.text.startswith(exact, start):
                return {**quote, "start": start, "revision": revision.number}
        return {**quote, "prefix": before or None, "suffix": after or None}

    def show(self, key: str, message: str) -> None:
        """A fault at the field that has what a comparison/1 document calls this."""
        field = {"account": "account", "prefix": "before", "suffix": "after"}.get(key, "exact")
        self.add_error(field, gettext("“%(account)s”: %(message)s") % {"account": self.source, "message": message})

    def _revision(self, number: Any) -> Revision | None:
        return next((one for one in self.source.revisions.all() if str(one.number) == str(number)), None)


QuoteForms = forms.formset_factory(QuoteForm, max_num=200, absolute_max=201)


def selected_words(query: QueryDict, cell: DeskCell) -> list[dict[str, Any]]:
    """The words that were selected in a text. Raises ValueError where they are not where the page says."""
    exact, start = query.get("exact", ""), query.get("start", "")
    number = query.get("source") or str(cell.account.pk)
    source = next((account for account in cell.accounts if str(account.pk) == number), None)
    place = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else -1
    if source is None or place < 0 or not source.latest.text.startswith(exact, place):
        raise ValueError(
            gettext("These words do not stand there in the text: it may have changed. Load the page again.")
        )
    selected = {"exact": exact, "was": exact, "start": place, "revision": source.latest.number}
    return [{**selected, "account": source.key}]
