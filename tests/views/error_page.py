"""Reads a page that says what is not to be had."""

from typing import Any

from tests.dom import page


def status_and_headlines(response: Any) -> tuple[str, list[str]]:
    """The small status of a page of this kind, and its headlines."""
    html = response.content.decode()
    assert "css/pages/message.css" in html
    assert page(html).one("meta[name=robots]")["content"] == "noindex"
    assert not response.cookies
    assert "default-src 'none'" in response["Content-Security-Policy"]
    status = page(html).one("p.status").text
    assert int(status) == response.status_code
    return status, [heading.text for heading in page(html).all("h1")]
