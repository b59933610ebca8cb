"""What the client cannot follow of readOnly and writeOnly is told with its place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import json_body, of_operation, of_schemas, ref, thing

from specmend.generate.directions import direction_remarks
from specmend.generate.source import Source

READ: dict[str, Any] = {"type": "string", "readOnly": True}
BOTH: dict[str, Any] = {**READ, "writeOnly": True}


def remarks(tree: Any) -> list[str]:
    return [*direction_remarks(Source(tree=tree))]


@pytest.mark.parametrize(
    "tree",
    [
        of_schemas(A=thing(a=READ, readOnly={"type": "boolean"})),
        of_schemas(A=READ, B=thing(a=ref("A"), b={"allOf": [ref("A"), READ]})),
        of_schemas(A={"type": "array", "items": {"type": "string", "readOnly": False}}),
    ],
)
def test_properties_need_no_word(tree: Any) -> None:
    assert remarks(tree) == []


@pytest.mark.parametrize(
    ("tree", "place"),
    [
        (of_schemas(A={"type": "array", "items": READ}), "A.items.readOnly"),
        (of_schemas(A={"additionalProperties": READ}), "A.additionalProperties.readOnly"),
        (of_schemas(A={"prefixItems": [READ]}), "A.prefixItems[0].readOnly"),
        (of_schemas(A={"patternProperties": {"a": READ}}), "A.patternProperties.a.readOnly"),
        (of_operation({"requestBody": json_body(READ)}), "schema.readOnly"),
        (of_operation({"requestBody": json_body(ref("A"))}, schemas={"A": READ}), "schema[$ref]"),
        (
            of_operation({"parameters": [{"name": "a", "in": "query", "schema": READ}]}),
            "schema.readOnly",
        ),
    ],
)
def test_what_is_no_property_is_told(tree: Any, place: str) -> None:
    (told,) = remarks(tree)
    where, _, words = told.partition(": ")
    assert words == "the client heeds readOnly and writeOnly of properties, and of no others"
    assert where.replace("'", "").endswith(place)


def test_both_directions_are_told_once() -> None:
    (told,) = remarks(of_schemas(A=thing(a=BOTH, b=BOTH)))
    assert "(and at 1 more place): what is both readOnly and writeOnly is in both" in told
