"""Fetches a page from the web: limited in bytes, in seconds, in redirects, and to allowed addresses."""

import http.client
import socket
import ssl
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotInTime
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass, field
from datetime import datetime
from email.message import Message
from threading import Thread
from time import monotonic
from typing import Any
from urllib.parse import urljoin

import urllib3
from django.utils.translation import gettext as _
from urllib3.connection import HTTPConnection, HTTPSConnection

from comparisons.models.fields import URL_LENGTH
from comparisons.moments import Moment

from .encodings import decode
from .files import BYTES_AT_MOST
from .html_pages import text_of_page
from .language_detection import detect_language
from .proposal import CannotImport, Proposal, checked_text
from .ssrf_guard import Network, allowed_url, resolve_allowed

SECONDS_AT_MOST = 20
REDIRECTS_AT_MOST = 5
REDIRECT = {301, 302, 303, 307, 308}
PAGES = {"text/html", "application/xhtml+xml"}
HEADERS = {
    "User-Agent": "Counterpoint (import of a text)",
    "Accept": "text/html, application/xhtml+xml, text/plain",
    "Accept-Encoding": "gzip",
}


@dataclass(frozen=True)
class Fetched:
    url: str
    """Where it was found, after redirects."""
    kind: str
    charset: str
    body: bytes


def from_web(url: str, *, allowed: Sequence[Network], now: datetime, seconds: float = SECONDS_AT_MOST) -> Proposal:
    """A proposal from the page at this URL. `allowed` are networks that are not public and may be fetched from."""
    fetched = fetch(url, allowed=allowed, seconds=seconds)
    about = {"source_url": fetched.url, "captured_at": Moment.of(now).text}
    moved = [] if fetched.url == url.strip() else [_("%(url)s leads there.") % {"url": url.strip()}]
    if fetched.kind in PAGES:
        page = text_of_page(fetched.body, fetched.charset)
        found = {"text": page.text, "title": page.title, "issued_at": page.issued_at, "language": page.language}
        return Proposal(**found, **about, notes=(*moved, *page.notes))
    decoded = decode(fetched.body, fetched.charset)
    text = checked_text(decoded.text)
    notes = (*moved, _("Read as %(encoding)s.") % {"encoding": decoded.encoding})
    return Proposal(text=text, language=detect_language(text), **about, notes=notes)


def fetch(url: str, *, allowed: Sequence[Network], seconds: float = SECONDS_AT_MOST) -> Fetched:
    """CannotImport says why not. A thread does the work, as nothing else can bound the time that a name takes."""
    wire = Wire(allowed, ends=monotonic() + seconds)
    outcome: Future[Fetched] = Future()

    def work() -> None:
        try:
            outcome.set_result(_follow(url, wire))
        except BaseException as error:
            outcome.set_exception(error)

    # With its context, in which the language of the request is.
    Thread(target=copy_context().run, args=[work], daemon=True, name="fetch").start()
    try:
        return outcome.result(seconds)
    except NotInTime:
        raise _too_slow(seconds) from None
    except (urllib3.exceptions.HTTPError, http.client.HTTPException, OSError, ValueError) as error:
        if isinstance(error, CannotImport):
            raise
        if monotonic() >= wire.ends:
            raise _too_slow(seconds) from None
        raise CannotImport(_reason(error)) from None
    finally:
        wire.cut()


@dataclass
class Wire:
    """What the connections of one fetch share: where they may lead, when they end, and a way to cut them."""

    allowed: Sequence[Network]
    ends: float
    is_cut: bool = False
    lines: list[socket.socket] = field(default_factory=list)

    @property
    def left(self) -> float:
        return max(self.ends - monotonic(), 0.01)

    def connect(self, host: str, port: int) -> socket.socket:
        problem: OSError = ConnectionError(host)
        for address in resolve_allowed(host, port, self.allowed):
            try:
                line = socket.create_connection((address, port), timeout=self.left)
            except OSError as error:
                problem = error
                continue
            # TLS takes the socket over; the copy still ends the connection that both are of.
            self.lines.append(line.dup())
            if self.is_cut:
                self.cut()
            return line
        raise problem

    def cut(self) -> None:
        self.is_cut = True
        while self.lines:
            line = self.lines.pop()
            with suppress(OSError):
                line.shutdown(socket.SHUT_RDWR)
            line.close()


class GuardedConnection(HTTPConnection):
    def __init__(self, *args: Any, wire: Wire, **options: Any) -> None:
        super().__init__(*args, **options)
        self.wire = wire

    def _new_conn(self) -> socket.socket:
        return self.wire.connect(self.host, self.port)


class GuardedTLSConnection(GuardedConnection, HTTPSConnection):
    pass


class GuardedPool(urllib3.HTTPConnectionPool):
    ConnectionCls = GuardedConnection


class GuardedTLSPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = GuardedTLSConnection


def _follow(address: str, wire: Wire) -> Fetched:
    for _hop in range(REDIRECTS_AT_MOST + 1):
        url = allowed_url(address)
        options: dict[str, Any] = {"wire": wire, "timeout": wire.left, "maxsize": 1, "retries": False}
        pool = GuardedTLSPool if url.scheme == "https" else GuardedPool
        port = url.port or pool.ConnectionCls.default_port
        with pool(str(url.host), port, **options) as connections:
            answer = connections.urlopen("GET", url.request_uri, headers=HEADERS, redirect=False, preload_content=False)
            try:
                if answer.status not in REDIRECT:
                    return _taken(url.url.partition("#")[0], answer)
                address = urljoin(url.url, answer.headers.get("Location", ""))
            finally:
                answer.close()
    raise CannotImport(_("The address leads on to others more than %(limit)d times.") % {"limit": REDIRECTS_AT_MOST})


def _taken(url: str, answer: urllib3.BaseHTTPResponse) -> Fetched:
    if answer.status != 200:
        raise CannotImport(_("The site answered with the status %(status)d.") % {"status": answer.status})
    header = Message()
    header["Content-Type"] = answer.headers.get("Content-Type", "")
    kind = header.get_content_type() if answer.headers.get("Content-Type") else ""
    if kind not in PAGES and kind != "text/plain":
        message = _("It is of the kind “%(kind)s”; only pages and plain texts are taken.")
        raise CannotImport(message % {"kind": kind or "?"})
    if len(url) > URL_LENGTH:
        raise CannotImport(_("The address is longer than %(limit)d characters.") % {"limit": URL_LENGTH})
    length = answer.headers.get("Content-Length", "")
    if length.isascii() and length.isdigit() and int(length[:20]) > BYTES_AT_MOST:
        raise _too_large()
    body = bytearray()
    # The bytes are counted as they are unpacked.
    for chunk in answer.stream(2**16, decode_content=True):
        body += chunk
        if len(body) > BYTES_AT_MOST:
            raise _too_large()
    return Fetched(url, kind, header.get_content_charset() or "", bytes(body))


def _too_large() -> CannotImport:
    return CannotImport(_("It is larger than %(limit)d MB.") % {"limit": BYTES_AT_MOST // 2**20})


def _too_slow(seconds: float) -> CannotImport:
    return CannotImport(_("The site took longer than %(limit)g seconds.") % {"limit": seconds})


def _reason(error: BaseException) -> str:
    whole: BaseException | None = error
    while whole is not None:
        if isinstance(whole, ssl.SSLCertVerificationError):
            return _("The site does not prove that it is the one it names: its certificate does not hold.")
        whole = whole.__cause__ or whole.__context__
    return _("The site could not be reached, or broke off.")
