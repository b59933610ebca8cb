"""Nothing of a document may be missing in a package: every fault is named, all of them at once."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from tests.generate import shop

from specmend.document.text.document import parse_document
from specmend.errors import OutsideError, Problem, RepositoryError
from specmend.generate.check import check_generated
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


def test_dropped_operations_are_named_with_the_generators_words(plan: PackagePlan) -> None:
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
    found = faults(tree, plan)
    assert [problem.message for problem in found] == [
        "HEAD /blobs/{digest} cannot be generated",
        "GET /twice cannot be generated",
    ]
    assert "Path parameters do not match with path" in found[0].found
    assert "Duplicated parameters named `n` detected in `query`" in found[1].found
    assert all(problem.advice for problem in found)


def test_two_operations_must_not_make_one_method(plan: PackagePlan) -> None:
    found = faults(changed(other={"get": {"operationId": "GetItem", "responses": {}}}), plan)
    assert [problem.message for problem in found] == ["GET /other cannot be generated"]
    assert "the same method, get_item, as GET /items/{item-id}" in found[0].found


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        ({"framing": "xml"}, "x-stream has the framing xml; known are ndjson and sse"),
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
    made = generate(changed(flow={"get": {"operationId": "flow", "responses": responses}}), plan)
    assert len(made.warnings) == 1
    assert made.warnings[0].startswith(
        "GET /flow: the response can be application/x-ndjson, but no `x-stream`"
    )


def test_a_response_that_the_generator_leaves_out_is_a_fault(plan: PackagePlan) -> None:
    responses = {
        "200": shop.answer({"enum": []})["200"],
        "2OO": {"description": ""},
        "201": {"description": ""},
    }
    responses["200"]["content"]["application/json"]["schema"] = {
        "type": "string",
        "default": 7,
        "const": "x",
    }
    found = faults(changed(flow={"get": {"operationId": "flow", "responses": responses}}), plan)
    assert [problem.message for problem in found] == ["GET /flow cannot be generated"]
    assert found[0].found.startswith("it was left without its response 200, 2OO; ")
    assert "Cannot parse response for status code ..." in found[0].found
    assert "Invalid response status code pattern: 2OO" in found[0].found


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


def test_both_generators_must_make_the_same_classes(tmp_path: Any) -> None:
    tree = {
        "components": {
            "schemas": {
                "A": {"type": "object", "properties": {"x": {}}},
                "B": {"type": "object", "properties": {"x": {}}},
                "C": {"enum": ["x"]},
            }
        }
    }
    generated = Generated(
        project=tmp_path,
        models="",
        client_classes=frozenset({"A", "BType0"}),
        model_classes=frozenset({"B", "BType0"}),
        faults=(),
        warnings=("Unable to parse schema /components/schemas/B: no", "something else"),
    )
    with pytest.raises(RepositoryError) as caught:
        check_generated(Source(tree={}), tree, generated)
    assert [(problem.message, problem.found) for problem in caught.value.problems] == [
        (
            "openapi-python-client made no class: B",
            "Unable to parse schema /components/schemas/B: no",
        ),
        ("datamodel-code-generator made no class: A", ""),
        ("one generator made a class that no schema asks for: BType0", ""),
    ]


def test_a_document_that_a_generator_refuses_is_an_outside_fault(plan: PackagePlan) -> None:
    with pytest.raises(OutsideError) as caught:
        generate({"openapi": "3.0.3", "paths": {"/x": {"get": {"responses": {}}}}}, plan)
    (problem,) = caught.value.problems
    assert problem.message == "openapi-python-client failed with exit code 1"
    assert "Failed to parse OpenAPI document" in problem.found
    assert caught.value.exit_code == 2


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
    assert b"FlowLevel: TypeAlias = Literal[" in made.files["shop_client/models/__init__.py"]
    assert b"FlowLevel" not in made.files["shop_client/models/schemas.py"]
    assert b"either: int | FlowEither | None = None" in made.files["shop_client/client.py"]


def test_an_operation_that_became_nothing_is_a_fault_with_its_line(tmp_path: Any) -> None:
    text = (
        "paths:\n  /a:\n    get: {}\n    query: {}\n    additionalOperations:\n      LINK: {}\n"
        "  /b: {$ref: '#/components/pathItems/B'}\n"
        "components:\n  pathItems:\n    B:\n      put: {}\n"
    )
    document = parse_document(text, "a.yaml")
    generated = Generated(
        project=tmp_path,
        models="",
        client_classes=frozenset(),
        model_classes=frozenset(),
        operations=frozenset({("GET", "/a")}),
        faults=({"method": "QUERY", "path": "/a", "words": "no"},),
        warnings=(),
    )
    with pytest.raises(RepositoryError) as caught:
        check_generated(Source(tree=document.tree, document=document), {}, generated)
    assert [(p.location, p.message, p.found) for p in caught.value.problems] == [
        ("a.yaml:4:5", "QUERY /a cannot be generated", "no"),
        ("a.yaml:6:7", "LINK /a cannot be generated", "the generator dropped it without a word"),
        ("a.yaml:11:7", "PUT /b cannot be generated", "the generator dropped it without a word"),
    ]
