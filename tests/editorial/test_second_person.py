"""With the setting SECOND_PERSON nobody publishes what they entered themselves."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from comparisons.editorial.revisions import revise
from comparisons.models import Edition, Event
from comparisons.publishing.errors import CannotPublish
from comparisons.publishing.publish import publish
from tests.admin.desk.panel import save
from tests.admin.forms import assert_shown, sent
from tests.examples import KREMLIN
from tests.factories import TICKED, member

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def second_person(settings: Any) -> None:
    settings.SECOND_PERSON = True


@pytest.fixture
def ann(db: None) -> Client:
    return member("ann", "Publishers")


@pytest.fixture
def bob(db: None) -> Client:
    return member("bob", "Publishers")


def change_event(client: Client, event: Event) -> None:
    address = reverse("admin:comparisons_event_change", args=[event.pk])
    assert client.post(address, sent(client, address) | {"place": "Moscow"}).status_code == 302


def change_text(client: Client, event: Event) -> None:
    address = reverse("admin:comparisons_account_change", args=[event.accounts.get(key=KREMLIN).pk])
    text = event.accounts.get(key=KREMLIN).latest.text
    assert client.post(address, sent(client, address) | {"text": f"{text} More."}).status_code == 302


def change_stance(client: Client, event: Event) -> None:
    claim = event.claims.get(slug="trade-discussed")
    assert save(client, claim, KREMLIN, note="It opens with it.").status_code == 302


def delete_claim(client: Client, event: Event) -> None:
    address = reverse("admin:comparisons_claim_delete", args=[event.claims.get(slug="iran-discussed").pk])
    assert client.post(address, {"post": "yes"}).status_code == 302


@pytest.mark.parametrize("change", [change_event, change_text, change_stance, delete_claim])
def test_whoever_changed_anything_does_not_publish_it_and_a_second_person_does(
    ann: Client, bob: Client, edition: Edition, change: Callable[[Client, Event], None]
) -> None:
    change(ann, edition.event)
    page = reverse("admin:comparisons_event_publish", args=[edition.event_id])
    message = "A second person publishes this: not Ann Ann, who changed it since the last edition."
    assert_shown(ann.get(page), message)
    typed = {"note": "A <correction>", "unread_allowed": "on", **TICKED}
    response = ann.post(page, typed)
    assert_shown(response, message)
    assert_shown(response, "A <correction>")
    assert Edition.objects.count() == 1
    assert bob.post(page, typed).status_code == 302
    assert Edition.objects.count() == 2
    assert ann.post(page, typed).status_code == 302


def test_a_superuser_is_no_exception(edition: Edition, client: Client) -> None:
    root = User.objects.create_superuser("root")
    client.force_login(root)
    change_event(client, edition.event)
    with pytest.raises(CannotPublish, match="not root, who changed it"):
        publish(edition.event, note="A correction", by="root", user=root)


def test_where_nobody_says_who_publishes_nothing_that_somebody_changed_is(ann: Client, edition: Edition) -> None:
    change_event(ann, edition.event)
    with pytest.raises(CannotPublish, match="not Ann Ann"):
        publish(edition.event, note="A correction", by="the command")


def test_an_event_that_a_command_loaded_is_published_by_anybody(ann: Client, event: Event) -> None:
    assert publish(event, by="the command").number == 1


def test_without_the_setting_one_person_is_enough(ann: Client, edition: Edition, settings: Any) -> None:
    settings.SECOND_PERSON = False
    change_event(ann, edition.event)
    assert publish(edition.event, note="A correction", by="ann", user=User.objects.get(username="ann")).number == 2


def test_a_text_that_is_revised_counts_as_a_change_of_its_account(event: Event) -> None:
    account = event.accounts.get(key=KREMLIN)
    version, rows = account.version, account.history.count()
    revise(account, f"{account.latest.text} More.", captured_at="", note="")
    account.refresh_from_db()
    assert account.version != version
    assert account.history.count() == rows + 1
