"""A changed text of the real call: what goes over to it, what is to be read again, and how a silence is confirmed."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comparisons.editorial.revisions import CannotRevise, ReadAgainList, Revised, confirm_silence, foresee, revise
from comparisons.editorial.stances import set_stance
from comparisons.models import Account, Event, Quote, Stance
from comparisons.models.versioned import Stale
from comparisons.publishing import verify as checking

pytestmark = pytest.mark.django_db
SAID = "said that both sides had agreed to go on with their talks on trade, and to meet again before the summer.\n\n"
AS_EQUALS = "on a constructive basis, as equals, and to mutual benefit"


@pytest.fixture
def kremlin(event: Event) -> Account:
    return event.accounts.get(key="kremlin-statement")


@pytest.fixture
def newspaper(event: Event) -> Account:
    return event.accounts.get(key="newspaper-report")


def without_equals(account: Account) -> str:
    return str(account.latest.text.replace("as equals, and", "and"))


def changed(account: Account, text: str, **options: Any) -> Revised:
    return revise(account, text, **{"captured_at": "2017-01-30", "note": "", **options})


def again(event: Event) -> set[tuple[str, str]]:
    return set(Stance.objects.to_read_again(event).values_list("claim__slug", "account__key"))


def quoting(event: Event, account: Account, words: str, *places: int) -> Stance:
    """The account's stance on trade, read in its latest text, with these quotes alone."""
    stance = Stance.objects.get(claim__event=event, claim__slug="trade-discussed", account=account)
    stance.quotes.all().delete()
    for order, start in enumerate(places):
        Quote.anchored(account.latest, {"exact": words, "start": start}, stance=stance, order=order).save()
    stance.revision = account.latest
    stance.save()
    return stance


KREMLINS_SILENCES = {"sanctions-discussed", "in-need-of-repair", "common-foe", "duration"}


def test_nothing_is_to_be_read_again_after_loading(event: Event) -> None:
    assert again(event) == set()


def test_quotes_go_over_where_their_words_and_context_are_still_there(event: Event, kremlin: Account) -> None:
    result = changed(kremlin, f"Press release.\n\n{kremlin.latest.text}", note="A headline")
    assert (result.revision.number, result.revision.note, result.revision.captured_at) == (
        2,
        "A headline",
        "2017-01-30",
    )
    assert len(result.carried) == 5
    for quote in Quote.objects.filter(revision=result.revision):
        text = result.revision.text
        assert text[quote.start : quote.end] == quote.exact
        assert text[: quote.start].endswith(quote.prefix)
        assert text[quote.end :].startswith(quote.suffix)
    trade = Stance.objects.get(claim__slug="relations-improve", account=kremlin)
    assert trade.revision == result.revision
    assert list(checking.quote_faults()) == []


def test_a_quote_at_an_edge_that_moved_is_to_be_read_again(event: Event, kremlin: Account) -> None:
    """What is quoted on trade begins one character after the start of the text."""
    changed(kremlin, f"Press release.\n\n{kremlin.latest.text}")
    assert ("trade-discussed", "kremlin-statement") in again(event)


def test_what_is_not_there_any_more_and_every_silence_is_to_be_read_again(event: Event, kremlin: Account) -> None:
    result = changed(kremlin, without_equals(kremlin))
    expected = {(slug, "kremlin-statement") for slug in {*KREMLINS_SILENCES, "as-equals", "relations-improve"}}
    assert again(event) == expected
    assert {(stance.claim.slug, stance.account.key) for stance in result.to_read_again} == expected
    left = Quote.objects.get(exact=AS_EQUALS)
    assert left.revision.number == 1
    assert left.stance.revision.number == 1


def test_a_stance_reported_by_another_account_waits_for_that_accounts_text(
    event: Event, kremlin: Account, newspaper: Account
) -> None:
    changed(kremlin, without_equals(kremlin))
    assert ("korea-discussed", "kremlin-statement") not in again(event)
    changed(newspaper, "Another article altogether.")
    assert ("korea-discussed", "kremlin-statement") in again(event)
    assert ("trade-discussed", "white-house-statement") in again(event)


def test_quotes_that_other_accounts_take_go_over_too(event: Event, newspaper: Account) -> None:
    words = "Contrary to statements from the White House"
    assert words in newspaper.latest.text
    result = changed(newspaper, newspaper.latest.text + "\n\nThis article was amended.\n")
    quote = Quote.objects.get(exact=words)
    assert quote.revision == result.revision
    assert quote.stance.revision.account.key == "white-house-statement"
    assert ("trade-discussed", "white-house-statement") not in again(event)


def test_words_that_stood_twice_are_to_be_read_again_where_one_of_them_went(event: Event, kremlin: Account) -> None:
    sentence = "x" * 40 + " They spoke of trade. " + "y" * 40
    first = changed(kremlin, f"{sentence} {sentence}").revision
    stance = quoting(event, kremlin, "trade", first.text.index("trade"), first.text.rindex("trade"))
    changed(kremlin, f"{sentence} And no more.")
    assert list(stance.quotes.values_list("revision__number", flat=True)) == [first.number, first.number]
    assert ("trade-discussed", "kremlin-statement") in again(event)


def test_words_of_a_paragraph_that_was_dropped_do_not_go_over_to_a_parallel_one(event: Event, kremlin: Account) -> None:
    said = (
        "said that both sides had agreed to go on with their talks on trade, and to meet again before the summer.\n\n"
    )
    end = "The ministers left at noon."
    first = changed(kremlin, f"Lavrov {said}Rubio {said}{end}").revision
    stance = quoting(event, kremlin, "talks on trade", first.text.index("talks on trade"))
    result = changed(kremlin, f"Rubio {SAID}The ministers left.")
    assert result.carried == ()
    assert stance.quotes.get().revision == first
    assert ("trade-discussed", "kremlin-statement") in again(event)


def test_words_of_a_parallel_paragraph_go_over_with_all_of_it(event: Event, kremlin: Account) -> None:
    said = (
        "said that both sides had agreed to go on with their talks on trade, and to meet again before the summer.\n\n"
    )
    end = "The ministers left at noon."
    first = changed(kremlin, f"Lavrov {said}Rubio {said}{end}").revision
    stance = quoting(event, kremlin, "talks on trade", first.text.rindex("talks on trade"))
    second = changed(kremlin, f"Rubio {SAID}The ministers left.").revision
    assert (stance.quotes.get().revision, stance.quotes.get().start) == (second, second.text.index("talks on trade"))
    assert ("trade-discussed", "kremlin-statement") not in again(event)


def test_what_is_foreseen_is_what_comes(event: Event, kremlin: Account) -> None:
    text = without_equals(kremlin)
    foreseen = foresee(kremlin, text)
    result = changed(kremlin, text)
    assert {quote.pk for quote in foreseen.carried} == {quote.pk for quote in result.carried}
    waiting = {quote.stance_id for quote in foreseen.left} | {stance.pk for stance in foreseen.silences}
    assert waiting == {stance.pk for stance in result.to_read_again}


def test_a_form_opened_on_the_old_text_is_out_of_date(event: Event, kremlin: Account) -> None:
    opened = list(Stance.objects.resting_on(kremlin).select_related("claim", "account"))
    changed(kremlin, without_equals(kremlin))
    assert len(opened) > 10
    for stance in opened:
        with pytest.raises(Stale):
            set_stance(stance.claim, stance.account, None, version=stance.version, reader="Ed")


def test_what_went_over_is_in_the_history(event: Event, kremlin: Account) -> None:
    result = changed(kremlin, without_equals(kremlin))
    for quote in result.carried:
        assert quote.history.first().revision_id == result.revision.pk


@pytest.mark.parametrize(
    ("text", "after", "message"),
    [(None, None, "This is the text that is held already"), ("Another.", 7, "Revision 1 was saved since you opened")],
)
def test_a_text_is_refused_with_a_reason_and_nothing_changes(
    event: Event, kremlin: Account, text: str | None, after: int | None, message: str
) -> None:
    with pytest.raises(CannotRevise, match=message):
        changed(kremlin, text or kremlin.latest.text, after=after)
    assert kremlin.revisions.count() == 1
    assert again(event) == set()


def test_revising_is_all_or_nothing(event: Event, kremlin: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("comparisons.editorial.revisions._take_as_read", fail)
    with pytest.raises(RuntimeError):
        changed(kremlin, without_equals(kremlin))
    assert kremlin.revisions.count() == 1
    assert set(Quote.objects.values_list("revision__number", flat=True)) == {1}


def test_the_list_costs_the_same_queries_however_long_it_is(event: Event, kremlin: Account, newspaper: Account) -> None:
    counts = []
    for account in (kremlin, newspaper):
        changed(account, "Another text.")
        with CaptureQueriesContext(connection) as queries:
            waiting = ReadAgainList.of(event)
            assert all(entry.stance.claim.slug and entry.stance.account.title for entry in waiting.entries)
            assert all(quote.revision.account.title for entry in waiting.entries for quote in entry.quotes)
        counts.append((len(queries), len(waiting.entries)))
    assert counts[0][0] == counts[1][0] == 3
    assert counts[0][1] < counts[1][1]


def test_revising_costs_the_same_queries_however_much_rests_on_the_text(event: Event, kremlin: Account) -> None:
    def cost(text: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            changed(kremlin, text)
        return len(queries)

    many = cost(f"{kremlin.latest.text} \n")
    Stance.objects.filter(account=kremlin).exclude(claim__slug__in=["relations-improve", "duration"]).delete()
    assert cost(f"{kremlin.latest.text} \n ") == many


def silence(event: Event, slug: str = "duration") -> Stance:
    return event.claims.get(slug=slug).stances.get(account__key="kremlin-statement")


def test_a_silence_is_confirmed_by_its_reader(event: Event, kremlin: Account) -> None:
    changed(kremlin, without_equals(kremlin))
    confirm_silence(event, silence(event).pk, revision=2, reader="Ann Second")
    stance = silence(event)
    assert (stance.revision.number, stance.reviewed_by) == (2, "Ann Second")
    assert stance.reviewed_at.endswith("Z")
    assert ("duration", "kremlin-statement") not in again(event)


def test_only_a_silence_on_the_list_is_confirmed_and_in_the_text_that_was_seen(event: Event, kremlin: Account) -> None:
    with pytest.raises(CannotRevise, match="not on the list any more"):
        confirm_silence(event, silence(event).pk, revision=1, reader="Ann")
    changed(kremlin, without_equals(kremlin))
    with pytest.raises(CannotRevise, match="Revision 2 was saved since"):
        confirm_silence(event, silence(event).pk, revision=1, reader="Ann")
    with pytest.raises(CannotRevise, match="Only a silence"):
        confirm_silence(event, silence(event, "as-equals").pk, revision=2, reader="Ann")
    assert silence(event).revision.number == 1
