"""The quotes of an edition as W3C Web Annotations: which words of which text carry which position on which claim."""

from collections.abc import Iterator, Mapping

from comparisons.addresses import UrlOf
from comparisons.comparison.document import (
    BY_THE_DESK,
    AccountEntry,
    Document,
    QuoteEntry,
    StanceEntry,
    TranslationEntry,
)

from .works import PUBLISHER

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

PUBLISHED_BY = {"type": "Organization", "name": PUBLISHER}

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
        "creator": PUBLISHED_BY,
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
        source = address("edition_claim", slug, document["edition"]["number"], claim["slug"])
        for stance in claim["stances"]:
            account = accounts[stance["account"]]
            speaker = parties[account["party"]] if account["party"] else account["title"]
            body: list[JsonObject] = [
                {"type": "SpecificResource", "source": source, "purpose": "linking"},
                _words(claim["wording"], "describing"),
                _words(stance["position"], "classifying"),
                _words(speaker, "identifying"),
                *(_words(tag, "tagging") for tag in _tags(stance)),
            ]
            for number, quote in enumerate(stance["quotes"], start=1):
                yield {
                    "id": f"{itself}#{claim['slug']}/{account['id']}/{number}",
                    "type": "Annotation",
                    "motivation": "classifying",
                    "body": [*body, *_translations(quote, accounts)],
                    "target": _target(slug, quote, accounts[quote["account"]], address),
                }


def _words(value: str, purpose: str) -> JsonObject:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": purpose}


def _tags(stance: StanceEntry) -> Iterator[str]:
    """By what the words carry the position, where they do not say it in the account's own voice."""
    if stance["basis"] == "reported":
        yield "reported"
    if stance.get("implied"):
        yield "implied"


def _translations(quote: QuoteEntry, accounts: Mapping[str, AccountEntry]) -> Iterator[JsonObject]:
    """The translation of a quote, if any: a comment in its language, as the vocabulary has no motivation of its own."""
    translation = quote.get("translation")
    if translation:
        words = _words(translation["text"], "commenting")
        yield {**words, "language": translation["language"], "creator": _translator(translation, accounts)}


def _translator(translation: TranslationEntry, accounts: Mapping[str, AccountEntry]) -> JsonObject:
    by = translation["by"]
    if by == BY_THE_DESK:
        return dict(PUBLISHED_BY)
    return {"name": accounts[by]["source"] if by in accounts else by}


def _target(slug: str, quote: QuoteEntry, account: AccountEntry, address: UrlOf) -> JsonObject:
    """The words of the account that has them, by its source; without a URL of that, the page with the stored text."""
    target: JsonObject = {
        "type": "SpecificResource",
        "source": account["source_url"] or address("text_changes", slug, account["id"]),
        "label": account["title"],
        "language": account["language"],
        "creator": {"name": account["source"]},
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
