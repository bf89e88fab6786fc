"""What can be reused, and everything at once."""

import csv
import io
import json
from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError as SchemaFault

from comparisons.comparison.comparison import Comparison
from comparisons.documents import load
from comparisons.models import Edition, Event
from comparisons.models.edition import document_fingerprint
from comparisons.publishing.publish import publish, withdraw
from tests.dom import page, read, text_of
from tests.examples import DOCUMENTS, SLUG
from tests.views import hostile

pytestmark = pytest.mark.django_db

ALL_CSV, ALL_JSONL = "/data/comparisons.csv", "/data/comparisons.jsonl"


def documents(client: Client) -> list[dict[str, Any]]:
    response: Any = client.get(ALL_JSONL)
    assert (response.status_code, response.streaming) == (200, True)
    assert response["Content-Type"] == "application/jsonl; charset=utf-8"
    return [json.loads(line) for line in response.getvalue().decode().splitlines()]


@pytest.mark.slow
@pytest.mark.usefixtures("published")
def test_every_document_holds_to_the_schema_that_is_published(client: Client) -> None:
    hostile.publish_hostile()
    schema = Draft202012Validator(client.get("/comparison-1.schema.json").json())
    whole = documents(client)
    assert len(whole) == len(DOCUMENTS) + 1
    for document in whole:
        schema.validate(document)
        schema.validate(client.get(f"/comparisons/{document['event']['slug']}.json").json())
    with pytest.raises(SchemaFault):
        schema.validate({**whole[0], "claims": [{}]})


def all_rows(client: Client) -> list[dict[str, str]]:
    response: Any = client.get(ALL_CSV)
    assert (response.status_code, response.streaming) == (200, True)
    return list(csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig"), newline=""), strict=True))


class TestThePage:
    def test_leads_to_everything_and_is_led_to(self, client: Client, edition: Edition) -> None:
        html = read(client, "/data/")
        for address in (ALL_CSV, ALL_JSONL, "/feed.atom", "/comparison-1.schema.json", "/api/", "/api/openapi.json"):
            assert f'href="{address}"' in html
            assert client.get(address).status_code == 200
        assert "1 comparison, last published" in text_of(html)
        for here in ("/", f"/comparisons/{SLUG}/"):
            assert page(read(client, here)).leads_to("/data/")

    def test_lists_what_changed_last_of_what_is_public(
        self, client: Client, edition: Edition, document: dict[str, Any]
    ) -> None:
        publish(edition.event, note="A stance was read again.", by="ann")
        for slug in ("draft", "withdrawn"):
            load({**document, "event": {**document["event"], "slug": slug, "title": f"Call {slug}"}})
        gone = Event.objects.get(slug="withdrawn")
        publish(gone, by="ann")
        withdraw(gone, reason="It was about another call.", by="ann")
        html = read(client, "/data/")
        changes = [(one, one.one("a")) for one in page(html).all("li:has(> a[href*='/editions/'])")]
        told = [(link["href"], link.text, one.text.partition(link.text)[2]) for one, link in changes]
        title = edition.title
        assert told == [
            (f"/comparisons/{SLUG}/editions/2/", f"{title}, edition 2", ". A stance was read again."),
            (f"/comparisons/{SLUG}/editions/1/", f"{title}, edition 1", ""),
        ]
        for address, _name, _note in told:
            assert client.get(address).status_code == 200
        withdraw(edition.event, reason="So was this.", by="ann")
        assert 'id="changes"' not in read(client, "/data/")

    def test_names_the_licence_or_says_that_there_is_none(self, client: Client, settings: Any) -> None:
        settings.DATA_LICENCE = ""
        assert "No licence has been declared." in text_of(read(client, "/data/"))
        settings.DATA_LICENCE = "CC BY 4.0 <b>"
        html = read(client, "/data/")
        assert "CC BY 4.0 &lt;b&gt;" in html
        assert "No licence has been declared." not in text_of(html)

    def test_says_so_where_nothing_is_published(self, client: Client) -> None:
        assert "Nothing has been published yet." in text_of(read(client, "/data/"))
        assert (documents(client), all_rows(client)) == ([], [])


class TestEverything:
    def test_is_the_current_editions_with_their_fingerprints(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="Again.", by="ann")
        document: Any
        (document,) = documents(client)
        assert document["edition"]["number"] == 2
        assert document_fingerprint(document) == document["edition"]["sha256"]
        assert document == client.get(f"/comparisons/{SLUG}.json").json()

    def test_has_the_rows_of_each_comparison_under_one_line_of_names(self, client: Client, many_calls: Any) -> None:
        many_calls(3)
        rows = all_rows(client)
        assert len(rows) == 3 * 2 * 4
        assert [row["event"] for row in rows[::8]] == ["call-0", "call-1", "call-2"]

    def test_has_no_draft_and_nothing_withdrawn(
        self, client: Client, edition: Edition, document: dict[str, Any]
    ) -> None:
        load({**document, "event": {**document["event"], "slug": "draft"}})
        assert {row["event"] for row in all_rows(client)} == {SLUG}
        assert [one["event"]["slug"] for one in documents(client)] == [SLUG]
        withdraw(edition.event, reason="The text was of another call.", by="ann")
        assert (documents(client), all_rows(client)) == ([], [])

    def test_is_beside_the_last_changes_and_no_edition_that_was_withdrawn(
        self, client: Client, edition: Edition
    ) -> None:
        withdraw(edition.event, reason="The text was of another call.", by="ann")
        publish(edition.event, note="With the text of this call.", by="ann")
        html = read(client, "/data/")
        assert "With the text of this call." in html
        assert f"/comparisons/{SLUG}/editions/2/" in html
        assert f"/comparisons/{SLUG}/editions/1/" not in html

    def test_costs_as_many_queries_for_forty_comparisons_as_for_two(self, client: Client, many_calls: Any) -> None:
        costs = []
        for total in (2, 40):
            many_calls(total)
            with CaptureQueriesContext(connection) as queries:
                assert len(documents(client)) == len(all_rows(client)) / 8 == total
                read(client, "/data/")
            costs.append(len(queries))
        assert costs[0] == costs[1] <= 7

    def test_is_written_as_it_is_sent(self, client: Client, many_calls: Any) -> None:
        many_calls(12)
        response: Any = client.get(ALL_CSV)
        with patch.object(Comparison, "from_document", wraps=Comparison.from_document) as made:
            pieces = iter(response.streaming_content)
            for _piece in range(3):
                next(pieces)
            assert made.call_count == 1
            list(pieces)
            assert made.call_count == 12

    @pytest.mark.parametrize("address", [ALL_CSV, ALL_JSONL])
    def test_is_not_sent_twice_where_nothing_has_changed(self, client: Client, edition: Edition, address: str) -> None:
        response = client.get(address)
        name = address.rpartition("/")[2]
        assert response["Content-Disposition"] == f'attachment; filename="{name}"'
        assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304
        head: Any = client.head(address)
        assert (head.status_code, head.getvalue()) == (200, b"")
        assert client.post(address).status_code == 405
        publish(edition.event, note="Again.", by="ann")
        assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 200


def test_whatever_people_type_comes_through_whole_and_inert(client: Client) -> None:
    edition = hostile.publish_hostile()
    assert documents(client) == [edition.document]
    assert [row["quote"] for row in all_rows(client)] == [f"'{hostile.FORMULA}", hostile.WORDS, ""]
