"""The OpenAPI description: answers from their shapes, parameters from their table, examples from what is there."""

import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.responses import NinjaJSONEncoder

from comparisons.documents import SCHEMA_TEXT
from comparisons.models import Edition, Pairing, Standing

from . import parameters
from .parameters import Parameter
from .words import _

NO_PARAMETERS: tuple[Parameter, ...] = ()
ASKED: Mapping[str, Sequence[Parameter]] = {
    "comparisons": parameters.OF_COMPARISONS,
    "editions": parameters.OF_EDITIONS,
    "claims": parameters.OF_CLAIMS,
    "topics": parameters.OF_SUBJECTS,
    "parties": parameters.OF_SUBJECTS,
    "topic_claims": parameters.ON_TOPIC,
    "party_claims": parameters.OF_PARTY,
    "pair_claims": parameters.OF_PAIR,
}
ANSWERS = {
    200: _("What was asked for."),
    301: _("The comparison has moved, or the two parties stand in another order: Location has the address."),
    304: _("Nothing has changed since the answer whose ETag was sent as If-None-Match."),
    400: _("A parameter is not as described."),
    404: _("All is as described, but something that was asked for is not there."),
    410: _("The comparison or edition was withdrawn."),
}
DOCUMENTS = ("comparison", "edition")
# From an answer of one operation to another: its parameters, each with where its value stands.
LEADS: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "comparisons": {
        "comparison": {"slug": "$response.body#/comparisons/0/slug"},
        "claims": {"slug": "$response.body#/comparisons/0/slug"},
        "editions": {"slug": "$response.body#/comparisons/0/slug"},
    },
    "editions": {"edition": {"slug": "$request.path.slug", "number": "$response.body#/editions/0/number"}},
    "claims": {"claim": {"slug": "$request.path.slug", "claim": "$response.body#/claims/0/slug"}},
    "topics": {"topic_claims": {"slug": "$response.body#/topics/0/slug"}},
    "parties": {"party_claims": {"slug": "$response.body#/parties/0/slug"}},
}


def description(api: NinjaAPI, request: HttpRequest) -> dict[str, Any]:
    """The whole, with examples that can be asked for here and now. Costs four queries."""
    root = request.build_absolute_uri("/").rstrip("/")
    whole: dict[str, Any] = json.loads(_operations_and_shapes(api, get_language()))
    whole["servers"] = [{"url": root}]
    if settings.DATA_LICENCE:
        whole["info"]["license"] = {"name": settings.DATA_LICENCE}
    whole["components"]["schemas"] |= _document_schemas()
    examples = _examples()
    for path, operations in whole["paths"].items():
        operation = operations["get"]
        name = operation["operationId"]
        operation["parameters"] = [
            *(_in_path(slug, examples.get(name, {})) for slug in re.findall(r"{(\w+)}", path)),
            *(_in_query(one, examples.get(name, {})) for one in ASKED.get(name, NO_PARAMETERS)),
        ]
        for status, answer in operation["responses"].items():
            answer["description"] = ANSWERS[int(status)]
        if name in DOCUMENTS:
            schema = {"$ref": "#/components/schemas/comparison-1"}
            operation["responses"]["200"]["content"] = {"application/json": {"schema": schema}}
        if name in LEADS:
            operation["responses"]["200"]["links"] = {
                to: {"operationId": to, "parameters": dict(made_of)} for to, made_of in LEADS[name].items()
            }
    return whole


@cache
def _operations_and_shapes(api: NinjaAPI, _language: str | None) -> str:
    """What is the same for everybody who reads this language; to gather it takes a tenth of a second."""
    return json.dumps(api.get_openapi_schema(path_prefix="api/"), cls=NinjaJSONEncoder)


def _in_path(name: str, examples: Mapping[str, Any]) -> dict[str, Any]:
    return _with_example(parameters.IN_PATHS[name].described("path"), examples)


def _in_query(parameter: Parameter, examples: Mapping[str, Any]) -> dict[str, Any]:
    return _with_example(parameter.described("query"), examples)


def _with_example(described: dict[str, Any], examples: Mapping[str, Any]) -> dict[str, Any]:
    name = described["name"]
    return {**described, "example": examples[name]} if name in examples else described


def _examples() -> dict[str, dict[str, Any]]:
    """By operation and parameter: of the comparison published last, or none where nothing is published."""
    last = Edition.objects.published().last_published_first().without_documents().first()
    finding = last and last.findings.first()
    if not last or not finding:
        return {}
    party = Standing.objects.parties_of(finding)[0]
    pair = Pairing.objects.first_of(finding)
    comparison = {"slug": last.slug}
    return {
        "comparisons": {"topic": finding.topic, "party": party, "from": last.event_date.isoformat()},
        "comparison": comparison,
        "editions": comparison,
        "edition": {**comparison, "number": last.number},
        "claims": {**comparison, "topic": finding.topic, "show": finding.family, "parties": [party]},
        "claim": {**comparison, "claim": finding.claim},
        "topic_claims": {"slug": finding.topic, "event": last.slug, "outcome": finding.outcome},
        "party_claims": {"slug": party, "topic": finding.topic, "event": last.slug},
        "pair_claims": {"first": pair[0], "second": pair[1], "topic": finding.topic} if pair else {},
    }


def _document_schemas() -> dict[str, Any]:
    """The published schema of comparison/1 as components of this description."""
    schema: dict[str, Any] = json.loads(SCHEMA_TEXT.replace('"#/$defs/', '"#/components/schemas/comparison-1.'))
    parts = {f"comparison-1.{name}": part for name, part in schema.pop("$defs").items()}
    return {"comparison-1": {key: value for key, value in schema.items() if key != "$schema"}, **parts}
