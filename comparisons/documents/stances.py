"""Validation of stances: what each needs by its position and basis, and that its quotes are in the texts."""

from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal

from django.utils.translation import gettext as _

from comparisons.comparison.document import QuoteEntry, QuoteInput
from comparisons.models.fields import is_known_language, is_measure
from comparisons.texts.anchors import QuoteAmbiguous, QuoteNotFound, find

from .faults import Fault, quoted
from .values import entries


class Texts:
    """The texts of a document's accounts, as far as they are of the right shape."""

    def __init__(self, document: Mapping[str, object], refused: Container[str] = ()) -> None:
        """Without the texts at the places `refused`: no quote is checked against a text that is at fault itself."""
        self._texts: dict[str, list[object]] = {}
        self._languages: dict[str, object] = {}
        for number, account in entries(document, "accounts"):
            revisions = account.get("revisions")
            if isinstance(key := account.get("id"), str):
                texts: list[object] = [None] * (len(revisions) if isinstance(revisions, list) else 0)
                for index, revision in entries(account, "revisions"):
                    if f"accounts[{number}].revisions[{index}].text" not in refused:
                        texts[index] = revision.get("text")
                self._texts[key] = texts
                self._languages[key] = account.get("language", "en")

    def __contains__(self, account: object) -> bool:
        return account in self._texts

    def count(self, account: str) -> int:
        return len(self._texts[account])

    def is_in(self, account: str, language: str) -> bool:
        """Whether the account's texts are in this language, whatever its script or country."""
        own = self._languages.get(account)
        return isinstance(own, str) and own.partition("-")[0].lower() == language.partition("-")[0].lower()

    def text(self, account: str, revision: int | None) -> str | None:
        """The revision's text (the latest where none is named); None where the document does not give one."""
        texts = self._texts[account]
        number = len(texts) if revision is None else revision
        text = texts[number - 1] if 1 <= number <= len(texts) else None
        return text if isinstance(text, str) else None


def stance_faults(document: Mapping[str, object], refused: Container[str] = ()) -> Iterator[Fault]:
    """Faults of all stances; `refused` are the places of values that are at fault already."""
    texts = Texts(document, refused)
    for number, claim in entries(document, "claims"):
        seen: set[str] = set()
        for index, stance in entries(claim, "stances"):
            place = f"claims[{number}].stances[{index}]"
            account = stance.get("account")
            if isinstance(account, str) and account in seen:
                message = _("“%(slug)s” has two stances on this claim.")
                yield Fault(f"{place}.account", message % {"slug": quoted(account)})
            elif isinstance(account, str) and account not in texts:
                yield Fault(f"{place}.account", _("There is no account “%(slug)s”.") % {"slug": quoted(account)})
            if isinstance(account, str):
                seen.add(account)
            yield from faults_of_stance(place, claim.get("kind", "polar"), stance, texts)


def basis_of(position: str, quotes: Sequence[QuoteEntry | QuoteInput], account: str) -> str:
    """What a stance of the account rests on: its position and quotes leave no other basis that has no fault."""
    if any(quote["account"] != account for quote in quotes):
        return "reported"
    return "full_text" if position == "silent" else "own_text"


def faults_of_stance(place: str, kind: object, stance: Mapping[str, object], texts: Texts) -> Iterator[Fault]:
    """What one stance lacks on a claim of this kind. The same rules serve what an editor gives."""
    yield from _need_faults(place, stance)
    yield from _value_faults(place, kind, stance)
    yield from _quote_faults(place, stance, texts)


def _need_faults(place: str, stance: Mapping[str, object]) -> Iterator[Fault]:
    position, basis = stance.get("position"), stance.get("basis")
    quotes = stance.get("quotes")
    count = len(quotes) if isinstance(quotes, list) else 0
    if position == "silent" and basis == "own_text":
        yield Fault(f"{place}.basis", _("A silence rests on the full text, or on a report."))
    if position not in ("silent", None) and basis == "full_text":
        yield Fault(f"{place}.basis", _("Only a silence rests on the full text."))
    if position == "silent" and basis == "full_text" and count:
        yield Fault(f"{place}.quotes", _("A silence has no quote of its own."))
    if position == "silent" and basis == "reported" and not count:
        yield Fault(f"{place}.quotes", _("A reported silence needs a quote of the report."))
    if position in ("affirms", "affirms_in_part", "denies", "declines") and not count:
        yield Fault(f"{place}.quotes", _("This stance needs a quote."))
    if position == "inconsistent" and count < 2:
        yield Fault(f"{place}.quotes", _("An inconsistent stance needs two quotes or more."))
    note = stance.get("note")
    has_note = isinstance(note, str) and bool(note.strip())
    if position == "affirms_in_part" and not has_note:
        yield Fault(f"{place}.note", _("A stance in part needs a note that says which part."))
    if stance.get("implied") is True and position == "silent":
        yield Fault(f"{place}.implied", _("A silence says nothing, so nothing follows from its words."))
    elif stance.get("implied") is True and not has_note:
        yield Fault(f"{place}.note", _("An implied stance needs a note that says how it follows from the words."))


def _value_faults(place: str, kind: object, stance: Mapping[str, object]) -> Iterator[Fault]:
    given = [key for key in ("low", "high", "value") if stance.get(key) not in (None, "")]
    if given and kind != "quantity":
        yield Fault(f"{place}.{given[0]}", _("Only a stance on a quantity gives a value."))
    elif given and stance.get("position") not in ("affirms", "affirms_in_part"):
        yield Fault(f"{place}.{given[0]}", _("Only a stance that affirms gives a value."))
    if (stance.get("low") is None) != (stance.get("high") is None):
        missing = "high" if stance.get("high") is None else "low"
        yield Fault(f"{place}.{missing}", _("An interval needs both low and high."))
    low, high = (_number(stance.get(key)) for key in ("low", "high"))
    for key, number in (("low", low), ("high", high)):
        if number is not None and not is_measure(number):
            yield Fault(f"{place}.{key}", _("A value has at most 15 digits, 6 of them decimals."))
    if low is not None and high is not None and not (low.is_nan() or high.is_nan()) and low > high:
        yield Fault(f"{place}.low", _("low is greater than high."))


def _number(value: object) -> Decimal | None:
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(str(value)) if is_number else None


def _quote_faults(place: str, stance: Mapping[str, object], texts: Texts) -> Iterator[Fault]:
    seen: set[tuple[str, int, int, int]] = set()
    for index, quote in entries(stance, "quotes"):
        there = f"{place}.quotes[{index}]"
        own = stance.get("account")
        account = own if quote.get("account") is None else quote.get("account")
        if not isinstance(account, str):
            continue
        if account not in texts:
            if account != own:
                yield Fault(f"{there}.account", _("There is no account “%(slug)s”.") % {"slug": quoted(account)})
            continue
        if stance.get("basis") == "reported" and account == own:
            yield Fault(f"{there}.account", _("A reported stance is quoted from another account: name it."))
        if stance.get("basis") == "own_text" and account != own:
            yield Fault(f"{there}.account", _("A stance in its own words is quoted from its own account."))
        yield from _translation_faults(f"{there}.translation", quote.get("translation"), account, texts)
        revision = quote.get("revision")
        if isinstance(revision, int) and revision > texts.count(account):
            yield Fault(f"{there}.revision", _("There is no revision %(number)d.") % {"number": revision})
        exact = quote.get("exact")
        if not isinstance(revision, int | None) or not isinstance(exact, str) or not exact:
            continue
        text = texts.text(account, revision)
        if text is None:
            continue
        fault, start = _anchor(there, quote, exact, text)
        if fault:
            yield fault
        elif (account, revision or texts.count(account), start, len(exact)) in seen:
            yield Fault(there, _("This passage stands twice in the stance."))
        seen.add((account, revision or texts.count(account), start, len(exact)))


def _translation_faults(place: str, translation: object, account: str, texts: Texts) -> Iterator[Fault]:
    language = translation.get("language") if isinstance(translation, dict) else None
    if not isinstance(language, str):
        return
    if not is_known_language(language):
        yield Fault(f"{place}.language", _("“%(given)s” is no language that is known.") % {"given": quoted(language)})
    elif texts.is_in(account, language):
        yield Fault(f"{place}.language", _("The words are in this language already."))


def _anchor(place: str, quote: Mapping[str, object], exact: str, text: str) -> tuple[Fault | None, int]:
    """Where the quote is, or what is wrong with it."""
    given = {key: quote.get(key) for key in ("prefix", "suffix", "start", "end")}
    context = {key: value for key in ("prefix", "suffix") if isinstance(value := given[key], str)}
    start, end = (value if type(value) is int else None for value in (given["start"], given["end"]))
    try:
        found = find(text, exact, **context, start=start)
    except QuoteNotFound as error:
        key, message = {
            "words": ("exact", _("These words are not in the text.")),
            "context": (
                "prefix" if given["prefix"] else "suffix",
                _("The words are in the text, but not with these beside them."),
            ),
            "start": ("start", _("The words are in the text, but do not start here.")),
        }[error.missing]
        return Fault(f"{place}.{key}", message), -1
    except QuoteAmbiguous as error:
        message = _(
            "These words are in the text %(count)d times, and nothing tells which is meant: "
            "quote more words, or add a prefix or suffix."
        )
        if end is None:
            return Fault(f"{place}.exact", message % {"count": error.count}), -1
        fault, found = _anchor(place, {**quote, "start": end - len(exact)}, exact, text)
        return (_ends_elsewhere(place), -1) if fault else (None, found)
    if end is not None and end != found + len(exact):
        return _ends_elsewhere(place), -1
    return None, found


def _ends_elsewhere(place: str) -> Fault:
    return Fault(f"{place}.end", _("The words do not end here."))
