"""For search engines: the sitemaps of all public pages with their last change, and robots.txt."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as sitemaps
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from comparisons.addresses import absolute_url, url_in_language
from comparisons.models import Edition, Finding, Standing
from comparisons.responses import read_only


class Addresses(Sitemap):  # type: ignore[type-arg]
    """Pages of one name. An item is what its address is made of, and last when it was published.

    The database cuts them into files of at most 50,000, so that there may be any number.
    """

    def __init__(self, name: str, rows: Callable[[], QuerySet[Any, Any]]) -> None:
        self.name = name
        self.rows = rows

    def items(self) -> QuerySet[Any, Any]:
        return self.rows()

    def location(self, item: tuple[Any, ...]) -> str:
        return reverse(self.name, args=item[:-1])

    def lastmod(self, item: tuple[Any, ...]) -> datetime:
        last: datetime = item[-1]
        return last

    def get_latest_lastmod(self) -> datetime | None:
        return Edition.objects.published().last_change()


class Pages(Sitemap):  # type: ignore[type-arg]
    """The pages that there is one of."""

    def items(self) -> Sequence[str]:
        return ("home", "claims", "topics", "parties", "about", "data", "accessibility")

    def location(self, item: str) -> str:
        return reverse(f"comparisons:{item}")


PRIVATE = ("/admin/", "/preview/")

SECTIONS: dict[str, Any] = {
    "pages": Pages,
    "comparisons": Addresses("comparisons:comparison", lambda: Edition.objects.published().sitemap_rows()),
    "texts": Addresses("comparisons:texts", lambda: Edition.objects.published().sitemap_rows()),
    # The log alone: an older edition asks not to be indexed.
    "editions": Addresses("comparisons:editions", lambda: Edition.objects.published().sitemap_rows()),
    "claims": Addresses("comparisons:claim", Finding.objects.sitemap_rows),
    "topics": Addresses("comparisons:topic", Finding.objects.topics_with_last_change),
    "parties": Addresses("comparisons:party", Standing.objects.parties_with_last_change),
}


@read_only
def index(request: HttpRequest) -> HttpResponse:
    """Where the sitemaps are; one of many pages has several."""
    return sitemaps.index(request, SECTIONS, sitemap_url_name="comparisons:sitemap_section")


@read_only
def section(request: HttpRequest, section: str) -> HttpResponse:
    """One of the sitemaps; ?p= is the file of it that is asked for."""
    return sitemaps.sitemap(request, SECTIONS, section=section)


@read_only
def robots(request: HttpRequest) -> HttpResponse:
    """All may be read but what is the editors', in any language."""
    sitemap = absolute_url(request, "sitemap")
    forbidden = [f"Disallow: {url_in_language(path, code)}" for code, _name in settings.LANGUAGES for path in PRIVATE]
    lines = ["User-agent: *", *forbidden, "", f"Sitemap: {sitemap}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")
