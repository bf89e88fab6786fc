"""A comparison is entered, published and corrected through the forms alone."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.models import Account, Claim, Edition, Event, Party, Topic
from tests.admin.desk.panel import save
from tests.admin.forms import sent
from tests.dom import page

pytestmark = pytest.mark.django_db


def enter(client: Client, model: str, query: str = "", **fields: Any) -> None:
    address = reverse(f"admin:comparisons_{model}_add") + query
    response = client.post(address, sent(client, address) | fields)
    assert response.status_code == 302, response.context["errors"]


@pytest.mark.slow
def test_a_comparison_is_entered_from_nothing_published_and_corrected(publisher: Client, client: Client) -> None:
    enter(publisher, "party", name="White House", slug="white-house", country="US")
    enter(publisher, "party", name="Kremlin", slug="kremlin", country="RU")
    enter(publisher, "topic", name="Trade", slug="trade")
    fields = {"title": "Trump–Putin call", "slug": "call", "kind": "phone_call", "date": "2017-01-28"}
    both = [party.pk for party in Party.objects.all()]
    enter(publisher, "event", participants="Donald Trump\r\nVladimir Putin", parties=both, **fields)
    query = f"?event={Event.objects.get().pk}"

    fields = {"kind": "readout", "source": "The office", "language": "en"}
    for slug, text in [
        ("white-house", "They spoke of ISIS for about an hour."),
        ("kremlin", "They spoke of trade.\r\n\r\nThey spoke of ISIS."),
    ]:
        party = Party.objects.get(slug=slug)
        enter(publisher, "account", query, party=party.pk, title=f"{party} readout", key=slug, text=text, **fields)
    white_house, kremlin = Account.objects.order_by("pk")

    topic = Topic.objects.get().pk
    claims: list[tuple[dict[str, str], dict[str, Any], dict[str, Any]]] = [
        (
            {"question": "Was trade discussed?", "wording": "Trade was discussed.", "slug": "trade"},
            {"position": "silent"},
            {"position": "affirms", "quote_1": "They spoke of trade."},
        ),
        (
            {"question": "Was ISIS discussed?", "wording": "ISIS was discussed.", "slug": "isis"},
            {"position": "affirms", "quote_1": "spoke of ISIS"},
            {"position": "affirms", "quote_1": "spoke of ISIS"},
        ),
        (
            {
                "question": "How long did it last?",
                "wording": "It lasted this long.",
                "slug": "length",
                "kind": "quantity",
                "unit": "minutes",
            },
            {
                "position": "affirms",
                "quote_1": "about an hour",
                "low": "55",
                "high": "65",
                "value": "about an hour",
            },
            {"position": ""},
        ),
    ]
    for words, first, second in claims:
        enter(publisher, "claim", query, topic=topic, **words)
        claim = Claim.objects.get(slug=words["slug"])
        assert save(publisher, claim, "white-house", **first).status_code == 302
        assert save(publisher, claim, "kremlin", **second).status_code == 302
    assert [account.latest.text for account in (white_house, kremlin)] == [
        "They spoke of ISIS for about an hour.",
        "They spoke of trade.\n\nThey spoke of ISIS.",
    ]

    publish = reverse("admin:comparisons_event_publish", args=[Event.objects.get().pk])
    assert "1 of 6 not read yet" in publisher.get(publish).content.decode()
    assert publisher.post(publish, {"note": ""}).status_code == 302
    public = client.get("/comparisons/call/").content.decode()
    assert 'data-outcome="omission"' in public
    assert 'data-outcome="agreement"' in public
    assert 'data-outcome="single_source"' in public

    assert save(publisher, Claim.objects.get(slug="length"), "kremlin", position="silent").status_code == 302
    assert client.get("/comparisons/call/").content.decode() == public
    publisher.post(publish, {"note": "The Kremlin's readout is read for its length."})
    assert Edition.objects.current().get().number == 2
    assert len(page(client.get("/comparisons/call/").content.decode()).all("[data-outcome=omission]")) == 2
