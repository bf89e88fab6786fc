"""The login: ten wrong passwords in a row, and whoever tries has to wait; the others do not."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from tests.dom import text_of
from tests.views.error_page import status_and_headlines

LOGIN = "/admin/login/"


@pytest.fixture(autouse=True)
def _ann(db: None) -> Iterator[None]:
    User.objects.create_user("ann", password="the right one", is_staff=True)
    cache.clear()
    yield
    cache.clear()


def attempt(client: Client, password: str, name: str = "ann", address: str = "203.0.113.7", prefix: str = "") -> Any:
    data = {"username": name, "password": password, "next": "/admin/"}
    return client.post(prefix + LOGIN, data, REMOTE_ADDR=address)


def fail(client: Client, times: int = 10, **whose: str) -> None:
    for number in range(times):
        response = attempt(client, f"wrong {number}", **whose)
        assert response.status_code == 200, number
        assert "Please enter the correct" in response.content.decode()


def test_ten_failures_are_answered_and_the_eleventh_has_to_wait(client: Client) -> None:
    fail(client)
    response = attempt(client, "wrong again")
    assert status_and_headlines(response) == ("429", ["Too many attempts to log in"])
    assert 890 <= int(response["Retry-After"]) <= 900
    assert response["Cache-Control"] == "no-store"
    html = response.content.decode()
    assert "Try again in 15 minutes." in text_of(html)
    assert "wrong again" not in html
    assert 'href="/admin/login/"' in html


def test_the_right_password_waits_as_well_and_then_opens(client: Client) -> None:
    import time

    fail(client)
    assert attempt(client, "the right one").status_code == 429
    assert "_auth_user_id" not in client.session
    with patch("time.time", return_value=time.time() + 14.5 * 60):
        response = attempt(client, "the right one")
        assert "Try again in 1 minute." in text_of(response.content.decode())
    with patch("time.time", return_value=time.time() + 15 * 60 + 1):
        assert attempt(client, "the right one").status_code == 302
    assert "_auth_user_id" in client.session


def test_others_do_not_wait(client: Client) -> None:
    fail(client)
    User.objects.create_user("ben", password="of ben", is_staff=True)
    assert attempt(client, "of ben", name="ben").status_code == 302
    client.logout()
    assert attempt(client, "the right one", address="203.0.113.8").status_code == 302
    assert client.get(LOGIN).status_code == 302
    client.logout()
    assert client.get(LOGIN).status_code == 200


@pytest.mark.parametrize("written", [" ann", "ann  ", "\u00a0ann", "\uff41\uff4e\uff4e"])
def test_the_same_name_written_differently_waits_too(client: Client, written: str) -> None:
    fail(client)
    assert attempt(client, "the right one", name=written).status_code == 429


def test_a_success_clears_the_count(client: Client) -> None:
    fail(client, 9)
    assert attempt(client, "the right one").status_code == 302
    client.logout()
    fail(client, 10)
    assert attempt(client, "the right one").status_code == 429


def test_who_may_not_enter_is_counted_though_the_password_is_right(client: Client) -> None:
    User.objects.create_user("reader", password="of the reader")
    for _time in range(10):
        assert attempt(client, "of the reader", name="reader").status_code == 200
    assert attempt(client, "of the reader", name="reader").status_code == 429


def test_it_counts_in_all_languages_together(client: Client) -> None:
    for number in range(10):
        attempt(client, f"wrong {number}", prefix="/ru" if number % 2 else "")
    response = attempt(client, "the right one", prefix="/ru")
    assert response.status_code == 429
    assert '<html lang="ru">' in response.content.decode()


def test_a_form_without_its_token_is_refused_before_it_is_counted() -> None:
    strict = Client(enforce_csrf_checks=True)
    for _time in range(12):
        assert attempt(strict, "wrong").status_code == 403


def test_a_cache_that_is_away_keeps_nobody_out(client: Client) -> None:
    with patch("comparisons.admin.rate_limit.cache.get", side_effect=ConnectionError("away")):
        fail(client, 12)
        assert attempt(client, "the right one").status_code == 302
