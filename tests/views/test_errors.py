"""Error pages: one headline, what happened, what to do next, in the look of the site."""

import re
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test import Client

from comparisons.models import Edition
from comparisons.publishing.publish import withdraw
from comparisons.templatetags.failed_addresses import readable_address, words_of_address
from tests.dom import text_of
from tests.examples import PAGE, SLUG
from tests.views.error_page import status_and_headlines


@pytest.mark.usefixtures("edition")
class TestEachIsAPageOfTheSite:
    @pytest.mark.parametrize("address", ["/?q=%00", "/?from=x", f"{PAGE}?show=x", f"{PAGE}editions/changes/?from=x"])
    def test_what_is_not_understood(self, client: Client, address: str) -> None:
        status, headings = status_and_headlines(client.get(address))
        assert (status, len(headings)) == ("400", 1)

    def test_what_is_not_open(self, client: Client) -> None:
        client.force_login(User.objects.create_user("nobody", is_staff=True))
        assert status_and_headlines(client.get("/admin/comparisons/event/")) == (
            "403",
            ["This page is not open to you"],
        )

    def test_a_form_of_another_site(self) -> None:
        response = Client(enforce_csrf_checks=True).post("/admin/login/")
        assert status_and_headlines(response) == ("403", ["This form could not be accepted"])

    def test_what_is_not_there(self, client: Client) -> None:
        assert status_and_headlines(client.get("/nowhere/")) == ("404", ["There is nothing at this address"])

    def test_what_was_withdrawn(self, client: Client, edition: Edition) -> None:
        withdraw(edition.event, reason="The text was of another call.", by="ann")
        response = client.get(PAGE)
        assert status_and_headlines(response) == ("410", [edition.title])
        assert "The text was of another call." in response.content.decode()


@pytest.mark.django_db
class TestWhatIsNotThere:
    def test_says_what_was_asked_for_and_offers_its_words_to_search_for(self, client: Client) -> None:
        html = client.get("/comparisons/trump-putin-cal/?show=open").content.decode()
        assert "Asked for: /comparisons/trump-putin-cal/" in text_of(html)
        assert '<form class="browse" role="search" method="get" action="/"' in html
        assert 'name="q" value="trump putin cal"' in html
        assert '<a href="/">All published comparisons</a>' in html

    def test_searches_in_the_language_of_the_address(self, client: Client) -> None:
        html = client.get("/ru/comparisons/разговор-путина/").content.decode()
        assert 'method="get" action="/ru/"' in html
        assert 'value="разговор путина"' in html
        assert "/ru/comparisons/разговор-путина/" in text_of(html)

    def test_distinguishes_a_draft_from_nothing_by_its_address_alone(self, client: Client, event: Any) -> None:
        draft = client.get(PAGE)
        event.delete()
        assert draft.status_code == 404
        assert draft.content == client.get(PAGE).content

    @pytest.mark.parametrize(
        "path",
        [
            "/<script>alert(1)</script>/",
            '/"><b>',
            "/%ff%fe/",
            "/%e2%80%ae/",
            "/%01%0a/",
            "/" + "a" * 300,
            "/___/",
            "/./",
        ],
    )
    def test_takes_whatever_stands_there(self, client: Client, path: str) -> None:
        response = client.get(path)
        assert response.status_code == 404
        html = response.content.decode()
        assert "<script>alert" not in html
        assert "<b>" not in html
        assert not re.search(r"[\x00-\x08\x0b-\x1f]", html)
        assert "a" * 201 not in text_of(html)


@pytest.mark.parametrize(
    ("quoted", "words"),
    [
        ("/", ""),
        ("/comparisons/trump-putin-call-2017-01-28/", "trump putin call 2017 01 28"),
        ("/comparisons/call.json", "call"),
        ("/wp-login.php", "wp login"),
        ("/topics/%D1%82%D0%BE%D1%80%D0%B3/", "торг"),
        ("/a%2Fb_c/", "b c"),
        ("/" + "a" * 500, "a" * 100),
    ],
)
def test_the_words_of_an_address_are_those_of_its_last_part(quoted: str, words: str) -> None:
    assert words_of_address(quoted) == words


def test_an_address_is_shown_as_people_read_it() -> None:
    assert readable_address("/topics/%D1%82%D0%BE%D1%80%D0%B3/%00%20/") == "/topics/торг/%00%20/"
    assert len(readable_address("/" + "a" * 500)) == 201


class DeadDatabase:
    """Every attempt to reach it fails."""

    def __enter__(self) -> None:
        self.patch = patch.object(BaseDatabaseWrapper, "cursor", side_effect=OperationalError("gone"))
        self.patch.start()

    def __exit__(self, *_error: object) -> None:
        self.patch.stop()


@pytest.fixture
def lenient(db: None) -> Client:
    """Is answered as a browser is, where the test client would raise."""
    return Client(raise_request_exception=False)


class TestAFaultOfOurs:
    @pytest.mark.parametrize(
        "address", ["/", PAGE, f"{PAGE}claims/trade-discussed/", "/topics/", "/data/", "/feed.atom"]
    )
    def test_is_shown_in_the_look_of_the_site_though_the_database_is_dead(self, lenient: Client, address: str) -> None:
        with DeadDatabase():
            response = lenient.get(address)
        assert status_and_headlines(response) == ("500", ["An error on our side"])
        assert '<a href="/about/">About</a>' in response.content.decode()

    def test_is_shown_so_to_an_editor_too(self, lenient: Client) -> None:
        lenient.force_login(User.objects.create_superuser("ann"))
        with DeadDatabase():
            assert status_and_headlines(lenient.get("/admin/")) == ("500", ["An error on our side"])

    def test_is_shown_in_the_language_of_the_address(self, lenient: Client) -> None:
        with DeadDatabase():
            response = lenient.get(f"/ru{PAGE}")
        assert '<html lang="ru">' in response.content.decode()
        assert status_and_headlines(response) == ("500", ["Ошибка на нашей стороне"])

    @pytest.mark.parametrize(
        "address", ["/api/comparisons", "/ru/api/comparisons", f"/oembed?url=http://testserver{PAGE}"]
    )
    def test_is_json_for_programs_in_their_form(self, lenient: Client, address: str) -> None:
        with DeadDatabase():
            response = lenient.get(address)
        assert (response.status_code, response["Content-Type"]) == (500, "application/json")
        assert set(response.json()) == {"error", "faults"}

    def test_is_a_bare_page_where_the_site_around_it_is_broken_too(self, lenient: Client) -> None:
        lost = patch("django.contrib.staticfiles.storage.staticfiles_storage.url", side_effect=ValueError("no entry"))
        with DeadDatabase(), lost:
            response = lenient.get(f"/ru{PAGE}")
        html = response.content.decode()
        assert response.status_code == 500
        assert '<html lang="ru">' in html
        assert "Ошибка на нашей стороне" in text_of(html)
        assert "stylesheet" not in html

    def test_reveals_nothing_of_itself(self, lenient: Client) -> None:
        with DeadDatabase():
            html = lenient.get(f"/comparisons/{SLUG}/").content.decode()
        assert "OperationalError" not in html
        assert "gone" not in html
