"""What an action intends for each place that it writes to, taken from what it did."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, KIND, OLD, PET, Fields, edit, update

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING
from specmend.drift.intended import IntendedChange, intended_changes
from specmend.steps.apply_action import apply_action
from specmend.steps.proposal import as_action

ENUM: Address = (*KIND, "enum")


def intended(fields: Fields) -> list[IntendedChange]:
    action = as_action(fields)
    return list(intended_changes(action, apply_action(OLD, action)))


CASES: list[tuple[Fields, list[tuple[str, Address, Any, Any]]]] = [
    # An update that changes nothing intends nothing.
    (update("$.openapi", "3.0.3"), []),
    (update("$.openapi", "3.1.0"), [("value", ("openapi",), "3.0.3", "3.1.0")]),
    (
        update("$.components.schemas.Pet.properties.id", {"title": "Id"}),
        [("value", (*ID, "title"), MISSING, "Id")],
    ),
    # A whole value is meant where an edit sets or removes it.
    (
        edit("$.components.schemas.Pet.required", "set-value", value=["id", "kind"]),
        [("value", (*PET, "required"), ["id"], ["id", "kind"])],
    ),
    (
        {"target": "$.components.schemas.Pet.required", "remove": True},
        [("value", (*PET, "required"), ["id"], MISSING)],
    ),
    # Of an edit of a mapping, only what is different in it.
    (
        edit("$.components.schemas.Pet.properties.id", "change-type", type="string"),
        [("value", (*ID, "type"), "integer", "string")],
    ),
]


@pytest.mark.parametrize(("fields", "expected"), CASES)
def test_the_changes_that_an_action_intends(fields: Fields, expected: list[Any]) -> None:
    assert [(one.kind, one.address, one.before, one.after) for one in intended(fields)] == expected


LISTS: list[tuple[Fields, list[str], list[str]]] = [
    # The edit, the members that it adds, and those that it removes.
    (update("$.components.schemas.Pet.properties.kind.enum", ["hen"]), ["hen"], []),
    (update("$.components.schemas.Pet.properties.kind", {"enum": ["hen"]}), ["hen"], []),
    (
        edit(
            "$.components.schemas.Pet.properties.kind.enum",
            "change-members",
            add=["cow"],
            remove=["dog"],
        ),
        ["cow"],
        ["dog"],
    ),
]


@pytest.mark.parametrize(("fields", "added", "removed"), LISTS)
def test_the_members_that_an_action_intends(
    fields: Fields, added: list[str], removed: list[str]
) -> None:
    (one,) = intended(fields)
    assert (one.kind, one.address) == ("members", ENUM)
    assert (list(one.added), list(one.removed)) == (added, removed)


def test_a_member_that_is_added_a_second_time_is_added() -> None:
    (one,) = intended(update("$.components.schemas.Pet.properties.kind.enum", ["cat"]))
    assert one.added == ("cat",)


def test_a_rename_intends_another_name() -> None:
    (name,) = intended(edit("$", "rename-schema", names={"Pet": "Animal"}))
    assert (name.kind, name.address, name.to) == ("name", PET, (*PET[:2], "Animal"))


def test_the_document_itself_has_no_key_and_its_own_parent() -> None:
    change = IntendedChange(kind="value", address=(), to=(), before={}, after={"openapi": "3.1.0"})
    assert (change.key, change.parent, change.adds) == ("", (), False)


@pytest.mark.parametrize(
    ("kind", "before", "adds"),
    [("value", 1, False), ("value", MISSING, True), ("name", MISSING, False)],
)
def test_what_adds(kind: Any, before: Any, adds: bool) -> None:
    change = IntendedChange(kind=kind, address=("a",), to=("a",), before=before, after=1)
    assert change.adds is adds
