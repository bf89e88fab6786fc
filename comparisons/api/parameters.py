"""What may stand in an address of the API: the schemas that validate it and that its OpenAPI description is made of.

What is not as described is answered with 400. What is, and asks for something that is not there, with 404.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Annotated, Any, Self, TypeVar

import pydantic
from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from ninja import Field, Path, errors
from ninja.parser import Parser
from pydantic import BeforeValidator, GetPydanticSchema, ModelWrapValidatorHandler, WithJsonSchema
from pydantic_core.core_schema import literal_schema

from comparisons.across.columns import POSITIONS
from comparisons.models import Event
from comparisons.models.finding import SEVERAL_OR_NONE
from comparisons.outcomes import FAMILIES, Outcome
from comparisons.query_string import positive_integer
from comparisons.search.query import LETTERS_AT_MOST, SORTS, TERMS_AT_MOST
from comparisons.search.terms import terms_of

from .schemas import _

Read = TypeVar("Read")
WORD = "[a-z0-9]+(-[a-z0-9]+)*"
HIGHEST = 999_999_999


class QueryParser(Parser):
    def parse_querydict(self, data: MultiValueDict[str, Any], list_fields: list[str], request: HttpRequest) -> Any:
        """What is given more than once is a list, so that no schema of a single value fits it."""
        return {name: given if name in list_fields or len(given) > 1 else given[0] for name, given in data.lists()}


class Parameters(pydantic.BaseModel):
    """The query parameters of an operation; those that are not described count for nothing.

    What does not fit is refused when the query is read: 404, 410 and 301 of the path come before 400 of the query.
    """

    _misfits: tuple[str, ...] = ()

    @pydantic.model_validator(mode="wrap")
    @classmethod
    def keep_misfits(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:
        try:
            return handler(given)
        except pydantic.ValidationError as error:
            query = cls.model_construct()
            query._misfits = tuple(dict.fromkeys(str(one["loc"][0]) for one in error.errors()))
            return query

    @classmethod
    def given(cls, request: HttpRequest) -> dict[str, list[str]]:
        names = (field.alias or name for name, field in cls.model_fields.items())
        return {name: values for name in names if (values := request.GET.getlist(name))}

    def read(self, request: HttpRequest, parse: Callable[[QueryDict], Read]) -> Read:
        """What is asked for, parsed as the pages do it, and its faults in their words.

        Raises ninja's ValidationError where something is not as described, Django's where all is.
        """
        data = QueryDict(mutable=True)
        for name, values in self.given(request).items():
            data.setlist(name, values)
        messages = []
        try:
            query = parse(data)
        except ValidationError as error:
            if not self._misfits:
                raise
            messages = error.messages
        else:
            if not self._misfits:
                return query
        told = "".join(messages)
        # The page's messages have the name in the quotation marks of any language.
        untold = [name for name in self._misfits if not re.search(rf"[“«„]{re.escape(name)}[”»“]", told)]
        messages += [self._misfit(name, data.getlist(name)) for name in untold]
        raise errors.ValidationError([{"msg": message} for message in messages])

    def _misfit(self, name: str, given: list[str]) -> str:
        if len(given) > 1 and name != "parties":
            return gettext("“%(name)s” is given more than once.") % {"name": name}
        return gettext("“%(name)s” is not as the description of this API has it.") % {"name": name}


def _one_of(choices: Iterable[str]) -> GetPydanticSchema:
    return GetPydanticSchema(lambda _source, _handler: literal_schema([str(choice) for choice in choices]))


def _fits(test: Callable[[str], bool]) -> BeforeValidator:
    """Holds a single value to a rule that no JSON schema tells."""

    def clean(given: Any) -> Any:
        if not (isinstance(given, str) and test(given)):
            raise ValueError
        return given

    return BeforeValidator(clean)


def _comma_list(given: list[str]) -> list[str]:
    values = ",".join(given).split(",")
    if len(set(values)) < len(values):
        raise ValueError
    return values


def optional(description: str, **more: Any) -> Any:
    """With None ninja describes neither a default nor null."""
    return Field(None, description=description, **more)


Slug = Annotated[str, Field(pattern=f"^{WORD}$")]
Slugs = Annotated[
    list[Slug], BeforeValidator(_comma_list), Field(min_length=1, json_schema_extra={"uniqueItems": True})
]
Family = Annotated[str, _one_of(FAMILIES)]
OneOutcome = Annotated[str, _one_of(Outcome)]
Day = Annotated[date, _fits(lambda given: date.fromisoformat(given).isoformat() == given)]
Year = Annotated[str, Field(pattern="^[1-9][0-9]{0,3}$")]
EditionNumber = Annotated[int, Field(ge=2, le=HIGHEST), _fits(lambda given: positive_integer(given) is not None)]
# No address has a NUL (comparisons/middleware.py).
Words = Annotated[
    str,
    Field(pattern=f"^[^\\u0000]{{1,{LETTERS_AT_MOST}}}$"),
    _fits(lambda given: len(terms_of(given)) <= TERMS_AT_MOST),
]
Place = Annotated[str, Field(pattern="^([0-9]{1,6}\\.)?[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[0-9]{1,18}$")]
ClaimOfEvent = Annotated[str, Field(pattern="^[a-z0-9-]{1,100}/[a-z0-9-]{1,100}$")]

SHOW = optional(_("Those of one family of outcomes alone."))
OUTCOME = optional(_("Those with this outcome alone."))
TOPIC = optional(_("Those on one topic alone, by its slug."))
EVENT = optional(_("Those of one event alone, by the slug of its comparison."))
YEAR = optional(_("Those of the events of one year alone."))
AFTER = optional(_("Where a page of the list begins: take the address in next, which has it."))


class ComparisonsQuery(Parameters):
    q: Words = optional(
        _("Words that the comparison holds, in any of their forms, at most ten; phrases stand in quotation marks.")
    )
    party: Slug = optional(_("Comparisons in which this party has a column, by its slug."))
    topic: Slug = optional(_("Comparisons with a claim on this topic, by its slug."))
    kind: Annotated[str, _one_of(Event.Kind.values)] = optional(_("Comparisons of events of this kind."))
    family: Family = optional(
        _("Comparisons with a claim in this family of outcomes; with a topic as well, with one claim that is both.")
    )
    since: Day = optional(_("Events on this day or later."), alias="from")
    until: Day = optional(_("Events on this day or earlier."), alias="to")
    sort: Annotated[str, _one_of(SORTS)] = optional(
        _("The order: by relevance, as is usual where words are asked for, or the newest event first.")
    )
    after: Place = AFTER


class EditionsQuery(Parameters):
    before: EditionNumber = optional(_("Editions with a lower number than this."))


class ClaimsQuery(Parameters):
    show: Family = SHOW
    topic: Slug = TOPIC
    parties: Slugs = optional(
        _("The parties whose words are shown, in this order; the outcomes count all of them nevertheless.")
    )
    after: Slug = AFTER


class SubjectsQuery(Parameters):
    after: Slug = AFTER


class TopicQuery(Parameters):
    show: Family = SHOW
    outcome: OneOutcome = OUTCOME
    event: Slug = EVENT
    year: Year = YEAR
    after: ClaimOfEvent = AFTER


class AcrossQuery(Parameters):
    show: Family = SHOW
    outcome: OneOutcome = OUTCOME
    topic: Slug = TOPIC
    event: Slug = EVENT
    year: Year = YEAR


class AllClaimsQuery(Parameters):
    q: Words = optional(
        _("Words of the claim or of a quote on it, in any of their forms; phrases stand in quotation marks.")
    )
    show: Family = SHOW
    outcome: OneOutcome = OUTCOME
    party: Slugs = optional(
        _("Those on which this party is compared; or two parties, with what they add up to by themselves."),
        max_length=2,
    )
    topic: Slug = TOPIC
    since: Day = optional(_("Events on this day or later."), alias="from")
    until: Day = optional(_("Events on this day or earlier."), alias="to")
    after: ClaimOfEvent = AFTER


class PartyQuery(AcrossQuery):
    position: Annotated[str, _one_of(POSITIONS)] = optional(_("Those on which the party stands so."))
    origin: Annotated[str, Field(pattern=f"^({WORD}|{SEVERAL_OR_NONE})$")] = optional(
        _("Those quoted from the texts of this party alone, or with “several,none” of no party alone.")
    )
    after: ClaimOfEvent = AFTER


class PairQuery(AcrossQuery):
    said_by: Slug = optional(_("Those on which this one of the two alone says something."))
    left_out_by: Slug = optional(_("Those that the other said and this one left out."))
    after: ClaimOfEvent = AFTER


IS_SLUG = WithJsonSchema({"type": "string", "pattern": f"^{WORD}$"})
IS_NUMBER = WithJsonSchema({"type": "integer", "minimum": 1, "maximum": HIGHEST})
# Described and not validated: what is not there is answered with 404, however it is written.
SlugInPath = Annotated[str, IS_SLUG, Path(description=_("The slug of the comparison, topic or party."))]
ClaimInPath = Annotated[str, IS_SLUG, Path(description=_("The slug of the claim."))]
NumberInPath = Annotated[str, IS_NUMBER, Path(description=_("The number of the edition, from 1."))]
FirstInPath = Annotated[str, IS_SLUG, Path(description=_("The slug of one party: in the alphabet before the other."))]
SecondInPath = Annotated[str, IS_SLUG, Path(description=_("The slug of the other party."))]
