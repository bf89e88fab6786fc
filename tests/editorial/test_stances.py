"""What an editor does at the desk, without the page around it."""

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from comparisons.comparison.document import QuoteInput
from comparisons.documents import Faults, dump
from comparisons.editorial.stances import Change, add_claim, set_stance
from comparisons.models import Account, Claim, Event, Quote, Stance, Topic
from comparisons.models.versioned import Stale
from comparisons.publishing.verify import all_faults
from tests.properties import tried

pytestmark = pytest.mark.django_db

AS_EQUALS: QuoteInput = {"exact": "as equals", "account": "kremlin-statement"}


@pytest.fixture
def claim(event: Event) -> Claim:
    return event.claims.get(slug="sanctions-discussed")


@pytest.fixture
def kremlin(event: Event) -> Account:
    return event.accounts.get(key="kremlin-statement")


def affirms(**changes: Any) -> Any:
    return {"position": "affirms", "basis": "own_text", "quotes": [AS_EQUALS], **changes}


def version_of(claim: Claim, account: Account) -> Any:
    return claim.stances.values_list("version", flat=True).filter(account=account).first()


def read(claim: Claim, account: Account, given: Any) -> Change:
    return set_stance(claim, account, given, version=version_of(claim, account), reader="Ann")


def test_a_stance_is_set_with_its_quote_anchored(claim: Claim, kremlin: Account) -> None:
    change = read(claim, kremlin, affirms())
    quote = Quote.objects.get(stance=change.stance)
    text = kremlin.latest.text
    assert text[quote.start : quote.end] == quote.exact == "as equals"
    assert change.stance
    assert (change.stance.reviewed_by, change.stance.revision) == ("Ann", kremlin.latest)
    assert change.before
    assert change.before["position"] == "silent"


def test_a_change_can_be_undone_to_the_letter(claim: Claim, kremlin: Account) -> None:
    before = dump(claim.event)["claims"]
    change = read(claim, kremlin, affirms())
    assert change.stance
    set_stance(claim, kremlin, change.before, version=change.stance.version, reader="Ann")
    after = dump(claim.event)["claims"]
    for one in (*before, *after):
        for stance in one["stances"]:
            stance["reviewed_by"] = stance["reviewed_at"] = ""
    assert before == after


def test_a_stance_taken_back_is_not_reviewed(claim: Claim, kremlin: Account) -> None:
    change = read(claim, kremlin, None)
    assert change.stance is None
    assert not claim.stances.filter(account=kremlin).exists()


def test_a_quote_that_is_there_already_keeps_its_row(event: Event, kremlin: Account) -> None:
    claim = event.claims.get(slug="as-equals")
    quote = Quote.objects.get(stance__claim=claim)
    change = read(claim, kremlin, affirms(quotes=[{"exact": quote.exact, "account": kremlin.key}, AS_EQUALS]))
    assert change.stance
    assert next(iter(change.stance.quotes.values_list("pk", flat=True))) == quote.pk
    assert change.stance.quotes.count() == 2


@pytest.mark.parametrize(
    ("given", "place", "says"),
    [
        (affirms(quotes=[]), "quotes", "needs a quote"),
        (
            affirms(quotes=[{"exact": "as Equals", "account": "kremlin-statement"}]),
            "quotes[0].exact",
            "not in the text",
        ),
        (affirms(quotes=[{**AS_EQUALS, "start": 3}]), "quotes[0].start", "do not start here"),
        (affirms(position="affirms_in_part"), "note", "needs a note"),
        (affirms(basis="reported"), "quotes[0].account", "another account"),
        (affirms(low=1, high=2), "low", "Only a stance on a quantity"),
        ({"position": "silent", "basis": "full_text", "quotes": [AS_EQUALS]}, "quotes", "no quote of its own"),
    ],
)
def test_what_breaks_a_rule_is_refused_at_its_place_and_changes_nothing(
    claim: Claim, kremlin: Account, given: dict[str, Any], place: str, says: str
) -> None:
    before = list(Stance.objects.order_by("pk").values()), list(Quote.objects.order_by("pk").values())
    with pytest.raises(Faults) as refusal:
        read(claim, kremlin, given)
    assert [fault.place for fault in refusal.value.faults] == [place]
    assert says in refusal.value.faults[0].message
    assert (list(Stance.objects.order_by("pk").values()), list(Quote.objects.order_by("pk").values())) == before


def test_a_stance_changed_since_it_was_opened_is_not_overwritten(claim: Claim, kremlin: Account) -> None:
    opened = version_of(claim, kremlin)
    read(claim, kremlin, affirms())
    for stale in (opened, None):
        with pytest.raises(Stale) as refusal:
            set_stance(claim, kremlin, None, version=stale, reader="Bob")
        assert isinstance(refusal.value.current, Stance)
        assert refusal.value.current.position == "affirms"


def test_a_new_claim_gets_a_slug_of_its_own_and_the_topic_of_that_name(event: Event) -> None:
    first = add_claim(event, "Trade was discussed at length.", topic="trade")
    second = add_claim(event, "Trade was discussed at length.", topic="Футбол")
    assert (first.slug, second.slug) == ("trade-was-discussed-at-length", "trade-was-discussed-at-length-2")
    assert first.topic == Topic.objects.get(slug="trade")
    assert (second.topic.name, second.topic.slug) == ("Футбол", "topic")
    assert [claim.order for claim in event.claims.all()] == list(range(19))


@pytest.mark.parametrize(
    ("words", "topic", "place"), [("", "Trade", "claim"), ("So.", " ", "topic"), ("x" * 501, "T", "claim")]
)
def test_a_claim_without_words_or_topic_is_refused(event: Event, words: str, topic: str, place: str) -> None:
    with pytest.raises(Faults) as refusal:
        add_claim(event, words, topic=topic)
    assert [fault.place for fault in refusal.value.faults] == [place]


TEXTS = ["as equals", "mutual benefit", "sanctions", "Trump", "and", "an hourlong discussion", "restoring", "IS"]
EDITS = st.tuples(
    st.integers(0, 16),
    st.integers(0, 3),
    st.sampled_from([None, "affirms", "affirms_in_part", "denies", "declines", "silent", "inconsistent"]),
    st.sampled_from(["own_text", "full_text", "reported"]),
    st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(0, 3)), max_size=3),
    st.sampled_from(["", "Only a part."]),
    st.sampled_from([None, (1, 2), (60, 60), (2, 1)]),
)


@pytest.mark.slow
@tried(100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=st.lists(EDITS, min_size=50, max_size=50))
def test_after_any_five_thousand_edits_nothing_is_wrong(event: Event, edits: list[Any]) -> None:
    """A hundred runs of fifty edits each; those that break a rule are refused, and change nothing."""
    claims, accounts = list(event.claims.all()), list(event.accounts.all())
    for claim_number, account_number, position, basis, quotes, note, interval in edits:
        low, high = interval or (None, None)
        given_stance = position and {
            "position": position,
            "basis": basis,
            "note": note,
            "low": low,
            "high": high,
            "quotes": [{"exact": words, "account": accounts[number].key} for words, number in quotes],
        }
        with suppress(Faults):
            read(claims[claim_number], accounts[account_number], given_stance)
    assert list(all_faults()) == []
