"""Which claims a reader of a page across events asks for in a query string: validated, and written back into links."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.models.finding import SEVERAL_OR_NONE
from comparisons.outcomes import FAMILIES, Outcome

from .columns import POSITIONS
from .figures import Company
from .statistics import Scope

CLAIM = re.compile(r"([a-z0-9-]{1,100})/([a-z0-9-]{1,100})")
FEW = 12


@dataclass(frozen=True)
class Narrowing:
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
    """The event and the claim after which a page of the list begins: "call/trade-discussed"."""

    @classmethod
    def parse(cls, data: QueryDict, choices: Mapping[str, Collection[str]]) -> "Narrowing":
        """Read the parameters that a page has, each with its choices. Raises ValidationError with every fault."""
        choices = {"show": tuple(FAMILIES), "outcome": tuple(Outcome), **choices}
        given = {name: value for name in choices if (value := data.get(name, ""))}
        faults = []
        for name, value in given.items():
            if value in choices[name]:
                continue
            message = gettext("“%(name)s” asks for something that is not counted on this page.") % {"name": name}
            if len(choices[name]) <= FEW:
                among = gettext("It is one of: %(choices)s.") % {"choices": ", ".join(choices[name])}
                message = f"{message} {among}"
            faults.append(message)
        after = data.get("after", "")
        if after and not CLAIM.fullmatch(after):
            faults.append(not_listed())
        if faults:
            raise ValidationError(faults)
        return cls(**given, after=after)

    @property
    def asked(self) -> dict[str, str]:
        """What claims are asked for, by parameter; nothing of where the list begins."""
        return {name: value for name, value in vars(self).items() if value and name != "after"}

    @property
    def is_narrowed(self) -> bool:
        return bool(self.asked)

    @property
    def claim(self) -> tuple[str, str] | None:
        """The event and the claim of `after`."""
        event, _, claim = self.after.partition("/")
        return (event, claim) if self.after else None

    def without(self, name: str) -> str:
        """The query string that asks for the same without this parameter, from the first claim on."""
        return replace(self, **{name: "", "after": ""}).query

    def following(self, claim: str) -> str:
        """The query string of the page of the list after this claim."""
        return replace(self, after=claim).query

    @property
    def query(self) -> str:
        """ "?outcome=contradiction&topic=trade", or "" where nothing is asked."""
        asked = {**self.asked, **({"after": self.after} if self.after else {})}
        return f"?{urlencode(asked, safe=',/')}" if asked else ""


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
