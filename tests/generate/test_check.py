"""Nothing of a document may be missing in a package: every fault is named, all of them at once."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from tests.generate import shop

from specmend.document.text.document import parse_document
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.generate.check import check_generated, operation_warnings
from specmend.generate.generators import Generated
from specmend.generate.pipeline import generate
from specmend.generate.plan import PackagePlan
from specmend.generate.source import Source

LOST = "#/components/schemas/Lost"


def faults(tree: Any, plan: PackagePlan) -> list[Problem]:
    with pytest.raises(RepositoryError) as caught:
        generate(tree, plan)
    return list(caught.value.problems)


def changed(**paths: Any) -> Any:
    tree = deepcopy(shop.DOCUMENT)
    tree["paths"].update({f"/{name}": item for name, item in paths.items()})
    return tree


def test_what_a_method_does_without_is_a_warning(plan: PackagePlan) -> None:
    digest = {"name": "digest", "in": "query", "schema": {"type": "string"}}
    twice = {"name": "n", "in": "query", "schema": {"type": "integer"}}
    tree = changed(
        **{
            "blobs/{digest}": {
                "head": {"operationId": "check", "parameters": [digest], "responses": {}}
            }
        },
        twice={"get": {"operationId": "twice", "parameters": [twice, twice], "responses": {}}},
    )
    made = generate(tree, plan)
    assert made.warnings == (
        (
            "$.paths['/blobs/{digest}'].head: HEAD /blobs/{digest}: "
            "no parameter describes {digest} of the path; the method takes a text"
        ),
        (
            "$.paths['/twice'].get.parameters[0]: GET /twice: "
            "there are several parameters n in query; the first one counts"
        ),
    )
    client = made.files["shop_client/client.py"].decode()
    assert "def check(self, digest: str, *, digest_query: str | None = None" in client
    assert "def twice(self, *, n: int | None = None" in client


def test_two_operations_that_would_be_one_method_are_numbered(plan: PackagePlan) -> None:
    made = generate(changed(other={"get": {"operationId": "GetItem", "responses": {}}}), plan)
    client = made.files["shop_client/client.py"].decode()
    assert "def get_item(" in client
    assert "def get_item_2(" in client
    assert made.warnings == ()


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (
            {"framing": "xml"},
            "x-stream has the framing xml; known are ndjson, json-seq, sse and events",
        ),
        ({"toggle": "flow"}, "x-stream names the toggle flow, which is no field of the request"),
        ({"fraiming": "sse", "end": 1}, "x-stream has unknown keys: end, fraiming"),
    ],
)
def test_a_stream_marker_that_cannot_be_followed_is_a_fault(
    plan: PackagePlan, mark: Any, words: str
) -> None:
    media = {"schema": shop.CHUNK, "x-stream": mark}
    responses = {"200": {"description": "", "content": {"application/x-ndjson": media}}}
    found = faults(changed(flow={"get": {"operationId": "flow", "responses": responses}}), plan)
    assert [(problem.message, problem.found) for problem in found] == [
        ("GET /flow cannot be generated", words)
    ]


def test_a_stream_without_a_marker_beside_json_is_a_warning(plan: PackagePlan) -> None:
    content = {
        "application/x-ndjson": {"schema": shop.CHUNK},
        "application/json": {"schema": shop.ITEM},
    }
    responses = {"200": {"description": "", "content": content}}
    flag = {"name": "stream", "in": "query", "schema": {"type": "boolean"}}
    flow = {"operationId": "flow", "parameters": [flag], "responses": responses}
    made = generate(changed(flow={"get": flow}), plan)
    assert len(made.warnings) == 1
    assert made.warnings[0].startswith(
        "$.paths['/flow'].get.responses['200'].content['application/x-ndjson']: GET /flow: the "
        "response can be application/x-ndjson, but no"
    )


def test_references_to_nothing_and_to_elsewhere_are_faults(plan: PackagePlan) -> None:
    tree = deepcopy(shop.DOCUMENT)
    tree["components"]["schemas"]["Lost"] = {
        "type": "object",
        "properties": {
            "a": {"$ref": "#/components/schemas/Nowhere"},
            "b": {"$ref": "other.yaml#/Thing"},
            "c": {"$ref": "#/components/schemas/Item/properties/nothing"},
        },
    }
    tree["paths"]["/lost"] = {"get": {"responses": shop.answer({"$ref": LOST})}}
    found = {problem.found: problem.message for problem in faults(tree, plan)}
    assert found == {
        "#/components/schemas/Nowhere": "a reference points to nothing",
        "#/components/schemas/Item/properties/nothing": "a reference points to nothing",
        "other.yaml#/Thing": "a reference points to another document",
    }


def test_a_class_that_was_not_made_is_an_outside_fault(tmp_path: Path) -> None:
    source = Source(tree={})
    check_generated(source, generated(tmp_path))
    with pytest.raises(OutsideError) as caught:
        check_generated(source, generated(tmp_path, missing_classes=("A", "B")))
    (problem,) = caught.value.problems
    assert problem.message == "the generator of the models left out classes"
    assert problem.found == "A, B"
    assert caught.value.exit_code == 2


def test_a_fault_of_the_document_comes_before_one_of_the_generator(tmp_path: Path) -> None:
    made = generated(tmp_path, missing_classes=("A",))
    with pytest.raises(RepositoryError):
        check_generated(Source(tree={"paths": {"/a": {"get": {}}}}), made)


def test_warnings_have_the_place_of_their_operation(tmp_path: Path) -> None:
    document = parse_document("paths:\n  /a:\n    get: {}\n", "a.yaml")
    warnings = (
        {"method": "GET", "path": "/a", "words": "without"},
        {"method": "GET", "path": "/b", "words": "nowhere"},
    )
    made = generated(tmp_path, warnings=warnings)
    source = Source(tree=document.tree, document=document)
    assert list(operation_warnings(source, made)) == [
        "a.yaml:3:5: GET /a: without",
        "GET /b: nowhere",
    ]


def test_a_warning_has_the_place_inside_of_its_operation(tmp_path: Path) -> None:
    text = """paths:
  /a:
    get:
      parameters:
      - {name: q, in: query, style: odd}
  /b:
    get:
      parameters:
      - {name: q, in: query, style: odd}
"""
    document = parse_document(text, "a.yaml")
    at = ["parameters", "query", "q", "style"]
    warnings = tuple(
        {"method": "GET", "path": path, "words": "odd", "at": at} for path in ("/b", "/a", "/a")
    )
    made = generated(tmp_path, warnings=warnings)
    source = Source(tree=document.tree, document=document)
    assert list(operation_warnings(source, made)) == [
        "a.yaml:9:30: GET /b (and 1 more operation): odd"
    ]


def generated(folder: Path, **more: Any) -> Generated:
    """What the generators made, of a document without operations."""
    return Generated(**{"project": folder, "models": "", "faults": (), "warnings": (), **more})


def test_enumerations_and_unions_of_parameters_make_no_classes(plan: PackagePlan) -> None:
    level = {"type": "string", "enum": ["low", "high"]}
    either = {"oneOf": [{"type": "integer"}, level]}
    parameters = [
        {"name": "level", "in": "query", "required": True, "schema": level},
        {"name": "either", "in": "query", "schema": either},
    ]
    made = generate(
        changed(flow={"get": {"operationId": "flow", "parameters": parameters, "responses": {}}}),
        plan,
    )
    models = made.files["shop_client/models/schemas.py"]
    assert b"FlowLevel: TypeAlias = Literal[" in models
    assert b"class Flow" not in models
    assert b"either: int | FlowEither | None = None" in made.files["shop_client/client.py"]


def test_an_operation_that_became_nothing_is_a_fault_with_its_line(tmp_path: Path) -> None:
    text = (
        "paths:\n  /a:\n    get: {}\n    query: {}\n    additionalOperations:\n      LINK: {}\n"
        "  /b: {$ref: '#/components/pathItems/B'}\n"
        "components:\n  pathItems:\n    B:\n      put: {}\n"
    )
    document = parse_document(text, "a.yaml")
    made = generated(
        tmp_path,
        operations=frozenset({("GET", "/a")}),
        faults=({"method": "QUERY", "path": "/a", "words": "no"},),
    )
    with pytest.raises(RepositoryError) as caught:
        check_generated(Source(tree=document.tree, document=document), made)
    assert [(p.location, p.message, p.found) for p in caught.value.problems] == [
        ("a.yaml:4:5", "QUERY /a cannot be generated", "no"),
        ("a.yaml:6:7", "LINK /a cannot be generated", "no method came of it"),
        ("a.yaml:11:7", "PUT /b cannot be generated", "no method came of it"),
    ]
