"""The quotes of an edition as W3C Web Annotations: which words of which text carry which position on which claim."""

from collections.abc import Callable, Iterator

from comparisons.comparison.document import AccountEntry, Document, QuoteEntry

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

UrlOf = Callable[..., str]
"""The absolute URL of a page, by the name and the arguments of its route."""
JsonObject = dict[str, object]


def collection(document: Document, address: UrlOf) -> JsonObject:
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


def _annotations(document: Document, itself: str, address: UrlOf) -> Iterator[JsonObject]:
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


def _target(slug: str, quote: QuoteEntry, account: AccountEntry, address: UrlOf) -> JsonObject:
    """The target of an annotation; without a URL of the source, the page with the stored text."""
    target: JsonObject = {
        "type": "SpecificResource",
        "source": account["source_url"] or address("text_changes", slug, account["id"]),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": quote["exact"],
                "prefix": quote["prefix"],
                "suffix": quote["suffix"],
            },
            {"type": "TextPositionSelector", "start": quote["start"], "end": quote["end"]},
        ],
    }
    if account["archive_url"]:
        target["state"] = {"type": "TimeState", "cached": account["archive_url"]}
    return target
