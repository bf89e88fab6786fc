"""The query string of the pages across events: which claims they list."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.models.finding import SEVERAL_OR_NONE
from comparisons.outcomes import FAMILIES, Outcome
from comparisons.query_string import Cleaner, QueryString

from .columns import POSITIONS
from .figures import Company
from .statistics import Scope

CURSOR = re.compile(r"([a-z0-9-]{1,100})/([a-z0-9-]{1,100})")
FEW = 12


@dataclass(frozen=True)
class ListedClaimsQuery(QueryString):
    """Which claims are listed, and after which of them this page of the list begins."""

    show: str = ""
    outcome: str = ""
    position: str = ""
    left_out_by: str = ""
    said_by: str = ""
    origin: str = ""
    topic: str = ""
    event: str = ""
    year: str = ""
    after: str = ""
    """The cursor of keyset pagination: the last claim of the page before, as "call/trade-discussed"."""

    @classmethod
    def parse(cls, data: QueryDict, choices: Mapping[str, Collection[str]]) -> "ListedClaimsQuery":
        """Read the filters that a page has, each with its choices, and ?after=. Raises ValidationError."""
        choices = {"show": tuple(FAMILIES), "outcome": tuple(Outcome), **choices}
        filters = {name: _counted(choices[name]) for name in choices}
        return cls.cleaned(data, **filters, after=clean_cursor)

    @property
    def filters(self) -> dict[str, str]:
        """What claims are asked for, by parameter; nothing of where the list begins."""
        return {name: value for name, value in self.parameters.items() if name != "after"}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.filters)

    @property
    def cursor(self) -> tuple[str, str] | None:
        return cursor_of(self.after)

    def changed(self, **changes: object) -> str:
        """From the first page of the list on, unless `after` is among the changes."""
        return super().changed(**{"after": "", **changes})


def _counted(choices: Collection[str]) -> Cleaner:
    def clean(name: str, given: str) -> str:
        if given in choices:
            return given
        message = gettext("“%(name)s” asks for something that is not counted on this page.") % {"name": name}
        if len(choices) <= FEW:
            among = gettext("It is one of: %(choices)s.") % {"choices": ", ".join(choices)}
            message = f"{message} {among}"
        raise ValidationError(message)

    return clean


def clean_cursor(_name: str, given: str) -> str:
    if not CURSOR.fullmatch(given):
        raise ValidationError(not_listed())
    return given


def cursor_of(after: str) -> tuple[str, str] | None:
    """The event and the claim of `after`."""
    event, _, claim = after.partition("/")
    return (event, claim) if after else None


def not_listed() -> str:
    return gettext("“after” names a claim that is not in this list.")


Choices = Mapping[str, Collection[str]]
"""What may be asked for, by parameter."""


def topic_choices(scope: Scope) -> Choices:
    return {name: choice for name, choice in scope.choices().items() if name != "topic"}


def party_choices(scope: Scope, company: Company) -> Choices:
    origins = (*(one.slug for one in company.sources), SEVERAL_OR_NONE)
    return {**scope.choices(), "position": POSITIONS, "origin": origins}


def pair_choices(scope: Scope, slugs: Collection[str]) -> Choices:
    return {**scope.choices(), "left_out_by": slugs, "said_by": slugs}
