"""A contradiction is read a second time before it is published: signed, dated, and asked for again after a change."""

import json
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from comparisons.documents import dump, load
from comparisons.documents.second_reading import unconfirmed
from comparisons.editorial.revisions import revise
from comparisons.models import Claim, Edition, Event, SecondReading
from comparisons.publishing.publish import publish
from tests.admin.desk.panel import save
from tests.admin.forms import assert_shown
from tests.dom import text_of
from tests.examples import EXAMPLE, SLUG

pytestmark = pytest.mark.django_db
UNREAD = "not read a second time"


def page_of(event: Event) -> str:
    return reverse("admin:comparisons_event_second_reading", args=[event.pk])


def publishing(event: Event) -> str:
    return reverse("admin:comparisons_event_publish", args=[event.pk])


def pressed(client: Client, event: Event) -> dict[str, str]:
    """What the button of the first contradiction that waits sends."""
    (one, *_others) = client.get(page_of(event)).context["readings"].waiting
    return {"confirmed": f"{one.claim.pk}:{one.digest}"}


def confirm(client: Client, event: Event) -> Any:
    return client.post(page_of(event), pressed(client, event), follow=True)


def waits(event: Event) -> bool:
    return unconfirmed(dump(Event.objects.get(pk=event.pk))["claims"]) == ("trade-discussed",)


def test_both_sides_words_notes_and_basis_are_shown_in_full(editor: Client, event: Event) -> None:
    page = text_of(editor.get(page_of(event)).content.decode())
    assert "1 contradiction has not been read a second time." in page
    assert "The Kremlin said so; the White House, according to “Newspaper report of the call”, denied it." in page
    trade = event.claims.get(slug="trade-discussed")
    for stance in trade.stances.exclude(position="silent"):
        for words in (*(quote.exact for quote in stance.quotes.all()), *filter(None, [stance.note])):
            assert " ".join(words.split()) in page
    assert "As “Newspaper report of the call” has it:" in page


def test_one_press_confirms_it_with_name_and_date(editor: Client, event: Event) -> None:
    assert waits(event)
    assert_shown(confirm(editor, event), "Read again, it stands: “Was trade discussed?”.")
    reading = SecondReading.objects.get()
    assert (reading.claim.slug, reading.confirmed_by) == ("trade-discussed", "Ann Editor")
    assert not waits(event)
    (entry,) = (one for one in dump(event)["claims"] if one["slug"] == "trade-discussed")
    assert (entry["confirmed_by"], entry["confirmed_at"]) == ("Ann Editor", reading.confirmed_at)
    assert_shown(editor.get(page_of(event)), "No contradiction waits for a second reading.")


def change_a_stance(client: Client, trade: Claim) -> None:
    assert save(client, trade, "kremlin-statement", note="It opens with it.").status_code == 302


def change_a_quote(client: Client, trade: Claim) -> None:
    assert save(client, trade, "kremlin-statement", quote_1="Trade").status_code in (302, 422)
    quote = trade.stances.get(account__key="kremlin-statement").quotes.all()[0]
    quote.end, quote.exact = quote.end - 1, quote.exact[:-1]
    quote.save()


def change_a_text(_client: Client, trade: Claim) -> None:
    kremlin = trade.event.accounts.get(key="kremlin-statement")
    revise(kremlin, f"{kremlin.latest.text}\n\nA line more.", captured_at="2017-02-01", note="")


def change_a_silent_text(_client: Client, trade: Claim) -> None:
    """That of an account which says nothing on the claim: it may say something now."""
    official = trade.event.accounts.get(key="white-house-official")
    revise(official, f"{official.latest.text}\n\nTrade came up.", captured_at="2017-02-01", note="")


def change_the_wording(_client: Client, trade: Claim) -> None:
    trade.wording = "Trade came up."
    trade.save()


def change_the_account(_client: Client, trade: Claim) -> None:
    trade.event.accounts.filter(key="kremlin-statement").update(attribution="anonymous")


CHANGES = [change_a_stance, change_a_quote, change_a_text, change_a_silent_text, change_the_wording, change_the_account]


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_of_what_was_read_asks_again(editor: Client, event: Event, trade: Claim, change: Any) -> None:
    confirm(editor, event)
    assert not waits(event)
    change(editor, trade)
    assert waits(event)
    confirm(editor, event)
    assert not waits(event)


def test_a_change_of_another_claim_asks_nothing(editor: Client, event: Event, duration: Claim) -> None:
    confirm(editor, event)
    duration.wording = "The call lasted this long."
    duration.save()
    duration.stances.all().delete()
    assert not waits(event)


@pytest.mark.parametrize("change", CHANGES)
def test_what_another_editor_has_changed_since_is_not_confirmed(
    editor: Client, bob: Client, event: Event, trade: Claim, change: Any
) -> None:
    """Two browsers at once: the first has the page open, the second changes what it shows."""
    open_page = pressed(editor, event)
    change(bob, trade)
    response = editor.post(page_of(event), open_page)
    assert response.status_code == 409
    assert_shown(response, "has been changed since you opened this page: read it as it is now.")
    assert not SecondReading.objects.exists()


def test_what_is_no_contradiction_any_more_and_what_is_gone_is_not_confirmed(
    editor: Client, event: Event, trade: Claim
) -> None:
    open_page = pressed(editor, event)
    trade.stances.filter(position="denies").delete()
    assert_shown(editor.post(page_of(event), open_page), "is no contradiction any more.")
    trade.delete()
    assert_shown(editor.post(page_of(event), open_page), "This claim has been deleted.")
    for claim in ("", "x", "0", "9" * 30):
        assert editor.post(page_of(event), {"confirmed": claim}).status_code == 409


def test_of_two_who_confirm_at_once_the_last_has_signed(editor: Client, bob: Client, event: Event) -> None:
    both = pressed(editor, event)
    assert editor.post(page_of(event), both).status_code == 302
    assert bob.post(page_of(event), both).status_code == 302
    assert SecondReading.objects.get().confirmed_by == "Ann Bob"


def test_who_entered_it_does_not_confirm_it_where_there_is_to_be_a_second_person(
    editor: Client, bob: Client, event: Event, trade: Claim, settings: Any
) -> None:
    settings.SECOND_PERSON = True
    change_a_stance(editor, trade)
    response = editor.post(page_of(event), pressed(editor, event))
    assert_shown(response, "A second person confirms this: you entered what “Was trade discussed?” rests on.")
    assert waits(event)
    confirm(bob, event)
    assert not waits(event)


def test_only_who_may_change_claims_confirms(event: Event, editor: Client, client: Client) -> None:
    sent = pressed(editor, event)
    assert client.post(page_of(event), sent)["Location"].startswith("/admin/login/")
    viewer = User.objects.create_user("viewer", is_staff=True)
    client.force_login(viewer)
    assert client.get(page_of(event)).status_code == 403
    assert client.post(page_of(event), sent).status_code == 403
    assert waits(event)


# Publishing.


def test_publishing_takes_a_tick_and_the_edition_says_so(publisher: Client, client: Client, event: Event) -> None:
    page = publisher.get(publishing(event))
    assert_shown(page, "Publish although 1 contradiction has not been read a second time")
    response = publisher.post(publishing(event), {"note": "A <first> edition", "unconfirmed": "trade-discussed"})
    assert_shown(response, "1 contradiction has not been read a second time: confirm it, or tick")
    assert_shown(response, "A <first> edition")
    assert not Edition.objects.exists()
    ticked = {"note": "", "unconfirmed": "trade-discussed", "unconfirmed_allowed": "on"}
    assert publisher.post(publishing(event), ticked).status_code == 302
    for address in (f"/comparisons/{SLUG}/", f"/comparisons/{SLUG}/claims/trade-discussed/", "/topics/trade/"):
        assert UNREAD in text_of(client.get(address).content.decode()), address


def test_a_contradiction_that_has_come_since_the_tick_is_to_be_seen_first(publisher: Client, event: Event) -> None:
    publisher.post(publishing(event), {"note": "", "unconfirmed_allowed": "on"})
    assert not Edition.objects.exists()


def test_what_is_confirmed_takes_no_tick_and_is_signed_on_the_page(
    publisher: Client, editor: Client, client: Client, event: Event
) -> None:
    confirm(editor, event)
    assert "unconfirmed_allowed" not in publisher.get(publishing(event)).content.decode()
    assert publisher.post(publishing(event), {"note": ""}).status_code == 302
    page = text_of(client.get(f"/comparisons/{SLUG}/claims/trade-discussed/").content.decode())
    assert UNREAD not in page
    assert "Read a second time by Ann Editor" in page


def test_a_second_reading_goes_with_the_document(editor: Client, event: Event) -> None:
    confirm(editor, event)
    whole = dump(event)
    event.delete()
    assert dump(load(json.loads(json.dumps(whole))).event) == whole


@pytest.mark.parametrize("key", ["confirmed_by", "confirmed_at"])
def test_an_edition_from_before_says_nothing_of_second_readings(event: Event, client: Client, key: str) -> None:
    """A document without these keys loads, and what is published of it has them."""
    document = json.loads(EXAMPLE.read_text())
    assert all(key not in claim for claim in document["claims"])
    edition = publish(load(document).event, by="Ann")
    assert all(key in claim for claim in edition.document["claims"])


def test_the_page_costs_the_same_few_queries(editor: Client, event: Event, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(16):
        editor.get(page_of(event))


# Files.


def reloaded(event: Event, change: Any = None) -> Any:
    """The desk's state written to a file, changed there, and loaded again."""
    document = json.loads(json.dumps(dump(event)))
    (trade,) = (claim for claim in document["claims"] if claim["slug"] == "trade-discussed")
    if change:
        change(trade)
    return load(document)


def test_what_a_file_leaves_as_it_is_stays_confirmed_by_who_confirmed_it(editor: Client, event: Event) -> None:
    confirm(editor, event)
    assert not reloaded(event).notices
    assert not waits(event)
    reloaded(event, lambda trade: trade.update(confirmed_by="Somebody else"))
    assert SecondReading.objects.get().confirmed_by == "Ann Editor"


def change_a_note(trade: Any) -> None:
    trade["stances"][0]["note"] = "Another note."


def test_what_a_file_changes_is_to_be_read_again(editor: Client, event: Event) -> None:
    confirm(editor, event)
    (notice,) = reloaded(event, change_a_note).notices
    assert "the second reading of “trade-discussed” was not taken over" in notice
    assert waits(event)


def test_a_file_confirms_nothing_that_the_desk_has_not(event: Event) -> None:
    reloaded(event, lambda trade: trade.update(confirmed_by="Ben", confirmed_at="2020-01-01"))
    assert waits(event)


def test_a_file_is_no_second_person(document: dict[str, Any], settings: Any) -> None:
    settings.SECOND_PERSON = True
    document["claims"][0] |= {"confirmed_by": "Ben", "confirmed_at": "2020-01-01"}
    assert waits(load(document).event)


def test_only_a_contradiction_is_confirmed(client: Client, document: dict[str, Any]) -> None:
    for claim in document["claims"]:
        claim |= {"confirmed_by": "Ben", "confirmed_at": "2020-01-01"}
    event = load(document).event
    edition = publish(event, by="Ann")
    assert [claim["slug"] for claim in edition.document["claims"] if claim["confirmed_by"]] == ["trade-discussed"]
    page = client.get(f"/comparisons/{SLUG}/claims/sanctions-discussed/").content.decode()
    assert "Read a second time" not in page
