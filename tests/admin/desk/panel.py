"""What a browser sends from the panel, opened for one account and one claim, and what is shown on it."""

import re
from typing import Any

from django.test import Client
from django.urls import reverse

from comparisons.models import Claim, Event, Stance
from tests.admin.forms import assert_shown

HTMX = {"HX-Request": "true", "HX-Target": "panel"}
PARTS = {"": "exact", "from": "account", "before": "before", "after": "after"}


def panel(event: Event) -> str:
    return reverse("admin:comparisons_event_desk_panel", args=[event.pk])


def opened(client: Client, claim: Claim, key: str, **query: str) -> dict[str, Any]:
    """What would be sent if the panel of this cell were saved as it is."""
    account = claim.event.accounts.get(key=key)
    return sent_by(client.get(panel(claim.event), {"account": str(account.pk), "claim": f"#{claim.pk}", **query}))


def sent_by(response: Any) -> dict[str, Any]:
    """What the panel that was answered would send if it were saved as it is."""
    form = response.context["form"]
    data: dict[str, Any] = {"account": form.target.account.pk}
    for one in (form, form.quotes.management_form, *form.quotes):
        for field in one:
            value = field.field.prepare_value(field.value())
            data[field.html_name] = "" if value is None else value
    return data


def named(**fields: Any) -> dict[str, Any]:
    """`quote_1`, `quote_1_from` and the like as the panel names its fields."""
    return {name_of(field): value for field, value in fields.items()}


def name_of(field: str) -> str:
    found = re.fullmatch(r"quote_(\d+)_?(\w*)", field)
    return f"quotes-{int(found[1]) - 1}-{PARTS[found[2]]}" if found else field


def save(client: Client, claim: Claim, key: str, **fields: Any) -> Any:
    """Open the panel, type and save."""
    return client.post(panel(claim.event), opened(client, claim, key) | named(**fields))


def faults(response: Any) -> dict[str, str]:
    """The messages on the panel, by the field that they stand at."""
    assert response.status_code == 422, response.status_code
    form = response.context["form"]
    found = {
        one.add_prefix(name): " ".join(messages)
        for one in (form, *form.quotes)
        for name, messages in one.errors.items()
    }
    for messages in found.values():
        assert_shown(response, messages)
    return found


def stance(claim: Claim, key: str) -> Stance | None:
    return claim.stances.filter(account__key=key).first()


def stance_of(event: Event, claim: str, account: str) -> Stance | None:
    return Stance.objects.filter(claim__event=event, claim__slug=claim, account__key=account).first()


def stored(event: Event, claim: str, account: str) -> dict[str, str]:
    found = stance_of(event, claim, account)
    assert found
    return {"version": str(found.version), "cell": f"{found.claim_id}-{found.account_id}"}


def address(event: Event, way: str = "desk") -> str:
    return reverse(f"admin:comparisons_event_{way}", args=[event.pk])


def form(event: Event, account: str, claim: str = "", **fields: Any) -> dict[str, Any]:
    """What the panel sends, with one quote at most."""
    exact = fields.pop("exact", "")
    source = fields.pop("source", account)
    return {
        "account": event.accounts.get(key=account).pk,
        "claim": claim,
        "quotes-TOTAL_FORMS": 1,
        "quotes-INITIAL_FORMS": 0,
        "quotes-0-exact": exact,
        "quotes-0-account": source,
        **fields,
    }
