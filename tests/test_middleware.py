"""A NUL in an address: PostgreSQL takes none in its text, and no address of ours has one."""

import pytest
from django.test import Client

from tests.dom import text_of

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
