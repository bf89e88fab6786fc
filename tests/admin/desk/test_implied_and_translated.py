"""The panel takes that a stance is implied, and a translation of a quote; it proposes what a translated account has."""

from typing import Any

import pytest
from django.test import Client

from comparisons.documents import load
from comparisons.models import Claim, Event
from tests.admin.desk.panel import faults, opened, panel, save, sent_by, stance, stance_of
from tests.factories import ENGLISH, RUSSIAN

pytestmark = pytest.mark.django_db
KREMLIN = "kremlin-statement"


def test_a_stance_is_said_to_be_implied_with_a_note(editor: Client, event: Event, trade: Claim) -> None:
    response = save(editor, trade, KREMLIN, implied="on")
    assert "needs a note that says how it follows" in faults(response)["note"]
    assert sent_by(response)["implied"] is True, "what was typed is kept"
    assert save(editor, trade, KREMLIN, implied="on", note="It follows from the ties named.").status_code == 302
    found = stance(trade, KREMLIN)
    assert found
    assert found.implied
    again = opened(editor, trade, KREMLIN)
    assert again["implied"] is True
    assert editor.post(panel(event), {**again, "implied": ""}).status_code == 302
    found.refresh_from_db()
    assert not found.implied


def test_a_silence_is_not_implied(editor: Client, event: Event) -> None:
    claim = event.claims.get(slug="sanctions-discussed")
    response = save(editor, claim, KREMLIN, implied="on", note="x")
    assert "nothing follows from its words" in faults(response)["implied"]


def test_a_translation_is_kept_changed_and_taken_back(editor: Client, event: Event, trade: Claim) -> None:
    given = {"quotes-0-translation": "Восстановление торговли.", "quotes-0-translation_language": "ru"}
    assert editor.post(panel(event), {**opened(editor, trade, KREMLIN), **given}).status_code == 302
    found = stance(trade, KREMLIN)
    assert found
    (quote,) = found.quotes.all()
    words = "Восстановление торговли."
    assert quote.translation_entry == {"text": words, "language": "ru", "by": "desk"}, "where nobody is named"
    changed = {**opened(editor, trade, KREMLIN), "quotes-0-translation_by": "Anna Ivanova"}
    assert editor.post(panel(event), changed).status_code == 302
    quote.refresh_from_db()
    assert quote.translation_entry == {"text": words, "language": "ru", "by": "Anna Ivanova"}
    assert editor.post(panel(event), {**opened(editor, trade, KREMLIN), "quotes-0-translation": ""}).status_code == 302
    quote.refresh_from_db()
    assert quote.translation_entry is None


@pytest.mark.parametrize(
    ("language", "fault"), [("en", "in this language already"), ("xx", "no language that is known")]
)
def test_a_language_that_is_none_is_refused_at_its_field(
    editor: Client, event: Event, trade: Claim, language: str, fault: str
) -> None:
    given = {"quotes-0-translation": "Trade.", "quotes-0-translation_language": language}
    response = editor.post(panel(event), {**opened(editor, trade, KREMLIN), **given})
    assert fault in faults(response)["quotes-0-translation_language"]
    assert sent_by(response)["quotes-0-translation"] == "Trade."


@pytest.fixture
def bilingual(db: None, document: dict[str, Any]) -> Event:
    of = next(account for account in document["accounts"] if account["id"] == KREMLIN)
    original = {**of, "id": "russian", "language": "ru", "title": "Заявление", "revisions": [{"text": RUSSIAN}]}
    translation = {**of, "id": "english", "translation_of": "russian", "revisions": [{"text": ENGLISH}]}
    return load({**document, "accounts": [original, translation], "claims": []}).event


def test_the_paragraph_of_a_translated_account_is_proposed(editor: Client, bilingual: Event) -> None:
    words = "Обсуждалась торговля"
    query = {
        "account": str(bilingual.accounts.get(key="russian").pk),
        "exact": words,
        "start": str(RUSSIAN.index(words)),
    }
    page = editor.get(panel(bilingual), query)
    sent = sent_by(page)
    assert sent["quotes-0-translation"] == "Trade was discussed."
    assert (sent["quotes-0-translation_language"], sent["quotes-0-translation_by"]) == ("en", "english")
    assert (
        editor.post(
            panel(bilingual), {**sent, "claim": "Trade was discussed.", "topic": "Trade", "position": "affirms"}
        ).status_code
        == 302
    )
    found = stance_of(bilingual, "trade-was-discussed", "russian")
    assert found
    assert found.quotes.get().translation_entry == {"text": "Trade was discussed.", "language": "en", "by": "english"}


def test_words_that_readers_have_are_proposed_no_translation(editor: Client, bilingual: Event) -> None:
    query = {
        "account": str(bilingual.accounts.get(key="english").pk),
        "exact": "Trade",
        "start": str(ENGLISH.index("Trade")),
    }
    assert sent_by(editor.get(panel(bilingual), query))["quotes-0-translation"] == ""
