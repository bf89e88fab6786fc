"""What every test may ask for: the real call of January 2017, at the desk and published."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.template.base import Template
from django.template.context import Context
from django.test.signals import template_rendered
from django.utils.safestring import SafeString
from hypothesis import settings

from comparisons.database import insert_only
from comparisons.documents import load
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish
from tests.browser.site import Site, serve
from tests.examples import DOCUMENTS, EXAMPLE, SHARED, SLUG
from tests.replay import once

# However long one example takes on a machine that is busy.
settings.register_profile("whole", deadline=None)
settings.register_profile("fast", deadline=None, max_examples=10)
settings.load_profile("whole")

HERE = Path(__file__).parent
# Folders whose tests are about the project's papers and the form of its pages, for which one database is enough.
ONCE = {"house", "html", "lighthouse"}
# Folders whose tests start programs beside the suite, and on each database other ones.
ON_EACH = {"operations"}
SLOW = {"html", "lighthouse", "operations"}
OTHER_DOCUMENTS = {path for path in DOCUMENTS if path.stem != SLUG}
"""On which a test is tried besides the example."""


def pytest_configure() -> None:
    """What is imported stays, and what a page leaves behind is small: looking through all takes a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


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
        room = item.path.relative_to(HERE).parts[0]
        asks = "django_db_setup" in getattr(item, "fixturenames", ()) or item.get_closest_marker("django_db")
        if room in ON_EACH or (asks and room not in ONCE):
            item.add_marker(pytest.mark.database)
        given = item.callspec.params.values() if hasattr(item, "callspec") else ()
        if room in SLOW or any(isinstance(one, Path) and one in OTHER_DOCUMENTS for one in given):
            item.add_marker(pytest.mark.slow)
    # What takes longest begins first, so that no process is left alone with it.
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session", autouse=True)
def context_of_the_page_alone(django_test_environment: None) -> None:
    """A response has the context of its page: to copy that of each fragment as well takes a tenth of the time."""

    def render(template: Template, context: Context) -> SafeString:
        if context.template is template:
            template_rendered.send(sender=template, template=template, context=context)
        return template.nodelist.render(context)

    Template._render = render  # type: ignore[attr-defined]


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
