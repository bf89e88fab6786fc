"""`verify` finds each kind of damage, and names it."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F

from comparisons.comparison.document import Document
from comparisons.documents import load
from comparisons.models import Address, Edition, Event, Finding, Pairing, Party, Passage, Quote, Revision, Standing
from comparisons.models.edition import document_fingerprint
from comparisons.publishing.publish import publish
from tests.examples import SLUG
from tests.publishing.command import verify


def test_nothing_is_wrong_with_what_was_published(edition: Edition) -> None:
    assert verify() == "No fault in 1 events, 4 revisions, 24 quotes, 1 editions.\n"


def test_a_missing_trigger_is_found(without_triggers: None) -> None:
    assert "comparisons_revision_never_updated is missing" in verify()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL derives what is searched from the row")
@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ("DROP TRIGGER comparisons_passage_is_indexed", "The trigger comparisons_passage_is_indexed is missing"),
        (
            "INSERT INTO comparisons_passage_index (comparisons_passage_index) VALUES ('delete-all')",
            "What the search finds is not what the passages hold: run rebuild.",
        ),
    ],
)
def test_an_index_that_is_not_that_of_the_passages_is_found(edition: Edition, damage: str, says: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(damage)
    assert says in verify()
    call_command("rebuild", verbosity=0)
    assert verify().startswith("No fault")


def spoil_outcome() -> None:
    """With a digest that fits, so that it is the outcome alone that is wrong."""
    edition = Edition.objects.get()
    spoilt = edition.document
    spoilt["claims"][0]["outcome"] = "agreement"
    reseal(spoilt)


def spoil_quote_of_edition() -> None:
    spoilt = Edition.objects.get().document
    spoilt["claims"][0]["stances"][2]["quotes"][0]["start"] += 1
    reseal(spoilt)


def reseal(document: Document) -> None:
    Edition.objects.update(body=json.dumps(document, ensure_ascii=False), sha256=document_fingerprint(document))


def leave_out_what_is_optional() -> None:
    document: Any = Edition.objects.get().document
    for claim in document["claims"]:
        for stance in claim["stances"]:
            for quote in stance["quotes"]:
                del quote["revision"]
                if stance["basis"] == "own_text":
                    del quote["account"]
    del document["accounts"][0]["translation_of"]
    document["claims"][0]["outcome"] = "agreement"
    reseal(document)


def spoil_body(body: str) -> Callable[[], object]:
    return lambda: Edition.objects.update(body=body)


def spoil(*path: Any, value: Any) -> Callable[[], object]:
    """Puts a value into the edition's document, with a digest that fits where there can be one."""

    def damage() -> None:
        document = Edition.objects.get().document
        target: Any = document
        for step in path[:-1]:
            target = target[step]
        target[path[-1]] = value
        Edition.objects.update(body=json.dumps(document))

    return damage


def take_party_from_event() -> None:
    Event.objects.get().parties.remove(Party.objects.get(slug="kremlin"))


DAMAGE: list[tuple[Callable[[], object], str]] = [
    (
        lambda: Revision.objects.filter(account__key="kremlin-statement").update(sha256="0" * 64),
        "account kremlin-statement, revision 1",
    ),
    (
        lambda: Revision.objects.filter(account__key="newspaper-report").update(text="Another text."),
        "“Contrary to statements from the White House” is not in the text at",
    ),
    (
        lambda: Quote.objects.filter(exact="an hourlong discussion").update(start=F("start") + 1, end=F("end") + 1),
        "claim duration, account newspaper-report",
    ),
    (
        lambda: Quote.objects.filter(exact="an hourlong discussion").update(prefix="not "),
        "claim duration, account newspaper-report",
    ),
    (
        lambda: Quote.objects.filter(exact="an hourlong discussion").delete(),
        "claims[16].stances[3].quotes: This stance needs a quote",
    ),
    (lambda: Edition.objects.update(sha256="0" * 64), "edition 1: the document is not that of its SHA-256"),
    (lambda: Edition.objects.update(slug="another"), "the document is that of another edition"),
    (spoil("edition", "number", value=2), "the document is that of another edition"),
    (spoil_outcome, "claims[0].outcome: “agreement” is held, but the stances add up to “contradiction”"),
    (leave_out_what_is_optional, "claims[0].outcome: “agreement” is held"),
    (spoil_quote_of_edition, "claims[0].stances[2].quotes[0].start"),
    *(
        (spoil_body(body), "edition 1: the document is damaged")
        for body in ("", "{", "{}", "[]", "null", "1", '{"edition": []}', '{"edition": {}, "event": 1}', "[" * 100_000)
    ),
    (spoil("event", value=[]), "edition 1: the document is damaged"),
    (spoil("event", "title", value="\ud800"), "edition 1: the document is not that of its SHA-256"),
    (spoil("event", "title", value="\ud800"), "event.title: Character 1 is the control character U+D800"),
    (spoil("claims", 0, "stances", 0, "account", value="\ud800"), "claims[0].stances[0].account"),
    (spoil("claims", 0, "outcome", value="nonsense"), "claims[0].outcome: “nonsense” is held"),
    (spoil("claims", 0, "positions", value=None), "claims[0].positions: “None” is held"),
    (spoil("claims", 0, value={}), "claims[0].slug: This is required."),
    (spoil("claims", value=None), "claims: This is to be of type array"),
    (spoil("edition", "read_again", value=[1]), "edition.read_again: This is to be a list of stances"),
    (spoil("edition", "read_again", value={"claim": 1}), "edition.read_again: This is to be a list of stances"),
    (take_party_from_event, f"{SLUG}: the desk's state cannot be read: ValueError: The party 'kremlin'"),
    (lambda: Finding.objects.filter(claim="duration").delete(), "claim duration: its finding"),
    (lambda: Finding.objects.filter(claim="duration").update(outcome="agreement"), "claim duration: its finding"),
    (
        lambda: Standing.objects.filter(finding__claim="duration").update(position="denies"),
        "claim duration: its finding",
    ),
    (lambda: Pairing.objects.filter(finding__claim="duration").update(outcome="agreement"), "duration: its finding"),
    (lambda: Finding.objects.filter(claim="duration").update(origin="kremlin"), "duration: its finding"),
    (lambda: Passage.objects.filter(order=0).delete(), "passage 0 (title) is not that of the document"),
    (lambda: Passage.objects.filter(order=0).update(stems="zebra"), "passage 0 (title) is not that of the document"),
    (
        lambda: Passage.objects.filter(place="kremlin-statement").update(speaker="White House"),
        "(text kremlin-statement) is not that of the document: run rebuild",
    ),
    (lambda: Edition.objects.update(outcomes={"duration": "agreement"}), "the outcomes beside the document"),
    (lambda: Address.objects.all().delete(), "its address leads elsewhere or nowhere"),
]


@pytest.mark.parametrize(("damage", "says"), DAMAGE, ids=[says for _damage, says in DAMAGE])
def test_damage_is_found_and_named(
    edition: Edition, without_triggers: None, damage: Callable[[], object], says: str
) -> None:
    damage()
    found = verify()
    assert says in found
    assert found.endswith("faults found.")
    assert found.encode()


@pytest.mark.parametrize(
    "damage", [spoil_body("{}"), spoil_body("no JSON"), spoil("event", "title", value="\ud800"), take_party_from_event]
)
def test_the_check_goes_on_after_damage(
    edition: Edition, document: dict[str, Any], without_triggers: None, damage: Callable[[], object]
) -> None:
    damage()
    document["event"]["slug"] = "zzz-another-call"
    publish(load(document).event, by="ann")
    Edition.objects.filter(slug="zzz-another-call").update(sha256="0" * 64)
    Quote.objects.filter(stance__claim__event__slug="zzz-another-call", exact="an hourlong discussion").delete()
    found = verify()
    assert "zzz-another-call, edition 1: the document is not that of its SHA-256" in found
    assert "zzz-another-call: claims[16].stances[3].quotes: This stance needs a quote" in found
