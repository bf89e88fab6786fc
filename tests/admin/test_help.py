"""Beside each field that an editor fills in stands what it is for, and the field names that text as its description."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.editorial.revisions import revise
from comparisons.models import Edition, Event

pytestmark = pytest.mark.django_db
NOT_TYPED_INTO = {"hidden", "submit", "search", "button"}


@dataclass
class Fields(HTMLParser):
    """The form fields of a page, with the ids that describe each; and all the ids that there are."""

    found: dict[str, list[str]] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    groups: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids.add(given.get("id", ""))
        if tag == "fieldset":
            self.groups.append(given.get("aria-describedby", ""))
        if tag in ("input", "select", "textarea") and given.get("type") not in NOT_TYPED_INTO and given.get("name"):
            by = given.get("aria-describedby") or (self.groups[-1] if self.groups else "")
            self.found[given["name"]] = by.split()

    def handle_endtag(self, tag: str) -> None:
        if tag == "fieldset":
            self.groups.pop()


def forms(event: Event) -> Iterator[str]:
    for model in ("event", "party", "topic", "account", "claim"):
        yield reverse(f"admin:comparisons_{model}_add")
    for model in ("account", "claim"):
        yield reverse(f"admin:comparisons_{model}_add") + f"?event={event.pk}"
    account, claim = event.accounts.all()[0], event.claims.all()[0]
    yield reverse("admin:comparisons_account_change", args=[account.pk])
    yield reverse("admin:comparisons_claim_change", args=[claim.pk])
    yield reverse("admin:comparisons_account_import")
    yield reverse("admin:comparisons_account_revise", args=[account.pk])
    yield reverse("admin:comparisons_event_load")
    for way in ("change", "publish", "withdraw"):
        yield reverse(f"admin:comparisons_event_{way}", args=[event.pk])
    yield reverse("admin:comparisons_event_desk_panel", args=[event.pk]) + f"?account={account.pk}"


@pytest.mark.slow
def test_each_field_of_an_editors_form_has_its_help(publisher: Client, event: Event, edition: Edition) -> None:
    revise(event.accounts.get(key="kremlin-statement"), "Another text.", captured_at="", note="")
    for address in forms(event):
        page = Fields()
        page.feed(publisher.get(address).content.decode())
        without = [name for name, by in page.found.items() if not set(by) & page.ids]
        # Of the panel's own: whose account is read is what was chosen, not what is typed.
        assert page.found, address
        assert [name for name in without if name != "account"] == [], address
