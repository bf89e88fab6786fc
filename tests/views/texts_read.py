"""The page of the texts, as a reader gets it."""

from typing import Any

from tests.dom import page
from tests.examples import PAGE

TEXTS = f"{PAGE}texts/"
TRADE = f"{TEXTS}?claim=trade-discussed"


class Texts:
    """The texts of a page: the account's id -> its words to the letter, and its marked passages in their order."""

    def __init__(self, html: str) -> None:
        texts = {one["id"].removeprefix("text-"): one.one(".words") for one in page(html).all("article:has(.words)")}
        self.words = {account: text.letters for account, text in texts.items()}
        self.passages: dict[str, list[dict[str, Any]]] = {
            account: [
                {"text": one.letters, "families": one.values("mark", "data-family"), **one.attributes}
                for one in text.all(".passage")
            ]
            for account, text in texts.items()
        }
        self.numbers = {account: [one.attributes for one in text.all(".number")] for account, text in texts.items()}

    def chosen(self) -> list[str]:
        return [one["text"] for all_ in self.passages.values() for one in all_ if one.get("aria-current") == "true"]
