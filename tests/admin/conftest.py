"""Editors and publishers as the migration makes them, and what their browsers send."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from comparisons.models import Account, Claim, Event


def member(name: str, group: str) -> Client:
    user = User.objects.create_user(name, password="password", is_staff=True, first_name="Ann", last_name=name.title())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def editor(db: None) -> Client:
    return member("editor", "Editors")


@pytest.fixture
def publisher(db: None) -> Client:
    return member("publisher", "Publishers")


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


def sent(client: Client, address: str) -> dict[str, Any]:
    """What a browser would send if the page's form were submitted as it is."""
    context = client.get(address).context
    data: dict[str, Any] = {}
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if not field.field.disabled and value is not None:
                value = field.field.prepare_value(value)
                data[field.html_name] = value.replace("\n", "\r\n") if isinstance(value, str) else value
    return data


def errors(response: Any) -> dict[str, list[str]]:
    """The messages on the page, by the field that they stand at."""
    assert response.status_code == 200, response.status_code
    context = response.context
    found = {name: list(messages) for name, messages in context["adminform"].form.errors.items()}
    for inline in context["inline_admin_formsets"]:
        for form in inline.formset.forms:
            found |= {form.add_prefix(name): list(messages) for name, messages in form.errors.items()}
    for messages in found.values():
        for message in messages:
            assert_shown(response, message)
    return found


def assert_shown(response: Any, text: str) -> None:
    assert escape(text) in response.content.decode(), text


# Claims.

KREMLIN = "kremlin-statement"
OFFICIAL = "white-house-official"
STATEMENT = "white-house-statement"
NEWSPAPER = "newspaper-report"
ADD_CLAIM = reverse("admin:comparisons_claim_add")


def claim_page(claim: Claim) -> str:
    return reverse("admin:comparisons_claim_change", args=[claim.pk])
