"""The desk's page, its panel and its undo, by plain forms and by htmx."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.documents import load
from comparisons.models import Account, Claim, Event, Stance
from tests.admin.desk.panel import HTMX, address, form, stance_of, stored
from tests.dom import page

pytestmark = pytest.mark.django_db


def test_the_desk_shows_the_texts_with_their_marks_and_the_grid(editor: Client, event: Event) -> None:
    html = editor.get(address(event)).content.decode()
    for account in event.accounts.all():
        assert page(html).one(f"#text-{account.pk}").letters == account.latest.text
    assert page(html).has("mark[data-claims='3 4']")
    claim = event.claims.get(slug="trade-discussed")
    for account in event.accounts.all():
        assert page(html).has(f"#cell-{claim.pk}-{account.pk}")
    assert 'data-outcome="contradiction"' in html


def test_a_new_claim_is_made_with_its_first_stance_in_one_request(editor: Client, event: Event) -> None:
    data = form(
        event, "kremlin-statement", "They spoke as equals.", topic="Tone", position="affirms", exact="as equals"
    )
    response = editor.post(address(event, "desk_panel"), data, headers=HTMX)
    assert response.status_code == 200
    claim = Claim.objects.get(wording="They spoke as equals.")
    assert stance_of(event, claim.slug, "kremlin-statement")
    html = response.content.decode()
    assert 'id="grid"' in html
    assert f'id="row-{claim.pk}"' in html
    assert 'data-hx-swap-oob="true"' in html
    assert 'data-claims="7 18"' in html


def test_words_added_to_a_claim_that_is_read_already_join_its_quotes(editor: Client, event: Event) -> None:
    data = form(event, "kremlin-statement", "was trade discussed?", position="affirms", exact="mutual benefit")
    assert editor.post(address(event, "desk_panel"), data, headers=HTMX).status_code == 200
    found = stance_of(event, "trade-discussed", "kremlin-statement")
    assert found
    assert [quote.exact[:9] for quote in found.quotes.all()] == ["restoring", "mutual be"]


def test_another_position_than_the_one_stored_is_asked_about_first(editor: Client, event: Event) -> None:
    data = form(event, "kremlin-statement", "Was trade discussed?", position="denies", exact="mutual benefit")
    response = editor.post(address(event, "desk_panel"), data, headers=HTMX)
    assert response.status_code == 409
    html = response.content.decode()
    assert "Held now" in html
    assert "restoring mutually" in html
    assert "mutual benefit</textarea>" in html
    before = stored(event, "trade-discussed", "kremlin-statement")
    assert before["version"] in html
    assert editor.post(address(event, "desk_panel"), data | before, headers=HTMX).status_code == 200
    found = stance_of(event, "trade-discussed", "kremlin-statement")
    assert found
    assert (found.position, found.quotes.count()) == ("denies", 1)


def test_a_save_on_an_older_version_is_answered_with_both(editor: Client, event: Event) -> None:
    opened = stored(event, "trade-discussed", "kremlin-statement")
    data = form(event, "kremlin-statement", "Was trade discussed?", position="silent") | opened
    Stance.objects.get(version=opened["version"]).save()
    for headers in ({}, HTMX):
        response = editor.post(address(event, "desk_panel"), data | {"note": "typed words"}, headers=headers)
        assert response.status_code == 409
        assert "This was changed since you opened the page" in response.content.decode()
        assert "typed words" in response.content.decode()
    assert stance_of(event, "trade-discussed", "kremlin-statement").position == "affirms"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        (
            {"claim": "Was trade discussed?", "position": "affirms", "exact": "as Equals"},
            "These words are not in the text",
        ),
        ({"claim": "Was trade discussed?", "position": "affirms", "exact": "and"}, "times, and nothing tells"),
        ({"claim": "Was trade discussed?", "position": "affirms_in_part", "exact": "as equals"}, "needs a note"),
        ({"claim": "A new one", "position": "affirms", "exact": "as equals"}, "A new claim needs a topic"),
        ({"claim": "", "topic": "T", "position": "affirms", "exact": "as equals"}, "Say what is compared"),
        ({"claim": "", "position": ""}, "Name a claim"),
        ({"claim": "Was trade discussed?", "position": "agrees"}, "valid choice"),
        ({"claim": "Was trade discussed?", "position": "affirms", "exact": "a\x07b"}, "control character"),
        (
            {
                "claim": "How long did the call last?",
                "position": "affirms",
                "exact": "as equals",
                "low": "9",
                "high": "1",
            },
            "low is greater",
        ),
    ],
)
def test_what_breaks_a_rule_is_refused_with_its_message_and_what_was_typed(
    editor: Client, event: Event, fields: dict[str, str], says: str
) -> None:
    Stance.objects.filter(account__key="kremlin-statement").delete()
    before = list(Stance.objects.order_by("pk").values()), list(Claim.objects.order_by("pk").values())
    for headers in ({}, HTMX):
        data = form(event, "kremlin-statement", **fields)
        response = editor.post(address(event, "desk_panel"), data, headers=headers)
        assert response.status_code == 422
        html = response.content.decode()
        assert says in html
        assert fields["claim"] in html
    assert (list(Stance.objects.order_by("pk").values()), list(Claim.objects.order_by("pk").values())) == before


def test_the_panel_offers_the_words_selected_and_says_what_is_stored(editor: Client, event: Event) -> None:
    account = event.accounts.get(key="kremlin-statement")
    start = account.latest.text.index("as equals")
    query: dict[str, Any] = {
        "account": account.pk,
        "claim": "was trade discussed?",
        "exact": "as equals",
        "start": start,
    }
    html = editor.get(address(event, "desk_panel"), query, headers=HTMX).content.decode()
    assert "<html" not in html
    assert "Held already: affirms (quotes: 1)" in html
    assert ">as equals</textarea>" in html.replace("\n", "")
    assert f'value="{start}"' in html


def test_the_panel_of_a_cell_offers_what_is_stored(editor: Client, event: Event) -> None:
    account, claim = event.accounts.get(key="kremlin-statement"), event.claims.get(slug="trade-discussed")
    query: dict[str, Any] = {"account": account.pk, "claim": f"#{claim.pk}"}
    html = editor.get(address(event, "desk_panel"), query, headers=HTMX).content.decode()
    assert "restoring mutually beneficial trade" in html
    assert stored(event, "trade-discussed", "kremlin-statement")["version"] in html


@pytest.mark.parametrize("start", ["3", "-1", "x", "9" * 30, ""])
def test_words_that_are_not_where_they_are_said_to_are_refused(editor: Client, event: Event, start: str) -> None:
    account = event.accounts.get(key="kremlin-statement")
    query: dict[str, Any] = {"account": account.pk, "exact": "as equals", "start": start}
    response = editor.get(address(event, "desk_panel"), query, headers=HTMX)
    assert response.status_code == 400
    assert "do not stand there" in response.content.decode()


def test_a_report_is_read_for_the_account_that_it_speaks_of(editor: Client, event: Event) -> None:
    Stance.objects.filter(claim__slug="iran-discussed").delete()
    exact = "Iran's nuclear program"
    data = form(event, "kremlin-statement", "Was Iran's nuclear programme discussed?", position="affirms", exact=exact)
    response = editor.post(address(event, "desk_panel"), data | {"quotes-0-account": "newspaper-report"}, headers=HTMX)
    assert response.status_code == 200
    found = stance_of(event, "iran-discussed", "kremlin-statement")
    assert found
    assert found.basis == "reported"


def test_a_change_is_undone_once_and_only_while_nobody_changed_the_cell(editor: Client, event: Event) -> None:
    opened = stored(event, "trade-discussed", "kremlin-statement")
    data = form(event, "kremlin-statement", "Was trade discussed?", position="silent") | opened
    response = editor.post(address(event, "desk_panel"), data)
    assert response.status_code == 302
    assert stance_of(event, "trade-discussed", "kremlin-statement").position == "silent"  # type: ignore[union-attr]
    assert "Undo: “Was trade discussed?”, Kremlin statement on the call" in editor.get(address(event)).content.decode()
    editor.post(address(event, "desk_undo"))
    found = stance_of(event, "trade-discussed", "kremlin-statement")
    assert found
    assert (found.position, found.quotes.get().exact[:9]) == ("affirms", "restoring")
    found.save()
    response = editor.post(address(event, "desk_undo"), follow=True)
    assert "cannot be undone" in response.content.decode()
    assert stance_of(event, "trade-discussed", "kremlin-statement").position == "affirms"  # type: ignore[union-attr]


def test_only_editors_come_to_the_desk(client: Client, event: Event) -> None:
    assert client.get(address(event)).status_code == 302
    client.force_login(User.objects.create_user("bob", is_staff=True))
    for way in ("desk", "desk_panel"):
        assert client.get(address(event, way)).status_code == 403
    assert client.post(address(event, "desk_undo")).status_code == 403


def test_an_account_of_another_event_is_refused(editor: Client, event: Event, document: dict[str, Any]) -> None:
    other = load({**document, "event": {**document["event"], "slug": "other"}}).event
    account = Account.objects.filter(event=other)[0]
    assert editor.get(address(event, "desk_panel"), {"account": account.pk}).status_code == 400
    assert editor.get(address(event, "desk_panel"), {"account": "\x00"}).status_code == 400


def test_the_desk_costs_the_same_queries_for_more_claims(
    editor: Client, event: Event, document: dict[str, Any]
) -> None:
    editor.get(address(event))
    with CaptureQueriesContext(connection) as many:
        editor.get(address(event))
    load({**document, "claims": document["claims"][:2]})
    with CaptureQueriesContext(connection) as few:
        editor.get(address(event))
    assert len(many) == len(few)
