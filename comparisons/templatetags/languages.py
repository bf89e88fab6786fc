"""The language menu and hreflang links: the same page in the other languages; and the fonts of this one."""

from dataclasses import dataclass

from django import template
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.utils.translation import get_language

from comparisons.addresses import url_in_language
from comparisons.static_files import fonts_of

register = template.Library()


@dataclass(frozen=True)
class Language:
    code: str
    name: str
    """As its speakers call it."""
    href: str
    """This page in it, absolute, with all that is asked of it."""
    is_current: bool


@register.simple_tag(takes_context=True)
def languages(context: template.Context) -> tuple[Language, ...]:
    """Those of the interface, the first one first. None without a request, or for a host that is not this site's."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return ()
    try:
        request.get_host()
    except DisallowedHost:
        return ()
    present = get_language() or settings.LANGUAGE_CODE
    return tuple(
        Language(
            code, name, request.build_absolute_uri(url_in_language(request.get_full_path(), code)), code == present
        )
        for code, name in settings.LANGUAGES
    )


@register.simple_tag
def fonts() -> list[str]:
    """The font files that a page in the present language preloads."""
    return fonts_of(get_language() or settings.LANGUAGE_CODE)
