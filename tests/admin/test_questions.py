"""The page before publishing asks, takes an answer, and asks again once what it is about has changed."""

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comparisons.documents import dump
from comparisons.models import Answer, Claim, Event, Stance, Topic
from comparisons.publishing.answers import CHANGED, asked_of
from comparisons.publishing.questions import Kind, Place, Question
from tests.admin.forms import assert_shown, claim_page
from tests.dom import page
from tests.factories import an_account, an_event, member, with_permissions

pytestmark = pytest.mark.django_db

NEWSPAPER = Place(account="newspaper-report")
IN_PART = Place("is-coordination-agreed", "white-house-statement")


def address(event: Event, page: str = "publish") -> str:
    return reverse(f"admin:comparisons_event_{page}", args=[event.pk])


def question(event: Event, place: Place = NEWSPAPER) -> Question:
    return next(one for one in asked_of(dump(event)) if one.place == place)


def answer(client: Client, event: Event, digest: str, words: str = "It is not on the web.", *, then: str = "") -> Any:
    return client.post(address(event, then or "answer"), {"digest": digest, f"words-{digest[:64]}": words}, follow=True)


def test_each_kind_is_named_and_counted_with_the_way_to_its_cell(publisher: Client, event: Event) -> None:
    event.claims.filter(slug="trade-discussed").update(question="")
    response = publisher.get(address(event))
    for words in (
        "In part, by implication or denied by report, without a note: 0 of 2",
        "In part, with no word in common with the claim or the other side: 1 of 1",
        "Claims without a question: 1 of 17",
        "Accounts without a link: 4 of 4",
        "Quotes in another language without a translation: 0 of 0",
        "mutual cooperation in defeating ISIS",
    ):
        assert_shown(response, words)
    claim = event.claims.get(slug=IN_PART.claim)
    account = event.accounts.get(key=IN_PART.account)
    cell = f"{address(event, 'desk_panel')}?account={account.pk}&amp;claim=%23{claim.pk}&amp;next="
    html = response.content.decode()
    assert f'href="{cell}' in html
    assert f'href="{claim_page(event.claims.get(slug="trade-discussed"))}"' in html
    newspaper = reverse("admin:comparisons_account_change", args=[event.accounts.get(key="newspaper-report").pk])
    assert f'href="{newspaper}"' in html


def test_an_answer_is_kept_with_who_gave_it_and_nothing_else_changes(publisher: Client, event: Event) -> None:
    before = dump(event)
    digest = question(event).digest
    response = answer(publisher, event, digest)
    assert response.redirect_chain == [(f"{address(event)}#question-{digest[:16]}", 302)]
    assert f'id="question-{digest[:16]}"' in response.content.decode()
    for words in ("answered: 1", "Answered: ", "As it should be: “It is not on the web.”", "Ann Publisher"):
        assert_shown(response, words)
    assert dump(event) == before
    kept = event.answers.get()
    assert (kept.kind, kept.place) == ("account-without-link", "newspaper-report")


def test_an_answer_is_taken_back(publisher: Client, event: Event) -> None:
    digest = question(event).digest
    answer(publisher, event, digest)
    response = answer(publisher, event, digest, then="take_back")
    assert "answered:" not in response.content.decode()
    assert not Answer.objects.exists()
    assert_shown(answer(publisher, event, digest, then="take_back"), "This answer is not there any more")


def test_what_has_changed_is_asked_again(publisher: Client, event: Event) -> None:
    answer(publisher, event, question(event, IN_PART).digest, "Cooperation is a part of it.")
    assert_shown(publisher.get(address(event)), "Cooperation is a part of it.")
    event.claims.filter(slug=IN_PART.claim).update(question="Was coordination agreed upon?")
    assert "Cooperation is a part of it." not in publisher.get(address(event)).content.decode()


def test_an_answer_to_what_has_changed_meanwhile_is_refused(publisher: Client, event: Event) -> None:
    digest = question(event, IN_PART).digest
    event.claims.filter(slug=IN_PART.claim).update(question="Was coordination agreed upon?")
    response = answer(publisher, event, digest)
    assert_shown(response, str(CHANGED))
    assert response.redirect_chain == [(address(event), 302)]
    assert question(event, IN_PART).digest in response.content.decode()
    assert not Answer.objects.exists()


def test_the_first_answer_stands(publisher: Client, event: Event) -> None:
    digest = question(event).digest
    answer(member("other", "Publishers"), event, digest, "Seen on paper.")
    response = answer(publisher, event, digest, "No idea.")
    assert_shown(response, "Ann Other has answered this meanwhile: “Seen on paper.”")
    assert event.answers.get().words == "Seen on paper."


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        ("  ", "Say in a word why it is as it should be."),
        ("a" * 501, "Ensure this value has at most 500 characters (it has 501)."),
        ("a\x07", "control character U+0007"),
    ],
)
def test_an_answer_is_a_word_or_a_few(publisher: Client, event: Event, words: str, refusal: str) -> None:
    assert_shown(answer(publisher, event, question(event).digest, words), refusal)
    assert not Answer.objects.exists()


@pytest.mark.parametrize("digest", ["", "0" * 64, "no digest at all, and longer than any digest could ever be, by far"])
def test_a_digest_that_nothing_has_is_refused(publisher: Client, event: Event, digest: str) -> None:
    assert_shown(answer(publisher, event, digest), str(CHANGED))


def test_whoever_may_change_the_event_may_answer(editor: Client, event: Event) -> None:
    digest = question(event).digest
    response = answer(editor, event, digest)
    assert response.redirect_chain[0][0].startswith(address(event, "change"))
    assert event.answers.get().answered_by == "Ann Editor"


def test_nobody_else_may(event: Event) -> None:
    digest = question(event).digest
    client = with_permissions("publish_comparison")
    html = client.get(address(event)).content.decode()
    assert "Accounts without a link: 4 of 4" in html
    assert digest not in html
    claim, account = event.claims.get(slug=IN_PART.claim), event.accounts.get(key=IN_PART.account)
    assert f'href="{claim_page(claim)}#account-{account.pk}"' in html
    for way in ("answer", "take_back"):
        assert answer(client, event, digest, then=way).status_code == 403
    assert not Answer.objects.exists()


def test_an_answer_is_posted_alone(publisher: Client, event: Event) -> None:
    for way in ("answer", "take_back"):
        assert publisher.get(address(event, way)).status_code == 405
        assert publisher.post(f"/admin/comparisons/event/{event.pk + 1}/answer/").status_code == 404


def test_answers_hold_up_no_deletion_of_the_event(publisher: Client, event: Event) -> None:
    answer(publisher, event, question(event).digest)
    assert publisher.post(address(event, "delete"), {"post": "yes"}).status_code == 302
    assert not Answer.objects.exists()


def many(event: Event, number: int) -> None:
    """As many accounts without a link, and claims without a question, affirmed in part, in one word of Russian."""
    topic, _made = Topic.objects.get_or_create(slug="topic", defaults={"name": "Topic"})
    for place in range(number):
        text = {"text": "Состоялся разговор.", "language": "ru"}
        account = an_account(event, f"account-{event.accounts.count()}", order=place, **text)
        claim = Claim.objects.create(event=event, topic=topic, slug=f"claim-{event.claims.count()}", wording="So.")
        stance = Stance.objects.create(
            account=account,
            claim=claim,
            revision=account.latest,
            position="affirms_in_part",
            note="As above.",
        )
        stance.quotes.create(revision=account.latest, exact="оялся", start=4, end=9)


def test_a_long_list_is_cut_short(publisher: Client) -> None:
    event = an_event()
    many(event, 25)
    html = publisher.get(address(event)).content.decode()
    for kind in (Kind.ACCOUNT_WITHOUT_LINK, Kind.QUOTE_CUT, Kind.NOTE_REFERS_TO_NONE, Kind.QUOTE_WITHOUT_TRANSLATION):
        listed = html.split(f'id="asked-{kind}"')[1].split('id="asked-')[0]
        assert (listed.count('class="question"'), listed.count("and 5 more")) == (20, 1), kind
    claims = html.split('id="asked-claim-without-question"')[1].split('id="asked-')[0]
    assert (claims.count("/claim/"), claims.count("and 5 more")) == (20, 1)


def test_the_page_costs_as_many_queries_for_many_questions_as_for_few(publisher: Client) -> None:
    def queries(event: Event) -> int:
        publisher.get(address(event))
        with CaptureQueriesContext(connection) as captured:
            assert publisher.get(address(event)).status_code == 200
        return len(captured)

    few = an_event("few")
    many(few, 2)
    several = an_event("several")
    many(several, 40)
    for event in Event.objects.all():
        for asked in asked_of(dump(event))[: event.accounts.count()]:
            answer(publisher, event, asked.digest)
    assert queries(several) == queries(few)


def test_an_answer_in_markup_is_shown_as_it_was_typed(publisher: Client, event: Event) -> None:
    response = answer(publisher, event, question(event).digest, "<b>So</b> & so")
    assert_shown(response, "As it should be: “<b>So</b> & so”")
    assert "<b>So</b>" not in response.content.decode()


def test_what_else_was_typed_is_kept_over_an_answer(publisher: Client, event: Event) -> None:
    first, other = question(event).digest, question(event, IN_PART).digest
    typed = {"note": "A <first> edition", "unconfirmed_allowed": "on", f"words-{other}": "A part of it."}
    response = publisher.post(
        address(event, "answer"), {**typed, "digest": first, f"words-{first}": "Not on the web."}, follow=True
    )
    html = response.content.decode()
    for words in ("A &lt;first&gt; edition</textarea>", 'value="A part of it."', "Answered: "):
        assert words in html
    assert 'value="Not on the web."' not in html
    assert re.search(r"<input[^>]*name=\"unconfirmed_allowed\"[^>]*checked", html)
    assert "A &lt;first&gt; edition" not in publisher.get(address(event)).content.decode(), "it is kept for one visit"


def test_what_was_typed_is_kept_where_the_answer_is_refused(publisher: Client, event: Event) -> None:
    digest = question(event, IN_PART).digest
    answer(member("other", "Publishers"), event, digest, "Seen on paper.")
    response = publisher.post(
        address(event, "answer"), {"digest": digest, f"words-{digest}": "x", "note": "A note"}, follow=True
    )
    assert_shown(response, "has answered this meanwhile")
    assert "A note</textarea>" in response.content.decode()


def test_enter_answers_every_line_that_is_filled_in(publisher: Client, event: Event) -> None:
    lines = {f"words-{question(event, place).digest}": "As it should be." for place in (NEWSPAPER, IN_PART)}
    response = publisher.get(address(event))
    first = page(response.content.decode()).all("button[form=publish]")[0]
    assert (first["formaction"], first["value"]) == (address(event, "answer"), "")
    publisher.post(address(event, "answer"), {"digest": "", "note": "", **lines}, follow=True)
    assert event.answers.count() == 2


def test_a_second_reading_keeps_what_was_typed_and_leads_back(publisher: Client, event: Event) -> None:
    (one,) = publisher.get(address(event)).context["readings"].waiting
    sent = {"confirmed": f"{one.claim.pk}:{one.digest}", "before": "publish", "note": "A note"}
    response = publisher.post(address(event, "second_reading"), sent, follow=True)
    assert response.redirect_chain == [(address(event), 302)]
    assert "A note</textarea>" in response.content.decode()
    assert_shown(response, "Read again, it stands")
