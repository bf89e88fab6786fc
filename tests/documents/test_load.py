"""A document into a desk that already has something: what changes, what is kept, and what is said of it."""

from typing import Any

import pytest

from comparisons.documents import Faults, dump, load
from comparisons.models import Account, Claim, Event, Party, Stance, Topic

pytestmark = pytest.mark.django_db

Document = dict[str, Any]
OFFICIAL, KREMLIN, NEWSPAPER = 1, 2, 3


def test_a_text_held_is_never_replaced(event: Event, document: Document) -> None:
    document["accounts"][2]["revisions"][0]["text"] += " "
    document["claims"][0]["question"] = "Changed?"
    with pytest.raises(Faults, match=r"accounts\[2\]\.revisions\[0\]\.text: This differs from the text held"):
        load(document)
    assert not Claim.objects.filter(question="Changed?").exists()


def test_a_revision_held_is_never_dropped(event: Event, document: Document) -> None:
    document["accounts"][2]["revisions"].append({"text": document["accounts"][2]["revisions"][0]["text"] + "\n"})
    load(document)
    document["accounts"][2]["revisions"].pop()
    with pytest.raises(Faults, match=r"accounts\[2\]\.revisions: The desk holds 2 revisions"):
        load(document)


def test_an_account_that_the_document_leaves_out_is_never_dropped(event: Event, document: Document) -> None:
    before = dump(event)
    for account in (OFFICIAL, 0):
        del document["accounts"][account]
    document["claims"] = []
    with pytest.raises(Faults) as refusal:
        load(document)
    assert [str(fault) for fault in refusal.value.faults] == [
        f"accounts: The desk holds the account “{key}”, which the document leaves out; a text held is never dropped. "
        "Delete it at the desk first."
        for key in ("white-house-statement", "white-house-official")
    ]
    assert dump(event) == before


def test_an_account_deleted_at_the_desk_may_be_left_out(event: Event, document: Document) -> None:
    event.claims.all().delete()
    event.accounts.get(key="white-house-official").delete()
    del document["accounts"][OFFICIAL]
    document["claims"] = []
    load(document)
    assert event.accounts.count() == 3


def test_names_that_other_events_use_are_kept_and_said(event: Event, document: Document) -> None:
    document["topics"][0]["name"] = "Commerce"
    document["parties"][1]["name"] = "The President's office"
    loaded = load(document)
    assert Topic.objects.get(slug="trade").name == "Trade"
    assert len(loaded.notices) == 2
    assert "“trade” is called “Trade” at the desk; “Commerce” was not taken over" in loaded.notices[1]


def test_a_stance_says_who_read_it_and_when(event: Event) -> None:
    assert set(Stance.objects.values_list("reviewed_by", flat=True)) == {"Ann Reader"}
    assert all(Stance.objects.values_list("reviewed_at", flat=True))


def test_what_else_the_desk_keeps_is_said(event: Event, document: Document) -> None:
    document["parties"][0]["country"] = "US"
    document["accounts"][KREMLIN]["revisions"][0] |= {"captured_at": "2017-02-01", "note": "Read again."}
    notices = load(document).notices
    held = event.accounts.get(key="kremlin-statement").latest
    assert Party.objects.get(slug="kremlin").country == "RU"
    assert (held.captured_at, held.note) == ("2017-01-29", "")
    assert notices == (
        "parties: the desk keeps “RU” as the country of “kremlin”; “US” was not taken over.",
        "accounts[2].revisions[0].captured_at: the desk keeps “2017-01-29”; “2017-02-01” was not taken over.",
        "accounts[2].revisions[0].note: the desk keeps “”; “Read again.” was not taken over.",
    )


def test_the_same_document_again_leaves_nothing_to_say(event: Event, document: Document) -> None:
    assert load(document).notices == ()


def test_a_translation_is_one_for_as_long_as_the_document_says_so(event: Event, document: Document) -> None:
    document["accounts"][NEWSPAPER]["translation_of"] = "kremlin-statement"
    load(document)
    assert Account.objects.get(key="newspaper-report").translation_of == event.accounts.get(key="kremlin-statement")
    document["accounts"][NEWSPAPER]["translation_of"] = None
    load(document)
    assert Account.objects.get(key="newspaper-report").translation_of is None


@pytest.mark.parametrize(
    ("reader", "says"),
    [
        ("", "must not be empty"),
        (" \u00a0", "must not be empty"),
        ("x" * 151, "151 characters; at most 150"),
        ("Ann\x00", r"Character 4 is the control character U\+0000"),
        ("\udcff", r"U\+DCFF"),
        ("Ann\nBob", "one line"),
    ],
)
def test_a_reader_has_a_name_that_can_be_kept(document: Document, reader: str, says: str, db: None) -> None:
    with pytest.raises(Faults, match=says) as refusal:
        load(document, reader=reader)
    assert [fault.place for fault in refusal.value.faults] == ["reader"]
    assert not Event.objects.exists()
