"""What stands around every screen of the desk: its rooms, the other language; and who works there."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from comparisons.models import Event
from tests.dom import page
from tests.factories import member

pytestmark = pytest.mark.django_db


def rooms(client: Client, path: str) -> list[tuple[str, str | None, str]]:
    links = page(client.get(path).content.decode()).all("nav#rooms a")
    return [(link["href"], link.attributes.get("aria-current"), link.text) for link in links]


def test_the_header_leads_to_each_room_and_says_which_one_this_is(editor: Client, event: Event) -> None:
    names = [name for _path, _current, name in rooms(editor, reverse("admin:index"))]
    assert names == ["Events", "Accounts", "Claims", "Parties", "Topics", "Editions", "Withdrawals"]
    on_list = [room for room in rooms(editor, reverse("admin:comparisons_event_changelist")) if room[1]]
    assert on_list == [("/admin/comparisons/event/", "page", "Events")]
    within = [room for room in rooms(editor, reverse("admin:comparisons_event_desk", args=[event.pk])) if room[1]]
    assert within == [("/admin/comparisons/event/", "true", "Events")]


def test_it_leads_nowhere_that_one_may_not_go(client: Client) -> None:
    assert rooms(client, reverse("admin:login")) == []
    client.force_login(User.objects.create_user("guest", is_staff=True))
    assert rooms(client, reverse("admin:index")) == []


def test_the_footer_leads_to_this_very_screen_in_the_other_language(editor: Client, event: Event) -> None:
    path = reverse("admin:comparisons_event_change", args=[event.pk])
    footer = page(editor.get(path).content.decode()).one("footer#footer")
    assert footer.one("a[hreflang=ru][lang=ru]")["href"] == f"http://testserver/ru{path}"


def test_the_screen_of_a_person_has_a_label_for_each_field(client: Client) -> None:
    member("ann", "Editors")
    ann = User.objects.get(username="ann")
    client.force_login(User.objects.create_superuser("root"))
    for path in (reverse("admin:auth_user_change", args=[ann.pk]), reverse("admin:auth_group_add")):
        form = page(client.get(path).content.decode()).one("#content-main")
        fields = form.values("input[id]:not([type=hidden]):not([type=submit]), select[id], textarea[id]", "id")
        assert fields
        assert set(fields) <= set(form.values("label[for]", "for"))


def test_what_is_saved_of_a_person_keeps_when_they_joined(client: Client) -> None:
    member("ann", "Editors")
    ann = User.objects.get(username="ann")
    client.force_login(User.objects.create_superuser("root"))
    path = reverse("admin:auth_user_change", args=[ann.pk])
    saved = client.post(
        path, {"username": "anna", "is_staff": "on", "is_active": "on", "groups": [ann.groups.get().pk]}
    )
    assert saved.status_code == 302
    after = User.objects.get(pk=ann.pk)
    assert (after.username, after.date_joined) == ("anna", ann.date_joined)
    assert after.groups.get().name == "Editors"
