"""The history of a claim on its page: what it came to in each edition."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import page, read
from tests.examples import PAGE

pytestmark = pytest.mark.django_db

TRADE = f"{PAGE}claims/trade-discussed/"


def section(html: str, name: str) -> str:
    return page(html).one(f"details.{name}").text


def values_of(edition: Edition) -> dict[str, Any]:
    return {field.attname: getattr(edition, field.attname) for field in Edition._meta.fields if field.name != "id"}


class TestTheEditions:
    def test_say_what_the_claim_came_to_in_each(
        self, client: Client, edition: Edition, document: dict[str, Any]
    ) -> None:
        whole = list(document["claims"])
        document["claims"] = whole[1:]
        publish(load(document).event, note="Trade taken out.", by="ann")
        document["claims"] = whole
        publish(load(document).event, note="Trade is back.", by="ann")
        whole[0]["stances"][0] |= {"position": "affirms", "note": "It says so."}
        publish(load(document).event, note="Read again.", by="ann")
        publish(load(document).event, note="A word.", by="ann")
        history = section(read(client, TRADE), "history")
        told = re.split(r"(?=Edition \d, )", history)
        assert "“Agreement” since edition 4." in told[0]
        for words, expected in zip(
            told[1:],
            (
                "“Agreement”. Note on this edition: A word.",
                "Changed from “Contradiction” to “Agreement”. Note on this edition: Read again.",
                "New in this edition: “Contradiction”. Note on this edition: Trade is back.",
                "Not in this edition. Note on this edition: Trade taken out.",
                "“Contradiction”.",
            ),
            strict=True,
        ):
            assert expected in words

    def test_do_not_tell_what_one_that_was_withdrawn_had_said(
        self, client: Client, edition: Edition, document: dict[str, Any]
    ) -> None:
        document["claims"][0]["stances"][0] |= {"position": "affirms"}
        publish(load(document).event, note="A mistake.", by="ann")
        withdraw(edition.event, reason="The text was of another call.", by="ann")
        document["claims"][0]["stances"][0] |= {"position": "denies"}
        publish(load(document).event, note="Mended.", by="ann")
        history = section(read(client, TRADE), "history")
        assert "“Contradiction” since edition 1." in history
        assert "This edition was withdrawn." in history
        assert "Agreement" not in history
        assert "A mistake." not in history

    def test_do_not_count_one_that_was_withdrawn(
        self, client: Client, edition: Edition, document: dict[str, Any]
    ) -> None:
        document["claims"][0]["stances"][0] |= {"position": "affirms"}
        event = load(document).event
        publish(event, note="Read again.", by="ann")
        withdraw(event, reason="The text was of another call.", by="ann")
        publish(event, note="Looked at again.", by="ann")
        history = section(read(client, TRADE), "history")
        assert "“Agreement” since edition 3." in history
        assert "Changed from “Contradiction” to “Agreement”. Note on this edition: Looked at again." in history

    def test_cost_two_queries_however_many_there_are_and_read_one_document(
        self, client: Client, edition: Edition
    ) -> None:
        for count in (2, 200):
            later = range(edition.event.editions.count() + 1, count + 1)
            Edition.objects.bulk_create(
                Edition(**{**values_of(edition), "number": number, "note": f"Number {number}."}) for number in later
            )
            with CaptureQueriesContext(connection) as queries:
                history = section(read(client, TRADE), "history")
            assert history.count("“Contradiction”.") == count
            assert [query["sql"].count('"body"') for query in queries] == [1, 0]
