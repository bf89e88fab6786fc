"""The response schemas of what returns across events: claims of many comparisons, topics and parties."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field
from pydantic import AliasPath

from comparisons.across.listed_claims import Side
from comparisons.across.statistics import Head
from comparisons.addresses import absolute_url
from comparisons.comparison.statements import Quotation
from comparisons.outcomes import Caveat, Flag, Ground, Outcome, Position

from .schemas import ACCORDING_TO, RESTS_ON, SENTENCE, ClaimLinks, Family, Named, PageOfAList, Response, _


class EventNamed(Response):
    slug: str
    title: str
    date: datetime.date = Field(alias="day")


class ListedTranslation(Response):
    text: str
    language: str = Field(description=_("Of the translation, a BCP 47 tag."))
    by: str = Field(
        description=_("Whose it is: “desk”, the name of a translator, or the title of the account that has it.")
    )


class ListedQuote(Response):
    exact: str = Field(description=_("The words; of a long quote the beginning, with an ellipsis."))
    whole: bool = Field(
        alias="is_whole", description=_("Whether these are all of its words; the claim itself has them.")
    )
    language: str = Field(description=_("A BCP 47 tag."))
    account: str = Field(description=_("The title of the account in whose text they stand."))
    reported: bool = Field(
        alias="is_reported", description=_("Whether that is another account, which reports what was said.")
    )
    translation: ListedTranslation | None

    @staticmethod
    def resolve_translation(quote: Quotation) -> dict[str, str] | None:
        if not quote.translation:
            return None
        by = quote.translated_in or quote.translated_by
        return {"text": quote.translation, "language": quote.translation_language, "by": by}


class Said(Response):
    account: str = Field(description=_("The title of the account that says it."))
    position: Position
    implied: bool
    low: int | float | None
    high: int | float | None
    value: str
    quotes: list[ListedQuote]


class StandInWords(Response):
    party: Named = Field(validation_alias=AliasPath("standing", "party"))
    position: Position = Field(validation_alias=AliasPath("standing", "position"))
    rests_on: list[Ground] = Field(validation_alias=AliasPath("standing", "grounds"), description=RESTS_ON)
    according_to: list[str] = Field(description=ACCORDING_TO)
    said: list[Said] = Field(
        validation_alias=AliasPath("said", "shown"),
        description=_("In which words: of each account of the party that says something."),
    )
    further_quotes: int = Field(
        validation_alias=AliasPath("said", "further_quotes"),
        description=_("How many quotes more the claim itself has."),
    )

    @staticmethod
    def resolve_according_to(side: Side) -> list[str]:
        return [reporter.title for reporter in side.standing.reporters]


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
    positions: list[StandInWords] = Field(alias="sides")
    links: ClaimLinks


class ClaimsOfEvents(PageOfAList):
    of: int = Field(description=_("How many claims there are in all: the denominator of the count."))
    claims: list[ClaimOfAnEvent] = Field(
        description=_("Contradictions first, then those of the newest event; of a party and of two parties by topic.")
    )


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
    topics: list[ListedSubject] = Field(description=_("Those with most claims first."))


class Parties(PageOfAList):
    parties: list[ListedSubject] = Field(description=_("By name."))
