"""Thousands of published comparisons, made without the desk, so that they are there within a minute."""

import json
from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone

from comparisons.documents import load
from comparisons.models import Edition, Event
from comparisons.publishing import index
from comparisons.publishing.publish import publish
from tests.search.small import small

RUSSIAN = ["президент", "стороны", "переговоры", "торговля", "санкции", "встреча", "обсудили", "вопросы", "страны"]
ENGLISH = ["president", "talks", "trade", "sanctions", "meeting", "security", "sides", "spoke", "agreed", "ceasefire"]
PARTIES = [("kremlin", "Kremlin"), ("white-house", "White House"), ("paris", "Paris"), ("kyiv", "Kyiv")]
TOPICS = [(f"topic-{number}", f"Topic number {number}") for number in range(60)]


@transaction.atomic
def publish_many(number: int) -> int:
    """Each with 20 passages, of which ten are paragraphs of 90 words; how many passages there are."""
    random = Random(28_01_2017)
    rare = [f"слово{place}" if place % 2 else f"word{place}" for place in range(5_000)]
    whole = publish(load(small("pattern")).event, by="ann").document
    kinds = Event.Kind.values
    passages = 0
    for place in range(number):
        common = RUSSIAN if place % 2 else ENGLISH
        text = "\n".join(
            " ".join(random.choice(common) if random.random() < 0.5 else random.choice(rare) for _word in range(90))
            for _paragraph in range(9)
        )
        document = changed(whole, place, text, random)
        event = Event.objects.create(
            slug=f"call-{place}",
            title=document["event"]["title"],
            kind=random.choice(kinds),
            date=date(2010, 1, 1) + timedelta(days=random.randrange(5_000)),
        )
        edition = Edition.objects.create(
            event=event,
            number=1,
            slug=event.slug,
            title=event.title,
            event_kind=event.kind,
            event_date=event.date,
            parties=[party["name"] for party in document["parties"]],
            body=json.dumps(document, ensure_ascii=False),
            published_at=timezone.now(),
        )
        index.write_rows(edition)
        passages += edition.passages.count()
    return passages


def changed(whole: Any, place: int, text: str, random: Random) -> dict[str, Any]:
    """The pattern as another comparison: of two parties, with three claims on three topics."""
    parties = random.sample(PARTIES, 2)
    topics = random.sample(TOPICS, 3)
    account, claim = whole["accounts"][0], whole["claims"][0]
    outcomes = random.choices(["agreement", "contradiction", "omission", "not_addressed"], k=3)
    return {
        **whole,
        "event": {**whole["event"], "title": f"Call number {place}", "participants": ["Ann", "Bea"]},
        "parties": [{"slug": slug, "name": name, "country": ""} for slug, name in parties],
        "topics": [{"slug": slug, "name": name} for slug, name in topics],
        "accounts": [
            {**account, "party": parties[0][0], "revisions": [{**account["revisions"][0], "text": text}]},
        ],
        "claims": [
            {
                **claim,
                "slug": f"claim-{number}",
                "topic": topics[number][0],
                "wording": f"{random.choice(ENGLISH)} was spoken of.",
                "outcome": outcomes[number],
                "positions": {slug: "silent" for slug, _name in parties},
            }
            for number in range(3)
        ],
    }
