"""Keeps every public answer of the site, and says what two such keepings differ in.

A change that must not be seen is proved so: `python -m tests.crawl keep DIRECTORY` on the code before and on the code
after, then `python -m tests.crawl compare DIRECTORY DIRECTORY`. Every document of tests.examples is published, one of
them twice, one is withdrawn; the clock stands still, so that the same code gives the same bytes. What may differ is
left out: tokens, tags that hold a digest of the code, style sheets, and the names of static files.
"""

import os

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
os.environ["DATABASE_URL"] = "sqlite://:memory:"

import difflib
import json
import re
import sys
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo
from hashlib import sha256
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urljoin, urlsplit

import django
from django.test.utils import setup_test_environment
from django.utils import timezone

SITE = "http://testserver"
ENTRANCES = [
    "/",
    "/ru/",
    "/api/",
    "/api/openapi.json",
    "/data/",
    "/embed.js",
    "/feed.atom",
    "/feed.json",
    "/healthz",
    "/offline/",
    "/oembed",
    "/robots.txt",
    "/service-worker.js",
    "/sitemap.xml",
    "/claims/",
    "/claims/?q=trade",
    "/topics/",
    "/parties/",
    "/comparison-1.schema.json",
    "/nowhere",
    "/ru/nowhere",
    "/?q=trade",
    "/?q=торговля",
    "/?q=%22",
    "/?after=1",
    "/?nonsense=1",
    "/comparisons/nowhere/",
    "/embed/nowhere/",
]
TARGETS = {"claims": "/comparisons/", "followed": "/texts/"}
"""What htmx replaces, and in which addresses."""
LEFT_OUT = {"ETag", "Date", "Set-Cookie", "Last-Modified", "Expires"}
LINK = re.compile(r"""(?:href|src|action)="([^"]+)"|"(http://testserver/[^"\\]*)"|<loc>([^<]+)</loc>""")


class Clock(datetime):
    """Stands still until it is set on."""

    standing = datetime(2026, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Any:
        return cls.standing.astimezone(tz)


def publish_all(folder: Path) -> None:
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    from comparisons.models import Event
    from tests.examples import DOCUMENTS

    call_command("migrate", verbosity=0)
    for path in DOCUMENTS:
        Clock.standing += timedelta(days=1)
        call_command("load_comparison", str(path), "--publish", stdout=sys.stderr)
    corrected = json.loads(DOCUMENTS[-1].read_text())
    corrected["event"]["title"] += " (corrected)"
    corrected["claims"][0]["note"] = "Read once more."
    (folder / "corrected.json").write_text(json.dumps(corrected))
    Clock.standing += timedelta(days=1)
    note = ("--publish", "--note", "Another title.")
    call_command("load_comparison", str(folder / "corrected.json"), *note, stdout=sys.stderr)
    gone = {**json.loads(DOCUMENTS[0].read_text())}
    gone["event"] |= {"slug": "a-comparison-withdrawn", "title": "A comparison that is withdrawn"}
    (folder / "gone.json").write_text(json.dumps(gone))
    call_command("load_comparison", str(folder / "gone.json"), "--publish", stdout=sys.stderr)
    editor = Client()
    editor.force_login(User.objects.create_superuser("ann"))
    event = Event.objects.get(slug="a-comparison-withdrawn")
    answer = editor.post(f"/admin/comparisons/event/{event.pk}/withdraw/", {"note": "It was another call."})
    assert answer.status_code == 302, answer.content.decode()


def keep(directory: Path) -> None:
    """Ask for every address that leads on from the entrances, in both languages, and keep what is answered."""
    from django.test import Client

    directory.mkdir(parents=True)
    client = Client(raise_request_exception=False)
    waiting = deque(ENTRANCES)
    seen = set(waiting)
    index: dict[str, Any] = {}
    while waiting:
        address = waiting.popleft()
        answer: Any = client.get(address)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        index[address] = kept(directory, answer, body)
        for target, part in TARGETS.items():
            if part in address and answer.status_code == 200:
                fragment = client.get(address, headers={"HX-Request": "true", "HX-Target": target})
                index[f"{address} {target}"] = kept(directory, fragment, fragment.content)
        found = links(address, answer, body)
        for link in found:
            # What is asked for in a query string is followed from pages alone, or it would go on for ever.
            if link not in seen and not ("?" in link and "?" in address):
                seen.add(link)
                waiting.append(link)
    (directory / "index.json").write_text(json.dumps(index, indent=0, sort_keys=True, ensure_ascii=False))
    print(f"{len(index)} answers of {len(seen)} addresses in {directory}")


def kept(directory: Path, answer: Any, body: bytes) -> list[Any]:
    headers = {name: value for name, value in answer.headers.items() if name not in LEFT_OUT}
    if "image" not in headers.get("Content-Type", ""):
        body = without_what_may_differ(body.decode()).encode()
        headers.pop("Content-Length", None)
    name = sha256(body).hexdigest()
    (directory / name).write_bytes(body)
    return [answer.status_code, headers, name]


def without_what_may_differ(text: str) -> str:
    text = re.sub(r'(name="csrfmiddlewaretoken" value=")\w+', r"\1", text)
    text = re.sub(r'\s*<link rel="stylesheet"[^>]*>', "", text)
    text = re.sub(r"offline-[0-9a-f]{16}", "offline-", text)
    return re.sub(r"/static/[^\"')\s]+", "/static/", text)


def links(address: str, answer: Any, body: bytes) -> Iterator[str]:
    """Addresses of this site, without their fragment. The admin and static files are not among them."""
    found = [answer["Location"]] if "Location" in answer else []
    if "image" not in answer.get("Content-Type", ""):
        found += [unescape(one or two or three) for one, two, three in LINK.findall(body.decode())]
    for link in found:
        whole = urlsplit(urljoin(SITE + address, link))
        if whole.scheme == "http" and whole.netloc == "testserver":
            path = whole.path.removeprefix("/ru")
            if not path.startswith(("/admin/", "/static/")) and "{" not in path:
                yield whole.path + (f"?{whole.query}" if whole.query else "")


def compare(before: Path, after: Path) -> int:
    """Print each address that is answered differently, with the difference. The number of them."""
    one, other = (index_of(folder) for folder in (before, after))
    differing = [address for address in sorted(one.keys() | other.keys()) if one.get(address) != other.get(address)]
    for address in differing:
        print(f"=== {address}")
        if address not in one or address not in other:
            print(f"    only {'after' if address in other else 'before'}")
            continue
        for was, now in zip(one[address][:2], other[address][:2], strict=True):
            if was != now:
                print(f"    {was}\n    {now}")
        texts = [(folder / kept[address][2]).read_bytes() for folder, kept in ((before, one), (after, other))]
        if texts[0] != texts[1] and b"\0" not in texts[0]:
            there, here = (text.decode().splitlines() for text in texts)
            print("\n".join(line[:300] for line in [*difflib.unified_diff(there, here, lineterm="", n=0)][2:14]))
    print(f"{len(differing)} of {len(one.keys() | other.keys())} addresses are answered otherwise")
    return len(differing)


def index_of(folder: Path) -> dict[str, Any]:
    """What was kept, with the directives of each policy in one order: they are sent in that of a set."""
    index: dict[str, Any] = json.loads((folder / "index.json").read_text())
    for _status, headers, _name in index.values():
        policy = headers.get("Content-Security-Policy", "")
        headers["Content-Security-Policy"] = "; ".join(sorted(policy.split("; ")))
    return index


def main(command: str, *directories: str) -> None:
    if command == "compare":
        sys.exit(min(1, compare(*map(Path, directories))))
    timezone.datetime = Clock  # type: ignore[attr-defined]
    django.setup()
    setup_test_environment()
    with TemporaryDirectory() as folder:
        publish_all(Path(folder))
        keep(Path(directories[0]))


if __name__ == "__main__":
    main(*sys.argv[1:])
