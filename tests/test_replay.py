"""What is inserted again is what was made."""

from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from comparisons.documents import load
from comparisons.models import Event
from comparisons.publishing.publish import publish
from tests import replay

pytestmark = pytest.mark.django_db
Tables = dict[str, list[tuple[Any, ...]]]


def tables() -> Tables:
    """Every row of the comparisons' tables, all columns."""
    found: Tables = {}
    with connection.cursor() as cursor:
        for model in apps.get_app_config("comparisons").get_models(include_auto_created=True):
            cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY 1")
            found[model._meta.db_table] = cursor.fetchall()
    return found


def at_the_desk_and_published(document: dict[str, Any]) -> tuple[Tables, Tables]:
    """The tables after each step, of which nothing stays."""
    point = transaction.savepoint()
    replay.once("loaded", lambda: load(document))
    loaded = tables()
    replay.once("published", lambda: publish(Event.objects.get(), by="ann"))
    published = tables()
    transaction.savepoint_rollback(point)
    return loaded, published


def test_every_row_comes_back_as_it_was_made(document: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "_kept", {})
    monkeypatch.setattr(replay, "_ends", set())
    made, inserted = at_the_desk_and_published(document), at_the_desk_and_published(document)
    assert inserted == made
    assert made[0]["comparisons_event"]
    assert made[1]["comparisons_edition"]


def test_what_was_changed_meanwhile_is_made_anew(document: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "_kept", {})
    monkeypatch.setattr(replay, "_ends", set())
    at_the_desk_and_published(document)
    replay.once("loaded", lambda: load(document))
    event = Event.objects.get()
    event.title = "Another title"
    event.save()
    replay.once("published", lambda: publish(event, by="ann"))
    assert event.editions.get().title == "Another title"
