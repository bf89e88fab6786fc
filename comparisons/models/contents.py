"""The names of an edition's claims and accounts: read from its JSON within the database, without the texts."""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db import connection

from comparisons.comparison.claims import headline, remarks_beside
from comparisons.outcomes import CONTRADICTIONS

from .edition import Edition


@dataclass(frozen=True)
class AccountInEdition:
    """An account, the number of its revisions in an edition, and the beginning of the first of them."""

    title: str
    language: str
    revisions: int
    begins: str


@dataclass
class Contents:
    claims: dict[str, str] = field(default_factory=dict)
    """A claim's slug -> what heads it."""
    remarks: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """A claim's slug -> what stands beside its outcome."""
    texts: dict[str, AccountInEdition] = field(default_factory=dict)
    """By the account's id."""


def contents(editions: Collection[int]) -> dict[int, Contents]:
    """The contents of the editions with these keys, in the order of their documents. Two queries for any number."""
    found = {edition: Contents() for edition in editions}
    for edition, slug, question, wording, outcome, caveats, flags, confirmed_by in _entries("claims", CLAIM, editions):
        found[edition].claims[slug] = headline(question, wording)
        found[edition].remarks[slug] = remarks_beside(
            outcome,
            json.loads(caveats),
            json.loads(flags),
            is_unconfirmed=outcome in CONTRADICTIONS and confirmed_by == "",
        )
    for edition, account, *shown in _entries("accounts", ("id", "title", "language"), editions):
        found[edition].texts[account] = AccountInEdition(*shown)
    return found


CLAIM = ("slug", "question", "wording", "outcome", "caveats", "flags", "confirmed_by")
SQLITE = """
    SELECT edition.id, {values}, json_array_length(entry.value, '$.revisions'),
        substr(json_extract(entry.value, '$.revisions[0].text'), 1, 400)
    FROM {table} AS edition, json_each(edition.body, '$.{room}') AS entry
    WHERE edition.id IN ({places}) ORDER BY edition.id, entry.key
"""
POSTGRESQL = """
    SELECT edition.id, {values}, json_array_length(entry.value -> 'revisions'),
        substr(entry.value -> 'revisions' -> 0 ->> 'text', 1, 400)
    FROM {table} AS edition, json_array_elements(edition.body::json -> '{room}') WITH ORDINALITY AS entry (value, key)
    WHERE edition.id IN ({places}) ORDER BY edition.id, entry.key
"""


def _entries(room: str, keys: tuple[str, ...], editions: Collection[int]) -> Iterator[tuple[Any, ...]]:
    """The values of these keys in each entry of a document's list; for accounts, what stands of their texts as well."""
    if not editions:
        return
    on_sqlite = connection.vendor == "sqlite"
    statement = (SQLITE if on_sqlite else POSTGRESQL).format(
        values=", ".join(
            f"json_extract(entry.value, '$.{key}')" if on_sqlite else f"entry.value ->> '{key}'" for key in keys
        ),
        table=Edition._meta.db_table,
        room=room,
        places=", ".join(["%s"] * len(editions)),
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, list(editions))
        for row in cursor.fetchall():
            yield row if room == "accounts" else row[:-2]
