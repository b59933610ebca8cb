"""References that are written when all components have their names."""

from __future__ import annotations

from typing import Any

from specmend.source.bundle.links import Links
from specmend.source.bundle.target import Place, Target

PET, DOG = Target("schema", "pet", ()), Target("schema", "dog", ())


def test_a_link_leads_to_where_its_target_stands_in_the_end() -> None:
    links = Links()
    holders: list[dict[str, Any]] = [{"$ref": "", "x": 1} for _ in range(4)]
    links.homes[DOG] = Place(None, ("components", "schemas", "Hound"))
    links.add(holders[0], "$ref", Place(PET, ()))
    links.add(holders[1], "$ref", Place(DOG, ("items",)))
    links.add(holders[2], "$ref", Place(None, ("paths", "/a/{id}")))
    assert (links.target_of(holders[0]), links.target_of(holders[3])) == (PET, None)
    links.write({PET: ("components", "schemas", "a/Pet")})
    assert holders == [
        {"$ref": "#/components/schemas/a~1Pet", "x": 1},
        {"$ref": "#/components/schemas/Hound/items", "x": 1},
        {"$ref": "#/paths/~1a~1{id}", "x": 1},
        {"$ref": "", "x": 1},
    ]
