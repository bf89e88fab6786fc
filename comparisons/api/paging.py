"""Lists that are at hand as a whole, page by page: each begins after the last entry of the one before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext

from .parameters import Parameter

Entry = TypeVar("Entry")
PER_PAGE = 100


@dataclass(frozen=True)
class Page(Generic[Entry]):
    entries: tuple[Entry, ...]
    count: int
    last: str
    """The slug after which the next page begins; nothing on the last one."""

    @classmethod
    def of(cls, whole: Sequence[Entry], slug: Callable[[Entry], str], after: str) -> "Page[Entry]":
        """Raises ValidationError where the list has no entry with this slug."""
        slugs = [slug(entry) for entry in whole]
        if after and after not in slugs:
            raise ValidationError([gettext("“after” names nothing in this list.")])
        start = slugs.index(after) + 1 if after else 0
        end = start + PER_PAGE
        return cls(tuple(whole[start:end]), len(whole), slugs[end - 1] if end < len(whole) else "")


def following(request: HttpRequest, parameters: Sequence[Parameter], last: str, name: str = "after") -> str | None:
    """The address of the page behind this place, with all else that was asked for."""
    if not last:
        return None
    names = [one.name for one in parameters if one.name in request.GET and one.name != name]
    asked = {one: ",".join(request.GET.getlist(one)) for one in names} | {name: last}
    return request.build_absolute_uri(f"{request.path}?{urlencode(asked, safe=',/')}")
