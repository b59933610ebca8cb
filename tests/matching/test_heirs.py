"""What may be left of a path, an operation or a schema that is gone."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import moved

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.matching.heirs import (
    heirs,
    in_other_room,
    is_surely_gone,
    lost_object,
    written_out_at,
)

PETS: Address = ("paths", "/pets")
GET: Address = (*PETS, "get")
ITEMS: Address = ("components", "pathItems")
SCHEMAS: Address = ("components", "schemas")
PET: Address = (*SCHEMAS, "Pet")
BODY: Address = (*GET, "responses", "200", "content", "application/json", "schema")
TO_PET = {"$ref": "#/components/schemas/Pet"}
VALUE: Tree = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "name": {"type": "string", "maxLength": 40}},
}
OTHER: Tree = {"type": "object", "properties": {"city": {"type": "string"}}}
OLD: Tree = {
    "openapi": "3.1.0",
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "summary": "List what there is",
                "responses": {"200": {"content": {"application/json": {"schema": TO_PET}}}},
            },
            "delete": {"operationId": "dropAll", "responses": {"204": {"description": "gone"}}},
        },
        "/users": {"get": {"operationId": "users", "responses": {"200": {"description": "ok"}}}},
    },
    "components": {"schemas": {"Pet": VALUE, "Zoo": OTHER}},
}


NEW_ID = ("set", ("paths", "/users", "get", "operationId"), "x")
GONE_PATH = ("remove", PETS)
GONE = ("remove", PET)
ZOO = ("set", BODY, {"$ref": "#/components/schemas/Zoo"})


NEW_PETS: Address = ("paths", "/new/pets")
SHARED_ONLY: Tree = {"parameters": [{"name": "page", "in": "query"}]}
WRITTEN = ("set", BODY, VALUE)
WRAPPED = ("set", BODY, {"oneOf": [VALUE, {"type": "null"}]})
STRANGER = ("set", BODY, {"type": "string"})
TEXT = (*BODY[:-2], "text/json", "schema")
DEFAULT = (*BODY[:4], "default", *BODY[5:])
ANIMALS = ("paths", "/animals", *BODY[2:])
ANSWER: Address = ("components", "responses", "Pets")
SHARED = (
    ("set", ("components", "responses"), {"Pets": {"content": {BODY[-2]: {"schema": VALUE}}}}),
    ("set", BODY[:5], {"$ref": "#/components/responses/Pets"}),
)
BOTH = (("paths", "/animals", "get"), ("paths", "/animals", "delete"))


def added(path: str, operation: Tree) -> Any:
    return ("set", ("paths", path), {"post": operation})


CASES: list[tuple[Address, list[Any], bool, tuple[Address, ...]]] = [
    # The place, what upstream did, whether it is surely gone, and what it may be.
    (GET, [], False, ()),
    (GET, [GONE_PATH], True, ()),
    ((*GET, "summary"), [GONE_PATH], True, ()),
    (GET, [("remove", GET)], True, ()),
    (PETS, [GONE_PATH, NEW_ID], True, ()),
    # Renamed, moved, or alike in one of its words.
    (GET[:2], [("rename", PETS, "/animals")], False, BOTH),
    (
        GET,
        [GONE_PATH, added("/x", {"operationId": "listPets"})],
        False,
        (("paths", "/x", "post"),),
    ),
    (
        GET,
        [GONE_PATH, added("/x", {"summary": "List what there is."})],
        False,
        (("paths", "/x", "post"),),
    ),
    (GET, [GONE_PATH, added("/v2/pets", {"x": 1})], False, (("paths", "/v2/pets", "post"),)),
    (
        GET,
        [GONE_PATH, ("set", ("webhooks",), {"new": {"post": {"operationId": "listPets"}}})],
        False,
        (("webhooks", "new", "post"),),
    ),
    (
        GET,
        [GONE_PATH, ("set", ITEMS, {"Pets": {"get": {"x": 1}}})],
        False,
        ((*ITEMS, "Pets", "get"),),
    ),
    (GET, [GONE_PATH, ("set", ITEMS, {"Zoo": {"get": {"operationId": "zoo"}}})], True, ()),
    (GET, [GONE_PATH, added("/zoo", {"operationId": "zoo"})], True, ()),
    # A path item that has no operations, as ours were taken away.
    (PETS, [GONE_PATH, ("set", NEW_PETS, SHARED_ONLY)], False, (NEW_PETS,)),
    (PETS, [GONE_PATH, ("set", ("paths", "/zoo"), SHARED_ONLY)], True, ()),
    (GET, [GONE_PATH, ("set", NEW_PETS, SHARED_ONLY)], False, (NEW_PETS,)),
    # A schema: nothing that joined looks like it, and nothing is said in its place.
    (PET, [GONE, GONE_PATH], True, ()),
    ((*PET, "properties", "id"), [GONE, GONE_PATH], True, ()),
    (PET, [GONE], False, ()),
    (PET, [GONE, ("set", BODY, {"type": "string"})], False, (BODY,)),
    # What held the reference is not gone, so that it may be said beside.
    (PET, [GONE, ("rename", BODY[:-1], "text/json")], False, (BODY[:-2],)),
    (PET, [GONE, WRITTEN, ("rename", BODY[:-1], "text/json")], False, (TEXT,)),
    (
        PET,
        [GONE, WRITTEN, ("rename", BODY[:5], "default")],
        False,
        ((*BODY[:4], "default", *BODY[5:]),),
    ),
    (
        PET,
        [GONE, WRITTEN, ("rename", PETS, "/animals")],
        False,
        (("paths", "/animals", *BODY[2:]),),
    ),
    (PET, [GONE, WRAPPED, ("rename", BODY[:-1], "text/json")], False, (TEXT,)),
    (PET, [GONE, STRANGER, ("rename", BODY[:-1], "text/json")], False, (BODY[:-2],)),
    (PET, [GONE, *SHARED], False, ((*ANSWER, *BODY[5:]),)),
    (PET, [GONE, ("remove", GET)], True, ()),
    (PET, [GONE, ("rename", PETS, "/animals")], False, (("paths",),)),
    (PET, [GONE, ZOO], False, ((*SCHEMAS, "Zoo"),)),
    (PET, [("rename", PET, "Animal"), GONE_PATH], False, ((*SCHEMAS, "Animal"),)),
    (
        PET,
        [GONE, GONE_PATH, ("set", (*SCHEMAS, "PetV2"), {"x": 1})],
        False,
        ((*SCHEMAS, "PetV2"),),
    ),
    (PET, [GONE, GONE_PATH, ("set", (*SCHEMAS, "City"), OTHER)], True, ()),
    # Of what has no name of its own, nothing is sure.
    (("info",), [], False, ()),
    ((*PET, "properties", "id"), [("remove", (*PET, "properties", "id"))], False, ()),
]


@pytest.mark.parametrize(("place", "moves", "is_sure", "left"), CASES)
def test_what_is_left(
    place: Address, moves: list[Any], is_sure: bool, left: tuple[Address, ...]
) -> None:
    new = moved(*moves, tree=OLD)
    lost = lost_object(OLD, new, place)
    assert is_surely_gone(OLD, new, place) is is_sure
    assert (heirs(OLD, new, lost) if lost else ()) == left


def test_an_operation_that_went_to_the_webhooks() -> None:
    listed = {"new": {"post": {"operationId": "listPets"}}, "other": {"post": {"summary": "x"}}}
    new = moved(GONE_PATH, ("set", ("webhooks",), listed), tree=OLD)
    assert in_other_room(OLD, new, PETS) == (("webhooks", "new", "post"),)
    assert in_other_room(OLD, new, ("paths", "/users")) == ()
    assert in_other_room(OLD, new, PET) == ()
    assert in_other_room(OLD, moved(("rename", PETS, "/animals"), tree=OLD), PETS) == ()


def test_a_schema_is_written_out_where_its_holder_is_written_out_too() -> None:
    toy = {"type": "object", "properties": {"size": {"type": "integer"}}}
    refer = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("Toy", "Box")}
    box = {"type": "object", "properties": {"toy": refer["Toy"]}}

    def tree(one: object, two: object, **schemas: object) -> Any:
        bodies = ({"content": {"application/json": {"schema": it}}} for it in (one, two))
        paths = {f"/{n}": {"post": {"requestBody": body}} for n, body in enumerate(bodies)}
        return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}

    old = tree(refer["Toy"], refer["Box"], Toy=toy, Box=box)
    new = tree(toy, {"type": "object", "properties": {"toy": toy}})
    found = list(written_out_at(old, new, ("components", "schemas", "Toy")))
    body = ("post", "requestBody", "content", "application/json", "schema")
    assert found == [("paths", "/0", *body), ("paths", "/1", *body, "properties", "toy")]


@pytest.mark.parametrize("many", [0, 80], ids=["few schemas", "many schemas"])
def test_a_schema_is_written_out_where_its_holder_has_another_name(many: int) -> None:
    toy = {"type": "object", "properties": {"size": {"type": "integer"}}}
    refer = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("Toy", "Box", "Crate")}
    box = {"type": "object", "properties": {"toy": refer["Toy"]}}

    def tree(one: object, **schemas: object) -> Any:
        body = {"content": {"application/json": {"schema": one}}}
        paths = {"/": {"post": {"requestBody": body}}}
        return {"openapi": "3.1.0", "paths": paths, "components": {"schemas": schemas}}

    more = {f"More{number}": {"type": "string"} for number in range(many)}
    crate = {"type": "object", "properties": {"toy": toy}}
    old = tree(refer["Box"], Toy=toy, Box=box)
    new = tree(refer["Crate"], **more, Crate=crate)
    found = list(written_out_at(old, new, (*SCHEMAS, "Toy")))
    assert found == [SCHEMAS, (*SCHEMAS, "Crate", "properties", "toy")]
