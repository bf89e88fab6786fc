"""An editor takes a changed text of the Kremlin, sees what it changes, saves it, and reads again what rests on it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from comparisons.editorial.revisions import revise
from comparisons.models import Account, Edition, Event, Stance
from comparisons.texts.digest import text_digest
from tests.admin.forms import assert_shown
from tests.dom import text_of
from tests.factories import TICKED

pytestmark = pytest.mark.django_db


def address(account: Account, way: str) -> str:
    return reverse(f"admin:comparisons_account_{way}", args=[account.pk])


def way(event: Event, name: str) -> str:
    return reverse(f"admin:comparisons_event_{name}", args=[event.pk])


def changed(account: Account) -> str:
    return str(account.latest.text.replace("as equals, and", "and"))


def typed(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text.replace("\n", "\r\n"), "captured_at": "2017-02-01", "note": "Edited", **more}


def confirmed(account: Account, text: str, **more: Any) -> dict[str, Any]:
    return typed(text, save="Save", **({"after": account.latest.number, "seen": text_digest(text)} | more))


# The text has changed.


def test_the_page_begins_with_the_text_that_is_stored(editor: Client, kremlin: Account) -> None:
    html = editor.get(address(kremlin, "revise")).content.decode()
    assert escape(kremlin.latest.text) in html
    assert 'name="save"' not in html
    account = editor.get(reverse("admin:comparisons_account_change", args=[kremlin.pk])).content.decode()
    assert f'href="{address(kremlin, "revise")}"' in account


def test_the_difference_and_what_becomes_of_the_quotes_are_shown_and_nothing_is_saved(
    editor: Client, kremlin: Account
) -> None:
    response = editor.post(address(kremlin, "revise"), typed(changed(kremlin), show="Show"))
    text = text_of(response.content.decode())
    assert "on a constructive basis, [removed: as equals, ]and to mutual benefit" in text
    assert "4 quotes go over" in text
    assert "2 quotes stay with the earlier text, and are to be read again" in text
    assert "4 silences are to be read again" in text
    assert 'name="save"' in response.content.decode()
    assert_shown(response, changed(kremlin).replace("\n", "\r\n"))
    assert kremlin.revisions.count() == 1


def test_what_was_shown_is_saved_on_confirmation(editor: Client, kremlin: Account) -> None:
    text = changed(kremlin)
    version = kremlin.version
    response = editor.post(address(kremlin, "revise"), confirmed(kremlin, text), follow=True)
    assert_shown(response, "The changed text is kept as revision 2. 4 quotes went over to it.")
    link = f'<a href="{way(kremlin.event, "read_again")}">6 stances are to be read again</a>'
    assert link in response.content.decode()
    revision = kremlin.latest
    assert (revision.number, revision.text, revision.note) == (2, text, "Edited")
    assert revision.captured_at == "2017-02-01"
    kremlin.refresh_from_db()
    assert kremlin.version != version
    assert kremlin.history.first().history_change_reason == "Text 2"


def test_a_text_that_was_not_shown_is_shown_first(editor: Client, kremlin: Account) -> None:
    for seen in ("", text_digest("Another text.")):
        response = editor.post(address(kremlin, "revise"), confirmed(kremlin, changed(kremlin), seen=seen))
        assert response.status_code == 409
        assert_shown(response, "The text is not the one whose difference was shown")
        assert_shown(response, changed(kremlin).replace("\n", "\r\n"))
        assert "[removed: as equals, ]" in text_of(response.content.decode())
    assert kremlin.revisions.count() == 1


def test_a_text_compared_with_one_that_is_not_the_latest_any_more_is_kept_and_not_saved(
    editor: Client, kremlin: Account
) -> None:
    mine = changed(kremlin)
    sent = confirmed(kremlin, mine)
    revise(kremlin, "Somebody else’s text.", captured_at="", note="")
    response = editor.post(address(kremlin, "revise"), sent)
    assert response.status_code == 409
    assert_shown(response, "Revision 2 was saved since you opened this page.")
    assert_shown(response, mine.replace("\n", "\r\n"))
    assert_shown(response, "Somebody else’s text.")
    assert kremlin.revisions.count() == 2
    editor.post(address(kremlin, "revise"), confirmed(kremlin, mine))
    assert kremlin.latest.text == mine


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": ""}, "This field is required."),
        ({"text": "Trade\x0bties"}, "control character U+000B"),
        ({"text": "x" * 500_001}, "at most 500000 characters"),
        ({"captured_at": "yesterday"}, "“yesterday” is not a date"),
        ({"note": "x" * 501}, "at most 500 characters"),
    ],
)
@pytest.mark.parametrize("button", ["save", "show"])
def test_a_fault_is_reported_and_what_was_typed_is_kept(
    editor: Client, kremlin: Account, fields: dict[str, str], message: str, button: str
) -> None:
    data = {**confirmed(kremlin, changed(kremlin)), **fields}
    if button == "show":
        del data["save"]
    response = editor.post(address(kremlin, "revise"), data)
    assert_shown(response, message)
    for value in fields.values():
        assert_shown(response, value)
    assert kremlin.revisions.count() == 1


@pytest.mark.parametrize("button", ["save", "show"])
def test_the_text_that_is_stored_is_no_new_one(editor: Client, kremlin: Account, button: str) -> None:
    text = kremlin.latest.text
    response = editor.post(address(kremlin, "revise"), {**typed(text), button: "x", "after": 1})
    assert_shown(response, "This is the text that is held already: there is nothing to save.")
    assert kremlin.revisions.count() == 1


def test_an_account_without_a_text_is_given_one_on_its_own_page(editor: Client, event: Event) -> None:
    empty = event.accounts.create(key="empty", title="Empty", kind="post", source="X")
    response = editor.get(address(empty, "revise"))
    assert response["Location"] == reverse("admin:comparisons_account_change", args=[empty.pk])


# Differences.


def test_any_two_texts_are_compared(editor: Client, kremlin: Account) -> None:
    assert_shown(editor.get(address(kremlin, "differences")), "There are no two texts of this account to compare.")
    for text in (changed(kremlin), "A third."):
        revise(kremlin, text, captured_at="", note="")
    assert "[added: A third.]" in text_of(editor.get(address(kremlin, "differences")).content.decode())
    first_to_second = editor.get(address(kremlin, "differences"), {"earlier": 1, "later": 2})
    assert "[removed: as equals, ]" in text_of(first_to_second.content.decode())
    back = editor.get(address(kremlin, "differences"), {"earlier": 2, "later": 1})
    assert "[added: as equals, ]" in text_of(back.content.decode())


@pytest.mark.parametrize("query", [{"earlier": 1, "later": 9}, {"earlier": 1}, {"earlier": "x", "later": "-1"}])
def test_a_text_that_is_not_there_is_refused_with_a_reason(
    editor: Client, kremlin: Account, query: dict[str, Any]
) -> None:
    revise(kremlin, changed(kremlin), captured_at="", note="")
    response = editor.get(address(kremlin, "differences"), query)
    assert response.status_code == 200
    assert "errorlist" in response.content.decode()
    assert 'class="difference"' not in response.content.decode()


@pytest.mark.parametrize("page", ["revise", "differences"])
def test_the_pages_are_not_for_visitors_nor_for_accounts_that_are_not_there(
    client: Client, editor: Client, kremlin: Account, page: str, django_user_model: Any
) -> None:
    assert client.get(address(kremlin, page))["Location"].startswith("/admin/login/")
    assert editor.get(reverse(f"admin:comparisons_account_{page}", args=[404])).status_code == 404
    client.force_login(django_user_model.objects.create_user("staff", is_staff=True))
    assert client.get(address(kremlin, page)).status_code == 403


# To read again.


@pytest.fixture
def outdated(event: Event, kremlin: Account) -> Event:
    revise(kremlin, changed(kremlin), captured_at="", note="")
    return event


def silence(event: Event) -> Stance:
    return event.claims.get(slug="duration").stances.get(account__key="kremlin-statement")


@pytest.mark.parametrize("page", ["change", "publish", "read_again"])
def test_the_list_stands_on_the_event_before_publishing_and_by_itself(
    publisher: Client, outdated: Event, page: str
) -> None:
    response = publisher.get(way(outdated, page))
    text = text_of(response.content.decode())
    assert "6 stances rest on a text that has changed since they were read." in text
    assert "quotes revision 1 of “Kremlin statement on the call”: on a constructive basis, as equals" in text
    assert "silent on it, in an earlier text what changed: Kremlin statement on the call" in text
    claim = outdated.claims.get(slug="as-equals")
    account = outdated.accounts.get(key="kremlin-statement")
    assert f'href="/admin/comparisons/claim/{claim.pk}/change/#account-{account.pk}"' in response.content.decode()


@pytest.mark.parametrize("page", ["change", "publish"])
def test_nothing_is_said_of_a_list_that_is_empty(publisher: Client, event: Event, page: str) -> None:
    assert 'id="read-again"' not in publisher.get(way(event, page)).content.decode()
    assert_shown(publisher.get(way(event, "read_again")), "Everything has been read in the latest texts.")


def test_a_silence_is_confirmed_with_one_button(editor: Client, outdated: Event) -> None:
    assert editor.get(way(outdated, "read_again")).content.decode().count("Read again: still silent") == 4
    response = editor.post(way(outdated, "read_again"), {"stance": silence(outdated).pk, "revision": 2}, follow=True)
    assert_shown(response, "Read again, still silent: “Kremlin statement on the call”")
    assert "5 stances rest on" in text_of(response.content.decode())
    stance = silence(outdated)
    assert (stance.revision.number, stance.reviewed_by) == (2, "Ann Editor")


def test_a_silence_in_a_text_that_was_not_seen_is_not_confirmed(editor: Client, outdated: Event) -> None:
    response = editor.post(way(outdated, "read_again"), {"stance": silence(outdated).pk, "revision": 1})
    assert response.status_code == 409
    assert_shown(response, "Revision 2 was saved since you opened this page: read that text first.")
    assert silence(outdated).revision.number == 1


@pytest.mark.parametrize("given", [{}, {"stance": "x", "revision": "2"}, {"stance": "9" * 30}, {"stance": "\x00"}])
def test_what_is_not_on_the_list_is_not_confirmed(editor: Client, outdated: Event, given: dict[str, str]) -> None:
    response = editor.post(way(outdated, "read_again"), given)
    assert response.status_code == 409
    assert_shown(response, "This stance is not on the list any more")


def test_the_list_is_not_for_visitors_nor_for_staff_of_neither_group(
    client: Client, outdated: Event, django_user_model: Any
) -> None:
    assert client.get(way(outdated, "read_again"))["Location"].startswith("/admin/login/")
    client.force_login(django_user_model.objects.create_user("staff", is_staff=True))
    assert client.post(way(outdated, "read_again"), {}).status_code == 403


# Publishing.


def test_publishing_takes_a_tick_and_keeps_the_note(publisher: Client, outdated: Event) -> None:
    assert_shown(publisher.get(way(outdated, "publish")), "Publish although 6 stances have not been read again")
    response = publisher.post(way(outdated, "publish"), {"note": "A first edition", **TICKED})
    assert_shown(response, "6 stances have not been read again since their text changed: read them, or tick")
    assert_shown(response, "A first edition")
    assert not Edition.objects.exists()
    publisher.post(way(outdated, "publish"), {"note": "A first edition", "unread_allowed": "on", **TICKED})
    assert len(Edition.objects.get().document["edition"]["read_again"]) == 6


def test_there_is_no_tick_where_nothing_is_to_be_read_again(publisher: Client, event: Event) -> None:
    assert "unread_allowed" not in publisher.get(way(event, "publish")).content.decode()


def test_the_preview_says_what_the_edition_would(editor: Client, outdated: Event) -> None:
    html = editor.get(way(outdated, "preview")).content.decode()
    assert html.count("The text has changed since this was read.") == 6
    assert "see what changed" not in html
