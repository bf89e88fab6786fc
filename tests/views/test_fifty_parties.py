"""The pages across events do not grow with the square of the parties, and no figure is lost by it."""

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.publishing.publish import publish
from tests.dom import page, read, text_of
from tests.made import many_parties
from tests.replay import once

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

ON_THE_TOPIC = (
    "How any two of them compare on this topic stands on the page of those two, "
    "to which the page of each party leads. All parties"
)
OF_ALL = "Any two that are compared have a page of their own, to which the page of each party leads."


def publish_of(parties: int) -> None:
    def publish_it() -> None:
        publish(load(many_parties(parties, claims=6, topics=2)).event, by="ann")

    once(("parties", parties), publish_it)


def test_of_fifty_parties_a_page_has_few_elements(client: Client, db: None) -> None:
    publish_of(50)
    assert len(page(read(client, "/topics/topic-0/")).all("*")) < 2500
    assert len(page(read(client, "/parties/")).all("*")) < 300


def test_every_figure_of_two_of_them_is_reached_through_the_page_of_a_party(client: Client, db: None) -> None:
    publish_of(50)
    for address, said in (("/topics/topic-0/", ON_THE_TOPIC), ("/parties/", OF_ALL)):
        html = read(client, address)
        assert said in text_of(html)
        assert "/parties/party-0/party-1/" not in html
        assert page(html).leads_to("/parties/party-7/")
    assert page(read(client, "/topics/topic-0/")).leads_to("/parties/")
    party = page(read(client, "/parties/party-7/"))
    others = party.values(".elsewhere a:not([href*=feed])", "href")
    assert len(others) == 49
    assert {f"/parties/{'/'.join(sorted(('party-7', f'party-{n}')))}/" for n in range(50) if n != 7} == set(others)
    row = page(read(client, "/parties/party-30/party-7/")).one("tr:has(a[href='/topics/topic-0/'])")
    assert row.one("th .number")["data-count"] == "3"
    assert sum(int(one["data-count"]) for one in row.all("td .number")) == 3


def test_of_eight_each_two_stand_there_and_of_nine_they_do_not(client: Client, db: None) -> None:
    for parties, there in ((8, True), (9, False)):
        publish_of(parties)
        for address in ("/topics/topic-0/", "/parties/"):
            shown = page(read(client, address))
            assert shown.has("a[href='/parties/party-0/party-1/']") is there
            assert (ON_THE_TOPIC in shown.text or OF_ALL in shown.text) is not there
