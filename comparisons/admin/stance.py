"""The part of a claim's form that holds one account's stance, with the quotes that carry it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django import forms
from django.forms.formsets import DELETION_FIELD_NAME
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.documents.faults import Fault
from comparisons.documents.stances import Texts, faults_of_stance
from comparisons.models import Account, Claim, Quote, Revision, Stance
from comparisons.moments import Moment

from .base import NOTE_LENGTH
from .conflict import VersionedForm
from .fields import ExactField
from .words import (
    AFTER_HELP,
    BASIS_HELP,
    BEFORE_HELP,
    POSITION_HELP,
    QUOTE_HELP,
    QUOTED_FROM_HELP,
    STANCE_HELP,
)

QUOTES_OFFERED = 3
SHOWN_AT_MOST = 20_000  # characters of a text beside its stance; longer ones are a link away
QUOTE_PLACE = re.compile(r"quotes\[(\d+)\](?:\.(\w+))?$")
QUOTE_FIELDS = {"prefix": "_before", "suffix": "_after", "account": "_from"}


class Reading:
    """The accounts that a claim is read for, and who reads them."""

    def __init__(self, claim: Claim, accounts: Sequence[Account], read: set[int], reader: str) -> None:
        self.read = read  # the accounts that have a stance on the claim
        self.claim, self.accounts, self.reader = claim, {account.pk: account for account in accounts}, reader
        self.revisions: dict[int, Revision] = {}
        entries = []
        for account in accounts:
            revisions = list(account.revisions.all())
            self.revisions |= {revision.pk: revision for revision in revisions}
            entries.append({"id": account.key, "revisions": [{"text": revision.text} for revision in revisions]})
        self.texts = Texts({"accounts": entries})

    def account_of(self, quote: Quote) -> Account:
        return self.accounts[self.revisions[quote.revision_id].account_id]


@dataclass(frozen=True)
class Slot:
    """The fields for one quote."""

    number: int
    words: forms.BoundField
    source: forms.BoundField
    before: forms.BoundField
    after: forms.BoundField
    held: forms.BoundField
    earlier: Revision | None
    """The revision that a held quote rests on, where it is not the latest."""

    @property
    def is_open(self) -> bool:
        return bool(self.words.value() or self.words.errors or self.source.errors)

    @property
    def has_context(self) -> bool:
        return any(field.value() or field.errors for field in (self.before, self.after)) or bool(self.words.errors)


class StanceForm(VersionedForm):
    """With no position the account is not reviewed: there is no stance, or the one that there was is taken back."""

    account = forms.IntegerField(widget=forms.HiddenInput)
    position = forms.ChoiceField(
        label=_("Position"),
        required=False,
        choices=[("", _("not reviewed")), *Stance.Position.choices],
        help_text=POSITION_HELP,
    )
    basis = forms.ChoiceField(
        label=_("Basis"),
        required=False,
        choices=[("", _("as usual: its own text; for a silence, all of it")), *Stance.Basis.choices],
        initial="",
        help_text=BASIS_HELP,
    )
    note = ExactField(
        label=_("Note"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 80}),
        help_text=_("Shown to readers. A stance in part needs one: which part?"),
    )

    class Meta:
        model = Stance
        fields = ["account", "position", "basis", "low", "high", "value", "note"]
        help_texts = STANCE_HELP

    def __init__(self, *args: Any, reading: Reading, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.reading = reading
        self.is_taken_back = False  # whether the editor has set a stance that there is to "not reviewed"
        self.held: list[Quote] = list(self.instance.quotes.all()) if self.instance.pk else []
        if self.instance.pk:
            self.fields["account"].disabled = True
            for name in ("low", "high"):
                number = getattr(self.instance, name)
                # Without the zeros that the database adds: 60, not 60.000000.
                self.initial[name] = number if number is None else type(number)(f"{number.normalize():f}")
        self.slot_count = max(QUOTES_OFFERED, len(self.held) + 1)
        while self.is_bound and self.add_prefix(f"quote_{self.slot_count + 1}") in self.data:
            self.slot_count += 1
        for number in range(1, self.slot_count + 1):
            self._add_slot(number, self.held[number - 1] if number <= len(self.held) else None)

    def _add_slot(self, number: int, held: Quote | None) -> None:
        own = self.whose.pk if self.whose else None
        others = [(str(pk), account.title) for pk, account in self.reading.accounts.items() if pk != own]
        source = self.reading.account_of(held).pk if held else own
        name = f"quote_{number}"
        rows = {"rows": 2, "cols": 80}
        self.fields[name] = ExactField(
            label=_("Quote %(number)d") % {"number": number},
            required=False,
            widget=forms.Textarea(attrs=rows),
            help_text=QUOTE_HELP,
        )
        self.fields[f"{name}_from"] = forms.ChoiceField(
            label=_("Quote %(number)d is from") % {"number": number},
            required=False,
            choices=[("", _("its own text")), *others],
            help_text=QUOTED_FROM_HELP,
        )
        beside = {"rows": 1, "cols": 40}
        for part, label, words in (
            ("before", _("Words before quote %(number)d (prefix)"), BEFORE_HELP),
            ("after", _("Words after quote %(number)d (suffix)"), AFTER_HELP),
        ):
            self.fields[f"{name}_{part}"] = ExactField(
                label=label % {"number": number}, required=False, widget=forms.Textarea(attrs=beside), help_text=words
            )
        self.fields[f"{name}_held"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
        if held:
            self.initial.update({name: held.exact, f"{name}_held": held.pk})
            self.initial[f"{name}_from"] = "" if source == own else str(source)

    @cached_property
    def whose(self) -> Account | None:
        """The account that is read here; None where the form names none of this event."""
        if self.instance.pk:
            return self.reading.accounts.get(self.instance.account_id)
        given = self.data.get(self.add_prefix("account")) if self.is_bound else self.initial.get("account")
        text = str(given or "")
        return self.reading.accounts.get(int(text)) if text.isascii() and text.isdigit() else None

    @property
    def shown_text(self) -> str:
        """The text to read beside the stance; empty where it is too long for that."""
        text = self.whose.latest.text if self.whose else ""
        return text if len(text) <= SHOWN_AT_MOST else ""

    @property
    def is_to_be_read(self) -> bool:
        return bool(not self.instance.pk or self.errors)

    @property
    def value_is_open(self) -> bool:
        filled = any(self[name].value() not in (None, "") or self[name].errors for name in ("low", "high", "value"))
        return filled or self.reading.claim.kind == Claim.Kind.QUANTITY

    @property
    def slots(self) -> Iterator[Slot]:
        for number in range(1, self.slot_count + 1):
            held = self.held[number - 1] if number <= len(self.held) else None
            revision = self.reading.revisions[held.revision_id] if held else None
            is_latest = held is None or revision == self.reading.account_of(held).latest
            yield Slot(
                number,
                words=self[f"quote_{number}"],
                source=self[f"quote_{number}_from"],
                before=self[f"quote_{number}_before"],
                after=self[f"quote_{number}_after"],
                held=self[f"quote_{number}_held"],
                earlier=None if is_latest else revision,
            )

    @cached_property
    def changed_data(self) -> list[str]:
        """What the editor changed: not which account it is, nor which quote stood where."""
        return [name for name in super().changed_data if name != "account" and not name.endswith("_held")]

    def clean_account(self) -> Account:
        if self.whose is None:
            raise forms.ValidationError(gettext("This account is not one of the claim's event."))
        return self.whose

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.whose is None or "position" in self.errors:
            return data
        if not data["position"]:
            offered = self.add_prefix("position") in self.data
            self.is_taken_back = bool(self.instance.pk and offered and DELETION_FIELD_NAME in self.fields)
            message = gettext("Choose a position; or empty the other fields, if it is not reviewed.")
            if not self.is_taken_back:
                self.add_error("position", message)
            return data
        if not data.get("basis"):
            data["basis"] = Stance.Basis.FULL_TEXT if data["position"] == "silent" else Stance.Basis.OWN_TEXT
        if self.has_changed():
            self.instance.revision = self.whose.latest
            self.instance.reviewed_by = self.reading.reader
            self.instance.reviewed_at = Moment.of(timezone.now()).text
        filled = [number for number in range(1, self.slot_count + 1) if self._is_filled(number)]
        stance = {key: data.get(key) for key in ("position", "basis", "low", "high", "value", "note")}
        stance |= {"account": self.whose.key, "quotes": [self._quote(number) for number in filled]}
        for fault in faults_of_stance("stance", {"kind": self.reading.claim.kind}, stance, self.reading.texts):
            self._add_fault(fault, filled)
        return data

    def _is_filled(self, number: int) -> bool:
        name = f"quote_{number}"
        return name in self.errors or bool(self.cleaned_data[name].strip())

    def _quote(self, number: int) -> dict[str, Any]:
        """The quote as a comparison/1 document has it, for the rules of that format."""
        name = f"quote_{number}"
        held, source = self._held(number), self._source(number)
        quote: dict[str, Any] = {"exact": self.cleaned_data.get(name), "account": source.key}
        if held:
            return {**quote, "start": held.start, "revision": self.reading.revisions[held.revision_id].number}
        before, after = (self.cleaned_data.get(f"{name}_{part}") for part in ("before", "after"))
        return {**quote, "prefix": before or None, "suffix": after or None}

    def _source(self, number: int) -> Account:
        given = self.cleaned_data.get(f"quote_{number}_from")
        assert self.whose is not None
        return self.reading.accounts[int(given)] if given else self.whose

    def _held(self, number: int) -> Quote | None:
        """The quote that is already held, where its fields are as they were: it stays where it stands."""
        name, data = f"quote_{number}", self.cleaned_data
        held = next((quote for quote in self.held if quote.pk == data.get(f"{name}_held")), None)
        if held is None or data.get(name) != held.exact or self.reading.account_of(held) != self._source(number):
            return None
        return None if data.get(f"{name}_before") or data.get(f"{name}_after") else held

    def _add_fault(self, fault: Fault, filled: list[int]) -> None:
        """Show a fault at the field that it is about, unless that field has one of its own already."""
        place, message = fault.place.removeprefix("stance."), fault.message
        found = QUOTE_PLACE.search(fault.place)
        if found:
            number = filled[int(found[1])]
            place = f"quote_{number}{QUOTE_FIELDS.get(found[2], '')}"
            message = gettext("“%(account)s”: %(message)s") % {"account": self._source(number), "message": message}
        elif place == "quotes":
            place = "quote_1"
        if place not in self.errors:
            self.add_error(place, message)

    def save(self, commit: bool = True) -> Any:  # noqa: FBT001, FBT002
        stance = super().save(commit)
        if commit:
            self._save_quotes(stance)
        return stance

    def _save_quotes(self, stance: Stance) -> None:
        numbers = [number for number in range(1, self.slot_count + 1) if self._is_filled(number)]
        kept = {number: held for number in numbers if (held := self._held(number))}
        stance.quotes.exclude(pk__in=[quote.pk for quote in kept.values()]).delete()
        for order, number in enumerate(numbers):
            quote = kept.get(number) or Quote.anchored(self._source(number).latest, self._quote(number))
            if quote.pk and quote.order == order:
                continue
            quote.stance, quote.order = stance, order
            quote.save()
