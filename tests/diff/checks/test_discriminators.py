"""Minimal pairs: discriminators, in every place of a schema."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import PLACES, found, level_of

from specmend.diff.checks.discriminators import DISCRIMINATORS

CAT = {"title": "Cat", "type": "object", "required": ["k"], "properties": {"k": {"const": "cat"}}}
DOG = {"title": "Dog", "type": "object", "required": ["k"], "properties": {"k": {"const": "dog"}}}


def refer(name: str) -> str:
    return f"#/components/schemas/{name}"


def union(**fields: Any) -> Any:
    branches = {"oneOf": [{"$ref": refer("Cat")}, {"$ref": refer("Dog")}]}
    return {**branches, "discriminator": fields} if fields else branches


K = {"propertyName": "k"}
MAP = {"cat": refer("Cat")}
ROWS: list[tuple[Any, Any, str, str]] = [
    (union(), union(**K), "discriminator-added", "II"),
    (union(**K), union(), "discriminator-removed", "II"),
    (union(**K), union(propertyName="l"), "discriminator-property-changed", "BB"),
    (union(**K), union(**K, mapping=MAP), "discriminator-value-added", "IW"),
    (union(**K, mapping=MAP), union(**K), "discriminator-value-removed", "BI"),
    (
        union(**K, mapping=MAP),
        union(**K, mapping={"cat": refer("Dog")}),
        "discriminator-value-changed",
        "BB",
    ),
    (union(**K), union(**K, defaultMapping="Cat"), "discriminator-default-changed", "WW"),
    (union(**K), union(**K, **{"x-a": 1}), "discriminator-extension-changed", "II"),
    (union(**K), union(**K, unknown=1), "discriminator-field-changed", "WW"),
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("old", "new", "id_", "levels"), ROWS)
def test_a_discriminator_is_told_once(
    old: Any, new: Any, id_: str, levels: str, place: str
) -> None:
    direction, document = PLACES[place]
    pair = [document(schema) for schema in (old, new)]
    for one in pair:
        one.setdefault("components", {}).setdefault("schemas", {}).update(Cat=CAT, Dog=DOG)
    assert found(*pair) == [(id_, level_of(levels, direction), direction)]


def test_every_check_has_a_pair() -> None:
    told = {row[2] for row in ROWS}
    assert {check.id for check in DISCRIMINATORS} - told == {"discriminator-changed"}
