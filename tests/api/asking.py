"""Asks the API as a client does."""

from typing import Any
from urllib.parse import urlsplit

from django.test import Client

API = "/api/"


def asked(client: Client, address: str, status: int = 200) -> Any:
    response = client.get(address)
    assert response.status_code == status, response.content.decode()
    assert response["Content-Type"] == "application/json"
    return response.json()


def pages(client: Client, address: str) -> list[Any]:
    """Every page of a list, by the addresses that each names."""
    found = []
    following: str | None = address
    while following:
        page = asked(client, following)
        found.append(page)
        following = page["next"] and local(page["next"])
    return found


def local(address: str) -> str:
    """An absolute address as the test client asks for it."""
    parts = urlsplit(address)
    assert parts.netloc == "testserver"
    return parts.path + (f"?{parts.query}" if parts.query else "")
