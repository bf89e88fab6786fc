"""Embedding in other sites: which part of a comparison, its URL, and the HTML of the iframe."""

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from django.conf import settings
from django.urls import Resolver404, resolve, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language_from_path, gettext

from comparisons.comparison.claims import ClaimShown
from comparisons.comparison.comparison import Comparison

WIDTH, WIDEST = 640, 800
THEMES = ("light", "dark", "auto")
FITTING = "max-width: 100%; border: 0"
FILLING = "width: 100%; border: 0"
EMBEDDABLE = {f"comparisons:{name}" for name in ("comparison", "claim", "edition", "edition_claim")}
SCHEMES = ("http", "https")
FRAGMENT = "claim-"


@dataclass(frozen=True)
class Embedding:
    """All of a comparison, one topic or one claim; of the latest edition, or of one, which never changes."""

    slug: str
    topic: str = ""
    claim: str = ""
    edition: int | None = None
    theme: str = THEMES[0]

    @property
    def address(self) -> str:
        theme = "" if self.theme == THEMES[0] else self.theme
        asked = {"topic": self.topic, "claim": self.claim, "edition": self.edition, "theme": theme}
        text = urlencode({name: value for name, value in asked.items() if value})
        return reverse("comparisons:embed", args=[self.slug]) + (f"?{text}" if text else "")

    @property
    def page(self) -> str:
        """The page that shows the same, and more."""
        if self.claim:
            return self.page_of(self.claim)
        return self._whole + (f"?topic={self.topic}" if self.topic else "")

    def page_of(self, claim: str) -> str:
        if self.edition:
            return reverse("comparisons:edition_claim", args=[self.slug, self.edition, claim])
        return reverse("comparisons:claim", args=[self.slug, claim])

    @property
    def _whole(self) -> str:
        if self.edition:
            return reverse("comparisons:edition", args=[self.slug, self.edition])
        return reverse("comparisons:comparison", args=[self.slug])

    def is_in(self, whole: Comparison) -> bool:
        return bool(self.claims_of(whole)) or not (self.topic or self.claim)

    def claims_of(self, whole: Comparison) -> tuple[ClaimShown, ...]:
        """By topic, in the document's order."""
        return tuple(
            claim
            for section in whole.sections
            for claim in section.claims
            if self.topic in ("", claim.topic.slug) and self.claim in ("", claim.slug)
        )

    def title(self, whole: Comparison) -> str:
        if not (self.topic or self.claim):
            return whole.title
        (claim, *_others) = self.claims_of(whole)
        part = claim.headline if self.claim else claim.topic.name
        return gettext("%(part)s · %(title)s") % {"part": part, "title": whole.title}


@dataclass(frozen=True)
class Frame:
    """An iframe with what it shows, both addresses absolute."""

    source: str
    page: str
    title: str
    width: int
    height: int
    style: str
    """For a page that has none of our styles."""

    @property
    def code(self) -> SafeString:
        """What leaves frames out may keep the link that is in it."""
        return format_html(
            '<iframe src="{}" title="{}" width="{}" height="{}" loading="lazy" style="{}"><a href="{}">{}</a></iframe>',
            self.source,
            self.title,
            self.width,
            self.height,
            self.style,
            self.page,
            self.title,
        )


def script_code(address: str) -> SafeString:
    """The script tag by which a page fits its frames to their content."""
    return format_html('<script src="{}" async></script>', address)


def language_of_url(address: str) -> str:
    """The language that the page at this address is in."""
    try:
        path = urlsplit(address).path
    except ValueError:
        path = ""
    return get_language_from_path(path) or settings.LANGUAGE_CODE


def embedding_of_url(address: str, host: str) -> Embedding | None:
    """What a page of this host is about, by its absolute address; None where it is no page that can be embedded.

    The address is one of the present language: `language_of_url` tells which that is to be. It says
    nothing on whether there is such a comparison. What only narrows a page (?show=, ?parties=) is left aside.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in SCHEMES or _host(parts.netloc) != _host(host):
        return None
    try:
        match = resolve(unquote(parts.path).removesuffix("/") + "/")
    except Resolver404:
        return None
    if match.view_name not in EMBEDDABLE:
        return None
    claim = match.kwargs.get("claim_slug", "")
    if not claim and parts.fragment.startswith(FRAGMENT):
        claim = unquote(parts.fragment).removeprefix(FRAGMENT)
    (topic, *_rest) = parse_qs(parts.query).get("topic", [""])
    return Embedding(match.kwargs["slug"], "" if claim else topic, claim, match.kwargs.get("number"))


def _host(given: str) -> str:
    """A host without the port that goes without saying, in either scheme."""
    return given.lower().removesuffix(":80").removesuffix(":443")
