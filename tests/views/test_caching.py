"""What a browser may keep: nothing unasked, and the bytes that it has where they are still those of the page."""

from typing import Any
from unittest.mock import patch

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext

from comparisons import responses as rendering
from comparisons.models import Edition
from comparisons.publishing.publish import publish, withdraw
from tests.dom import page, read
from tests.examples import PAGE, SLUG

pytestmark = pytest.mark.django_db

DATA = f"/comparisons/{SLUG}.json"
HTMX = {"HX-Request": "true", "HX-Target": "claims"}


def again(client: Client, address: str, tag: str, **headers: str) -> Any:
    return client.get(address, headers={"If-None-Match": tag, **headers})


@pytest.mark.usefixtures("edition")
class TestTheSameBytesAreNotSentTwice:
    @pytest.mark.parametrize("address", [PAGE, f"{PAGE}?show=open", DATA])
    def test_to_whoever_has_them(self, client: Client, address: str) -> None:
        tag = client.get(address)["ETag"]
        with CaptureQueriesContext(connection) as queries:
            response = again(client, address, tag)
        assert (response.status_code, response.content, response["ETag"]) == (304, b"", tag)
        assert response["Cache-Control"] == "no-cache"
        assert len(queries) == 1
        assert tag.startswith('W/"')
        for given in (tag.removeprefix("W/"), f'"other", {tag}'):
            assert again(client, address, given).status_code == 304

    def test_and_a_page_and_its_fragment_are_not_taken_for_each_other(self, client: Client) -> None:
        page, fragment = client.get(PAGE), client.get(PAGE, headers=HTMX)
        assert page["ETag"] != fragment["ETag"]
        assert again(client, PAGE, page["ETag"], **HTMX).status_code == 200
        response = again(client, PAGE, fragment["ETag"], **HTMX)
        assert response.status_code == 304
        assert {"HX-Request", "HX-Target"} <= {name.strip() for name in response["Vary"].split(",")}

    def test_and_no_two_addresses_share_a_tag(self, client: Client) -> None:
        addresses = [PAGE, f"{PAGE}?show=open", f"{PAGE}?topic=call", f"{PAGE}?parties=kremlin", DATA]
        assert len({client.get(address)["ETag"] for address in addresses}) == len(addresses)

    def test_but_are_in_another_language_or_by_another_release(self, client: Client) -> None:
        tag = client.get(PAGE)["ETag"]
        with patch.object(rendering, "RELEASE", "another"):
            assert again(client, PAGE, tag).status_code == 200
        assert again(client, f"/ru{PAGE}", tag).status_code == 200

    def test_but_are_by_another_name_of_the_site_since_addresses_in_a_page_have_it(
        self, client: Client, settings: Any
    ) -> None:
        settings.ALLOWED_HOSTS = ["testserver", "other.example"]
        for address in (PAGE, f"/embed/{SLUG}/", f"/api/comparisons/{SLUG}/claims"):
            tag = client.get(address)["ETag"]
            assert again(client, address, tag, Host="other.example").status_code == 200, address
            assert client.get(address, headers={"If-None-Match": tag}, secure=True).status_code == 200, address

    def test_but_by_what_the_page_says_itself_while_templates_are_being_written(
        self, client: Client, settings: Any
    ) -> None:
        tag = client.get(PAGE)["ETag"]
        settings.DEBUG = True
        assert again(client, PAGE, tag).status_code == 200
        written = client.get(PAGE)["ETag"]
        assert again(client, PAGE, written).status_code == 304
        with patch.object(rendering, "render", lambda *_args: HttpResponse("another template")):
            assert again(client, PAGE, written).status_code == 200


def test_a_correction_shows_at_once(client: Client, edition: Edition) -> None:
    tags = {address: client.get(address)["ETag"] for address in (PAGE, DATA)}
    publish(edition.event, note="The same, once more.", by="ann")
    for address, tag in tags.items():
        response = again(client, address, tag)
        assert response.status_code == 200
        assert "The same, once more." in response.content.decode()


def test_a_withdrawal_shows_at_once(client: Client, edition: Edition) -> None:
    tags = {address: client.get(address)["ETag"] for address in (PAGE, DATA)}
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    for address, tag in tags.items():
        for given in (tag, "*"):
            assert again(client, address, given).status_code == 410
        assert "ETag" not in client.get(address)


def test_what_is_no_page_has_no_tag(client: Client, edition: Edition) -> None:
    for query, status in (("show=&topic=", 302), ("show=x", 400)):
        response = again(client, f"{PAGE}?{query}", "*")
        assert response.status_code == status
        assert "ETag" not in response


def test_a_browser_asks_before_it_shows_what_it_kept(client: Client, edition: Edition) -> None:
    edition.event.slug = "call"
    edition.event.save()
    publish(edition.event, note="A shorter address.", by="ann")
    public = ["/", "/about/", "/comparisons/call/", "/comparisons/call.json", "/comparison-1.schema.json"]
    moved = [PAGE, DATA]
    not_pages = ["/comparisons/call/?show=x", "/comparisons/call/?show=&topic="]
    for address in (*public, *moved, *not_pages, "/comparisons/call/texts/kremlin-statement/"):
        assert client.get(address)["Cache-Control"] == "no-cache", address
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    for address in ("/comparisons/call/", "/comparisons/call.json"):
        assert client.get(address)["Cache-Control"] == "no-cache"


FOR_A_MONTH = "public, max-age=2592000, s-maxage=60"


@pytest.mark.parametrize("file", ["1.json", "1/", "1/claims/trade-discussed/"])
def test_what_an_edition_said_for_good_is_kept_long_but_not_its_withdrawal(
    client: Client, edition: Edition, file: str
) -> None:
    address = f"{PAGE}editions/{file}"
    if file.endswith("/"):
        # Of a page its card, in the version that the page names.
        card = page(read(client, address)).one("meta[property='og:image']")["content"]
        address = card.removeprefix("http://testserver")
    response = client.get(address)
    assert response["Cache-Control"] == FOR_A_MONTH
    unchanged = again(client, address, response["ETag"])
    assert (unchanged.status_code, unchanged["Cache-Control"]) == (304, FOR_A_MONTH)
    withdraw(edition.event, reason="The text was of another call.", by="ann")
    gone = again(client, address, response["ETag"])
    assert (gone.status_code, gone["Cache-Control"]) == (410, "no-cache")
    for missing in (f"{PAGE}editions/9.json", f"{PAGE}editions/9/card.png"):
        assert "max-age" not in client.get(missing).headers.get("Cache-Control", "")


def test_the_page_of_an_edition_says_which_is_the_newest_and_so_is_asked_about(
    client: Client, edition: Edition
) -> None:
    assert client.get(f"{PAGE}editions/1/")["Cache-Control"] == "no-cache"


def test_a_preview_is_made_again_each_time(admin_client: Client, edition: Edition) -> None:
    address = f"/admin/comparisons/event/{edition.event.pk}/preview/"
    response = admin_client.get(address)
    assert response.status_code == 200
    assert "ETag" not in response
    assert "no-store" in response["Cache-Control"]
    assert again(admin_client, address, "*").status_code == 200
