import json
from typing import Any

import pytest
from django.db import DatabaseError

from comparisons.documents import load
from comparisons.editorial.revisions import revise
from comparisons.models import Edition, Event, Finding, Stance, Standing, Withdrawal
from comparisons.models.edition import document_fingerprint
from comparisons.publishing.errors import CannotPublish
from comparisons.publishing.publish import obstacles, publish, withdraw
from tests.factories import an_account

pytestmark = pytest.mark.django_db


def finding(claim: str) -> Finding:
    return Finding.objects.get(claim=claim)


def test_an_edition_holds_the_outcomes_of_the_call(edition: Edition) -> None:
    claims = {claim["slug"]: claim for claim in edition.document["claims"]}
    trade, sanctions = claims["trade-discussed"], claims["sanctions-discussed"]
    islamic_state = claims["is-cooperation-discussed"]
    assert (trade["outcome"], trade["caveats"]) == ("contradiction", ["rests_on_report"])
    assert (sanctions["outcome"], sanctions["caveats"]) == ("denied_by_one", ["rests_on_anonymous"])
    assert (islamic_state["outcome"], islamic_state["caveats"]) == ("agreement", [])
    assert islamic_state["positions"] == {"kremlin": "affirms", "white-house": "affirms"}


def test_an_edition_says_which_it_is_and_has_its_fingerprint(edition: Edition) -> None:
    mark = edition.document["edition"]
    assert mark["number"] == edition.number == 1
    assert mark["published_at"] == edition.published_at.strftime("%Y-%m-%dT%H:%M:%SZ")
    assert mark["sha256"] == edition.sha256 == document_fingerprint(json.loads(edition.body))
    assert document_fingerprint({**edition.document, "format": "comparison/2"}) != edition.sha256


def test_publishing_writes_a_finding_for_each_claim_and_a_standing_for_each_party(edition: Edition) -> None:
    assert Finding.objects.count() == 17
    assert Standing.objects.count() == 34
    trade = finding("trade-discussed")
    assert (trade.family, trade.outcome, trade.topic_name) == ("contradictions", "contradiction", "Trade")
    assert dict(trade.standings.values_list("party", "position")) == {"kremlin": "affirms", "white-house": "denies"}


def test_a_correction_is_the_next_edition_and_its_findings_take_the_place_of_the_old(edition: Edition) -> None:
    event = edition.event
    event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
    second = publish(event, note="The newspaper's words do not carry a denial.", by="ann")
    assert (second.number, second.note) == (2, "The newspaper's words do not carry a denial.")
    trade = finding("trade-discussed")
    assert (trade.edition, trade.outcome, trade.flags) == (second, "single_source", ["provisional"])
    assert Finding.objects.count() == 17
    assert edition.document["claims"][0]["outcome"] == "contradiction"
    assert list(Edition.objects.current()) == [second]


@pytest.mark.parametrize("note", ["", "  \n"])
def test_a_correction_says_what_changed(edition: Edition, note: str) -> None:
    with pytest.raises(CannotPublish, match="what changed since edition 1"):
        publish(edition.event, note=note, by="ann")
    assert Edition.objects.count() == 1


def test_an_event_without_claims_is_not_published(event: Event) -> None:
    event.claims.all().delete()
    with pytest.raises(CannotPublish, match="no claim"):
        publish(event, by="ann")


def test_what_is_not_a_whole_document_is_not_published_and_every_reason_is_given(event: Event) -> None:
    an_account(event, "empty", title="No text yet", kind="readout")
    stance = event.claims.get(slug="sanctions-discussed").stances.get(position="denies")
    stance.quotes.all().delete()
    with pytest.raises(CannotPublish) as refusal:
        publish(event, by="ann")
    assert len(refusal.value.reasons) == 2
    assert not Edition.objects.exists()


def test_an_address_stays_with_the_comparison_that_first_had_it(edition: Edition, document: dict[str, Any]) -> None:
    first = edition.event
    first.slug = "the-call"
    first.save()
    publish(first, note="A shorter address.", by="ann")
    document["event"]["slug"] = edition.slug
    document["event"]["title"] = "Another call"
    other = load(document).event
    with pytest.raises(CannotPublish, match="has had the address"):
        publish(other, by="ann")
    assert obstacles(other) == (f"Another published comparison has had the address “{edition.slug}”.",)


def test_publishing_is_all_or_nothing(event: Event, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any, **_options: Any) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Standing._default_manager, "bulk_create", fail)
    with pytest.raises(DatabaseError):
        publish(event, by="ann")
    assert not Edition.objects.exists()
    assert not Finding.objects.exists()


def test_withdrawing_is_all_or_nothing(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(**_values: Any) -> None:
        raise DatabaseError("the disk is full")

    monkeypatch.setattr(Withdrawal._default_manager, "create", fail)
    with pytest.raises(DatabaseError):
        withdraw(edition.event, reason="The text was of another call.", by="ann")
    assert Finding.objects.count() == 17


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("Ring the bell \x07", "Character 15 is the control character U\\+0007"),
        ("\x00", "Character 1 is the control character U\\+0000"),
        ("\udcff", "U\\+DCFF"),
        ("x" * 5001, "has 5001 characters; at most 5000 are taken"),
    ],
)
def test_what_goes_with_an_edition_can_be_kept(edition: Edition, words: str, says: str) -> None:
    with pytest.raises(CannotPublish, match=f"The change note: .*{says}"):
        publish(edition.event, note=words, by="ann")
    with pytest.raises(CannotPublish, match=f"The reason: .*{says}"):
        withdraw(edition.event, reason=words, by="ann")
    assert list(Edition.objects.published()) == [edition]


def test_a_note_of_several_lines_is_kept_as_lines(edition: Edition) -> None:
    second = publish(edition.event, note=" One.\r\nTwo.\n", by="ann")
    assert (second.note, second.document["edition"]["note"]) == ("One.\nTwo.", "One.\nTwo.")


def test_withdrawing_keeps_the_edition_and_takes_it_from_readers(edition: Edition) -> None:
    withdrawal = withdraw(edition.event, reason="The text was of another call.", by="ann")
    assert withdrawal.edition == edition
    assert Edition.objects.get().is_withdrawn
    assert not Edition.objects.published().exists()
    assert not Finding.objects.exists()


def test_what_was_withdrawn_can_be_published_again(edition: Edition) -> None:
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    second = publish(edition.event, note="With the right text.", by="ann")
    assert list(Edition.objects.published()) == [second]


@pytest.mark.parametrize("reason", ["", " "])
def test_a_withdrawal_gives_a_reason(edition: Edition, reason: str) -> None:
    with pytest.raises(CannotPublish, match="why it is withdrawn"):
        withdraw(edition.event, reason=reason, by="ann")
    assert not Withdrawal.objects.exists()


def test_only_what_is_published_can_be_withdrawn(event: Event) -> None:
    with pytest.raises(CannotPublish, match="no published edition"):
        withdraw(event, reason="Nothing there.", by="ann")


def kremlins_text_changes(event: Event) -> None:
    kremlin = event.accounts.get(key="kremlin-statement")
    revise(kremlin, kremlin.latest.text.replace("as equals, and", "and"), captured_at="", note="")


def test_what_is_to_be_read_again_is_published_with_a_tick_alone(event: Event) -> None:
    kremlins_text_changes(event)
    with pytest.raises(CannotPublish, match="6 stances have not been read again since their text changed"):
        publish(event, by="ann")
    assert not Edition.objects.exists()
    assert publish(event, by="ann", unread_allowed=True).number == 1


def test_an_edition_says_what_has_not_been_read_again_and_its_seal_covers_that(event: Event) -> None:
    first = publish(event, by="ann")
    assert first.document["edition"]["read_again"] == []
    kremlins_text_changes(event)
    mark = publish(event, note="The Kremlin's text changed.", by="ann", unread_allowed=True).document["edition"]
    assert {"claim": "as-equals", "account": "kremlin-statement"} in mark["read_again"]
    assert [entry["claim"] for entry in mark["read_again"]] == [
        claim.slug for claim in event.claims.filter(stances__in=Stance.objects.to_read_again(event)).order_by("order")
    ]
    document = Edition.objects.get(number=2).document
    sealed = document_fingerprint(document)
    document["edition"]["read_again"] = []
    assert document_fingerprint(document) != sealed == mark["sha256"]


def test_what_was_published_so_loads_again_and_says_the_same_of_its_quotes(event: Event) -> None:
    kremlins_text_changes(event)
    document = publish(event, by="ann", unread_allowed=True).document
    again = load(document).event
    outdated = set(Stance.objects.to_read_again(again).values_list("claim__slug", flat=True))
    assert outdated == {"as-equals", "relations-improve"}, "a silence counts as read in the latest text"
