"""How an address leads to its edition: found, gone, moved, or never there. Each view is answered for in tests/views."""

from typing import Any

import pytest
from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import resolve

from comparisons.models import Edition
from comparisons.published import (
    Withdrawn,
    comparison_at_current_slug,
    current_edition,
    find_current,
    find_numbered,
    numbered_edition,
    withdrawn_json,
)
from comparisons.publishing.publish import publish, withdraw
from tests.examples import SLUG

pytestmark = pytest.mark.django_db

REASON = "It was another call."
PAGE = f"/comparisons/{SLUG}/"


@pytest.fixture
def second(edition: Edition) -> Edition:
    return publish(edition.event, note="Once more.", by="ann")


@pytest.fixture
def renamed(edition: Edition) -> Edition:
    """The second edition, under another slug."""
    edition.event.slug = "call"
    edition.event.save()
    return publish(edition.event, note="A shorter address.", by="ann")


def asked(address: str, view: Any) -> HttpResponse:
    """What a view answers at this address, in place of the one that stands there."""
    request = RequestFactory().get(address)
    request.resolver_match = resolve(request.path_info)
    response: HttpResponse = view(request, **request.resolver_match.kwargs)
    return response


@current_edition()
def current(request: HttpRequest, edition: Edition, **rest: str) -> HttpResponse:
    return HttpResponse(f"{edition.slug} {edition.number} {rest}")


@numbered_edition()
def numbered(request: HttpRequest, edition: Edition, newest: Edition, **rest: str) -> HttpResponse:
    return HttpResponse(f"{edition.slug} {edition.number} of {newest.number} {rest}")


class TestTheCurrentEdition:
    @pytest.mark.usefixtures("second")
    def test_is_given_to_the_view_with_the_other_arguments_of_the_route(self) -> None:
        assert asked(PAGE, current).content.decode() == f"{SLUG} 2 {{}}"
        found = asked(f"{PAGE}claims/trade-discussed/", current).content.decode()
        assert found == f"{SLUG} 2 {{'claim_slug': 'trade-discussed'}}"

    def test_costs_one_query_with_its_document_or_without(self, edition: Edition) -> None:
        for documents in (True, False):
            with CaptureQueriesContext(connection) as queries:
                found = find_current(SLUG, documents=documents)
            assert len(queries) == 1
            assert ("body" in found.get_deferred_fields()) != documents

    def test_is_not_there_before_anything_was_published(self, event: Any) -> None:
        with pytest.raises(Http404):
            asked(PAGE, current)

    @pytest.mark.usefixtures("renamed")
    def test_redirects_from_an_earlier_slug_to_the_same_route_with_arguments_and_query_string(self) -> None:
        response = asked(f"{PAGE}claims/trade-discussed/?show=open&x=%C3%A9", current)
        assert response.status_code == 301
        assert response["Location"] == "/comparisons/call/claims/trade-discussed/?show=open&x=%C3%A9"

    def test_is_gone_before_it_has_moved(self, renamed: Edition) -> None:
        withdraw(renamed.event, reason=REASON, by="ann")
        for address in (PAGE, "/comparisons/call/"):
            response = asked(address, current)
            assert response.status_code == 410
            assert REASON in response.content.decode()


class TestAnEditionByItsNumber:
    @pytest.mark.usefixtures("second")
    def test_is_given_to_the_view_with_the_newest(self) -> None:
        assert asked(f"{PAGE}editions/1/", numbered).content.decode() == f"{SLUG} 1 of 2 {{}}"
        assert asked(f"{PAGE}editions/2/", numbered).content.decode() == f"{SLUG} 2 of 2 {{}}"

    @pytest.mark.parametrize(("documents", "deferred"), [(True, [False, True]), (False, [True, True])])
    def test_comes_with_its_document_or_without_and_the_newest_always_without(
        self, second: Edition, documents: bool, deferred: list[bool]
    ) -> None:
        @numbered_edition(documents=documents)
        def view(request: HttpRequest, *editions: Edition) -> HttpResponse:
            return HttpResponse(repr(["body" in edition.get_deferred_fields() for edition in editions]))

        with CaptureQueriesContext(connection) as queries:
            assert asked(f"{PAGE}editions/1/", view).content.decode() == repr(deferred)
        assert len(queries) == 2

    @pytest.mark.usefixtures("second")
    def test_is_not_there_with_a_number_that_none_has(self) -> None:
        with pytest.raises(Http404):
            asked(f"{PAGE}editions/3/", numbered)

    @pytest.mark.usefixtures("renamed")
    def test_redirects_from_an_earlier_slug_whether_there_is_one_or_not(self) -> None:
        for number in (1, 2, 3):
            response = asked(f"{PAGE}editions/{number}/", numbered)
            assert (response.status_code, response["Location"]) == (301, f"/comparisons/call/editions/{number}/")

    def test_is_gone_alone_where_a_newer_one_was_published_which_is_named(self, renamed: Edition) -> None:
        withdraw(renamed.event, reason=REASON, by="ann")
        renamed.event.title = "The newest title"
        renamed.event.save()
        third = publish(renamed.event, note="Corrected.", by="ann")
        response = asked("/comparisons/call/editions/2/", numbered)
        html = response.content.decode()
        assert response.status_code == 410
        assert REASON in html
        assert "The newest title" in html
        with pytest.raises(Withdrawn) as withdrawn:
            find_numbered(third, 2)
        assert (withdrawn.value.edition, withdrawn.value.newest) == (renamed, third)

    def test_is_gone_with_the_whole_comparison(self, second: Edition) -> None:
        withdraw(second.event, reason=REASON, by="ann")
        for number in (1, 2, 3):
            response = asked(f"{PAGE}editions/{number}/", numbered)
            assert response.status_code == 410
            assert "All editions" not in response.content.decode()


class TestTheManner:
    """For JSON and for frames the 410 is JSON, and a page in the frame."""

    def test_of_a_410_is_the_views_own(self, edition: Edition) -> None:
        withdraw(edition.event, reason=REASON, by="ann")

        @current_edition(gone=withdrawn_json)
        def view(request: HttpRequest, edition: Edition) -> HttpResponse:
            raise AssertionError

        response: Any = asked(PAGE, view)
        assert (response.status_code, response["Content-Type"]) == (410, "application/json")
        assert REASON in response.content.decode()

    def test_of_a_410_holds_for_an_edition_that_the_view_itself_looks_up(self, second: Edition) -> None:
        withdraw(second.event, reason=REASON, by="ann")
        second.event.title = "The newest title"
        second.event.save()
        publish(second.event, note="Corrected.", by="ann")

        @current_edition(gone=withdrawn_json)
        def view(request: HttpRequest, newest: Edition) -> HttpResponse:
            find_numbered(newest, 2)
            raise AssertionError

        response = asked(PAGE, view)
        assert response.status_code == 410
        assert "The newest title" in response.content.decode()

    @pytest.mark.parametrize(
        ("address", "kind"),
        [
            (PAGE, "text/html; charset=utf-8"),
            (f"/comparisons/{SLUG}.json", "application/json"),
            (f"{PAGE}editions/1.json", "application/json"),
            (f"/embed/{SLUG}/", "text/html; charset=utf-8"),
            (f"{PAGE}editions/1/card.png", "text/html; charset=utf-8"),
        ],
    )
    def test_of_each_kind_of_address(self, client: Client, edition: Edition, address: str, kind: str) -> None:
        withdraw(edition.event, reason=REASON, by="ann")
        response = client.get(address)
        assert (response.status_code, response["Content-Type"]) == (410, kind)
        assert ("X-Frame-Options" in response) != address.startswith("/embed/")


@pytest.mark.parametrize("query", ["", "?topic=nothing", "?edition=7"])
def test_what_is_not_there_is_said_in_the_frame_that_asks(client: Client, db: None, query: str) -> None:
    response = client.get(f"/embed/nothing/{query}")
    assert response.status_code == 404
    assert response["Cache-Control"] == "no-cache"
    assert "X-Frame-Options" not in response
    assert "There is nothing at this address" in response.content.decode()


def test_what_an_edition_says_has_the_slug_that_the_comparison_has_now(edition: Edition, renamed: Edition) -> None:
    assert edition.document["event"]["slug"] == SLUG
    assert comparison_at_current_slug(edition, renamed).slug == "call"


def test_no_tag_is_shared_by_pages_of_other_editions(client: Client, second: Edition) -> None:
    """An ETag has all editions that the page shows, and nothing is not modified that is not there."""
    address = f"{PAGE}editions/changes/?from=1&to=2"
    tag = client.get(address)["ETag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    publish(second.event, note="Thrice.", by="ann")
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200
    for missing in (f"{PAGE}claims/nothing/", f"{PAGE}editions/9/card.png", f"{PAGE}editions/1/claims/no/card.png"):
        assert client.get(missing, headers={"If-None-Match": "*"}).status_code == 404
