"""Extracts the main text and metadata of a page, in a subprocess: HTML in, JSON out. Run by its path, without Django.

Extraction takes minutes for pages made to that end, and nothing can stop it from within.
"""

import json
import sys
from datetime import date
from typing import Any

import trafilatura

# Where a page declares its moment, with the time and the offset that a search for dates would drop.
PUBLISHED = (
    "string((//meta[@property='article:published_time' or @itemprop='datePublished']/@content"
    "|//time[@itemprop='datePublished']/@datetime)[1])"
)
DATES = {"original_date": True, "extensive_search": False}


def extract(html: str) -> dict[str, Any]:
    tree = trafilatura.load_html(html)
    if tree is None:
        return {"text": ""}
    metadata = trafilatura.extract_metadata(tree, date_config={**DATES, "max_date": date.today().isoformat()})
    root = tree.getroottree().getroot()
    found = trafilatura.extract(html, include_comments=False)
    return {
        "text": found or all_words(tree),
        "has_main_text": bool(found),
        "title": metadata.title or "",
        "date": metadata.date or "",
        "published": str(tree.xpath(PUBLISHED)),
        "language": root.get("lang") or root.get("xml:lang") or "",
    }


def all_words(tree: Any) -> str:
    """All visible words, in one paragraph. Changes the tree."""
    for element in tree.xpath("//script|//style|//noscript|//template"):
        element.drop_tree()
    return trafilatura.html2txt(tree, clean=False)


if __name__ == "__main__":
    json.dump(extract(sys.stdin.buffer.read().decode()), sys.stdout)
