"""What one account says on one claim, set through the panel: its rules, its quotes, its faults at their fields."""

from collections.abc import Callable
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.documents.stances import Texts, basis_of, faults_of_stance
from comparisons.models import Account, Claim, Event, Quote, Stance
from tests.admin.desk.panel import faults, name_of, named, opened, panel, save, sent_by
from tests.admin.forms import assert_shown
from tests.examples import KREMLIN, NEWSPAPER, OFFICIAL, STATEMENT
from tests.factories import member

pytestmark = pytest.mark.django_db
Write = Callable[..., Any]


@pytest.fixture
def editor(db: None) -> Client:
    return member("editor", "Editors")


@pytest.fixture
def write(editor: Client, event: Event) -> Write:
    """Add a claim with one stance, the Kremlin's unless another is named; returns the answer."""

    def write(key: str = KREMLIN, claim: dict[str, Any] | None = None, **fields: Any) -> Any:
        account = event.accounts.get(key=key)
        data = sent_by(editor.get(panel(event), {"account": account.pk}))
        data |= {"question": "Was it so?", "claim": "It was so.", "topic": "Trade"}
        return editor.post(panel(event), data | (claim or {}) | named(**fields))

    return write


def written(event: Event) -> Stance:
    return Stance.objects.get(claim__event=event, claim__slug="was-it-so")


def test_a_claim_is_added_with_a_quote_that_is_found_in_the_text(write: Write, event: Event) -> None:
    words = "mutually beneficial trade and economic ties"
    response = write(position="affirms", quote_1=words)
    stance = written(event)
    cell = f"#cell-{stance.claim_id}-{stance.account_id}"
    assert response["Location"] == reverse("admin:comparisons_event_desk", args=[event.pk]) + cell
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


def test_an_account_left_as_not_reviewed_has_no_stance(editor: Client, trade: Claim) -> None:
    trade.stances.all().delete()
    assert save(editor, trade, KREMLIN).status_code == 302
    assert not trade.stances.exists()


def test_a_reported_stance_is_quoted_from_the_report(write: Write, event: Event, newspaper: Account) -> None:
    write(STATEMENT, position="denies", quote_1="Contrary to statements", quote_1_from=NEWSPAPER)
    stance = written(event)
    assert (stance.account.key, stance.basis) == (STATEMENT, "reported")
    assert stance.quotes.get().revision.account == newspaper


def test_a_silence_may_be_reported_as_well(write: Write, event: Event) -> None:
    write(STATEMENT, position="silent", quote_1="Contrary to statements", quote_1_from=NEWSPAPER)
    assert (written(event).position, written(event).basis) == ("silent", "reported")


def test_no_other_basis_has_no_fault_than_the_one_that_follows() -> None:
    own = {"exact": "as equals", "account": "own"}
    other = {"exact": "not raised", "account": "other"}
    texts = Texts({"accounts": [{"id": one["account"], "revisions": [{"text": one["exact"]}]} for one in (own, other)]})
    positions, bases = Stance.Position.values, Stance.Basis.values
    for position, quotes, basis in product(positions, ([], [own], [other], [own, other]), bases):
        stance = {"account": "own", "position": position, "basis": basis, "quotes": quotes, "note": "In part."}
        if not list(faults_of_stance("", "polar", stance, texts)):
            assert basis == basis_of(position, quotes, "own"), stance  # type: ignore[arg-type]


def test_an_inconsistent_stance_keeps_its_quotes_in_their_order(write: Write, event: Event) -> None:
    write(position="inconsistent", quote_1="to mutual benefit", quote_2="as equals")
    assert [quote.exact for quote in written(event).quotes.all()] == ["to mutual benefit", "as equals"]


def test_a_quantity_takes_an_interval_and_the_words_used(write: Write, event: Event) -> None:
    fields = {"position": "affirms", "low": "55", "high": "65.5", "value": "an hourlong discussion"}
    write(NEWSPAPER, {"unit": "minutes"}, quote_1="an hourlong discussion", **fields)
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
        (
            {"position": "affirms", "quote_1": "as equals", "quote_2": "Trump", "quote_2_from": NEWSPAPER},
            "quote_1_from",
            "quoted from another account",
        ),
        ({"position": "affirms", "quote_1": "as equals", "quote_1_from": "nobody"}, "quote_1_from", "valid choice"),
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
def test_a_fault_is_reported_at_its_field_and_nothing_typed_is_lost(
    write: Write, event: Event, fields: dict[str, str], place: str, message: str
) -> None:
    response = write(**fields)
    assert message in faults(response)[name_of(place)]
    for value in fields.values():
        assert_shown(response, value.replace("\r\n", "\n"))
    assert not Claim.objects.filter(wording="It was so.").exists()


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
    response = write(claim={"unit": "minutes"}, quote_1="as equals", **fields)
    assert message in faults(response)[place]


def test_words_that_occur_twice_are_distinguished_by_their_context(write: Write, event: Event) -> None:
    write(position="affirms", quote_1="“The ", quote_1_after="presidents said")
    quote = written(event).quotes.get()
    assert quote.revision.text[quote.start :].startswith("“The presidents said")


def test_several_faults_are_reported_at_once(write: Write) -> None:
    found = faults(write(position="affirms_in_part", quote_1="in Minsk", quote_2="in Kyiv"))
    assert set(found) == {"note", "quotes-0-exact", "quotes-1-exact"}


def test_a_quote_stays_on_its_revision_until_it_is_changed(editor: Client, kremlin: Account, trade: Claim) -> None:
    first = kremlin.latest
    kremlin.revisions.create(number=2, text="A new text, on trade and economic ties.", captured_at="2017-02-01")
    page = editor.get(panel(trade.event), {"account": str(kremlin.pk), "claim": f"#{trade.pk}"})
    assert_shown(page, "Rests on an earlier text: Revision 1.")
    assert save(editor, trade, KREMLIN, note="Read again.").status_code == 302
    quote = trade.stances.get(account=kremlin).quotes.get()
    assert (quote.revision, quote.start) == (first, 1)

    assert save(editor, trade, KREMLIN, quote_1="trade and economic ties").status_code == 302
    quote = trade.stances.get(account=kremlin).quotes.get()
    assert (quote.revision.number, quote.start) == (2, 15)


def test_a_stored_quote_is_found_in_another_text_that_is_chosen_for_it(editor: Client, event: Event) -> None:
    claim = event.claims.get(slug="iran-discussed")
    claim.stances.all().delete()
    kremlin, newspaper = event.accounts.get(key=KREMLIN), event.accounts.get(key=NEWSPAPER)
    newspaper.revisions.create(
        number=2, text="They speak as equals, the Kremlin says: as equals.", captured_at="2017-02-01"
    )
    assert save(editor, claim, KREMLIN, position="affirms", quote_1="as equals").status_code == 302
    more = {"quote_1_from": NEWSPAPER, "quote_1_after": ", the Kremlin"}
    assert save(editor, claim, KREMLIN, **more).status_code == 302
    stance = claim.stances.get(account=kremlin)
    assert (stance.basis, stance.quotes.get().start) == ("reported", 11)


def test_quotes_can_be_added_and_taken_out(editor: Client, trade: Claim) -> None:
    stored = opened(editor, trade, KREMLIN)["quotes-0-exact"]
    more = ["as equals", "to mutual benefit"]
    save(editor, trade, KREMLIN, quote_2=more[0], quote_3=more[1])
    stance = trade.stances.get(account__key=KREMLIN)
    assert [quote.exact for quote in stance.quotes.all()] == [stored, *more]
    assert "quotes-3-exact" in opened(editor, trade, KREMLIN), "there is room for a further one"
    save(editor, trade, KREMLIN, quote_1="", quote_4="in Syria")
    assert [quote.exact for quote in stance.quotes.all()] == [*more, "in Syria"]


def test_one_of_two_quotes_of_the_same_words_can_be_taken_out(editor: Client, trade: Claim) -> None:
    both = {"quote_1": "“The ", "quote_1_after": "two", "quote_2": "“The ", "quote_2_after": "presidents"}
    assert save(editor, trade, KREMLIN, **both).status_code == 302
    stance = trade.stances.get(account__key=KREMLIN)
    second = stance.quotes.all()[1]
    assert save(editor, trade, KREMLIN, quote_1="").status_code == 302
    assert stance.quotes.get() == second


@pytest.mark.slow
def test_every_stance_opened_and_saved_as_it_is_stays_as_it_is(editor: Client, event: Event) -> None:
    def state() -> Any:
        stances, quotes = (list(rows.order_by("pk").values()) for rows in (Stance.objects, Quote.objects))
        return stances, quotes, Stance.history.count()

    before = state()
    for stance in Stance.objects.select_related("claim__event", "account"):
        assert save(editor, stance.claim, stance.account.key).status_code == 302
    assert state() == before


def test_whoever_changes_a_stance_has_read_it_and_the_others_stay_as_read(editor: Client, trade: Claim) -> None:
    assert save(editor, trade, KREMLIN, note="The statement opens with it.").status_code == 302
    readers = {stance.account.key: stance.reviewed_by for stance in trade.stances.all()}
    assert readers == {KREMLIN: "Ann Editor", OFFICIAL: "Ann Reader", STATEMENT: "Ann Reader"}


def test_a_stance_is_taken_back_by_setting_its_position_to_not_reviewed(editor: Client, trade: Claim) -> None:
    assert save(editor, trade, KREMLIN, position="").status_code == 302
    assert not trade.stances.filter(account__key=KREMLIN).exists()
    assert trade.stances.count() == 2


def test_a_form_that_lost_its_fields_on_the_way_takes_nothing_back(editor: Client, trade: Claim) -> None:
    data = opened(editor, trade, KREMLIN)
    del data["position"]
    assert "Choose a position" in faults(editor.post(panel(trade.event), data))["position"]
    assert trade.stances.count() == 3


@pytest.mark.slow
def test_a_large_form_is_taken_whole(editor: Client, event: Event, trade: Claim, kremlin: Account) -> None:
    """As many quotes as the panel takes, each with all its fields."""
    words = [f"word {number:03}," for number in range(200)]
    kremlin.revisions.create(number=2, text=" ".join(words), captured_at="2017-02-01")
    data = opened(editor, trade, KREMLIN) | {"quotes-TOTAL_FORMS": 200, "note": "x" * 5000}
    fields = [name.removeprefix("quotes-0-") for name in data if name.startswith("quotes-0-")]
    data |= {f"quotes-{number}-{name}": "" for number in range(200) for name in fields}
    data |= {f"quotes-{number}-exact": exact for number, exact in enumerate(words)}
    data |= {f"quotes-{number}-account": KREMLIN for number in range(200)}
    assert len(fields) == 11
    assert editor.post(panel(event), data).status_code == 302
    assert trade.stances.get(account=kremlin).quotes.count() == 200
    assert editor.post(panel(event), opened(editor, trade, KREMLIN)).status_code == 302, "with a place for one more"
