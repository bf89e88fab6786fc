"""The stored stance of a cell as the initial values of its form, and what was typed differently."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext

from comparisons.admin.conflict import FieldDifference, excerpts, words_of
from comparisons.documents.dump import revisions_of
from comparisons.editorial.stances import DETAILS
from comparisons.models import Account, Stance

if TYPE_CHECKING:
    from .forms import StanceForm
    from .quotes import QuoteForm


def stored_values(stored: Stance | None) -> dict[str, Any]:
    """Numbers without the zeros that the database adds: 60, not 60.000000."""
    if stored is None:
        return {}
    values = {key: getattr(stored, key) for key in ("position", "implied", *DETAILS, "version")}
    numbers = {key: Decimal(f"{values[key].normalize():f}") for key in ("low", "high") if values[key] is not None}
    return values | numbers


def stored_quotes(stored: Stance | None, accounts: Sequence[Account], cell: str) -> list[dict[str, Any]]:
    revisions = revisions_of(accounts)
    return [
        {
            "exact": quote.exact,
            "translation": quote.translation,
            "translation_language": quote.translation_language,
            "translation_by": quote.translation_by,
            "was": quote.exact,
            "start": quote.start,
            "cell": cell,
            "account": revisions[quote.revision_id][0].key,
            "revision": revisions[quote.revision_id][1].number,
        }
        for quote in (stored.quotes.all() if stored else ())
    ]


def differences(form: "StanceForm", stored: Stance) -> Iterator[FieldDifference]:
    """What is stored now and what the form gives instead, field by field and quote by quote."""
    kept, own = stored_values(stored), form.target.account
    for name in ("position", "implied", *DETAILS):
        field = form.fields[name]
        one, other = words_of(field, kept[name]), words_of(field, form[name].value())
        if one != other:
            nothing = gettext("is not read yet") if name == "position" else ""
            yield FieldDifference(str(field.label), *excerpts(one, other or nothing))
    accounts = {account.key: account for account in form.target.accounts}
    quoted = [(quote["exact"], accounts[quote["account"]]) for quote in stored_quotes(stored, form.target.accounts, "")]
    filled = [quote for quote in form.quotes if quote.is_filled(form.target.key) and form.carrier(quote) == own]
    typed = [(quote.cleaned_data["exact"], quote.source) for quote in filled]
    yield from _translations_differing(stored, filled)
    for number, pair in enumerate(zip_longest(quoted, typed, fillvalue=("", own)), start=1):
        one, other = (words if source == own else f"{words} ({source})" for words, source in pair)
        if one != other:
            yield FieldDifference(gettext("Quote %(number)d") % {"number": number}, *excerpts(one, other))


def _translations_differing(stored: Stance, filled: "Sequence[QuoteForm]") -> Iterator[FieldDifference]:
    kept = [quote.translation for quote in stored.quotes.all()]
    given = [quote.cleaned_data["translation"] for quote in filled]
    for number, (one, other) in enumerate(zip_longest(kept, given, fillvalue=""), start=1):
        if one != other:
            label = gettext("Translation of quote %(number)d") % {"number": number}
            yield FieldDifference(label, *excerpts(one, other))
