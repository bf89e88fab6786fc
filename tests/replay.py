"""Rows that many tests begin with are made once a run, and inserted again by each test: the fixtures stay snapshots.

A test's transaction takes its rows away again, so that each test begins with an empty database; only loading and
publishing, which take a hundred times as long as the rows themselves, are spared.
"""

from collections.abc import Callable, Hashable
from typing import Any

from django.apps import apps
from django.db import connection, models

Ids = tuple[int | None, ...]
Rows = list[tuple[str, list[tuple[Any, ...]]]]

_kept: dict[tuple[Hashable, Ids], Rows] = {}
_ends: set[Ids] = set()
"""The greatest ids after anything that is kept: what begins there begins with the same rows."""


def once(name: Hashable, make: Callable[[], object]) -> None:
    """Have the rows that `make` adds to the comparisons' tables: made the first time, inserted after that.

    It must add rows and change none. In a database that holds anything but what was had in this way it is made anew.
    """
    before = _greatest_ids()
    if any(before) and before not in _ends:
        make()
    elif rows := _kept.get((name, before)):
        with connection.cursor() as cursor:
            for statement, values in rows:
                cursor.executemany(statement, values)
    else:
        make()
        _kept[name, before] = _rows_after(before)
        _ends.add(_greatest_ids())


def _tables() -> list[type[models.Model]]:
    return list(apps.get_app_config("comparisons").get_models(include_auto_created=True))


def _greatest_ids() -> Ids:
    """The greatest id in each table. Every change at the desk adds to it, in the history at least."""
    parts = ", ".join(f"(SELECT MAX({model._meta.pk.column}) FROM {model._meta.db_table})" for model in _tables())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {parts}")
        ids: Ids = cursor.fetchone()
    return ids


def _rows_after(before: Ids) -> Rows:
    """For each table the statement that inserts its rows with greater ids, and what it is given."""
    found: Rows = []
    quoted = connection.ops.quote_name
    with connection.cursor() as cursor:
        for model, greatest in zip(_tables(), before, strict=True):
            options = model._meta
            columns = [quoted(field.column or "") for field in options.local_concrete_fields if not field.generated]
            named = ", ".join(columns)
            selected = (
                f"SELECT {named} FROM {options.db_table} WHERE {options.pk.column} > %s ORDER BY {options.pk.column}"
            )
            into = f"INSERT INTO {options.db_table} ({named})"
            if connection.vendor == "postgresql":
                # One statement a table: a round trip a row takes most of the time that is saved.
                cursor.execute(f"SELECT json_agg(kept)::text FROM ({selected}) kept", [greatest or 0])
                kept = cursor.fetchall()
                rows = f"json_populate_recordset(NULL::{options.db_table}, %s)"
                statement = f"{into} SELECT {named} FROM {rows}"
            else:
                cursor.execute(selected, [greatest or 0])
                kept = cursor.fetchall()
                statement = f"{into} VALUES ({', '.join(['%s'] * len(columns))})"
            if kept and kept != [(None,)]:
                found.append((statement, kept))
    return found
