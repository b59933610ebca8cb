"""What stands elsewhere now: behind a reference, in a branch, on another path, shared by a path."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.lost_place import LostPlace, Relocation
from specmend.matching.relocated import (
    followed_reference,
    in_branches,
    relocated_operation,
    renamed_alone,
    shared_parameter,
    under_media_type,
    written_out,
)

PET: Address = ("components", "schemas", "Pet")
ID: Address = (*PET, "properties", "id")
BASE: Address = ("components", "schemas", "Base")
TO_BASE = {"$ref": "#/components/schemas/Base"}
PROPERTIES = {"properties": {"id": {"type": "integer"}}}


def lost(address: Address, old: Any, new: Any, new_parent: Address | None = None) -> LostPlace:
    parent = address[:-1] if new_parent is None else new_parent
    return LostPlace(old=old, new=new, address=address, new_parent=parent)


def schemas(**named: Any) -> dict[str, Any]:
    return {"components": {"schemas": named}}


REFERENCES: list[tuple[Any, Address | None]] = [
    # What the schema is now, and where its property is.
    (PROPERTIES, None),
    (TO_BASE, (*BASE, "properties")),
    ({"$ref": "#/components/schemas/Empty"}, None),
    ({"$ref": "#/nowhere"}, None),
]


@pytest.mark.parametrize(("schema", "at"), REFERENCES)
def test_a_place_behind_the_reference_that_its_parent_became(
    schema: Any, at: Address | None
) -> None:
    new = schemas(Pet=schema, Base=PROPERTIES, Empty={})
    found = followed_reference(lost((*PET, "properties"), schemas(Pet=PROPERTIES), new))
    assert (found.at if found else None) == at
    if found:
        assert found.evidence == (
            "$.components.schemas.Pet became a reference to #/components/schemas/Base"
        )


EVIDENCE = "a branch of allOf in $.components.schemas.Pet has it"
BRANCHES: list[tuple[Address, Any, Relocation | None]] = [
    # The lost place, the branches of the schema now, and where it is.
    (
        ID,
        [{}, PROPERTIES],
        Relocation(at=(*PET, "allOf", 1, "properties", "id"), evidence=EVIDENCE),
    ),
    (ID, [TO_BASE], Relocation(at=(*BASE, "properties", "id"), evidence=EVIDENCE)),
    (ID, [{}], None),
    (ID, {"not": "a list"}, None),
    (
        ID,
        [TO_BASE, PROPERTIES],
        Relocation(
            at=None,
            candidates=((*BASE, "properties", "id"), (*PET, "allOf", 1, "properties", "id")),
        ),
    ),
    (
        (*PET, "properties"),
        [PROPERTIES],
        Relocation(at=(*PET, "allOf", 0, "properties"), evidence=EVIDENCE),
    ),
    ((*PET, "required"), [{"required": ["id"]}], None),
]


@pytest.mark.parametrize(("address", "branches", "relocation"), BRANCHES)
def test_a_property_in_a_branch(
    address: Address, branches: Any, relocation: Relocation | None
) -> None:
    old = schemas(Pet=PROPERTIES)
    new = schemas(Pet={"allOf": branches}, Base=PROPERTIES)
    assert in_branches(lost(address, old, new)) == relocation


GET: Address = ("paths", "/pets", "get")
LIST: dict[str, Any] = {"operationId": "list"}
OPERATIONS: list[tuple[Address, Any, Any, Address | None, int]] = [
    # The lost place, the paths before and now, where it is, and how many candidates there are.
    (GET, {"/pets": {"get": LIST}}, {"/animals": {"get": LIST}}, ("paths", "/animals", "get"), 0),
    (GET, {"/pets": {"get": LIST}}, {"/pets": {"post": LIST}}, ("paths", "/pets", "post"), 0),
    (GET, {"/pets": {"get": LIST}}, {"/animals": {"get": {"operationId": "x"}}}, None, 0),
    (GET, {"/pets": {"get": {}}}, {"/animals": {"get": {}}}, None, 0),
    (GET, {"/pets": {"get": LIST}}, {"/a": {"get": LIST}, "/b": {"get": LIST}}, None, 2),
    # Only an operation has an id.
    (GET[:2], {"/pets": {"get": LIST}}, {"/animals": {"get": LIST}}, None, 0),
]


@pytest.mark.parametrize(("address", "before", "now", "at", "candidates"), OPERATIONS)
def test_an_operation_with_the_same_id(
    address: Address, before: Any, now: Any, at: Address | None, candidates: int
) -> None:
    found = relocated_operation(lost(address, {"paths": before}, {"paths": now}))
    assert (found.at if found else None) == at
    assert (len(found.candidates) if found else 0) == candidates


LIMIT = {"name": "limit", "in": "query"}
PAGE = {"name": "page", "in": "query"}
OWN: Address = (*GET, "parameters")
SHARED: Address = (*GET[:2], "parameters")
TO_LIMIT = {"$ref": "#/components/parameters/Limit"}
PARAMETERS: list[tuple[Address, Any, Address | None, int]] = [
    # The lost place, the path item now, where the parameter is, and how many candidates there are.
    ((*OWN, 0), {"get": {}, "parameters": [PAGE, LIMIT]}, (*SHARED, 1), 0),
    ((*SHARED, 0), {"get": {"parameters": [LIMIT]}}, (*OWN, 0), 0),
    ((*OWN, 0), {"get": {}, "parameters": [TO_LIMIT]}, ("components", "parameters", "Limit"), 0),
    ((*OWN, 0), {"get": {}, "parameters": [PAGE]}, None, 0),
    ((*OWN, 0), {"get": {}, "parameters": {"no": "list"}}, None, 0),
    # Where it was, it is not looked for.
    ((*OWN, 0), {"get": {"parameters": [LIMIT]}}, None, 0),
    ((*SHARED, 0), {"get": {"parameters": [LIMIT]}, "put": {"parameters": [LIMIT]}}, None, 2),
    ((*OWN, 1), {"get": {}, "parameters": [LIMIT]}, None, 0),
    # What another operation has is a stranger.
    ((*OWN, 0), {"get": {}, "put": {"parameters": [LIMIT]}}, None, 0),
    ((*GET, "tags", 0), {"get": {}}, None, 0),
]


@pytest.mark.parametrize(("address", "item", "at", "candidates"), PARAMETERS)
def test_a_parameter_that_the_path_shares_or_does_not_share_now(
    address: Address, item: Any, at: Address | None, candidates: int
) -> None:
    old_item = {"get": {"parameters": [LIMIT, {"x": 1}], "tags": ["a"]}, "parameters": [LIMIT]}
    new = {"paths": {"/pets": item}, "components": {"parameters": {"Limit": LIMIT}}}
    found = shared_parameter(lost(address, {"paths": {"/pets": old_item}}, new))
    assert (found.at if found else None) == at
    assert (len(found.candidates) if found else 0) == candidates
    if at:
        assert found is not None
        assert found.evidence == "same name limit in query, at $.paths['/pets']"


NUMBER = {"schema": {"type": "integer", "minimum": 1}}
TEXT = {"schema": {"type": "string", "maxLength": 9, "pattern": "^a"}}
COUNT = {"name": "count", "in": "query"}
TAG = {"name": "tag", "in": "header"}
IN_OPERATION: list[tuple[str, list[Any], list[Any], Address | None, int]] = [
    # What the other operation had and has now, where the parameter is, and the candidates.
    ("nothing joined", [], [], (*OWN, 0), 0),
    ("it has a new name", [], [{**COUNT, **NUMBER}], None, 2),
    ("it has a new name by reference", [], [{"$ref": "#/components/parameters/Count"}], None, 2),
    ("it has its name and another one joined", [], [{**LIMIT, **NUMBER}, COUNT], None, 2),
    ("another one joined", [], [{**COUNT, **TEXT}], (*OWN, 0), 0),
    ("another one joined with such a name", [], [{**COUNT, **TEXT, "name": "limit_by"}], None, 2),
    ("one joined elsewhere in the request", [], [{**TAG, **NUMBER}], (*OWN, 0), 0),
    ("another one was there", [{**COUNT, **NUMBER}], [{**COUNT, **NUMBER}], (*OWN, 0), 0),
]


@pytest.mark.parametrize(
    ("before", "now", "at", "candidates"),
    [row[1:] for row in IN_OPERATION],
    ids=[one[0] for one in IN_OPERATION],
)
def test_a_shared_parameter_may_have_another_name_in_an_operation(
    before: list[Any], now: list[Any], at: Address | None, candidates: int
) -> None:
    shared = {**LIMIT, **NUMBER}
    old_item = {"get": {}, "put": {"parameters": before}, "parameters": [shared]}
    item = {"get": {"parameters": [shared]}, "put": {"parameters": now}, "post": {}}
    parameters = {"Count": {**COUNT, **NUMBER}}
    new = {"paths": {"/pets": item}, "components": {"parameters": parameters}}
    found = shared_parameter(lost((*SHARED, 0), {"paths": {"/pets": old_item}}, new))
    assert found is not None
    assert (found.at, len(found.candidates)) == (at, candidates)


OF_PATH: list[tuple[str, list[Any], Address | None, int]] = [
    # What the operation itself declares now, beside the path that has such a parameter.
    ("nothing", [], (*SHARED, 0), 0),
    ("it has a new name", [{**COUNT, **NUMBER}], None, 2),
    ("another one joined", [{**COUNT, **TEXT}], (*SHARED, 0), 0),
    ("another one was there", [{**PAGE, **NUMBER}], (*SHARED, 0), 0),
]


@pytest.mark.parametrize(
    ("now", "at", "candidates"), [one[1:] for one in OF_PATH], ids=[one[0] for one in OF_PATH]
)
def test_a_parameter_may_have_another_name_beside_one_of_the_path(
    now: list[Any], at: Address | None, candidates: int
) -> None:
    own = {**LIMIT, **NUMBER}
    old = {"paths": {"/pets": {"get": {"parameters": [own, {**PAGE, **NUMBER}]}, "put": {}}}}
    item = {"get": {"parameters": now}, "put": {}, "parameters": [LIMIT]}
    found = shared_parameter(lost((*OWN, 0), old, {"paths": {"/pets": item}}))
    assert found is not None
    assert (found.at, len(found.candidates)) == (at, candidates)


TO_PET = {"$ref": "#/components/schemas/Pet"}
FIRST: Address = ("components", "schemas", "Zoo", "items")
PROSE = {**PROPERTIES, "description": "A pet."}
WRITTEN_OUT: list[tuple[Any, Any, Address | None, int]] = [
    # What stands in the two places that referred to it, where it is, and how many candidates.
    (PROPERTIES, None, FIRST, 0),
    (PROSE, None, FIRST, 0),
    (PROPERTIES, PROPERTIES, None, 2),
    # Something else, or something beside it, may be it.
    ({"type": "string"}, None, None, 1),
    (PROPERTIES, {"$ref": "#/components/schemas/Base"}, None, 1),
    (TO_PET, None, None, 0),
    (None, None, None, 1),
]


@pytest.mark.parametrize(("first", "second", "at", "candidates"), WRITTEN_OUT)
def test_a_schema_that_is_written_out_where_it_was_referred_to(
    first: Any, second: Any, at: Address | None, candidates: int
) -> None:
    zoo = {"items": TO_PET, "properties": {"star": TO_PET} if second else {}}
    now = {"properties": {"star": second} if second else {}}
    if first:
        now["items"] = first
    new = schemas(Zoo=now, Base={"properties": {"city": {"type": "string"}}})
    found = written_out(lost(PET, schemas(Pet=PROPERTIES, Zoo=zoo), new))
    assert (found.at if found else None) == at
    assert (len(found.candidates) if found else 0) == candidates


JOINED: list[tuple[str, Any, Any, int]] = [
    # The answers before and now, by status, and how many candidates there are.
    ("one answer", {"200": TO_PET}, {"200": PROPERTIES}, 0),
    ("another joined", {"200": TO_PET}, {"200": PROPERTIES, "299": {"type": "string"}}, 0),
    ("an equal one joined", {"200": TO_PET}, {"200": PROPERTIES, "299": PROPERTIES}, 2),
    ("an equal one with prose", {"200": TO_PET}, {"299": PROSE, "200": PROPERTIES}, 2),
    (
        "an equal one was there",
        {"200": TO_PET, "299": PROPERTIES},
        {"200": PROPERTIES, "299": PROPERTIES},
        0,
    ),
]


@pytest.mark.parametrize(
    ("before", "now", "candidates"), [one[1:] for one in JOINED], ids=[one[0] for one in JOINED]
)
@pytest.mark.parametrize("of", ["responses", "methods", "media types", "paths"])
def test_a_schema_that_is_written_out_in_a_place_that_joined_too(
    before: Any, now: Any, candidates: int, of: str
) -> None:
    old, new = ({**schemas(), "paths": answers(named, of)} for named in (before, now))
    old |= schemas(Pet=PROPERTIES)
    found = written_out(lost(PET, old, new))
    assert found is not None
    assert (found.at is None, len(found.candidates)) == (candidates > 0, candidates)


def answers(named: dict[str, Any], of: str) -> dict[str, Any]:
    """Operations whose answers have the schemas, and differ in one name alone."""
    names = {"200": "get", "299": "put"}
    kinds = {"200": "application/json", "299": "text/json"}

    def answer(schema: Any) -> dict[str, Any]:
        return {"content": {kinds["200"]: {"schema": schema}}}

    if of == "methods":
        operations = {names[one]: {"responses": {"200": answer(named[one])}} for one in named}
        return {"/a": operations}
    if of == "paths":
        return {f"/{one}": {"get": {"responses": {"200": answer(named[one])}}} for one in named}
    if of == "media types":
        content = {kinds[one]: {"schema": named[one]} for one in named}
        return {"/a": {"get": {"responses": {"200": {"content": content}}}}}
    return {"/a": {"get": {"responses": {one: answer(named[one]) for one in named}}}}


NUMBER_OR_TEXT: dict[str, Any] = {"type": ["integer", "string"]}
AT_PARAMETER: Address = ("paths", "/pets", "get", "parameters", 0)
AT_HEADER: Address = ("paths", "/pets", "get", "responses", "200", "headers", "X-Total")
UNDER_MEDIA_TYPE: list[tuple[Any, tuple[str, ...] | None]] = [
    # What the parameter or header says now, and the way from there to the schema.
    ({"schema": NUMBER_OR_TEXT}, None),
    ({"content": {"text/plain": {"schema": NUMBER_OR_TEXT}}}, ("content", "text/plain", "schema")),
    ({"content": {"text/plain": {}}}, None),
    ({"content": []}, None),
    ({}, None),
]


@pytest.mark.parametrize(("now", "way"), UNDER_MEDIA_TYPE)
@pytest.mark.parametrize("place", [AT_PARAMETER, AT_HEADER])
def test_a_schema_of_a_parameter_or_header_under_a_media_type(
    place: Address, now: Any, way: tuple[str, ...] | None
) -> None:
    old = document_of(place, {"schema": {"type": "integer"}})
    new = document_of(place, now)
    found = under_media_type(lost((*place, "schema"), old, new))
    if "schema" in now or way is None:
        assert found is None
    else:
        assert found is not None
        assert found.at == (*place, *way)


def test_a_schema_elsewhere_has_no_media_type() -> None:
    old: Any = {"components": {"schemas": {"Pet": {"schema": {}}}}}
    new: Any = {"components": {"schemas": {"Pet": {"content": {"a/b": {"schema": {}}}}}}}
    assert under_media_type(lost((*PET, "schema"), old, new)) is None


def document_of(place: Address, value: Any) -> dict[str, Any]:
    """A document with one operation that has a value at a place in it."""
    where = place[3:]
    inner: Any = value
    for key in reversed(where):
        inner = [inner] if key == 0 else {key: inner}
    return {"paths": {"/pets": {"get": inner}}}


WHOLE = {"type": "object", **PROPERTIES, "required": ["id"]}
TO_ANIMAL = {"$ref": "#/components/schemas/Animal"}
RENAMED: list[tuple[Any, Address | None, int]] = [
    # What stands where one of two references stood, where the schema is, and the candidates.
    ({"$ref": "#/components/schemas/Animal"}, ("components", "schemas", "Animal"), 0),
    ({"type": "string"}, ("components", "schemas", "Animal"), 0),
    (PROSE, None, 2),
    # It is in a branch, or in a branch by the new name.
    ({"oneOf": [WHOLE, {"type": "null"}]}, None, 2),
    ({"type": "array", "items": WHOLE}, None, 2),
    ({"allOf": [TO_ANIMAL], "description": "A star."}, ("components", "schemas", "Animal"), 0),
]


@pytest.mark.parametrize(("second", "at", "candidates"), RENAMED)
def test_a_schema_that_has_another_name_and_is_written_out_beside(
    second: Any, at: Address | None, candidates: int
) -> None:
    pet = WHOLE
    zoo = {"items": TO_PET, "properties": {"star": TO_PET}}
    star = {**pet, **second} if second is PROSE else second
    now = {"items": {"$ref": "#/components/schemas/Animal"}, "properties": {"star": star}}
    place = lost(PET, schemas(Pet=pet, Zoo=zoo), schemas(Animal=pet, Zoo=now))
    found = renamed_alone(place)
    assert (found.at if found else None) == at
    assert (len(found.candidates) if found else 0) == candidates
