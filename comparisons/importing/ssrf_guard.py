"""SSRF guard: a fetch connects to public addresses alone, and to those that the site's settings allow.

The rule is that of trafilatura's own guard. Here it is checked before anything is sent, so that not even an attempt
to connect reveals what is in the network behind the site, and for the very address that is then connected to, so that
a name which resolves to another address a moment later (DNS rebinding) gains nothing.
"""

import re
import socket
from collections.abc import Sequence
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address, ip_network

from django.utils.translation import gettext as _
from urllib3.util import Url, parse_url

from comparisons.models.fields import URL_LENGTH

from .proposal import CannotImport

Network = IPv4Network | IPv6Network
IPAddress = IPv4Address | IPv6Address

# Networks in which an IPv6 address leads to the IPv4 address in its last 32 bits.
TRANSLATED = [ip_network("64:ff9b::/96"), ip_network("::/96")]
# Not public either, though Python does not know it: translation within a site, and the addresses of a site of old.
CLOSED = [ip_network("64:ff9b:1::/48"), ip_network("fec0::/10")]
NUMBER = re.compile(r"0x[0-9a-f]*|[0-9]+", re.IGNORECASE)


def allowed_url(text: str) -> Url:
    """The parts of an address that may be fetched, if what it resolves to may. CannotImport says why it may not."""
    text = text.strip()
    if len(text) > URL_LENGTH:
        raise CannotImport(_("The address is longer than %(limit)d characters.") % {"limit": URL_LENGTH})
    try:
        if re.search(r"[\s\\\x00-\x1f\x7f]", text):
            raise ValueError(text)
        # A name in other letters than Latin is looked up in its ASCII form.
        url = parse_url(_in_ascii(text))
        host = url.host or ""
    except ValueError:
        raise CannotImport(_("This is not a web address.")) from None
    if url.scheme not in ("http", "https"):
        raise CannotImport(_("Only addresses that begin with http:// or https:// are fetched."))
    if url.auth is not None or re.match(r"[^/?#]*//[^/?#]*@", text):
        raise CannotImport(_("The address contains a user name or a password; these are not sent."))
    if not host:
        raise CannotImport(_("The address names no site."))
    if NUMBER.fullmatch(host.rstrip(".").rpartition(".")[2]) and not _is_dotted_quad(host):
        raise CannotImport(_("“%(host)s” is not how a site is named: use its name.") % {"host": host})
    return url


def resolve_allowed(host: str, port: int, allowed: Sequence[Network]) -> list[str]:
    """What the host resolves to, all of it vetted: one address that may not be spoken to forbids the host."""
    try:
        found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise CannotImport(_("There is no site “%(host)s”.") % {"host": host}) from None
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses:
        if not is_allowed(address, allowed):
            message = _("“%(host)s” is at %(address)s, which is not a public address.")
            raise CannotImport(message % {"host": host, "address": address.partition("%")[0]})
    return addresses


def is_allowed(address: str, allowed: Sequence[Network]) -> bool:
    """Whether it may be spoken to. An IPv4 address that is wrapped in an IPv6 one counts as itself."""
    bare = _unwrapped(ip_address(address.partition("%")[0]))
    if any(bare in network for network in allowed):
        return True
    return bare.is_global and not (bare.is_multicast or bare.is_reserved or any(bare in closed for closed in CLOSED))


def _unwrapped(address: IPAddress) -> IPAddress:
    if isinstance(address, IPv4Address) or address == IPv6Address("::1"):
        return address
    inner = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
    if inner is None and any(address in network for network in TRANSLATED):
        inner = IPv4Address(int(address) & 0xFFFFFFFF)
    return inner or address


def _is_dotted_quad(host: str) -> bool:
    try:
        IPv4Address(host)
    except ValueError:
        return False
    return True


def _in_ascii(text: str) -> str:
    """The address with the name of its site in ASCII. ValueError: there is no such name."""
    found = re.match(r"([a-z][a-z0-9+.-]*://)([^/?#]*)(.*)", text, re.IGNORECASE)
    if not found or found.group(2).isascii():
        return text
    host, colon, port = found.group(2).partition(":")
    return f"{found.group(1)}{host.encode('idna').decode()}{colon}{port}{found.group(3)}"
