"""The denormalised index: written from the current edition, replaced by the next, and rebuilt by a command."""

from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Address, Edition, Event, Finding, IndexedWord, Pairing, Standing
from comparisons.publishing.errors import CannotPublish
from comparisons.publishing.index import finding_rows, rebuild
from comparisons.publishing.publish import publish, withdraw
from comparisons.publishing.verify import index_faults
from tests.factories import with_a_third_party

pytestmark = pytest.mark.django_db


def test_a_pairing_is_what_two_parties_add_up_to_between_themselves(document: dict[str, Any]) -> None:
    edition = publish(load(with_a_third_party(document)).event, by="ann")
    trade = Finding.objects.get(claim="trade-discussed")
    assert trade.outcome == edition.outcomes["trade-discussed"] == "contradiction"
    pairs = {(one.first, one.second): one.outcome for one in trade.pairings.all()}
    assert pairs == {
        ("berlin", "kremlin"): "agreement",
        ("berlin", "white-house"): "contradiction",
        ("kremlin", "white-house"): "contradiction",
    }, "and Vienna, of which no account is held, is in no pair"
    assert Standing.objects.filter(finding=trade, party="vienna", position="no_account").exists()


def test_between_two_parties_a_pairing_is_the_outcome(edition: Edition) -> None:
    for finding in Finding.objects.prefetch_related("pairings"):
        assert [pairing.outcome for pairing in finding.pairings.all()] == [finding.outcome]


def test_a_finding_says_from_whose_texts_alone_it_is_quoted(edition: Edition) -> None:
    origins = dict(Finding.objects.values_list("claim", "origin"))
    assert origins["is-cooperation-discussed"] == "", "both sides' texts are quoted"
    assert origins["trade-discussed"] == "kremlin", "the denial is quoted from a newspaper"


def test_a_standing_has_the_words_of_its_party_as_lists_show_them(edition: Edition) -> None:
    denied = Standing.objects.get(finding__claim="trade-discussed", party="white-house")
    (statement,) = denied.said.shown
    assert [quote.exact for quote in statement.quotes] == ["Contrary to statements from the White House"]
    assert statement.quotes[0].is_reported
    silent = Standing.objects.filter(position="not_in_text_held")
    assert silent.exists()
    assert all(not standing.said.shown for standing in silent)


def test_the_words_of_an_edition_are_indexed_by_how_they_begin_and_end(edition: Edition) -> None:
    word = IndexedWord.objects.get(word="trade")
    assert (word.beginning, word.ending) == ("tr", "ade")
    words = set(IndexedWord.objects.values_list("word", flat=True))
    assert not any(word.isdigit() or len(word) < 3 for word in words)


@pytest.mark.parametrize("damage", ["statements", "word"])
def test_a_damage_to_what_lists_show_is_found_and_mended(edition: Edition, damage: str) -> None:
    if damage == "word":
        IndexedWord.objects.filter(word="trade").update(word="trades")
        fault = "its indexed words are not those of the document: run rebuild."
    else:
        standing = Standing.objects.get(finding__claim="trade-discussed", party="kremlin")
        standing.statements[0]["quotes"][0]["exact"] = "Other words."
        standing.save()
        fault = "claim trade-discussed: its finding is not that of the document: run rebuild."
    assert list(index_faults(edition)) == [fault]
    rebuild()
    assert list(index_faults(edition)) == []


def test_the_next_edition_and_a_withdrawal_take_the_rows_away(edition: Edition) -> None:
    edition.event.claims.get(slug="duration").delete()
    publish(edition.event, note="The length is left out.", by="ann")
    assert (Finding.objects.count(), Pairing.objects.count()) == (16, 16)
    withdraw(edition.event, reason="It was of another call.", by="ann")
    assert not Finding.objects.exists()
    assert not Pairing.objects.exists()
    assert not IndexedWord.objects.exists()


def test_the_rows_are_rebuilt_by_a_command(edition: Edition, capsys: pytest.CaptureFixture[str]) -> None:
    before = list(finding_rows(edition.document))
    Finding.objects.all().delete()
    call_command("rebuild")
    assert capsys.readouterr().out == "Written anew from 1 edition.\n"
    call_command("verify")
    assert Finding.objects.count() == len(before) == 17


def test_whoever_withdraws_waits_for_the_rows_to_be_rebuilt(edition: Edition) -> None:
    with CaptureQueriesContext(connection) as queries:
        rebuild()
    statements = [query["sql"] for query in queries]
    deleted = next(place for place, sql in enumerate(statements) if sql.startswith("DELETE"))
    locked = [sql for sql in statements[:deleted] if 'FROM "comparisons_event"' in sql]
    assert locked
    if connection.vendor == "postgresql":
        assert "FOR UPDATE" in locked[0]


def test_two_events_cannot_take_one_address_at_one_moment(
    edition: Edition, document: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    document["event"]["slug"] = "another-call"
    other: Event = load(document).event
    other.slug = edition.slug
    Event.objects.filter(pk=edition.event_id).update(slug="moved-away")
    other.save()
    monkeypatch.setattr("comparisons.publishing.publish._check", lambda *_: None)
    with pytest.raises(CannotPublish, match="has had the address"):
        publish(other, by="ann")
    assert list(Address.objects.all().values_list("slug", "event")) == [(edition.slug, edition.event_id)]
    assert not other.editions.exists()
