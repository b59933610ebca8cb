"""What the new document says where an action renames a key: the old name, the new, or neither."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import PET, Fields, Move, compared, edit, states

from specmend.document.tree.pointer import Address

ANIMAL: Address = (*PET[:2], "Animal")
SCHEMA = edit("$", "rename-schema", names={"Pet": "Animal"})
PATH = edit("$", "rename-path", names={"/pets": "/animals"})
PATHS: Address = ("paths",)
OTHER = {"type": "array", "items": {"type": "string"}, "maxItems": 4}

NAMES: list[tuple[Fields, list[Move], str, Address | None, Any]] = [
    # The edit, what upstream did, the state, the place, and the name there.
    (SCHEMA, [], "UNCHANGED", PET, "Pet"),
    (SCHEMA, [("rename", PET, "Animal")], "ALREADY_APPLIED", ANIMAL, "Animal"),
    (SCHEMA, [("set", ANIMAL, OTHER)], "DIVERGED", PET, "Animal"),
    (SCHEMA, [("remove", PET), ("set", ANIMAL, OTHER)], "DIVERGED", ANIMAL, "Animal"),
    (SCHEMA, [("remove", PET), ("set", ANIMAL, True)], "DIVERGED", ANIMAL, "Animal"),
    (SCHEMA, [("rename", PET, "Creature")], "UNCHANGED", (*PET[:2], "Creature"), "Creature"),
    (PATH, [], "UNCHANGED", (*PATHS, "/pets"), "/pets"),
    (
        PATH,
        [("rename", (*PATHS, "/pets"), "/animals")],
        "ALREADY_APPLIED",
        (*PATHS, "/animals"),
        "/animals",
    ),
    (
        PATH,
        [("remove", (*PATHS, "/pets")), ("set", (*PATHS, "/animals"), {"post": {}})],
        "DIVERGED",
        (*PATHS, "/animals"),
        "/animals",
    ),
]


@pytest.mark.parametrize(("fields", "moves", "state", "at", "name"), NAMES)
def test_a_renamed_key(
    fields: Fields, moves: list[Move], state: str, at: Address | None, name: Any
) -> None:
    first = compared(fields, *moves)[0]
    assert (first.state.name, first.at, first.now) == (state, at, name)


def test_a_schema_that_is_gone_is_missing() -> None:
    assert states(SCHEMA, ("remove", PET))[0] == ("MISSING", None)


def test_a_schema_with_the_new_name_and_little_else_in_common_is_told_by_its_meaning() -> None:
    moves = [("remove", PET), ("set", ANIMAL, {"type": "object", "title": "Animal"})]
    assert states(SCHEMA, *moves)[0][0] == "DIVERGED"


TEAM: Address = ("info", "x-team")
OWNER: Address = ("info", "x-owner")
EXTENSION = {
    "target": "$",
    "x-edit": {"name": "rename-extension", "from": "x-team", "to": "x-owner"},
}


@pytest.mark.parametrize(
    ("value", "state"), [("pets", "ALREADY_APPLIED"), ("cats", "ALREADY_APPLIED"), (7, "DIVERGED")]
)
def test_an_extension_is_told_by_the_kind_of_its_value(value: Any, state: str) -> None:
    first = states(EXTENSION, ("remove", TEAM), ("set", OWNER, value))[0]
    assert first == (state, OWNER)
