"""A value of a wrong type is found wherever the model says what stands there; no other is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from specmend.document.openapi.shapes import misshapes
from specmend.document.text.document import read_document
from specmend.document.tree.pointer import format_path
from specmend.errors import RepositoryError

SHARED = Path(__file__).parents[4] / "shared"


def of_item(item: Any) -> Any:
    return {"paths": {"/a": item}}


def of_operation(operation: Any) -> Any:
    return of_item({"get": operation})


def of_content(content: Any) -> Any:
    return of_operation({"requestBody": {"content": content}})


def of_schema(schema: Any) -> Any:
    return {"components": {"schemas": {"A": schema}}}


REF = {"$ref": "#/components/x/A"}

FINE = [
    pytest.param({}, id="nothing"),
    pytest.param(of_schema(True), id="a boolean as a schema"),
    pytest.param(
        of_schema({"items": True, "additionalProperties": False, "properties": {"a": False}}),
        id="booleans in a schema",
    ),
    pytest.param(
        of_schema({"example": None, "examples": [None], "default": None, "const": None}),
        id="null as data",
    ),
    pytest.param(of_schema({"enum": [None, 5], "type": ["string", "null"]}), id="values"),
    pytest.param(of_schema({"properties": {"$ref": True, "items": {}}}), id="names as keywords"),
    pytest.param(of_schema({"$ref": "#/x", "x-a": 5, "unknown": 5}), id="other keywords"),
    pytest.param(
        of_schema({"description": None, "type": None, "enum": None, "required": True}),
        id="keywords left empty",
    ),
    pytest.param(of_schema({"properties": {"type": {}, "required": True}}), id="more names"),
    pytest.param({"components": {"headers": {"H": {"schema": {"type": 5}}}}}, id="in a header"),
    pytest.param(of_schema({"discriminator": {"mapping": {"a": "A"}}}), id="a mapping"),
    pytest.param(of_operation({"parameters": [REF], "requestBody": REF}), id="references"),
    pytest.param(of_operation({"responses": {"200": REF, "x-a": 5}}), id="an extension"),
    pytest.param(of_operation({"requestBody": {**REF, "content": 5}}), id="beside a reference"),
    pytest.param(
        {"openapi": "3.0.3", **of_schema({**REF, "enum": 5, "properties": []})},
        id="beside the reference of a schema of 3.0",
    ),
    pytest.param(
        {"components": {"schemas": {"x-a": 5}, "responses": {"x-a": None}}},
        id="extensions among names",
    ),
    pytest.param(of_content({"a/b": REF}), id="a media type by reference"),
    pytest.param(of_item({**REF, "summary": "s", "x-a": None}), id="a path item by reference"),
    pytest.param(of_item({"additionalOperations": {"LINK": {}}}), id="any method"),
    pytest.param({"paths": {"x-a": 5}, "webhooks": {"w": REF}}, id="not paths"),
    pytest.param({"security": [{}, {"a": []}], "tags": [{"name": "t"}]}, id="security"),
    pytest.param({"components": {"securitySchemes": {"a": REF}, "x-a": 5}}, id="components"),
    pytest.param(
        {"components": {"examples": {"a": {"value": None}}, "links": {"a": {"parameters": {}}}}},
        id="data of components",
    ),
]


@pytest.mark.parametrize("tree", FINE)
def test_what_the_standard_allows_is_fine(tree: Any) -> None:
    assert list(misshapes(tree)) == []


ITEM = "$.paths['/a']"
GET = f"{ITEM}.get"

WRONG = [
    pytest.param([], [("$", "an object")], id="a list as the document"),
    pytest.param({"paths": []}, [("$.paths", "an object")], id="paths"),
    pytest.param(of_item(None), [(ITEM, "an object")], id="an empty path item"),
    pytest.param(of_item({"$ref": 5}), [(f"{ITEM}['$ref']", "a string")], id="a reference"),
    pytest.param(of_item({"parameters": 5}), [(f"{ITEM}.parameters", "a list")], id="of a path"),
    pytest.param(
        of_operation({"tags": [5, "a"], "operationId": 5}),
        [(f"{GET}.tags[0]", "a string"), (f"{GET}.operationId", "a string")],
        id="texts",
    ),
    pytest.param(
        of_operation({"parameters": {"x": 1}, "requestBody": 5, "responses": [1]}),
        [
            (f"{GET}.parameters", "a list"),
            (f"{GET}.requestBody", "an object"),
            (f"{GET}.responses", "an object"),
        ],
        id="the parts of an operation",
    ),
    pytest.param(
        of_operation({"parameters": [{"name": 5, "in": None}, 5]}),
        [
            (f"{GET}.parameters[0].name", "a string"),
            (f"{GET}.parameters[0].in", "a string"),
            (f"{GET}.parameters[1]", "an object"),
        ],
        id="parameters",
    ),
    pytest.param(
        of_operation({"responses": {"200": None}}),
        [(f"{GET}.responses['200']", "an object")],
        id="an empty response",
    ),
    pytest.param(of_content(5), [(f"{GET}.requestBody.content", "an object")], id="content"),
    pytest.param(
        of_content({"a/b": 5}),
        [(f"{GET}.requestBody.content['a/b']", "an object")],
        id="a media type",
    ),
    pytest.param(
        of_item({"additionalOperations": {"LINK": {"parameters": 5, "tags": 5}, "MOVE": 5}}),
        [
            (f"{ITEM}.additionalOperations.LINK.parameters", "a list"),
            (f"{ITEM}.additionalOperations.LINK.tags", "a list"),
            (f"{ITEM}.additionalOperations.MOVE", "an object"),
        ],
        id="additional operations",
    ),
    pytest.param(
        of_schema({"allOf": 5, "properties": 5, "items": [], "not": "x"}),
        [
            ("$.components.schemas.A.allOf", "a list"),
            ("$.components.schemas.A.properties", "an object"),
            ("$.components.schemas.A.items", "an object or a boolean"),
            ("$.components.schemas.A.not", "an object or a boolean"),
        ],
        id="keywords",
    ),
    pytest.param(
        of_schema({"type": 5, "enum": {}, "format": [], "description": 5}),
        [
            ("$.components.schemas.A.type", "a string or a list"),
            ("$.components.schemas.A.enum", "a list"),
            ("$.components.schemas.A.format", "a string"),
            ("$.components.schemas.A.description", "a string"),
        ],
        id="values of keywords",
    ),
    pytest.param(
        {"info": {"title": None, "version": 1.0}, **of_operation({"parameters": [{"style": 1}]})},
        [
            ("$.info.title", "a string"),
            ("$.info.version", "a string"),
            (f"{GET}.parameters[0].style", "a string"),
        ],
        id="the info, and a style",
    ),
    pytest.param(
        of_operation(
            {"requestBody": {"required": "yes"}, "responses": {"200": {"description": 5}}}
        ),
        [
            (f"{GET}.requestBody.required", "a boolean"),
            (f"{GET}.responses['200'].description", "a string"),
        ],
        id="a flag, and words",
    ),
    pytest.param(
        of_schema({"discriminator": {"propertyName": 5, "mapping": {"a": 5}}}),
        [
            ("$.components.schemas.A.discriminator.propertyName", "a string"),
            ("$.components.schemas.A.discriminator.mapping.a", "a string"),
        ],
        id="a discriminator",
    ),
    pytest.param(
        {"servers": [{"url": 5}], "security": {"a": []}, "tags": 5, "components": 5},
        [
            ("$.servers[0].url", "a string"),
            ("$.security", "a list"),
            ("$.tags", "a list"),
            ("$.components", "an object"),
        ],
        id="the document",
    ),
    *(
        pytest.param(
            {"components": {kind: 5}}, [(f"$.components.{kind}", "an object")], id=f"all {kind}"
        )
        for kind in ("schemas", "parameters", "responses", "headers", "pathItems", "mediaTypes")
    ),
]


@pytest.mark.parametrize(("tree", "places"), WRONG)
def test_a_wrong_type_is_found_with_what_is_expected(tree: Any, places: Any) -> None:
    assert [(format_path(m.address), m.expected) for m in misshapes(tree)] == places


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the shared folder is not here")
def test_no_real_document_is_misshapen() -> None:
    files = [path for name in ("corpus", "upstream") for path in (SHARED / name).rglob("*")]
    documents = 0
    for path in files:
        tree = openapi_of(path)
        if tree is not None:
            documents += 1
            assert list(misshapes(tree)) == [], path
    assert documents > 20


def openapi_of(path: Path) -> Any:
    """The tree of an OpenAPI document; None for any other file."""
    if path.suffix not in {".json", ".yaml", ".yml"}:
        return None
    try:
        tree = read_document(path.read_bytes(), path.name).tree
    except RepositoryError:
        return None
    return tree if isinstance(tree, dict) and "openapi" in tree else None
