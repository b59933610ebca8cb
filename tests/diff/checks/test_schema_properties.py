"""Minimal pairs: properties that come, go and are required, and what is said of all others."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Pair, SchemaRow, answered, found, plain_pairs, schema_pairs, sent

T, J = {"type": "string"}, {"type": "integer"}
A, AB = {"a": T}, {"a": T, "b": T}


def obj(properties: Any, *required: str, **more: Any) -> Any:
    named = {"required": list(required)} if required else {}
    return {"type": "object", "properties": properties, **named, **more}


def others(value: Any, key: str = "additionalProperties") -> Any:
    return obj(A, **{key: value})


def about(key: str, name: str, opened: str) -> list[SchemaRow]:
    return [
        (obj(A), others(False, key), f"schema-{name}-closed", "BI"),
        (others(T, key), others(False, key), f"schema-{name}-closed", "BI"),
        (others(False, key), obj(A), f"schema-{name}-opened", opened),
        (others(False, key), others(T, key), f"schema-{name}-typed", opened),
        (obj(A), others(T, key), f"schema-{name}-restricted", "BI"),
        (others(T, key), obj(A), f"schema-{name}-released", "IB"),
        (others(T, key), others(True, key), f"schema-{name}-released", "IB"),
    ]


ROWS: list[SchemaRow] = [
    (obj(A), obj(AB), "property-added", "II"),
    (obj(AB), obj(A), "property-removed", "WW"),
    (obj(A), obj(AB, "b"), "required-property-added", "BI"),
    (obj(AB, "b"), obj(A), "required-property-removed", "WB"),
    (obj(A), obj(A, "a"), "property-became-required", "BI"),
    (obj(A, "a"), obj(A), "property-became-optional", "IB"),
    (obj(AB, "a"), obj(AB, "b"), "property-required-changed", "BB"),
    (obj(A), obj({"c": T}), "property-renamed", "BB"),
    (obj({"a": T, "b": J}), obj({"b": T, "a": J}), "properties-swapped", "BB"),
    (obj(A, "a"), obj({"c": T}, "c"), "property-renamed", "BB"),
    *about("additionalProperties", "additional-properties", "IW"),
    *about("unevaluatedProperties", "unevaluated-properties", "IB"),
    *about("unevaluatedItems", "unevaluated-items", "IB"),
]


@pytest.mark.parametrize(("old", "new", "expected"), schema_pairs(ROWS))
def test_a_property_is_told_once(old: Any, new: Any, expected: tuple[str, str, str]) -> None:
    assert found(old, new) == [expected]


READ, WRITE = {**T, "readOnly": True}, {**T, "writeOnly": True}


@pytest.mark.parametrize(
    ("old", "new", "id_", "levels"),
    [
        # What is read-only is not sent, and what is write-only is not answered.
        (obj(A), obj({**A, "r": READ}, "r"), "required-property-added", "II"),
        (obj({**A, "r": READ}), obj(A), "property-removed", "IW"),
        (obj({"r": READ}), obj({"r": READ}, "r"), "property-became-required", "II"),
        (obj({"r": READ}), obj({"r": {**READ, "maxLength": 3}}), "schema-max-length-added", "II"),
        (obj({**A, "w": WRITE}, "w"), obj(A), "required-property-removed", "WI"),
        (obj({"w": WRITE}, "w"), obj({"w": WRITE}), "property-became-optional", "II"),
    ],
)
def test_a_property_of_one_direction_counts_there(
    old: Any, new: Any, id_: str, levels: str
) -> None:
    letters = {"B": "breaking", "W": "warning", "I": "info"}
    assert found(sent(old), sent(new)) == [(id_, letters[levels[0]], "request")]
    assert found(answered(old), answered(new)) == [(id_, letters[levels[1]], "response")]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return plain_pairs(ROWS)
