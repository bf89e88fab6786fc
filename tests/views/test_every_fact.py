"""Every fact of a comparison stands on its page or one press away: on a page to which one of its links leads."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from comparisons.comparison.comparison import Comparison
from comparisons.comparison.document import Document
from comparisons.models import Edition
from comparisons.wording import (
    account_kind,
    attribution_label,
    completeness,
    event_kind,
    language_name,
    outcome_label,
    place,
    remark,
    sentence,
    stance_told,
)
from comparisons.wording.page import compared
from tests.dom import page, read
from tests.examples import PAGE

ELSEWHERE = ("/admin/", "/ru/", "/api/")


def told(document: Document) -> Iterator[tuple[str, str]]:
    """What the fact is, and its words on the pages."""
    whole = Comparison.from_document(document)
    assert whole.edition
    yield "title", whole.title
    yield "kind", event_kind(whole.kind)
    yield "summary", whole.summary
    yield "participants", ", ".join(whole.participants)
    yield "what is compared", compared(whole)
    yield "edition", f"Edition {whole.edition.number}"
    yield "note on the edition", whole.edition.note
    yield "digest", whole.edition.sha256
    for account in whole.accounts:
        yield f"{account.id}: title", account.title
        yield f"{account.id}: source", account.source
        yield f"{account.id}: kind", f"{account_kind(account.kind)}, {completeness(account)}"
        yield f"{account.id}: attribution", attribution_label(account)
        yield f"{account.id}: note", account.attribution_note
        yield f"{account.id}: language", f"In {language_name(account.language)}; covers"
        yield f"{account.id}: read in", account.via
    for claim in whole.claims:
        yield f"{claim.slug}: headline", claim.headline
        yield f"{claim.slug}: wording", claim.wording
        yield f"{claim.slug}: topic", claim.topic.name
        yield f"{claim.slug}: sentence", sentence(claim)
        yield f"{claim.slug}: outcome", outcome_label(claim.outcome)
        yield f"{claim.slug}: note", claim.note
        for one in claim.remarks:
            yield f"{claim.slug}: {one}", remark(one)
        for stance in claim.stances:
            where = f"{claim.slug}, {stance.account.id}"
            yield f"{where}: note", stance.note
            if stance.position == "silent":
                yield f"{where}: silence", f"{stance.account.title}: {stance_told(stance, claim)}"
                yield f"{where}: reader", stance.reviewed_by
            for quote in stance.quotes:
                yield f"{where}: quote", quote.exact
                yield f"{where}: context", f"{quote.before}{quote.exact}{quote.after}"
                yield f"{where}: place", place(quote)


def within_one_press(client: Client) -> str:
    """All that is read on the page, and on those of this site to which its links lead."""
    html = read(client)
    ways = {urljoin(PAGE, way).partition("#")[0] for way in page(html).values("main a[href]", "href")}
    own = sorted(way for way in ways if not urlsplit(way).netloc and not way.startswith(ELSEWHERE))
    assert len(own) > 20
    answers = [client.get(way) for way in own]
    assert {answer.status_code for answer in answers} == {200}
    pages = [one.content.decode() for one in answers if one["Content-Type"].startswith("text/html")]
    return " ".join(page(one).one("main").text for one in (html, *pages))


@pytest.mark.django_db
@pytest.mark.slow
def test_every_fact_is_one_press_away(client: Client, edition: Edition) -> None:
    read_there = within_one_press(client)
    facts: list[tuple[str, Any]] = [(name, " ".join(words.split())) for name, words in told(edition.document)]
    assert len(facts) > 250
    assert [name for name, words in facts if words not in read_there] == []
