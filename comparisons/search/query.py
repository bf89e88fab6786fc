"""What a reader asks for of all comparisons, in a query string: validated, and written back into links."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.models import Event
from comparisons.models.fields import SLUG_LENGTH, SLUG_PATTERN
from comparisons.outcomes import FAMILIES

from .search import Term, terms_of

LETTERS_AT_MOST = 500
TERMS_AT_MOST = 10
SORTS = ("relevance", "date")
KEY = re.compile(r"(?:(\d{1,6})\.)?(\d{4}-\d{2}-\d{2})\.(\d{1,18})", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# The fields of the form, by what they are called in an address.
NAMES = {"since": "from", "until": "to"}


@dataclass(frozen=True, order=True)
class Key:
    """The place of a comparison in a list: the greater stands first."""

    relevance: int
    """0 where the list is by date alone."""
    day: date
    edition: int

    def __str__(self) -> str:
        place = f"{self.day.isoformat()}.{self.edition}"
        return f"{self.relevance}.{place}" if self.relevance else place


@dataclass(frozen=True)
class BrowseQuery:
    """Which comparisons are listed, in which order, and after which of them."""

    q: str = ""
    party: str = ""
    topic: str = ""
    kind: str = ""
    family: str = ""
    since: date | None = None
    until: date | None = None
    sort: str = ""
    after: Key | None = None

    @classmethod
    def parse(cls, data: QueryDict) -> "BrowseQuery":
        """Read the query string. Raises ValidationError with every fault, each naming its parameter."""
        faults: list[str] = []
        given = {name: data.get(name, "").strip() for name in ("party", "topic", "kind", "family", "sort")}
        for name in ("party", "topic"):
            if given[name] and (len(given[name]) > SLUG_LENGTH or not re.match(SLUG_PATTERN, given[name])):
                faults.append(gettext("“%(name)s” is not the name in an address.") % {"name": name})
        for name, choices in (("kind", list(Event.Kind)), ("family", list(FAMILIES)), ("sort", list(SORTS))):
            if given[name] and given[name] not in choices:
                sentence = gettext("“%(name)s” is one of: %(choices)s.")
                faults.append(sentence % {"name": name, "choices": ", ".join(choices)})
        query = cls(
            q=_words(data.get("q", ""), faults),
            since=_day("from", data.get("from", ""), faults),
            until=_day("to", data.get("to", ""), faults),
            after=_key(data.get("after", ""), faults),
            **given,
        )
        if query.since and query.until and query.since > query.until:
            faults.append(gettext("“from” is later than “to”."))
        if not faults and query.after and bool(query.after.relevance) != query.is_by_relevance:
            faults.append(gettext("“after” is no place in this list."))
        if faults:
            raise ValidationError(faults)
        return query

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

    def changed(self, **changes: Any) -> str:
        """The query string of this query with some of it changed, from its first page on where that is not said."""
        query = replace(self, **{"after": None, **changes})
        usual = "" if query.is_by_relevance or query.sort == "relevance" or not query.q else query.sort
        asked = {NAMES.get(field.name, field.name): getattr(query, field.name) for field in fields(query)}
        asked["sort"] = usual
        text = urlencode({name: str(value) for name, value in asked.items() if value}, errors="replace")
        return f"?{text}" if text else ""

    def is_put_otherwise_by_the_form(self, data: QueryDict) -> bool:
        """Whether the form sent this query, and not as a link has it: with empty fields.

        What a link, a person or another program put otherwise stands, and so do parameters that are not ours.
        """
        names = {NAMES.get(field.name, field.name) for field in fields(self)}
        by_form = names - {"after", "sort"} <= set(data) <= names - {"after"}
        return by_form and dict(data.lists()) != dict(QueryDict(self.changed().removeprefix("?")).lists())


def _words(given: str, faults: list[str]) -> str:
    # What cannot be written back into a link, such as half a character, is no letter either.
    words = " ".join(given.encode("utf-8", "replace").decode().split())
    if len(words) > LETTERS_AT_MOST:
        message = gettext("“q” has more than %(number)d characters.")
        faults.append(message % {"number": LETTERS_AT_MOST})
        return ""
    if len(terms_of(words)) > TERMS_AT_MOST:
        faults.append(gettext("“q” has more than %(number)d words.") % {"number": TERMS_AT_MOST})
    return words


def _day(name: str, given: str, faults: list[str]) -> date | None:
    given = given.strip()
    if not given:
        return None
    try:
        if not DAY.fullmatch(given):
            raise ValueError(given)
        return date.fromisoformat(given)
    except ValueError:
        faults.append(gettext("“%(name)s” is a date such as 2017-01-28.") % {"name": name})
        return None


def _key(given: str, faults: list[str]) -> Key | None:
    if not given:
        return None
    try:
        found = KEY.fullmatch(given)
        if not found:
            raise ValueError(given)
        return Key(int(found[1] or 0), date.fromisoformat(found[2]), int(found[3]))
    except ValueError:
        faults.append(gettext("“after” is no place in this list."))
        return None
