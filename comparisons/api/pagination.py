"""Keyset pagination: a page of a list begins after the last entry of the one before, and `next` is its address."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext
from ninja.pagination import PaginationBase

from .parameters import ClaimsQuery, Parameters, SubjectsQuery

PER_PAGE = 100


class KeysetPagination(PaginationBase):
    """Of a list at hand as a whole, one of the fields of an answer. `after` stands among the operation's parameters."""

    Output: Any = None  # the operation's own response schema, which says what the entries are

    def __init__(self, *, entries: str, key: str = "slug") -> None:
        super().__init__()
        self.items_attribute = entries
        self.key = key

    def paginate_queryset(self, queryset: Any, pagination: Any, request: HttpRequest, **params: Any) -> dict[str, Any]:
        """Raises ValidationError where the list has no entry with this key."""
        query: ClaimsQuery | SubjectsQuery = params["query"]
        whole: Sequence[Any] = queryset[self.items_attribute]
        keys = [getattr(entry, self.key) for entry in whole]
        if query.after and query.after not in keys:
            raise ValidationError([gettext("“after” names nothing in this list.")])
        start = keys.index(query.after) + 1 if query.after else 0
        end = start + PER_PAGE
        return {
            **queryset,
            "count": len(whole),
            "next": next_address(request, query, after=keys[end - 1]) if end < len(whole) else None,
            self.items_attribute: whole[start:end],
        }


def next_address(request: HttpRequest, query: Parameters, **place: str | int) -> str:
    """The address of the page that begins at this place, with all else that was asked for."""
    asked = {name: ",".join(values) for name, values in query.given(request).items() if name not in place}
    return request.build_absolute_uri(f"{request.path}?{urlencode({**asked, **place}, safe=',/')}")
