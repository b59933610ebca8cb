"""Minimal pairs: discriminators, in every place of a schema."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import PLACES, Pair, Tree, found, level_of

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
    (union(**K), union(**K, defaultMapping="Cat"), "discriminator-default-added", "IW"),
    (union(**K, defaultMapping="Cat"), union(**K), "discriminator-default-removed", "BI"),
    (
        union(**K, defaultMapping="Cat"),
        union(**K, defaultMapping="Dog"),
        "discriminator-default-changed",
        "WW",
    ),
    (union(**K), union(**K, **{"x-a": 1}), "discriminator-extension-changed", "II"),
    (union(**K), union(**K, unknown=1), "discriminator-field-changed", "WW"),
    # The spelling of Swagger 2.0.
    (
        {**union(), "discriminator": "k"},
        {**union(), "discriminator": "l"},
        "discriminator-changed",
        "BB",
    ),
]


def placed(old: Any, new: Any, place: str) -> tuple[Tree, Tree]:
    """Two schemas at a place, with the components that they refer to."""
    _, document = PLACES[place]
    pair = document(old), document(new)
    for one in pair:
        one.setdefault("components", {}).setdefault("schemas", {}).update(Cat=CAT, Dog=DOG)
    return pair


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("old", "new", "id_", "levels"), ROWS)
def test_a_discriminator_is_told_once(
    old: Any, new: Any, id_: str, levels: str, place: str
) -> None:
    direction, _ = PLACES[place]
    assert found(*placed(old, new, place)) == [(id_, level_of(levels, direction), direction)]


def pairs() -> list[Pair]:
    """All pairs of this table."""
    return [
        (*placed(old, new, place), (id_, level_of(levels, direction), direction))
        for old, new, id_, levels in ROWS
        for place, (direction, _) in PLACES.items()
    ]
