"""Documents that are damaged where a step is about: each gets a verdict."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from tests.drift.test_counted import judged

from specmend.steps.proposal import Fields

PLACE = "$.components.schemas.Pet.properties.place"
DAMAGED: list[Any] = [
    {"type": {"a": 1}},
    {"type": [["string"], {}]},
    {"enum": 3},
    {"anyOf": 3},
    {"anyOf": [3, None]},
    {"oneOf": {"a": 1}},
    {"required": {"a": 1}},
    {"const": {"a": [1]}},
    {"$ref": 3},
    {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
    [1],
    3,
]
RECORDED: list[Any] = [
    {"type": ["string", "integer"], "enum": ["a", 1]},
    {"anyOf": [{"type": "string"}, {"type": {"b": 1}}]},
    {"type": "string", "nullable": True, "pattern": "x"},
]
STEPS: list[Fields] = [
    {"target": f"{PLACE}.type", "x-edit": {"name": "change-members", "remove": ["integer"]}},
    {"target": f"{PLACE}.enum", "x-edit": {"name": "change-members", "remove": ["a"]}},
    {"target": f"{PLACE}.anyOf[?@.type == 'string']", "remove": True},
    {"target": f"{PLACE}.pattern", "remove": True},
    {"target": PLACE, "x-edit": {"name": "make-nullable"}},
    {"target": PLACE, "x-edit": {"name": "set-default", "value": "a"}},
]


@pytest.mark.parametrize("fields", STEPS)
def test_what_is_damaged_gets_a_verdict(fields: Fields) -> None:
    for was, now in product(RECORDED, DAMAGED):
        assert judged(document(was), document(now), fields).verdict


def document(place: Any) -> Any:
    schemas = {"Pet": {"type": "object", "properties": {"place": place}}}
    return {
        "openapi": "3.1.0",
        "paths": {},
        "tags": [3, {"name": 4}],
        "components": {"schemas": schemas},
    }
