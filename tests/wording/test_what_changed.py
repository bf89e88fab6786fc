"""What changed between two editions of the real call, case by case."""

import json
from typing import Any

import pytest

from comparisons.editions.renames import squeezed
from comparisons.models import Edition
from comparisons.wording.turn import Turn
from comparisons.wording.what_changed import answer
from tests.wording.edits import Document, told_of

pytestmark = pytest.mark.django_db


def case(edition: Edition) -> tuple[Document, Document]:
    """The real call twice: as it was published, and to be changed."""
    return json.loads(edition.body), json.loads(edition.body)


def claim_of(document: Document, slug: str) -> Any:
    return next(claim for claim in document["claims"] if claim["slug"] == slug)


def stance_of(document: Document, slug: str, account: str) -> Any:
    return next(stance for stance in claim_of(document, slug)["stances"] if stance["account"] == account)


def words(turns: tuple[Turn, ...]) -> list[tuple[str, str, str]]:
    return [(turn.name, turn.before, turn.after) for turn in turns]


def test_claims_that_were_only_read_again_are_counted_and_folded(edition: Edition) -> None:
    before, after = case(edition)
    for claim in after["claims"]:
        claim["stances"][0] |= {"reviewed_by": "Ann Reader", "reviewed_at": "2026-11-25T12:00:00Z"}
    told = told_of(before, after)
    assert told.answer == "No outcome changed: 17 claims."
    assert told.read_again_told == "17 claims read again, nothing changed"
    assert not told.has_only_particulars
    claim_of(after, "trade-discussed")["wording"] = "Commerce was discussed."
    told = told_of(before, after)
    assert told.read_again_told == "16 claims read again, nothing changed"
    assert len(told.read_again) == 17


def test_a_second_reading_changes_what_stands_beside_the_outcome(edition: Edition) -> None:
    before, after = case(edition)
    claim_of(after, "trade-discussed")["confirmed_by"] = "Ann Reader"
    (told,) = told_of(before, after).beside
    assert told.before == "Contradiction (not read a second time · rests on a report)"
    assert told.after == "Contradiction (rests on a report)"
    assert told.sentences == ()


def test_a_note_that_moves_from_one_account_to_another_is_neither_gone_nor_new(edition: Edition) -> None:
    before, after = case(edition)
    origin = stance_of(after, "trade-discussed", "white-house-statement")
    target = stance_of(after, "trade-discussed", "kremlin-statement")
    note, origin["note"] = origin["note"], ""
    target["note"] = note
    (claim,) = told_of(before, after).stances
    (move,) = claim.moves
    assert (move.origin, move.target) == ("White House statement on the call", "Kremlin statement on the call")
    assert move.words == squeezed(note)
    assert claim.differing == ()


def test_a_quote_that_was_cut_anew_is_told_once_with_what_was_struck(edition: Edition) -> None:
    before, after = case(edition)
    (quote,) = stance_of(after, "trade-discussed", "kremlin-statement")["quotes"]
    quote |= {"exact": quote["exact"].removesuffix(" of the two countries."), "end": quote["end"] - 22}
    (claim,) = told_of(before, after).stances
    ((turn,),) = (stance.quotes for stance in claim.differing)
    assert [part.text for part in turn.parts if part.kind == "removed"] == [" of the two countries."]
    assert [part.kind for part in turn.parts] == ["kept", "removed"]


def test_values_of_the_event_and_of_accounts_are_told_old_and_new(edition: Edition) -> None:
    before, after = case(edition)
    after["event"] |= {"date": "2017-01-29", "kind": "meeting", "participants": ["Donald Trump"]}
    after["accounts"][0] |= {"issued_at": "2017-01-29", "completeness": "full", "party": None}
    after["parties"][0]["name"] = "The Kremlin of Moscow"
    told = told_of(before, after)
    names = {name: (old, new) for name, old, new in words(told.event)}
    assert names["kind"] == ("Phone call", "Meeting")
    assert names["date"] == ("28 January 2017", "29 January 2017")
    assert names["participants"][1] == "Donald Trump"
    assert names["party"][1] == "The Kremlin of Moscow"
    (account,) = told.accounts
    changed = {name: (old, new) for name, old, new in words(account.turns)}
    assert changed["party"] == ("White House", "no party")
    assert changed["completeness"] == ("excerpt", "full text")
    assert changed["issued"][1] == "29 January 2017"


def test_an_account_that_went_takes_its_words_with_it_and_no_position_is_made_up(edition: Edition) -> None:
    before, after = case(edition)
    after["accounts"] = [account for account in after["accounts"] if account["id"] != "white-house-official"]
    for claim in after["claims"]:
        claim["stances"] = [one for one in claim["stances"] if one["account"] != "white-house-official"]
    told = told_of(before, after)
    (account,) = told.accounts
    assert (account.title, account.became) == ("Later remark by a White House official", "removed")
    stances = [stance for claim in told.stances for stance in claim.differing]
    assert stances
    for stance in stances:
        assert (stance.position, stance.positions) == ("", ())
        assert all(turn.before and not turn.after for turn in stance.quotes)


def test_two_editions_with_no_claim_in_common_say_so() -> None:
    assert answer(0, 0, 2, 3) == "The two editions have no claim in common. 2 claims were added. 3 claims were removed."
    assert answer(1, 1, 1, 0) == "1 of 1 outcome changed. 1 claim was added."
