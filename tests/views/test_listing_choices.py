"""The facet counts beside the choices, compared with counts made from the documents themselves."""

import re
from collections.abc import Callable
from random import Random
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from tests.dom import page, read
from tests.examples import DOCUMENTS
from tests.views.listed import listed

pytestmark = pytest.mark.django_db

FAMILY_OF = {
    **dict.fromkeys(["agreement", "partial_agreement"], "agreements"),
    **dict.fromkeys(["contradiction", "partial_contradiction", "internal_contradiction"], "contradictions"),
    **dict.fromkeys(["omission", "single_source", "denied_by_one", "unanswered"], "one-sided"),
    **dict.fromkeys(["not_reviewed", "not_addressed", "no_evidence_held"], "open"),
}
# A word and how it is recognised in a text without any index.
WORDS: dict[str, Callable[[str], bool]] = {
    "": lambda _text: True,
    "sanctions": lambda text: re.search(r"\bsanction(s|ed|ing)?\b", text) is not None,
    "санкциями": lambda text: re.search(r"\bсанкци(я|и|й|ю|ей|ям|ями|ях)\b", text) is not None,
    '"the two presidents"': lambda text: "the two presidents" in text,
}


def searched(document: dict[str, Any]) -> str:
    event = document["event"]
    words = [event["title"], *event["participants"]]
    words += [party["name"] for party in document["parties"]] + [topic["name"] for topic in document["topics"]]
    words += [claim[key] for claim in document["claims"] for key in ("question", "wording")]
    words += [account["revisions"][-1]["text"] for account in document["accounts"]]
    return "\n".join(words).casefold().replace("ё", "е")


def fits(document: dict[str, Any], asked: dict[str, str]) -> bool:
    event = document["event"]
    return (
        WORDS[asked["q"]](searched(document))
        and asked["party"] in {"", *(party["slug"] for party in document["parties"])}
        and asked["kind"] in ("", event["kind"])
        and (not asked["from"] or event["date"] >= asked["from"])
        and (not asked["to"] or event["date"] <= asked["to"])
        and any(
            asked["topic"] in ("", claim["topic"]) and asked["family"] in ("", FAMILY_OF[claim["outcome"]])
            for claim in document["claims"]
        )
    )


def choices_in(html: str, name: str) -> dict[str, int]:
    options = page(html).one(f"select[name='{name}']").all("option:not([value=''])")
    return {option["value"]: int(re.findall(r"\((\d+) of \d+\)", option.text)[-1]) for option in options}


@pytest.mark.slow
@pytest.mark.usefixtures("published")
def test_each_choice_has_the_count_of_what_it_would_leave(client: Client) -> None:
    documents = [client.get(f"/comparisons/{path.stem}.json").json() for path in DOCUMENTS]
    claims = [claim for document in documents for claim in document["claims"]]
    values = {
        "q": list(WORDS),
        "party": sorted({party["slug"] for document in documents for party in document["parties"]}),
        "topic": sorted({claim["topic"] for claim in claims}),
        "kind": sorted({document["event"]["kind"] for document in documents}),
        "family": sorted(set(FAMILY_OF.values())),
        "from": ["2017-01-28", "2021-06-01"],
        "to": ["2022-01-27", "2025-03-01"],
    }
    random = Random(28_01_2017)
    seen = set()
    for _number in range(60):
        asked = {
            name: random.choice(some) if random.random() < (1 if name == "q" else 0.3) else ""
            for name, some in values.items()
        }
        html = read(client, f"/?{urlencode({name: value for name, value in asked.items() if value})}")
        expected = sorted(document["event"]["slug"] for document in documents if fits(document, asked))
        assert sorted(listed(html)) == expected, asked
        for name in ("party", "topic", "kind", "family"):
            left = {
                value: sum(fits(document, {**asked, name: value}) for document in documents) for value in values[name]
            }
            shown = {value: count for value, count in left.items() if count or value == asked[name]}
            assert choices_in(html, name) == shown, (name, asked)
        seen.add(len(expected))
    assert {0, 1} <= seen
