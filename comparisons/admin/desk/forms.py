"""The form in which an editor gives a stance, in the panel beside the texts or on a page of its own."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django import forms
from django.db import transaction
from django.http import Http404, QueryDict
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from comparisons.admin.conflict import Conflict, row_number
from comparisons.admin.fields import ExactField, PlainField
from comparisons.admin.words import POSITION_HELP, STANCE_HELP
from comparisons.comparison.document import StanceInput
from comparisons.documents import Fault, Faults
from comparisons.documents.stances import basis_of
from comparisons.editorial.stances import DETAILS, Change, add_claim, add_to_stance, differing, set_stance
from comparisons.models import Account, Claim, Stance, Topic
from comparisons.models.fields import LONG, SHORT, check_measure
from comparisons.models.versioned import Stale

from .cell import DeskCell
from .quotes import QuoteForm, QuoteForms, selected_words
from .stored_stance import differences, stored_quotes, stored_values

NOTE_LENGTH = 5000
QUOTES_OFFERED = 3


class StanceForm(forms.Form):
    """With no position the account is not read yet for the claim. The basis follows from the position and quotes."""

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
        label=_("Position"),
        required=False,
        choices=[*Stance.Position.choices, ("", _("is not read yet"))],
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
    implied = forms.BooleanField(
        label=_("Implied: the words do not say it, it follows from them"),
        required=False,
        help_text=STANCE_HELP["implied"],
    )
    note = ExactField(
        label=_("Note"),
        required=False,
        max_length=NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2, "cols": 60}),
        help_text=_(
            "Shown to readers. A stance in part needs one: which part? So does an implied one: how does it follow?"
        ),
    )
    version = forms.UUIDField(required=False, widget=forms.HiddenInput)
    cell = forms.CharField(required=False, widget=forms.HiddenInput)
    """Which cell the version is of; empty where the page did not show what is stored, or where it is another cell's."""
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(
        self, cell: DeskCell, data: QueryDict | None = None, *, initial: Any = None, quotes: Sequence[Any] = ()
    ) -> None:
        super().__init__(None if data is None else data.copy(), initial=initial)
        self.target = cell
        self.conflict: Conflict | None = None
        self.refusal = ""
        """Why the words that were selected are not in the form."""
        self.adds_to: Stance | None = None
        """The stance to which the words that were selected are going to be added."""
        self.quotes = QuoteForms(
            self.data if self.is_bound else None,
            prefix="quotes",
            initial=quotes,
            form_kwargs={"accounts": {one.key: one for one in cell.accounts}, "own": cell.account},
        )
        self.quotes.extra = max(1, QUOTES_OFFERED - len(quotes), len(cell.beside))

    @classmethod
    def opened(cls, cell: DeskCell, query: QueryDict) -> "StanceForm":
        """A form with what is stored; where words were selected in a text, with these, to be added to it."""
        words, stored = query.get("exact"), cell.stored
        if cell.claim is None and query.get("claim", "").startswith("#"):
            raise Http404
        initial: dict[str, Any] = {
            key: query.get(key, "") for key in ("claim", "topic", "question", "unit", "position", "next")
        }
        if cell.claim:
            # A next claim is often on the same topic.
            initial |= {"claim": str(cell.claim), "topic": cell.claim.topic.name}
        if not words:
            given = {key: value for key, value in initial.items() if value}
            initial |= {"cell": cell.key, **stored_values(stored), **given}
            return cls(cell, initial=initial, quotes=stored_quotes(stored, cell.accounts, cell.key))
        # What is stored stays out of the form, as the claim may yet be another.
        initial["cell"] = "" if stored else cell.key
        initial["implied"] = bool(stored and stored.implied)
        initial["position"] = initial["position"] or (stored.position if stored else "affirms")
        try:
            form = cls(cell, initial=initial, quotes=selected_words(query, cell))
        except ValueError as error:
            form = cls(cell, initial=initial)
            form.refusal = str(error)
        form.adds_to = stored
        return form

    @property
    def back(self) -> str:
        """The page that the editor came from, where it is one of this site; else the desk."""
        given = str(self["next"].value() or "")
        if given and url_has_allowed_host_and_scheme(given, allowed_hosts=None):
            return given
        return reverse("admin:comparisons_event_desk", args=[self.target.event.pk])

    @property
    def sees_stored(self) -> bool:
        """Whether the page showed the cell's stored stance: else what is given is added to it."""
        return bool(self.target.claim) and self.cleaned_data["cell"] == self.target.key

    def is_valid(self) -> bool:
        # Both are asked, so that every fault is shown at once.
        return all([super().is_valid(), self.quotes.is_valid()])

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        if self._is_of_a_deleted_claim() or data.get("position") or "position" in self.errors:
            return data
        quoted = any(str(quote["exact"].value() or "").strip() for quote in self.quotes)
        is_typed_in = quoted or any(data.get(key) not in (None, "") for key in DETAILS)
        is_lost = "position" not in self.data
        if is_lost or (is_typed_in and not self.target.stored):
            message = gettext("Choose a position; or empty the other fields, if it is not read yet.")
            self.add_error("position", message)
        elif self.target.claim is None:
            self.add_error("claim", gettext("Name a claim."))
        return data

    def save(self, reader: str) -> list[Change]:
        """Set the stance of the account, and of those beside it whose words are given: all or nothing.

        First the change of the account itself. None where that is refused: then the form says why.
        """
        carried: dict[Account, list[QuoteForm]] = {self.target.account: []}
        for quote in self.quotes:
            if quote.is_filled(self.target.key):
                carried.setdefault(self.carrier(quote), []).append(quote)
        changes = []
        try:
            with transaction.atomic():
                claim = self.target.claim or self._new_claim()
                for account, quotes in carried.items():
                    with self._faults_shown_at(quotes):
                        changes.append(self._set(claim, account, quotes, reader))
        except Faults:
            return []
        except Stale as error:
            self._refuse(error.current if isinstance(error.current, Stance) else None)
            return []
        return changes

    def carrier(self, quote: QuoteForm) -> Account:
        """Whose stance the words carry: those of a text beside this one its own, but for what this stance holds."""
        is_beside = quote.source in self.target.beside and not quote.cleaned_data["cell"]
        return quote.source if is_beside else self.target.account

    def _new_claim(self) -> Claim:
        data = self.cleaned_data
        with self._faults_shown_at([]):
            return add_claim(
                self.target.event, data["claim"], topic=data["topic"], question=data["question"], unit=data["unit"]
            )

    def _set(self, claim: Claim, account: Account, quotes: Sequence[QuoteForm], reader: str) -> Change:
        entry, stored = self._entry(account, quotes), self.target.stored
        if account != self.target.account:
            if entry is None:
                message = gettext("Say what the account says, as the same words stand beside it.")
                raise Faults([Fault("position", message)])
            return add_to_stance(claim, account, entry, reader=reader)
        if entry and stored and not self.sees_stored:
            if differing(stored, entry):
                raise Stale(stored)
            return add_to_stance(claim, account, entry, reader=reader)
        version = self.cleaned_data["version"] if self.sees_stored else None
        return set_stance(claim, account, entry, version=version, reader=reader)

    def _entry(self, account: Account, quotes: Sequence[QuoteForm]) -> StanceInput | None:
        data = self.cleaned_data
        entries = [quote.entry() for quote in quotes]
        if not data["position"]:
            return None
        return {
            "position": data["position"],
            "basis": basis_of(data["position"], entries, account.key),
            "implied": data["implied"],
            "low": data["low"],
            "high": data["high"],
            "value": data["value"],
            "note": data["note"],
            "quotes": entries,
        }

    @contextmanager
    def _faults_shown_at(self, quotes: Sequence[QuoteForm]) -> Iterator[None]:
        """Each fault at the field that it is about, a quote's at these."""
        try:
            yield
        except Faults as error:
            for fault in error.faults:
                place, _dot, key = fault.place.partition(".")
                number = re.fullmatch(r"quotes\[(\d+)\]", place)
                if number and int(number[1]) < len(quotes):
                    quotes[int(number[1])].show(key, fault.message)
                elif place == "quotes" and self.quotes.forms:
                    self.quotes.forms[0].add_error("exact", fault.message)
                else:
                    self.add_error(place if place in self.fields else None, fault.message)
            raise

    def _refuse(self, stored: Stance | None) -> None:
        history: Any = Stance.history
        rows = history.filter(claim_id=self.target.claim and self.target.claim.pk, account_id=self.target.account.pk)
        conflict = Conflict.over(rows, differences(self, stored) if stored else (), is_gone=stored is None)
        self._tell(conflict, version=str(stored.version) if stored else "")

    def _is_of_a_deleted_claim(self) -> bool:
        """Whether the claim that the page was opened on was deleted: the page says so, and saving again creates it."""
        number = row_number(self.cleaned_data.get("cell", "").partition("-")[0])
        history: Any = Claim.history
        rows = history.filter(id=number, event_id=self.target.event.pk)
        last = rows.first() if number and not self.target.claim else None
        if last is None or last.history_type != "-":
            return False
        words = {f"#{number}", last.question.casefold(), last.wording.casefold()}
        if self.data.get("claim", "").strip().casefold() in words:
            topic = self.data.get("topic") or str(Topic.objects.filter(pk=last.topic_id).first() or "")
            self._put(claim=last.wording, question=last.question, unit=last.unit, topic=topic)
        self._tell(Conflict.over(rows, (), is_gone=True), version="")
        return True

    def _tell(self, conflict: Conflict, *, version: str) -> None:
        """Show what is stored now beside what was typed; a second save of the form then replaces it, knowingly."""
        self.conflict = conflict
        self.add_error(None, conflict.message)
        opened = self.data.get("cell")
        quotes = [quote.add_prefix("cell") for quote in self.quotes if opened and quote["cell"].value() == opened]
        self._put(version=version, **dict.fromkeys(("cell", *quotes), self.target.key))

    def _put(self, **values: str) -> None:
        """What the page is to send next time, whatever it sent."""
        data: Any = self.data
        for name, value in values.items():
            data[name] = value
