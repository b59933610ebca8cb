"""Which of the added names is the new one of a removed name: never a guess among equals."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.pointer import Address
from specmend.matching.lost_place import LostPlace
from specmend.matching.renamed import renamed_key

SCHEMAS: Address = ("components", "schemas")
PROPERTIES: Address = (*SCHEMAS, "Pet", "properties")
SMALL = {"type": "integer"}


def shape(*names: str) -> dict[str, Any]:
    """A schema with a few properties."""
    return {"type": "object", "properties": {name: {"type": "string"} for name in names}}


PET = shape("id", "name", "kind", "age")
ALIKE = shape("id", "name", "kind", "size")


def tree(parent: Address, members: Any, **more: Any) -> dict[str, Any]:
    """A document with something at an address."""
    for token in reversed(parent):
        members = {token: members}
    return {**members, **more}


def key(parent: Address, before: Any, now: Any, name: str, **more: Any) -> Any:
    lost = LostPlace(
        old=tree(parent, before),
        new=tree(parent, now, **more),
        address=(*parent, name),
        new_parent=parent,
    )
    return renamed_key(lost)


KEYS: list[tuple[Address, Any, Any, str | None, str]] = [
    # The parent, its members before and now, the new name of the first one, and the evidence.
    (SCHEMAS, {"Pet": PET}, {"Animal": PET}, "Animal", "same shape"),
    (
        SCHEMAS,
        {"Pet": PET, "x": 1},
        {"Animal": PET, "x": 1},
        "Animal",
        "same shape, same neighbors",
    ),
    (SCHEMAS, {"Pet": PET}, {"Animal": ALIKE}, "Animal", "67% of its shape"),
    (SCHEMAS, {"Pet": PET}, {}, None, ""),
    (SCHEMAS, {"Pet": PET}, {"Error": shape("code")}, None, ""),
    # The best of several, if it is clearly the best.
    (SCHEMAS, {"Pet": PET}, {"Cat": ALIKE, "Dog": PET}, "Dog", "same shape"),
    (SCHEMAS, {"Pet": PET}, {"Cat": PET, "Dog": PET}, None, ""),
    # Another removed name that fits as well.
    (SCHEMAS, {"Pet": PET, "Old": dict(PET)}, {"Animal": ALIKE}, None, ""),
    (SCHEMAS, {"Pet": ALIKE, "Old": PET}, {"Animal": PET}, None, ""),
    # A shape that tells nothing needs its neighbors.
    (PROPERTIES, {"id": SMALL}, {"number": SMALL}, None, ""),
    (
        PROPERTIES,
        {"id": SMALL, "x": {}},
        {"number": SMALL, "x": {}},
        "number",
        "same shape, same neighbors",
    ),
    # Paths are known by the ids of their operations, and by what is not in braces.
    (
        ("paths",),
        {"/a": {"get": {"operationId": "x"}}},
        {"/b": {"put": {"operationId": "x"}}},
        "/b",
        "same operation id x",
    ),
    (
        ("paths",),
        {"/a/{id}": {}},
        {"/a/{name}": {"get": {}}},
        "/a/{name}",
        "same path but for the names in braces",
    ),
    (("paths",), {"/a": PET}, {"/b": PET}, "/b", "same shape"),
    # Nobody chose the names of keywords, and a list has none.
    ((*SCHEMAS, "Pet"), {"items": PET}, {"not": PET}, None, ""),
    (SCHEMAS, {"Pet": PET}, [PET], None, ""),
]


@pytest.mark.parametrize(("parent", "before", "now", "name", "evidence"), KEYS)
def test_the_new_name_of_a_key(
    parent: Address, before: Any, now: Any, name: str | None, evidence: str
) -> None:
    found = key(parent, before, now, next(iter(before)))
    at = found.at if found else None
    assert at == ((*parent, name) if name else None)
    assert (found.evidence if found else "") == evidence


def test_names_that_cannot_be_told_apart_are_candidates() -> None:
    found = key(SCHEMAS, {"Pet": PET}, {"Cat": ALIKE, "Dog": dict(ALIKE), "Hen": {}}, "Pet")
    assert found.at is None
    assert found.candidates == ((*SCHEMAS, "Cat"), (*SCHEMAS, "Dog"))


def test_a_shape_that_tells_nothing_is_a_candidate() -> None:
    found = key(PROPERTIES, {"id": SMALL}, {"number": SMALL}, "id")
    assert (found.at, found.candidates) == (None, ((*PROPERTIES, "number"),))


def test_a_schema_is_known_by_the_references_to_it() -> None:
    def referring(name: str) -> dict[str, Any]:
        schema = {"$ref": f"#/components/schemas/{name}"}
        return {"/a": {"get": {"parameters": [{"schema": schema}, {"schema": schema}]}}}

    lost = LostPlace(
        old={**tree(SCHEMAS, {"Pet": SMALL}), "paths": referring("Pet")},
        new={**tree(SCHEMAS, {"Animal": {"type": "string"}}), "paths": referring("Animal")},
        address=(*SCHEMAS, "Pet"),
        new_parent=SCHEMAS,
    )
    found = renamed_key(lost)
    assert found is not None
    assert found.at == (*SCHEMAS, "Animal")
    assert found.evidence == "100% of the references to it"
