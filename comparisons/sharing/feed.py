"""A feed as a plain value, whichever form it is then written in."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class FeedEntry:
    id: str
    """The same for ever, and of no other entry."""
    url: str
    title: str
    html: str
    published: datetime
    topics: tuple[tuple[str, str], ...]
    """The slug and the name of each."""


@dataclass(frozen=True)
class Feed:
    title: str
    page: str
    """The address of the page that shows the same."""
    address: str
    """Its own."""
    language: str
    entries: tuple[FeedEntry, ...]


AUTHOR = "Counterpoint"
