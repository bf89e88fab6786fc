"""The difference between two documents of the real call, claim by claim."""

from copy import deepcopy

import pytest

from comparisons.documents import dump
from comparisons.editions.changes import Changes, changes
from comparisons.models import Edition, Event, Topic
from tests.factories import a_party

pytestmark = pytest.mark.django_db


def since(edition: Edition) -> Changes:
    return changes(edition.document, dump(Event.objects.get(pk=edition.event_id)))


def test_nothing_changes_where_nothing_was_changed(edition: Edition) -> None:
    found = since(edition)
    assert found.nothing
    assert (found.event, found.accounts, found.claims) == ((), (), ())
    assert not found.has_only_particulars


def test_a_stance_taken_back_changes_the_outcome(edition: Edition) -> None:
    edition.event.claims.get(slug="trade-discussed").stances.filter(position="denies").delete()
    found = since(edition)
    (change,) = found.outcomes
    assert change.before
    assert change.after
    assert (change.before.outcome, change.after.outcome) == ("contradiction", "single_source")
    assert change.changes_remarks
    (stance,) = change.stances
    assert stance.before
    assert (stance.before.position, stance.after) == ("denies", None)
    assert [quote.exact for quote in stance.quotes_removed] == ["Contrary to statements from the White House"]
    assert found.claims == (change,)


def test_claims_added_and_removed_are_distinguished(edition: Edition) -> None:
    event = edition.event
    event.claims.get(slug="iran-discussed").delete()
    event.claims.create(slug="gifts", wording="Gifts were discussed.", topic=Topic.objects.all()[0], order=99)
    found = since(edition)
    assert [change.claim.slug for change in found.claims_added] == ["gifts"]
    assert [change.claim.slug for change in found.claims_removed] == ["iran-discussed"]
    assert found.claims_kept == ()


def test_words_notes_and_readings_are_reported(edition: Edition) -> None:
    claim = edition.event.claims.get(slug="trade-discussed")
    claim.question = "Was commerce discussed?"
    claim.save()
    stance = claim.stances.get(account__key="kremlin-statement")
    stance.note, stance.reviewed_at = "It opens with it.", "2020-01-01"
    stance.save()
    (change,) = since(edition).claims_kept
    assert change.fields == ("question",)
    (told,) = change.stances
    assert told.before
    assert told.after
    assert (told.before.position, told.after.position) == ("affirms", "affirms")
    assert (told.particulars, told.is_read_again) == (("note",), True)
    assert not change.changes_outcome


def test_quotes_are_identified_by_their_place(edition: Edition) -> None:
    stance = edition.event.claims.get(slug="trade-discussed").stances.get(account__key="kremlin-statement")
    revision = stance.account.latest
    start = revision.text.index("as equals")
    stance.quotes.all().delete()
    stance.quotes.create(revision=revision, exact="as equals", start=start, end=start + 9)
    (change,) = since(edition).claims_kept
    (told,) = change.stances
    assert [quote.exact for quote in told.quotes_added] == ["as equals"]
    assert len(told.quotes_removed) == 1


def test_accounts_and_their_texts_are_reported(edition: Edition) -> None:
    event = edition.event
    kremlin = event.accounts.get(key="kremlin-statement")
    kremlin.via = "The archive"
    kremlin.save()
    kremlin.revisions.create(number=2, text="Another text.")
    event.accounts.create(key="new", title="A new one", kind="post", source="X", order=9)
    told = {account.title: account for account in since(edition).accounts}
    assert told["A new one"].is_added
    assert told["Kremlin statement on the call"].text_changes
    assert told["Kremlin statement on the call"].fields == ("via",)
    assert len(told) == 2


def test_an_account_removed_and_a_party_added_are_reported(edition: Edition) -> None:
    event = edition.event
    event.accounts.get(key="white-house-official").delete()
    event.parties.add(a_party())
    event.place = "By telephone"
    event.save()
    found = since(edition)
    assert [account.title for account in found.accounts if account.is_removed]
    assert (found.parties_added, found.parties_removed, found.event) == (("Kyiv",), (), ("place",))


def test_an_order_alone_is_a_particular(edition: Edition) -> None:
    after = deepcopy(edition.document)
    after["claims"].reverse()
    found = changes(edition.document, after)
    assert not found.nothing
    assert found.has_only_particulars
