"""The response schemas of the API: every answer is serialised by them, and the OpenAPI description made of them."""

import datetime
from collections.abc import Callable
from typing import Any, Literal, cast

from django.http import HttpRequest
from django.utils.translation import gettext_lazy
from ninja import Field, Schema
from pydantic import AliasPath, ConfigDict

from comparisons import wording
from comparisons.addresses import absolute_url
from comparisons.comparison import accounts, claims, standings
from comparisons.models import Event
from comparisons.outcomes import Caveat, Flag, Ground, Outcome, Position

# Pydantic and ninja want a str for a description. The lazy one is translated whenever the description is written.
_ = cast(Callable[[str], str], gettext_lazy)

Family = Literal["agreements", "contradictions", "one-sided", "open"]


class Response(Schema):
    """Has the fields that it names, all of them and no other."""

    model_config = ConfigDict(json_schema_extra={"additionalProperties": False})


class PageOfAList(Response):
    count: int = Field(description=_("How many there are on all pages of this list."))
    next: str | None = Field(description=_("The address of the next page; null on the last one."))


class Faults(Response):
    error: str = Field(description=_("What is wrong, in a sentence."))
    faults: list[str] = Field(description=_("Each fault by itself; one of a parameter names it."))


class Withdrawn(Response):
    error: str = Field(description=_("Why it was withdrawn."))
    title: str = Field(description=_("The title of the comparison."))


class Index(Response):
    name: str
    version: str = Field(description=_("Of Counterpoint, which answers here."))
    description: str
    licence: str | None = Field(description=_("Under which the data may be used; null where none has been declared."))
    documentation: str = Field(description=_("The page for people."))
    openapi: str = Field(description=_("The description of this API."))
    comparisons: str
    claims: str
    topics: str
    parties: str


class Named(Response):
    slug: str = Field(description=_("What stands in addresses."))
    name: str


class Counts(Response):
    total: int = Field(description=_("All claims: the denominator of those below."))
    families: dict[Family, int] = Field(description=_("How many of them fall into each family of outcomes."))


class ComparisonLinks(Response):
    page: str
    document: str = Field(description=_("The latest edition as comparison/1."))
    claims: str
    editions: str
    csv: str


class ListedComparison(Response):
    slug: str
    title: str
    date: datetime.date
    kind: Event.Kind
    edition: int = Field(description=_("The number of the latest edition."))
    published_at: str = Field(description=_("When that edition was published, ISO 8601."))
    parties: list[Named] = Field(description=_("All that are compared, by name."))
    claims: Counts
    links: ComparisonLinks


class Comparisons(PageOfAList):
    published: int = Field(description=_("How many there are in all: the denominator of the count."))
    comparisons: list[ListedComparison]


class ListedEdition(Response):
    number: int
    published_at: str
    note: str | None = Field(description=_("What it corrected; null where the edition was withdrawn."))
    sha256: str | None = Field(description=_("The seal of its document; null where the edition was withdrawn."))
    withdrawn: str | None = Field(description=_("Why it was withdrawn; null where it was not."))
    page: str
    document: str


class Editions(PageOfAList):
    editions: list[ListedEdition] = Field(description=_("The newest first."))


class Speaker(Response):
    id: str
    title: str
    party: str | None = Field(description=_("The slug of the party; null where it speaks for none."))
    language: str = Field(description=_("Of its text and quotes, a BCP 47 tag."))
    source: str
    attribution: Literal["on_record", "on_background", "anonymous", "unattributed"] = Field(
        description=_("How it names its source.")
    )
    source_url: str
    translation_of: str | None

    @staticmethod
    def resolve_party(account: accounts.AccountShown) -> str | None:
        return account.party.slug if account.party else None


class Translation(Response):
    text: str
    language: str = Field(description=_("Of the translation, a BCP 47 tag."))
    by: str = Field(
        alias="source",
        description=_("Whose it is: “desk”, the id of the account that has these words, or the name of a translator."),
    )


class Quote(Response):
    exact: str = Field(description=_("The words, to the letter."))
    start: int = Field(description=_("Where they begin in the text, in Unicode code points from 0."))
    end: int = Field(description=_("Behind which code point they end."))
    account: str = Field(
        validation_alias=AliasPath("account", "id"), description=_("The id of the account whose text they stand in.")
    )
    revision: int = Field(
        validation_alias=AliasPath("revision", "number"), description=_("Which text of that account, from 1.")
    )

    said_by: Speaker = Field(
        alias="account", description=_("That account: another one than the stance’s where it reports what was said.")
    )
    translation: Translation | None = Field(description=_("The words in another language; null where there is none."))


class Stance(Response):
    account: Speaker
    position: Position
    basis: Literal["own_text", "full_text", "reported"]
    implied: bool = Field(description=_("Whether the words do not say it and it follows from them."))
    low: int | float | None
    high: int | float | None
    value: str
    note: str
    reviewed_by: str
    reviewed_at: str | None
    text_changed_since: bool = Field(
        alias="is_outdated", description=_("Whether a text that it rests on has changed since it was read.")
    )
    quotes: list[Quote]

    @staticmethod
    def resolve_reviewed_at(stance: claims.StanceShown) -> str | None:
        return stance.reviewed.text if stance.reviewed else None


RESTS_ON = _("What the position rests on besides words of the party’s own.")
ACCORDING_TO = _("Where it rests on a report: the titles of the accounts that report it.")


class Stand(Response):
    party: Named
    position: Position
    rests_on: list[Ground] = Field(alias="grounds", description=RESTS_ON)
    according_to: list[str] = Field(description=ACCORDING_TO)

    @staticmethod
    def resolve_according_to(standing: standings.StandingShown) -> list[str]:
        return [reporter.title for reporter in standing.reporters]


class ClaimLinks(Response):
    itself: str = Field(description=_("The claim here, with what was said."))
    page: str


def claim_links(request: HttpRequest, comparison: str, claim: str) -> dict[str, str]:
    return {
        "itself": absolute_url(request, "api:claim", comparison, claim),
        "page": absolute_url(request, "claim", comparison, claim),
    }


SENTENCE = _("What each party said, in a sentence: with who reports it, and whether it is implied.")


class Claim(Response):
    slug: str
    topic: Named
    question: str
    wording: str
    kind: Literal["polar", "quantity"]
    unit: str
    note: str
    outcome: Outcome
    family: Family
    flags: list[Flag]
    caveats: list[Caveat]
    sentence: str = Field(description=SENTENCE)
    confirmed_by: str | None = Field(
        description=_(
            "Who confirmed, in a second reading, that the words contradict each other; empty where nobody has, null "
            "where the edition does not say."
        )
    )
    confirmed_at: str | None = Field(description=_("When that was, ISO 8601."))
    positions: list[Stand] = Field(
        alias="standings", description=_("Where every party stands, by name: the outcome counts them all.")
    )
    stances: list[Stance] = Field(
        description=_("What each account says: those of the parties asked for, then those that speak for none.")
    )
    links: ClaimLinks

    @staticmethod
    def resolve_sentence(claim: claims.ClaimShown) -> str:
        return wording.sentence(claim)

    @staticmethod
    def resolve_confirmed_at(claim: claims.ClaimShown) -> str | None:
        return claim.confirmed.text if claim.confirmed else None

    @staticmethod
    def resolve_links(claim: claims.ClaimShown, context: dict[str, Any]) -> dict[str, str]:
        request: HttpRequest = context["request"]
        assert request.resolver_match
        return claim_links(request, request.resolver_match.kwargs["slug"], claim.slug)


class Claims(PageOfAList):
    of: int = Field(description=_("How many claims there are in all: the denominator of the count."))
    claims: list[Claim]
