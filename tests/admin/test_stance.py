from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.models import Account, Claim, Event, Stance
from tests.admin.conftest import KREMLIN, NEWSPAPER, STATEMENT, Write, assert_shown, at_held, claim_page, errors, sent

pytestmark = pytest.mark.django_db


def written(event: Event) -> Stance:
    return Stance.objects.get(claim__event=event, claim__slug="so")


def test_a_claim_is_added_with_a_quote_that_is_found_in_the_text(write: Write, event: Event) -> None:
    words = "mutually beneficial trade and economic ties"
    response, _prefix = write(position="affirms", quote_1=words)
    assert response["Location"] == reverse("admin:comparisons_event_change", args=[event.pk])
    stance = written(event)
    assert (stance.account.key, stance.basis, stance.reviewed_by) == (KREMLIN, "own_text", "Ann Editor")
    assert stance.reviewed_at.endswith("Z")
    quote = stance.quotes.get()
    assert (quote.exact, quote.revision.text[quote.start : quote.end]) == (words, words)
    assert quote.prefix == "“restoring "
    assert quote.suffix == " between business circles of the"
    assert stance.claim.order == 17


def test_a_quote_may_run_over_several_lines(write: Write, event: Event) -> None:
    write(position="affirms", quote_1="of the two countries.”\r\n\r\n[…]\r\n\r\n“The two sides")
    assert written(event).quotes.get().exact == "of the two countries.”\n\n[…]\n\n“The two sides"


def test_a_silence_needs_no_more_than_the_position(write: Write, event: Event) -> None:
    write(position="silent")
    stance = written(event)
    assert (stance.position, stance.basis, stance.reviewed_by) == ("silent", "full_text", "Ann Editor")
    assert not stance.quotes.exists()


def test_an_account_left_as_not_reviewed_has_no_stance(write: Write, event: Event) -> None:
    response, _prefix = write()
    assert response.status_code == 302
    assert not Stance.objects.filter(claim__slug="so").exists()


def test_a_reported_stance_is_quoted_from_the_report(write: Write, event: Event, newspaper: Account) -> None:
    write(STATEMENT, position="denies", basis="reported", quote_1="Contrary to statements", quote_1_from=newspaper.pk)
    stance = written(event)
    assert stance.account.key == STATEMENT
    assert stance.quotes.get().revision.account == newspaper


def test_an_inconsistent_stance_keeps_its_quotes_in_their_order(write: Write, event: Event) -> None:
    write(position="inconsistent", quote_1="to mutual benefit", quote_2="as equals")
    assert [quote.exact for quote in written(event).quotes.all()] == ["to mutual benefit", "as equals"]


def test_a_quantity_takes_an_interval_and_the_words_used(write: Write, event: Event) -> None:
    fields = {"position": "affirms", "low": "55", "high": "65.5", "value": "an hourlong discussion"}
    write(NEWSPAPER, {"kind": "quantity", "unit": "minutes"}, quote_1="an hourlong discussion", **fields)
    stance = written(event)
    assert (stance.low, stance.high, stance.value) == (Decimal(55), Decimal("65.5"), "an hourlong discussion")


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"position": "affirms", "quote_1": "trade and sanctions"}, "quote_1", "These words are not in the text."),
        ({"position": "affirms", "quote_1": " as equals "}, "quote_1", "“Kremlin statement on the call”: These words"),
        (
            {"position": "affirms", "quote_1": "“The "},
            "quote_1",
            "in the text 2 times, and nothing tells which is meant: quote more words",
        ),
        (
            {"position": "affirms", "quote_1": "“The ", "quote_1_before": "Thus "},
            "quote_1_before",
            "not with these beside",
        ),
        (
            {"position": "affirms", "quote_1": "“The ", "quote_1_after": "three"},
            "quote_1_after",
            "not with these beside",
        ),
        ({"position": "affirms", "quote_1": "as\x0bequals"}, "quote_1", "control character U+000B"),
        ({"position": "affirms"}, "quote_1", "needs a quote"),
        ({"position": "denies"}, "quote_1", "needs a quote"),
        ({"position": "declines", "quote_1": " \r\n "}, "quote_1", "needs a quote"),
        ({"position": "affirms_in_part", "note": "Only trade."}, "quote_1", "needs a quote"),
        ({"position": "affirms_in_part", "quote_1": "as equals", "note": "  "}, "note", "needs a note"),
        ({"position": "inconsistent", "quote_1": "as equals"}, "quote_1", "two quotes or more"),
        ({"position": "affirms", "quote_1": "as equals", "quote_2": "as equals"}, "quote_2", "stands twice"),
        ({"position": "silent", "quote_1": "as equals"}, "quote_1", "no quote of its own"),
        ({"position": "silent", "basis": "own_text"}, "basis", "rests on the full text"),
        ({"position": "affirms", "basis": "full_text", "quote_1": "as equals"}, "basis", "Only a silence"),
        ({"position": "silent", "basis": "reported"}, "quote_1", "needs a quote of the report"),
        ({"position": "affirms", "basis": "reported", "quote_1": "as equals"}, "quote_1_from", "from another account"),
        ({"quote_1": "as equals"}, "position", "Choose a position"),
        ({"note": "To be read"}, "position", "Choose a position"),
        ({"position": "agrees"}, "position", "valid choice"),
        ({"position": "affirms", "quote_1": "as equals", "value": "an hour"}, "value", "Only a stance on a quantity"),
        (
            {"position": "affirms", "quote_1": "as equals", "low": "1", "high": "2"},
            "low",
            "Only a stance on a quantity",
        ),
    ],
)
def test_a_fault_is_told_at_its_field_and_nothing_typed_is_lost(
    write: Write, event: Event, fields: dict[str, str], place: str, message: str
) -> None:
    response, prefix = write(**fields)
    found = errors(response)
    assert message in " ".join(found[f"{prefix}-{place}"])
    for value in fields.values():
        assert_shown(response, value.replace("\r\n", "\n"))
    assert not Claim.objects.filter(slug="so").exists()


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"position": "denies", "low": "1", "high": "1"}, "low", "Only a stance that affirms"),
        ({"position": "affirms", "low": "1"}, "high", "needs both"),
        ({"position": "affirms", "high": "1"}, "low", "needs both"),
        ({"position": "affirms", "low": "2", "high": "1"}, "low", "greater than high"),
        ({"position": "affirms", "low": "an hour", "high": "1"}, "low", "Enter a number"),
        ({"position": "affirms", "low": "0.0000001", "high": "1"}, "low", "decimal"),
    ],
)
def test_a_value_has_rules_of_its_own(
    write: Write, event: Event, fields: dict[str, str], place: str, message: str
) -> None:
    response, prefix = write(claim={"kind": "quantity", "unit": "minutes"}, quote_1="as equals", **fields)
    assert message in " ".join(errors(response)[f"{prefix}-{place}"])


def test_words_that_stand_twice_are_told_apart_by_what_stands_beside_them(write: Write, event: Event) -> None:
    write(position="affirms", quote_1="“The ", quote_1_after="presidents said")
    quote = written(event).quotes.get()
    assert quote.revision.text[quote.start :].startswith("“The presidents said")


def test_own_words_are_quoted_from_the_own_account(write: Write, newspaper: Account) -> None:
    response, prefix = write(position="affirms", quote_1="an hourlong discussion", quote_1_from=newspaper.pk)
    assert "from its own account" in errors(response)[f"{prefix}-quote_1_from"][0]


def test_a_quote_stays_on_its_revision_until_it_is_changed(
    editor: Client, event: Event, kremlin: Account, trade: Claim
) -> None:
    first = kremlin.latest
    kremlin.revisions.create(number=2, text="A new text, on trade and economic ties.", captured_at="2017-02-01")
    data = sent(editor, claim_page(trade))
    prefix = at_held(data, trade, KREMLIN)
    assert_shown(editor.get(claim_page(trade)), "Rests on an earlier text: Revision 1.")
    data[f"{prefix}-note"] = "Read again."
    assert editor.post(claim_page(trade), data).status_code == 302
    quote = trade.stances.get(account=kremlin).quotes.get()
    assert (quote.revision, quote.start) == (first, 1)

    data = sent(editor, claim_page(trade)) | {f"{prefix}-quote_1": "trade and economic ties"}
    assert editor.post(claim_page(trade), data).status_code == 302
    quote = trade.stances.get(account=kremlin).quotes.get()
    assert (quote.revision.number, quote.start) == (2, 15)


def test_quotes_can_be_added_and_taken_out(editor: Client, event: Event, trade: Claim) -> None:
    data = sent(editor, claim_page(trade))
    prefix = at_held(data, trade, KREMLIN)
    held = data[f"{prefix}-quote_1"]
    for number, words in enumerate(["as equals", "to mutual benefit", "in Syria"], start=2):
        data[f"{prefix}-quote_{number}"] = words
    editor.post(claim_page(trade), data)
    stance = trade.stances.get(account__key=KREMLIN)
    assert [quote.exact for quote in stance.quotes.all()] == [held, "as equals", "to mutual benefit", "in Syria"]
    assert f'name="{prefix}-quote_5"' in editor.get(claim_page(trade)).content.decode()
    data = sent(editor, claim_page(trade))
    data[f"{prefix}-quote_1"] = ""
    editor.post(claim_page(trade), data)
    assert [quote.exact for quote in stance.quotes.all()] == ["as equals", "to mutual benefit", "in Syria"]


def test_one_of_two_quotes_of_the_same_words_can_be_taken_out(editor: Client, event: Event, trade: Claim) -> None:
    data = sent(editor, claim_page(trade))
    prefix = at_held(data, trade, KREMLIN)
    data |= {f"{prefix}-quote_1": "“The ", f"{prefix}-quote_1_after": "two"}
    data |= {f"{prefix}-quote_2": "“The ", f"{prefix}-quote_2_after": "presidents"}
    assert editor.post(claim_page(trade), data).status_code == 302
    stance = trade.stances.get(account__key=KREMLIN)
    second = stance.quotes.all()[1]
    data = sent(editor, claim_page(trade)) | {f"{prefix}-quote_1": ""}
    assert editor.post(claim_page(trade), data).status_code == 302
    assert stance.quotes.get() == second
