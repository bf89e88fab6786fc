from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.db.models import Q
from django.test import Client
from django.urls import reverse

from comparisons.models import Claim, Event
from tests.admin.desk.panel import named, opened, panel, sent_by
from tests.admin.forms import ADD_CLAIM, assert_shown, claim_page, errors, sent
from tests.dom import page
from tests.examples import KREMLIN, NEWSPAPER, OFFICIAL, STATEMENT
from tests.factories import an_event

pytestmark = pytest.mark.django_db


def test_a_claims_page_lists_what_each_account_of_its_event_says(editor: Client, event: Event, trade: Claim) -> None:
    trade.stances.filter(account__key=OFFICIAL).delete()
    response = editor.get(claim_page(trade))
    html = response.content.decode()
    said = {account.key: stance.position if stance else None for account, stance in response.context["stances"]}
    assert said == {STATEMENT: "silent", OFFICIAL: None, KREMLIN: "affirms", NEWSPAPER: None} | said
    assert_shown(response, "restoring mutually beneficial trade")
    assert not page(html).one("#stances").has("textarea")
    assert "read by Ann Reader, " in html
    positions = [position.text for position in page(html).all("#stances strong")]
    assert positions.count("not read yet") == list(said.values()).count(None)
    for account in event.accounts.all():
        query = f"?account={account.pk}&claim=%23{trade.pk}&next={claim_page(trade)}"
        assert page(html).leads_to(f"{panel(event)}{query}")
        assert page(html).has(f"li#account-{account.pk}")


def test_from_the_claims_page_one_comes_to_the_panel_and_back(editor: Client, event: Event, trade: Claim) -> None:
    response = save_from_page(editor, trade, note="The statement opens with it.")
    kremlin = event.accounts.get(key=KREMLIN)
    assert response["Location"] == f"{claim_page(trade)}#cell-{trade.pk}-{kremlin.pk}"
    back = editor.get(claim_page(trade))
    assert_shown(back, "Saved: “Was trade discussed?”, Kremlin statement on the call.")
    assert page(back.content.decode()).has(f"#cell-{trade.pk}-{kremlin.pk}")
    assert trade.stances.get(account=kremlin).note == "The statement opens with it."


@pytest.mark.parametrize(
    "elsewhere", ["https://evil.example/", "//evil.example/", "javascript:alert(1)", "\\\\evil", ""]
)
def test_no_link_leads_from_the_panel_to_another_site(editor: Client, trade: Claim, elsewhere: str) -> None:
    response = save_from_page(editor, trade, next=elsewhere)
    assert response["Location"].startswith(reverse("admin:comparisons_event_desk", args=[trade.event_id]))


def test_a_faulty_panel_still_leads_back_to_the_claims_page(editor: Client, trade: Claim) -> None:
    response = save_from_page(editor, trade, position="denies", quote_1="")
    assert response.status_code == 422
    assert editor.post(panel(trade.event), sent_by(response) | named(quote_1="as equals"))["Location"].startswith(
        claim_page(trade)
    )


def save_from_page(client: Client, claim: Claim, **fields: Any) -> Any:
    data = opened(client, claim, KREMLIN, next=claim_page(claim))
    return client.post(panel(claim.event), data | named(**fields))


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"kind": "quantity"}, "unit", "A quantity needs a unit."),
        ({"unit": "minutes"}, "unit", "Only a quantity has a unit."),
        ({"slug": "trade-discussed"}, "__all__", "already exists"),
        ({"wording": " "}, "wording", "required"),
    ],
)
def test_a_claims_own_faults_are_reported_as_well(
    editor: Client, event: Event, trade: Claim, fields: dict[str, str], place: str, message: str
) -> None:
    address = f"{ADD_CLAIM}?event={event.pk}"
    data = {"question": "Was it so?", "wording": "It was so.", "slug": "so", "topic": trade.topic.pk, "kind": "polar"}
    response = editor.post(address, sent(editor, address) | data | fields)
    assert message in " ".join(errors(response)[place])
    assert not Claim.objects.filter(slug="so").exists()


@pytest.mark.slow
def test_a_claim_opened_and_saved_as_it_is_stays_as_it_is(editor: Client, event: Event) -> None:
    for claim in event.claims.all():
        before = (
            list(claim.stances.values()),
            list(claim.stances.values("quotes__pk", "quotes__start", "quotes__order")),
        )
        assert editor.post(claim_page(claim), sent(editor, claim_page(claim))).status_code == 302
        after = list(claim.stances.values()), list(claim.stances.values("quotes__pk", "quotes__start", "quotes__order"))
        assert after == before


def test_a_quantity_that_has_values_cannot_become_polar(editor: Client, duration: Claim) -> None:
    data = sent(editor, claim_page(duration)) | {"kind": "polar", "unit": ""}
    assert "Only a stance on a quantity" in errors(editor.post(claim_page(duration), data))["kind"][0]
    duration.stances.update(low=None, high=None, value="")
    assert editor.post(claim_page(duration), data).status_code == 302


def test_an_account_of_another_event_has_no_stance(editor: Client, event: Event, trade: Claim) -> None:
    other = an_event()
    data = opened(editor, trade, KREMLIN)
    assert editor.post(panel(other), data).status_code == 400
    assert trade.stances.count() == 3


def test_from_a_new_claim_the_way_leads_on_to_reading_its_accounts(editor: Client, event: Event, trade: Claim) -> None:
    data = sent(editor, ADD_CLAIM)
    data |= {"event": event.pk, "wording": "It was so.", "slug": "so", "topic": trade.topic.pk}
    response = editor.post(ADD_CLAIM, data, follow=True)
    assert response.redirect_chain[-1][0] == claim_page(event.claims.get(slug="so"))
    assert_shown(response, "Now read the event's accounts for this claim.")


def test_a_claim_goes_with_its_stances(editor: Client, trade: Claim) -> None:
    address = reverse("admin:comparisons_claim_delete", args=[trade.pk])
    assert_shown(editor.get(address), "Are you sure")
    assert editor.post(address, {"post": "yes"}).status_code == 302
    assert not Claim.objects.filter(pk=trade.pk).exists()


def allowed(*codenames: str) -> Client:
    """Somebody who may look at everything, and do this."""
    user = User.objects.create_user(" ".join(codenames) or "reader", is_staff=True)
    looking = Q(codename__startswith="view_", content_type__app_label="comparisons")
    user.user_permissions.set(Permission.objects.filter(looking | Q(codename__in=codenames)))
    client = Client()
    client.force_login(user)
    return client


@pytest.mark.parametrize(
    ("permissions", "acts"),
    [
        (["change_claim", "change_stance"], {"change"}),
        (["change_claim", "change_stance", "add_stance"], {"change", "add"}),
        (["change_claim", "change_stance", "delete_stance"], {"change", "delete"}),
        (["change_stance", "add_claim"], {"change", "add", "delete", "new claim"}),
        (["change_claim", "add_stance", "delete_stance"], set()),
        (["change_stance"], set()),
        (["add_claim"], set()),
        ([], set()),
    ],
)
def test_a_stance_is_set_by_whoever_may_and_by_nobody_else(
    editor: Client, trade: Claim, permissions: list[str], acts: set[str]
) -> None:
    client = allowed(*permissions)
    html = client.get(claim_page(trade)).content.decode()
    assert (f'href="{panel(trade.event)}' in html) is bool(acts)
    typed = {
        "change": opened(editor, trade, KREMLIN) | {"note": "Changed."},
        "add": opened(editor, trade, NEWSPAPER) | {"position": "silent"},
        "new claim": opened(editor, trade, NEWSPAPER) | {"claim": "New.", "position": "silent", "cell": ""},
        "delete": opened(editor, trade, OFFICIAL) | {"position": ""},
    }
    for act, data in typed.items():
        assert client.post(panel(trade.event), data).status_code == (302 if act in acts else 403), act
    said = {stance.account.key for stance in trade.stances.all()}
    assert (NEWSPAPER in said, OFFICIAL not in said) == ("add" in acts, "delete" in acts)
    assert trade.event.claims.filter(wording="New.").exists() is ("new claim" in acts)
    query = {"account": trade.event.accounts.get(key=KREMLIN).pk}
    assert client.get(panel(trade.event), query).status_code == (200 if acts else 403)


def test_whoever_may_only_look_sees_the_stances(event: Event, trade: Claim) -> None:
    client = allowed()
    response = client.get(claim_page(trade))
    assert "Kremlin statement on the call: <strong>affirms</strong>" in response.content.decode()
    assert_shown(response, "restoring mutually beneficial trade")
    assert "<textarea" not in response.content.decode()
    assert client.post(claim_page(trade), {}).status_code == 403
    account = reverse("admin:comparisons_account_change", args=[trade.stances.all()[0].account_id])
    assert client.get(account).status_code == 200
    assert client.get(reverse("admin:comparisons_event_change", args=[event.pk])).status_code == 200
