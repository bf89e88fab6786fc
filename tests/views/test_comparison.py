"""The comparison page, as a reader gets it. The real call is the data."""

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Account, Claim, Edition, Event, Party, Quote, Stance, Topic
from comparisons.publishing.publish import publish, withdraw
from tests.dom import claims_in, page, read, text_of
from tests.examples import DOCUMENTS, PAGE, SLUG
from tests.factories import a_party, an_account

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("edition")
class TestWhatAReaderFinds:
    def test_every_claim_with_its_outcome_and_each_partys_position(self, client: Client) -> None:
        claims = claims_in(read(client))
        assert len(claims) == 17
        trade, sanctions = claims["trade-discussed"], claims["sanctions-discussed"]
        assert (trade["data-outcome"], trade["data-caveats"]) == ("contradiction", "rests_on_report")
        assert trade["cells"] == {"kremlin": "affirms", "white-house": "denies"}
        assert (sanctions["data-outcome"], sanctions["data-caveats"]) == ("denied_by_one", "rests_on_anonymous")
        assert sanctions["cells"] == {"kremlin": "not_in_text_held", "white-house": "denies"}
        assert claims["is-cooperation-discussed"]["data-outcome"] == "agreement"

    def test_the_quoted_words_to_the_character(self, client: Client, document: dict[str, Any]) -> None:
        claims = claims_in(read(client))
        for claim in document["claims"]:
            quoted = [quote["exact"] for stance in claim["stances"] for quote in stance.get("quotes", [])]
            assert sorted(text.strip() for text in claims[claim["slug"]]["quotes"]) == sorted(quoted)

    def test_the_outcome_in_one_sentence_with_the_same_words_for_every_party(self, client: Client) -> None:
        text = text_of(read(client))
        assert "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it" in text
        assert "The Kremlin and the White House both said so" in text
        assert re.search(r"an unnamed white house official denied it", text, re.IGNORECASE)

    def test_who_read_what_is_silent(self, client: Client) -> None:
        assert "Ann Reader" in text_of(read(client))

    def test_that_a_stance_is_a_report_and_whose(self, client: Client) -> None:
        assert "As “Newspaper report of the call” has it:" in text_of(read(client))

    def test_what_the_accounts_are_and_when_they_were_issued(self, client: Client) -> None:
        text = text_of(read(client))
        for words in (
            "White House official, not named",
            "Not authorised to disclose details",
            "28 January 2017",
            "with AP inputs, as it quotes these words; which newspaper is not known",
            "Which newspaper it was is not known.",
            "The words of the Kremlin and of the White House are held as one newspaper report quotes them",
        ):
            assert words in text

    def test_a_quantity_in_words_and_as_an_interval(self, client: Client) -> None:
        assert re.search(r"an hour.{0,40}60 minutes", text_of(read(client)))

    def test_how_many_claims_fall_into_each_family(self, client: Client) -> None:
        html = read(client)
        for show, count in {"agreements": 5, "contradictions": 1, "one-sided": 10, "open": 1}.items():
            assert f"?show={show}" in html
            assert len(claims_in(read(client, f"{PAGE}?show={show}"))) == count

    def test_no_cookie_and_a_strict_policy(self, client: Client) -> None:
        response = client.get(PAGE)
        assert not response.cookies
        policy = response["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert response["Permissions-Policy"]


@pytest.mark.usefixtures("edition")
class TestFilters:
    def test_a_family_and_a_topic_narrow_the_claims(self, client: Client) -> None:
        claims = claims_in(read(client, f"{PAGE}?show=one-sided&topic=terrorism"))
        assert list(claims) == ["terrorism-priority", "common-foe"]

    def test_empty_values_and_foreign_parameters_ask_for_nothing(self, client: Client) -> None:
        address = f"{PAGE}?show=&topic=&parties=&utm_source=letter"
        assert len(claims_in(read(client, address))) == 17

    def test_parties_are_chosen_and_ordered_by_the_reader(self, client: Client) -> None:
        claims = claims_in(read(client, f"{PAGE}?parties=white-house,kremlin"))
        assert list(claims["trade-discussed"]["cells"]) == ["white-house", "kremlin"]
        claims = claims_in(read(client, f"{PAGE}?parties=kremlin"))
        assert list(claims["trade-discussed"]["cells"]) == ["kremlin"]
        assert claims["trade-discussed"]["data-outcome"] == "contradiction"

    def test_parties_may_come_from_the_boxes_of_a_form(self, client: Client) -> None:
        claims = claims_in(read(client, f"{PAGE}?parties=white-house&parties=kremlin"))
        assert list(claims["trade-discussed"]["cells"]) == ["white-house", "kremlin"]

    @pytest.mark.parametrize(
        "query",
        [
            "show=agreement",
            "show=" + "x" * 5000,
            "topic=weather",
            "topic=%ff%fe",
            "parties=duma",
            "parties=kremlin,kremlin",
            "show=open&show=%F0%9F%98%80",
        ],
    )
    def test_what_is_not_there_is_answered_with_400_and_a_reason(self, client: Client, query: str) -> None:
        response = client.get(f"{PAGE}?{query}")
        assert response.status_code == 400
        assert PAGE in response.content.decode()

    def test_htmx_gets_the_fragment_that_it_replaces(self, client: Client) -> None:
        headers = {"HX-Request": "true", "HX-Target": "claims"}
        response = client.get(f"{PAGE}?show=open", headers=headers)
        fragment = response.content.decode()
        assert "<html" not in fragment
        assert 'id="claims"' in fragment
        assert list(claims_in(fragment)) == ["duration"]

    @pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}, {"HX-Request": "true", "HX-Target": "other"}])
    def test_anybody_else_gets_the_whole_page(self, client: Client, headers: dict[str, str]) -> None:
        response = client.get(PAGE, headers=headers)
        assert "<html" in response.content.decode()
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in response["Vary"].split(",")}


@pytest.mark.slow
def test_a_page_costs_two_queries_at_most_however_many_claims_it_has(
    client: Client, edition: Edition, document: dict[str, Any]
) -> None:
    counts = []
    for number, size in enumerate((2, 17, 340), start=2):
        claims = [{**claim, "slug": f"{claim['slug']}-{copy}"} for copy in range(20) for claim in document["claims"]][
            :size
        ]
        publish(load({**document, "claims": claims}).event, note=f"Now {number}.", by="ann")
        with CaptureQueriesContext(connection) as queries:
            topics = page(read(client)).all(".glance .topic, .glance .topics li")
        assert len(topics) == len({claim["topic"] for claim in claims})
        with CaptureQueriesContext(connection) as more:
            read(client, f"{PAGE}?topic=trade")
        counts += [len(queries), len(more)]
    assert len(set(counts)) == 1
    assert counts[0] <= 2


def public_bytes(client: Client) -> dict[str, bytes]:
    addresses = [
        "/",
        "/about/",
        PAGE,
        f"{PAGE}?show=open",
        f"{PAGE}?parties=white-house",
        f"/comparisons/{SLUG}.json",
        "/comparisons/drafted/",
        "/comparisons/drafted.json",
    ]
    return {address: client.get(address).content for address in addresses}


@pytest.mark.slow
def test_no_edit_at_the_desk_changes_a_public_byte_before_it_is_published(client: Client, edition: Edition) -> None:
    before = public_bytes(client)
    event = edition.event
    event.parties.add(a_party("drafted"))
    an_account(event, "drafted", title="Drafted", source="Drafted")
    Quote.objects.update(prefix="drafted", suffix="drafted")
    Stance.objects.filter(position="denies").update(position="declines", note="drafted")
    Stance.objects.filter(position="silent").delete()
    Stance.objects.filter(low=60).update(
        low=1, high=2, value="drafted", reviewed_by="drafted", reviewed_at="2001-01-01"
    )
    Claim.objects.filter(slug="duration").update(slug="drafted", unit="drafted", order=99)
    Claim.objects.update(
        question="drafted",
        wording="drafted",
        note="drafted",
        topic=Topic.objects.create(slug="drafted", name="Drafted"),
    )
    Topic.objects.update(name="drafted")
    Party.objects.update(name="drafted", country="XX")
    Account.objects.update(
        title="drafted", kind="post", source="drafted", attribution="unattributed", attribution_note="drafted",
        completeness="full", scope="narrow", language="xx", issued_at="2001-01-01", source_url="https://drafted.example",
        archive_url="https://drafted.example", via="drafted", order=7, party=None,
    )  # fmt: skip
    Event.objects.update(
        slug="drafted",
        title="drafted",
        kind="other",
        date="2001-01-01",
        place="drafted",
        summary="drafted",
        participants=["drafted"],
    )
    assert b"drafted" not in b"".join(before[address] for address in before if "drafted" not in address)
    assert public_bytes(client) == before
    Account.objects.exclude(key="newspaper-report").first().delete()  # type: ignore[union-attr]
    Claim.objects.all().delete()
    assert public_bytes(client) == before


def test_what_was_never_published_is_not_there(client: Client, event: Event) -> None:
    for address in (PAGE, f"/comparisons/{SLUG}.json"):
        assert client.get(address).status_code == 404
    assert event.title not in read(client, "/")


def test_a_withdrawn_comparison_is_gone_with_a_sentence(client: Client, edition: Edition) -> None:
    withdraw(edition.event, reason="The text was <b>of another call.", by="ann")
    response = client.get(PAGE)
    assert response.status_code == 410
    assert "The text was &lt;b&gt;of another call." in response.content.decode()
    assert edition.title not in read(client, "/")


def test_markup_in_what_people_typed_comes_through_as_text(client: Client, document: dict[str, Any]) -> None:
    hostile = '</blockquote><script>alert("x")</script>{{ page }}\u202e&amp;\u2028\'"'
    document["event"]["title"] = document["claims"][0]["question"] = document["parties"][0]["name"] = hostile
    document["accounts"][2]["title"] = document["accounts"][2]["source"] = document["accounts"][1]["via"] = hostile
    text = document["accounts"][2]["revisions"][0]["text"] + hostile
    document["accounts"][2]["revisions"][0]["text"] = text
    document["claims"][0]["stances"][2]["quotes"] = [{"exact": hostile}]
    publish(load(document).event, by="ann")
    html = read(client)
    assert "<script>alert" not in html
    assert hostile in [quote.strip() for quote in claims_in(html)["trade-discussed"]["quotes"]]


@pytest.mark.parametrize("path", DOCUMENTS, ids=[path.stem for path in DOCUMENTS])
def test_every_document_can_be_read_as_a_page_and_as_data(client: Client, path: Any) -> None:
    document = json.loads(path.read_text())
    edition = publish(load(document).event, by="ann")
    claims = claims_in(read(client, f"/comparisons/{edition.slug}/"))
    data = json.loads(read(client, f"/comparisons/{edition.slug}.json"))
    assert set(claims) == {claim["slug"] for claim in document["claims"]} != set()
    for claim in data["claims"]:
        shown = claims[claim["slug"]]
        assert shown["data-outcome"] == claim["outcome"]
        assert shown["data-caveats"].split() == claim["caveats"]
        assert shown["data-flags"].split() == claim["flags"]
        assert shown["cells"] == claim["positions"]
