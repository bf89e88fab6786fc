from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.models import Edition, Event
from tests.admin.forms import assert_shown
from tests.factories import TICKED, an_account

pytestmark = pytest.mark.django_db


def address(event: Event, way: str) -> str:
    return reverse(f"admin:comparisons_event_{way}", args=[event.pk])


# Preview.


def test_the_preview_is_the_public_page_of_the_desks_present_state(editor: Client, event: Event) -> None:
    event.claims.filter(slug="trade-discussed").update(question="Was commerce discussed?")
    response = editor.get(address(event, "preview"))
    assert_shown(response, "Was commerce discussed?")
    assert 'data-outcome="contradiction"' in response.content.decode()
    assert_shown(response, "It is not published")
    assert "noindex" in response["X-Robots-Tag"]
    assert "no-store" in response["Cache-Control"]
    narrowed = editor.get(address(event, "preview"), {"show": "contradictions"}).content.decode()
    assert "claim-trade-discussed" in narrowed
    assert "claim-sanctions-discussed" not in narrowed


def test_the_preview_says_why_there_is_none(editor: Client, event: Event) -> None:
    an_account(event, "empty", title="An empty account", order=9)
    assert_shown(editor.get(address(event, "preview")), "“An empty account” (revisions): This must not be empty.")


def test_an_event_with_nothing_in_it_has_a_preview(editor: Client, event: Event) -> None:
    event.claims.all().delete()
    event.accounts.all().delete()
    assert editor.get(address(event, "preview")).status_code == 200


@pytest.mark.parametrize("way", ["preview", "publish", "withdraw"])
def test_the_desk_is_not_for_visitors(client: Client, event: Event, way: str) -> None:
    response = client.get(address(event, way))
    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")


def test_staff_of_neither_group_see_no_preview(client: Client, event: Event, django_user_model: Any) -> None:
    client.force_login(django_user_model.objects.create_user("staff", is_staff=True))
    assert client.get(address(event, "preview")).status_code == 403


@pytest.mark.parametrize("way", ["preview", "publish", "withdraw"])
def test_an_event_that_is_not_there_is_not_found(publisher: Client, way: str) -> None:
    assert publisher.get(reverse(f"admin:comparisons_event_{way}", args=[404])).status_code == 404


# Publish.


def test_a_publisher_publishes_and_is_led_to_the_public_page(publisher: Client, event: Event) -> None:
    assert_shown(publisher.get(address(event, "publish")), "This makes edition 1")
    response = publisher.post(address(event, "publish"), {"note": "", **TICKED}, follow=True)
    edition = Edition.objects.get()
    assert (edition.number, edition.published_by) == (1, "Ann Publisher")
    link = '<a href="/comparisons/trump-putin-call-2017-01-28/">Trump–Putin phone call, 28 January 2017</a>'
    assert f"Edition 1 is published: {link}" in response.content.decode()


@pytest.mark.parametrize("way", ["publish", "withdraw"])
def test_an_editor_cannot_publish_or_withdraw(editor: Client, event: Event, edition: Edition, way: str) -> None:
    assert editor.get(address(event, way)).status_code == 403
    assert editor.post(address(event, way), {"note": "A reason"}).status_code == 403
    assert Edition.objects.published().count() == 1
    assert Edition.objects.count() == 1


def test_the_second_edition_needs_a_change_note(publisher: Client, event: Event, edition: Edition) -> None:
    response = publisher.post(address(event, "publish"), {"note": "  ", **TICKED})
    assert_shown(response, "Say in the change note what changed since edition 1.")
    publisher.post(address(event, "publish"), {"note": "The Kremlin's briefing\r\nis added.", **TICKED})
    assert event.editions.get(number=2).note == "The Kremlin's briefing\nis added."


def test_what_is_not_reviewed_yet_is_listed_before_publishing(publisher: Client, event: Event) -> None:
    event.claims.get(slug="trade-discussed").stances.all().delete()
    response = publisher.get(address(event, "publish"))
    assert_shown(response, "3 of 51 not read yet")
    claim, account = event.claims.get(slug="trade-discussed"), event.accounts.get(key="kremlin-statement")
    link = (
        f'<a href="/admin/comparisons/claim/{claim.pk}/change/#account-{account.pk}">Kremlin statement on the call</a>'
    )
    assert link in response.content.decode()


def test_obstacles_are_reported_and_the_note_is_kept(publisher: Client, event: Event) -> None:
    event.claims.all().delete()
    assert_shown(publisher.get(address(event, "publish")), "There is no claim to publish yet.")
    response = publisher.post(address(event, "publish"), {"note": "The first <edition>"})
    assert_shown(response, "There is no claim to publish yet.")
    assert_shown(response, "The first <edition>")
    assert not Edition.objects.exists()


def test_a_note_with_a_control_character_is_refused(publisher: Client, event: Event) -> None:
    assert_shown(publisher.post(address(event, "publish"), {"note": "A\x0bB"}), "control character U+000B")
    assert not Edition.objects.exists()


def test_publishing_takes_a_token_of_the_form(event: Event, publisher: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = publisher.cookies
    assert strict.post(address(event, "publish"), {"note": ""}).status_code == 403
    assert not Edition.objects.exists()


# Withdraw.


def test_a_publisher_withdraws_with_a_reason(publisher: Client, client: Client, event: Event, edition: Edition) -> None:
    response = publisher.post(address(event, "withdraw"), {"note": " "})
    assert_shown(response, "Say in a sentence why it is withdrawn")
    assert Edition.objects.published().exists()
    response = publisher.post(address(event, "withdraw"), {"note": "A text was misread."}, follow=True)
    assert_shown(response, "The comparison is withdrawn")
    assert_shown(response, "A text was misread.")
    assert edition.withdrawal.withdrawn_by == "Ann Publisher"
    public = client.get("/comparisons/trump-putin-call-2017-01-28/")
    assert public.status_code == 410
    assert "A text was misread." in public.content.decode()


def test_what_is_not_published_is_not_withdrawn(publisher: Client, event: Event) -> None:
    assert_shown(publisher.get(address(event, "withdraw")), "There is no published edition to withdraw.")
    assert_shown(
        publisher.post(address(event, "withdraw"), {"note": "Why"}), "There is no published edition to withdraw."
    )
