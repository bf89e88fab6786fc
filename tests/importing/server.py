"""A web server on this machine that answers as the worst of them do."""

import gzip
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

RUSSIAN = """<!doctype html><html lang="ru"><head><meta charset="utf-8">
<title>Телефонный разговор с Дональдом Трампом • Президент России</title>
<meta property="article:published_time" content="2017-01-28T23:20:00+0300"></head>
<body><nav><a href="/">Главная</a> <a href="/events">События</a></nav>
<article><h1>Телефонный разговор с Дональдом Трампом</h1>
<p>Владимир Путин провёл телефонный разговор с Президентом США Дональдом Трампом.</p>
<p>Обсуждены вопросы торговли и экономических связей между странами.</p></article>
<footer>© 2017</footer></body></html>"""
CYRILLIC_1251 = RUSSIAN.replace('<meta charset="utf-8">', "").encode("cp1251")
MEGABYTE = b"x" * 2**20


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        self.server.asked.append(self.path)  # type: ignore[attr-defined]
        with suppress(OSError):
            PAGES.get(self.path.partition("?")[0], missing)(self)

    def log_message(self, *args: Any) -> None:
        pass

    def answer(self, body: bytes, kind: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def begin(self, kind: str = "text/html; charset=utf-8") -> None:
        """An answer of no declared length: it goes on until the connection ends."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True

    def drip(self, piece: bytes) -> None:
        """A little at a time, for ever, so that no single read waits long."""
        while True:
            self.wfile.write(piece)
            self.wfile.flush()
            time.sleep(0.05)


Page = Callable[[Handler], None]


def missing(handler: Handler) -> None:
    handler.answer(b"<p>Not here", status=404)


def leads_to(address: str) -> Page:
    return lambda handler: handler.answer(b"", status=302, Location=address)


def slow_body(handler: Handler) -> None:
    handler.begin()
    handler.drip(b"<p>Still here</p>")


def slow_headers(handler: Handler) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    handler.drip(b"x")


def silent(handler: Handler) -> None:
    time.sleep(5)


def unending(handler: Handler) -> None:
    handler.begin()
    while True:
        handler.wfile.write(MEGABYTE)


def breaks_off(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    handler.wfile.write(b"<p>Half")
    handler.close_connection = True


def unending_redirects(handler: Handler) -> None:
    handler.answer(b"", status=301, Location=f"/again?{time.monotonic_ns()}")


PAGES: dict[str, Page] = {
    "/russian": lambda handler: handler.answer(RUSSIAN.encode()),
    "/undeclared": lambda handler: handler.answer(RUSSIAN.replace('<meta charset="utf-8">', "").encode(), "text/html"),
    "/1251": lambda handler: handler.answer(CYRILLIC_1251, "text/html; charset=windows-1251"),
    "/1251-meta": lambda handler: handler.answer(
        CYRILLIC_1251.replace(b"<head>", b'<head><meta http-equiv=Content-Type content="text/html; charset=CP1251">'),
        "text/html",
    ),
    "/1251-undeclared": lambda handler: handler.answer(CYRILLIC_1251, "text/html"),
    "/unknown-charset": lambda handler: handler.answer(b"<p>Words", "text/html; charset=rot13"),
    "/plain": lambda handler: handler.answer(b"They spoke.\r\n\r\nOf trade.\r\n", "text/plain"),
    "/control": lambda handler: handler.answer(b"They\nspoke\x00.", "text/plain"),
    "/gzip": lambda handler: handler.answer(gzip.compress(RUSSIAN.encode()), Content_Encoding="gzip"),
    "/empty": lambda handler: handler.answer(b""),
    "/only-a-footer": lambda handler: handler.answer(
        b"<html><body><script>x = 1</script><footer>Contact us</footer></body></html>"
    ),
    "/pdf": lambda handler: handler.answer(b"%PDF-1.7", "application/pdf"),
    "/no-kind": lambda handler: handler.answer(b"<p>Words", ""),
    "/large": lambda handler: handler.answer(MEGABYTE * 6),
    "/bomb": lambda handler: handler.answer(gzip.compress(MEGABYTE * 60), Content_Encoding="gzip"),
    "/not-gzip": lambda handler: handler.answer(b"<p>Words", Content_Encoding="gzip"),
    "/tags": lambda handler: handler.answer(b"<p>x" * 100_001),
    "/slow-body": slow_body,
    "/slow-headers": slow_headers,
    "/silent": silent,
    "/unending": unending,
    "/breaks-off": breaks_off,
    "/again": unending_redirects,
    "/moved": leads_to("/russian#top"),
    "/to-metadata": leads_to("http://169.254.169.254/latest/meta-data/"),
    "/to-mapped": leads_to("http://[::ffff:127.0.0.1]/"),
    "/to-file": leads_to("file:///etc/passwd"),
    "/to-password": leads_to("http://user:password@www.example.org/"),
}


class Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False

    def __init__(self, host: str) -> None:
        super().__init__((host, 0), Handler)
        self.asked: list[str] = []

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone away is what many of these tests are about."""


@contextmanager
def serving(host: str = "127.0.0.1", context: ssl.SSLContext | None = None) -> Iterator[Server]:
    server = Server(host)
    if context:
        server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@contextmanager
def mute() -> Iterator[int]:
    """A port at which connections are taken, and nothing is ever said: not even TLS."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield int(listener.getsockname()[1])
