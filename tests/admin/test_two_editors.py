"""Optimistic locking: two editors have one page open; the second is warned and may save over it knowingly."""

from typing import Any

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from comparisons.admin.claim import ClaimAdmin
from comparisons.models import Account, Claim, Event
from tests.admin.forms import CHANGED, DELETED, assert_shown, claim_page, sent
from tests.factories import a_party

pytestmark = pytest.mark.django_db


def page(row: Any) -> str:
    return reverse(f"admin:comparisons_{row._meta.model_name}_change", args=[row.pk])


def kept(response: Any) -> dict[str, Any]:
    """What the page that was answered would send if it were submitted as it is."""
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    data: dict[str, Any] = {}
    for form in forms:
        for field in form:
            value = field.value()
            if not field.field.disabled and value is not None:
                data[field.html_name] = field.field.prepare_value(value)
    return data


# The event, an account, a claim.


@pytest.mark.parametrize(
    ("row", "field", "first", "second"),
    [
        ("event", "summary", "They spoke for the first time.", "The <first> call."),
        ("kremlin", "source", "Press service", "Presidential press service"),
        ("trade", "question", "Was commerce discussed?", "Was business discussed?"),
    ],
)
def test_a_save_on_an_older_version_is_refused_and_shows_both(
    editor: Client, bob: Client, request: Any, row: str, field: str, first: str, second: str
) -> None:
    instance: Any = request.getfixturevalue(row)
    opened = sent(editor, page(instance))
    assert bob.post(page(instance), sent(bob, page(instance)) | {field: first}).status_code == 302
    before = type(instance).objects.filter(pk=instance.pk).values().get()

    response = editor.post(page(instance), opened | {field: second})
    assert response.status_code == 409
    for words in (CHANGED, "Last changed by Ann Bob", first, second):
        assert_shown(response, words)
    assert type(instance).objects.filter(pk=instance.pk).values().get() == before
    difference = response.context["adminform"].form.conflict.differences
    assert [(one.stored, one.typed) for one in difference] == [(first, second)]

    again = kept(response)
    assert again["version"] == str(before["version"])
    assert editor.post(page(instance), again).status_code == 302
    instance.refresh_from_db()
    assert getattr(instance, field) == second


def test_saving_over_is_refused_as_well_where_somebody_was_quicker_once_more(
    editor: Client, bob: Client, event: Event
) -> None:
    opened = sent(editor, page(event))
    bob.post(page(event), sent(bob, page(event)) | {"place": "Moscow"})
    again = kept(editor.post(page(event), opened | {"place": "Washington"}))
    bob.post(page(event), sent(bob, page(event)) | {"place": "Geneva"})
    assert editor.post(page(event), again).status_code == 409
    event.refresh_from_db()
    assert event.place == "Geneva"


def test_the_parties_count_as_part_of_the_event(editor: Client, bob: Client, event: Event) -> None:
    kyiv = a_party()
    parties = [party.pk for party in event.parties.all()]
    opened = sent(editor, page(event))
    assert bob.post(page(event), sent(bob, page(event)) | {"parties": [*parties, kyiv.pk]}).status_code == 302
    response = editor.post(page(event), opened | {"place": "Moscow"})
    assert response.status_code == 409
    assert_shown(response, "Kremlin, Kyiv, White House")
    assert set(event.parties.all()) >= {kyiv}


@pytest.mark.parametrize("row", ["event", "kremlin", "trade"])
def test_what_is_stored_can_be_left_as_it_is(editor: Client, request: Any, row: str) -> None:
    """The way out of a conflict is the page itself, opened again."""
    instance: Any = request.getfixturevalue(row)
    response = editor.post(page(instance), sent(editor, page(instance)) | {"version": "another"})
    assert response.status_code == 409
    assert_shown(response, "Leave this as it is held: what I typed here is dropped")
    assert f'<a href="{page(instance)}">' in response.content.decode()


def test_a_page_that_has_lost_its_version_is_refused(editor: Client, event: Event) -> None:
    data = {name: value for name, value in sent(editor, page(event)).items() if name != "version"}
    assert editor.post(page(event), data | {"place": "Moscow"}).status_code == 409


@pytest.mark.parametrize("row", ["event", "kremlin", "trade"])
def test_a_save_that_changes_nothing_leaves_version_and_history_as_they_are(
    editor: Client, request: Any, row: str
) -> None:
    instance: Any = request.getfixturevalue(row)
    rows = instance.history.count()
    assert editor.post(page(instance), sent(editor, page(instance))).status_code == 302
    version = instance.version
    instance.refresh_from_db()
    assert instance.version == version
    assert instance.history.count() == rows


def test_a_text_saved_meanwhile_is_not_brought_back_by_an_editor_who_left_it_alone(
    editor: Client, bob: Client, kremlin: Account
) -> None:
    opened = sent(editor, page(kremlin))
    assert bob.post(page(kremlin), sent(bob, page(kremlin)) | {"text": "A second text."}).status_code == 302
    again = kept(editor.post(page(kremlin), opened | {"source": "Press service"}))
    assert editor.post(page(kremlin), again).status_code == 302
    kremlin.refresh_from_db()
    assert (kremlin.source, kremlin.latest.text) == ("Press service", "A second text.")
    assert kremlin.revisions.count() == 2


def test_a_text_can_be_saved_over_another_and_both_are_kept(editor: Client, bob: Client, kremlin: Account) -> None:
    opened = sent(editor, page(kremlin))
    bob.post(page(kremlin), sent(bob, page(kremlin)) | {"text": "A second text."})
    response = editor.post(page(kremlin), opened | {"text": "A third text."})
    assert response.status_code == 409
    assert_shown(response, "A second text.")
    assert editor.post(page(kremlin), kept(response)).status_code == 302
    assert [revision.text for revision in kremlin.revisions.all()][1:] == ["A second text.", "A third text."]


# Deleted meanwhile.


@pytest.mark.parametrize(
    ("row", "typed"),
    [("kremlin", {"source": "Press service"}), ("trade", {"question": "Was business discussed?"})],
)
def test_a_row_deleted_meanwhile_is_reported_and_can_be_entered_again(
    editor: Client, bob: Client, event: Event, request: Any, row: str, typed: dict[str, str]
) -> None:
    instance: Any = request.getfixturevalue(row)
    opened = sent(editor, page(instance)) | typed
    delete = reverse(f"admin:comparisons_{instance._meta.model_name}_delete", args=[instance.pk])
    assert bob.post(delete, {"post": "yes"}).status_code == 302

    response = editor.post(page(instance), opened)
    assert response.status_code == 409
    for words in (DELETED, "Deleted by Ann Bob", *typed.values()):
        assert_shown(response, words)
    assert not type(instance).objects.filter(**typed).exists()

    add = reverse(f"admin:comparisons_{instance._meta.model_name}_add")
    assert f'action="{add}"' in response.content.decode()
    answer = editor.post(add, kept(response))
    assert answer.status_code == 302
    again = type(instance).objects.get(**typed)
    assert again.event == event


def test_an_event_deleted_meanwhile_is_reported(editor: Client, bob: Client, event: Event) -> None:
    opened = sent(editor, page(event)) | {"place": "Moscow"}
    bob.post(reverse("admin:comparisons_event_delete", args=[event.pk]), {"post": "yes"})
    response = editor.post(page(event), opened)
    assert response.status_code == 409
    assert_shown(response, "Moscow")
    assert not Event.objects.exists()


def test_a_row_that_never_was_leads_back_as_ever(editor: Client, event: Event) -> None:
    response = editor.post(reverse("admin:comparisons_event_change", args=[404]), {"title": "X"})
    assert response.status_code == 302


# No room to save.


def test_a_database_that_stays_busy_answers_503_with_everything_typed(
    editor: Client, trade: Claim, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_args: Any) -> bool:
        raise OperationalError("database is locked")

    data = sent(editor, claim_page(trade)) | {"note": "A <note>\r\nof two lines"}
    monkeypatch.setattr(ClaimAdmin, "lock", busy)
    response = editor.post(claim_page(trade), data)
    assert response.status_code == 503
    assert response["Retry-After"] == "1"
    assert_shown(response, "Nothing that you typed is lost")
    assert dict(response.context["typed"])["note"] == "A <note>\r\nof two lines"
    assert_shown(response, "A <note>")


def test_a_moments_congestion_is_waited_out(editor: Client, trade: Claim, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, calls = ClaimAdmin.lock, iter(range(9))

    def once_busy(self: ClaimAdmin, pk: int) -> bool:
        if next(calls) == 0:
            raise OperationalError("database is locked")
        return lock(self, pk)

    data = sent(editor, claim_page(trade)) | {"note": "A note"}
    monkeypatch.setattr(ClaimAdmin, "lock", once_busy)
    assert editor.post(claim_page(trade), data).status_code == 302
    assert Claim.objects.get(pk=trade.pk).note == "A note"
