"""What a cell holds, as the fields of its form show it, and where what was typed differs from that."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext

from comparisons.admin.conflict import Difference, excerpts, words_of
from comparisons.documents.dump import revisions_of
from comparisons.editorial.stances import DETAILS
from comparisons.models import Account, Stance

if TYPE_CHECKING:
    from .forms import StanceForm


def held_values(held: Stance | None) -> dict[str, Any]:
    """Numbers without the zeros that the database adds: 60, not 60.000000."""
    if held is None:
        return {}
    values = {key: getattr(held, key) for key in ("position", *DETAILS, "version")}
    numbers = {key: Decimal(f"{values[key].normalize():f}") for key in ("low", "high") if values[key] is not None}
    return values | numbers


def held_quotes(held: Stance | None, accounts: Sequence[Account], cell: str) -> list[dict[str, Any]]:
    revisions = revisions_of(accounts)
    return [
        {
            "exact": quote.exact,
            "was": quote.exact,
            "start": quote.start,
            "cell": cell,
            "account": revisions[quote.revision_id][0].key,
            "revision": revisions[quote.revision_id][1].number,
        }
        for quote in (held.quotes.all() if held else ())
    ]


def differences(form: "StanceForm", held: Stance) -> Iterator[Difference]:
    """What is held now and what the form gives instead, field by field and quote by quote."""
    kept, own = held_values(held), form.target.account
    for name in ("position", *DETAILS):
        field = form.fields[name]
        one, other = words_of(field, kept[name]), words_of(field, form[name].value())
        if one != other:
            nothing = gettext("is not reviewed") if name == "position" else ""
            yield Difference(str(field.label), *excerpts(one, other or nothing))
    accounts = {account.key: account for account in form.target.accounts}
    quoted = [(quote["exact"], accounts[quote["account"]]) for quote in held_quotes(held, form.target.accounts, "")]
    filled = [quote for quote in form.quotes if quote.is_filled(form.target.key) and form.carrier(quote) == own]
    typed = [(quote.cleaned_data["exact"], quote.source) for quote in filled]
    for number, pair in enumerate(zip_longest(quoted, typed, fillvalue=("", own)), start=1):
        one, other = (words if source == own else f"{words} ({source})" for words, source in pair)
        if one != other:
            yield Difference(gettext("Quote %(number)d") % {"number": number}, *excerpts(one, other))
