"""The form for one quote of a stance."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.conf import settings
from django.http import QueryDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.admin.fields import ExactField, PlainField
from comparisons.admin.words import (
    AFTER_HELP,
    BEFORE_HELP,
    QUOTE_HELP,
    QUOTED_FROM_HELP,
    TRANSLATION_BY_HELP,
    TRANSLATION_HELP,
    TRANSLATION_LANGUAGE_HELP,
)
from comparisons.comparison.document import BY_THE_DESK, QuoteInput, TranslationEntry
from comparisons.editorial.grid import texts_with_translations
from comparisons.models import Account, Revision
from comparisons.models.fields import is_language
from comparisons.texts.alignment import aligned

from .cell import DeskCell

TRANSLATION_LENGTH = 20_000


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
    translation = ExactField(
        label=_("Translation"),
        required=False,
        max_length=TRANSLATION_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=TRANSLATION_HELP,
    )
    translation_language = PlainField(
        label=_("Language of the translation"),
        required=False,
        max_length=35,
        validators=[is_language],
        help_text=TRANSLATION_LANGUAGE_HELP,
    )
    translation_by = PlainField(label=_("Translated by"), required=False, max_length=150, help_text=TRANSLATION_BY_HELP)
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
        quote: QuoteInput = {"exact": exact, "account": self.source.key, "translation": self._translation()}
        if start is not None and data["was"] == exact and not (before or after):
            revision = self._revision(data["revision"]) or self.source.latest
            if revision.text.startswith(exact, start):
                return {**quote, "start": start, "revision": revision.number}
        return {**quote, "prefix": before or None, "suffix": after or None}

    def _translation(self) -> TranslationEntry | None:
        """Where the desk says no language or translator, it is its own, into the language of the site."""
        data = self.cleaned_data
        if not data["translation"].strip():
            return None
        language = data["translation_language"] or settings.LANGUAGE_CODE.partition("-")[0]
        return {"text": data["translation"], "language": language, "by": data["translation_by"] or BY_THE_DESK}

    def show(self, key: str, message: str) -> None:
        """A fault at the field that has what a comparison/1 document calls this."""
        fields = {"account": "account", "prefix": "before", "suffix": "after"}
        field = fields.get(key) or ("translation_language" if key == "translation.language" else "exact")
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
    return [{**selected, "account": source.key, **_proposed_translation(source, place, place + len(exact), cell)}]


def _proposed_translation(source: Account, start: int, end: int, cell: DeskCell) -> dict[str, str]:
    """The paragraphs of a translated account beside it that belong to these words; nothing where none is held."""
    group = next(group for group in texts_with_translations(cell.accounts) if source in group)
    wanted = settings.LANGUAGE_CODE.partition("-")[0]
    beside = [one for one in group if one != source and one.language.partition("-")[0] == wanted]
    if not beside or source.language.partition("-")[0] == wanted:
        return {}
    (account, *_others) = beside
    cuts = [(0, 0), *aligned(source.latest.text, account.latest.text)]
    first = max(cut for cut in cuts if cut[0] <= start)
    last = min(cut for cut in cuts if cut[0] >= end)
    words = account.latest.text[first[1] : last[1]].strip()
    if not words or len(words) > TRANSLATION_LENGTH:
        return {}
    return {"translation": words, "translation_language": account.language, "translation_by": account.key}
