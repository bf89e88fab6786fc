"""A comparison as a spreadsheet opens it."""

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from comparisons.sharing.csv_export import escape_formula
from tests.examples import SLUG
from tests.views import hostile

ADDRESS = f"/comparisons/{SLUG}.csv"


def read_rows(client: Client, address: str = ADDRESS) -> list[dict[str, str]]:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8; header=present")
    content = response.getvalue()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


@pytest.mark.django_db
class TestTheCurrentEdition:
    @pytest.mark.slow
    def test_has_a_row_for_each_claim_and_party(self, client: Client, edition: Edition) -> None:
        rows = read_rows(client)
        claims = edition.document["claims"]
        assert [(row["claim"], row["party"]) for row in rows] == [
            (claim["slug"], party) for claim in claims for party in ("kremlin", "white-house")
        ]
        for row in rows:
            claim = next(claim for claim in claims if claim["slug"] == row["claim"])
            assert (row["outcome"], row["position"]) == (claim["outcome"], claim["positions"][row["party"]])
            assert (row["flags"].split(), row["caveats"].split()) == (claim["flags"], claim["caveats"])
        assert {(row["event"], row["date"], row["edition"]) for row in rows} == {(SLUG, "2017-01-28", "1")}

    def test_has_the_words_that_the_position_rests_on(self, client: Client, edition: Edition) -> None:
        row = next(row for row in read_rows(client) if (row["claim"], row["party"]) == ("trade-discussed", "kremlin"))
        claim = next(claim for claim in edition.document["claims"] if claim["slug"] == "trade-discussed")
        accounts = {account["id"]: account for account in edition.document["accounts"]}
        stances = [one for one in claim["stances"] if accounts[one["account"]]["party"] == "kremlin"]
        assert stances[0]["quotes"][0]["exact"] in row["quotes"]
        assert accounts[stances[0]["account"]]["title"] in row["accounts"]
        assert (row["question"], row["family"]) == (claim["question"], "contradictions")

    def test_is_a_file_with_a_clear_name(self, client: Client, edition: Edition) -> None:
        publish(edition.event, note="Again.", by="ann")
        assert client.get(ADDRESS)["Content-Disposition"] == f'attachment; filename="{SLUG}-edition-2.csv"'

    @pytest.mark.slow
    def test_costs_one_query_however_many_there_are_and_nothing_where_it_has_not_changed(
        self, client: Client, many_calls: Any
    ) -> None:
        for total in (2, 40):
            many_calls(total)
            with CaptureQueriesContext(connection) as queries:
                tag = client.get("/comparisons/call-1.csv")["ETag"]
            assert len(queries) == 1
        response = client.get("/comparisons/call-1.csv", headers={"If-None-Match": tag})
        assert (response.status_code, response.content) == (304, b"")

    def test_is_where_the_comparison_is(self, client: Client, edition: Edition, document: dict[str, Any]) -> None:
        load({**document, "event": {**document["event"], "slug": "draft"}})
        assert client.get("/comparisons/draft.csv").status_code == 404
        edition.event.slug = "call"
        edition.event.save()
        publish(edition.event, note="A shorter address.", by="ann")
        response = client.get(f"{ADDRESS}?x=1")
        assert (response.status_code, response["Location"]) == (301, "/comparisons/call.csv?x=1")
        assert client.head("/comparisons/call.csv").status_code == 200
        assert client.post("/comparisons/call.csv").status_code == 405
        withdraw(edition.event, reason="The text was of another call.", by="ann")
        assert client.get("/comparisons/call.csv").status_code == 410
        assert client.get(ADDRESS).status_code == 410

    def test_is_named_on_the_page(self, client: Client, edition: Edition) -> None:
        assert f'href="{ADDRESS}"' in client.get(f"/comparisons/{SLUG}/").content.decode()


@pytest.mark.django_db
def test_whatever_people_type_comes_through_whole_and_inert(client: Client) -> None:
    edition = hostile.publish_hostile()
    spoken, silent = read_rows(client, f"/comparisons/{hostile.SLUG}.csv")
    claim = edition.document["claims"][0]
    assert spoken["title"] == f"'{edition.title}"
    assert spoken["question"] == f"'{claim['question']}"
    assert spoken["wording"] == f"'{claim['wording']}"
    assert spoken["quotes"] == f"'{hostile.FORMULA} […] {hostile.WORDS}"
    assert spoken["note"] == f"'-1+{hostile.WORDS}"
    assert spoken["party_name"].startswith("'=Kremlin")
    assert spoken["claim_note"] == hostile.WORDS
    assert (silent["position"], silent["quotes"], silent["edition"]) == ("silent", "", "2")


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "|cmd", "%0A", "＝1+1", "＋1", "－1", "＠x", "｜x", "％x", "﹦1"]


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("before", ["", " ", "\n", "\ufeff", "\u00a0 ", "\u200b", "\u202e", "\u2028", " \ufeff\u3000"])
def test_a_cell_that_would_be_run_is_made_text(formula: str, before: str) -> None:
    assert escape_formula(before + formula) == f"'{before}{formula}"


@pytest.mark.parametrize("text", ["\t", "\tx", "\rx", " \tx", "\ufeff\rx"])
def test_a_cell_that_begins_with_a_tab_or_a_return_is_made_text(text: str) -> None:
    assert escape_formula(text) == f"'{text}"


@pytest.mark.parametrize("value", ["", " ", "1", "a=b", "“=1”", "Ж", "“- it is so”", 1, -1, 0])
def test_any_other_stays_as_it_is(value: str | int) -> None:
    assert escape_formula(value) == value
