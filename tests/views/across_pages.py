"""Reads the pages that count across events: their numbers, where each leads, and the claims that they list."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

from django.test import Client

from comparisons.outcomes import FAMILIES
from tests.across.counted_by_hand import Counted
from tests.dom import Element, page, read

SPEAKING = {"affirms", "affirms_in_part", "denies", "conflicted"}
OF_A_ROW = {"topic", "event", "year"}


@dataclass(frozen=True)
class Shown:
    """A number of a page, with its denominator and the address of the claims behind it."""

    address: str
    count: int
    total: int

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    @property
    def asked(self) -> dict[str, str]:
        return dict(parse_qsl(urlsplit(self.address).query))

    def row(self) -> "Shown":
        """All claims of the row that it stands in."""
        asked = {name: value for name, value in self.asked.items() if name in OF_A_ROW}
        return replace(self, address=f"{self.path}?{urlencode(asked)}")

    def claims_by_hand(self, claims: list[Counted]) -> list[Counted]:
        """Which of the documents' claims its address asks for."""
        return [claim for claim in claims if self._asks_for(claim)]

    def _asks_for(self, claim: Counted) -> bool:
        room, *slugs = self.path.strip("/").split("/")
        outcome, positions = claim.outcome, claim.positions
        if room == "topics":
            compared = [claim.topic] == slugs
        elif len(slugs) == 1:
            compared = slugs[0] in positions
        else:
            compared = tuple(slugs) in claim.pairs
        if not compared:
            return False
        if len(slugs) == 2:
            derived = claim.pairs[slugs[0], slugs[1]]
            outcome, positions = derived.outcome, {slug: str(derived.positions[slug]) for slug in slugs}
        speakers = [party for party, position in positions.items() if position in SPEAKING]
        asks: dict[str, Callable[[str], bool]] = {
            "show": lambda family: outcome in FAMILIES[family],
            "outcome": lambda value: outcome == value,
            "position": lambda position: positions[slugs[0]] == position,
            "left_out_by": lambda party: outcome == "omission" and positions[party] == "silent",
            "said_by": lambda party: speakers == [party],
            "origin": lambda party: claim.origin == ("" if party == "several,none" else party),
            "topic": lambda topic: claim.topic == topic,
            "event": lambda event: claim.event == event,
            "year": lambda year: claim.year == year,
        }
        return all(asks[name](value) for name, value in self.asked.items())


def numbers(html: str, address: str) -> list[Shown]:
    return numbers_in(page(html), address)


def numbers_in(part: Element, address: str) -> list[Shown]:
    return [
        Shown(urljoin(address, number["href"]), int(number["data-count"]), int(number["data-total"]))
        for number in part.all("a.number[data-count]")
    ]


def listed(client: Client, address: str) -> list[str]:
    """Every claim listed at an address, on all pages of the list: "call/trade-discussed"."""
    claims: list[str] = []
    following: str | None = address.partition("#")[0]
    while following:
        shown = page(read(client, following))
        claims += shown.values("[data-listed]", "data-listed")
        further = shown.values("a[rel=next]", "href")
        following = urljoin(following, further[0]) if further else None
    return claims
