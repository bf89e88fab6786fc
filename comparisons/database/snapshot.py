"""A read snapshot: several queries that see the same state of the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


@contextmanager
def snapshot() -> Iterator[None]:
    """A consistent read outside of a transaction (REPEATABLE READ), whatever is saved meanwhile.

    For reading alone: PostgreSQL may refuse to write. SQLite has others who write wait. Within a transaction that is
    open already it adds nothing: whoever opened that has locked the event's row.
    """
    if connection.in_atomic_block:
        yield
        return
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
