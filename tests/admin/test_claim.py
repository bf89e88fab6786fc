from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from comparisons.models import Claim, Event
from tests.admin.conftest import (
    ADD_CLAIM,
    KREMLIN,
    NEWSPAPER,
    OFFICIAL,
    STATEMENT,
    Write,
    assert_shown,
    at_held,
    claim_page,
    errors,
    sent,
)

pytestmark = pytest.mark.django_db


def test_a_claim_has_a_form_for_each_account_of_its_event(editor: Client, event: Event) -> None:
    response = editor.get(f"{ADD_CLAIM}?event={event.pk}")
    for account in event.accounts.all():
        assert f"<legend>{account.title}</legend>" in response.content.decode()
        assert_shown(response, account.latest.text)


@pytest.mark.parametrize(
    ("fields", "place", "message"),
    [
        ({"kind": "quantity"}, "unit", "A quantity needs a unit."),
        ({"unit": "minutes"}, "unit", "Only a quantity has a unit."),
        ({"slug": "trade-discussed"}, "__all__", "already exists"),
        ({"wording": " "}, "wording", "required"),
    ],
)
def test_a_claims_own_faults_are_told_as_well(
    write: Write, event: Event, fields: dict[str, str], place: str, message: str
) -> None:
    response, _prefix = write(claim=fields, position="silent")
    assert message in " ".join(errors(response)[place])


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


def test_whoever_changes_a_stance_has_read_it_and_the_others_stay_as_read(
    editor: Client, event: Event, trade: Claim
) -> None:
    data = sent(editor, claim_page(trade))
    data[f"{at_held(data, trade, KREMLIN)}-note"] = "The statement opens with it."
    assert editor.post(claim_page(trade), data).status_code == 302
    readers = {stance.account.key: stance.reviewed_by for stance in trade.stances.all()}
    assert readers == {KREMLIN: "Ann Editor", OFFICIAL: "Ann Reader", STATEMENT: "Ann Reader"}


def test_a_stance_is_taken_back_by_setting_its_position_to_not_reviewed(editor: Client, trade: Claim) -> None:
    data = sent(editor, claim_page(trade))
    data[f"{at_held(data, trade, KREMLIN)}-position"] = ""
    assert editor.post(claim_page(trade), data).status_code == 302
    assert not trade.stances.filter(account__key=KREMLIN).exists()
    assert trade.stances.count() == 2


def test_a_form_that_lost_its_fields_on_the_way_takes_nothing_back(editor: Client, trade: Claim) -> None:
    data = sent(editor, claim_page(trade))
    prefix = at_held(data, trade, KREMLIN)
    lost = (f"{prefix}-id", f"{prefix}-version")
    data = {name: value for name, value in data.items() if not name.startswith(prefix) or name in lost}
    assert "Choose a position" in " ".join(errors(editor.post(claim_page(trade), data))[f"{prefix}-position"])
    assert trade.stances.count() == 3


def test_a_quantity_that_has_values_cannot_become_polar(editor: Client, duration: Claim) -> None:
    data = sent(editor, claim_page(duration)) | {"kind": "polar", "unit": ""}
    prefix = at_held(data, duration, NEWSPAPER)
    assert data[f"{prefix}-low"] == 60
    assert "Only a stance on a quantity" in errors(editor.post(claim_page(duration), data))[f"{prefix}-low"][0]


def test_an_account_of_another_event_has_no_stance(editor: Client, write: Write, event: Event) -> None:
    other = Event.objects.create(slug="other", title="Other", kind="meeting", date="2020-01-01")
    response, prefix = write(claim={"event": other.pk}, position="silent")
    assert "not one of the claim's event" in errors(response)[f"{prefix}-account"][0]


def test_without_an_event_the_way_leads_on_to_reading_its_accounts(editor: Client, event: Event, trade: Claim) -> None:
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


def test_whoever_may_only_look_sees_the_stances(event: Event, trade: Claim, django_user_model: Any) -> None:
    from django.contrib.auth.models import Permission

    user = django_user_model.objects.create_user("reader", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__startswith="view_"))
    client = Client()
    client.force_login(user)
    response = client.get(claim_page(trade))
    assert_shown(response, "Kremlin statement on the call: affirms")
    assert_shown(response, "restoring mutually beneficial trade")
    assert "<textarea" not in response.content.decode()
    assert client.post(claim_page(trade), {}).status_code == 403
    account = reverse("admin:comparisons_account_change", args=[trade.stances.all()[0].account_id])
    assert client.get(account).status_code == 200
    assert client.get(reverse("admin:comparisons_event_change", args=[event.pk])).status_code == 200
