"""The query string of the list of all comparisons: search, filters, order and pagination."""

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.models import Event
from comparisons.models.fields import SLUG_LENGTH, SLUG_PATTERN
from comparisons.outcomes import FAMILIES
from comparisons.query_string import Cleaner, QueryString, one_of

from .terms import Term, terms_of

LETTERS_AT_MOST = 500
TERMS_AT_MOST = 10
SORTS = ("relevance", "date")
CURSOR = re.compile(r"(?:(\d{1,6})\.)?(\d{4}-\d{2}-\d{2})\.(\d{1,18})", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@dataclass(frozen=True, order=True)
class Cursor:
    """The cursor of keyset pagination: the sort key of a comparison in the list, the greater first."""

    relevance: int
    """0 where the list is by date alone."""
    day: date
    edition: int

    def __str__(self) -> str:
        place = f"{self.day.isoformat()}.{self.edition}"
        return f"{self.relevance}.{place}" if self.relevance else place


@dataclass(frozen=True)
class BrowseQuery(QueryString):
    """Which comparisons are listed, in which order, and after which of them."""

    safe: ClassVar[str] = ""

    q: str = ""
    party: str = ""
    topic: str = ""
    kind: str = ""
    family: str = ""
    since: date | None = field(default=None, metadata={"name": "from"})
    until: date | None = field(default=None, metadata={"name": "to"})
    sort: str = ""
    after: Cursor | None = None

    @classmethod
    def parse(cls, data: QueryDict) -> "BrowseQuery":
        """Read the query string. Raises ValidationError with every fault, each naming its parameter."""
        query = cls.cleaned(
            data,
            party=stripped(clean_slug),
            topic=stripped(clean_slug),
            kind=stripped(one_of(list(Event.Kind))),
            family=stripped(one_of(FAMILIES)),
            sort=stripped(one_of(SORTS)),
            q=clean_words,
            since=stripped(clean_day, None),
            until=stripped(clean_day, None),
            after=_cursor,
        )
        if query.after and bool(query.after.relevance) != query.is_by_relevance:
            raise ValidationError([_no_place()])
        return query

    @classmethod
    def faults_together(cls, data: QueryDict, cleaned: Mapping[str, Any]) -> Iterable[str]:
        yield from later_than(cleaned)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        return terms_of(self.q)

    @property
    def is_by_relevance(self) -> bool:
        return bool(self.q) and self.sort != "date"

    @property
    def is_narrowed(self) -> bool:
        return any((self.q, self.party, self.topic, self.kind, self.family, self.since, self.until))

    @property
    def is_filtered(self) -> bool:
        return replace(self, q="").is_narrowed

    @property
    def parameters(self) -> dict[str, str]:
        """Without the order where that is the usual one."""
        parameters = super().parameters
        if self.is_by_relevance or self.sort == "relevance" or not self.q:
            parameters.pop("sort", None)
        return parameters

    def changed(self, **changes: object) -> str:
        """From the first page of the list on, unless `after` is among the changes."""
        return super().changed(**{"after": None, **changes})

    @classmethod
    def is_sent_by_form(cls, data: QueryDict) -> bool:
        """The form sends all its fields, and the order only where it is by date."""
        return cls.names() - {"after", "sort"} <= set(data) <= cls.names() - {"after"}


def later_than(cleaned: Mapping[str, Any]) -> Iterable[str]:
    """The fault of a range of dates that ends before it begins."""
    since, until = cleaned.get("since"), cleaned.get("until")
    if since and until and since > until:
        yield gettext("“from” is later than “to”.")


def stripped(clean: Cleaner, empty: str | None = "") -> Cleaner:
    """White space around what is typed counts for nothing."""
    return lambda name, given: clean(name, given.strip()) if given.strip() else empty


def clean_slug(name: str, given: str) -> str:
    if len(given) > SLUG_LENGTH or not re.match(SLUG_PATTERN, given):
        raise ValidationError(gettext("“%(name)s” is not the name in an address.") % {"name": name})
    return given


def clean_words(_name: str, given: str) -> str:
    # What cannot be written back into a link, such as half a character, is no letter either.
    words = " ".join(given.encode("utf-8", "replace").decode().split())
    if len(words) > LETTERS_AT_MOST:
        message = gettext("“q” has more than %(number)d characters.")
        raise ValidationError(message % {"number": LETTERS_AT_MOST})
    if len(terms_of(words)) > TERMS_AT_MOST:
        raise ValidationError(gettext("“q” has more than %(number)d words.") % {"number": TERMS_AT_MOST})
    return words


def clean_day(name: str, given: str) -> date:
    with suppress(ValueError):
        if DAY.fullmatch(given):
            return date.fromisoformat(given)
    raise ValidationError(gettext("“%(name)s” is a date such as 2017-01-28.") % {"name": name})


def _cursor(_name: str, given: str) -> Cursor:
    with suppress(ValueError):
        if found := CURSOR.fullmatch(given):
            return Cursor(int(found[1] or 0), date.fromisoformat(found[2]), int(found[3]))
    raise ValidationError(_no_place())


def _no_place() -> str:
    return gettext("“after” is no place in this list.")
