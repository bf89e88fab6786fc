"""Two editors read one account for one claim at once: what each typed is compared with what is stored."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.models import Claim, Topic
from tests.admin.desk.panel import named, opened, panel, save, sent_by, stance
from tests.admin.forms import CHANGED, DELETED, assert_shown, claim_page, sent
from tests.dom import page
from tests.examples import KREMLIN, OFFICIAL
from tests.factories import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(db: None) -> Client:
    return member("editor", "Editors")


def differences(response: Any) -> dict[str, tuple[str, str]]:
    conflict = response.context["form"].conflict
    for one in conflict.differences:
        assert_shown(response, one.stored)
        assert_shown(response, one.typed)
    return {one.label: (one.stored, one.typed) for one in conflict.differences}


def test_a_stance_changed_meanwhile_is_refused_with_both_versions_field_by_field(
    editor: Client, bob: Client, trade: Claim
) -> None:
    typed = opened(editor, trade, KREMLIN) | named(note="Ann's note", quote_2="as equals", position="denies")
    assert save(bob, trade, KREMLIN, note="Bob's note").status_code == 302

    response = editor.post(panel(trade.event), typed)
    assert response.status_code == 409
    for words in (CHANGED, "Last changed by Ann Bob"):
        assert_shown(response, words)
    assert differences(response) == {
        "Position": ("affirms", "denies"),
        "Note": ("Bob's note", "Ann's note"),
        "Quote 2": ("", "as equals"),
    }
    found = trade.stances.get(account__key=KREMLIN)
    assert (found.position, found.note, found.quotes.count()) == ("affirms", "Bob's note", 1)

    assert editor.post(panel(trade.event), sent_by(response)).status_code == 302
    found.refresh_from_db()
    assert (found.position, found.note, found.quotes.count()) == ("denies", "Ann's note", 2)


def test_saving_over_is_refused_as_well_where_somebody_was_quicker_once_more(
    editor: Client, bob: Client, trade: Claim
) -> None:
    typed = opened(editor, trade, KREMLIN) | {"note": "Ann's note"}
    save(bob, trade, KREMLIN, note="Bob's note")
    again = sent_by(editor.post(panel(trade.event), typed))
    save(bob, trade, KREMLIN, note="Bob's second note")
    assert editor.post(panel(trade.event), again).status_code == 409
    assert trade.stances.get(account__key=KREMLIN).note == "Bob's second note"


def test_a_stance_can_be_left_as_another_editor_made_it(editor: Client, bob: Client, trade: Claim) -> None:
    back = claim_page(trade)
    typed = opened(editor, trade, KREMLIN, next=back) | {"note": "Ann's note"}
    save(bob, trade, KREMLIN, note="Bob's note")
    response = editor.post(panel(trade.event), typed)
    assert_shown(response, "Leave this as it is held")
    assert page(response.content.decode()).values("a[href]", "href").count(back) == 2
    assert trade.stances.get(account__key=KREMLIN).note == "Bob's note"


def test_a_stance_is_not_taken_back_on_an_older_version(editor: Client, bob: Client, trade: Claim) -> None:
    typed = opened(editor, trade, KREMLIN) | {"position": ""}
    save(bob, trade, KREMLIN, note="Bob's note")
    response = editor.post(panel(trade.event), typed)
    assert response.status_code == 409
    assert differences(response)["Position"] == ("affirms", "is not read yet")
    assert trade.stances.get(account__key=KREMLIN).note == "Bob's note"
    assert editor.post(panel(trade.event), sent_by(response)).status_code == 302
    assert not stance(trade, KREMLIN)


def test_a_stance_taken_back_meanwhile_is_reported_and_can_be_given_again(
    editor: Client, bob: Client, trade: Claim
) -> None:
    typed = opened(editor, trade, KREMLIN) | {"note": "Ann's note"}
    save(bob, trade, KREMLIN, position="")
    assert trade.stances.count() == 2

    response = editor.post(panel(trade.event), typed)
    assert response.status_code == 409
    for words in (DELETED, "Deleted by Ann Bob", "Ann's note"):
        assert_shown(response, words)
    assert trade.stances.count() == 2
    assert editor.post(panel(trade.event), sent_by(response)).status_code == 302
    found = trade.stances.get(account__key=KREMLIN)
    assert (found.note, found.quotes.count()) == ("Ann's note", 1)


def test_two_who_read_one_account_at_once_do_not_overwrite_each_other(
    editor: Client, bob: Client, trade: Claim
) -> None:
    trade.stances.filter(account__key=KREMLIN).delete()
    typed = opened(editor, trade, KREMLIN)
    assert save(bob, trade, KREMLIN, position="affirms", quote_1="as equals").status_code == 302

    for position in ("silent", "affirms"):
        words = {} if position == "silent" else named(quote_1="mutual benefit")
        response = editor.post(panel(trade.event), typed | {"position": position} | words)
        assert response.status_code == 409
        assert_shown(response, CHANGED)
        found = trade.stances.get(account__key=KREMLIN)
        assert (found.position, found.reviewed_by, found.quotes.get().exact) == ("affirms", "Ann Bob", "as equals")
    response = editor.post(panel(trade.event), typed | {"position": "silent"})
    assert editor.post(panel(trade.event), sent_by(response)).status_code == 302
    found.refresh_from_db()
    assert (found.position, found.reviewed_by, found.quotes.count()) == ("silent", "Ann Editor", 0)


def test_the_claim_and_the_stances_on_it_are_saved_each_for_itself(editor: Client, bob: Client, trade: Claim) -> None:
    typed = sent(editor, claim_page(trade)) | {"note": "Also in the press."}
    official = opened(editor, trade, OFFICIAL) | {"note": "Not a word"}
    save(bob, trade, KREMLIN, note="Bob's note")
    assert editor.post(claim_page(trade), typed).status_code == 302
    assert editor.post(panel(trade.event), official).status_code == 302
    trade.refresh_from_db()
    notes = {stance.account.key: stance.note for stance in trade.stances.all()}
    assert (trade.note, notes[KREMLIN], notes[OFFICIAL]) == ("Also in the press.", "Bob's note", "Not a word")


@pytest.mark.parametrize("position", ["affirms", "denies", ""])
def test_a_claim_deleted_meanwhile_is_reported_and_can_be_entered_again(
    editor: Client, bob: Client, trade: Claim, position: str
) -> None:
    event = trade.event
    typed = opened(editor, trade, KREMLIN) | {"note": "Ann's note", "position": position}
    assert bob.post(reverse("admin:comparisons_claim_delete", args=[trade.pk]), {"post": "yes"}).status_code == 302

    response = editor.post(panel(event), typed)
    assert response.status_code == 409
    for words in (DELETED, "Deleted by Ann Bob", "Ann's note", "restoring mutually", "Trade was discussed."):
        assert_shown(response, words)
    assert not Claim.objects.filter(question=trade.question).exists()
    if position:
        assert editor.post(panel(event), sent_by(response)).status_code == 302
        again = event.claims.get(question=trade.question)
        assert (again.wording, again.topic) == (trade.wording, Topic.objects.get(slug="trade"))
        found = again.stances.get()
        assert (found.position, found.note, found.quotes.get().start) == (position, "Ann's note", 1)


def test_a_silence_for_a_claim_that_is_gone_is_reported_as_well(editor: Client, trade: Claim, event: Any) -> None:
    """What a key at the desk sends."""
    account = event.accounts.get(key=KREMLIN)
    data = {"account": account.pk, "claim": f"#{trade.pk}", "cell": f"{trade.pk}-{account.pk}", "position": "silent"}
    trade.delete()
    response = editor.post(panel(event), data | {"quotes-TOTAL_FORMS": 0, "quotes-INITIAL_FORMS": 0})
    assert response.status_code == 409
    assert_shown(response, "Was trade discussed?")
    assert editor.get(panel(event), {"account": account.pk, "claim": data["claim"]}).status_code == 404


def test_quotes_that_stay_get_no_further_history(editor: Client, trade: Claim) -> None:
    quote = trade.stances.get(account__key=KREMLIN).quotes.get()
    rows = quote.history.count()
    assert save(editor, trade, KREMLIN, note="A note").status_code == 302
    assert quote.history.count() == rows
