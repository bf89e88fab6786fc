"""What a list says of the words of each party: that they only imply it, and in whose account they stand."""

from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.publishing.publish import publish
from tests.dom import page, read
from tests.made import many_parties

pytestmark = pytest.mark.django_db

IMPLIED = "The words do not say it; it follows from them."
NOTE = "They went on to the harvest."


def with_an_implied_statement(document: dict[str, Any], position: str) -> dict[str, Any]:
    """The Kremlin says it in plain words; of a second note of it, it only follows."""
    account = {**document["accounts"][0], "id": "second-note", "party": "kremlin", "title": "A second note"}
    document["accounts"].append({**account, "revisions": [{"captured_at": None, "text": NOTE, "note": ""}]})
    trade = next(claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    stance = {"account": "second-note", "position": position, "basis": "own_text", "quotes": [{"exact": NOTE}]}
    trade["stances"].append({**stance, "implied": True, "note": "The harvest is trade."})
    return document


@pytest.mark.parametrize(("position", "says"), [("affirms", []), ("denies", ["In “A second note”: denied it"])])
@pytest.mark.parametrize("address", ["/claims/?q=harvest", "/topics/trade/", "/?q=trade"])
def test_words_from_which_it_only_follows_are_said_to_be_so(
    client: Client, document: dict[str, Any], address: str, position: str, says: list[str]
) -> None:
    publish(load(with_an_implied_statement(document, position)).event, by="ann")
    statements = page(read(client, address)).all("[data-listed$='/trade-discussed'] [data-party=kremlin] .statement")
    lines = {one.one("blockquote").text: [line.text for line in one.all(".says")] for one in statements}
    assert lines.pop(NOTE) == [*says, IMPLIED]
    assert lines
    assert IMPLIED not in str(lines), "the plain words beside them are not said to be so"


def test_words_of_several_name_the_first_account_and_how_many_more(client: Client) -> None:
    publish(load(many_parties(7, claims=3)).event, by="ann")
    shared = page(read(client, "/claims/")).one("[data-listed$='/point-1'] section[data-position=affirms]")
    (words,) = shared.all("figcaption")
    assert words.text == "Readout of Élysée and 4 more accounts"


def test_that_nobody_is_named_stands_beside_the_words_of_several_as_well(client: Client) -> None:
    document = many_parties(4, claims=1)
    for account in document["accounts"]:
        account["attribution"] = "anonymous"
    publish(load(document).event, by="ann")
    (words,) = page(read(client, "/claims/")).all("section[data-position=affirms] figcaption")
    assert words.text == "Readout of Élysée, not named and 2 more accounts"
