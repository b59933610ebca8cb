"""The step that a finding proposes applies, and mends what was found, and makes no new fault."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.steps.series import run
from tests.validate.rules.documents import VERSIONS, document, in_path, operation

from specmend.document.text.document import parse_document
from specmend.validate.check import validate_document
from specmend.validate.rules.mend import edit, removal, update

OK = {"description": "d"}


def answers(*keys: str) -> Any:
    return {"/a": {"get": {"responses": dict.fromkeys(keys, OK)}}}


def schemas(**named: Any) -> Any:
    return {"components": {"schemas": named}}


FAULTY = [
    pytest.param({"paths": {**answers("4xx"), "/b": answers("4xx")["/a"]}}, id="statuses"),
    pytest.param({"paths": answers("4XX", "4xx")}, id="a status twice"),
    pytest.param(schemas(**{"Zähler 1": {"type": "string"}, "B": {
        "items": {"$ref": "#/components/schemas/Zähler 1"}, "type": "array"}}), id="name"),
    pytest.param({"components": {"responses": {"Nicht da": OK}}}, id="name of a response"),
    pytest.param({"paths": {"/a": {"get": operation(operationId="a"),
                                   "put": operation(operationId="a")}}}, id="operationId"),
    pytest.param({"paths": {"/a/{b}": {"get": operation()}}}, id="path parameter"),
    pytest.param({"paths": {"/a": {"get": operation(in_path("b"))}}}, id="no place"),
    pytest.param({"paths": {"/a/{b}": {"get": operation(in_path("b"), in_path("b"))}}}, id="twice"),
    pytest.param({"tags": [{"name": "a"}, {"name": "b"}, {"name": "a"}]}, id="tag"),
    pytest.param({"components": {"examples": {"x-a": 1}}}, id="extension"),
    pytest.param(schemas(A={"oneOf": [{"required": ["k"]}],
                            "discriminator": {"propertyName": "k", "mapping": {"a": "No"}}}),
                 id="mapping"),
    pytest.param(schemas(A={"type": "string", "pattern": "("}), id="pattern"),
    pytest.param(schemas(A={"type": "integer", "default": "x"}), id="default"),
    pytest.param(schemas(A={"type": "array", "items": {}, "default": [1, 2], "maxItems": 1}),
                 id="default of a list"),
    pytest.param(schemas(A={"type": "object", "required": True}), id="required"),
    pytest.param(schemas(A={"type": "object", "required": None}), id="required is null"),
    pytest.param(schemas(A={"required": ["a", "b", "a"]}), id="required twice"),
    pytest.param({"paths": {"/a": {"get": operation(deprecated="true")}}}, id="flag"),
    pytest.param({"paths": {"/a": {"get": operation(operationId=5)}}}, id="number"),
    pytest.param({"paths": {"/a": {"get": operation(operationID="a")}}}, id="field"),
    pytest.param({"servers": [{"url": "/{p}", "variables": {"p": {"default": 80}}}]}, id="port"),
    pytest.param({"servers": [{"url": "/{p}", "variables": {"p": {"default": "1", "enum": [1]}}}]},
                 id="enum of a port"),
]  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("parts", FAULTY)
def test_the_steps_that_are_proposed_mend_the_document(version: str, parts: Any) -> None:
    text = json.dumps(document(version, **parts), indent=1, ensure_ascii=False)
    for _ in range(3):
        found = validate_document(parse_document(text, "spec.yaml"))
        if not found:
            break
        mend = found[0].mend
        assert mend is not None, found[0].message
        step = [{"target": mend.target, **mend.action}]
        applied = run(text, json.dumps(step, ensure_ascii=False))
        assert not applied.problems
        text = applied.document.text
    assert validate_document(parse_document(text, "spec.yaml")) == ()


@pytest.mark.parametrize("schema", [{"type": "array"}])
def test_items_are_added_in_3_0(schema: Any) -> None:
    tree = document("3.0.3", **schemas(A=schema))
    (finding,) = validate_document(parse_document(json.dumps(tree), "spec.json"))
    assert finding.mend is not None
    assert finding.mend.action == {"update": {"items": {}}}


def test_an_action_is_json() -> None:
    assert removal("t").action == '{"remove": true}'
    assert edit("t", "rename-key", to="ä").action == '{"x-edit": {"name": "rename-key", "to": "ä"}}'
    assert update("t", {"a": 1}).action == '{"update": {"a": 1}}'
