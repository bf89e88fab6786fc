"""What reference managers take: CSL-JSON, and the context objects (COinS) that Zotero reads in a page."""

import json
from typing import Any
from urllib.parse import unquote

import pytest
from django.test import Client

from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import page, read
from tests.examples import LOG, PAGE
from tests.views import hostile

pytestmark = pytest.mark.django_db

HOST = "http://testserver"
EDITION = f"{LOG}1/"
TRADE = f"{EDITION}claims/trade-discussed/"


def as_zotero_reads(html: str) -> list[dict[str, Any]]:
    """As Zotero's translator for COinS does: a reader of OpenURL context objects, each in the title of a span.

    A plus sign is a space to it, and so is one that is percent-encoded; keys that it does not know are passed over.
    """
    named = {
        "rft.title": "title",
        "rft.date": "date",
        "rft.publisher": "publisher",
        "rft.aucorp": "creator",
        "rft.source": "publicationTitle",
        "rft.description": "abstractNote",
        "rft.language": "language",
    }
    items = []
    for title in page(html).values("span.Z3988[title]", "title"):
        item: dict[str, Any] = {}
        for part in title.split("&"):
            key, value = part.split("=")
            value = unquote(value.replace("+", " ").replace("%2B", " "))
            if key == "rft_val_fmt" and value == "info:ofi/fmt:kev:mtx:dc":
                item["itemType"] = "webpage"
            elif key == "rft_id" and value.startswith(("http://", "https://")):
                item["url"] = value
            elif key in named:
                item[named[key]] = value
        assert item["itemType"]
        items.append(item)
    return items


class TestZotero:
    def test_takes_the_claim_with_title_date_and_publisher(self, client: Client, edition: Edition) -> None:
        for address in (f"{PAGE}claims/trade-discussed/", TRADE):
            first, *_statements = as_zotero_reads(read(client, address))
            assert first == {
                "itemType": "webpage",
                "title": f"{edition.title}: Was trade discussed?",
                "date": edition.published_at.date().isoformat(),
                "publisher": "Counterpoint",
                "publicationTitle": "Counterpoint",
                "creator": "Counterpoint",
                "url": f"{HOST}{TRADE}",
                "abstractNote": (
                    "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it."
                ),
                "language": "en",
            }

    def test_takes_each_statement_that_is_quoted(self, client: Client, edition: Edition) -> None:
        _claim, *statements = as_zotero_reads(read(client, TRADE))
        assert [(one["title"], one["creator"], one["date"]) for one in statements] == [
            ("Kremlin statement on the call", "The Kremlin", "2017-01-28"),
            ("Newspaper report of the call", "Newspaper, with AP inputs", "2017-01-29"),
        ]

    def test_takes_the_comparison(self, client: Client, edition: Edition) -> None:
        (item,) = as_zotero_reads(read(client))
        assert (item["title"], item["url"]) == (edition.title, f"{HOST}{EDITION}")

    def test_takes_hostile_words_whole_with_the_address_of_the_source(self, client: Client) -> None:
        edition = hostile.publish_hostile()
        (claim,) = edition.outcomes
        first, statement = as_zotero_reads(read(client, f"{hostile.PAGE}claims/{claim}/"))
        assert first["title"].startswith(" ".join(edition.title.split()).replace("+", " "))
        assert statement["url"] == "https://example.org/?a=1&b=<2>"
        assert statement["title"] == " ".join(edition.document["accounts"][0]["title"].split())


class TestCslJson:
    def items(self, client: Client, address: str) -> list[dict[str, Any]]:
        response = client.get(f"{address}citation.json")
        assert response.status_code == 200
        assert response["Content-Type"] == "application/vnd.citationstyles.csl+json"
        assert response["Content-Disposition"].startswith('attachment; filename="')
        items: list[dict[str, Any]] = json.loads(response.content)
        return items

    def test_of_a_claim_has_it_and_the_statements_that_are_quoted(self, client: Client, edition: Edition) -> None:
        claim, *statements = self.items(client, TRADE)
        day = edition.published_at.date()
        assert claim["type"] == "webpage"
        assert claim["title"] == f"{edition.title}: Was trade discussed?"
        assert claim["title-short"] == "Was trade discussed?"
        assert claim["author"] == [{"literal": "Counterpoint"}]
        assert claim["publisher"] == claim["container-title"] == "Counterpoint"
        assert claim["issued"] == {"date-parts": [[day.year, day.month, day.day]]}
        assert (claim["version"], claim["URL"]) == ("1", f"{HOST}{TRADE}")
        assert [(one["title"], one["author"], one["issued"]) for one in statements] == [
            ("Kremlin statement on the call", [{"literal": "The Kremlin"}], {"date-parts": [[2017, 1, 28]]}),
            (
                "Newspaper report of the call",
                [{"literal": "Newspaper, with AP inputs"}],
                {"date-parts": [[2017, 1, 29]]},
            ),
        ]
        assert len({one["id"] for one in [claim, *statements]}) == 3

    def test_of_a_comparison_has_it_alone(self, client: Client, edition: Edition) -> None:
        (item,) = self.items(client, EDITION)
        assert (item["title"], item["URL"]) == (edition.title, f"{HOST}{EDITION}")
        assert "abstract" not in item

    def test_is_named_by_the_pages(self, client: Client, edition: Edition) -> None:
        assert page(read(client)).leads_to(f"{EDITION}citation.json")
        for address in (f"{PAGE}claims/trade-discussed/", TRADE):
            assert page(read(client, address)).leads_to(f"{TRADE}citation.json")

    def test_is_answered_as_the_edition_is(self, client: Client, edition: Edition) -> None:
        for address in (EDITION, TRADE):
            tag = client.get(f"{address}citation.json")["ETag"]
            assert client.get(f"{address}citation.json", headers={"If-None-Match": tag}).status_code == 304
            assert client.get(f"{address.replace('/1/', '/9/')}citation.json").status_code == 404
        withdraw(edition.event, reason="Too early.", by="ann")
        publish(edition.event, note="Now.", by="ann")
        for address in (EDITION, TRADE):
            gone = client.get(f"{address}citation.json")
            assert (gone.status_code, gone.json()["error"]) == (410, "Too early.")

    def test_of_hostile_words_is_whole(self, client: Client) -> None:
        edition = hostile.publish_hostile()
        (item,) = self.items(client, f"{hostile.PAGE}editions/1/")
        assert item["title"] == " ".join(edition.title.split())
