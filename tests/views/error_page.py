"""Reads a page that says what is not to be had."""

import re
from typing import Any

from tests.dom import text_of


def told(response: Any) -> tuple[str, list[str]]:
    """The small status of a page of this kind, and its headlines."""
    html = response.content.decode()
    assert "css/message.css" in html
    assert '<meta name="robots" content="noindex">' in html
    assert not response.cookies
    assert "default-src 'none'" in response["Content-Security-Policy"]
    (status,) = re.findall(r'<p class="status">(\d+)</p>', html)
    assert int(status) == response.status_code
    return status, [text_of(heading) for heading in re.findall(r"<h1>.*?</h1>", html, re.DOTALL)]
