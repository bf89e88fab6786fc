"""HEAD, as link checkers and chat programs send it, to the server that `make demo` starts."""

from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

from tests.browser.pages import PAGES
from tests.browser.site import serve
from tests.examples import PAGE, SLUG

FILES = [
    *(f"/comparisons/{SLUG}.json", f"/comparisons/{SLUG}.csv", f"{PAGE}annotations.jsonld", f"{PAGE}editions/1.json"),
    *(f"{PAGE}editions/1/card.png", f"{PAGE}editions/1/claims/trade-discussed/card.png", f"{PAGE}feed.atom"),
    *("/data/comparisons.csv", "/data/comparisons.jsonl", "/feed.atom", "/embed.js", "/service-worker.js", "/healthz"),
    *("/api/", "/api/openapi.json", "/api/comparisons", "/api/topics/trade/claims", "/api/nothing", "/oembed"),
    *("/sitemap.xml", "/sitemaps/pages.xml", "/robots.txt", "/comparison-1.schema.json", "/static/css/site.css"),
]
OF_THE_MESSAGE = {"date", "connection", "set-cookie"}


def asked(connection: HTTPConnection, method: str, address: str) -> tuple[HTTPResponse, bytes]:
    connection.request(method, address, headers={"Accept-Encoding": "br, gzip"})
    response = connection.getresponse()
    return response, response.read()


def headers_of(response: HTTPResponse) -> dict[str, set[str]]:
    """The directives of a policy stand in no order; a stream has no length that HEAD could give."""
    return {
        name.lower(): set(value.split("; "))
        for name, value in response.getheaders()
        if name.lower() not in {*OF_THE_MESSAGE, "transfer-encoding"}
    }


def test_head_has_the_headers_of_get_no_body_and_no_warning_of_the_server(tmp_path: Path) -> None:
    with serve(tmp_path) as site:
        connection = HTTPConnection(urlsplit(site.url).netloc)
        for address in [*PAGES.values(), *FILES, "/admin/"]:
            got, body = asked(connection, "GET", address)
            head, nothing = asked(connection, "HEAD", address)
            assert nothing == b"", address
            assert head.status == got.status, address
            assert headers_of(head) == headers_of(got), address
            if "Content-Length" in got.headers:
                assert int(got.headers["Content-Length"]) == len(body), address
        connection.close()
    log = (tmp_path / "server.log").read_text()
    assert "Listening at" in log
    assert "body" not in log
    assert not [line for line in log.splitlines() if "gunicorn" in line and "WARNING" in line]
