"""What may stand in an address of the API: described once, for people, for programs, and for the answer to the rest.

What is not as described is refused with 400. What is, and asks for something that is not there, is answered with 404.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext

from comparisons.across.columns import POSITIONS
from comparisons.models import Event
from comparisons.outcomes import FAMILIES, Outcome
from comparisons.search.query import LETTERS_AT_MOST, SORTS, TERMS_AT_MOST
from comparisons.search.search import terms_of

from .answers import Refused
from .words import _

Query = TypeVar("Query")
Described = dict[str, Any]

WORD = "[a-z0-9]+(-[a-z0-9]+)*"
SLUG: Described = {"type": "string", "pattern": f"^{WORD}$"}
DATE: Described = {"type": "string", "format": "date"}
# No address has a NUL (comparisons/middleware.py).
WORDS: Described = {"type": "string", "pattern": f"^[^\\u0000]{{1,{LETTERS_AT_MOST}}}$", "format": "words"}
ORIGIN: Described = {"type": "string", "pattern": f"^({WORD}|several,none)$"}
YEAR: Described = {"type": "string", "pattern": "^[1-9][0-9]{0,3}$"}
NUMBER: Described = {"type": "integer", "minimum": 1, "maximum": 999_999_999}
PLACE: Described = {
    "type": "string",
    "pattern": "^([0-9]{1,6}\\.)?[0-9]{4}-[0-9]{2}-[0-9]{2}\\.[0-9]{1,18}$",
}
CLAIM: Described = {"type": "string", "pattern": "^[a-z0-9-]{1,100}/[a-z0-9-]{1,100}$"}


@dataclass(frozen=True)
class Parameter:
    name: str
    description: str
    schema: Described

    def fits(self, given: Sequence[str]) -> bool:
        """Whether what is given, once or several times, is as described."""
        if self.schema["type"] == "array":
            several = ",".join(given).split(",")
            return len(set(several)) == len(several) and all(_fits(one, self.schema["items"]) for one in several)
        return len(given) == 1 and _fits(given[0], self.schema)

    def described(self, where: str) -> Described:
        whole = {"name": self.name, "in": where, "required": where == "path", "description": self.description}
        # Between the values of a list stands a comma.
        style = {"style": "form", "explode": False} if self.schema["type"] == "array" else {}
        return {**whole, **style, "schema": self.schema}


def _fits(given: str, schema: Described) -> bool:
    if schema["type"] == "integer":
        return bool(re.fullmatch("0|[1-9][0-9]{0,8}", given)) and schema["minimum"] <= int(given)
    if "enum" in schema:
        return given in schema["enum"]
    if "pattern" in schema and not re.fullmatch(schema["pattern"].removeprefix("^").removesuffix("$"), given):
        return False
    match schema.get("format"):
        case "date":
            return _is_date(given)
        case "words":
            return len(terms_of(given)) <= TERMS_AT_MOST
    return True


def _is_date(given: str) -> bool:
    try:
        return date.fromisoformat(given).isoformat() == given
    except ValueError:
        return False


def _one_of(choices: Sequence[str]) -> Described:
    return {"type": "string", "enum": list(choices)}


SHOW = Parameter("show", _("Those of one family of outcomes alone."), _one_of(list(FAMILIES)))
TOPIC = Parameter("topic", _("Those on one topic alone, by its slug."), SLUG)
OUTCOME = Parameter("outcome", _("Those with this outcome alone."), _one_of(list(Outcome)))
EVENT = Parameter("event", _("Those of one event alone, by the slug of its comparison."), SLUG)
YEAR_OF_EVENT = Parameter("year", _("Those of the events of one year alone."), YEAR)
AFTER = _("Where a page of the list begins: take the address in next, which has it.")
AFTER_CLAIM = Parameter("after", AFTER, CLAIM)
AFTER_SLUG = Parameter("after", AFTER, SLUG)

OF_COMPARISONS = (
    Parameter(
        "q",
        _("Words that the comparison holds, in any of their forms, at most ten; phrases stand in quotation marks."),
        WORDS,
    ),
    Parameter("party", _("Comparisons in which this party has a column, by its slug."), SLUG),
    Parameter("topic", _("Comparisons with a claim on this topic, by its slug."), SLUG),
    Parameter("kind", _("Comparisons of events of this kind."), _one_of(Event.Kind.values)),
    Parameter(
        "family",
        _("Comparisons with a claim in this family of outcomes; with a topic as well, with one claim that is both."),
        _one_of(list(FAMILIES)),
    ),
    Parameter("from", _("Events on this day or later."), DATE),
    Parameter("to", _("Events on this day or earlier."), DATE),
    Parameter(
        "sort",
        _("The order: by relevance, as is usual where words are asked for, or the newest event first."),
        _one_of(SORTS),
    ),
    Parameter("after", AFTER, PLACE),
)
OF_EDITIONS = (Parameter("before", _("Editions with a lower number than this."), {**NUMBER, "minimum": 2}),)
OF_CLAIMS = (
    SHOW,
    TOPIC,
    Parameter(
        "parties",
        _("The parties whose words are shown, in this order; the outcomes count all of them nevertheless."),
        {"type": "array", "items": SLUG, "uniqueItems": True, "minItems": 1},
    ),
    AFTER_SLUG,
)
OF_SUBJECTS = (AFTER_SLUG,)
ON_TOPIC = (SHOW, OUTCOME, EVENT, YEAR_OF_EVENT, AFTER_CLAIM)
OF_PARTY = (
    *(SHOW, OUTCOME, TOPIC, EVENT, YEAR_OF_EVENT),
    Parameter("position", _("Those on which the party stands so."), _one_of(POSITIONS)),
    Parameter(
        "origin",
        _("Those quoted from the texts of this party alone, or with “several,none” of no party alone."),
        ORIGIN,
    ),
    AFTER_CLAIM,
)
OF_PAIR = (
    *(SHOW, OUTCOME, TOPIC, EVENT, YEAR_OF_EVENT),
    Parameter("said_by", _("Those on which this one of the two alone says something."), SLUG),
    Parameter("left_out_by", _("Those that the other said and this one left out."), SLUG),
    AFTER_CLAIM,
)

IN_PATHS = {
    "slug": Parameter("slug", _("The slug of the comparison, topic or party."), SLUG),
    "claim": Parameter("claim", _("The slug of the claim."), SLUG),
    "number": Parameter("number", _("The number of the edition, from 1."), NUMBER),
    "first": Parameter("first", _("The slug of one party: in the alphabet before the other."), SLUG),
    "second": Parameter("second", _("The slug of the other party."), SLUG),
}


def parsed(request: HttpRequest, parameters: Sequence[Parameter], parse: Callable[[QueryDict], Query]) -> Query:
    """What is asked for, read as the pages read it. Parameters that are not described count for nothing.

    Raises Refused with every fault; ValidationError where all is as described.
    """
    given = {one.name: values for one in parameters if (values := request.GET.getlist(one.name))}
    data = QueryDict(mutable=True)
    for name, values in given.items():
        data.setlist(name, values)
    misfits = [one for one in parameters if one.name in given and not one.fits(given[one.name])]
    if not misfits:
        return parse(data)
    try:
        parse(data)
        messages = []
    except ValidationError as error:
        messages = error.messages
    told = "".join(messages)
    raise Refused([*messages, *(_misfit(one, given[one.name]) for one in misfits if not _names(told, one))])


def _names(messages: str, parameter: Parameter) -> bool:
    """Whether the page's messages name it already, in the quotation marks of any language."""
    return bool(re.search(rf"[“«„]{re.escape(parameter.name)}[”»“]", messages))


def _misfit(parameter: Parameter, given: Sequence[str]) -> str:
    if len(given) > 1 and parameter.schema["type"] != "array":
        return gettext("“%(name)s” is given more than once.") % {"name": parameter.name}
    return gettext("“%(name)s” is not as the description of this API has it.") % {"name": parameter.name}
