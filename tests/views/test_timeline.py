"""The time line on the comparison page, and the reader's time zone in its address."""

import re
from typing import Any
from urllib.parse import quote

import pytest
from django.test import Client

from comparisons.documents import load, parse
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.dom import Element, page, read
from tests.examples import DOCUMENTS, PAGE

VIDEO_CALL = "biden-putin-video-call-2021-12-07"

pytestmark = pytest.mark.django_db


def line_of(html: str) -> Element:
    return page(html).one("section.timeline")


def test_where_fewer_than_two_accounts_have_an_hour_a_sentence_stands_for_the_line(
    client: Client, edition: Edition
) -> None:
    html = read(client)
    assert "Fewer than two accounts give an hour with its time zone" in line_of(html).text
    assert not line_of(html).has("svg, form")
    issued = [account.one(".when").text for account in page(html).all("article.account")]
    assert "28 January 2017 dated the day of the event" in issued
    assert (
        "29 January 2017, 15:31 (time zone not given) dated 1 day after the event, 1 day after the first account"
        in (issued)
    )
    assert "Time of issue not known" in issued


@pytest.fixture
def with_hours(document: dict[str, Any], db: None) -> None:
    """The example, its two parties' statements with an hour each."""
    for number, hour in ((1, "13:10"), (2, "18:05")):
        document["accounts"][number]["issued_at"] = f"2017-01-28T{hour}:00Z"
    publish(load(document).event, by="ann")


@pytest.mark.usefixtures("with_hours")
def test_an_address_with_a_zone_shows_its_clock_and_keeps_the_filters(client: Client) -> None:
    html = read(client, f"{PAGE}?show=open&zone=Asia/Tokyo")
    assert page(html).values("select[name=zone] option[selected]", "value") == ["Asia/Tokyo"]
    assert page(html).values("input[type=hidden][name=zone]", "value") == ["Asia/Tokyo"]
    assert line_of(html).values("input[type=hidden][name=show]", "value") == ["open"]
    assert "?show=one-sided&amp;zone=Asia/Tokyo" in html
    assert page(html).has("details.sources[open]")


def test_no_zone_and_no_filter_is_the_plain_address(client: Client, edition: Edition) -> None:
    response = client.get(f"{PAGE}?zone=&show=open&parties=white-house&parties=kremlin")
    assert (response.status_code, response["Location"]) == (302, f"{PAGE}?show=open&parties=white-house,kremlin")
    response = client.get(f"{PAGE}?show=&topic=&zone=Asia/Tokyo")
    assert (response.status_code, response["Location"]) == (302, f"{PAGE}?zone=Asia/Tokyo")


@pytest.mark.parametrize("zone", ["Mars/Olympus", "../../etc/passwd", "europe/moscow", "Europe/Moscow ", "\udcff", "é"])
def test_a_zone_that_there_is_not_is_refused_by_name(client: Client, edition: Edition, zone: str) -> None:
    response = client.get(f"{PAGE}?zone={quote(zone, errors='surrogateescape')}")
    assert response.status_code == 400
    assert "“zone” is not a time zone" in response.content.decode()


def words_of_the_line(client: Client, slug: str) -> str:
    """The time line of one of the documents beside the project, with the clock of Tokyo."""
    (path,) = (path for path in DOCUMENTS if path.stem == slug)
    publish(load(parse(path.read_bytes())).event, by="ann")
    return line_of(read(client, f"/comparisons/{slug}/?zone=Asia/Tokyo")).text


@pytest.mark.skipif(len(DOCUMENTS) < 2, reason="only the shipped example is there")
def test_a_local_time_is_shown_on_the_readers_clock_as_well(client: Client, db: None) -> None:
    words = words_of_the_line(client, VIDEO_CALL)
    assert (
        "Kremlin: Meeting with US President Joseph Biden 7 December 2021, 20:15 UTC+03:00; "
        "8 December 2021, 02:15 UTC+09:00 (Asia/Tokyo) dated the day of the event" in words
    )
    assert "8 December 2021, 03:12 UTC+09:00 (Asia/Tokyo) dated the day of the event, 57 min" in words
    assert words.index("Meeting with US President") < words.index("Readout of President Biden") < words.index("Psaki")


@pytest.mark.skipif(len(DOCUMENTS) < 2, reason="only the shipped example is there")
def test_the_same_instant_is_shown_on_each_clock(client: Client, db: None) -> None:
    assert re.search(
        "12 February 2025, 16:53 UTC; "
        r"the party’s local time: 12 February 2025, 11:53 UTC-05:00 \(America/New_York\); "
        r"13 February 2025, 01:53 UTC\+09:00 \(Asia/Tokyo\) dated the day of the event",
        words_of_the_line(client, "trump-putin-call-2025-02-12"),
    )


@pytest.mark.parametrize("party", ["kremlin", "white-house"])
@pytest.mark.usefixtures("with_hours")
def test_no_link_leads_to_an_account_that_is_left_out(client: Client, party: str) -> None:
    html = read(client, f"{PAGE}?parties={party}")
    targets = {f"#{target}" for target in page(html).values("[id]", "id")}
    assert set(page(html).values("a[href^='#']", "href")) <= targets
    assert "White House statement on the call" in line_of(html).text
