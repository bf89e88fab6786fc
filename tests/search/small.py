"""Documents so small that a test can publish hundreds of them."""

from typing import Any

from comparisons.documents import load
from comparisons.models import Edition
from comparisons.publishing.publish import publish
from tests.replay import once


def small(slug: str, **given: Any) -> dict[str, Any]:
    """One party, one account, one claim on which it is silent. What is given takes the place of what is here."""
    words = {
        "title": "A call",
        "date": "2017-01-28",
        "kind": "phone_call",
        "participants": [],
        "party": ("paris", "Paris"),
        "topic": ("weather", "Weather"),
        "wording": "It rained.",
        "question": "",
        "text": "Nothing.",
        "language": "en",
        "position": "silent",
        **given,
    }
    stance: dict[str, Any] = {"account": "note", "position": words["position"]}
    if words["position"] == "silent":
        stance |= {"basis": "full_text", "reviewed_by": "ann", "reviewed_at": "2017-02-01"}
    else:
        stance |= {"basis": "own_text", "quotes": [{"exact": words["text"]}]}
    (party, party_name), (topic, topic_name) = words["party"], words["topic"]
    return {
        "format": "comparison/1",
        "event": {"slug": slug, **{key: words[key] for key in ("title", "kind", "date", "participants")}},
        "parties": [{"slug": party, "name": party_name}],
        "topics": [{"slug": topic, "name": topic_name}],
        "accounts": [
            {
                "id": "note",
                "party": party,
                "title": "A note",
                "kind": "readout",
                "source": "An office",
                "language": words["language"],
                "revisions": [{"text": words["text"]}],
            }
        ],
        "claims": [
            {
                "slug": "the-claim",
                "topic": topic,
                "question": words["question"],
                "wording": words["wording"],
                "kind": "polar",
                "stances": [stance],
            }
        ],
    }


def publish_small(slug: str, **given: Any) -> Edition:
    once(("published", slug, repr(given)), lambda: publish(load(small(slug, **given)).event, by="ann"))
    return Edition.objects.get(slug=slug)
