"""What the tests of pages across events ask for."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from comparisons.cards import store as keeping
from comparisons.cards.drawing import png
from comparisons.documents import load
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish
from tests.across.counted_by_hand import Counted, claims_of
from tests.examples import DOCUMENTS
from tests.factories import SINGLE
from tests.replay import once


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Every card that is drawn from here on."""
    layouts: list[Any] = []

    def counted(layout: Any, draw: Callable[[Any], bytes] = png) -> bytes:
        layouts.append(layout)
        return draw(layout)

    monkeypatch.setattr(keeping, "png", counted)
    return layouts


@pytest.fixture
def published(db: None) -> list[Counted]:
    """Every document that there is, published; and its claims, counted by hand."""

    def publish_all() -> None:
        for path in DOCUMENTS:
            publish(load(json.loads(path.read_text())).event, by="ann")

    once("every document, published", publish_all)
    return claims_of(DOCUMENTS)


@pytest.fixture
def second(edition: Edition) -> Edition:
    """The second edition, in which one side alone speaks of trade."""
    edition.event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
    return publish(edition.event, note=SINGLE, by="ann")


@pytest.fixture
def many_calls(db: None, document: dict[str, Any]) -> Callable[[int], None]:
    """Publishes as many small calls in all, six a year, each with one agreement and one claim of one side only."""
    kept = {"is-cooperation-discussed", "terrorism-priority"}
    claims = [claim for claim in document["claims"] if claim["slug"] in kept]

    def publish_calls(total: int) -> None:
        once(("calls", total), lambda: publish_until(total))

    def publish_until(total: int) -> None:
        for number in range(Event.objects.count(), total):
            once(("call", number), partial(publish_call, number))

    def publish_call(number: int) -> None:
        event = {
            "slug": f"call-{number}",
            "title": f"Call {number}",
            "date": f"{2000 + number // 6}-01-{1 + number % 6:02}",
        }
        publish(load({**document, "event": {**document["event"], **event}, "claims": claims}).event, by="ann")

    return publish_calls
