from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.models import Account, Event
from tests.admin.forms import assert_shown, errors, sent
from tests.factories import a_party, an_account, an_event

pytestmark = pytest.mark.django_db
ADD = reverse("admin:comparisons_account_add")


def page(account: Account) -> str:
    return reverse("admin:comparisons_account_change", args=[account.pk])


def new_account(event: Event, **changes: Any) -> dict[str, Any]:
    return {
        "event": event.pk,
        "party": event.parties.get(slug="kremlin").pk,
        "title": "Kremlin briefing",
        "key": "kremlin-briefing",
        "kind": "briefing",
        "source": "Dmitry Peskov",
        "attribution": "on_record",
        "completeness": "full",
        "scope": "narrow",
        "language": "en",
        "text": "They spoke of trade.",
        **changes,
    }


def test_a_pasted_text_is_the_first_revision(editor: Client, event: Event) -> None:
    response = editor.post(ADD, new_account(event))
    assert response["Location"] == reverse("admin:comparisons_event_change", args=[event.pk])
    account = event.accounts.get(key="kremlin-briefing")
    assert account.order == 4
    assert [(revision.number, revision.text) for revision in account.revisions.all()] == [(1, "They spoke of trade.")]
    assert account.latest.captured_at.endswith("Z")


def test_no_label_is_for_what_is_hidden(editor: Client, event: Event) -> None:
    html = editor.get(f"{ADD}?event={event.pk}").content.decode()
    assert 'name="shown_revision"' in html
    assert 'for="id_shown_revision"' not in html


def test_a_text_is_kept_to_the_letter_but_for_crlf(editor: Client, event: Event) -> None:
    text = "\r\n  One\r\n\r\n\tTwo\u00a0\u2028 cafe\u0301 👩‍👩‍👧‍👦 \r\n \r\n"
    editor.post(ADD, new_account(event, text=text, captured_at="2017-01-29 15:31", revision_note="As pasted"))
    revision = event.accounts.get(key="kremlin-briefing").latest
    assert revision.text == text.replace("\r\n", "\n")
    assert (revision.captured_at, revision.note) == ("2017-01-29T15:31", "As pasted")


def test_an_account_opened_and_saved_as_it_is_gets_no_revision(editor: Client, event: Event) -> None:
    editor.post(ADD, new_account(event, text="\r\n  One\r\n\r\nTwo \r\n\r\n"))
    account = event.accounts.get(key="kremlin-briefing")
    html = editor.get(page(account)).content.decode()
    assert ">\n\n  One\n\nTwo \n\n</textarea>" in html  # a browser drops the first newline after the tag
    for account in event.accounts.all():
        before = Account.objects.filter(pk=account.pk).values().get()
        assert editor.post(page(account), sent(editor, page(account))).status_code == 302
        assert account.revisions.count() == 1
        assert Account.objects.filter(pk=account.pk).values().get() == before


def test_a_changed_text_is_the_next_revision_and_the_editor_learns_what_rests_on_the_earlier_one(
    editor: Client, kremlin: Account
) -> None:
    first = kremlin.latest.text
    data = sent(editor, page(kremlin)) | {"text": f"{first}\r\n", "revision_note": "A line more"}
    response = editor.post(page(kremlin), data, follow=True)
    assert [(revision.number, revision.text) for revision in kremlin.revisions.all()] == [(1, first), (2, f"{first}\n")]
    assert kremlin.revisions.get(number=2).note == "A line more"
    html = response.content.decode()
    link = f'<a href="/admin/comparisons/event/{kremlin.event_id}/read-again/">6 stances are to be read again</a>'
    assert f"kept as revision 2. 4 quotes went over to it. {link}." in html
    assert_shown(editor.get(page(kremlin)), "Revision 1, captured 2017-01-29")


def test_a_page_opened_before_another_editor_saved_a_text_cannot_bring_the_old_one_back(
    editor: Client, kremlin: Account
) -> None:
    opened_before = sent(editor, page(kremlin))
    first = kremlin.latest.text
    editor.post(page(kremlin), {**opened_before, "text": "A second text."})

    for typed in ({"title": "Kremlin readout"}, {"text": "A third text."}):
        response = editor.post(page(kremlin), {**opened_before, **typed})
        assert response.status_code == 409
        for words in typed.values():
            assert_shown(response, words)
    kremlin.refresh_from_db()
    assert kremlin.title == "Kremlin statement on the call"
    assert [revision.text for revision in kremlin.revisions.all()] == [first, "A second text."]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"text": ""}, "text", "required"),
        ({"text": "Trade\x0bties"}, "text", "Character 6 is the control character U+000B"),
        ({"text": "x" * 500_001}, "text", "at most 500000 characters"),
        ({"issued_at": "28 January 2017"}, "issued_at", "“28 January 2017” is not a date"),
        ({"issued_at": "2017-02-30"}, "issued_at", "is not a date"),
        ({"captured_at": "yesterday"}, "captured_at", "is not a date"),
        ({"via": "The\x85Kremlin"}, "via", "control character U+0085"),
        ({"key": "Kremlin Briefing"}, "key", "lower-case"),
        ({"language": "English"}, "language", "language tag"),
        ({"source_url": "ftp://kremlin.ru"}, "source_url", "valid URL"),
    ],
)
def test_a_fault_is_reported_at_its_field_and_nothing_typed_is_lost(
    editor: Client, event: Event, changes: dict[str, str], field: str, message: str
) -> None:
    response = editor.post(ADD, new_account(event, **changes))
    assert message in " ".join(errors(response)[field])
    assert_shown(response, "Dmitry Peskov")
    assert event.accounts.count() == 4


def test_a_text_of_500_000_characters_is_taken(editor: Client, event: Event) -> None:
    assert editor.post(ADD, new_account(event, text="д\r\n" * 250_000)).status_code == 302


def test_a_note_on_a_text_that_has_not_changed_is_refused(editor: Client, kremlin: Account) -> None:
    response = editor.post(page(kremlin), sent(editor, page(kremlin)) | {"revision_note": "Edited quietly"})
    assert "The text has not changed" in errors(response)["revision_note"][0]


def test_only_a_party_of_the_event_is_taken(editor: Client, event: Event) -> None:
    elysee = a_party("elysee", "Élysée")
    response = editor.post(ADD, new_account(event, party=elysee.pk))
    assert "not one of the event's parties" in errors(response)["party"][0]
    assert "Élysée" not in editor.get(f"{ADD}?event={event.pk}").content.decode()


def test_a_key_occurs_once_in_an_event(editor: Client, event: Event, kremlin: Account) -> None:
    response = editor.post(ADD, new_account(event, key=kremlin.key))
    assert "already exists" in errors(response)["__all__"][0]
    newspaper = event.accounts.get(key="newspaper-report")
    response = editor.post(page(newspaper), sent(editor, page(newspaper)) | {"key": kremlin.key})
    assert "already exists" in errors(response)["__all__"][0]


def test_a_translation_is_of_an_account_of_the_same_event_and_never_of_itself(
    editor: Client, event: Event, kremlin: Account, newspaper: Account
) -> None:
    other = an_event()
    foreign = an_account(other, "foreign")
    for account in (kremlin, foreign):
        response = editor.post(page(kremlin), sent(editor, page(kremlin)) | {"translation_of": account.pk})
        assert "not another account of the same event" in errors(response)["translation_of"][0]
    editor.post(page(newspaper), sent(editor, page(newspaper)) | {"translation_of": kremlin.pk})
    newspaper.refresh_from_db()
    assert newspaper.translation_of == kremlin
    response = editor.post(page(kremlin), sent(editor, page(kremlin)) | {"translation_of": newspaper.pk})
    assert "itself translated from this one" in errors(response)["translation_of"][0]


def test_an_account_stays_with_its_event(editor: Client, kremlin: Account) -> None:
    other = an_event()
    editor.post(page(kremlin), sent(editor, page(kremlin)) | {"event": other.pk})
    kremlin.refresh_from_db()
    assert kremlin.event.slug == "trump-putin-call-2017-01-28"


def test_an_event_has_at_most_fifty_accounts(editor: Client, event: Event) -> None:
    Account.objects.bulk_create(
        Account(event=event, key=f"a{number}", title="A", kind="post", source="A") for number in range(46)
    )
    response = editor.post(ADD, new_account(event))
    assert "at most 50 accounts" in errors(response)["__all__"][0]


def test_an_account_is_deleted_with_its_texts_and_stances(editor: Client, event: Event, kremlin: Account) -> None:
    address = reverse("admin:comparisons_account_delete", args=[kremlin.pk])
    assert_shown(editor.get(address), "Are you sure")
    assert editor.post(address, {"post": "yes"}).status_code == 302
    assert not event.accounts.filter(key="kremlin-statement").exists()


def test_an_account_that_others_quote_is_not_deleted(editor: Client, newspaper: Account) -> None:
    address = reverse("admin:comparisons_account_delete", args=[newspaper.pk])
    for response in (editor.get(address), editor.post(address, {"post": "yes"})):
        assert_shown(response, "Quote “Contrary to statements from the White House”, on which the stance of")
        assert_shown(response, "White House statement on the call")
    action = {"action": "delete_selected", "_selected_action": [newspaper.pk], "post": "yes"}
    response = editor.post(reverse("admin:comparisons_account_changelist"), action)
    assert_shown(response, "Quote “Contrary to statements from the White House”")
    assert newspaper.revisions.exists()


def test_accounts_that_quote_each_other_are_deleted_together(editor: Client, event: Event) -> None:
    everything = list(event.accounts.values_list("pk", flat=True))
    action = {"action": "delete_selected", "_selected_action": everything, "post": "yes"}
    assert editor.post(reverse("admin:comparisons_account_changelist"), action).status_code == 302
    assert not event.accounts.exists()
