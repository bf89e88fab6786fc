"""Who works at the desk, and rows of the example that they work on."""

import pytest
from django.test import Client

from comparisons.models import Account, Claim, Event
from tests.factories import member


@pytest.fixture
def editor(db: None) -> Client:
    return member("editor", "Editors")


@pytest.fixture
def publisher(db: None) -> Client:
    return member("publisher", "Publishers")


@pytest.fixture
def bob(db: None) -> Client:
    return member("bob", "Editors")


@pytest.fixture
def kremlin(event: Event) -> Account:
    return event.accounts.get(key="kremlin-statement")


@pytest.fixture
def newspaper(event: Event) -> Account:
    return event.accounts.get(key="newspaper-report")


@pytest.fixture
def trade(event: Event) -> Claim:
    return event.claims.get(slug="trade-discussed")


@pytest.fixture
def duration(event: Event) -> Claim:
    return event.claims.get(slug="duration")
