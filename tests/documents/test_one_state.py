"""What is read together is of one moment, and events that come at once wait for each other."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import close_old_connections, connection, connections, transaction

from comparisons.documents import dump, load, one_state
from comparisons.models import Event, Party, Topic

Document = dict[str, Any]


@pytest.fixture
def for_real(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The database without a test's transaction around it. What is loaded is taken away again."""
    with django_db_blocker.unblock():
        if connection.vendor != "postgresql":
            pytest.skip("SQLite has one writer, and a transaction there is of one state")
        yield
        for model in (Event, Topic, Party):
            rows: Any = model
            rows._default_manager.all().delete()
            if hasattr(rows, "history"):
                rows.history.all().delete()
        with connection.cursor() as cursor:
            cursor.execute("SELECT tablename FROM pg_tables WHERE tablename LIKE 'comparisons_historical%%'")
            for (table,) in cursor.fetchall():
                cursor.execute(f"DELETE FROM {table}")
        connection.close()


def isolation() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SHOW transaction_isolation")
        row: tuple[str] = cursor.fetchone()
    return row[0]


def in_another_thread(work: Any) -> Any:
    def alone() -> Any:
        try:
            return work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as other:
        return other.submit(alone).result()


def test_one_state_is_that_of_its_first_look(for_real: None, document: Document) -> None:
    event = load(document).event
    with one_state():
        first = dump(event)
        in_another_thread(lambda: Event.objects.update(title="Another title"))
        in_another_thread(lambda: event.claims.first().delete())  # type: ignore[union-attr]
        assert dump(event) == first
        assert isolation() == "repeatable read"
    assert isolation() == "read committed"
    event.refresh_from_db()
    assert dump(event)["event"]["title"] == "Another title"


def test_one_state_within_a_transaction_is_that_transaction(for_real: None) -> None:
    with transaction.atomic():
        Party.objects.count()
        with one_state():
            assert isolation() == "read committed"


@pytest.mark.django_db
def test_one_state_keeps_nothing_back(event: Event) -> None:
    with one_state():
        Event.objects.update(title="Another title")
    assert Event.objects.get().title == "Another title"


def test_many_loads_of_one_new_event_wait_for_each_other(for_real: None, document: Document) -> None:
    together = Barrier(8)

    def one(_number: int) -> str:
        close_old_connections()
        try:
            together.wait()
            slug: str = load(document).event.slug
            return slug
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as loads:
        assert list(loads.map(one, range(8))) == [document["event"]["slug"]] * 8
    assert Event.objects.count() == 1
    assert len(dump(Event.objects.get())["claims"]) == len(document["claims"])


def test_loads_that_share_new_parties_and_topics_in_any_order_do_not_lock_each_other_out(
    for_real: None, document: Document
) -> None:
    together = Barrier(8)
    document["accounts"], document["claims"] = [], []
    document["topics"] = [{"slug": f"topic-{number}", "name": "Topic"} for number in range(40)]
    document["parties"] = [{"slug": f"party-{number}", "name": "Party"} for number in range(50)]

    def one(number: int) -> None:
        step = 1 if number % 2 else -1
        own = {**document, "event": {**document["event"], "slug": f"event-{number}"}}
        own |= {"parties": document["parties"][::step], "topics": document["topics"][::step]}
        try:
            together.wait()
            load(own)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as loads:
        list(loads.map(one, range(8)))
    assert (Event.objects.count(), Party.objects.count(), Topic.objects.count()) == (8, 50, 40)
