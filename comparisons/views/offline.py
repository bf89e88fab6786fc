"""The offline page, and the service worker that caches it."""

import json
import re
from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils import translation

from comparisons.responses import RELEASE, read_only
from comparisons.static_files import fonts_of, has_source, imported, source

WORKER = settings.BASE_DIR / "static" / "js" / "service-worker.js"


@read_only
def offline(request: HttpRequest) -> HttpResponse:
    """The offline page. No link leads here: the service worker shows it at the URL that was requested."""
    return render(request, "site/offline.html")


@read_only
def service_worker(request: HttpRequest) -> HttpResponse:
    """At the root, so that it serves every page. Each release has a cache of its own."""
    kept = {"name": f"offline-{RELEASE[:16]}", "pages": pages(), "files": files()}
    script = f'"use strict";\nconst kept = {json.dumps(kept)};\n\n{WORKER.read_text()}'
    return HttpResponse(script, content_type="text/javascript; charset=utf-8")


@cache
def pages() -> dict[str, str]:
    """How the addresses of a language begin -> its page. The first language has no prefix."""
    found = {}
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            found["" if code == settings.LANGUAGE_CODE else f"/{code}/"] = reverse("comparisons:offline")
    return found


@cache
def files() -> list[str]:
    """The style sheets, scripts and pictures that the page names, and the fonts of every language."""
    html = render_to_string("site/offline.html")
    named = re.findall(r'<(?:link|script)\b[^>]*\b(?:href|src)="([^"]*)"', html)
    own = [address for address in named if address.startswith(settings.STATIC_URL)]
    parts = [static(part) for address in own for part in _followed_by_browsers(address)]
    fonts = [static(font) for code, _name in settings.LANGUAGES for font in fonts_of(code)]
    return list(dict.fromkeys([*own, *parts, *fonts]))


def _followed_by_browsers(address: str) -> Iterator[str]:
    """What this file imports, where it is served as it was written: not where it was collected."""
    name = address.removeprefix(settings.STATIC_URL)
    return imported(name, source) if name.endswith(".css") and has_source(name) else iter(())
