"""Which addresses may be spoken to."""

import socket
from ipaddress import ip_network
from typing import Any

import pytest

from comparisons.importing.proposal import CannotImport
from comparisons.importing.ssrf_guard import allowed_url, is_allowed, resolve_allowed

PUBLIC = ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34", "64:ff9b::5db8:d822"]
NOT_PUBLIC = [
    *("127.0.0.1", "127.8.9.10", "::1", "0.0.0.0", "::"),
    *("10.0.0.1", "172.16.0.1", "192.168.1.7", "100.64.0.1", "fd00::1", "fec0::1"),
    *("169.254.169.254", "fe80::1", "fe80::1%eth0"),
    *("::ffff:127.0.0.1", "::ffff:169.254.169.254", "::127.0.0.1", "::ffff:10.0.0.1"),
    *("64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:a9fe:a9fe::1"),
    *("224.0.0.1", "ff02::1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "2001:db8::1"),
]


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_open(address: str) -> None:
    assert is_allowed(address, [])


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_an_address_that_is_not_public_is_closed(address: str) -> None:
    assert not is_allowed(address, [])
    assert not is_allowed(address, [ip_network("10.99.0.0/16")])


def test_a_network_that_the_settings_name_is_open_and_no_other() -> None:
    allowed = [ip_network("10.1.2.0/24"), ip_network("fd00::/8")]
    assert is_allowed("10.1.2.3", allowed)
    assert is_allowed("::ffff:10.1.2.3", allowed)
    assert is_allowed("fd00::7", allowed)
    assert not is_allowed("10.1.3.3", allowed)
    assert not is_allowed("127.0.0.1", allowed)


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("file:///etc/passwd", "begin with http://"),
        ("ftp://www.example.org/readout", "begin with http://"),
        ("gopher://www.example.org:70/1", "begin with http://"),
        ("data:text/html,<p>Words", "begin with http://"),
        ("javascript:alert(1)", "begin with http://"),
        ("www.example.org", "begin with http://"),
        ("", "begin with http://"),
        ("http://", "names no site"),
        ("http:///readout", "names no site"),
        ("http://user:password@www.example.org/", "a user name or a password"),
        ("http://user@www.example.org/", "a user name or a password"),
        ("http://@www.example.org/", "a user name or a password"),
        ("http://www.example.org:port/", "not a web address"),
        ("http://www.example.org\\@127.0.0.1/", "not a web address"),
        ("http://www.example.org/a b", "not a web address"),
        ("http://www.example.org/\r\nX-Header: 1", "not a web address"),
        ("http://[::1", "not a web address"),
        ("http://..ä../", "not a web address"),
        ("http://2130706433/", "“2130706433” is not how a site is named"),
        ("http://0x7f000001/", "is not how a site is named"),
        ("http://0177.0.0.1/", "is not how a site is named"),
        ("http://127.1/", "is not how a site is named"),
        ("http://127.0.0.0x1/", "is not how a site is named"),
        ("http://127.0.0.1./", "is not how a site is named"),
        ("http://www.example.org/" + "a" * 2000, "longer than 2000 characters"),
    ],
)
def test_an_address_that_may_not_be_fetched_is_refused_with_its_reason(address: str, reason: str) -> None:
    with pytest.raises(CannotImport, match=reason.replace("(", r"\(")):
        allowed_url(address)


def test_an_address_in_any_letters_is_taken() -> None:
    assert allowed_url("  https://WWW.Example.org/a?b=c#d ").host == "www.example.org"
    assert allowed_url("http://кремль.рф:8080/новости").netloc == "xn--e1ajeds9e.xn--p1ai:8080"
    assert allowed_url("http://кремль.рф/новости").request_uri == "/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"
    assert allowed_url("http://[2001:db8::1]/").host == "[2001:db8::1]"


def resolving_to(*addresses: str) -> Any:
    def getaddrinfo(host: str, port: int, **options: Any) -> Any:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    return getaddrinfo


def test_one_closed_address_closes_the_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to("93.184.216.34", "10.0.0.5"))
    with pytest.raises(CannotImport, match=r"“www\.example\.org” is at 10\.0\.0\.5, which is not a public address"):
        resolve_allowed("www.example.org", 80, [])
    monkeypatch.setattr(socket, "getaddrinfo", resolving_to("93.184.216.34", "93.184.216.34"))
    assert resolve_allowed("www.example.org", 80, []) == ["93.184.216.34"]


def test_a_name_that_nobody_has_is_said_to_be_so() -> None:
    with pytest.raises(CannotImport, match=r"There is no site “nobody[.]invalid”"):
        resolve_allowed("nobody.invalid", 80, [])
