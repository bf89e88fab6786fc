"""The full-text index of passages in SQL: FTS5 on SQLite, tsvector on PostgreSQL.

Both are given tokens, which `tokens.py` has cut and stemmed, and both take them as they are: neither has a language.
PostgreSQL derives its vectors from the row itself. SQLite has an FTS5 table beside it, kept in sync by triggers on
comparisons_passage; they are created after each `migrate`, as on SQLite a migration that alters a table rebuilds it.
"""

from collections.abc import Collection

from django.db import DatabaseError, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

PASSAGES, INDEX = "comparisons_passage", "comparisons_passage_index"

_ENTER = f"INSERT INTO {INDEX} (rowid, stems, words) VALUES (NEW.id, NEW.stems, NEW.words);"
_LEAVE = f"INSERT INTO {INDEX} ({INDEX}, rowid, stems, words) VALUES ('delete', OLD.id, OLD.stems, OLD.words);"
TRIGGERS = {
    f"{PASSAGES}_is_indexed": f"AFTER INSERT ON {PASSAGES} BEGIN {_ENTER} END",
    f"{PASSAGES}_is_unindexed": f"AFTER DELETE ON {PASSAGES} BEGIN {_LEAVE} END",
    f"{PASSAGES}_is_reindexed": f"AFTER UPDATE ON {PASSAGES} BEGIN {_LEAVE} {_ENTER} END",
}


def condition(vendor: str, words: Collection[str], *, exact: bool) -> tuple[str, str]:
    """A condition on comparisons_passage with its one parameter: these tokens occur there one after the other."""
    column = "words" if exact else "stems"
    if vendor == "sqlite":
        found = f"SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH %s"
        return f"{PASSAGES}.id IN ({found})", f'{column} : "{" ".join(words)}"'
    lexemes = ("'" + word.replace("'", "''") + "'" for word in words)
    return f"{PASSAGES}.{column}_vector @@ %s::tsquery", " <-> ".join(lexemes)


def install_after_migrate(*, using: str, **_kwargs: object) -> None:
    """For the signal post_migrate; nothing to do where the table is not there (yet, or any more)."""
    connection = connections[using]
    if connection.vendor == "sqlite" and INDEX in connection.introspection.table_names():
        _lay_triggers(connection)


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that are missing."""
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        present = {name for (name,) in cursor.fetchall()}
    return [name for name in TRIGGERS if name not in present]


def is_in_step(connection: BaseDatabaseWrapper) -> bool:
    """Whether the index is in sync with the passages. Changes nothing."""
    if connection.vendor != "sqlite":
        return True
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {INDEX} ({INDEX}, rank) VALUES ('integrity-check', 1)")
    except DatabaseError:
        return False
    return True


def restore(connection: BaseDatabaseWrapper) -> None:
    """Rebuild the index from the passages, and create the triggers that are missing."""
    if connection.vendor == "sqlite":
        _lay_triggers(connection)
        with connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO {INDEX} ({INDEX}) VALUES ('rebuild')")


def _lay_triggers(connection: BaseDatabaseWrapper) -> None:
    with connection.cursor() as cursor:
        for name, does in TRIGGERS.items():
            cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {does}")
