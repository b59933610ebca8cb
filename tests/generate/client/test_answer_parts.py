"""The headers and links of answers, as the methods know them."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import INTEGER, STRING, of_operation, read_one

from specmend.generate.client.declared import Header
from specmend.generate.client.reader import Reader
from specmend.generate.client.records import Operation

PET = {"type": "object", "properties": {"a": STRING}}
NUMBERS = {"type": "array", "items": INTEGER}
JSON = "application/json"


def read_answer(*, status: str = "200", **parts: Any) -> tuple[Operation, Reader]:
    responses = {status: {"description": "", **parts}}
    return read_one(of_operation({"responses": responses}, components={"schemas": {"Pet": PET}}))


HEADERS = [
    pytest.param({"schema": INTEGER}, ("int", "", False), id="a number"),
    pytest.param({}, ("str", "", False), id="nothing said"),
    pytest.param({"schema": NUMBERS}, ("list[int]", "list", False), id="a list"),
    pytest.param({"schema": NUMBERS, "explode": True}, ("list[int]", "list", False), id="exploded"),
    pytest.param(
        {"schema": {"type": ["array", "null"], "items": INTEGER}},
        ("list[int] | None", "list", False),
        id="a list or nothing",
    ),
    pytest.param(
        {"schema": {**NUMBERS, "maxItems": 3}},
        ("Annotated[list[int], Field(max_length=3)]", "list", False),
        id="a list with bounds",
    ),
    pytest.param(
        {"schema": {"anyOf": [NUMBERS, STRING]}}, ("list[int] | str", "", False), id="a list or not"
    ),
    pytest.param(
        {"schema": {"$ref": "#/components/schemas/Pet"}}, ("Pet", "object", False), id="an object"
    ),
    pytest.param(
        {"schema": {"$ref": "#/components/schemas/Pet"}, "explode": True},
        ("Pet", "object", True),
        id="an exploded object",
    ),
    pytest.param({"schema": PET}, ("XHeader", "object", False), id="an object of its own"),
    pytest.param({"content": {JSON: {"schema": NUMBERS}}}, ("list[int]", "json", False), id="JSON"),
    pytest.param({"content": {"text/plain": {}}}, ("str", "", False), id="text"),
]


@pytest.mark.parametrize(("header", "meant"), HEADERS)
def test_a_header_has_a_type_and_a_shape(header: Any, meant: tuple[str, str, bool]) -> None:
    kind, shape, explode = meant
    operation, reader = read_answer(headers={"X": header})
    known = Header(name="X", type=kind, shape=shape, explode=explode)
    assert operation.headers == {"200": (known,)}
    assert kind in operation.types
    assert reader.warnings == []


def test_headers_are_known_by_the_pattern_of_their_status() -> None:
    operation, _ = read_answer(status="4xx", headers={"X": {}, "content-type": {}})
    assert [header.name for header in operation.headers["4XX"]] == ["X"]
    assert read_answer()[0].headers == {}


EXPRESSIONS = [
    pytest.param("$url", True, id="the address"),
    pytest.param("$statusCode", True, id="the status"),
    pytest.param("$response.body", True, id="a body"),
    pytest.param("$response.body#/a/0/b c", True, id="a part of a body"),
    pytest.param("$request.query.a b", True, id="an argument"),
    pytest.param("$request.header.x-a", True, id="a header"),
    pytest.param("of {$method} and {$request.path.id}", True, id="in braces"),
    pytest.param("{id} for 5 $", True, id="a text"),
    pytest.param(5, True, id="a number"),
    pytest.param("$5", False, id="an amount"),
    pytest.param("$response.status", False, id="no such source"),
    pytest.param("$request.header.", False, id="no name"),
    pytest.param("of {$verb}", False, id="none in braces"),
]


@pytest.mark.parametrize(("value", "is_known"), EXPRESSIONS)
def test_what_is_no_expression_is_told(value: Any, *, is_known: bool) -> None:
    links = {"A": {"operationId": "one", "parameters": {"id": value}}}
    operation, reader = read_answer(links=links)
    (link,) = operation.links["200"]
    assert (link.name, link.operation_id, link.parameters) == ("A", "one", {"id": value})
    places = [warning["at"] for warning in reader.warnings]
    assert places == ([] if is_known else [["responses", "200", "links", "A", "parameters", "id"]])


def test_a_body_of_a_link_is_looked_at_too() -> None:
    _, reader = read_answer(links={"A": {"operationRef": "#/x", "requestBody": "$body"}})
    (warning,) = reader.warnings
    assert warning["words"].startswith("$body is no runtime expression")
