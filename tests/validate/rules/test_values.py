"""Values are compared with the schemas of a document, however these refer to one another."""

from __future__ import annotations

from typing import Any

import pytest
from tests.validate.rules.documents import VERSIONS, document

from specmend.validate.rules.values import misfits

NUMBER = {"type": "number"}
SCHEMAS = {
    "Round": {"properties": {"next": {"$ref": "#/components/schemas/Round"}, "n": NUMBER}},
    "Self": {"allOf": [{"$ref": "#/components/schemas/Self"}]},
    "Half/broken": {"type": "nonsense", "properties": {"a": 5, "b": {"type": "boolean"}}},
}  # fmt: skip


def told(version: str, *asked: tuple[Any, Any]) -> list[tuple[int, str]]:
    tree = document(version, components={"schemas": SCHEMAS})
    return [(number, breach.keyword) for number, breach in misfits(tree, version[:3], asked)]


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize(
    ("schema", "value", "keywords"),
    [
        ({}, None, []),
        ({"type": "integer", "format": "int32"}, 2**31, ["maximum"]),
        ({"type": "integer", "format": "int32"}, -(2**31), []),
        ({"type": "string", "format": "byte"}, "%", ["format"]),
        ({"type": "string", "format": "uri"}, "not one", []),
        ({"type": "string", "format": "date"}, "2020-02-30", ["format"]),
        (ref("Round"), {"next": {"next": {"n": "x"}}}, ["type"]),
        (ref("Self"), 1, []),
        (ref("Half~1broken"), {"a": 1, "b": 2}, ["type"]),
        (ref("Nowhere"), 1, []),
        ({"$ref": "other.yaml#/A"}, 1, []),
        ({"pattern": "("}, "a", []),
        ({"pattern": r"^(?<a>\d)\k<a>\/$"}, "12/", ["pattern"]),
        ({"pattern": r"^(?=((a|aa)+)+$)(?!x)\1b"}, "a" * 60 + "c", ["tries"]),
        ({"allOf": [{"enum": ["a"]}, {"type": "integer"}]}, "b", ["enum", "type"]),
    ],
)
def test_a_value_and_a_schema(version: str, schema: Any, value: Any, keywords: list[str]) -> None:
    assert told(version, (schema, value)) == [(0, keyword) for keyword in keywords]


def test_each_pair_is_known_by_its_number() -> None:
    assert told("3.1.0", ({"type": "string"}, 1), ({}, 1), ({"minimum": 3, "enum": [2]}, 1)) == [
        (0, "type"), (2, "enum"), (2, "minimum"),
    ]  # fmt: skip
    assert told("3.1.0") == []
