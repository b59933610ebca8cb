"""The objects that describe one value together."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.kinds import Spot
from specmend.matching.parts import SCHEMA, names_in, parts_of_value

MEDIA = Spot("one", "media type")
CASES: list[tuple[Any, Spot, list[tuple[Any, str]]]] = [
    ({"type": "string"}, SCHEMA, []),
    ({"allOf": [{}, {}]}, SCHEMA, [(("allOf", 0), "always"), (("allOf", 1), "always")]),
    ({"anyOf": [{}, {}]}, SCHEMA, [(("anyOf", 0), "sometimes"), (("anyOf", 1), "sometimes")]),
    ({"oneOf": [{}, {"type": "null"}]}, SCHEMA, [(("oneOf", 0), "always")]),
    ({"not": {}}, SCHEMA, [(("not",), "sometimes")]),
    ({"dependentSchemas": {"a": {}}}, SCHEMA, [(("dependentSchemas", "a"), "sometimes")]),
    ({"items": {}, "prefixItems": [{}]}, SCHEMA,
     [(("items",), "inside"), (("prefixItems", 0), "inside")]),
    ({"schema": {}, "itemSchema": {}}, MEDIA,
     [(("schema",), "always"), (("itemSchema",), "inside")]),
    ({"content": {"a/b": {}}}, Spot("one", "parameter"),
     [(("schema",), "always"), (("content", "a/b"), "always")]),
    ({"schema": {}}, Spot("one", "response"), []),
]  # fmt: skip


@pytest.mark.parametrize(("value", "spot", "expected"), CASES)
def test_the_parts_of_a_value(value: Any, spot: Spot, expected: Any) -> None:
    found = parts_of_value(value, (), value, spot, "always")
    assert [(at, reach) for at, _, reach in found] == expected


def test_only_a_table_has_names() -> None:
    assert names_in({"a": 1}) == ["a"]
    assert names_in(["a"]) == []
