"""No page or file says more than the words carry: what is reported, unnamed or implied is said to be, everywhere.

All documents are published, the call of 18 March 2025 with its denial as implied; then every public page and file is
read. Where it speaks of a claim, no party whose position rests on something has it bare; and no claim without a
question heads anything as the site's own sentence.
"""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from typing import Any, NamedTuple

import pytest
from django.test import Client

from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison
from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.dom import Element, page
from tests.examples import DOCUMENTS, SLUG

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

IMPLIED = ("trump-putin-call-2025-03-18", "The halt also covers infrastructure other than energy.")
VERBS = r"(?:both |all |each )?(?:said so|denied it|contradicts? |does not mention it|was asked|were asked|gave )"
COLUMN = r"(?:said so|denied it|contradicts itself|does not mention it|would not say|gave )"
QUALIFIERS = r"(?:, (?:in part, )?(?:according to|through an unnamed|by implication|in translation)| in part, )"
HEADINGS = "h1, h2, h3, h4, h5, h6, title, th[scope=row], option, summary, iframe[title], a[rel=prev], a[rel=next]"


FRAMES = ("“", "«", "The claim: ", "Тезис: ")


class Unit(NamedTuple):
    """What some page or file says of one claim."""

    address: str
    claim: ClaimShown
    words: str


def published() -> dict[str, Comparison]:
    for path in DOCUMENTS:
        document = json.loads(path.read_text())
        for claim in document["claims"]:
            for stance in claim["stances"]:
                if (path.stem, claim["wording"]) == IMPLIED and stance["position"] == "denies":
                    stance |= {"implied": True, "note": "It follows from the words on energy alone."}
        publish(load(document).event, by="Ann")
    editions = Edition.objects.published()
    return {edition.slug: Comparison.from_document(edition.document) for edition in editions}


def addresses(comparisons: dict[str, Comparison]) -> Iterator[str]:
    topics: dict[str, None] = {}
    parties: dict[str, None] = {}
    yield from ("/", "/?q=trade", "/?q=sanctions", "/topics/", "/parties/", "/feed.atom")
    for slug, comparison in comparisons.items():
        here = f"/comparisons/{slug}/"
        yield from (here, f"{here}texts/", f"{here}editions/", f"{here}editions/1/", f"/embed/{slug}/", f"{here}embed/")
        for claim in comparison.claims:
            yield from (f"{here}claims/{claim.slug}/", f"{here}texts/?claim={claim.slug}")
            yield f"/embed/{slug}/?claim={claim.slug}"
            topics[claim.topic.slug] = None
        parties |= {party.slug: None for party in comparison.parties}
    yield from (f"/topics/{slug}/" for slug in topics)
    yield from (f"/parties/{slug}/" for slug in parties)
    yield from ("/parties/kremlin/white-house/", "/topics/trade/feed.atom", "/parties/kremlin/feed.atom")


def bare(claim: ClaimShown, words: str) -> list[str]:
    """What is said of a party whose position rests on something, without that."""
    found = []
    for standing in claim.standings:
        if standing.grounds:
            name = re.escape(standing.party.name)
            found += re.findall(rf"(?<!unnamed ){name} {VERBS}", words)
            found += re.findall(rf"{name}: {COLUMN}(?!{QUALIFIERS})[^.;]{{0,40}}", words)
    return found


def units_of_page(address: str, whole: Element, comparisons: dict[str, Comparison]) -> Iterator[Unit]:
    """The parts of a page that speak of one claim, with what its head says of the page."""
    claims = {(slug, claim.slug): claim for slug, comparison in comparisons.items() for claim in comparison.claims}
    slug = next((part for part in address.split("/")[2:3] if part in comparisons), "")
    for element in whole.all("[id^='claim-'][data-outcome]"):
        claim = claims.get((slug, element["id"].removeprefix("claim-")))
        if claim:
            yield Unit(address, claim, element.text)
    for element in whole.all("[data-listed]"):
        event, _slash, name = element["data-listed"].partition("/")
        yield Unit(address, claims[event, name], element.text)
    followed = re.search(r"/claims/([^/]+)/|[?&]claim=([^&]+)", address)
    if followed and (claim := claims.get((slug, followed[1] or followed[2]))):
        descriptions = whole.values("meta[name=description], meta[property='og:description']", "content")
        alts = whole.values("meta[property='og:image:alt']", "content")
        aside = [element.text for element in whole.all("#followed")]
        for words in (*descriptions, *alts, *aside):
            yield Unit(address, claim, words)
    for script in whole.all("script[type='application/ld+json']"):
        for about in json.loads(script.letters)["about"]:
            if about["@type"] == "Claim":
                claim = claims[slug, about["url"].rstrip("/").rpartition("/")[2]]
                said = [f"{one['name']}: {one['description']}" for one in about["mentions"]]
                yield Unit(address, claim, " ".join([about["description"], *said]))


def unframed(claims: list[ClaimShown], whole: Element) -> list[str]:
    """The headings that a claim without a question stands in bare."""
    headings = [element.text for element in whole.all(HEADINGS)]
    headings += whole.values("meta[property='og:title'], meta[name=title]", "content")
    headings += whole.values("iframe[title]", "title")
    wordings = {" ".join(claim.wording.split()) for claim in claims if not claim.question}
    return [
        heading
        for heading in headings
        for wording in wordings
        if any(not heading[: match.start()].endswith(FRAMES) for match in re.finditer(re.escape(wording), heading))
    ]


@pytest.fixture
def comparisons(db: None) -> dict[str, Comparison]:
    return published()


def test_no_page_says_more_than_the_words_carry(client: Client, comparisons: dict[str, Comparison]) -> None:
    claims = [claim for comparison in comparisons.values() for claim in comparison.claims]
    said, offenders = 0, []
    for address in addresses(comparisons):
        response = client.get(address)
        assert response.status_code == 200, address
        if "html" not in response["Content-Type"]:
            continue
        whole = page(response.content.decode())
        for unit in units_of_page(address, whole, comparisons):
            said += any(standing.grounds for standing in unit.claim.standings)
            offenders += [(unit.address, unit.claim.slug, words) for words in bare(unit.claim, unit.words)]
        offenders += [(address, "", heading) for heading in unframed(claims, whole)]
    assert offenders == []
    assert said > 50


def test_no_file_says_more_than_the_words_carry(client: Client, comparisons: dict[str, Comparison]) -> None:
    claims = {(slug, claim.slug): claim for slug, comparison in comparisons.items() for claim in comparison.claims}
    units = []
    for entry in csv.DictReader(StringIO(whole(client, "/data/comparisons.csv").removeprefix("\ufeff"))):
        claim = claims[entry["event"], entry["claim"]]
        units.append(Unit("csv", claim, entry["sentence"]))
        standing = next((one for one in claim.standings if one.party.slug == entry["party"]), None)
        assert standing is None or entry["position_rests_on"] == " ".join(standing.grounds)
    for slug in comparisons:
        for entry in json.loads(whole(client, f"/api/comparisons/{slug}/claims"))["claims"]:
            units.append(Unit("api", claims[slug, entry["slug"]], entry["sentence"]))
            told = {one["party"]["slug"]: one["rests_on"] for one in entry["positions"]}
            assert told == {one.party.slug: list(one.grounds) for one in claims[slug, entry["slug"]].standings}
        document = json.loads(whole(client, f"/comparisons/{slug}.json"))
        for entry in document["claims"]:
            assert set(entry["rests_on"]) == {party["slug"] for party in document["parties"]}
    assert [(unit.claim.slug, words) for unit in units for words in bare(unit.claim, unit.words)] == []
    assert any("according to" in unit.words for unit in units)


def whole(client: Client, address: str) -> str:
    response: Any = client.get(address)
    assert response.status_code == 200, address
    return (b"".join(response.streaming_content) if response.streaming else response.content).decode()


PLACES = {
    "the page": f"/comparisons/{SLUG}/",
    "the page of the claim": f"/comparisons/{SLUG}/claims/trade-discussed/",
    "the pair": "/parties/kremlin/white-house/",
    "the topic": "/topics/trade/",
    "the party": "/parties/kremlin/",
    "the search": "/?q=trade",
    "the embed": f"/embed/{SLUG}/?claim=trade-discussed",
    "the texts": f"/comparisons/{SLUG}/texts/?claim=trade-discussed",
    "the feed": "/feed.atom",
    "the CSV": f"/comparisons/{SLUG}.csv",
    "the API": f"/api/comparisons/{SLUG}/claims/trade-discussed",
}


@pytest.mark.parametrize("place", PLACES)
def test_on_trade_each_place_says_according_to_whom(client: Client, edition: Edition, place: str) -> None:
    words = " ".join(whole(client, PLACES[place]).split())
    assert "White House, according to “Newspaper report of the call”, denied it" in words


@pytest.mark.parametrize("attribute", ["description", "og:description", "og:image:alt"])
def test_what_other_sites_show_of_trade_says_according_to_whom(
    client: Client, edition: Edition, attribute: str
) -> None:
    head = page(whole(client, PLACES["the page of the claim"]))
    (words,) = head.values(f"meta[name='{attribute}'], meta[property='{attribute}']", "content")
    assert "according to “Newspaper report of the call”" in words


@pytest.mark.parametrize("place", ["", "claims/{claim}/", "texts/?claim={claim}"])
def test_on_18_march_2025_the_implied_denial_is_said_to_be_one(
    client: Client, comparisons: dict[str, Comparison], place: str
) -> None:
    slug, wording = IMPLIED
    if slug not in comparisons:
        assert [path for path in DOCUMENTS if path.stem == SLUG] == DOCUMENTS, "the shared documents are absent"
        return
    (claim,) = (claim for claim in comparisons[slug].claims if claim.wording == wording)
    words = page(whole(client, f"/comparisons/{slug}/{place.format(claim=claim.slug)}")).text
    assert "The White House said so; the Kremlin, by implication, denied it." in words
    assert "Kremlin: denied it, by implication" in words
