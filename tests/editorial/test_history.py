"""Who changed what, and when, in words."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from comparisons.editorial.history import contributors, history_of_account, history_of_claim, history_of_event
from comparisons.models import Account, Claim, Edition, Event
from tests.admin.desk.panel import save
from tests.admin.forms import assert_shown, claim_page, sent
from tests.examples import KREMLIN
from tests.factories import a_party, member

pytestmark = pytest.mark.django_db


def page(row: Event | Account | Claim) -> str:
    return reverse(f"admin:comparisons_{row._meta.model_name}_history", args=[row.pk])


def test_a_claims_history_lists_stances_and_quotes_in_words(editor: Client, event: Event, trade: Claim) -> None:
    data = sent(editor, claim_page(trade)) | {"question": "Was commerce discussed?"}
    assert editor.post(claim_page(trade), data).status_code == 302
    save(editor, trade, KREMLIN, position="denies", quote_1="as equals", quote_2="to mutual benefit")
    response = editor.get(page(trade))
    for words in (
        "Ann Editor",
        "Claim “Was commerce discussed?” changed",
        "Question: “Was trade discussed?” becomes “Was commerce discussed?”",
        "Stance of “Kremlin statement on the call” changed",
        "Position: “affirms” becomes “denies”",
        "Quote added for “Kremlin statement on the call”: “as equals”",
        "Quote added for “Kremlin statement on the call”: “to mutual benefit”",
        "Quote for “Kremlin statement on the call” removed: “restoring mutually beneficial trade",
    ):
        assert_shown(response, words)

    save(editor, trade, KREMLIN, position="affirms")
    assert_shown(editor.get(page(trade)), "Position: “denies” becomes “affirms”")
    save(editor, trade, KREMLIN, position="")
    assert_shown(editor.get(page(trade)), "Stance of “Kremlin statement on the call” taken back: not read yet")


def test_what_was_deleted_is_listed_in_the_events_history(
    editor: Client, event: Event, trade: Claim, kremlin: Account
) -> None:
    for row in (trade, kremlin):
        address = reverse(f"admin:comparisons_{row._meta.model_name}_delete", args=[row.pk])
        assert editor.post(address, {"post": "yes"}).status_code == 302
    response = editor.get(page(event))
    assert_shown(response, "Claim “Was trade discussed?” deleted")
    assert_shown(response, "Account “Kremlin statement on the call” deleted")
    deletions = [entry for entry in history_of_event(event.pk) if entry.what.endswith("deleted")]
    assert {entry.who for entry in deletions} == {"Ann Editor"}
    assert len(deletions) == 2


def test_what_was_deleted_keeps_its_own_page(editor: Client, trade: Claim) -> None:
    address = page(trade)
    editor.post(reverse("admin:comparisons_claim_delete", args=[trade.pk]), {"post": "yes"})
    assert_shown(editor.get(address), "Claim “Was trade discussed?” deleted")
    assert editor.get(reverse("admin:comparisons_claim_history", args=[999])).status_code == 404
    assert editor.get("/admin/comparisons/claim/x/history/").status_code == 404


def test_parties_and_fields_saved_at_once_are_one_entry(editor: Client, event: Event) -> None:
    kyiv = a_party()
    address = reverse("admin:comparisons_event_change", args=[event.pk])
    before = len(history_of_event(event.pk))
    parties = [*(party.pk for party in event.parties.all()), kyiv.pk]
    assert editor.post(address, sent(editor, address) | {"parties": parties, "place": "Moscow"}).status_code == 302
    entries = history_of_event(event.pk)
    assert len(entries) == before + 1
    assert [(one.label, one.before, one.after) for one in entries[0].particulars] == [
        ("place", "", "Moscow"),
        ("parties", "Kremlin, White House", "Kremlin, Kyiv, White House"),
    ]


def test_a_changed_text_is_listed_in_the_accounts_history(editor: Client, kremlin: Account) -> None:
    address = reverse("admin:comparisons_account_change", args=[kremlin.pk])
    assert editor.post(address, sent(editor, address) | {"text": "A second text."}).status_code == 302
    (newest, *_others) = history_of_account(kremlin.pk)
    assert (newest.who, newest.what) == ("Ann Editor", "Account “Kremlin statement on the call” changed: Revision 2")


def test_a_save_that_changes_nothing_is_not_listed(editor: Client, trade: Claim) -> None:
    before = history_of_claim(trade.pk)
    assert editor.post(claim_page(trade), sent(editor, claim_page(trade))).status_code == 302
    assert save(editor, trade, KREMLIN).status_code == 302
    assert history_of_claim(trade.pk) == before


def test_the_history_is_for_whoever_may_see_the_row_and_changes_nothing(
    editor: Client, event: Event, client: Client
) -> None:
    assert client.get(page(event)).status_code == 302
    staff = Client()
    staff.force_login(User.objects.create_user("staff", is_staff=True))
    assert staff.get(page(event)).status_code == 403
    response = editor.get(page(event))
    assert "script-src 'self'" in response["Content-Security-Policy"]
    assert "<form" not in response.content.decode().partition('id="content-main"')[2]


def test_a_long_history_is_read_page_by_page(editor: Client, event: Event) -> None:
    for number in range(120):
        event.place = f"Place {number}"
        event.save()
    first, second = editor.get(page(event)), editor.get(page(event), {"p": "2"})
    assert_shown(first, "Place 119")
    assert_shown(second, "Older" if second.context["page"].has_next() else "Newer")
    assert first.context["page"].paginator.num_pages == 2


def test_contributors_are_those_who_changed_anything_since(editor: Client, edition: Edition) -> None:
    event = edition.event
    assert contributors(event, edition.published_at) == []
    bob = member("bob", "Editors")
    claim = event.claims.get(slug="trade-discussed")
    assert save(bob, claim, KREMLIN, note="It opens with it.").status_code == 302
    assert [user.username for user in contributors(event, edition.published_at)] == ["bob"]
    editor.post(reverse("admin:comparisons_claim_delete", args=[claim.pk]), {"post": "yes"})
    assert {user.username for user in contributors(event, edition.published_at)} == {"bob", "editor"}
