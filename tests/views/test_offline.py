"""What a browser may keep for when the network is away: one page in each language, and what that is made of."""

import json
import re
from typing import Any
from unittest.mock import patch

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from comparisons.models import Edition
from comparisons.static_files import imported, source
from comparisons.views import offline
from tests.dom import page, read, text_of
from tests.examples import PAGE, SLUG

pytestmark = pytest.mark.django_db

REGISTERS = "js/offline.js"


def kept(client: Client) -> Any:
    script = client.get("/service-worker.js").content.decode()
    (line,) = re.findall(r"^const kept = (.*);$", script, re.MULTILINE)
    return json.loads(line)


def test_the_worker_is_a_script_at_the_root_that_is_asked_about_each_time(client: Client) -> None:
    response = client.get("/service-worker.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"
    assert "worker-src 'self'" in client.get("/")["Content-Security-Policy"]
    assert client.post("/service-worker.js").status_code == 405


def test_it_keeps_the_page_in_each_language_with_all_that_it_names(client: Client) -> None:
    what = kept(client)
    assert what["pages"] == {"": "/offline/", "/ru/": "/ru/offline/"}
    for address in what["pages"].values():
        shown = page(read(client, address))
        named = [*shown.values("link:is([rel=stylesheet], [rel=icon])", "href"), *shown.values("script[src]", "src")]
        assert set(named) < set(what["files"])
        for entry in shown.values("link[rel=stylesheet]", "href"):
            parts = [f"/static/{part}" for part in imported(entry.removeprefix("/static/"), source)]
            assert parts
            assert set(parts) < set(what["files"])
    assert len(what["files"]) == len(set(what["files"])), "a cache takes none of a list with one address twice"
    for file in what["files"]:
        assert finders.find(file.removeprefix("/static/")), file
    assert not [one for one in json.dumps(what).split('"') if SLUG in one or "comparisons/" in one]


def test_each_release_caches_it_again(client: Client) -> None:
    name = kept(client)["name"]
    with patch.object(offline, "RELEASE", "another release"):
        assert kept(client)["name"] != name


@pytest.mark.parametrize(("address", "words"), [("/offline/", "You are offline"), ("/ru/offline/", "")])
def test_the_page_asks_nothing_of_the_database(
    client: Client, django_assert_num_queries: Any, address: str, words: str
) -> None:
    with django_assert_num_queries(0):
        html = read(client, address)
    assert words in text_of(html)
    assert '<a href="">' in html
    assert '<meta name="robots" content="noindex">' in html
    assert "offline" not in client.get("/sitemaps/pages.xml").content.decode()


def test_public_pages_alone_register_it(client: Client, admin_client: Client, edition: Edition) -> None:
    for address in ("/", PAGE, f"{PAGE}texts/", "/about/", "/nowhere/"):
        assert REGISTERS in client.get(address).content.decode(), address
    for address in (f"/embed/{SLUG}/", "/admin/login/"):
        assert REGISTERS not in client.get(address).content.decode(), address
    for address in ("/admin/", f"/admin/comparisons/event/{edition.event.pk}/preview/"):
        assert REGISTERS not in admin_client.get(address).content.decode(), address
