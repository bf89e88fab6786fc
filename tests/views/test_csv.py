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
from comparisons.sharing.csv_export import CSV_COLUMNS, escape_formula
from tests.examples import DOCUMENTS, KREMLIN, NEWSPAPER, OFFICIAL, SLUG, STATEMENT
from tests.views import hostile

ADDRESS = f"/comparisons/{SLUG}.csv"


def read_rows(client: Client, address: str = ADDRESS) -> list[dict[str, str]]:
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "text/csv; charset=utf-8; header=present")
    content = response.getvalue()
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))


def rows_of(client: Client, claim: str, account: str) -> list[dict[str, str]]:
    return [row for row in read_rows(client) if (row["claim"], row["account"]) == (claim, account)]


@pytest.mark.django_db
class TestTheCurrentEdition:
    @pytest.mark.slow
    def test_has_every_account_of_every_claim_by_party_and_those_of_none_last(
        self, client: Client, edition: Edition
    ) -> None:
        rows = read_rows(client)
        claims = edition.document["claims"]
        accounts = [KREMLIN, STATEMENT, OFFICIAL, NEWSPAPER]
        named = list(dict.fromkeys((row["claim"], row["account"]) for row in rows))
        assert named == [(claim["slug"], account) for claim in claims for account in accounts]
        for row in rows:
            claim = next(claim for claim in claims if claim["slug"] == row["claim"])
            assert row["outcome"] == claim["outcome"]
            assert (row["flags"].split(), row["caveats"].split()) == (claim["flags"], claim["caveats"])
            assert row["claim_url"] == f"http://testserver/comparisons/{SLUG}/claims/{row['claim']}/"
            if row["party"]:
                assert row["position"] == claim["positions"][row["party"]]
                assert row["position_rests_on"].split() == claim.get("rests_on", {}).get(row["party"], [])
            else:
                assert (row["account"], row["party_name"], row["position"]) == (NEWSPAPER, "no party", "")
        marks = {(row["event"], row["date"], row["edition"], row["rules"]) for row in rows}
        assert marks == {(SLUG, "2017-01-28", "1", "2")}

    def test_leads_to_the_page_of_the_claim_and_to_the_edition_for_good(self, client: Client, edition: Edition) -> None:
        row = read_rows(client)[0]
        for column in ("claim_url", "claim_permalink"):
            address, _, place = row[column].removeprefix("http://testserver").partition("#")
            assert f'id="{place or "claim-" + row["claim"]}"' in client.get(address).content.decode()
        assert row["claim_permalink"].endswith(f"/editions/1/claims/{row['claim']}/")

    def test_has_a_single_empty_quote_where_nothing_is_quoted(self, client: Client, edition: Edition) -> None:
        (silent,) = rows_of(client, "trade-discussed", OFFICIAL)
        assert (silent["account_position"], silent["basis"], silent["implied"]) == ("silent", "full_text", "false")
        (unread,) = rows_of(client, "trade-discussed", NEWSPAPER)
        assert (unread["account_position"], unread["basis"], unread["implied"]) == ("not_reviewed", "", "")
        for row in (silent, unread):
            assert {row[column] for column in CSV_COLUMNS[CSV_COLUMNS.index("quote") :]} == {""}

    def test_says_who_reports_the_words_that_a_position_rests_on(self, client: Client, edition: Edition) -> None:
        (row,) = rows_of(client, "trade-discussed", STATEMENT)
        assert row["quote"] == "Contrary to statements from the White House"
        assert (row["party"], row["position"], row["position_rests_on"]) == ("white-house", "denies", "report")
        assert (row["account_attribution"], row["account_position"], row["basis"]) == (
            "on_record",
            "denies",
            "reported",
        )
        assert (row["quoted_account"], row["quoted_party"], row["quoted_attribution"]) == (
            NEWSPAPER,
            "",
            "unattributed",
        )
        assert row["quoted_title"] == "Newspaper report of the call"
        assert row["sentence"].startswith("The Kremlin said so; the White House, according to “Newspaper report")
        (own,) = rows_of(client, "trade-discussed", KREMLIN)
        assert (own["basis"], own["quoted_account"], own["quoted_party"]) == ("own_text", KREMLIN, "kremlin")
        assert (own["family"], own["topic_name"], own["question"]) == (
            "contradictions",
            "Trade",
            "Was trade discussed?",
        )

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
    spoken, again, silent = read_rows(client, f"/comparisons/{hostile.SLUG}.csv")
    claim = edition.document["claims"][0]
    assert spoken["title"] == f"'{edition.title}"
    assert spoken["question"] == f"'{claim['question']}"
    assert spoken["wording"] == f"'{claim['wording']}"
    assert (spoken["quote"], again["quote"]) == (f"'{hostile.FORMULA}", hostile.WORDS)
    assert spoken["account_title"].startswith("'@kremlin")
    assert spoken["note"] == f"'-1+{hostile.WORDS}"
    assert spoken["party_name"].startswith("'=Kremlin")
    assert spoken["claim_note"] == hostile.WORDS
    assert (silent["position"], silent["quote"], silent["edition"]) == ("silent", "", "2")


@pytest.mark.slow
@pytest.mark.django_db
def test_every_quote_of_every_document_is_the_words_at_its_place_in_the_text_that_it_names(
    client: Client, published: Any
) -> None:
    for path in DOCUMENTS:
        document = Edition.objects.published().get(slug=path.stem).document
        accounts = {account["id"]: account for account in document["accounts"]}
        stances = {(claim["slug"], one["account"]): one for claim in document["claims"] for one in claim["stances"]}
        rows = read_rows(client, f"/comparisons/{path.stem}.csv")
        quoted = [row for row in rows if row["quote"]]
        assert len(quoted) == sum(len(stance["quotes"]) for stance in stances.values())
        for row in quoted:
            text_of = accounts[row["quoted_account"]]
            text = text_of["revisions"][int(row["revision"]) - 1]["text"]
            assert text[int(row["start"]) : int(row["end"])] == row["quote"]
            assert (row["quoted_party"] or None, row["quote_language"]) == (text_of["party"], text_of["language"])
            assert (row["source_url"], row["archive_url"]) == (text_of["source_url"], text_of["archive_url"])
            is_reported = stances[row["claim"], row["account"]]["basis"] == "reported"
            assert (row["quoted_account"] != row["account"]) == is_reported
            assert row["party"] == (accounts[row["account"]]["party"] or "")
            assert row["account_position"] == stances[row["claim"], row["account"]]["position"]


@pytest.mark.django_db
def test_what_a_stance_may_have_besides_comes_through(client: Client, document: Any) -> None:
    claim = document["claims"][0]
    spoken = next(stance for stance in claim["stances"] if stance["account"] == KREMLIN)
    claim |= {"kind": "quantity", "unit": "minutes"}
    spoken |= {"low": -5, "high": 0.5, "value": "about that", "implied": True, "note": "It follows."}
    claim["stances"] = [spoken]
    spoken["quotes"][0]["translation"] = {"text": "Торговля.", "language": "ru", "by": "desk"}
    document["parties"].append({"slug": "berlin", "name": "Berlin", "country": "DE"})
    publish(load(document).event, by="ann")
    (row,) = rows_of(client, claim["slug"], KREMLIN)
    assert (row["low"], row["high"], row["value"], row["unit"]) == ("-5", "0.5", "about that", "minutes")
    assert (row["implied"], row["position_rests_on"], row["note"]) == ("true", "implication", "It follows.")
    assert [row[f"translation{part}"] for part in ("", "_language", "_by")] == ["Торговля.", "ru", "desk"]
    (empty,) = rows_of(client, claim["slug"], "")
    assert (empty["party"], empty["position"], empty["account_position"]) == ("berlin", "no_account", "")


@pytest.mark.django_db
def test_a_second_reading_is_signed(client: Client, document: Any) -> None:
    document["claims"][0] |= {"confirmed_by": "Ann Reader", "confirmed_at": "2026-11-25T12:00:00Z"}
    publish(load(document).event, by="ann")
    first, *_, last = read_rows(client)
    assert (first["confirmed_by"], first["confirmed_at"]) == ("Ann Reader", "2026-11-25T12:00:00Z")
    assert (last["confirmed_by"], last["confirmed_at"]) == ("", "")


@pytest.mark.django_db
def test_sentences_are_in_the_language_that_is_asked_for(client: Client, edition: Edition) -> None:
    one, whole = (read_rows(client, f"/ru{address}") for address in (ADDRESS, "/data/comparisons.csv"))
    assert one == whole
    assert "Кремль" not in one[0]["party_name"]
    assert any("подтверждает" in row["sentence"] for row in one)
    assert not any("подтверждает" in row["sentence"] for row in read_rows(client))


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
