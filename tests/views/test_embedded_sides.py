"""What stands in a frame on each side, and in which colours."""

from dataclasses import replace

import pytest
from django.test import Client

from comparisons.cards.frame_height import LINES, frame_height
from comparisons.comparison.comparison import Comparison
from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from comparisons.sharing.embedded import EmbeddedPage
from comparisons.sharing.embedding import Embedding
from tests.browser.pages import SEVEN_PARTIES, THREE_PARTIES
from tests.browser.prepared import of_seven_parties, of_three_parties
from tests.dom import claims_in, page, read
from tests.examples import EMBED

pytestmark = pytest.mark.django_db

IMPLIED = "The words do not say it; it follows from them."


def without_says(shown: EmbeddedPage) -> EmbeddedPage:
    (claim,) = shown.claims
    parts = (
        replace(part, words=tuple(tuple(line for line in words if line.kind != "says") for words in part.words))
        for part in claim.parts
    )
    return replace(shown, claims=(replace(claim, parts=tuple(parts)),))


@pytest.mark.usefixtures("edition")
class TestTheFrame:
    def test_says_of_each_side_what_it_said_what_that_rests_on_and_in_whose_words(self, client: Client) -> None:
        frame = page(read(client, f"{EMBED}?claim=trade-discussed"))
        kremlin, white_house = frame.all(".part")
        assert kremlin.one("h3").text == "Kremlin: said so"
        assert white_house.one("h3").text == "White House: denied it, according to “Newspaper report of the call”"
        assert white_house.one(".reporter").text == "As “Newspaper report of the call” has it:"
        assert white_house.one("blockquote.reported").text == "Contrary to statements from the White House"
        assert white_house.one(".source").text == "Newspaper report of the call, without attribution"
        assert not kremlin.has(".reporter, .reported")
        order = [one.name for one in frame.all("article h2, article .sentence, article blockquote")]
        assert order == ["h2", "p", "blockquote", "blockquote"]

    def test_says_where_the_words_do_not_say_it_and_is_higher_by_that(self, client: Client, edition: Edition) -> None:
        address = f"{EMBED}?claim=trade-discussed"
        assert IMPLIED not in read(client, address)
        stances = edition.event.claims.get(slug="trade-discussed").stances
        stances.filter(position="affirms").update(implied=True, note="It follows from the ties.")
        later = publish(edition.event, note="It is implied.", by="ann")
        kremlin, white_house = page(read(client, address)).all(".part")
        assert [one.text for one in kremlin.all(".says")] == [IMPLIED]
        assert not white_house.has(".says")
        assert [one.name for one in kremlin.all("h3, .says, blockquote")] == ["h3", "p", "blockquote"]
        whole = Comparison.from_document(later.document)
        shown = EmbeddedPage.of(whole, Embedding(whole.slug, claim="trade-discussed"))
        assert frame_height(shown, 470) == frame_height(without_says(shown), 470) + LINES["says"].leading

    @pytest.mark.parametrize(
        ("theme", "scheme"), [("", "light"), ("light", "light"), ("dark", "dark"), ("auto", "light dark")]
    )
    def test_is_light_dark_or_as_the_device(self, client: Client, theme: str, scheme: str) -> None:
        for query, status in (("claim=trade-discussed", 200), ("topic=x", 400), ("edition=7", 400)):
            response = client.get(f"{EMBED}?{query}" + (f"&theme={theme}" if theme else ""))
            html = response.content.decode()
            assert response.status_code == status
            assert f'<html lang="en" data-theme="{theme or "light"}">' in html
            assert page(html).one("meta[name=color-scheme]")["content"] == scheme


class TestManyParties:
    """More than two are grouped by what they said."""

    def test_stand_under_what_they_said_with_the_count_of_all(self, client: Client, db: None) -> None:
        publish(load(of_seven_parties()).event, by="ann")
        frame = page(read(client, f"/embed/{SEVEN_PARTIES}/?claim=trade-discussed"))
        assert [part.one("h3").text for part in frame.all(".part")] == [
            "Said so (1 of 7)",
            "Denied it (1 of 7)",
            "No account held (5 of 7)",
        ]
        said, denied, none = frame.all(".part")
        assert said.one(".names").text == "Kremlin"
        assert denied.one(".names").text == "White House (according to “Newspaper report of the call”)"
        assert none.one(".names").text == "Ministry 0, Ministry 1, Ministry 2, Ministry 3, Ministry 4"
        cells = claims_in(read(client, f"/embed/{SEVEN_PARTIES}/"))["trade-discussed"]["cells"]
        assert len(cells) == 7
        assert (cells["kremlin"], cells["white-house"], cells["ministry-3"]) == ("affirms", "denies", "no_account")

    def test_that_use_the_same_words_have_them_once_under_all_their_names(self, client: Client, db: None) -> None:
        publish(load(of_three_parties()).event, by="ann")
        frame = page(read(client, f"/embed/{THREE_PARTIES}/?claim=trade-discussed"))
        said, _denied = frame.all(".part")
        assert said.one("h3").text == "Said so (2 of 3)"
        assert said.one(".whose").text == "Kremlin, Third Side"
        assert said.one("blockquote").text.startswith("restoring mutually beneficial trade")
        assert [source.text for source in said.all(".source")] == [
            "Kremlin statement on the call, on the record",
            "A third readout, on the record",
        ]
