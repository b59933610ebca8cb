"""The actions that are still needed on the new document, where a target moved or a part is done."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, KIND, OLD, PET, Fields, Move, context, edit, update

from specmend.document.tree.pointer import Address
from specmend.drift.remaining import apply_all, can_apply, remaining_of, retargeted
from specmend.errors import ActionFailed
from specmend.steps.proposal import as_action
from specmend.steps.step import Action

ANIMAL: Address = (*PET[:2], "Animal")
PROPERTIES = "$.components.schemas.Pet.properties"
LIMIT = "$.paths['/pets'].get.parameters[?@.name == 'limit' && @.in == 'query']"
OWNER = {"owner": {"type": "string"}, "home": {"type": "string"}}
BOTH = update(
    "$.components.schemas.Pet",
    {"title": "Pet", "properties": {"id": {"title": "Id"}, "kind": {"title": "Kind"}}},
)
INTEGERS = edit("$..[?@.type == 'integer'].type", "set-value", value="number")
MEMBERS = edit(f"{PROPERTIES}.kind.enum", "change-members", add=["cow", "hen"], remove=["dog"])


def shown(action: Action) -> tuple[str, Any]:
    return action.target, dict(action.parameters) if action.edit else action.update


UPDATES: list[tuple[Fields, list[Move], list[tuple[str, Any]]]] = [
    # All of an update that is still needed is one update of its target.
    (BOTH, [], [("$.components.schemas.Pet", BOTH["update"])]),
    (
        BOTH,
        [("set", (*PET, "title"), "Pet"), ("set", (*ID, "title"), "Id")],
        [("$.components.schemas.Pet", {"properties": {"kind": {"title": "Kind"}}})],
    ),
    (
        update(PROPERTIES, OWNER),
        [("rename", PET, "Animal")],
        [("$.components.schemas.Animal.properties", OWNER)],
    ),
    # What stands elsewhere than under the target is put where it stands.
    (
        update("$.components.schemas.Pet", {"properties": {"id": {"title": "Id"}}}),
        [("rename", ID, "number")],
        [("$.components.schemas.Pet", {"properties": {"number": {"title": "Id"}}})],
    ),
    # The members of a list that are still lacking.
    (
        update(f"{PROPERTIES}.kind.enum", ["cow", "hen"]),
        [("set", (*KIND, "enum"), ["cat", "dog", "hen"])],
        [(f"{PROPERTIES}.kind.enum", ["cow"])],
    ),
    (
        update("$.paths['/pets'].get.parameters[?@.name == 'limit']", {"required": True}),
        [],
        [
            (
                LIMIT,
                {"required": True},
            )
        ],
    ),
    # A rule says its value once for each place, and for the places that joined.
    (
        update("$.components.schemas.*.properties", {"x": 1}),
        [("set", (*PET[:2], "New"), {"properties": {}})],
        [
            ("$.components.schemas.Pet.properties", {"x": 1}),
            ("$.components.schemas.Error.properties", {"x": 1}),
            ("$.components.schemas.New.properties", {"x": 1}),
        ],
    ),
]


@pytest.mark.parametrize(("fields", "moves", "expected"), UPDATES)
def test_what_remains_of_an_update(
    fields: Fields, moves: list[Move], expected: list[tuple[str, Any]]
) -> None:
    one = context(fields, *moves)
    assert [shown(action) for action in remaining_of(one, one.comparisons)] == expected


EDITS: list[tuple[Fields, list[Move], list[tuple[str, Any]]]] = [
    (MEMBERS, [], [(f"{PROPERTIES}.kind.enum", {"add": ["cow", "hen"], "remove": ["dog"]})]),
    (
        MEMBERS,
        [("set", (*KIND, "enum"), ["cat", "dog", "hen"])],
        [(f"{PROPERTIES}.kind.enum", {"add": ["cow"], "remove": ["dog"]})],
    ),
    (
        MEMBERS,
        [("set", (*KIND, "enum"), ["cat", "cow", "hen", "dog"])],
        [(f"{PROPERTIES}.kind.enum", {"remove": ["dog"]})],
    ),
    (
        edit(f"{PROPERTIES}.id", "change-type", type="string"),
        [("rename", PET, "Animal")],
        [("$.components.schemas.Animal.properties.id", {"type": "string"})],
    ),
    (
        INTEGERS,
        [("set", (*ID, "type"), "number")],
        [
            (
                f"{LIMIT}.schema.type",
                {"value": "number"},
            ),
            ("$.components.schemas.Error.properties.code.type", {"value": "number"}),
        ],
    ),
]


@pytest.mark.parametrize(("fields", "moves", "expected"), EDITS)
def test_what_remains_of_an_edit(
    fields: Fields, moves: list[Move], expected: list[tuple[str, Any]]
) -> None:
    one = context(fields, *moves)
    assert [shown(action) for action in remaining_of(one, one.comparisons)] == expected


TARGETS: list[tuple[Fields, list[Move], str | None]] = [
    (BOTH, [], "$.components.schemas.Pet"),
    (BOTH, [("rename", PET, "Animal")], "$.components.schemas.Animal"),
    (BOTH, [("remove", PET)], None),
    # A rule has no one target that could have moved.
    (INTEGERS, [], None),
]


@pytest.mark.parametrize(("fields", "moves", "target"), TARGETS)
def test_the_action_where_its_target_is_now(
    fields: Fields, moves: list[Move], target: str | None
) -> None:
    action = retargeted(context(fields, *moves))
    assert (action.target if action else None) == target


def test_actions_are_made_one_after_the_other() -> None:
    actions = [as_action(update("$.info", {"title": name})) for name in ("Cats", "Dogs")]
    tree, found = apply_all(OLD, actions)
    assert tree["info"]["title"] == "Dogs"
    assert [one.before for one in found] == [{"title": "Pets"}, {"title": "Cats"}]


def test_an_action_that_cannot_be_made_is_refused() -> None:
    nowhere = as_action(update("$.nowhere", {"title": "Cats"}))
    assert not can_apply(OLD, nowhere)
    assert can_apply(OLD, as_action(BOTH))
    with pytest.raises(ActionFailed):
        apply_all(OLD, [as_action(BOTH), nowhere])
