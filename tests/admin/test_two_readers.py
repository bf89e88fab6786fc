"""Two editors read accounts for one claim at once: what each typed about a stance is compared with what is held."""

import pytest
from django.test import Client

from comparisons.models import Claim, Event
from tests.admin.conftest import KREMLIN, OFFICIAL, assert_shown, at, at_held, claim_page, sent
from tests.admin.test_two_editors import CHANGED, DELETED, bob, kept

__all__ = ["bob"]
pytestmark = pytest.mark.django_db


def test_a_stance_changed_meanwhile_is_refused_and_the_rest_with_it(editor: Client, bob: Client, trade: Claim) -> None:
    opened = sent(editor, claim_page(trade))
    prefix = at_held(opened, trade, KREMLIN)
    other = sent(bob, claim_page(trade)) | {f"{prefix}-note": "Bob's note"}
    assert bob.post(claim_page(trade), other).status_code == 302

    official = at_held(opened, trade, OFFICIAL)
    typed = {f"{prefix}-note": "Ann's note", f"{prefix}-quote_2": "as equals", f"{official}-note": "Not a word"}
    response = editor.post(claim_page(trade), opened | typed)
    assert response.status_code == 409
    for words in (CHANGED, "Last changed by Ann Bob", "Bob's note", "Ann's note", "Not a word"):
        assert_shown(response, words)
    stance = trade.stances.get(account__key=KREMLIN)
    assert (stance.note, stance.quotes.count()) == ("Bob's note", 1)
    assert trade.stances.get(account__key=OFFICIAL).note == ""

    assert editor.post(claim_page(trade), kept(response)).status_code == 302
    stance.refresh_from_db()
    assert (stance.note, stance.quotes.count()) == ("Ann's note", 2)
    assert trade.stances.get(account__key=OFFICIAL).note == "Not a word"


def test_a_stance_can_be_left_as_another_editor_made_it(editor: Client, bob: Client, trade: Claim) -> None:
    opened = sent(editor, claim_page(trade))
    prefix, official = at_held(opened, trade, KREMLIN), at_held(opened, trade, OFFICIAL)
    bob.post(claim_page(trade), sent(bob, claim_page(trade)) | {f"{prefix}-note": "Bob's note"})
    response = editor.post(claim_page(trade), opened | {f"{official}-note": "Not a word"})
    data = kept(response) | {f"{prefix}-keeps_held": "on"}
    assert editor.post(claim_page(trade), data).status_code == 302
    assert trade.stances.get(account__key=KREMLIN).note == "Bob's note"
    assert trade.stances.get(account__key=OFFICIAL).note == "Not a word"


def test_a_stance_is_not_taken_back_on_an_older_version(editor: Client, bob: Client, trade: Claim) -> None:
    opened = sent(editor, claim_page(trade))
    prefix = at_held(opened, trade, KREMLIN)
    bob.post(claim_page(trade), sent(bob, claim_page(trade)) | {f"{prefix}-note": "Bob's note"})
    for typed in ({f"{prefix}-position": ""}, {f"{prefix}-DELETE": "on"}):
        response = editor.post(claim_page(trade), opened | typed)
        assert response.status_code == 409
        assert trade.stances.get(account__key=KREMLIN).note == "Bob's note"
    assert editor.post(claim_page(trade), kept(editor.post(claim_page(trade), opened | {f"{prefix}-position": ""})))
    assert not trade.stances.filter(account__key=KREMLIN).exists()


def test_a_stance_taken_back_meanwhile_is_told_and_can_be_given_anew(
    editor: Client, bob: Client, event: Event, trade: Claim
) -> None:
    opened = sent(editor, claim_page(trade))
    prefix = at_held(opened, trade, KREMLIN)
    bob.post(claim_page(trade), sent(bob, claim_page(trade)) | {f"{prefix}-position": ""})
    assert trade.stances.count() == 2

    response = editor.post(claim_page(trade), opened | {f"{prefix}-note": "Ann's note"})
    assert response.status_code == 409
    for words in (DELETED, "Deleted by Ann Bob", "Ann's note"):
        assert_shown(response, words)
    assert trade.stances.count() == 2
    assert editor.post(claim_page(trade), kept(response)).status_code == 302
    assert trade.stances.get(account__key=KREMLIN).note == "Ann's note"


def test_two_who_read_one_account_at_once_do_not_overwrite_each_other(
    editor: Client, bob: Client, event: Event, trade: Claim
) -> None:
    trade.stances.filter(account__key=KREMLIN).delete()
    opened = sent(editor, claim_page(trade))
    prefix = at(opened, event, KREMLIN)
    words = {f"{prefix}-position": "affirms", f"{prefix}-quote_1": "as equals"}
    assert bob.post(claim_page(trade), sent(bob, claim_page(trade)) | words).status_code == 302

    response = editor.post(claim_page(trade), opened | {f"{prefix}-position": "silent"})
    assert response.status_code == 409
    assert_shown(response, CHANGED)
    stance = trade.stances.get(account__key=KREMLIN)
    assert (stance.position, stance.reviewed_by) == ("affirms", "Ann Bob")
    assert editor.post(claim_page(trade), kept(response)).status_code == 302
    stance.refresh_from_db()
    assert (stance.position, stance.reviewed_by, stance.quotes.count()) == ("silent", "Ann Editor", 0)


def test_an_account_read_meanwhile_that_was_left_alone_here_stays_as_it_was_read(
    editor: Client, bob: Client, event: Event, trade: Claim
) -> None:
    trade.stances.filter(account__key=KREMLIN).delete()
    opened = sent(editor, claim_page(trade))
    prefix = at(opened, event, KREMLIN)
    bob.post(claim_page(trade), sent(bob, claim_page(trade)) | {f"{prefix}-position": "silent"})
    assert editor.post(claim_page(trade), opened | {"note": "Also in the press."}).status_code == 302
    assert trade.stances.get(account__key=KREMLIN).reviewed_by == "Ann Bob"
    trade.refresh_from_db()
    assert trade.note == "Also in the press."


def test_quotes_that_stay_get_no_further_history(editor: Client, trade: Claim) -> None:
    quote = trade.stances.get(account__key=KREMLIN).quotes.get()
    rows = quote.history.count()
    data = sent(editor, claim_page(trade))
    data[f"{at_held(data, trade, KREMLIN)}-note"] = "A note"
    assert editor.post(claim_page(trade), data).status_code == 302
    assert quote.history.count() == rows
