"""The page of the texts, as a reader gets it."""

from html.parser import HTMLParser
from typing import Any

from tests.examples import PAGE

TEXTS = f"{PAGE}texts/"
TRADE = f"{TEXTS}?claim=trade-discussed"


class Texts(HTMLParser):
    """The texts of a page: the account's id -> its words to the letter, and its marked passages in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self.passages: dict[str, list[dict[str, Any]]] = {}
        self.numbers: dict[str, list[dict[str, Any]]] = {}
        self._account = ""
        self._in_words = self._in_passage = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given: dict[str, Any] = dict(attributes)
        if tag == "article":
            self._account = given["id"].removeprefix("text-")
        if given.get("class") == "words":
            self._in_words = True
            self.words[self._account], self.passages[self._account], self.numbers[self._account] = "", [], []
        if given.get("class") == "passage":
            self._in_passage = True
            self.passages[self._account].append({"text": "", "families": [], **given})
        if given.get("class") == "number" and self._in_words:
            self.numbers[self._account].append(given)
        if tag == "mark" and self._in_passage:
            self.passages[self._account][-1]["families"].append(given["data-family"])

    def handle_endtag(self, tag: str) -> None:
        self._in_words = self._in_words and tag != "div"
        self._in_passage = self._in_passage and tag != "a"

    def handle_data(self, data: str) -> None:
        if self._in_words:
            self.words[self._account] += data
        if self._in_passage:
            self.passages[self._account][-1]["text"] += data

    def chosen(self) -> list[str]:
        return [one["text"] for all_ in self.passages.values() for one in all_ if one.get("aria-current") == "true"]
