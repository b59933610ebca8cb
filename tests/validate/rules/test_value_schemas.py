"""The schemas of a document in the words of JSON Schema, each version by its own rules."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from tests.validate.rules.documents import document

from specmend.validate.rules.value_schemas import ValueSchemas
from specmend.validate.rules.values import misfits

SCHEMAS = {"Number": {"properties": {"n": {"type": "number"}}}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


NUMBER = ref("Number")


def told(version: str, schema: Any, value: Any) -> list[str]:
    tree = document(version, components={"schemas": SCHEMAS})
    return [breach.keyword for _, breach in misfits(tree, version[:3], [(schema, value)])]


@pytest.mark.parametrize(
    ("schema", "value", "old", "new"),
    [
        ({"type": "string", "nullable": True}, None, [], ["type"]),
        ({"type": "number", "minimum": 1, "exclusiveMinimum": True}, 1, ["exclusiveMinimum"], []),
        ({"const": 1}, 2, [], ["const"]),
        ({"type": "integer"}, 1.0, ["type"], []),
        ({"required": ["a"], "properties": {"a": {"readOnly": True}}}, {}, [], ["required"]),
        ({**NUMBER, "maxProperties": 0}, {"n": 1}, [], ["maxProperties"]),
    ],
)
def test_3_0_has_rules_of_its_own(schema: Any, value: Any, old: Any, new: Any) -> None:
    assert told("3.0.3", schema, value) == old
    assert told("3.1.0", schema, value) == new


def test_a_chain_of_references_has_any_length() -> None:
    names = [f"S{number}" for number in range(3000)]
    schemas: Any = {
        name: {"$ref": f"#/components/schemas/{other}"} for name, other in pairwise(names)
    }
    tree = document(components={"schemas": {**schemas, names[-1]: {"type": "string"}}})
    assert [number for number, _ in misfits(tree, "3.1", [(ref("S0"), 5)])] == [0]


def test_what_is_referred_to_is_written_once_under_a_name_of_our_own() -> None:
    tree = document(components={"schemas": SCHEMAS})
    schemas = ValueSchemas(tree=tree, is_30=False)
    assert schemas.whole([NUMBER, {"items": NUMBER}, {"pattern": "[^]"}, {"pattern": "("}]) == {
        "prefixItems": [
            {"$ref": "#/$defs/s0"}, {"items": {"$ref": "#/$defs/s0"}}, {"pattern": r"[\s\S]"}, {},
        ],
        "$defs": {"s0": SCHEMAS["Number"]},
    }  # fmt: skip
    assert schemas.patterns == {r"[\s\S]": "[^]"}
