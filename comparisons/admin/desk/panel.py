"""What the panel of the desk shows and saves: one account read for one claim."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from comparisons.documents import Fault, Faults
from comparisons.editorial import stances as reading
from comparisons.editorial.grid import texts_with_translations
from comparisons.models import Account, Claim, Event, Stance
from comparisons.models.versioned import Stale

from .forms import QuoteForms, ReadingForm

PREFIX = "quotes"
DETAILS = ("low", "high", "value", "note")


class Panel:
    """Made from a query string it offers what is held, with the words selected; made from a form it is held to it."""

    def __init__(self, event: Event, account: Account, accounts: Sequence[Account], data: QueryDict) -> None:
        self.event, self.account, self.accounts, self.data = event, account, accounts, data
        self.claims = list(Claim.objects.for_event(event))
        self.claim = self._claim_named(data.get("claim", ""))
        self.held = self._held()
        self.faults: list[str] = []
        self.conflict: Stance | None = None
        self.made_claim = False
        self.beside = [one for group in texts_with_translations(accounts) if account in group for one in group]
        self.beside.remove(account)
        bound = f"{PREFIX}-TOTAL_FORMS" in data
        kwargs: dict[str, Any] = {"accounts": accounts, "own": account}
        self.form = ReadingForm(data) if bound else ReadingForm(initial=self._initial())
        self.quotes = (
            QuoteForms(data, prefix=PREFIX, form_kwargs=kwargs)
            if bound
            else QuoteForms(prefix=PREFIX, form_kwargs=kwargs, initial=self._selected() or self._held_quotes())
        )
        # Room for the same words in the texts beside this one.
        self.quotes.extra = max(1, len(self.beside))

    @property
    def adds_to(self) -> Stance | None:
        """The stance to which the selected words are going to be added."""
        return self.held if self.data.get("exact") and not self.form.is_bound else None

    @property
    def cell(self) -> str:
        return f"{self.claim.pk}-{self.account.pk}" if self.claim else ""

    def _claim_named(self, words: str) -> Claim | None:
        """The claim of this number in the database, or of these words in any case."""
        words = words.strip().casefold()
        for claim in self.claims:
            if words and words in (f"#{claim.pk}", claim.question.casefold(), claim.wording.casefold()):
                return claim
        return None

    def _held(self) -> Stance | None:
        if self.claim is None:
            return None
        return next((one for one in self.claim.stances.all() if one.account_id == self.account.pk), None)

    def _initial(self) -> dict[str, Any]:
        # Words that were selected are added to what is held, which stays out of the form: the claim may yet be another.
        held = None if self.data.get("exact") else self.held
        initial: dict[str, Any] = {"position": self.data.get("position", ""), "cell": self.cell}
        initial |= {key: self.data.get(key, "") for key in ("claim", "topic", "question", "unit")}
        if self.claim:
            # A next claim is often on the same topic.
            initial |= {"claim": str(self.claim), "topic": self.claim.topic.name}
        if held:
            initial |= {key: getattr(held, key) for key in ("position", "low", "high", "value", "note", "version")}
            initial |= {key: _plain(getattr(held, key)) for key in ("low", "high")}
        if self.data.get("position"):
            initial["position"] = self.data["position"]
        if not initial["position"] and self.data.get("exact"):
            initial["position"] = self.held.position if self.held else "affirms"
        return initial

    def _held_quotes(self) -> list[dict[str, Any]]:
        return self._quotes_of(self.held) if self.held else []

    def _quotes_of(self, stance: Stance) -> list[dict[str, Any]]:
        revisions = {
            revision.pk: (account, revision) for account in self.accounts for revision in account.revisions.all()
        }
        found = []
        for quote in stance.quotes.all():
            account, revision = revisions[quote.revision_id]
            same = {"exact": quote.exact, "was": quote.exact, "start": quote.start, "revision": revision.number}
            found.append({**same, "account": account.key, "cell": self.cell})
        return found

    def _selected(self) -> list[dict[str, Any]]:
        """The words that the editor selected in a text: they must stand exactly where the page says."""
        exact, start = self.data.get("exact", ""), self.data.get("start", "")
        if not exact:
            return []
        number = self.data.get("source") or str(self.account.pk)
        source = next((account for account in self.accounts if str(account.pk) == number), None)
        place = int(start) if start.isascii() and start.isdigit() and len(start) < 9 else -1
        if source is None or place < 0 or not source.latest.text.startswith(exact, place):
            self.faults = [_("These words do not stand there in the text: it may have changed. Load the page again.")]
            return []
        selected = {"exact": exact, "was": exact, "start": place, "revision": source.latest.number}
        return [{**selected, "account": source.key}]

    def is_valid(self) -> bool:
        # Both are asked, so that every fault is shown at once.
        valid = [self.form.is_valid(), self.quotes.is_valid()]
        return all(valid)

    def save(self, reader: str) -> list[reading.Change]:
        """Save what the form gives; a claim of new words is made. All or nothing. Raises Faults and Stale.

        Words of the same text in another language are carried by that account's own stance: first the change of the
        panel's account, then those of the accounts beside it.
        """
        filled = [(form, entry) for form in self.quotes if form.cleaned_data and (entry := form.entry(self.cell))]
        entries = [entry for _form, entry in filled]
        keys = {one.key for one in self.beside}
        # What this stance holds already stays with it, also where the text beside it reports it.
        is_own = [bool(form.cleaned_data["cell"]) or entry["account"] not in keys for form, entry in filled]
        own = [place for place, it_is in enumerate(is_own) if it_is]
        claim = self.claim
        try:
            with transaction.atomic():
                with placed(own):
                    changes = [self._save_own([entries[place] for place in own], reader)]
                for account in self.beside:
                    of_it = [entry["account"] == account.key for entry in entries]
                    places = [place for place, it_is in enumerate(of_it) if it_is and not is_own[place]]
                    if places:
                        with placed(places):
                            changes.append(self._save_beside(account, [entries[place] for place in places], reader))
        except (Faults, Stale):
            # A claim that was made is gone again.
            self.claim, self.made_claim = claim, False
            raise
        return changes

    def _save_own(self, quotes: list[dict[str, Any]], reader: str) -> reading.Change:
        data = self.form.cleaned_data
        given = given_by(data, quotes, self.account)
        claim = self.claim
        if claim is None:
            if given is None:
                raise Faults([Fault("claim", _("Name a claim."))])
            return self._save_with_new_claim(data, given, reader)
        version = data["version"] if data["cell"] == self.cell else None
        if version is None and self.held and given:
            # The page that the words were selected on did not show this stance: they are added to it.
            if self.held.position != given["position"]:
                raise Stale(self.held)
            if differing(given, self.held):
                raise Stale(self.held)
            given, version = self._added(given, self.held, self.account), self.held.version
        return reading.read(claim, self.account, given, version=version, reader=reader)

    def _save_beside(self, account: Account, quotes: list[dict[str, Any]], reader: str) -> reading.Change:
        """The same stance for a text in another language, carried by its own words; they are added to one held."""
        given = given_by(self.form.cleaned_data, quotes, account)
        if self.claim is None or given is None:
            raise Faults([Fault("position", _("Say what the account says, as the same words stand beside it."))])
        held = self.claim.stances.filter(account=account).first()
        if held and held.position != given["position"]:
            message = _("“%(account)s” is read otherwise on this claim: change that first.")
            raise Faults([Fault("position", message % {"account": account})])
        if held:
            message = _("“%(account)s” holds something else here on this claim: change that first.")
            if faults := [Fault(key, message % {"account": account}) for key in differing(given, held)]:
                raise Faults(faults)
            given = self._added(given, held, account)
        return reading.read(self.claim, account, given, version=held.version if held else None, reader=reader)

    def _save_with_new_claim(self, data: dict[str, Any], given: dict[str, Any], reader: str) -> reading.Change:
        words = {key: data[key] for key in ("claim", "topic", "question", "unit")}
        claim, change = reading.read_for_new_claim(self.event, self.account, given, words=words, reader=reader)
        self.claim, self.made_claim = claim, True
        return change

    def _added(self, given: dict[str, Any], stance: Stance, account: Account) -> dict[str, Any]:
        """What is given, added to a stance that is held."""
        entries = ("exact", "account", "start", "revision")
        held = [{key: one[key] for key in entries} for one in self._quotes_of(stance)]
        new = [one for one in given["quotes"] if one not in held]
        kept = {key: given[key] if _is_given(given[key]) else _plain(getattr(stance, key)) for key in DETAILS}
        quotes = [*held, *new]
        return {**given, **kept, "quotes": quotes, "basis": _basis(given["position"], quotes, account)}

    def show(self, faults: Faults) -> None:
        """Put each fault at the field that it is about."""
        for fault in faults.faults:
            field = fault.place.split("[")[0].split(".")[0]
            if field == "quotes" and "[" in fault.place:
                number = int(fault.place.split("[")[1].split("]")[0])
                filled = [form for form in self.quotes if form.cleaned_data and form.entry(self.cell)]
                filled[number].add_error("exact", fault.message)
            elif field in self.form.fields:
                self.form.add_error(field, fault.message)
            else:
                self.form.add_error(None, fault.message)

    def show_held(self, held: Stance | None) -> None:
        """Show what is held now; a second save of the form then replaces it, knowingly."""
        self.conflict = held
        shown = self.data.copy()
        shown["version"] = str(held.version) if held else ""
        shown["cell"] = self.cell
        self.form.data = shown
        self.form.add_error(None, _("Somebody has changed this since you opened it. Nothing was saved yet."))


@contextmanager
def placed(places: Sequence[int]) -> Iterator[None]:
    """Faults of a stance's quotes, by number, become faults of the forms at these places."""
    try:
        yield
    except Faults as error:
        raise Faults([Fault(_moved(fault.place, places), fault.message) for fault in error.faults]) from error


def _moved(place: str, places: Sequence[int]) -> str:
    number = re.match(r"quotes\[(\d+)\]", place)
    return f"quotes[{places[int(number[1])]}]{place[number.end() :]}" if number else place


def differing(given: dict[str, Any], stance: Stance) -> list[str]:
    """The details that are given otherwise than the stance holds them; what is not given leaves them as they are."""
    return [
        key
        for key in DETAILS
        if _is_given(given[key]) and _is_given(getattr(stance, key)) and given[key] != getattr(stance, key)
    ]


def _is_given(value: Any) -> bool:
    return value not in (None, "")


def given_by(data: dict[str, Any], quotes: Sequence[dict[str, Any] | None], account: Account) -> dict[str, Any] | None:
    """The stance as comparison/1 has it; its basis follows from the position and from whose words carry it."""
    if not data["position"]:
        return None
    filled = [quote for quote in quotes if quote]
    return {
        **{key: data[key] for key in ("position", "low", "high", "value", "note")},
        "basis": _basis(data["position"], filled, account),
        "quotes": filled,
    }


def _basis(position: str, quotes: Sequence[dict[str, Any]], account: Account) -> str:
    if position == "silent" and not quotes:
        return "full_text"
    # Of mixed quotes the rules say which is out of place.
    return "reported" if any(quote["account"] != account.key for quote in quotes) else "own_text"


def _plain(number: Any) -> Any:
    """A number without the zeros that the database adds: 60, not 60.000000."""
    return number if number is None or isinstance(number, str) else type(number)(f"{number.normalize():f}")
