"""The response schemas of what returns across events: claims of many comparisons, topics and parties."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field

from comparisons.across.statistics import Head
from comparisons.addresses import absolute_url
from comparisons.outcomes import Caveat, Flag, Outcome

from .schemas import SENTENCE, ClaimLinks, Family, Named, PageOfAList, Response, Stand, _


class EventNamed(Response):
    slug: str
    title: str
    date: datetime.date = Field(alias="day")


class ClaimOfAnEvent(Response):
    event: EventNamed
    slug: str
    topic: Named
    question: str
    wording: str
    outcome: Outcome = Field(description=_("What is counted here: of two parties, what they add up to by themselves."))
    family: Family
    outcome_of_all: Outcome = Field(description=_("The claim's own outcome, of all parties of its event."))
    flags: list[Flag] = Field(description=_("Of the claim's own outcome; none where another one is counted."))
    caveats: list[Caveat]
    sentence: str = Field(description=SENTENCE)
    unconfirmed: bool = Field(
        alias="is_unconfirmed",
        description=_("Whether it is a contradiction that nobody has confirmed in a second reading."),
    )
    positions: list[Stand] = Field(alias="standings")
    links: ClaimLinks


class ClaimsOfEvents(PageOfAList):
    of: int = Field(description=_("How many claims there are in all: the denominator of the count."))
    claims: list[ClaimOfAnEvent] = Field(description=_("By event, the earliest first."))


class SubjectLinks(Response):
    page: str
    claims: str


class ListedSubject(Response):
    slug: str = Field(alias="key")
    name: str
    claims: int
    events: int = Field(description=_("How many events these claims are of."))
    links: SubjectLinks

    @staticmethod
    def resolve_links(head: Head, context: dict[str, Any]) -> dict[str, str]:
        request: HttpRequest = context["request"]
        return {
            "page": absolute_url(request, head.kind, head.key),
            "claims": absolute_url(request, f"api:{head.kind}_claims", head.key),
        }


class Topics(PageOfAList):
    topics: list[ListedSubject] = Field(description=_("By name."))


class Parties(PageOfAList):
    parties: list[ListedSubject] = Field(description=_("By name."))
