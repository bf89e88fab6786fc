"""An edition keeps the rules that it was derived by; the next is derived by the newest, and its log says so."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from comparisons.database import insert_only
from comparisons.documents import dump, load
from comparisons.documents.derived import derive_claim
from comparisons.editions.changes import changes
from comparisons.models import Address, Edition, Event
from comparisons.models.edition import document_fingerprint
from comparisons.publishing import index
from comparisons.publishing.publish import publish
from comparisons.publishing.verify import all_faults
from tests.dom import text_of
from tests.examples import EXAMPLE, SLUG


def read(client: Client, address: str) -> str:
    return text_of(client.get(address).content.decode())


CHANGED = "outcomes derived by rules 2"


def entered() -> Event:
    """The call, with a partial yes against the report of a denial; the unnamed official speaks on background."""
    document: dict[str, Any] = json.loads(EXAMPLE.read_text())
    accounts = {account["id"]: account for account in document["accounts"]}
    accounts["white-house-official"]["attribution"] = "on_background"
    (trade,) = (claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    (kremlin,) = (stance for stance in trade["stances"] if stance["account"] == "kremlin-statement")
    kremlin |= {"position": "affirms_in_part", "note": "As one of several."}
    return load(document).event


def as_of_rules_1(event: Event) -> Edition:
    """An edition as they were written before there were other rules: without the keys that came with them."""
    document = dump(event)
    slugs = [party["slug"] for party in document["parties"]]
    for claim in document["claims"]:
        del claim["confirmed_by"], claim["confirmed_at"]
        for stance in claim["stances"]:
            del stance["implied"]
            for quote in stance["quotes"]:
                del quote["translation"]
        claim.pop("rests_on", None)
        claim.update(derive_claim(claim, document["accounts"], slugs, rules=1))  # type: ignore[typeddict-item]
    document["edition"] = {"number": 1, "published_at": "2020-01-01T12:00:00Z", "note": "", "read_again": []}
    edition = Edition.objects.create(
        event=event,
        number=1,
        slug=event.slug,
        title=event.title,
        event_kind=event.kind,
        event_date=event.date,
        parties=[party["name"] for party in document["parties"]],
        outcomes={claim["slug"]: claim["outcome"] for claim in document["claims"]},
        body=json.dumps(document, ensure_ascii=False),
        sha256=document_fingerprint(document),
        rules=1,
        published_at=datetime(2020, 1, 1, 12, tzinfo=UTC),
        published_by="Ann",
    )
    Address.objects.create(slug=edition.slug, event=event)
    index.write_rows(edition)
    return edition


def trade_in(edition: Edition) -> dict[str, Any]:
    (trade,) = (claim for claim in edition.document["claims"] if claim["slug"] == "trade-discussed")
    return dict(trade)


@pytest.fixture
def first(db: None) -> Edition:
    return as_of_rules_1(entered())


def test_an_edition_of_rules_1_keeps_what_it_says_and_is_found_valid(client: Client, first: Edition) -> None:
    trade = trade_in(first)
    assert (trade["outcome"], trade["caveats"]) == ("contradiction", ["rests_on_report"])
    assert "rests_on" not in trade
    assert list(all_faults()) == []
    page = read(client, f"/comparisons/{SLUG}/claims/trade-discussed/")
    assert "Contradiction" in page
    assert (
        "The Kremlin said so in part; the White House, according to “Newspaper report of the call”, denied it." in page
    )


def test_a_sentence_of_rules_1_says_of_nobody_on_background_that_he_is_unnamed(client: Client, first: Edition) -> None:
    page = read(client, f"/comparisons/{SLUG}/claims/sanctions-discussed/")
    assert "The White House denied it." in page
    second = publish(first.event, note="Read again.", by="Ben")
    assert second.rules == 2
    page = read(client, f"/comparisons/{SLUG}/claims/sanctions-discussed/")
    assert "An unnamed White House official denied it." in page


def test_the_next_edition_is_derived_by_rules_2_and_its_log_says_so(client: Client, first: Edition) -> None:
    second = publish(first.event, note="Nothing but the rules.", by="Ben")
    assert second.document["edition"]["rules"] == second.rules == 2
    assert second.document["edition"]["changed_by_rules"] == ["trade-discussed"]
    assert trade_in(second)["outcome"] == "partial_contradiction"
    assert trade_in(second)["rests_on"] == {"kremlin": [], "white-house": ["report"]}
    assert list(all_faults()) == []
    for address in ("editions/", "editions/changes/?from=1&to=2", "claims/trade-discussed/"):
        assert CHANGED in read(client, f"/comparisons/{SLUG}/{address}"), address
    found = changes(first.document, second.document)
    assert [change.claim.slug for change in found.outcomes] == ["trade-discussed"]
    assert not any(change.stances for change in found.claims)


def test_the_log_says_nothing_of_rules_where_a_stance_changed_the_outcome(client: Client, first: Edition) -> None:
    first.event.claims.get(slug="trade-discussed").stances.get(position="affirms_in_part").delete()
    second = publish(first.event, note="The Kremlin is to be read again.", by="Ben")
    assert "changed_by_rules" not in second.document["edition"]
    assert CHANGED not in read(client, f"/comparisons/{SLUG}/editions/")


def test_the_log_says_nothing_of_rules_where_an_editor_made_it_a_part(client: Client, db: None) -> None:
    """A yes against a no was a contradiction by both rules; in part it became one by the editor's hand."""
    first = as_of_rules_1(load(json.loads(EXAMPLE.read_text())).event)
    stance = first.event.claims.get(slug="trade-discussed").stances.get(position="affirms")
    stance.position, stance.note = "affirms_in_part", "As one of several."
    stance.save()
    second = publish(first.event, note="Read again.", by="Ben")
    assert trade_in(second)["outcome"] == "partial_contradiction"
    assert "changed_by_rules" not in second.document["edition"]
    for address in ("editions/", "editions/changes/?from=1&to=2"):
        assert CHANGED not in read(client, f"/comparisons/{SLUG}/{address}")


def test_any_two_editions_are_compared_by_their_own_rules(client: Client, first: Edition) -> None:
    publish(first.event, note="Nothing but the rules.", by="Ben")
    publish(first.event, note="Once more.", by="Ben")
    assert CHANGED in read(client, f"/comparisons/{SLUG}/editions/changes/?from=1&to=3")
    assert CHANGED not in read(client, f"/comparisons/{SLUG}/editions/changes/?from=2&to=3")


def test_an_old_contradiction_is_no_example_of_one_that_was_read_a_second_time(client: Client, first: Edition) -> None:
    assert not first.findings.get(claim="trade-discussed").is_plain
    assert "Was trade discussed?" not in read(client, "/").partition("comparison")[0]


def test_the_log_says_nothing_of_rules_from_one_edition_of_rules_2_to_the_next(client: Client, first: Edition) -> None:
    publish(first.event, note="Nothing but the rules.", by="Ben")
    first.event.claims.get(slug="trade-discussed").stances.get(position="affirms_in_part").delete()
    third = publish(first.event, note="The Kremlin is to be read again.", by="Ben")
    assert "changed_by_rules" not in third.document["edition"]
    assert read(client, f"/comparisons/{SLUG}/editions/").count(CHANGED) == 1


@pytest.mark.parametrize("rules", [2, 3])
def test_rules_that_an_edition_was_not_derived_by_are_a_fault(first: Edition, rules: int) -> None:
    insert_only.remove(connection)
    Edition.objects.filter(pk=first.pk).update(rules=rules)
    assert any("These are not the rules that its outcomes were derived by." in str(fault) for fault in all_faults())


def test_a_document_of_rules_1_loads_again_as_it_is(first: Edition) -> None:
    loaded = load(json.loads(first.body))
    again = dump(loaded.event)
    for stance in (stance for claim in again["claims"] for stance in claim["stances"]):
        assert stance.pop("implied") is False
        assert [quote.pop("translation") for quote in stance["quotes"]] == [None] * len(stance["quotes"])
    assert [claim["stances"] for claim in again["claims"]] == [claim["stances"] for claim in first.document["claims"]]
