"""What every answer goes through: a NUL in an address is refused, what is public is compressed, HEAD has no body."""

import gzip
from collections.abc import Callable, Iterator

import brotli
import pytest
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from comparisons.middleware import accepted_encoding, compressed_for_everybody, without_body_for_head
from comparisons.models import Edition
from tests.dom import text_of
from tests.examples import PAGE, SLUG

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/admin/comparisons/claim/?kind__exact=%00",
        "/admin/comparisons/claim/?q=%00",
        "/admin/comparisons/event/%00/change/",
        "/?page=%00",
        "/?x=a%00b",
        "/?a%00=b",
        "/comparisons/%00/",
        "/comparisons/a%00.json",
        "/static/%00.css",
    ],
)
def test_a_nul_in_an_address_is_answered_with_400_and_a_way_back(admin_client: Client, address: str) -> None:
    response = admin_client.get(address)
    assert response.status_code == 400
    html = response.content.decode()
    assert "This request could not be understood" in text_of(html)
    assert 'href="/"' in html
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/?page=1&x=%2500", "/?x=%01", "/?x=0%E2%90%80"])
def test_what_only_looks_like_one_passes(client: Client, address: str) -> None:
    assert client.get(address).status_code == 200


DECOMPRESS: dict[str, Callable[[bytes], bytes]] = {"gzip": gzip.decompress, "br": brotli.decompress}
PUBLIC = ["/", PAGE, f"{PAGE}texts/", "/topics/", f"/comparisons/{SLUG}.json", "/data/comparisons.csv", "/feed.atom"]


@pytest.mark.usefixtures("edition")
class TestWhatIsPublicIsCompressed:
    @pytest.mark.parametrize("address", PUBLIC)
    @pytest.mark.parametrize("encoding", ["gzip", "br"])
    def test_to_the_same_bytes(self, client: Client, address: str, encoding: str) -> None:
        plain = client.get(address)
        packed = client.get(address, headers={"Accept-Encoding": encoding})
        assert (packed.status_code, packed["Content-Encoding"]) == (200, encoding)
        assert "Content-Encoding" not in plain
        body = DECOMPRESS[encoding](packed.getvalue())
        assert body == plain.getvalue()
        assert len(packed.getvalue()) < len(body) / 2
        if not packed.streaming:
            assert packed["Content-Length"] == str(len(packed.content))

    @pytest.mark.parametrize("address", PUBLIC)
    def test_under_one_weak_tag_that_answers_to_each(self, client: Client, address: str) -> None:
        plain = client.get(address)
        packed = client.get(address, headers={"Accept-Encoding": "br, gzip"})
        assert plain["ETag"] == packed["ETag"]
        assert plain["ETag"].startswith('W/"')
        for encoding in ("identity", "gzip", "br"):
            headers = {"Accept-Encoding": encoding, "If-None-Match": plain["ETag"]}
            again = client.get(address, headers=headers)
            assert (again.status_code, again.content, again["ETag"]) == (304, b"", plain["ETag"])
            assert "Content-Encoding" not in again
            assert "Accept-Encoding" in again["Vary"]
        assert "Accept-Encoding" in plain["Vary"]

    def test_errors_too(self, client: Client) -> None:
        assert client.get("/nowhere/", headers={"Accept-Encoding": "gzip"})["Content-Encoding"] == "gzip"

    def test_but_no_picture_and_nothing_short(self, client: Client) -> None:
        for address in (f"{PAGE}editions/1/card.png", "/healthz"):
            assert "Content-Encoding" not in client.get(address, headers={"Accept-Encoding": "br"}), address


def test_what_holds_a_secret_is_not(admin_client: Client, edition: Edition) -> None:
    """BREACH: a CSRF token could be told from the length. The desk's preview looks as the public page does."""
    event = f"/admin/comparisons/event/{edition.event.pk}"
    for address in ("/admin/", f"{event}/change/", f"{event}/desk/", f"{event}/preview/", "/admin/jsi18n/"):
        assert "Content-Encoding" not in admin_client.get(address, headers={"Accept-Encoding": "br, gzip"}), address
    for address in ("/admin/login/", "/ru/admin/login/", "/admin/"):
        assert "Content-Encoding" not in Client().get(address, headers={"Accept-Encoding": "br, gzip"}), address


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ("", ""),
        ("gzip, deflate", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("GZIP;q=0.5", "gzip"),
        ("br;q=0, gzip;q=1.0", "gzip"),
        ("br; q=0.0, gzip; q=0.000", ""),
        ("*", "br"),
        ("*;q=0", ""),
        ("br;q=0, *", "gzip"),
        ("identity", ""),
        ("deflate, zstd", ""),
        (",;q=,=", ""),
    ],
)
def test_the_client_says_what_it_can_read(header: str, encoding: str) -> None:
    assert accepted_encoding(header) == encoding


def test_what_is_streamed_is_compressed_as_it_comes() -> None:
    made = []

    def pieces() -> Iterator[bytes]:
        for number in range(3):
            made.append(number)
            yield bytes([number]) * 100_000

    answer = compressed_for_everybody(lambda _request: StreamingHttpResponse(pieces()))
    response = answer(RequestFactory().get("/", headers={"Accept-Encoding": "gzip"}))
    assert isinstance(response, StreamingHttpResponse)
    assert made == []
    body = b"".join(response)
    assert gzip.decompress(body) == b"".join(bytes([number]) * 100_000 for number in range(3))


def test_what_is_compressed_already_stays_as_it_is() -> None:
    body = gzip.compress(b"x" * 1000) * 20
    answer = compressed_for_everybody(lambda _request: HttpResponse(body, headers={"Content-Encoding": "gzip"}))
    response = answer(RequestFactory().get("/", headers={"Accept-Encoding": "br"}))
    assert isinstance(response, HttpResponse)
    assert (response.content, response["Content-Encoding"]) == (body, "gzip")


def test_what_a_cookie_decides_or_sets_is_not_compressed() -> None:
    def sets(_request: HttpRequest) -> HttpResponse:
        response = HttpResponse("x" * 1000)
        response.set_cookie("a", "b")
        return response

    def varies(_request: HttpRequest) -> HttpResponse:
        return HttpResponse("x" * 1000, headers={"Vary": "HX-Request, Cookie"})

    for view in (sets, varies):
        response = compressed_for_everybody(view)(RequestFactory().get("/", headers={"Accept-Encoding": "br"}))
        assert "Content-Encoding" not in response


def test_head_is_answered_with_the_headers_of_get_and_nothing_else() -> None:
    closed = []

    class Stream(StreamingHttpResponse):
        def close(self) -> None:
            closed.append(self)
            super().close()

    whole = without_body_for_head(lambda _request: HttpResponse("x" * 10, headers={"Content-Length": "10"}))
    streamed = without_body_for_head(lambda _request: Stream(iter([b"x"])))
    response = whole(RequestFactory().head("/"))
    assert isinstance(response, HttpResponse)
    assert (response.content, response["Content-Length"]) == (b"", "10")
    response = streamed(RequestFactory().head("/"))
    assert isinstance(response, Stream)
    assert list(response) == []
    response.close()
    assert closed == [response]
    assert whole(RequestFactory().get("/")).content == b"x" * 10  # type: ignore[attr-defined]
