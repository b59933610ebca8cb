"""What upstream says once more of what the old document says once for several places."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.matching.copies import Copies
from specmend.matching.locator import Locator

TO_PET = {"$ref": "#/components/schemas/Pet"}
PET: Tree = {"type": "object", "properties": {"id": {"type": "integer"}}}
ZOO: Tree = {"type": "object", "properties": {"pet": TO_PET}}
SCHEMAS: Address = ("components", "schemas")
FIRST: Address = (*SCHEMAS, "First")
LIMIT = {"name": "limit", "in": "query"}


def document(first: Any, *, zoo: Any = ZOO, **schemas: Any) -> Tree:
    made = {"Pet": PET, "First": first, "Second": {"items": TO_PET}, "Zoo": zoo, **schemas}
    return {"openapi": "3.1.0", "components": {"schemas": made}}


OLD = document(TO_PET, Own={"items": {"$ref": "#/components/schemas/Own"}})
PLACES: list[tuple[Any, tuple[Address, ...]]] = [
    # What stands now where a schema was referred to, and the objects that may be a copy of it.
    (TO_PET, ()),
    ({"$ref": "#/components/schemas/First"}, (FIRST,)),
    ({"anyOf": [TO_PET, {"type": "null"}]}, (FIRST,)),
    ({"type": "object"}, (FIRST,)),
    ({"items": {"type": "object"}}, (FIRST, (*FIRST, "items"))),
    ({"allOf": [{"type": "object"}]}, (FIRST, (*FIRST, "allOf", 0))),
    ({"properties": {"a": {"type": "object"}}}, (FIRST, (*FIRST, "properties", "a"))),
    ({"$ref": "#/components/schemas/Zoo"}, ((*SCHEMAS, "Zoo"),)),
    (True, ()),
]


@pytest.mark.parametrize(("first", "places"), PLACES)
def test_what_may_be_a_copy(first: Any, places: tuple[Address, ...]) -> None:
    new = document(first)
    assert found(new, (*SCHEMAS, "Pet")) == dict.fromkeys(places, (*SCHEMAS, "Pet"))


def found(new: Tree, place: Address, old: Tree = OLD) -> dict[Address, Address]:
    """The shared objects around a place, each under what may be a copy of it."""
    copies = Copies(Locator(old, new))
    return {copy: shared for shared, copy in copies.around(place)}


def test_what_holds_a_reference_may_be_copied_as_well() -> None:
    old = document({"properties": {"zoo": {"$ref": "#/components/schemas/Zoo"}}})
    inner = {"type": "object", "properties": {"pet": PET}}
    new = document({"properties": {"zoo": inner}})
    at = (*FIRST, "properties", "zoo")
    pet = (*at, "properties", "pet")
    assert pet in found(new, (*SCHEMAS, "Pet", "properties", "id"), old)
    assert at in found(new, (*SCHEMAS, "Zoo"), old)


def test_what_is_made_of_itself_is_no_copy() -> None:
    new = document(TO_PET, Own={"items": {"$ref": "#/components/schemas/Own"}})
    assert found(new, (*SCHEMAS, "Own")) == {}


def test_a_name_that_we_gave() -> None:
    new = document({"type": "object"})
    copies = Copies(Locator(OLD, new), frozenset({(*SCHEMAS, "Pet")}))
    assert not list(copies.around((*SCHEMAS, "Pet")))


def of_path(**operations: Any) -> Tree:
    return {"openapi": "3.1.0", "paths": {"/a": {"parameters": [LIMIT], **operations}}}


SHARED: Address = ("paths", "/a", "parameters", 0)
OWN: list[tuple[Any, Any, tuple[Address, ...]]] = [
    # What an operation declared before and now, and where the copy of what the path declares is.
    ([], [], ()),
    ([], [LIMIT], (("paths", "/a", "get", "parameters", 0),)),
    ([], [{**LIMIT, "in": "header"}], ()),
    ([LIMIT], [LIMIT], ()),
]


@pytest.mark.parametrize(("before", "now", "places"), OWN)
def test_a_parameter_of_the_path(before: Any, now: Any, places: tuple[Address, ...]) -> None:
    old, new = (of_path(get={"parameters": listed}) for listed in (before, now))
    assert tuple(found(new, SHARED, old)) == places
    assert tuple(found(new, (*SHARED, "schema"), old)) == places
