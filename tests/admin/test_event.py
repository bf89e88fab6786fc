from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.models import Edition, Event, Party
from tests.admin.forms import ADD_EVENT, assert_shown, errors, event_page, new_event, sent
from tests.factories import a_party

pytestmark = pytest.mark.django_db


@pytest.fixture
def kyiv(db: None) -> Party:
    return a_party()


def test_an_event_is_added_and_the_way_leads_on_to_its_accounts(editor: Client, kyiv: Party) -> None:
    names = " Joe Biden \r\n\r\nVolodymyr Zelenskyy\r\n"
    response = editor.post(ADD_EVENT, new_event(participants=names, parties=[kyiv.pk]), follow=True)
    event = Event.objects.get()
    assert response.redirect_chain[-1][0] == event_page(event)
    assert event.participants == ["Joe Biden", "Volodymyr Zelenskyy"]
    assert list(event.parties.all()) == [kyiv]
    assert f'href="/admin/comparisons/account/add/?event={event.pk}"' in response.content.decode()
    assert_shown(response, "Joe Biden\nVolodymyr Zelenskyy</textarea>".removesuffix("</textarea>"))


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({}, "parties", "required"),
        ({"slug": "A call"}, "slug", "lower-case"),
        ({"date": "27 January"}, "date", "valid date"),
        ({"participants": "x" * 201}, "participants", "at most 200 characters"),
        ({"participants": "x\r\n" * 201}, "participants", "at most 200 names"),
        ({"participants": "Joe\x00Biden"}, "participants", "control character"),
        ({"summary": "x" * 5001}, "summary", "at most 5000 characters"),
    ],
)
def test_a_fault_is_reported_at_its_field(editor: Client, db: None, changes: Any, field: str, message: str) -> None:
    assert message in " ".join(errors(editor.post(ADD_EVENT, new_event(**changes)))[field])
    assert not Event.objects.exists()


def test_a_summary_is_kept_with_plain_line_ends(editor: Client, kyiv: Party) -> None:
    editor.post(ADD_EVENT, new_event(summary="One.\r\nTwo.", parties=[kyiv.pk]))
    assert Event.objects.get().summary == "One.\nTwo."


def test_a_party_in_whose_name_an_account_speaks_stays(editor: Client, event: Event) -> None:
    white_house = event.parties.get(slug="white-house")
    response = editor.post(event_page(event), sent(editor, event_page(event)) | {"parties": [white_house.pk]})
    message = "“Kremlin” stays: the account “Kremlin statement on the call” speaks in its name."
    assert errors(response)["parties"] == [message]


def test_the_page_shows_the_accounts_the_claims_and_what_is_not_reviewed(editor: Client, event: Event) -> None:
    event.claims.get(slug="trade-discussed").stances.filter(account__key="kremlin-statement").delete()
    response = editor.get(event_page(event))
    assert_shown(response, "4 accounts")
    assert_shown(response, "17 claims")
    assert_shown(response, "1 of 51 not read yet")
    account, claim = event.accounts.get(key="kremlin-statement"), event.claims.get(slug="trade-discussed")
    html = response.content.decode()
    assert f'href="/admin/comparisons/account/{account.pk}/change/">Kremlin statement on the call</a>' in html
    assert f'href="/admin/comparisons/claim/{claim.pk}/change/#account-{account.pk}"' in html
    assert f'href="/admin/comparisons/claim/add/?event={event.pk}"' in html
    assert_shown(response, "Nothing is published yet.")


def test_only_a_publisher_is_shown_the_way_to_publish(
    editor: Client, publisher: Client, event: Event, edition: Edition
) -> None:
    for way in ("publish", "withdraw"):
        link = f'href="/admin/comparisons/event/{event.pk}/{way}/"'
        assert link in publisher.get(event_page(event)).content.decode()
        assert link not in editor.get(event_page(event)).content.decode()
    assert f'href="/admin/comparisons/event/{event.pk}/preview/"' in editor.get(event_page(event)).content.decode()
    assert 'href="/comparisons/trump-putin-call-2017-01-28/"' in editor.get(event_page(event)).content.decode()


def test_an_event_with_an_edition_is_not_deleted(publisher: Client, event: Event, edition: Edition) -> None:
    address = reverse("admin:comparisons_event_delete", args=[event.pk])
    for response in (publisher.get(address), publisher.post(address, {"post": "yes"})):
        assert_shown(response, "would require deleting the following protected related objects")
        assert_shown(response, "Trump–Putin phone call, 28 January 2017, edition 1")
    assert Event.objects.exists()


def test_an_event_without_an_edition_is_deleted_with_all_that_it_holds(editor: Client, event: Event) -> None:
    address = reverse("admin:comparisons_event_delete", args=[event.pk])
    assert_shown(editor.get(address), "Are you sure")
    assert editor.post(address, {"post": "yes"}).status_code == 302
    assert not Event.objects.exists()


def test_an_event_opened_and_saved_as_it_is_stays_as_it_is(editor: Client, event: Event) -> None:
    before = Event.objects.values().get()
    response = editor.post(event_page(event), sent(editor, event_page(event)))
    assert response.status_code == 302
    assert Event.objects.values().get() == before
    assert event.parties.count() == 2


def test_the_log_of_editions_is_only_read(publisher: Client, event: Event, edition: Edition) -> None:
    address = reverse("admin:comparisons_edition_change", args=[edition.pk])
    assert_shown(publisher.get(address), edition.sha256)
    assert publisher.post(address, {"note": "Something else"}).status_code == 403
    assert publisher.post(reverse("admin:comparisons_edition_delete", args=[edition.pk])).status_code == 403
    assert publisher.get(reverse("admin:comparisons_edition_add")).status_code == 403
    assert_shown(publisher.get(reverse("admin:comparisons_edition_changelist")), event.title)
