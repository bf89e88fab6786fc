"""The log of editions: what each changed, newest first."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.editions.log import LISTED, PER_PAGE
from comparisons.editorial.revisions import revise
from comparisons.models import Edition, Topic
from comparisons.publishing.publish import publish, withdraw
from tests.dom import page, read, text_of
from tests.examples import LOG, PAGE
from tests.factories import SINGLE

pytestmark = pytest.mark.django_db


def entries(html: str) -> dict[int, str]:
    """What a reader reads of each edition."""
    return {int(entry["id"].removeprefix("edition-")): entry.text for entry in page(html).all("li[id^=edition-]")}


def test_an_outcome_that_changed_is_reported_with_before_and_after(client: Client, second: Edition) -> None:
    html = read(client, LOG)
    told = entries(html)
    assert list(told) == [2, 1]
    assert f"{second.published_at:%H:%M} UTC" in told[2]
    assert SINGLE in told[2]
    assert "Outcomes changed since edition 1: 1 of 17 claims" in told[2]
    assert "from “Contradiction (not read a second time · rests on a report)” to “Single source (provisional" in told[2]
    assert "No claim and no text was added or removed." in told[2]
    assert "17 claims. There is no edition before it to compare it with." in told[1]
    assert f'href="{LOG}changes/?from=1&amp;to=2"' in html
    for number in (1, 2):
        assert f'href="{LOG}{number}/"' in html


def test_claims_and_texts_that_came_and_went_are_named_as_they_were(client: Client, edition: Edition) -> None:
    event = edition.event
    event.claims.get(slug="iran-discussed").delete()
    event.claims.create(slug="gifts", wording="Gifts were discussed.", topic=Topic.objects.all()[0], order=99)
    event.accounts.get(key="white-house-official").delete()
    event.accounts.create(key="new", title="A new one", kind="post", source="X", order=9).revisions.create(
        number=1, text="Words."
    )
    revise(event.accounts.get(key="kremlin-statement"), "Another text.", captured_at="", note="")
    publish(event, note="Much.", by="ann", unread_allowed=True)
    told = entries(read(client, LOG))[2]
    assert "Claims added Claim: “Gifts were discussed.” Claims removed Was Iran's nuclear programme discussed?" in told
    assert "Accounts added A new one Accounts removed Later remark by a White House official" in told
    assert "New texts of accounts Kremlin statement on the call" in told
    assert re.search(r"Outcomes changed since edition 1: \d of 16 claims", told)


def test_what_only_has_another_address_is_neither_added_nor_removed(client: Client, edition: Edition) -> None:
    event = edition.event
    event.claims.filter(slug="trade-discussed").update(slug="commerce-discussed")
    event.accounts.filter(key="kremlin-statement").update(key="kremlin-readout")
    event.claims.get(slug="commerce-discussed").stances.filter(position="denies").delete()
    publish(event, note="Renamed.", by="ann", unread_allowed=True)
    told = entries(read(client, LOG))[2]
    assert "Outcomes changed since edition 1: 1 of 17 claims Was trade discussed? from “Contradiction (not read" in told
    assert "No claim and no text was added or removed." in told


def test_an_edition_that_was_withdrawn_is_reported_by_its_reason_alone(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    event = edition.event
    trade = event.claims.get(slug="trade-discussed")
    trade.question = "Words to be taken back?"
    trade.save()
    trade.stances.filter(position="denies").delete()
    publish(event, note="A mistake.", by="ann")
    withdraw(event, reason="The text was of another call.", by="ann")
    assert client.get(LOG).status_code == 410
    load(document)
    publish(event, note="Mended.", by="ann")
    html = read(client, LOG)
    told = entries(html)
    assert "for this reason: The text was of another call." in told[2]
    assert "Outcomes changed since edition 1: 0 of 17 claims" in told[3]
    for words in ("A mistake.", "taken back", "Single source", f'href="{LOG}2/"', '<option value="2"'):
        assert words not in html


def test_a_long_list_names_the_first_and_counts_the_rest(client: Client, edition: Edition) -> None:
    for claim in edition.event.claims.all()[: LISTED + 3]:
        claim.delete()
    publish(edition.event, note="Most are gone.", by="ann")
    assert "3 more" in entries(read(client, LOG))[2]


@pytest.mark.slow
def test_the_cost_stays_the_same_and_no_document_is_read(client: Client, second: Edition) -> None:
    counts = []
    for total in (2, PER_PAGE + 5):
        for number in range(Edition.objects.count(), total):
            publish(second.event, note=f"Number {number + 1}.", by="ann")
        with CaptureQueriesContext(connection) as queries:
            assert len(entries(read(client, LOG))) == min(total, PER_PAGE)
        assert not any('"body",' in query["sql"] or '"body" FROM' in query["sql"] for query in queries.captured_queries)
        counts.append(len(queries))
    assert counts == [6, 6]


@pytest.mark.slow
def test_a_long_log_is_paged_by_number_and_compares_across_the_pages(client: Client, second: Edition) -> None:
    for number in range(3, PER_PAGE + 2):
        publish(second.event, note=f"Number {number}.", by="ann")
    html = read(client, LOG)
    assert list(entries(html)) == list(range(PER_PAGE + 1, 1, -1))
    assert "rests on a report)” to “Single source (provisional" in entries(html)[2]
    assert 'href="?before=2"' in html
    rest = read(client, f"{LOG}?before=2")
    assert list(entries(rest)) == [1]
    assert f'<a href="{LOG}">The latest editions</a>' in rest
    assert "Earlier editions" not in rest


@pytest.mark.parametrize("before", ["0", "1", "4", "x", "-2", "02", "٢", "9" * 5000, "%FF", "2&before=1"])
def test_a_place_that_is_none_is_answered_with_its_reason(client: Client, second: Edition, before: str) -> None:
    response = client.get(f"{LOG}?before={before}")
    assert response.status_code == 400
    assert "is not the number of an edition after the first." in text_of(response.content.decode())


def test_one_edition_alone_has_nothing_to_choose(client: Client, edition: Edition) -> None:
    assert "<form" not in read(client, LOG)


def test_the_log_moves_with_the_comparison_and_shows_no_draft(client: Client, edition: Edition) -> None:
    before = read(client, LOG)
    event = edition.event
    event.slug = event.title = "call"
    event.save()
    event.claims.all()[0].delete()
    assert read(client, LOG) == before
    assert client.get("/comparisons/call/editions/").status_code == 404
    publish(event, note="A shorter address.", by="ann")
    assert client.get(f"{LOG}?before=2")["Location"] == "/comparisons/call/editions/?before=2"
    assert PAGE not in read(client, "/comparisons/call/editions/")


def test_a_browser_keeps_the_log_until_another_edition_comes(client: Client, edition: Edition) -> None:
    tag = client.get(LOG)["ETag"]
    assert client.get(LOG, headers={"If-None-Match": tag}).status_code == 304
    publish(edition.event, note="<script>alert(1)</script>", by="ann")
    response = client.get(LOG, headers={"If-None-Match": tag})
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()
    assert not response.cookies
    assert client.post(LOG).status_code == 405
