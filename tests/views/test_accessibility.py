"""The statement of accessibility: what is done, what is not, and whom to tell."""

import runpy
from pathlib import Path
from typing import Any

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from comparisons.models import Edition
from tests.dom import page, read, text_of
from tests.examples import PAGE

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).parent.parent.parent
ADDRESS = "/accessibility/"


def test_it_says_what_is_aimed_at_what_is_tested_and_what_is_still_hard(client: Client) -> None:
    text = text_of(read(client, ADDRESS))
    for words in (
        "WCAG) 2.2 at level AA",
        "axe",
        "Nu checker",
        "400 %",
        "forced colours",
        "a screen reader",
        "evidence",
    ):
        assert words in text


@pytest.mark.parametrize("prefix", ["", "/ru"])
@pytest.mark.parametrize("address", ["/", PAGE, "/about/", "/data/", "/nowhere/"])
def test_every_page_leads_to_it(client: Client, edition: Edition, address: str, prefix: str) -> None:
    html = client.get(prefix + address).content.decode()
    assert page(html).one("footer").leads_to(f"{prefix}{ADDRESS}")


@pytest.mark.parametrize(
    ("contact", "link"),
    [
        ("desk@counterpoint.example", "mailto:desk@counterpoint.example"),
        ("https://counterpoint.example/contact?a=1&b=2", "https://counterpoint.example/contact?a=1&amp;b=2"),
    ],
)
def test_it_names_whom_to_tell(client: Client, settings: Any, contact: str, link: str) -> None:
    settings.CONTACT = contact
    html = read(client, ADDRESS)
    assert f'<a href="{link}">' in html
    assert "Turn to whoever runs this site" not in text_of(html)


def test_it_sends_readers_to_whoever_runs_the_site_where_nobody_is_named(client: Client, settings: Any) -> None:
    settings.CONTACT = ""
    html = read(client, ADDRESS)
    assert "Turn to whoever runs this site" in text_of(html)
    assert "mailto:" not in html


def contact_of(monkeypatch: pytest.MonkeyPatch, given: str) -> str:
    monkeypatch.setenv("CONTACT", given)
    return str(runpy.run_path(str(ROOT / "config" / "settings.py"))["CONTACT"])


@pytest.mark.parametrize("given", ["", "desk@counterpoint.example", "https://social.example/@counterpoint"])
def test_whom_to_tell_is_a_mail_address_or_a_page(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    assert contact_of(monkeypatch, f" {given} ") == given


@pytest.mark.parametrize(
    "given", ["the editors", "javascript:alert(1)", "http://a.example/contact", "a@a.example, b@a.example"]
)
def test_whom_to_tell_is_nothing_else(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    with pytest.raises(ImproperlyConfigured, match="CONTACT"):
        contact_of(monkeypatch, given)


def test_it_asks_nothing_of_the_database(client: Client, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        assert client.get(ADDRESS).status_code == 200
    assert client.post(ADDRESS).status_code == 405
