"""Reads a page that says what is not to be had."""

from typing import Any

from tests.dom import page


def status_and_headlines(response: Any) -> tuple[str, list[str]]:
    """The small status of a page of this kind, and its headlines."""
    html = response.content.decode()
    assert page(html).one("link[rel=stylesheet]")["href"] in ("/static/css/message.css", "/static/css/editions.css")
    assert page(html).one("meta[name=robots]")["content"] == "noindex"
    assert not response.cookies
    assert "default-src 'none'" in response["Content-Security-Policy"]
    status = page(html).one("p.status").text
    assert int(status) == response.status_code
    return status, [heading.text for heading in page(html).all("h1")]
