"""`verify` holds an edition's list of what is to be read again against the texts and quotes of the edition."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from comparisons.documents import Fault
from comparisons.documents.derived import read_again_faults
from comparisons.editorial.revisions import revise
from comparisons.models import Edition, Event
from comparisons.publishing.publish import publish
from tests.publishing.command import verify

pytestmark = pytest.mark.django_db
Document = dict[str, Any]


@pytest.fixture
def document(event: Event) -> Document:
    kremlin = event.accounts.get(key="kremlin-statement")
    revise(kremlin, kremlin.latest.text.replace("as equals, and", "and"), captured_at="", note="")
    return json.loads(json.dumps(publish(event, by="ann", unread_allowed=True).document))  # type: ignore[no-any-return]


def faults_of_list(document: Any) -> list[Fault]:
    return list(read_again_faults(document, document["edition"].get("read_again")))


def test_nothing_is_wrong_with_the_list_that_was_published(document: Document) -> None:
    assert faults_of_list(document) == []
    assert verify() == "No fault in 1 events, 5 revisions, 24 quotes, 1 editions.\n"


def forget(document: Document) -> None:
    document["edition"]["read_again"] = []


def name_what_was_read(document: Document) -> None:
    document["edition"]["read_again"].append({"claim": "syria-discussed", "account": "kremlin-statement"})


def name_nobody(document: Document) -> None:
    document["edition"]["read_again"].append({"claim": "weather", "account": "nobody"})


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (forget, "edition.read_again: “as-equals” in “kremlin-statement” rests on an earlier text and is not named."),
        (name_what_was_read, "“syria-discussed” in “kremlin-statement” is named and rests on no earlier text."),
        (name_nobody, "“weather” in “nobody” is named and rests on no earlier text."),
    ],
)
def test_a_list_that_cannot_be_is_found(document: Document, damage: Callable[[Document], None], says: str) -> None:
    damage(document)
    assert any(says in str(fault) for fault in faults_of_list(document))


def test_an_edition_from_before_there_was_a_list_is_whole(document: Document) -> None:
    del document["edition"]["read_again"]
    assert faults_of_list(document) == []


def test_a_silence_in_a_text_that_changed_may_have_been_read_again(document: Document) -> None:
    silence = {"claim": "duration", "account": "kremlin-statement"}
    assert silence in document["edition"]["read_again"]
    document["edition"]["read_again"].remove(silence)
    assert faults_of_list(document) == []
    assert Edition.objects.count() == 1
