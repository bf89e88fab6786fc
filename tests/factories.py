"""Makes what many tests begin with: logins, rows and documents that differ from the example in one thing."""

import json
from typing import Any

from django.contrib.auth.models import Group, Permission, User
from django.test import Client

from comparisons.models import Account, Event, Party
from tests.examples import EXAMPLE

# Logins.


def member(name: str, group: str) -> Client:
    user = User.objects.create_user(name, password="password", is_staff=True, first_name="Ann", last_name=name.title())
    user.groups.add(Group.objects.get(name=group))
    client = Client()
    client.force_login(user)
    return client


def with_permissions(*names: str) -> Client:
    user = User.objects.create_user("somebody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=names))
    client = Client()
    client.force_login(user)
    return client


# Rows.


def a_party(slug: str = "kyiv", name: str = "") -> Party:
    return Party.objects.create(slug=slug, name=name or slug.title())


def an_event(slug: str = "other", **changes: Any) -> Event:
    """With no party, no account and no claim."""
    given = {"title": "Other", "kind": "meeting", "date": "2020-01-01"}
    return Event.objects.create(slug=slug, **given | changes)


def an_account(event: Event, key: str, *, text: str = "", **changes: Any) -> Account:
    """A post; with a revision where its text is given."""
    given = {"title": "A post", "kind": "post", "source": "Somebody"}
    account = Account.objects.create(event=event, key=key, **given | changes)
    if text:
        account.revisions.create(number=1, text=text)
    return account


TICKED = {"unconfirmed_allowed": "on", "unconfirmed": "trade-discussed"}
"""What a publisher sends who publishes the example although nobody has read its contradiction a second time."""

# Documents: each is the example with something changed.

RUSSIAN = "Состоялся телефонный разговор.\n\nОбсуждалась торговля.\n\nОбе стороны настроены на активную работу."
ENGLISH = "A telephone conversation took place.\n\nTrade was discussed.\n\nBoth sides are ready for active work."


def raw_event(slug: str) -> dict[str, Any]:
    """The example as it is before anybody has read it: the texts, and no claim."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text())
    return {**document, "event": {**document["event"], "slug": slug}, "claims": [], "topics": []}


def with_a_third_party(document: dict[str, Any]) -> dict[str, Any]:
    """Berlin contradicts nobody on trade: it says what the Kremlin says, and is silent on the rest."""
    document["parties"].append({"slug": "berlin", "name": "Berlin", "country": "DE"})
    document["parties"].append({"slug": "vienna", "name": "Vienna", "country": "AT"})
    words = "Trade came up."
    account = {**document["accounts"][0], "id": "berlin-note", "party": "berlin", "title": "Note from Berlin"}
    document["accounts"].append({**account, "revisions": [{"captured_at": None, "text": words, "note": ""}]})
    trade = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    trade["stances"].append(
        {"account": "berlin-note", "position": "affirms", "basis": "own_text", "quotes": [{"exact": words}]}
    )
    return document


# Editions.

SINGLE = "Only the Kremlin’s words are left."
