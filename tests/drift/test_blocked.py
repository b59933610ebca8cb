"""Whether an action needs what a step makes that failed before it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import (
    ID,
    KIND,
    PET,
    Fields,
    Move,
    context,
    edit,
    failed_step,
    update,
    value,
)

from specmend.document.text.document import parse_document
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING
from specmend.drift.action_context import Failed
from specmend.drift.blocked import blocker, named_blocker, target_blocker
from specmend.drift.judge import judge_trees
from specmend.steps.proposal import as_action
from specmend.steps.step import Step, Verdict

SOURCE = parse_document("{}", "api.json")
ENUM: Address = (*KIND, "enum")
ID_TYPE = update("$.components.schemas.Pet.properties.id.type", "string")
MADE_PET = failed_step(PET, MISSING, value(PET))
MADE_ID = failed_step(ID, MISSING, value(ID))
CHANGED_ID = failed_step((*PET, "properties"), {"id": value(ID)}, value((*PET, "properties")))
MADE_KIND = failed_step((*PET, "properties"), {"id": value(ID)}, value((*PET, "properties")))
RENAMED = failed_step((*PET[:2], "Animal"), value(PET), value(PET), to=PET)
REMOVED = failed_step(ID, value(ID), MISSING)
OTHER = failed_step(("info", "title"), "Cats", "Pets")

BLOCKERS: list[tuple[Failed, list[Move], int | None]] = [
    # A step that has nothing to do with the place.
    (OTHER, [("remove", ID)], None),
    # What is unchanged needs nothing.
    (MADE_ID, [], None),
    (MADE_ID, [("remove", ID)], 1),
    (MADE_PET, [("remove", PET)], 1),
    (RENAMED, [("remove", PET)], 1),
    (REMOVED, [("remove", ID)], None),
    # Of a mapping that it changed, only what was not there before.
    (CHANGED_ID, [("remove", ID)], None),
    (failed_step((*ID, "type", "x"), MISSING, 1), [("remove", (*ID, "type"))], 1),
]


@pytest.mark.parametrize(("failed", "moves", "number"), BLOCKERS)
def test_the_step_that_made_what_is_missing(
    failed: Failed, moves: list[Move], number: int | None
) -> None:
    one = context(ID_TYPE, *moves, failed=[failed])
    assert blocker(one, one.comparisons) == number


def test_the_last_step_that_made_it_counts() -> None:
    later = Failed(number=2, touches=MADE_ID.touches)
    one = context(ID_TYPE, ("remove", ID), failed=[MADE_PET, later])
    assert blocker(one, one.comparisons) == 2


DAY = update("$.components.schemas.Pet.properties[?@.enum]", {"title": "Kind"})
TARGETS: list[tuple[Failed, list[Move], int | None]] = [
    (MADE_KIND, [], None),
    (OTHER, [("remove", ENUM)], None),
    (MADE_KIND, [("remove", ENUM)], 1),
    (failed_step(KIND, {"type": "string"}, value(KIND)), [("remove", ENUM)], 1),
]


@pytest.mark.parametrize(("failed", "moves", "number"), TARGETS)
def test_the_step_that_made_what_the_target_selects(
    failed: Failed, moves: list[Move], number: int | None
) -> None:
    assert target_blocker(context(DAY, *moves, failed=[failed])) == number


MEMBER = update("$.paths['/pets'].get.parameters[?@.name == 'limit']", {"required": True})
PARAMETERS: Address = ("paths", "/pets", "get", "parameters")
LISTS: list[tuple[list[Any], int | None]] = [
    # The list before the failed step, and whether the step made the member.
    (value(PARAMETERS), None),
    ([], 1),
]


@pytest.mark.parametrize(("before", "number"), LISTS)
def test_of_a_list_only_the_members_that_were_not_there(
    before: list[Any], number: int | None
) -> None:
    failed = failed_step(PARAMETERS, before, value(PARAMETERS))
    assert target_blocker(context(MEMBER, ("set", PARAMETERS, []), failed=[failed])) == number


SIZE = failed_step((*PET[:2], "Size"), MISSING, {"type": "string"})
NAMED: list[tuple[Fields, Failed, int | None]] = [
    (update("$.info", {"title": "Sizes"}), SIZE, None),
    (update("$.info", {"title": "Size"}), SIZE, 1),
    (update("$.info", {"x-a": [{"$ref": "#/components/schemas/Size"}]}), SIZE, 1),
    (edit("$", "rename-schema", names={"Pet": "Size"}), SIZE, 1),
    # A name that was there before is not made.
    (update("$.info", {"title": "type"}), failed_step((*ID, "type"), "a", "b"), None),
    (update("$.info", {"title": "Pet"}), RENAMED, 1),
    (update("$.info", {"title": ""}), failed_step(("",), MISSING, 1), None),
]


@pytest.mark.parametrize(("fields", "failed", "number"), NAMED)
def test_the_step_that_made_what_the_action_names(
    fields: Fields, failed: Failed, number: int | None
) -> None:
    assert named_blocker(context(fields, failed=[OTHER, failed])) == number


TAGS: Address = ("paths", "/pets", "get", "tags")
ADDED_TAG = update("$.paths['/pets'].get.tags", ["ours"])
RENAMED_TAG: Fields = edit("$", "rename-tag", names={"red": "ours"})
REPEATS: list[tuple[list[str], bool, Verdict]] = [
    # The tags of upstream now, whether the rename before it needs a person, and the verdict.
    (["red"], False, Verdict.APPLIES),
    (["red", "ours"], True, Verdict.BLOCKED),
    (["ours"], False, Verdict.APPLIES),
]


@pytest.mark.parametrize(("now", "is_blocked", "verdict"), REPEATS)
def test_a_member_that_a_failed_step_made_is_not_added_once_more(
    now: list[str], is_blocked: bool, verdict: Verdict
) -> None:
    trees = [{"tags": [], "paths": {"/pets": {"get": {"tags": tags}}}} for tags in (["red"], now)]
    steps = [
        Step(number=number, title="S", reason="R", actions=(as_action(fields),), source=SOURCE)
        for number, fields in enumerate((RENAMED_TAG, ADDED_TAG), 1)
    ]
    renamed, added = (one.actions[0] for one in judge_trees(trees[0], trees[1], steps))
    assert renamed.needs_person is is_blocked, renamed.message
    assert added.verdict is verdict, added.message
