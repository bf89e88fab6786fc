"""What the panel of the desk shows and saves: one account read for one claim."""

from collections.abc import Sequence
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from comparisons import reading
from comparisons.documents import Fault, Faults
from comparisons.models import Account, Claim, Event, Stance
from comparisons.models.versioned import Stale
from comparisons.reading_form import QuoteForms, ReadingForm

PREFIX = "quotes"


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
        bound = f"{PREFIX}-TOTAL_FORMS" in data
        kwargs: dict[str, Any] = {"accounts": accounts, "own": account}
        self.form = ReadingForm(data) if bound else ReadingForm(initial=self._initial())
        self.quotes = (
            QuoteForms(data, prefix=PREFIX, form_kwargs=kwargs)
            if bound
            else QuoteForms(prefix=PREFIX, form_kwargs=kwargs, initial=self._selected() or self._held_quotes())
        )

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
        if not self.held:
            return []
        revisions = {
            revision.pk: (account, revision) for account in self.accounts for revision in account.revisions.all()
        }
        found = []
        for quote in self.held.quotes.all():
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

    def save(self, reader: str) -> reading.Change:
        """Save what the form gives; a claim of new words is made. Raises Faults and Stale."""
        data = self.form.cleaned_data
        given = given_by(data, [form.entry(self.cell) for form in self.quotes if form.cleaned_data], self.account)
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
            given, version = self._added_to_held(given), self.held.version
        return reading.read(claim, self.account, given, version=version, reader=reader)

    def _save_with_new_claim(self, data: dict[str, Any], given: dict[str, Any], reader: str) -> reading.Change:
        claim, change = reading.read_for_new_claim(
            self.event,
            self.account,
            given,
            words={key: data[key] for key in ("claim", "topic", "question", "unit")},
            reader=reader,
        )
        self.claim, self.made_claim = claim, True
        return change

    def _added_to_held(self, given: dict[str, Any]) -> dict[str, Any]:
        held = [{key: one[key] for key in ("exact", "account", "start", "revision")} for one in self._held_quotes()]
        new = [one for one in given["quotes"] if one not in held]
        kept = {key: given[key] or _plain(getattr(self.held, key)) for key in ("low", "high", "value", "note")}
        quotes = [*held, *new]
        basis = _basis(given["position"], quotes, self.account)
        return {**given, **kept, "quotes": quotes, "basis": basis}

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
