"""JSON Feed 1.1 (jsonfeed.org). Pure."""

import json

from .feed import AUTHOR, Feed, FeedEntry

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    authors = [{"name": AUTHOR}]
    whole = {
        "version": VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": feed.address,
        "language": feed.language,
        "authors": authors,
        "items": [_item(entry) for entry in feed.entries],
    }
    return json.dumps(whole, ensure_ascii=False).encode()


def _item(entry: FeedEntry) -> dict[str, object]:
    published = entry.published.isoformat()
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.html,
        "date_published": published,
        "date_modified": published,
        "tags": [name for _slug, name in entry.topics],
    }
