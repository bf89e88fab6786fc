"""The page on which a publisher decides: the checklist, and what the next edition changes."""

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.models import Edition, Event
from tests.admin.forms import assert_shown, claim_page

pytestmark = pytest.mark.django_db


def page(event: Event) -> str:
    return reverse("admin:comparisons_event_publish", args=[event.pk])


def test_the_checklist_stands_with_its_figures_and_the_way_to_mend(publisher: Client, event: Event) -> None:
    claim = event.claims.get(slug="trade-discussed")
    claim.question = "Did the Kremlin bring up trade?"
    claim.save()
    claim.stances.get(account__key="kremlin-statement").delete()
    response = publisher.get(page(event))
    for words in (
        "Not read yet: 1 of 51",
        "To read again since a text changed: 0 of 51",
        "Accounts without a link: 4 of 4",
        "Claims in whose words a party is named: 1 of 17",
        "Kremlin: 1 of 17",
        "White House: 4 of 17",
    ):
        assert_shown(response, words)
    html = response.content.decode()
    account = event.accounts.get(key="newspaper-report")
    for address in (claim_page(claim), reverse("admin:comparisons_account_change", args=[account.pk])):
        assert f'href="{address}"' in html
    assert 'id="changes"' not in html


def test_nothing_changes_is_said_as_such(publisher: Client, edition: Edition) -> None:
    response = publisher.get(page(edition.event))
    assert_shown(response, "What changes since edition 1")
    assert_shown(response, "Nothing changes.")


def test_an_outcome_that_changes_is_reported_in_the_words_of_the_page(publisher: Client, edition: Edition) -> None:
    edition.event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
    response = publisher.get(page(edition.event))
    assert_shown(response, "Was trade discussed?: “Contradiction” becomes “Single source”")
    assert_shown(response, "White House statement on the call: “denies” becomes “not read yet”")
    assert_shown(response, "Quote removed: “Contrary to statements from the White House”")
    assert_shown(response, "To read again since a text changed: 0 of 51")


def test_claims_added_and_removed_and_fields_are_reported(publisher: Client, edition: Edition) -> None:
    event = edition.event
    event.claims.get(slug="iran-discussed").delete()
    trade = event.claims.get(slug="trade-discussed")
    event.claims.create(slug="gifts", question="Were gifts given?", wording="They were.", topic=trade.topic, order=99)
    trade.wording = "Trade was discussed."
    trade.save()
    kremlin = event.accounts.get(key="kremlin-statement")
    kremlin.via = "The archive"
    kremlin.save()
    event.place = "By telephone"
    event.save()
    response = publisher.get(page(event))
    for words in (
        "Added: Were gifts given? “Not read yet”",
        "Removed: Was Iran's nuclear programme discussed? It was “",
        "Changed: wording",
        "Kremlin statement on the call: changed: where we read it",
        "Changed: place",
        "No outcome changes.",
    ):
        assert_shown(response, words)
