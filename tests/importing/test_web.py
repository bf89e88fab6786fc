"""Pages from a server on this machine, which the SSRF guard allows by a setting, and others that it refuses."""

import shutil
import socket
import ssl
import subprocess
import threading
import time
from datetime import UTC, datetime
from ipaddress import ip_network
from pathlib import Path
from typing import Any

import pytest

from comparisons.importing import CannotImport, Proposal, from_web
from tests.importing.server import PAGES, Server, leads_to, mute, serving

NOW = datetime(2026, 11, 23, 15, 31, tzinfo=UTC)
HERE = [ip_network("127.0.0.1")]
TEXT = (
    "Телефонный разговор с Дональдом Трампом\n\n"
    "Владимир Путин провёл телефонный разговор с Президентом США Дональдом Трампом.\n\n"
    "Обсуждены вопросы торговли и экономических связей между странами."
)


def found(site: Server, path: str, **options: Any) -> Proposal:
    address = f"http://127.0.0.1:{site.port}{path}"
    return from_web(address, **{"allowed": HERE, "now": NOW, "seconds": 10, **options})


def refusal(site: Server, path: str, **options: Any) -> str:
    with pytest.raises(CannotImport) as refused:
        found(site, path, **options)
    return str(refused.value)


# What is found


def test_a_page_is_proposed_with_all_that_it_says_of_itself(site: Server) -> None:
    proposal = found(site, "/russian")
    assert proposal.text == TEXT
    assert proposal.title == "Телефонный разговор с Дональдом Трампом"
    assert proposal.issued_at == "2017-01-28T23:20:00+03:00"
    assert proposal.language == "ru"
    assert proposal.source_url == f"http://127.0.0.1:{site.port}/russian"
    assert proposal.captured_at == "2026-11-23T15:31:00Z"
    assert proposal.notes[0] == "Read as UTF-8."
    assert "compare it with the page" in proposal.notes[1]


@pytest.mark.parametrize("path", ["/1251", "/1251-meta"])
def test_a_page_in_windows_1251_is_read_where_it_says_so(site: Server, path: str) -> None:
    proposal = found(site, path)
    assert proposal.text == TEXT
    assert proposal.notes[0] == "Read as WINDOWS-1251."


@pytest.mark.parametrize("path", ["/undeclared", "/gzip"])
def test_a_page_in_utf_8_is_read_compressed_or_undeclared(site: Server, path: str) -> None:
    assert found(site, path).text == TEXT


def test_a_redirect_is_followed_and_the_address_where_it_ends_is_kept(site: Server) -> None:
    proposal = found(site, "/moved")
    assert proposal.source_url == f"http://127.0.0.1:{site.port}/russian"
    assert proposal.notes[0] == f"http://127.0.0.1:{site.port}/moved leads there."


def test_a_plain_text_is_taken_to_the_letter(site: Server) -> None:
    proposal = found(site, "/plain")
    assert proposal.text == "They spoke.\n\nOf trade.\n"
    assert (proposal.title, proposal.issued_at, proposal.language) == ("", "", "")


def test_a_page_without_a_main_text_gives_all_its_words_and_says_so(site: Server) -> None:
    proposal = found(site, "/only-a-footer")
    assert proposal.text == "Contact us"
    assert "No main text could be told from the rest" in proposal.notes[1]


# What is refused


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/nowhere", "The site answered with the status 404."),
        ("/pdf", "It is of the kind “application/pdf”; only pages and plain texts are taken."),
        ("/no-kind", "It is of the kind “?”; only pages and plain texts are taken."),
        ("/empty", "There is no text in it."),
        ("/1251-undeclared", "is not UTF-8: the encoding is another one, or the text is damaged."),
        ("/unknown-charset", "“rot13” is no known encoding of a text."),
        ("/control", "Character 11, in line 2, is the control character U+0000, which cannot be kept."),
        ("/large", "It is larger than 5 MB."),
        ("/unending", "It is larger than 5 MB."),
        ("/bomb", "It is larger than 5 MB."),
        ("/tags", "The page has more than 100000 tags: paste its text instead."),
        ("/not-gzip", "The site could not be reached, or broke off."),
        ("/breaks-off", "The site could not be reached, or broke off."),
        ("/again", "The address leads on to others more than 5 times."),
        ("/to-metadata", "“169.254.169.254” is at 169.254.169.254, which is not a public address."),
        ("/to-file", "Only addresses that begin with http:// or https:// are fetched."),
        ("/to-password", "The address contains a user name or a password; these are not sent."),
    ],
)
def test_what_a_server_may_do_is_refused_with_its_reason(site: Server, path: str, reason: str) -> None:
    assert refusal(site, path).endswith(reason)


@pytest.mark.parametrize("path", ["/slow-body", "/slow-headers", "/silent"])
def test_a_slow_server_is_left_after_the_time_limit(site: Server, path: str) -> None:
    began = time.monotonic()
    assert refusal(site, path, seconds=0.6) == "The site took longer than 0.6 seconds."
    assert time.monotonic() - began < 1.5
    deadline = time.monotonic() + 3
    while any(thread.name == "fetch" for thread in threading.enumerate()):
        assert time.monotonic() < deadline, "the thread that fetches is still there"
        time.sleep(0.05)


def test_time_runs_while_a_name_is_looked_up_and_while_tls_is_awaited(monkeypatch: pytest.MonkeyPatch) -> None:
    with mute() as port, pytest.raises(CannotImport, match=r"longer than 0\.4 seconds"):
        from_web(f"https://127.0.0.1:{port}/", allowed=HERE, now=NOW, seconds=0.4)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **options: time.sleep(2))
    with pytest.raises(CannotImport, match=r"longer than 0\.4 seconds"):
        from_web("http://www.example.org/", allowed=[], now=NOW, seconds=0.4)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "0.0.0.0"])
def test_this_machine_is_not_asked_unless_it_is_allowed(site: Server, host: str) -> None:
    asked = list(site.asked)
    with pytest.raises(CannotImport, match="which is not a public address"):
        from_web(f"http://{host}:{site.port}/russian", allowed=[], now=NOW)
    assert site.asked == asked


def test_a_redirect_to_this_machine_is_not_followed(site: Server) -> None:
    """The first server is allowed, and leads to the second, which is not."""
    with serving("127.0.0.2") as other:
        asked = list(site.asked)
        PAGES["/to-this-machine"] = leads_to(f"http://127.0.0.1:{site.port}/russian")
        for path in ("/to-this-machine", "/to-mapped"):
            with pytest.raises(CannotImport, match="which is not a public address"):
                from_web(f"http://127.0.0.2:{other.port}{path}", allowed=[ip_network("127.0.0.2")], now=NOW)
        assert site.asked == asked


def test_a_name_is_looked_up_once_so_that_a_second_answer_gains_nothing(
    site: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = ["127.0.0.1", "169.254.169.254"]

    def rebinding(host: str, port: int, *args: Any, **options: Any) -> Any:
        if host != "rebinding.example":
            return look_up(host, port, *args, **options)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (answers.pop(0), port))]

    look_up = socket.getaddrinfo
    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    proposal = from_web(f"http://rebinding.example:{site.port}/russian", allowed=HERE, now=NOW)
    assert proposal.text == TEXT
    assert answers == ["169.254.169.254"]


def test_a_server_that_is_not_there_is_said_to_be_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    with pytest.raises(CannotImport, match="could not be reached"):
        from_web(f"http://127.0.0.1:{port}/", allowed=HERE, now=NOW)


# TLS


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("openssl"):
        pytest.skip("openssl, which makes a certificate, is not on the PATH")
    folder = tmp_path_factory.mktemp("tls")
    made = folder / "made.pem"
    options = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=here"]
    names = ["-addext", "subjectAltName=IP:127.0.0.1"]
    files = ["-keyout", str(folder / "key.pem"), "-out", str(folder / "certificate.pem")]
    subprocess.run(["openssl", "req", *options, *names, *files], check=True, capture_output=True)
    made.write_text((folder / "key.pem").read_text() + (folder / "certificate.pem").read_text())
    return made


def test_a_certificate_must_hold(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate)
    with serving(context=context) as site:
        address = f"https://127.0.0.1:{site.port}/russian"
        with pytest.raises(CannotImport, match="its certificate does not hold"):
            from_web(address, allowed=HERE, now=NOW)
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        assert from_web(address, allowed=HERE, now=NOW).text == TEXT
