"""The triggers that make revisions, editions, withdrawals and addresses append-only, on both databases.

They are dropped before every `migrate` and created again after it: on SQLite a migration that alters a table rebuilds
it, for which triggers of other tables that refer to it are in the way, and its own are lost.
A revision is deleted only with its account: deleting the account deletes its revisions, and nothing else can.
"""

from collections.abc import Collection

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

ACCOUNT, REVISION = "comparisons_account", "comparisons_revision"
TABLES = (REVISION, "comparisons_edition", "comparisons_withdrawal", "comparisons_address")

TRIGGERS = (
    *(f"{table}_never_updated" for table in TABLES),
    *(f"{table}_never_deleted" for table in TABLES),
    "comparisons_account_takes_its_revisions",
)


def install(connection: BaseDatabaseWrapper) -> None:
    remove(connection)
    statements = _sqlite() if connection.vendor == "sqlite" else _postgresql()
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper, tables: Collection[str] = (ACCOUNT, *TABLES)) -> None:
    """Drop the triggers of these tables: before a migration there may not be all of them yet."""
    with connection.cursor() as cursor:
        for trigger in (trigger for trigger in TRIGGERS if _table_of(trigger) in tables):
            on = "" if connection.vendor == "sqlite" else f" ON {_table_of(trigger)}"
            cursor.execute(f"DROP TRIGGER IF EXISTS {trigger}{on}")


def missing(connection: BaseDatabaseWrapper) -> list[str]:
    """The names of the triggers that are missing, or disabled."""
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'D'"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        present = {name for (name,) in cursor.fetchall()}
    return [trigger for trigger in TRIGGERS if trigger not in present]


def remove_before_migrate(*, using: str, **_kwargs: object) -> None:
    """For the signal pre_migrate."""
    connection = connections[using]
    present = set(connection.introspection.table_names())
    if ACCOUNT in present:
        remove(connection, present)


def install_after_migrate(*, using: str, **_kwargs: object) -> None:
    """For the signal post_migrate; nothing to do where the tables are not there (yet, or any more)."""
    connection = connections[using]
    if {ACCOUNT, *TABLES} <= set(connection.introspection.table_names()):
        install(connection)


def _table_of(trigger: str) -> str:
    return next(table for table in (ACCOUNT, *TABLES) if trigger.startswith(table))


def _sqlite() -> list[str]:
    statements = []
    for table in TABLES:
        refuse = f"BEGIN SELECT RAISE(ABORT, '{table} is insert-only'); END"
        condition = f"WHEN EXISTS (SELECT 1 FROM {ACCOUNT} WHERE id = OLD.account_id)" if table == REVISION else ""
        statements += [
            f"CREATE TRIGGER {table}_never_updated BEFORE UPDATE ON {table} {refuse}",
            f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table} {condition} {refuse}",
        ]
    take = f"BEGIN DELETE FROM {REVISION} WHERE account_id = OLD.id; END"
    return [*statements, f"CREATE TRIGGER comparisons_account_takes_its_revisions AFTER DELETE ON {ACCOUNT} {take}"]


def _postgresql() -> list[str]:
    def function(name: str, body: str) -> str:
        return f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"

    refuse = "RAISE EXCEPTION '% is insert-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';"
    refuse_unless_account_is_gone = (
        f"IF EXISTS (SELECT 1 FROM {ACCOUNT} WHERE id = OLD.account_id) THEN {refuse} END IF; RETURN OLD;"
    )
    statements = [
        function("comparisons_refuse", refuse),
        function("comparisons_refuse_unless_account_is_gone", refuse_unless_account_is_gone),
        function("comparisons_take_revisions", f"DELETE FROM {REVISION} WHERE account_id = OLD.id; RETURN OLD;"),
    ]
    for table in TABLES:
        on_delete = "comparisons_refuse_unless_account_is_gone" if table == REVISION else "comparisons_refuse"
        each_row = f"ON {table} FOR EACH ROW EXECUTE FUNCTION"
        statements += [
            f"CREATE TRIGGER {table}_never_updated BEFORE UPDATE {each_row} comparisons_refuse()",
            f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE {each_row} {on_delete}()",
        ]
    return [
        *statements,
        f"CREATE TRIGGER comparisons_account_takes_its_revisions AFTER DELETE ON {ACCOUNT} "
        "FOR EACH ROW EXECUTE FUNCTION comparisons_take_revisions()",
    ]
