"""The quotes of an edition as W3C Web Annotations: which words of which text carry which position on which claim."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

UrlOf = Callable[..., str]
"""The absolute address of a page, by its name and what it is made of."""


def collection(document: Mapping[str, Any], address: UrlOf) -> dict[str, Any]:
    """An AnnotationCollection whose only page has an Annotation for each quote."""
    slug = document["event"]["slug"]
    itself = address("annotations", slug)
    items = list(_annotations(document, itself, address))
    page = {"id": f"{itself}#page", "type": "AnnotationPage", "partOf": itself, "startIndex": 0, "items": items}
    return {
        "@context": CONTEXT,
        "id": itself,
        "type": "AnnotationCollection",
        "label": document["event"]["title"],
        "creator": {"type": "Organization", "name": "Counterpoint"},
        "modified": document["edition"]["published_at"],
        "total": len(items),
        "first": page,
        "last": page["id"],
    }


def _annotations(document: Mapping[str, Any], itself: str, address: UrlOf) -> Iterator[dict[str, Any]]:
    slug = document["event"]["slug"]
    accounts = {account["id"]: account for account in document["accounts"]}
    parties = {party["slug"]: party["name"] for party in document["parties"]}
    for claim in document["claims"]:
        source = address("claim", slug, claim["slug"])
        for stance in claim["stances"]:
            account = accounts[stance["account"]]
            speaker = parties[account["party"]] if account["party"] else account["title"]
            body = [
                {"type": "SpecificResource", "source": source, "purpose": "linking"},
                _words(claim["wording"], "describing"),
                _words(stance["position"], "classifying"),
                _words(speaker, "identifying"),
            ]
            for number, quote in enumerate(stance["quotes"], start=1):
                yield {
                    "id": f"{itself}#{claim['slug']}/{account['id']}/{number}",
                    "type": "Annotation",
                    "motivation": "classifying",
                    "body": body,
                    "target": _target(slug, quote, accounts[quote["account"]], address),
                }


def _words(value: str, purpose: str) -> dict[str, str]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _target(slug: str, quote: Mapping[str, Any], account: Mapping[str, Any], address: UrlOf) -> dict[str, Any]:
    """Where the words stand; with no address of the source's own, the page that has the text held."""
    target = {
        "type": "SpecificResource",
        "source": account["source_url"] or address("text_changes", slug, account["id"]),
        "selector": [
            {"type": "TextQuoteSelector", **{key: quote[key] for key in ("exact", "prefix", "suffix")}},
            {"type": "TextPositionSelector", **{key: quote[key] for key in ("start", "end")}},
        ],
    }
    if account["archive_url"]:
        target["state"] = {"type": "TimeState", "cached": account["archive_url"]}
    return target
