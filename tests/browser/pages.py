"""Every kind of page, by name, and the sites on which each of them exists."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from tests.browser.editor_pages import editor_pages
from tests.browser.site import ROOT, Site, serve
from tests.examples import SLUG

LANGUAGES = ("en", *sorted(messages.parent.name for messages in (ROOT / "locale").glob("*/LC_MESSAGES")))
Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")
LOGIN = "/admin/login/"
CORRECTED = "corrected-call"
THREE_PARTIES = "call-of-three"
SEVEN_PARTIES = "call-of-seven"
FIFTY_PARTIES = "call-of-fifty"
WITHDRAWN = "withdrawn-call"
COMPARISON = f"/comparisons/{SLUG}/"
LOG = f"/comparisons/{CORRECTED}/editions/"

PAGES = {
    "home": "/",
    "search": "/?q=trade+sanctions",
    "search-narrowed": "/?topic=trade&party=kremlin",
    "search-without-result": "/?q=trade+zebra&party=kremlin",
    "search-refused": "/?from=x&party=nobody",
    "comparison": COMPARISON,
    "comparison-of-a-family": f"{COMPARISON}?show=one-sided",
    "comparison-of-nothing": f"{COMPARISON}?show=contradictions&topic=iran",
    "comparison-of-one-column": f"{COMPARISON}?parties=kremlin",
    "comparison-swapped": f"{COMPARISON}?parties=white-house,kremlin",
    "comparison-of-three": f"/comparisons/{THREE_PARTIES}/",
    "comparison-of-seven": f"/comparisons/{SEVEN_PARTIES}/",
    "comparison-corrected": f"/comparisons/{CORRECTED}/",
    "comparison-refused": f"{COMPARISON}?show=all&topic=x",
    "comparison-withdrawn": f"/comparisons/{WITHDRAWN}/",
    "claim": f"{COMPARISON}claims/trade-discussed/",
    "claim-of-a-quantity": f"{COMPARISON}claims/duration/",
    "claim-of-seven": f"/comparisons/{SEVEN_PARTIES}/claims/trade-discussed/",
    "claim-of-fifty": f"/comparisons/{FIFTY_PARTIES}/claims/point-1/",
    "texts": f"{COMPARISON}texts/",
    "texts-of-a-claim": f"{COMPARISON}texts/?claim=trade-discussed",
    "text-changes": f"/comparisons/{CORRECTED}/texts/kremlin-statement/",
    "editions": LOG,
    "edition-earlier": f"{LOG}1/",
    "edition-newest": f"{LOG}4/",
    "edition-claim": f"{LOG}1/claims/trade-discussed/",
    "edition-texts": f"{LOG}1/texts/?claim=trade-discussed",
    "edition-withdrawn": f"{LOG}3/",
    "edition-changes": f"{LOG}changes/?from=1&to=4",
    "edition-changes-refused": f"{LOG}changes/?from=2&to=x",
    "search-with-a-suggestion": "/?q=sanctoins",
    "claims": "/claims/",
    "claims-narrowed": "/claims/?q=trade&party=kremlin,white-house&show=contradictions",
    "claims-without-result": "/claims/?q=sanctoins",
    "claims-refused": "/claims/?party=nobody",
    "topics": "/topics/",
    "topic": "/topics/trade/",
    "parties": "/parties/",
    "party": "/parties/kremlin/",
    "pair": "/parties/kremlin/white-house/",
    "pair-narrowed": "/parties/kremlin/white-house/?outcome=contradiction&topic=trade",
    "pair-refused": "/parties/kremlin/white-house/?outcome=nothing",
    "data": "/data/",
    "about": "/about/",
    "accessibility": "/accessibility/",
    "offline": "/offline/",
    "embed": f"/embed/{SLUG}/",
    "embed-of-a-claim": f"/embed/{SLUG}/?claim=trade-discussed",
    "embed-refused": "/embed/x/",
    "embed-panel": f"{COMPARISON}embed/",
    "not-found": "/nothing/",
    "login": LOGIN,
}
NOTHING_PUBLISHED = {"home-empty": "/"}


@dataclass(frozen=True)
class Addresses:
    """Name -> address of each page: those that anybody may read, and those that ask for a login."""

    site: Site
    public: dict[str, str]
    editors: dict[str, str]

    def of(self, word: str) -> "Addresses":
        """The pages whose name has the word."""
        public, editors = (
            {name: address for name, address in pages.items() if word in name} for pages in (self.public, self.editors)
        )
        return Addresses(self.site, public, editors)


@contextmanager
def every_site(directory: Path) -> Iterator[Addresses]:
    """A site on which each of PAGES exists, and one on which nothing has been published."""
    for name in ("whole", "empty"):
        (directory / name).mkdir()
    with serve(directory / "whole") as site, serve(directory / "empty", empty=True) as empty:
        site.manage("shell", "--no-imports", "--command", "from tests.browser.prepared import prepare; prepare()")
        public = {name: site.url + path for name, path in PAGES.items()}
        public |= {name: empty.url + path for name, path in NOTHING_PUBLISHED.items()}
        editors = {f"admin-{name}": site.url + path for name, path in editor_pages(site).items()}
        yield Addresses(site, public, editors)


def in_language(address: str, language: str) -> str:
    """The address of the same page in another language. English has no prefix."""
    if language == "en":
        return address
    parts = urlsplit(address)
    return parts._replace(path=f"/{language}{parts.path}").geturl()
