"""Passages that overlap, texts that have changed, translations, and columns that are empty."""

from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.editorial.revisions import revise
from comparisons.models import Event
from comparisons.publishing.publish import publish
from tests.dom import page, read, text_of
from tests.views.texts_read import TEXTS, Texts

pytestmark = pytest.mark.django_db


class TestPassagesThatMeet:
    def put(self, document: dict[str, Any], client: Client, *words: str) -> Texts:
        """Claims on these words of the Kremlin's statement, in this order, and nothing else."""
        claims = [
            {
                **document["claims"][0],
                "slug": f"claim-{number}",
                "stances": [
                    {
                        "account": "kremlin-statement",
                        "position": "affirms",
                        "basis": "own_text",
                        "quotes": [{"exact": exact}],
                    }
                ],
            }
            for number, exact in enumerate(words, start=1)
        ]
        publish(load({**document, "claims": claims}).event, by="ann")
        return Texts(read(client, TEXTS))

    def test_are_cut_where_they_overlap_and_numbered_where_they_end(
        self, client: Client, document: dict[str, Any], db: None
    ) -> None:
        texts = self.put(document, client, "The two sides expressed", "expressed a willingness")
        passages = texts.passages["kremlin-statement"]
        assert [(one["text"], one["data-claims"].split(), one.get("data-number")) for one in passages] == [
            ("The two sides ", ["1"], None),
            ("expressed", ["1", "2"], "1"),
            (" a willingness", ["2"], "2"),
        ]
        assert [one["data-number"] for one in texts.numbers["kremlin-statement"]] == ["2"]
        assert document["accounts"][2]["revisions"][0]["text"] == texts.words["kremlin-statement"]

    def test_are_named_where_one_stands_within_the_other(
        self, client: Client, document: dict[str, Any], db: None
    ) -> None:
        texts = self.put(document, client, "The two sides expressed a willingness", "sides")
        passages = texts.passages["kremlin-statement"]
        assert [(one["text"], one.get("data-number")) for one in passages] == [
            ("The two ", None),
            ("sides", "1"),
            (" expressed a willingness", "1"),
        ]

    def test_are_named_up_to_twenty_on_the_same_words(self, client: Client, document: dict[str, Any], db: None) -> None:
        texts = self.put(document, client, *["The two sides"] * 25)
        numbers = texts.numbers["kremlin-statement"]
        assert [one["data-number"] for one in numbers] == [*map(str, range(2, 21)), "+5"]
        assert (numbers[-1]["href"], numbers[-1]["aria-label"]) == ("#index-heading", "5 more claims: to the list")


def test_a_quote_of_an_earlier_text_is_not_marked_and_the_page_says_so(client: Client, event: Event) -> None:
    kremlin = event.accounts.get(key="kremlin-statement")
    revise(kremlin, kremlin.latest.text.replace("as equals, and", "and"), captured_at="", note="")
    publish(event, by="ann", unread_allowed=True)
    html = read(client, f"{TEXTS}?claim=as-equals")
    assert "as equals" not in Texts(html).words["kremlin-statement"]
    assert Texts(html).chosen() == []
    account = page(html).one("article#text-kremlin-statement")
    assert "2 claims quote an earlier text of this account, whose words cannot be marked in this one:" in account.text
    outdated = account.one("p.outdated")
    assert outdated.values("a", "href") == ["?claim=relations-improve#followed", "?claim=as-equals#followed"]
    assert outdated.has("[aria-label^='7. ']")
    aside = page(html).one("aside#followed")
    assert "In text 1 of Kremlin statement on the call, which is not the latest: the texts held" in aside.text
    assert aside.leads_to(f"{TEXTS}kremlin-statement/#revision-1")


def test_a_translation_stands_directly_after_its_original(client: Client, document: dict[str, Any], db: None) -> None:
    document["accounts"].insert(0, document["accounts"].pop(1))
    document["accounts"][0]["translation_of"] = "white-house-statement"
    document["accounts"][3]["translation_of"] = "kremlin-statement"
    publish(load(document).event, by="ann")
    html = read(client, TEXTS)
    assert [pair.values("article", "id") for pair in page(html).all(".pair")] == [
        ["text-kremlin-statement", "text-newspaper-report"],
        ["text-white-house-statement", "text-white-house-official"],
    ]
    account = page(html).one("article#text-newspaper-report")
    assert account.one("a[href='#text-kremlin-statement']").text == ("translation of Kremlin statement on the call")
    assert "Other accounts" not in text_of(html)


def test_a_translation_in_the_name_of_another_party_stays_in_its_own_column(
    client: Client, document: dict[str, Any], db: None
) -> None:
    document["accounts"][2]["translation_of"] = "white-house-statement"
    publish(load(document).event, by="ann")
    html = read(client, TEXTS)
    assert "No account from the Kremlin is held." not in text_of(html)
    assert not page(html).has(".pair")
    assert "translation of White House statement on the call" in text_of(html)


def test_a_party_without_an_account_has_a_column_that_says_so(
    client: Client, document: dict[str, Any], db: None
) -> None:
    document["parties"].append({"slug": "united-nations", "name": "United Nations", "country": ""})
    publish(load(document).event, by="ann")
    assert "No account from the United Nations is held." in text_of(read(client, TEXTS))
