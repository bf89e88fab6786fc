"""comparison/1 documents are uploaded to the desk and downloaded from it."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from comparisons.admin import documents as exchange
from comparisons.documents import dump, render_json
from comparisons.models import Account, Claim, Event, Party
from tests.admin.forms import assert_shown
from tests.factories import a_party, with_permissions

pytestmark = pytest.mark.django_db
LOAD = reverse("admin:comparisons_event_load")
LIST = reverse("admin:comparisons_event_changelist")
AGAIN = "Choose the file again: a browser does not keep it."


def file(document: Any) -> dict[str, Any]:
    raw = document if isinstance(document, bytes) else json.dumps(document).encode()
    return {"file": SimpleUploadedFile("comparison.json", raw, "application/json")}


def test_a_document_is_uploaded_and_becomes_an_event(editor: Client, document: dict[str, Any]) -> None:
    assert f'href="{LOAD}"' in editor.get(LIST).content.decode()
    assert editor.get(LOAD).status_code == 200
    response = editor.post(LOAD, file(document), follow=True)
    event = Event.objects.get()
    assert response.redirect_chain == [(reverse("admin:comparisons_event_change", args=[event.pk]), 302)]
    assert_shown(response, "The document is at the desk, and not published.")
    assert (event.accounts.count(), event.claims.count()) == (len(document["accounts"]), len(document["claims"]))
    assert not event.editions.exists()


def test_every_fault_is_reported_at_its_place_and_nothing_is_saved(editor: Client, document: dict[str, Any]) -> None:
    document["event"]["date"] = "2017-02-30"
    document["claims"][0]["topic"] = "nowhere"
    document["claims"][3]["stances"][0]["quotes"][0] = {"exact": "words that nobody said"}
    response = editor.post(LOAD, file(document))
    assert response.context["form"].errors == {"file": [AGAIN]}
    places = [reason.partition(": ")[0] for reason in response.context["reasons"]]
    assert {"event.date", "claims[0].topic", "claims[3].stances[0].quotes[0].exact"} <= set(places)
    for reason in response.context["reasons"]:
        assert_shown(response, reason)
    assert_shown(response, f"Nothing was saved: the document has {len(places)} faults.")
    assert not Event.objects.exists()
    assert not Party.objects.exists()


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"{", "This is not JSON"),
        (b"\xff", "This is not UTF-8: see byte 1."),
        (b'{"format": "comparison/1", "format": "comparison/1"}', "The key “format” stands twice in one object."),
        (b"[]", ""),
        (b"null", ""),
        (b"NaN", "NaN is not a JSON number."),
        (b"[" * 100_000, "This is nested too deeply."),
    ],
)
def test_what_is_no_document_is_refused(editor: Client, raw: bytes, reason: str) -> None:
    response = editor.post(LOAD, file(raw))
    (said,) = response.context["reasons"]
    assert reason in said
    assert_shown(response, AGAIN)
    assert not Event.objects.exists()


def test_no_file_an_empty_one_and_a_huge_one_are_refused(editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    assert editor.post(LOAD).context["form"].errors == {"file": ["This field is required."]}
    assert editor.post(LOAD, file(b"")).context["form"].errors == {"file": ["The submitted file is empty."]}
    monkeypatch.setattr(exchange, "BYTES_AT_MOST", 2**20)
    response = editor.post(LOAD, file(b" " * (2**20 + 1)))
    assert response.context["form"].errors == {
        "file": ["The file is larger than 1 MB: the command load_comparison takes it."]
    }


def test_an_event_that_the_desk_holds_is_replaced_only_where_the_editor_says_so(
    editor: Client, event: Event, document: dict[str, Any]
) -> None:
    del document["claims"][1:]
    before = dump(event)
    response = editor.post(LOAD, file(document))
    (message,) = response.context["form"].errors["replace"]
    assert message == f"The desk holds the event “{event}” already. Tick this, and choose the file again."
    assert_shown(response, message)
    assert dump(event) == before
    assert editor.post(LOAD, file(document) | {"replace": "on"}).status_code == 302
    assert event.claims.count() == 1


def test_what_the_desk_keeps_of_its_own_is_reported(editor: Client, document: dict[str, Any]) -> None:
    slug = document["parties"][0]["slug"]
    a_party(slug, "As the desk calls it")
    assert_shown(
        editor.post(LOAD, file(document), follow=True), f"“{slug}” is called “As the desk calls it” at the desk"
    )


def test_a_text_that_is_stored_cannot_be_changed_by_a_document(
    editor: Client, event: Event, document: dict[str, Any]
) -> None:
    document["accounts"][0]["revisions"][0]["text"] += " And more."
    response = editor.post(LOAD, file(document) | {"replace": "on"})
    (reason,) = response.context["reasons"]
    assert reason.startswith("accounts[0].revisions[0].text: This differs from the text held as revision 1")
    assert Claim.objects.filter(event=event).count() == len(document["claims"])


def test_it_takes_every_permission_for_what_a_document_holds(document: dict[str, Any]) -> None:
    needed = ["change_event", "add_event", "add_account", "add_claim", "add_stance"]
    client = with_permissions("view_event", *needed[:-1])
    assert client.get(LOAD).status_code == client.post(LOAD, file(document)).status_code == 403
    assert f'href="{LOAD}"' not in client.get(LIST).content.decode()
    assert Client().get(LOAD).status_code == 302
    User.objects.all().delete()
    client = with_permissions("view_event", *needed)
    assert client.post(LOAD, file(document)).status_code == 302
    response = client.post(LOAD, file(document) | {"replace": "on"})
    (message,) = response.context["form"].errors["file"]
    assert message.endswith("already, and you may not replace it.")
    assert Account.objects.count() == len(document["accounts"])


def test_the_desks_state_is_downloaded_and_loads_again(editor: Client, event: Event) -> None:
    address = reverse("admin:comparisons_event_document", args=[event.pk])
    assert (
        f'href="{address}"' in editor.get(reverse("admin:comparisons_event_change", args=[event.pk])).content.decode()
    )
    response = editor.get(address)
    assert response["Content-Type"] == "application/json"
    assert response["Content-Disposition"] == f'attachment; filename="{event.slug}.json"'
    assert response.content.decode() == render_json(dump(event))
    before = dump(event)
    assert editor.post(LOAD, file(response.content) | {"replace": "on"}).status_code == 302
    assert dump(event) == before


def test_a_download_takes_the_permission_to_see_the_event(event: Event) -> None:
    address = reverse("admin:comparisons_event_document", args=[event.pk])
    assert with_permissions("view_account").get(address).status_code == 403
    User.objects.all().delete()
    client = with_permissions("view_event")
    assert client.get(address).status_code == 200
    assert client.get(reverse("admin:comparisons_event_document", args=[0])).status_code == 404
    assert Client().get(address).status_code == 302
