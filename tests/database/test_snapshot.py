"""What is read together is of one moment, and events that come at once wait for each other."""

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from django.core.management import call_command
from django.db import close_old_connections, connection, connections, transaction

from comparisons.database.snapshot import snapshot
from comparisons.documents import Faults, dump, load
from comparisons.editorial.revisions import revise
from comparisons.models import Account, Event, Party, Topic

Document = dict[str, Any]
TIMES = 12


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
    with snapshot():
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
        with snapshot():
            assert isolation() == "read committed"


@pytest.mark.django_db
def test_one_state_keeps_nothing_back(event: Event) -> None:
    with snapshot():
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


def at_once(*works: Callable[[], Any]) -> None:
    """Each work in a thread of its own, started together, again and again; an error in any is raised."""
    together = Barrier(len(works))

    def one(work: Callable[[], Any]) -> None:
        try:
            for _time in range(TIMES):
                together.wait(timeout=60)
                work()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as pool:
        for done in [pool.submit(one, work) for work in works]:
            done.result()


def test_two_loads_of_the_same_events_in_opposite_order(for_real: None, document: Document, tmp_path: Path) -> None:
    files = []
    for slug in ("one-call", "two-calls", "three-calls"):
        own = {**document, "event": {**document["event"], "slug": slug}}
        load(own)
        path = tmp_path / f"{slug}.json"
        path.write_text(json.dumps(own))
        files.append(str(path))
    at_once(
        lambda: call_command("load_comparison", *files, verbosity=0),
        lambda: call_command("load_comparison", *reversed(files), verbosity=0),
    )
    assert Event.objects.count() == 3


def test_a_new_text_and_a_load_of_the_same_event(for_real: None, document: Document) -> None:
    event = load(document).event
    account = Account.objects.get(event=event, key="kremlin-statement")
    texts = iter(range(10**6))

    def new_text() -> None:
        revise(account, f"{account.latest.text}\n{next(texts)}", captured_at="", note="")

    def reload() -> None:
        own = json.loads(json.dumps(document))
        held = next(one for one in own["accounts"] if one["id"] == account.key)
        revisions = [{"text": one.text} for one in account.revisions.order_by("number")]
        own["accounts"] = [{**one, "revisions": revisions} if one is held else one for one in own["accounts"]]
        try:
            load(own)
        except Faults as error:
            # A text that came in between is never dropped, and the load says so.
            if "never dropped" not in str(error):
                raise

    at_once(new_text, reload)
    assert account.revisions.count() == TIMES + 1
