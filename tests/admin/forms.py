"""What a browser sends from the admin's forms, and what is shown on them."""

from typing import Any

from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from comparisons.models import Claim, Event

ADD_EVENT = reverse("admin:comparisons_event_add")
ADD_CLAIM = reverse("admin:comparisons_claim_add")
CHANGED = "This was changed since you opened the page. Nothing is saved yet."
DELETED = "This was deleted since you opened the page. Nothing is saved yet."


def event_page(event: Event) -> str:
    return reverse("admin:comparisons_event_change", args=[event.pk])


def claim_page(claim: Claim) -> str:
    return reverse("admin:comparisons_claim_change", args=[claim.pk])


def new_event(**changes: Any) -> dict[str, Any]:
    return {"title": "A call", "slug": "a-call", "kind": "phone_call", "date": "2022-01-27", **changes}


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
