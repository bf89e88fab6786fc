"""Asks for oEmbed as its consumers do."""

from typing import Any
from urllib.parse import urlencode

from django.test import Client

from tests.dom import page
from tests.examples import PAGE, SLUG

HERE = f"http://testserver{PAGE}"
EMBED = f"http://testserver/embed/{SLUG}/"


def ask(client: Client, url: str | None = HERE, **more: str) -> Any:
    query = urlencode({**({"url": url} if url is not None else {}), **more})
    response = client.get(f"/oembed?{query}")
    assert response["Access-Control-Allow-Origin"] == "*"
    return response


def answer(client: Client, url: str = HERE, **more: str) -> dict[str, Any]:
    response = ask(client, url, **more)
    assert (response.status_code, response["Content-Type"]) == (200, "application/json")
    whole: dict[str, Any] = response.json()
    return whole


def source(whole: dict[str, Any]) -> str:
    return page(whole["html"]).one("iframe")["src"]
