"""The difference between two editions, claim by claim and text by text."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons.editorial.revisions import revise
from comparisons.models import Edition, Topic
from comparisons.publishing.publish import publish, withdraw
from tests.dom import page, read, text_of, title
from tests.examples import LOG
from tests.factories import SINGLE

pytestmark = pytest.mark.django_db

CHANGES = f"{LOG}changes/"
BOTH = f"{CHANGES}?from=1&to=2"


@pytest.fixture
def third(second: Edition) -> Edition:
    """The third edition: a claim more and one less, an account less, and another text of the Kremlin's."""
    event = second.event
    event.claims.get(slug="iran-discussed").delete()
    event.claims.create(slug="gifts", wording="Gifts were discussed.", topic=Topic.objects.all()[0], order=99)
    event.accounts.get(key="white-house-official").delete()
    kremlin = event.accounts.get(key="kremlin-statement")
    revise(kremlin, kremlin.latest.text.replace("as equals, and", "and"), captured_at="2017-02-01", note="Edited")
    return publish(event, note="Much.", by="ann", unread_allowed=True)


def test_a_claim_is_reported_before_and_after_with_the_words_it_rests_on(client: Client, second: Edition) -> None:
    html = read(client, BOTH)
    assert title(html).startswith("From edition 1 to edition 2: ")
    answer = page(html).one("main h2.answer")
    assert answer.text == "1 of 17 outcomes changed."
    outcome = page(html).one("#outcome-trade-discussed")
    assert "from “Contradiction (not read a second time · rests on a report)” to “Single source" in outcome.text
    assert outcome.all("dd")[0].text.startswith("The Kremlin said so; the White House, according to “Newspaper report")
    assert outcome.all("dd")[1].text.startswith("The Kremlin said so. The texts held from the White House")
    claim = page(html).one("article#change-trade-discussed")
    told = claim.text
    assert (
        "White House statement on the call "
        "from “denied it, according to “Newspaper report of the call”” to “not read yet”"
    ) in told
    assert "Words quoted before and not now [removed: Contrary to statements from the White House]" in told
    (quote,) = claim.all("blockquote[lang=en][dir=auto]")
    assert quote.text == "[removed: Contrary to statements from the White House]"
    assert f"Note on edition 2: {SINGLE}" in text_of(html)


def test_words_of_a_claim_that_changed_are_reported(client: Client, edition: Edition) -> None:
    claim = edition.event.claims.get(slug="trade-discussed")
    claim.question = "Was commerce discussed?"
    claim.save()
    publish(edition.event, note="A word.", by="ann")
    html = read(client, BOTH)
    assert page(html).one("main h2.answer").text == "No outcome changed: 17 claims."
    told = page(html).one("article#wording-trade-discussed").text
    assert "Question Was [removed: trade][added: commerce] discussed?" in told
    assert page(html).all("#change-trade-discussed") == []


def test_what_came_and_went_between_any_two_is_reported(client: Client, third: Edition) -> None:
    text = text_of(read(client, f"{CHANGES}?from=1&to=3"))
    assert "3 of 16 outcomes changed. 1 claim was added. 1 claim was removed." in text
    assert "Claims added Claim: “Gifts were discussed.”" in text
    assert "Claims removed Was Iran's nuclear programme discussed?" in text
    assert "Later remark by a White House official: removed" in text
    assert "Was trade discussed? from “Contradiction (not read a second time · rests on a report)” to “Single" in text
    text = text_of(read(client, f"{CHANGES}?from=2&to=3"))
    assert "Was trade discussed? from" not in text
    assert "Note on edition 3: Much." in text


def test_a_text_is_reported_by_its_words(client: Client, third: Edition) -> None:
    html = read(client, f"{CHANGES}?from=1&to=3")
    text = page(html).one("article#text-kremlin-statement").text
    assert "Text 2 was added. Captured 1 February 2017: Edited" in text
    assert "From text 1 to text 2, each the latest of its edition:" in text
    assert "on a constructive basis, [removed: as equals, ]and to mutual benefit”" in text
    assert len(page(html).all(".text-change")) == 1
    folded = page(html).one("details.unchanged")
    assert page(html).one("details.unchanged summary").text == "The same words, at another place or in another text"
    assert folded.text.count("restoring mutually beneficial trade") == 1
    assert "restoring mutually" not in page(html).one("#change-trade-discussed").text
    assert "The same words, at another place or in another text restoring mutually beneficial trade" in folded.text
    assert 'lang="en" dir="auto"' in html


def test_two_editions_that_say_the_same_are_said_to(client: Client, edition: Edition) -> None:
    publish(edition.event, note="Once more.", by="ann")
    assert "Both editions say the same throughout." in text_of(read(client, BOTH))


def test_the_form_sends_the_two_that_it_shows(client: Client, third: Edition) -> None:
    log = page(read(client, LOG)).one("form.choose-editions")
    assert log["action"] == CHANGES
    assert len(log.all("option")) == 6
    assert log.values("select", "name") == ["from", "to"]
    assert log.values("option[selected]", "value") == ["2", "3"]
    shown = page(read(client, f"{CHANGES}?from=1&to=2")).one("form.choose-editions")
    assert shown.values("option[selected]", "value") == ["1", "2"]


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("?from=2&to=1", "“from” is the later of the two: choose the earlier one there."),
        ("?from=1&to=1", "“from” and “to” are the same edition: there is nothing to compare."),
        ("?from=1&to=3", "“to” is not the number of an edition of this comparison."),
        ("?from=0&to=2", "“from” is not the number of an edition of this comparison."),
        ("", "“from” is not the number of an edition of this comparison.“to” is not the number"),
        ("?from=x&to=%FF", "“from” is not the number of an edition of this comparison."),
        ("?from=" + "9" * 5000 + "&to=2", "“from” is not the number of an edition of this comparison."),
        ("?from=٢&to=2", "“from” is not the number of an edition of this comparison."),
        ("?from=01&to=2", "“from” is not the number of an edition of this comparison."),
    ],
)
def test_what_cannot_be_compared_is_answered_with_its_reason(
    client: Client, second: Edition, query: str, reason: str
) -> None:
    response = client.get(CHANGES + query)
    html = response.content.decode()
    assert response.status_code == 400
    assert reason in text_of(html)
    assert f'action="{CHANGES}"' in html
    assert f'href="{LOG}"' in html


def test_nothing_is_shown_of_an_edition_that_was_withdrawn(client: Client, second: Edition) -> None:
    publish(second.event, note="A mistake.", by="ann")
    withdraw(second.event, reason="The text was of another call.", by="ann")
    assert client.get(BOTH).status_code == 410
    publish(second.event, note="Mended.", by="ann")
    assert client.get(BOTH).status_code == 200
    for query in ("?from=1&to=3", "?from=3&to=4"):
        response = client.get(CHANGES + query)
        assert response.status_code == 410
        assert "The text was of another call." in response.content.decode()
        assert "A mistake." not in response.content.decode()


def test_it_moves_with_the_comparison_and_is_kept_while_the_newest_is_current(client: Client, second: Edition) -> None:
    tag = client.get(BOTH)["ETag"]
    assert client.get(BOTH, headers={"If-None-Match": tag}).status_code == 304
    second.event.slug = "call"
    second.event.save()
    publish(second.event, note="A shorter address.", by="ann")
    assert client.get(BOTH)["Location"] == "/comparisons/call/editions/changes/?from=1&to=2"
    assert client.post(BOTH).status_code == 405
    assert client.get("/comparisons/nothing/editions/changes/?from=1&to=2").status_code == 404


@pytest.mark.slow
def test_the_cost_stays_the_same(client: Client, second: Edition) -> None:
    counts = []
    for total in (2, 22):
        for _number in range(Edition.objects.count(), total):
            publish(second.event, note="Once more.", by="ann")
        with CaptureQueriesContext(connection) as queries:
            read(client, f"{CHANGES}?from=1&to={total}")
        counts.append(len(queries))
    assert counts == [3, 3]


def test_markup_in_what_people_typed_comes_through_as_text(client: Client, edition: Edition) -> None:
    hostile = "<script>alert(1)</script>"
    event = edition.event
    claim = event.claims.get(slug="trade-discussed")
    claim.question = claim.wording = hostile
    claim.save()
    kremlin = event.accounts.get(key="kremlin-statement")
    kremlin.title = hostile
    kremlin.save()
    revise(kremlin, f"{hostile}\n", captured_at="", note=hostile)
    publish(event, note=hostile, by="ann", unread_allowed=True)
    for address in (BOTH, LOG):
        html = read(client, address)
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert" in html


def test_a_paragraph_that_moved_is_not_told_as_removed_and_added(client: Client, edition: Edition) -> None:
    kremlin = edition.event.accounts.get(key="kremlin-statement")
    paragraphs = kremlin.latest.text.split("\n\n")
    revise(kremlin, "\n\n".join([*paragraphs[1:], paragraphs[0]]), captured_at="", note="")
    publish(edition.event, note="Another order.", by="ann", unread_allowed=True)
    text = page(read(client, BOTH)).one("article#text-kremlin-statement").text
    assert "[removed: moved from here: “restoring mutually beneficial trade" in text
    assert "[added: moved to here: “restoring mutually beneficial trade" in text
