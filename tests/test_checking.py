"""`verify` finds each kind of damage, and names it."""

import json
from collections.abc import Callable
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F

from comparisons.models import Edition, Finding, Quote, Revision, Standing
from comparisons.models.edition import digest


def verify() -> str:
    output = StringIO()
    try:
        call_command("verify", stdout=output, stderr=output)
    except CommandError as error:
        return f"{output.getvalue()}{error}"
    return output.getvalue()


def test_nothing_is_wrong_with_what_was_published(edition: Edition) -> None:
    assert verify() == "No fault in 1 events, 4 revisions, 24 quotes, 1 editions.\n"


def test_a_missing_trigger_is_found(without_triggers: None) -> None:
    assert "comparisons_revision_never_updated is missing" in verify()


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


def reseal(document: dict[str, object]) -> None:
    Edition.objects.update(body=json.dumps(document, ensure_ascii=False), sha256=digest(document))


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
    (spoil_outcome, "claims[0].outcome: “agreement” is held, but the stances add up to “contradiction”"),
    (spoil_quote_of_edition, "claims[0].stances[2].quotes[0].start"),
    (lambda: Finding.objects.filter(claim="duration").delete(), "claim duration: its finding"),
    (lambda: Finding.objects.filter(claim="duration").update(outcome="agreement"), "claim duration: its finding"),
    (
        lambda: Standing.objects.filter(finding__claim="duration").update(position="denies"),
        "claim duration: its finding",
    ),
]


@pytest.mark.parametrize(("damage", "says"), DAMAGE, ids=[says for _damage, says in DAMAGE])
def test_damage_is_found_and_named(
    edition: Edition, without_triggers: None, damage: Callable[[], object], says: str
) -> None:
    damage()
    found = verify()
    assert says in found
    assert found.endswith("faults found.")
