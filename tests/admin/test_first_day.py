"""On an empty desk, and on every event's page, stands what comes next."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparisons.editorial.next_step import Step, next_step
from comparisons.editorial.revisions import ReadAgainList, revise
from comparisons.models import Account, Claim, Event, Party, Stance
from comparisons.publishing.publish import publish, withdraw
from tests.admin.forms import ADD_EVENT, assert_shown, event_page, new_event, sent
from tests.dom import page
from tests.factories import a_party, an_account, an_event, with_permissions

pytestmark = pytest.mark.django_db
INDEX = reverse("admin:index")
LISTS = ["event", "account", "claim", "party", "topic", "edition", "withdrawal"]


def step_of(event: Event) -> Step:
    return next_step(event, to_read_again=len(ReadAgainList.of(event).entries)).step


@pytest.fixture
def bare(db: None) -> Event:
    """An event of two parties, and nothing more."""
    event = an_event("a-call", title="A call", kind="phone_call", date="2022-01-27")
    event.parties.set([a_party(slug) for slug in ("kyiv", "washington")])
    return event


def account_of(event: Event, slug: str | None) -> Account:
    party = Party.objects.get(slug=slug) if slug else None
    return an_account(event, slug or "paper", text="Trade", party=party)


def test_an_empty_desk_says_where_to_begin(editor: Client) -> None:
    html = editor.get(INDEX).content.decode()
    assert "Begin with an event" in html
    assert f'<a class="button default" href="{ADD_EVENT}">New event</a>' in html
    parts = page(html).one("#content-main").all("#first-day, [href^='/admin/comparisons/event/']")
    assert parts[0].attributes.get("id") == "first-day"
    assert len(parts) > 1


def test_the_list_of_what_there_is_does_not_say_where_to_begin(editor: Client, bare: Event) -> None:
    html = editor.get(reverse("admin:app_list", args=["comparisons"])).content.decode()
    assert "Begin with an event" not in html
    assert f'href="{reverse("admin:comparisons_event_changelist")}"' in html


def test_the_front_page_lists_the_last_events_with_what_comes_next(editor: Client, event: Event) -> None:
    html = editor.get(INDEX).content.decode()
    assert "Begin with an event" not in html
    assert f'<a href="{event_page(event)}">{event.title}</a>' in html
    assert "next: look at it, and publish it" in html
    publish(event, by="ann")
    assert_shown(editor.get(INDEX), "published: edition 1")


def test_the_front_page_costs_as_many_queries_for_many_events(editor: Client, event: Event) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert editor.get(INDEX).status_code == 200
        return len(captured)

    queries()
    few = queries()
    for number in range(20):
        other = an_event(f"e{number}")
        other.parties.set(event.parties.all())
        account_of(other, "kremlin")
    assert queries() == few


def test_events_come_first_where_editors_look_for_them(editor: Client, db: None) -> None:
    models = page(editor.get(INDEX).content.decode()).values("[id^=comparisons-]", "id")
    assert [model for model in models if model.removeprefix("comparisons-") in LISTS] == [
        f"comparisons-{model}" for model in LISTS
    ]


def test_an_editor_without_rights_is_shown_no_event(client: Client, event: Event) -> None:
    html = with_permissions("view_party").get(INDEX).content.decode()
    assert event.title not in html
    assert "Begin with an event" not in html


@pytest.mark.parametrize("model", LISTS)
def test_an_empty_list_says_what_would_stand_there(publisher: Client, model: str) -> None:
    response = publisher.get(reverse(f"admin:comparisons_{model}_changelist"))
    assert 'id="none-yet">N' in response.content.decode()


def test_a_search_without_a_find_leads_back_to_all(editor: Client, event: Event) -> None:
    response = editor.get(reverse("admin:comparisons_event_changelist"), {"q": "nothing like it"})
    assert_shown(response, "Nothing here matches that.")
    assert "none-yet" not in response.content.decode()


def test_parties_are_named_while_the_event_is_entered(editor: Client) -> None:
    a_party("kremlin")
    response = editor.post(ADD_EVENT, new_event(new_parties="White House\r\nkremlin\r\nКиев"), follow=True)
    event = Event.objects.get()
    assert {party.name: party.slug for party in event.parties.all()} == {
        "Kremlin": "kremlin",
        "White House": "white-house",
        "Киев": "party",
    }
    assert_shown(response, "Next: enter the first account.")
    version = event.version
    editor.post(event_page(event), sent(editor, event_page(event)) | {"new_parties": "Élysée"})
    event.refresh_from_db()
    assert event.parties.filter(slug="elysee").exists()
    assert event.version != version


def test_who_may_add_no_party_names_none(event: Event) -> None:
    client = with_permissions("add_event", "view_event", "change_event")
    assert "new_parties" not in client.get(ADD_EVENT).content.decode()
    client.post(ADD_EVENT, new_event(new_parties="Nowhere", parties=[event.parties.all()[0].pk]))
    assert not Party.objects.filter(name="Nowhere").exists()


def test_each_partys_account_comes_next_and_then_the_desk(editor: Client, bare: Event) -> None:
    kyiv, washington = bare.parties.all()
    add = f"/admin/comparisons/account/add/?event={bare.pk}&amp;party="
    assert f'href="{add}{kyiv.pk}">Add the first account</a>' in editor.get(event_page(bare)).content.decode()
    account_of(bare, None)
    account_of(bare, "kyiv")
    assert (
        f'href="{add}{washington.pk}">Add an account: Washington</a>' in editor.get(event_page(bare)).content.decode()
    )
    assert step_of(bare) == Step.ACCOUNT
    account_of(bare, "washington")
    assert step_of(bare) == Step.CLAIM
    html = editor.get(event_page(bare)).content.decode()
    assert f'<a class="button default" href="/admin/comparisons/event/{bare.pk}/desk/">Open the desk</a>' in html
    assert len(page(html).all("[aria-current=step]")) == 1


def test_the_form_of_an_account_has_the_party_that_the_next_step_names(editor: Client, bare: Event) -> None:
    party = bare.parties.all()[1]
    address = f"{reverse('admin:comparisons_account_add')}?event={bare.pk}&party={party.pk}"
    assert sent(editor, address)["party"] == str(party.pk)


def test_a_text_that_is_imported_for_a_party_is_that_partys(editor: Client, bare: Event) -> None:
    party = bare.parties.all()[1]
    address = f"{reverse('admin:comparisons_account_import')}?event={bare.pk}&party={party.pk}"
    assert f"&amp;party={bare.parties.all()[0].pk}" in editor.get(event_page(bare)).content.decode()
    response = editor.post(address, {"text": "They spoke of trade."})
    assert f'<option value="{party.pk}" selected>{party}</option>' in response.content.decode()


def test_the_preview_leads_back_to_the_event(editor: Client, event: Event) -> None:
    html = editor.get(reverse("admin:comparisons_event_preview", args=[event.pk])).content.decode()
    assert '<a href="../change/">Back to the event</a>' in html
    assert "Back to the event" not in editor.get(f"/comparisons/{publish(event, by='ann').slug}/").content.decode()


def test_a_party_without_an_account_holds_nobody_up_once_there_are_claims(event: Event) -> None:
    event.parties.add(a_party())
    assert step_of(event) == Step.PUBLISH


def test_what_is_not_reviewed_comes_before_publishing(editor: Client, event: Event) -> None:
    Stance.objects.filter(claim__slug="trade-discussed", account__key="kremlin-statement").delete()
    assert_shown(editor.get(event_page(event)), "not read yet: 1 of 51")
    assert step_of(event) == Step.READ


def test_a_changed_text_is_read_again_before_publishing(event: Event) -> None:
    revise(event.accounts.get(key="kremlin-statement"), "Another text.", captured_at="", note="")
    assert step_of(event) == Step.READ_AGAIN


def test_publishing_leads_to_what_readers_see_and_a_change_to_the_next_edition(
    publisher: Client, editor: Client, event: Event
) -> None:
    change: Any = f"/admin/comparisons/event/{event.pk}/"
    assert f'href="{change}publish/">Publish edition 1</a>' in publisher.get(event_page(event)).content.decode()
    assert_shown(editor.get(event_page(event)), "a publisher publishes it")
    edition = publish(event, by="ann")
    assert step_of(event) == Step.DONE
    assert (
        f'href="/comparisons/{edition.slug}/">See it as readers do</a>'
        in editor.get(event_page(event)).content.decode()
    )
    claim = Claim.objects.get(slug="trade-discussed")
    claim.note = "A note."
    claim.save()
    assert step_of(event) == Step.CORRECT
    assert f'href="{change}publish/">Publish edition 2</a>' in publisher.get(event_page(event)).content.decode()
    claim.delete()
    publish(event, by="ann", note="A claim less.")
    assert step_of(event) == Step.DONE
    withdraw(event, by="ann", reason="For a reason.")
    assert step_of(event) == Step.WITHDRAWN
    assert_shown(publisher.get(event_page(event)), "Edition 2 is withdrawn.")


def test_a_page_is_called_what_it_shows(editor: Client, event: Event) -> None:
    assert f"<h1>{event.title}</h1>" in editor.get(event_page(event)).content.decode()
    assert "<h1>New event</h1>" in editor.get(ADD_EVENT).content.decode()
    assert "<h1>Events</h1>" in editor.get(reverse("admin:comparisons_event_changelist")).content.decode()
    assert "<h1>Comparisons</h1>" in editor.get("/admin/comparisons/").content.decode()


def test_the_desk_says_how_far_it_has_come(editor: Client, event: Event) -> None:
    desk = reverse("admin:comparisons_event_desk", args=[event.pk])
    assert_shown(editor.get(desk), "Every account of a party is read for every claim.")
    Stance.objects.filter(claim__slug="trade-discussed", account__key="kremlin-statement").delete()
    assert_shown(editor.get(desk), "Not read yet: 1 of 51.")
    event.claims.all().delete()
    assert_shown(editor.get(desk), "First select words in a text above.")
