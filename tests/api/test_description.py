"""What the description says of the API, and that it is true of what is there."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator

from comparisons.documents import SCHEMA
from comparisons.models import Edition
from tests.api.asking import asked
from tests.examples import SLUG

pytestmark = pytest.mark.django_db

OPENAPI = "/api/openapi.json"


@pytest.fixture
def openapi(client: Client, edition: Edition) -> dict[str, Any]:
    found: dict[str, Any] = asked(client, OPENAPI)
    return found


def operations(openapi: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, methods in openapi["paths"].items():
        assert list(methods) == ["get"]
        yield path, methods["get"]


def test_every_operation_says_what_it_is_what_it_takes_and_what_it_answers(openapi: dict[str, Any]) -> None:
    assert openapi["openapi"].startswith("3.1")
    paths = {path for path, _operation in operations(openapi)}
    assert len(paths) == 13
    for path, operation in operations(openapi):
        assert operation["summary"]
        in_path = {one["name"] for one in operation["parameters"] if one["in"] == "path"}
        assert in_path == set(re.findall(r"{(\w+)}", path))
        for parameter in operation["parameters"]:
            assert parameter["description"]
            assert parameter["schema"]["type"]
        assert {"200", "304"} <= set(operation["responses"])
        if "comparisons/{slug}" in path:
            assert {"301", "404", "410"} <= set(operation["responses"])
        if any(one["in"] == "query" for one in operation["parameters"]):
            assert {"400", "404"} <= set(operation["responses"])
        for answer in operation["responses"].values():
            assert len(answer["description"]) > 10


def test_every_example_can_be_asked_for_as_it_is(client: Client, openapi: dict[str, Any]) -> None:
    for path, operation in operations(openapi):
        made_of = {one["name"]: one["example"] for one in operation["parameters"] if one["in"] == "path"}
        asks = {
            one["name"]: one["example"] for one in operation["parameters"] if one["in"] == "query" and "example" in one
        }
        response = client.get(path.format(**made_of), {name: _written(value) for name, value in asks.items()})
        assert response.status_code == 200, (path, made_of, asks, response.content)


def _written(value: Any) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)


def test_what_is_answered_is_of_the_shape_that_is_described(client: Client, openapi: dict[str, Any]) -> None:
    for path, operation in operations(openapi):
        made_of = {one["name"]: one["example"] for one in operation["parameters"] if one["in"] == "path"}
        schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**schema, "components": openapi["components"]}
        faults = list(Draft202012Validator(whole).iter_errors(asked(client, path.format(**made_of))))
        assert not faults, path


def test_no_answer_may_hold_more_than_is_described(openapi: dict[str, Any]) -> None:
    shapes = {name: one for name, one in openapi["components"]["schemas"].items() if one.get("properties")}
    assert len(shapes) > 20
    for name, shape in shapes.items():
        assert shape["additionalProperties"] is False, name
        if not name.startswith("comparison-1"):
            assert set(shape["required"]) == set(shape["properties"]), name


def test_documents_are_described_by_the_published_schema(openapi: dict[str, Any]) -> None:
    schemas = openapi["components"]["schemas"]
    assert set(schemas["comparison-1"]["properties"]) == set(SCHEMA["properties"])
    for name in SCHEMA["$defs"]:
        assert f"comparison-1.{name}" in schemas
    assert "#/$defs/" not in json.dumps(openapi)


def test_the_licence_is_named_where_there_is_one(client: Client, settings: Any) -> None:
    settings.DATA_LICENCE = "CC BY 4.0"
    assert asked(client, OPENAPI)["info"]["license"] == {"name": "CC BY 4.0"}
    settings.DATA_LICENCE = ""
    assert "license" not in asked(client, OPENAPI)["info"]


def test_it_is_there_before_anything_is_published_and_names_no_draft(client: Client, event: Any) -> None:
    assert SLUG not in json.dumps(asked(client, OPENAPI))
    assert asked(client, "/api/comparisons") == {"count": 0, "published": 0, "next": None, "comparisons": []}


def test_it_is_translated_when_it_is_asked_for(client: Client) -> None:
    found = asked(client, f"/ru{OPENAPI}")
    operation = found["paths"]["/api/comparisons"]["get"]
    shape = found["components"]["schemas"]["Comparisons"]
    for words in (
        found["info"]["description"],
        operation["summary"],
        operation["parameters"][0]["description"],
        operation["responses"]["404"]["description"],
        shape["properties"]["count"]["description"],
    ):
        assert re.match(r"[А-ЯЁ]", words), words
    assert not re.search(r"[А-ЯЁа-яё]", json.dumps(asked(client, OPENAPI), ensure_ascii=False))


def test_it_costs_few_queries(client: Client, edition: Edition) -> None:
    with CaptureQueriesContext(connection) as queries:
        asked(client, OPENAPI)
    assert len(queries) <= 5
