"""The query strings of the pages of one comparison."""

from collections.abc import Container
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext

from comparisons.moments import zone_names
from comparisons.outcomes import FAMILIES
from comparisons.query_string import QueryString, member_of, number, one_of

from .comparison import CONTRADICTIONS_FIRST, Comparison


@dataclass(frozen=True)
class ComparisonQuery(QueryString):
    """Which claims and columns of one comparison are shown, in which order, and in which time zone."""

    show: str = ""
    topic: str = ""
    parties: tuple[str, ...] = ()
    """Empty where all have a column, in the declared order."""
    order: str = ""
    """CONTRADICTIONS_FIRST, or nothing for the order in which the claims were entered."""
    page: int = 1
    """Of the claims shown, where they are too many for one page."""
    zone: str = ""
    """The time zone in which times of issue are shown besides the source's own."""

    @classmethod
    def parse(cls, data: QueryDict, comparison: Comparison) -> "ComparisonQuery":
        """Read ?show=, ?topic=, ?order=, ?page=, ?zone= and ?parties=a,b (or parties=a&parties=b).

        Raises ValidationError.
        """
        declared = tuple(party.slug for party in comparison.parties)

        def parties(_name: str, given: tuple[str, ...]) -> tuple[str, ...]:
            faults = []
            if set(given) - set(declared):
                faults.append(gettext("“parties” names somebody who is not compared here."))
            if len(set(given)) < len(given):
                faults.append(gettext("“parties” names somebody twice."))
            if faults:
                raise ValidationError(faults)
            return () if given == declared else given

        return cls.cleaned(
            data,
            show=one_of(FAMILIES),
            topic=member_of(
                {topic.slug for topic in comparison.topics}, gettext("“topic” is not a topic of this comparison.")
            ),
            parties=parties,
            order=one_of((CONTRADICTIONS_FIRST,)),
            page=number(gettext("“page” is a number from 1.")),
            zone=member_of(zone_names(), gettext("“zone” is not a time zone, such as Europe/Moscow.")),
        )

    @classmethod
    def is_sent_by_form(cls, data: QueryDict) -> bool:
        """One form has the filters, and sends both; that of the zone is recognised only where its field is empty."""
        return set(data) <= cls.names() and ({"show", "topic"} <= set(data) or data.get("zone") == "")

    @property
    def is_narrowed(self) -> bool:
        return bool(self.show or self.topic)


@dataclass(frozen=True)
class TextsQuery(QueryString):
    """Which claim the reader follows through the texts of one comparison."""

    claim: str = ""

    @classmethod
    def parse(cls, data: QueryDict, claims: Container[str]) -> "TextsQuery":
        """Read ?claim=. `claims` holds the slugs that there are. Raises ValidationError."""
        return cls.cleaned(data, claim=member_of(claims, gettext("“claim” is not a claim of this comparison.")))
