"""The desk's pages cost as many queries for many rows as for few."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparisons.editorial.revisions import revise
from comparisons.models import Account, Claim, Edition, Event, Quote, Stance, Topic
from comparisons.publishing.publish import publish
from tests.factories import a_party, an_event

pytestmark = pytest.mark.django_db


def queries(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


def grow(event: Event) -> None:
    """Fifteen accounts with stances and quotes, fifteen claims, events, parties and topics more."""
    claim = event.claims.all()[0]
    for number in range(15):
        party = a_party(f"party-{number}")
        event.parties.add(party)
        topic = Topic.objects.create(slug=f"topic-{number}", name=f"Topic {number}")
        account = Account.objects.create(
            event=event,
            party=party,
            key=f"account-{number}",
            title="A post",
            kind="post",
            source="X",
            order=50 + number,
        )
        revision = account.revisions.create(number=1, text="Trade and sanctions")
        account.revisions.create(number=2, text="Trade")
        Claim.objects.create(event=event, topic=topic, slug=f"claim-{number}", wording="So", order=50 + number)
        affirms = {"position": "affirms", "reviewed_by": "A"}
        stance = Stance.objects.create(account=account, claim=claim, revision=account.latest, **affirms)
        Quote.objects.create(stance=stance, revision=revision, exact="Trade", start=0, end=5)
        other = an_event(f"event-{number}")
        other.parties.add(party)


def repeat(edition: Edition, *, times: int) -> None:
    """As many editions more, each with the document of this one: enough for the pages that list them."""
    for _number in range(times):
        edition.pk, edition.number = None, edition.number + 1
        edition.save(force_insert=True)


def pages(event: Event) -> Iterator[str]:
    for model in ("event", "account", "claim", "party", "topic", "edition", "withdrawal"):
        yield reverse(f"admin:comparisons_{model}_changelist")
    for way in ("change", "preview", "publish", "read_again"):
        yield reverse(f"admin:comparisons_event_{way}", args=[event.pk])
    claim, account = event.claims.all()[0], event.accounts.all()[0]
    yield reverse("admin:comparisons_claim_change", args=[claim.pk])
    panel = reverse("admin:comparisons_event_desk_panel", args=[event.pk])
    yield f"{panel}?account={account.pk}&claim=%23{claim.pk}"
    for way in ("change", "revise", "differences"):
        yield reverse(f"admin:comparisons_account_{way}", args=[event.accounts.all()[0].pk])
    for model in ("claim", "account"):
        yield reverse(f"admin:comparisons_{model}_add") + f"?event={event.pk}"


@pytest.mark.slow
def test_no_page_costs_more_queries_for_more_rows(publisher: Client, event: Event) -> None:
    publish(event, by="ann")
    kremlin = event.accounts.get(key="kremlin-statement")
    revise(kremlin, "Another text.", captured_at="", note="")  # so that something is to be read again
    few = {address: queries(publisher, address) for address in pages(event)}
    grow(event)
    repeat(publish(event, note="More", by="ann", unread_allowed=True), times=9)
    many = {address: queries(publisher, address) for address in pages(event)}
    assert many == few
