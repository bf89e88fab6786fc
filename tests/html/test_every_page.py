"""Every public page, validated as HTML by the Nu checker.

`make checkers` fetches it; without it, or without Java, the test is skipped. With REQUIRE_NU=1 it fails instead.
"""

import json
import os
import re
import shutil
import subprocess
from collections import Counter, deque
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client
from django.urls import resolve
from django.utils.translation import get_language_from_path, override

from comparisons.documents import load
from comparisons.models import Event
from comparisons.publishing.publish import publish, withdraw
from tests.examples import DOCUMENTS, SLUG
from tests.made import many_parties
from tests.views import hostile

JAR = Path(__file__).parent / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
MISSING = [name for name, there in (("java", shutil.which("java")), ("vnu.jar", JAR.exists())) if not there]
OF_EACH_KIND = 8
REFUSED = [
    f"/comparisons/{SLUG}/?show=all&topic=x",
    f"/comparisons/{SLUG}/editions/changes/?from=2",
    f"/comparisons/{SLUG}/embed/?what=x",
    "/comparisons/none/",
    "/comparisons/withdrawn/",
    "/embed/withdrawn/",
    f"/embed/{SLUG}/?topic=x",
    "/?from=x&party=nobody",
    "/topics/trade/?outcome=x",
    "/claims/?party=nobody",
    "/?q=%00",
]
NARROWED = [
    f"/comparisons/{SLUG}/?show=contradictions&topic=trade&parties=white-house,kremlin",
    f"/comparisons/{SLUG}/?zone=Asia/Tokyo",
    f"/embed/{SLUG}/?claim=trade-discussed&edition=1",
    f"/comparisons/{SLUG}/editions/1/claims/trade-discussed/",
    f"/comparisons/{SLUG}/editions/1/texts/?claim=trade-discussed",
    "/comparisons/of-7-parties/claims/point-1/",
    "/?q=trade",
    "/?q=nothing+like+it",
    "/?q=sanctoins",
    "/claims/?q=trade&party=kremlin,white-house",
    "/offline/",
]


@pytest.fixture
def everything(db: None) -> None:
    """Every document that there is, one of them corrected; one full of signs; and one that was withdrawn."""
    for path in DOCUMENTS:
        publish(load(json.loads(path.read_text())).event, by="ann")
    publish(Event.objects.get(slug=SLUG), note="Once more.", by="ann")
    hostile.publish_hostile()
    publish(load(many_parties(7)).event, by="ann")
    example = json.loads(DOCUMENTS[0].read_text())
    event = load({**example, "event": {**example["event"], "slug": "withdrawn"}}).event
    publish(event, by="ann")
    withdraw(event, reason="It was about another call.", by="ann")


def pages_of(client: Client) -> dict[str, str]:
    """Address -> the HTML of every page that links lead to from the first one, eight of each kind at most."""
    pages: dict[str, str] = {}
    kinds: Counter[str] = Counter()
    waiting = deque(["/", *NARROWED, *REFUSED])
    seen = set(waiting)
    while waiting:
        address = waiting.popleft()
        response = client.get(address)
        if not response.get("Content-Type", "").startswith("text/html"):
            continue
        pages[address] = html = response.content.decode()
        for link in re.findall(r'<a\b[^>]*\bhref="([^"]*)"', html):
            parts = urlsplit(urljoin(f"http://testserver{address}", unescape(link)))
            path = parts.path + (f"?{parts.query}" if parts.query else "")
            if parts.netloc != "testserver" or path in seen:
                continue
            kind = f"{kind_of(path)} {bool(parts.query)}"
            if kinds[kind] < OF_EACH_KIND:
                kinds[kind] += 1
                seen.add(path)
                waiting.append(path)
    return pages


# Words are evidence: they stand as their source has them, whatever the form of Unicode and the language.
EVIDENCE = ("Unicode Normalization Form C", "Forbidden code point U+fff", "appears to be written in")


def kind_of(address: str) -> str:
    """The language of a page and the name of its view."""
    path = urlsplit(address).path
    language = get_language_from_path(path) or "en"
    with override(language):
        return f"{language} {resolve(path).view_name}"


def faults_of(pages: dict[str, str], folder: Path) -> list[str]:
    addresses = list(pages)
    for number, html in enumerate(pages.values()):
        (folder / f"{number}.html").write_text(html)
    command = ["java", "-Xss2m", "-jar", str(JAR), "--format", "json", "--exit-zero-always", str(folder)]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stderr)
    return [
        f"{addresses[int(Path(message['url']).stem)]}: {message['message']} {message.get('extract', '')!r}"
        for message in said["messages"]
        if message["type"] == "error" or message.get("subType") == "warning"
        if not any(kept in message["message"] for kept in EVIDENCE)
    ]


@pytest.mark.skipif(bool(MISSING) and os.environ.get("REQUIRE_NU") != "1", reason=f"missing: {', '.join(MISSING)}")
@pytest.mark.usefixtures("everything")
def test_the_nu_checker_finds_no_error(client: Client, tmp_path: Path) -> None:
    pages = pages_of(client)
    kinds = {kind_of(address) for address in pages}
    assert len(kinds) >= 30
    assert "ru comparisons:claim" in kinds
    broken = {"broken": pages["/"].replace("<main", "<em><main")}
    (tmp_path / "broken").mkdir()
    assert faults_of(broken, tmp_path / "broken"), "the checker checks"
    (tmp_path / "pages").mkdir()
    faults = faults_of(pages, tmp_path / "pages")
    assert not faults, "\n".join(faults)
