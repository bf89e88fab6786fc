"""The texts of an account that an edition holds, and what changed from each to the next."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.html import escape

from comparisons.editorial.revisions import revise
from comparisons.models import Account, Edition, Event
from comparisons.publishing.publish import publish, withdraw
from comparisons.texts.digest import text_digest
from tests.dom import page, read, text_of
from tests.examples import PAGE, SLUG

pytestmark = pytest.mark.django_db

TEXTS = f"{PAGE}texts/kremlin-statement/"


@pytest.fixture
def kremlin(event: Event) -> Account:
    return event.accounts.get(key="kremlin-statement")


@pytest.fixture
def changed(event: Event, kremlin: Account) -> Edition:
    """An edition with a Kremlin text from which words have gone."""
    text = kremlin.latest.text.replace("as equals, and", "and")
    revise(kremlin, f"{text}\n\nPublished on kremlin.ru", captured_at="2017-02-01", note="Edited <quietly>")
    return publish(event, by="ann", unread_allowed=True)


def test_an_account_with_several_texts_leads_to_what_changed(client: Client, changed: Edition) -> None:
    html = read(client)
    assert f'href="{TEXTS}"' in html
    assert "2 texts held: see what changed: Kremlin statement on the call" in text_of(html)
    assert html.count("see what changed") == 1


def test_the_texts_are_listed_as_they_were_captured(client: Client, changed: Edition, kremlin: Account) -> None:
    html = read(client, TEXTS)
    text = text_of(html)
    assert "2 texts of this account are held" in text
    assert "Captured 1 February 2017" in text
    assert escape("Edited <quietly>") in html
    for revision in kremlin.revisions.all():
        assert text_digest(revision.text) in html
    assert f'href="{PAGE}#account-kremlin-statement"' in html


def test_the_words_removed_and_added_are_shown_to_the_eye_and_to_the_ear(client: Client, changed: Edition) -> None:
    text = text_of(read(client, TEXTS))
    assert "on a constructive basis, [removed: as equals, ]and to mutual benefit”" in text
    assert "in Syria”[added: Published on kremlin.ru]" in text
    assert "From text 1 to text 2" in text
    html = read(client, TEXTS)
    assert len(page(html).all("del")) == len(page(html).all("ins")) == 2  # with the key


def test_markup_in_a_text_is_shown_as_text(client: Client, event: Event, kremlin: Account) -> None:
    revise(kremlin, "<script>alert(1)</script>\n", captured_at="", note="")
    publish(event, by="ann", unread_allowed=True)
    html = read(client, TEXTS)
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_an_account_with_one_text_has_a_page_that_nothing_leads_to(client: Client, edition: Edition) -> None:
    assert "see what changed" not in text_of(read(client))
    text = text_of(read(client, TEXTS))
    assert "1 text of this account is held." in text
    assert "From text" not in text


def test_the_entry_says_that_its_text_has_changed_and_no_other_does(client: Client, changed: Edition) -> None:
    assert text_of(read(client)).count("The text has changed since this was read.") == 8


def test_nothing_is_said_of_texts_that_were_read_as_they_are(client: Client, edition: Edition) -> None:
    assert "The text has changed" not in read(client)


def test_a_text_that_is_not_published_is_not_shown(client: Client, edition: Edition) -> None:
    before = read(client, TEXTS)
    kremlin = edition.event.accounts.get(key="kremlin-statement")
    revise(kremlin, "A draft of another text.", captured_at="", note="")
    assert read(client, TEXTS) == before


@pytest.mark.parametrize("address", [f"{PAGE}texts/nobody/", "/comparisons/nothing/texts/kremlin-statement/"])
def test_what_is_not_there_is_not_found(client: Client, edition: Edition, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_texts_of_a_withdrawn_comparison_are_gone_with_it(client: Client, changed: Edition) -> None:
    withdraw(changed.event, reason="The text was of another call.", by="ann")
    response = client.get(TEXTS)
    assert response.status_code == 410
    assert "The text was of another call." in response.content.decode()


def test_the_page_costs_one_query_however_many_texts_there_are(
    client: Client, event: Event, changed: Edition, kremlin: Account
) -> None:
    for number in range(10):
        revise(kremlin, f"Text {number}", captured_at="", note="")
    publish(event, note="Ten more.", by="ann", unread_allowed=True)
    with CaptureQueriesContext(connection) as queries:
        assert "From text 11 to text 12" in text_of(read(client, TEXTS))
    assert len(queries) == 1


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_the_page_is_read_only_and_sets_no_cookie(client: Client, changed: Edition, method: str) -> None:
    assert getattr(client, method)(TEXTS).status_code == 405
    assert not client.get(TEXTS).cookies
    assert changed.slug == SLUG
