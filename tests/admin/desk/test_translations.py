"""A text and its translation at the desk: beside each other by paragraph, and both carry the words."""

import re
from typing import Any

import pytest
from django.test import Client

from comparisons.documents import dump, load
from comparisons.models import Account, Event, Stance
from tests.admin.desk.panel import HTMX, address, form, stance_of, stored
from tests.dom import page
from tests.factories import ENGLISH, RUSSIAN

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(db: None, document: dict[str, Any]) -> Event:
    """The call with one statement in two languages, the translation first, and nothing read yet."""
    of = next(account for account in document["accounts"] if account["id"] == "kremlin-statement")
    original = {**of, "id": "russian", "language": "ru", "title": "Заявление", "revisions": [{"text": RUSSIAN}]}
    translation = {**of, "id": "english", "translation_of": "russian", "title": "Statement"}
    translation["revisions"] = [{"text": ENGLISH}]
    other = next(account for account in document["accounts"] if account["id"] == "white-house-statement")
    return load({**document, "accounts": [translation, other, original], "claims": []}).event


def both(event: Event, claim: str = "Trade was discussed.", **fields: Any) -> dict[str, Any]:
    """What the panel sends for the English text, with words of the Russian one beside them."""
    beside = {
        "quotes-TOTAL_FORMS": 2,
        "quotes-1-exact": "Обсуждалась торговля",
        "quotes-1-account": "russian",
    }
    topic = {"topic": "Trade", "position": "affirms", "exact": "Trade was discussed"}
    return {**form(event, "english", claim, **{**topic, **fields}), **beside, **fields}


def quotes(event: Event, account: str) -> list[str]:
    found = stance_of(event, "trade-was-discussed", account)
    return [quote.exact for quote in found.quotes.all()] if found else []


def test_a_translation_stands_beside_its_original_paragraph_by_paragraph(editor: Client, event: Event) -> None:
    html = editor.get(address(event)).content.decode()
    texts = page(html).all("div.text[data-key]")
    shown = {text["data-key"]: [block.letters for block in text.all(".block")] for text in texts}
    assert list(shown) == ["russian", "english", "white-house-statement"]
    for key, text in (("russian", RUSSIAN), ("english", ENGLISH)):
        assert shown[key] == re.split(r"(?<=\n\n)", text)
    assert len(shown["white-house-statement"]) == 1
    assert len(page(html).all(".pair[data-texts='2']")) == 1


def test_both_texts_carry_the_words_saved_in_one_request(editor: Client, event: Event) -> None:
    response = editor.post(address(event, "desk_panel"), both(event), headers=HTMX)
    assert response.status_code == 200
    for key, words in (("english", "Trade was discussed"), ("russian", "Обсуждалась торговля")):
        found = stance_of(event, "trade-was-discussed", key)
        assert found
        assert (found.position, found.basis) == ("affirms", "own_text")
        assert quotes(event, key) == [words]
    html = response.content.decode()
    assert "Statement, Заявление" in html
    assert "Обсуждалась торговля</mark>" in html
    (claim,) = dump(event)["claims"]
    assert claim["caveats"] == [], "the original says so too, so nothing rests on the translation"


def test_the_translation_alone_is_what_the_outcome_rests_on(editor: Client, event: Event) -> None:
    editor.post(address(event, "desk_panel"), both(event, **{"quotes-1-exact": ""}))
    assert not stance_of(event, "trade-was-discussed", "russian")
    assert dump(event)["claims"][0]["caveats"] == ["rests_on_translation"]


def test_one_undo_takes_both_back(editor: Client, event: Event) -> None:
    editor.post(address(event, "desk_panel"), both(event))
    editor.post(address(event, "desk_undo"))
    assert not Stance.objects.exists()
    editor.post(address(event, "desk_undo"))
    assert quotes(event, "english") == ["Trade was discussed"]
    assert quotes(event, "russian") == ["Обсуждалась торговля"]


def test_undo_takes_back_neither_where_somebody_has_changed_one(editor: Client, event: Event) -> None:
    editor.post(address(event, "desk_panel"), both(event))
    found = stance_of(event, "trade-was-discussed", "russian")
    assert found
    found.note = "Read again."
    found.save()
    response = editor.post(address(event, "desk_undo"), follow=True)
    assert "cannot be undone" in response.content.decode()
    assert quotes(event, "english")


def test_words_that_are_not_in_the_other_text_are_refused_at_their_field_and_nothing_is_saved(
    editor: Client, event: Event
) -> None:
    wrong = both(event, **{"quotes-1-exact": "Обсуждались торговля"})
    response = editor.post(address(event, "desk_panel"), wrong, headers=HTMX)
    assert response.status_code == 422
    html = response.content.decode()
    assert "Обсуждались торговля" in html
    (row,) = page(html).all(".form-row.errors")
    assert row.has("#id_quotes-1-exact")
    assert "These words are not in the text." in row.text
    assert not event.claims.exists()
    assert not Stance.objects.exists()


def test_words_are_added_to_what_the_other_text_says_already(editor: Client, event: Event) -> None:
    editor.post(address(event, "desk_panel"), both(event))
    more = both(
        event,
        exact="Both sides are ready",
        **{"quotes-0-exact": "Both sides are ready", "quotes-1-exact": "Обе стороны"},
    )
    assert editor.post(address(event, "desk_panel"), more, headers=HTMX).status_code == 200
    assert quotes(event, "english") == ["Trade was discussed", "Both sides are ready"]
    assert quotes(event, "russian") == ["Обсуждалась торговля", "Обе стороны"]


def test_a_text_that_is_read_differently_already_is_not_read_over(editor: Client, event: Event) -> None:
    editor.post(address(event, "desk_panel"), both(event))
    denial = form(
        event, "russian", "Trade was discussed.", position="denies", exact="Обсуждалась торговля",
        **stored(event, "trade-was-discussed", "russian"),
    )  # fmt: skip
    assert editor.post(address(event, "desk_panel"), denial, headers=HTMX).status_code == 200
    response = editor.post(
        address(event, "desk_panel"), both(event, **{"quotes-0-exact": "Both sides are ready"}), headers=HTMX
    )
    assert response.status_code == 422
    assert "“Заявление” is read otherwise on this claim" in response.content.decode()
    assert quotes(event, "english") == ["Trade was discussed"]


def test_the_panel_says_what_stands_beside_it_and_has_room_for_it(editor: Client, event: Event) -> None:
    account = Account.objects.get(key="english")
    html = editor.get(address(event, "desk_panel"), {"account": account.pk}, headers=HTMX).content.decode()
    assert "The same text in another language: Заявление." in html
    other = Account.objects.get(key="white-house-statement")
    html = editor.get(address(event, "desk_panel"), {"account": other.pk}, headers=HTMX).content.decode()
    assert "in another language" not in html


@pytest.mark.parametrize(
    ("held_there", "given", "field"),
    [({"note": "The verb is reflexive."}, {"note": "Weaker."}, "note"), ({"low": 5, "high": 10}, {"low": "0"}, "low")],
)
def test_what_the_other_text_holds_is_not_written_over(
    editor: Client, event: Event, held_there: dict[str, Any], given: dict[str, str], field: str
) -> None:
    quantity = {"unit": "minutes", "low": "5", "high": "10"} if field == "low" else {}
    editor.post(address(event, "desk_panel"), both(event, **quantity))
    found = stance_of(event, "trade-was-discussed", "russian")
    assert found
    for key, value in held_there.items():
        setattr(found, key, value)
    found.save()
    changed = {**quantity, **given, **stored(event, "trade-was-discussed", "english")}
    changed["quotes-1-exact"] = "Состоялся телефонный разговор"
    response = editor.post(address(event, "desk_panel"), both(event, **changed), headers=HTMX)
    assert response.status_code == 422
    assert "“Заявление” holds something else here on this claim" in response.content.decode()
    found.refresh_from_db()
    assert {key: getattr(found, key) for key in held_there} == held_there
    assert quotes(event, "russian") == ["Обсуждалась торговля"]


def test_words_that_a_stance_reports_from_the_other_text_stay_with_it(
    editor: Client, event: Event, document: dict[str, Any]
) -> None:
    reported = {"exact": "Обсуждалась торговля", "account": "russian"}
    told = {"account": "english", "position": "affirms", "basis": "reported", "quotes": [reported]}
    claim = {"slug": "trade-was-discussed", "topic": "trade", "wording": "Trade was discussed.", "stances": [told]}
    event = load({**dump(event), "topics": [{"slug": "trade", "name": "Trade"}], "claims": [claim]}).event
    here = stored(event, "trade-was-discussed", "english")
    saved = {"quotes-0-cell": here["cell"], "note": "As the original has it.", **here}
    data = form(event, "english", "Trade was discussed.", position="affirms", exact=reported["exact"], source="russian")
    assert editor.post(address(event, "desk_panel"), {**data, **saved}, headers=HTMX).status_code == 200
    found = stance_of(event, "trade-was-discussed", "english")
    assert found
    assert (found.basis, found.note) == ("reported", "As the original has it.")
    assert quotes(event, "english") == ["Обсуждалась торговля"]
    assert not stance_of(event, "trade-was-discussed", "russian")
