"""Parameters of edits are accepted at once only where their JSON Schema allows them."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from specmend.steps.edit_parameters import parameters_fit
from specmend.steps.edits.table import EDITS

GOOD: list[tuple[str, dict[str, Any]]] = [
    ("move-path-prefix", {"prefix": "/v1", "except": ["/a"]}),
    ("set-value", {"value": None}),
    ("remove-where", {}),
    ("rename-schema", {"names": {"a": "b"}}),
    ("rename-parameter", {"from": "a", "to": "b", "in": "query"}),
    ("change-members", {"add": [1, {"a": 2}]}),
    ("inline-schema", {"remove": True}),
    ("add-path-parameter", {"schema": {"type": "string"}}),
    ("keep-operations", {"tags": ["a"]}),
]


@pytest.mark.parametrize(("name", "parameters"), GOOD)
def test_what_people_write_is_accepted_at_once(name: str, parameters: dict[str, Any]) -> None:
    assert parameters_fit(EDITS[name].parameters, parameters)


WRONG: list[dict[str, Any]] = [
    {},
    {"more": 1},
    {"names": {}},
    {"names": {"a": ""}},
    {"names": {"a": 1}},
    {"names": []},
    {"names": [1]},
    {"from": "a"},
    {"from": "a", "to": "b", "in": "body"},
    {"add": []},
    {"add": 1},
    {"remove": "yes"},
    {"prefix": "v1"},
    {"prefix": "/v1", "except": "/a"},
    {"type": "text"},
    {"type": []},
    {"keep": ["a"], "drop": ["b"]},
    {"tags": []},
    {"schema": 1},
]


@pytest.mark.parametrize("name", EDITS)
def test_what_is_accepted_at_once_is_valid(name: str) -> None:
    schema = EDITS[name].parameters
    valid = Draft202012Validator(schema).is_valid
    for parameters in [*WRONG, *(given for _, given in GOOD)]:
        assert valid(parameters) or not parameters_fit(schema, parameters), parameters


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "string", "maxLength": 1},
        {"type": "number"},
        {"enum": [1]},
        {"const": 1},
        {"type": "array", "items": {"const": 1}},
        {"type": "object", "additionalProperties": {"const": 1}},
    ],
)
def test_a_keyword_that_is_not_read_here_is_left_to_the_library(schema: dict[str, Any]) -> None:
    for value in ("a", 1, [1], {"a": 1}):
        assert not parameters_fit({"properties": {"a": schema}}, {"a": value})
    assert not parameters_fit({"properties": {}, "not": {}}, {})
