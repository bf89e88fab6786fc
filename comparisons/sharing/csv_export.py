"""CSV export of a comparison: its columns, and a row for each claim and party (RFC 4180, formulas escaped)."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator

from comparisons.comparison.claims import Cell, ClaimShown
from comparisons.comparison.comparison import Comparison

BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet program does not recognise UTF-8."""
CSV_COLUMNS = (
    *("event", "title", "date", "edition", "claim", "topic", "topic_name", "question", "wording"),
    *("outcome", "family", "flags", "caveats", "claim_note"),
    *("party", "party_name", "position", "accounts", "quotes", "note"),
)
STARTS_A_FORMULA = frozenset("=+-@|%")
# White space, control and format characters: a program may drop them before it looks at what follows.
NOT_SEEN = re.compile("[\\s\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]*")

Value = str | int


def csv_rows(page: Comparison) -> Iterator[tuple[Value, ...]]:
    """The rows below CSV_COLUMNS. Several values of one cell are joined: codes by a space, titles and notes by "; "."""
    edition = page.edition.number if page.edition else ""
    for claim in page.claims:
        for cell in claim.cells:
            yield (page.slug, page.title, page.date.isoformat(), edition, *_of_claim(claim), *_of_cell(cell))


def csv_lines(values: Iterable[Iterable[Value]]) -> Iterator[str]:
    """Each row as a line of CSV."""
    writer = csv.writer(_Line())
    for row in values:
        yield writer.writerow([escape_formula(value) for value in row])


def escape_formula(value: Value) -> Value:
    """The value with an apostrophe before it where a spreadsheet would run it as a formula. Numbers stay numbers."""
    if isinstance(value, int):
        return value
    before = NOT_SEEN.match(value)
    start = before.end() if before else 0
    first = unicodedata.normalize("NFKC", value[start : start + 1])[:1]  # full-width signs count as the plain ones
    return f"'{value}" if first in STARTS_A_FORMULA or not {"\t", "\r"}.isdisjoint(value[:start]) else value


class _Line:
    def write(self, line: str) -> str:
        return line


def _of_claim(claim: ClaimShown) -> tuple[Value, ...]:
    return (
        *(claim.slug, claim.topic.slug, claim.topic.name, claim.question, claim.wording),
        *(claim.outcome, claim.family, " ".join(claim.flags), " ".join(claim.caveats), claim.note),
    )


def _of_cell(cell: Cell) -> tuple[Value, ...]:
    stances = [entry.stance for entry in cell.entries if entry.stance]
    return (
        *(cell.party.slug, cell.party.name, cell.position),
        "; ".join(entry.account.title for entry in cell.entries),
        " […] ".join(quote.exact for stance in stances for quote in stance.quotes),
        "; ".join(stance.note for stance in stances if stance.note),
    )
