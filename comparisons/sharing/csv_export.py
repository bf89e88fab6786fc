"""CSV export of a comparison: its columns, and a row for each claim, account and quote (RFC 4180, formulas escaped)."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext

from comparisons.addresses import UrlOf
from comparisons.comparison.claims import CellEntry, ClaimShown, QuoteShown, StanceShown, TranslationShown
from comparisons.comparison.comparison import Comparison
from comparisons.comparison.standings import StandingShown
from comparisons.wording import sentence

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet program does not recognise UTF-8."""
CSV_COLUMNS = (
    *("event", "title", "date", "edition", "rules"),
    *("claim", "claim_url", "claim_permalink", "topic", "topic_name", "question", "wording", "unit"),
    *("outcome", "family", "flags", "caveats", "sentence", "confirmed_by", "confirmed_at", "claim_note"),
    *("party", "party_name", "position", "position_rests_on"),
    *("account", "account_title", "account_attribution", "account_position"),
    *("basis", "implied", "low", "high", "value", "note"),
    *("quote", "quote_language", "revision", "start", "end"),
    *("quoted_account", "quoted_title", "quoted_party", "quoted_attribution", "source_url", "archive_url"),
    *("translation", "translation_language", "translation_by"),
)
STARTS_A_FORMULA = frozenset("=+-@|%")
# White space, control and format characters: a program may drop them before it looks at what follows.
NOT_SEEN = re.compile("[\\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*")

Value = str | int | float
Named = dict[str, Value]
"""Values by the names of their columns."""


def csv_rows(page: Comparison, address: UrlOf) -> Iterator[list[Value]]:
    """The rows below CSV_COLUMNS: of each claim every account, of each account every quote. A space joins codes.

    A stance without quotes has a row with empty cells for the quote, a party without an account one with an empty
    account. The accounts that speak for no party stand last. What is not there is an empty cell.
    """
    of_event = _of_event(page)
    for claim in page.claims:
        of_claim = of_event | _urls(page, claim, address) | _of_claim(claim)
        for standing, entry in _accounts_of(claim):
            of_account = of_claim | _of_party(standing) | _of_account(entry)
            stance = entry.stance if entry else None
            for quote in (stance.quotes if stance else ()) or (None,):
                row = of_account | _of_quote(quote)
                yield [row.get(column, "") for column in CSV_COLUMNS]


def csv_lines(values: Iterable[Iterable[Value]]) -> Iterator[str]:
    """Each row as a line of CSV."""
    writer = csv.writer(_Line())
    for row in values:
        yield writer.writerow([escape_formula(value) for value in row])


def escape_formula(value: Value) -> Value:
    """The value with an apostrophe before it where a spreadsheet would run it as a formula. Numbers stay numbers."""
    if not isinstance(value, str):
        return value
    before = NOT_SEEN.match(value)
    start = before.end() if before else 0
    first = unicodedata.normalize("NFKC", value[start : start + 1])[:1]  # full-width signs count as the plain ones
    return f"'{value}" if first in STARTS_A_FORMULA or not {"\t", "\r"}.isdisjoint(value[:start]) else value


class _Line:
    def write(self, line: str) -> str:
        return line


def _accounts_of(claim: ClaimShown) -> Iterator[tuple[StandingShown | None, CellEntry | None]]:
    """Every account with the standing of its party, or None where it speaks for none; a party without one has None."""
    for cell in claim.cells:
        for entry in cell.entries or (None,):
            yield cell.standing, entry
    observed = {entry.account.id: entry for entry in claim.observers}
    for account in claim.accounts:
        if account.party is None:
            yield None, observed.get(account.id, CellEntry(account, None))


def _of_event(page: Comparison) -> Named:
    event: Named = {"event": page.slug, "title": page.title, "date": page.date.isoformat()}
    return event | ({"edition": page.edition.number, "rules": page.edition.rules} if page.edition else {})


def _urls(page: Comparison, claim: ClaimShown, address: UrlOf) -> Named:
    permalink = address("edition_claim", page.slug, page.edition.number, claim.slug) if page.edition else ""
    return {"claim_url": address("claim", page.slug, claim.slug), "claim_permalink": permalink}


def _of_claim(claim: ClaimShown) -> Named:
    return {
        "claim": claim.slug,
        "topic": claim.topic.slug,
        "topic_name": claim.topic.name,
        "question": claim.question,
        "wording": claim.wording,
        "unit": claim.unit,
        "outcome": claim.outcome,
        "family": claim.family,
        "flags": " ".join(claim.flags),
        "caveats": " ".join(claim.caveats),
        "sentence": sentence(claim),
        "confirmed_by": claim.confirmed_by or "",
        "confirmed_at": claim.confirmed.text if claim.confirmed else "",
        "claim_note": claim.note,
    }


def _of_party(standing: StandingShown | None) -> Named:
    if standing is None:
        return {"party_name": gettext("no party")}
    return {
        "party": standing.party.slug,
        "party_name": standing.party.name,
        "position": standing.position,
        "position_rests_on": " ".join(standing.grounds),
    }


def _of_account(entry: CellEntry | None) -> Named:
    if entry is None:
        return {}
    account = entry.account
    return {
        "account": account.id,
        "account_title": account.title,
        "account_attribution": account.attribution,
        **(_of_stance(entry.stance) if entry.stance else {"account_position": "not_reviewed"}),
    }


def _of_stance(stance: StanceShown) -> Named:
    return {
        "account_position": stance.position,
        "basis": stance.basis,
        "implied": "true" if stance.implied else "false",
        "low": "" if stance.low is None else stance.low,
        "high": "" if stance.high is None else stance.high,
        "value": stance.value,
        "note": stance.note,
    }


def _of_quote(quote: QuoteShown | None) -> Named:
    """The words with their place, and whose they are: not the account's own where another one reports its position."""
    if quote is None:
        return {}
    quoted = quote.account
    return {
        "quote": quote.exact,
        "quote_language": quoted.language,
        "revision": quote.revision.number,
        "start": quote.start,
        "end": quote.end,
        "quoted_account": quoted.id,
        "quoted_title": quoted.title,
        "quoted_party": quoted.party.slug if quoted.party else "",
        "quoted_attribution": quoted.attribution,
        "source_url": quoted.source_url,
        "archive_url": quoted.archive_url,
        **(_of_translation(quote.translation) if quote.translation else {}),
    }


def _of_translation(translation: TranslationShown) -> Named:
    return {
        "translation": translation.text,
        "translation_language": translation.language,
        "translation_by": translation.source,
    }
