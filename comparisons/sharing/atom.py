"""Atom, RFC 4287, as feed readers take it. Pure."""

import re
from datetime import UTC, datetime
from typing import Any

from django.utils.feedgenerator import Atom1Feed
from django.utils.xmlutils import SimplerXMLGenerator

from .feed import AUTHOR, Feed

FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BEFORE_ANYTHING = datetime(1970, 1, 1, tzinfo=UTC)


def xml_text(text: str) -> str:
    """The text with a replacement character for each that XML 1.0 does not allow, not even escaped."""
    return FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)


def atom(feed: Feed) -> bytes:
    written = Atom(
        title=xml_text(feed.title),
        link=feed.page,
        description="",
        language=feed.language,
        author_name=AUTHOR,
        feed_url=feed.address,
    )
    for entry in feed.entries:
        written.add_item(
            title=xml_text(entry.title),
            link=entry.url,
            description=xml_text(entry.html),
            unique_id=entry.id,
            pubdate=entry.published,
            updateddate=entry.published,
            topics=[(slug, xml_text(name)) for slug, name in entry.topics],
        )
    return written.writeString("utf-8").encode()


class Atom(Atom1Feed):
    """A feed whose entries have topics, each a category with the slug as its term and the name as its label."""

    def latest_post_date(self) -> datetime:
        """When anything in it was last published; with no entry the same each time, not the present moment."""
        return super().latest_post_date() if self.items else BEFORE_ANYTHING

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for slug, name in item["topics"]:
            handler.addQuickElement("category", "", {"term": slug, "label": name})
