"""What a reader asks for in a query string: validated, and written back into links."""

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.moments import zone_names
from comparisons.outcomes import FAMILIES

from .comparison import Comparison


@dataclass(frozen=True)
class ComparisonQuery:
    """Which claims and columns of one comparison are shown, and in which time zone."""

    show: str = ""
    topic: str = ""
    parties: tuple[str, ...] = ()
    zone: str = ""
    """The time zone in which times of issue are shown besides the source's own."""

    @classmethod
    def parse(cls, data: QueryDict, comparison: Comparison) -> "ComparisonQuery":
        """Read ?show=, ?topic=, ?zone= and ?parties=a,b (or parties=a&parties=b), all faults at once.

        Raises ValidationError.
        """
        query = cls(
            show=data.get("show", ""),
            topic=data.get("topic", ""),
            parties=tuple(slug for given in data.getlist("parties") for slug in given.split(",") if slug),
            zone=data.get("zone", ""),
        )
        if query.parties == tuple(party.slug for party in comparison.parties):
            query = replace(query, parties=())  # all, in the declared order: as where none is named
        faults = []
        if query.show and query.show not in FAMILIES:
            faults.append(gettext("“show” is one of: %(choices)s.") % {"choices": ", ".join(FAMILIES)})
        if query.topic and query.topic not in {topic.slug for topic in comparison.topics}:
            faults.append(gettext("“topic” is not a topic of this comparison."))
        if set(query.parties) - {party.slug for party in comparison.parties}:
            faults.append(gettext("“parties” names somebody who is not compared here."))
        if len(set(query.parties)) < len(query.parties):
            faults.append(gettext("“parties” names somebody twice."))
        if query.zone and query.zone not in zone_names():
            faults.append(gettext("“zone” is not a time zone, such as Europe/Moscow."))
        if faults:
            raise ValidationError(faults)
        return query

    def changed(self, **changes: Any) -> str:
        """The query string of this query with some of it changed: "?show=open", or "" where nothing is asked."""
        query = replace(self, **changes)
        asked = {"show": query.show, "topic": query.topic, "parties": ",".join(query.parties), "zone": query.zone}
        text = urlencode({name: value for name, value in asked.items() if value}, safe=",/")
        return f"?{text}" if text else ""

    def is_put_otherwise_by_the_form(self, data: QueryDict) -> bool:
        """Whether a form sent this query, and not as a link has it: with empty fields, or the columns one by one.

        What a link, a person or another program put otherwise stands, and so do parameters that are not ours.
        """
        names = set(data)
        is_ours = names <= {"show", "topic", "parties", "zone"}
        by_form = is_ours and ({"show", "topic"} <= names or data.get("zone") == "")
        return by_form and dict(data.lists()) != dict(QueryDict(self.changed().removeprefix("?")).lists())

    @property
    def is_narrowed(self) -> bool:
        return bool(self.show or self.topic)


@dataclass(frozen=True)
class TextsQuery:
    """Which claim the reader follows through the texts of one comparison."""

    claim: str = ""

    @classmethod
    def parse(cls, data: QueryDict, claims: Container[str]) -> "TextsQuery":
        """Read ?claim=. `claims` holds the slugs that there are. Raises ValidationError."""
        query = cls(claim=data.get("claim", ""))
        if query.claim and query.claim not in claims:
            raise ValidationError([gettext("“claim” is not a claim of this comparison.")])
        return query
