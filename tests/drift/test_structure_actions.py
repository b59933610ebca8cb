"""The verdict of an edit of the structure, as a rename: by whether it can still be made."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, PET, Fields, Move, context, edit, failed_step, value

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, get
from specmend.drift.action_context import Failed
from specmend.drift.judgment import Judgment
from specmend.drift.structure_actions import judge_structure_action
from specmend.steps.step import Verdict

ANIMAL: Address = (*PET[:2], "Animal")
ERROR: Address = (*PET[:2], "Error")
FAULT: Address = (*PET[:2], "Fault")
TEAM: Address = ("info", "x-team")
PETS: Address = ("paths", "/pets")
OTHER = {"type": "array", "items": {"type": "string"}, "maxItems": 4}

RENAME = edit("$", "rename-schema", names={"Pet": "Animal"})
RENAMES = edit("$", "rename-schema", names={"Pet": "Animal", "Error": "Fault"})
PATH = edit("$", "rename-path", names={"/pets": "/animals"})
EXTENSION = {"target": "$", "x-edit": {"name": "rename-extension", "from": "x-team", "to": "x-by"}}
EXTRACT = {
    "target": "$.components.schemas.Pet.properties.id",
    "x-edit": {"name": "extract-schema", "as": "Number"},
}
UPGRADE = edit("$", "upgrade-to-3.1")
NULLABLE = edit("$.components.schemas.Pet.properties.id", "make-nullable")
NULLABLES = edit("$.components.schemas.*", "make-nullable")


def judged(fields: Fields, *moves: Move, failed: list[Failed] | None = None) -> Judgment:
    return judge_structure_action(context(fields, *moves, failed=failed or []))


CASES: list[tuple[Fields, list[Move], Verdict, str]] = [
    (RENAME, [], Verdict.APPLIES, ""),
    (RENAME, [("rename", PET, "Animal")], Verdict.ALREADY_UPSTREAM, "upstream already says this"),
    (
        RENAME,
        [("set", ANIMAL, OTHER)],
        Verdict.CONFLICT,
        "Pet was to become Animal, which is taken",
    ),
    (RENAME, [("remove", PET)], Verdict.GONE, "$.components.schemas.Pet is gone"),
    (
        RENAME,
        [("rename", PET, "Creature")],
        Verdict.MOVED,
        "it is now $.components.schemas.Creature",
    ),
    (PATH, [], Verdict.APPLIES, ""),
    (PATH, [("rename", PETS, "/animals")], Verdict.ALREADY_UPSTREAM, "upstream already says this"),
    (PATH, [("rename", PETS, "/creatures")], Verdict.MOVED, "it is now $.paths['/creatures']"),
    # A table of names of which a part is done.
    (RENAMES, [("rename", ERROR, "Fault")], Verdict.APPLIES, "upstream already has a part: Error"),
    (RENAMES, [("rename", ERROR, "Fault"), ("remove", PET)], Verdict.GONE, "$.components"),
    (RENAMES, [("rename", ERROR, "Fault"), ("rename", PET, "Cat")], Verdict.MOVED, "it is now"),
    # An edit of whatever there is has nothing to do where all of it is gone or done.
    (EXTENSION, [], Verdict.APPLIES, ""),
    (
        EXTENSION,
        [("rename", TEAM, "x-by"), ("remove", ERROR)],
        Verdict.ALREADY_UPSTREAM,
        "upstream already says this: $.info['x-by']; removed: $.components.schemas.Error['x-team']",
    ),
    # An edit of one place follows it, and is refused where something stands in its way.
    (EXTRACT, [], Verdict.APPLIES, ""),
    (EXTRACT, [("rename", PET, "Animal")], Verdict.MOVED, "it is now $.components.schemas.Animal"),
    (EXTRACT, [("remove", PET)], Verdict.GONE, "$.components.schemas.Pet is gone"),
    (
        EXTRACT,
        [("set", (*PET[:2], "Number"), {})],
        Verdict.CONFLICT,
        "there is a schema Number already",
    ),
    (
        {**EXTRACT, "x-optional": "Why."},
        [("remove", PET)],
        Verdict.APPLIES,
        "the target selects nothing, which is allowed: Why.",
    ),
    (UPGRADE, [], Verdict.APPLIES, ""),
    (UPGRADE, [("set", ("openapi",), "3.1.1")], Verdict.ALREADY_UPSTREAM, "upstream already says"),
    (
        NULLABLE,
        [("set", (*ID, "nullable"), True)],
        Verdict.ALREADY_UPSTREAM,
        "upstream already says",
    ),
    (
        NULLABLE,
        [("set", (*ID, "nullable"), True), ("rename", PET, "Animal")],
        Verdict.ALREADY_UPSTREAM,
        "upstream already says",
    ),
]


@pytest.mark.parametrize(("fields", "moves", "verdict", "message"), CASES)
def test_an_edit_of_the_structure(
    fields: Fields, moves: list[Move], verdict: Verdict, message: str
) -> None:
    judgment = judged(fields, *moves)
    assert judgment.verdict is verdict
    assert judgment.message.startswith(message)


BLOCKED: list[tuple[Fields, list[Move], Failed, Verdict]] = [
    (RENAME, [], failed_step(PET, MISSING, value(PET)), Verdict.APPLIES),
    (RENAME, [("remove", PET)], failed_step(PET, MISSING, value(PET)), Verdict.BLOCKED),
    (EXTRACT, [("remove", ID)], failed_step(ID, MISSING, value(ID)), Verdict.BLOCKED),
    # The step that it needs failed to take the name out of its way.
    (
        EXTRACT,
        [("set", (*PET[:2], "Number"), {"x": 1})],
        failed_step((*PET[:2], "Number"), {"x": 1}, MISSING),
        Verdict.CONFLICT,
    ),
]


@pytest.mark.parametrize(("fields", "moves", "failed", "verdict"), BLOCKED)
def test_an_edit_that_needs_a_failed_step(
    fields: Fields, moves: list[Move], failed: Failed, verdict: Verdict
) -> None:
    judgment = judged(fields, *moves, failed=[failed])
    assert judgment.verdict is verdict
    assert judgment.blocked_by == (1 if verdict is Verdict.BLOCKED else None)


REMAINING: list[tuple[Fields, list[Move], Any]] = [
    (RENAMES, [], None),
    (RENAMES, [("rename", ERROR, "Fault")], {"names": {"Pet": "Animal"}}),
    (RENAMES, [("rename", PET, "Cat")], {"names": {"Cat": "Animal", "Error": "Fault"}}),
]


@pytest.mark.parametrize(("fields", "moves", "parameters"), REMAINING)
def test_what_remains_of_a_table_of_names(
    fields: Fields, moves: list[Move], parameters: Any
) -> None:
    remaining = judged(fields, *moves).remaining
    assert [dict(action.parameters) for action in remaining] == ([parameters] if parameters else [])


def test_an_edit_that_moved_is_made_where_its_target_is() -> None:
    judgment = judged(EXTRACT, ("rename", PET, "Animal"))
    reference = (*ANIMAL, "properties", "id", "$ref")
    assert get(judgment.tree, reference) == "#/components/schemas/Number"
    assert judgment.moved_to == (*ANIMAL, "properties", "id")
    assert judgment.evidence.startswith("same shape")


def test_a_rename_that_moved_says_which_name_it_is_now() -> None:
    judgment = judged(RENAME, ("rename", PET, "Creature"))
    assert judgment.moved_to == (*PET[:2], "Creature")
    assert judgment.evidence.startswith("same shape")


def test_an_edit_of_several_places_is_not_upstream_because_one_is() -> None:
    judgment = judged(NULLABLES, ("set", (*PET, "nullable"), True))
    assert judgment.verdict is Verdict.CONFLICT
    assert judgment.message.endswith("at $.components.schemas.Pet")
