"""What every test may ask for: the real call of January 2017, at the desk and published."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from comparisons.database import insert_only
from comparisons.documents import load
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish
from tests.browser.site import Site, serve
from tests.examples import DOCUMENTS, EXAMPLE, SHARED, SLUG


def pytest_report_header() -> str:
    if DOCUMENTS == [EXAMPLE]:
        return (
            f"documents: the folder {SHARED.parent.name}/{SHARED.name} is absent, so the shipped example stands alone"
        )
    return f"documents: {len(DOCUMENTS)} from {SHARED.parent.name}/{SHARED.name}"


@pytest.fixture
def document() -> dict[str, Any]:
    """The example as it is shipped; each test gets one of its own to change."""
    example: dict[str, Any] = json.loads(EXAMPLE.read_text())
    return example


@pytest.fixture
def event(db: None, document: dict[str, Any]) -> Event:
    """The example at the desk, not published."""
    return load(document, reader="Ann Reader").event


@pytest.fixture
def edition(event: Event) -> Edition:
    """The example's first edition."""
    return publish(event, by="ann")


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
