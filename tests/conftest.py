"""What every test may ask for: the real call of January 2017, at the desk and published."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from comparisons.database import insert_only
from comparisons.documents import load
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish
from tests.browser.site import Site, serve
from tests.examples import DOCUMENTS, EXAMPLE, SHARED, SLUG
from tests.replay import once

HERE = Path(__file__).parent
# Folders whose tests are about the project's papers and the form of its pages, for which one database is enough.
ONCE = {"house", "html"}


def pytest_report_header() -> str:
    if DOCUMENTS == [EXAMPLE]:
        return (
            f"documents: the folder {SHARED.parent.name}/{SHARED.name} is absent, so the shipped example stands alone"
        )
    return f"documents: {len(DOCUMENTS)} from {SHARED.parent.name}/{SHARED.name}"


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what asks a database, before `-m` chooses: the rest is the same on each, and runs on one."""
    for item in items:
        asks = "django_db_setup" in getattr(item, "fixturenames", ()) or item.get_closest_marker("django_db")
        if asks and item.path.relative_to(HERE).parts[0] not in ONCE:
            item.add_marker(pytest.mark.database)


@pytest.fixture
def document() -> dict[str, Any]:
    """The example as it is shipped; each test gets one of its own to change."""
    example: dict[str, Any] = json.loads(EXAMPLE.read_text())
    return example


@pytest.fixture
def event(db: None, document: dict[str, Any]) -> Event:
    """The example at the desk, not published."""
    once("the example at the desk", lambda: load(document, reader="Ann Reader"))
    return Event.objects.get(slug=SLUG)


@pytest.fixture
def edition(event: Event) -> Edition:
    """The example's first edition."""
    once("the example's first edition", lambda: publish(event, by="ann"))
    return Edition.objects.get(event=event)


@pytest.fixture
def without_triggers(db: None) -> None:
    """For damage that the database would otherwise refuse."""
    insert_only.remove(connection)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The running site with every document that there is, published: one for all tests that only read it."""
    with serve(tmp_path_factory.mktemp("site")) as running:
        others = [str(path) for path in DOCUMENTS if path.stem != SLUG]
        if others:
            running.manage("load_comparison", *others, "--publish")
        yield running
