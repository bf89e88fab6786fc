"""The OpenAPI description: what ninja writes, with examples that can be asked for here and now."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.responses import NinjaJSONEncoder

from comparisons.documents import SCHEMA_TEXT
from comparisons.models import Edition, Pairing, Standing

from .schemas import Faults, Withdrawn, _

MEANINGS = {
    200: _("What was asked for."),
    301: _("The comparison has moved, or the two parties stand in another order: Location has the address."),
    304: _("Nothing has changed since the answer whose ETag was sent as If-None-Match."),
    400: _("A parameter is not as described."),
    404: _("All is as described, but something that was asked for is not there."),
    410: _("The comparison or edition was withdrawn."),
}
DOCUMENT = {"application/json": {"schema": {"$ref": "#/components/schemas/comparison-1"}}}
# What ninja is told that operations answer, besides what was asked for.
OF_LIST: dict[int, Any] = {200: None, 304: None, 400: Faults, 404: Faults}
OF_ONE: dict[int, Any] = {200: None, 301: None, 304: None, 404: Faults, 410: Withdrawn}


def leads_to(**operations: Mapping[str, str]) -> dict[str, Any]:
    """OpenAPI links from an answer to other operations: the parameters of each, and where their values stand."""
    return {"responses": {200: {"links": {to: {"operationId": to, "parameters": at} for to, at in operations.items()}}}}


def description(api: NinjaAPI, request: HttpRequest) -> dict[str, Any]:
    """The whole. Costs four queries."""
    whole: dict[str, Any] = json.loads(_operations_and_schemas(api, get_language()))
    whole["servers"] = [{"url": request.build_absolute_uri("/").rstrip("/")}]
    if settings.DATA_LICENCE:
        whole["info"]["license"] = {"name": settings.DATA_LICENCE}
    examples = _examples()
    for path in whole["paths"].values():
        for parameter in path["get"]["parameters"]:
            example = examples.get(path["get"]["operationId"], {}).get(parameter["name"])
            if example:
                parameter["example"] = example
    return whole


@cache
def _operations_and_schemas(api: NinjaAPI, _language: str | None) -> str:
    """What is the same for everybody who reads this language; to gather it takes a tenth of a second."""
    whole = api.get_openapi_schema(path_prefix="api/")
    for path in whole["paths"].values():
        for parameter in path["get"]["parameters"]:
            if parameter["schema"]["type"] == "array":
                parameter |= {"style": "form", "explode": False}  # between its values stands a comma
        for status, answer in path["get"]["responses"].items():
            answer["description"] = MEANINGS[status]
        path["get"]["responses"][200].setdefault("content", DOCUMENT)
    text = json.dumps(whole, cls=NinjaJSONEncoder)
    # Ninja adds a component for every schema of parameters, to which nothing refers.
    schemas = {name: one for name, one in whole["components"]["schemas"].items() if f'/schemas/{name}"' in text}
    return json.dumps({**whole, "components": {"schemas": {**schemas, **_document_schemas()}}}, cls=NinjaJSONEncoder)


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
        "all_claims": {"topic": finding.topic, "party": list(pair or [party]), "from": last.event_date.isoformat()},
        "topic_claims": {"slug": finding.topic, "event": last.slug, "outcome": finding.outcome},
        "party_claims": {"slug": party, "topic": finding.topic, "event": last.slug},
        "pair_claims": {"first": pair[0], "second": pair[1], "topic": finding.topic} if pair else {},
    }


def _document_schemas() -> dict[str, Any]:
    """The published schema of comparison/1 as components of this description."""
    schema: dict[str, Any] = json.loads(SCHEMA_TEXT.replace('"#/$defs/', '"#/components/schemas/comparison-1.'))
    parts = {f"comparison-1.{name}": part for name, part in schema.pop("$defs").items()}
    return {"comparison-1": {key: value for key, value in schema.items() if key != "$schema"}, **parts}
