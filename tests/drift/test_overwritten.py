"""What a later step writes over is mended where upstream has what that one makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.contexts import ID, OLD, compared, edit, moved, update
from tests.drift.test_as_made import step

from specmend.drift.judge import judge_trees
from specmend.drift.overwritten import overwritten
from specmend.drift.three_way import ThreeWay
from specmend.matching.locator import Locator
from specmend.steps.proposal import Fields
from specmend.steps.step import Verdict

GET = "$.paths['/pets'].get"
LIMIT = f"{GET}.parameters[?@.name=='limit']"
SIZE = f"{GET}.parameters[?@.name=='size']"
PROPERTY = "$.components.schemas.Pet.properties.id"
OPERATION = ("paths", "/pets", "get", "operationId")
NAME = ("paths", "/pets", "get", "parameters", 0, "name")
UPSTREAM, APPLIES = Verdict.ALREADY_UPSTREAM, Verdict.APPLIES
CONFLICT, BLOCKED = Verdict.CONFLICT, Verdict.BLOCKED
TOLD = {"type": "integer", "minimum": 1, "maximum": 9, "description": "How many."}
SHAPED = moved(("set", (*NAME[:-1], "schema"), TOLD))


def renamed(old: str, new: str) -> Fields:
    return edit(GET, "rename-parameter", **{"from": old, "to": new, "in": "query"})


def named(old: str, new: str) -> Fields:
    schema = "$.components.schemas.Pet"
    return edit(schema, "rename-property", **{"from": old, "to": new})


TYPES = (update(PROPERTY, {"type": "string"}), update(PROPERTY, {"type": "boolean"}))
BACK = (update(PROPERTY, {"type": "string"}), update(PROPERTY, {"type": "integer"}))
IDS = (
    edit("$", "rename-operation", names={"listPets": "pets"}),
    edit(f"{GET}.operationId", "set-value", value="allPets"),
)
PARAMETERS = (renamed("limit", "size"), renamed("size", "count"))
MIXED = (renamed("limit", "size"), update(SIZE, {"name": "count"}))
UPDATES = (update(LIMIT, {"name": "size"}), renamed("size", "count"))
PROPERTIES = (named("id", "key"), named("key", "number"))

CASES: list[tuple[str, tuple[Fields, Fields], Any, tuple[Verdict, Verdict]]] = [
    ("nothing moved", TYPES, ("set", (*ID, "x-a"), 1), (APPLIES, APPLIES)),
    ("a third value", TYPES, ("set", (*ID, "type"), "array"), (CONFLICT, BLOCKED)),
    ("the last value", TYPES, ("set", (*ID, "type"), "boolean"), (UPSTREAM, UPSTREAM)),
    ("both lead back", BACK, ("set", (*ID, "x-a"), 1), (APPLIES, APPLIES)),
    (
        "back from a third one",
        BACK,
        ("set", (*ID, "type"), "boolean"),
        (CONFLICT, BLOCKED),
    ),
    ("an id", IDS, ("set", OPERATION, "allPets"), (UPSTREAM, UPSTREAM)),
    ("a third id", IDS, ("set", OPERATION, "some"), (CONFLICT, BLOCKED)),
    ("a parameter", PARAMETERS, ("set", NAME, "count"), (UPSTREAM, UPSTREAM)),
    ("an edit and an update", MIXED, ("set", NAME, "count"), (UPSTREAM, UPSTREAM)),
    ("an update and an edit", UPDATES, ("set", NAME, "count"), (UPSTREAM, UPSTREAM)),
    ("a third name", MIXED, ("set", NAME, "most"), (CONFLICT, BLOCKED)),
    ("a property", PROPERTIES, ("rename", ID, "number"), (UPSTREAM, UPSTREAM)),
    ("a third property", PROPERTIES, ("rename", ID, "code"), (CONFLICT, CONFLICT)),
]


@pytest.mark.parametrize(
    ("steps", "move", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_two_steps_at_one_place(
    steps: tuple[Fields, Fields], move: Any, expected: tuple[Verdict, Verdict]
) -> None:
    numbered = [step(number, fields) for number, fields in enumerate(steps, 1)]
    verdicts = judge_trees(SHAPED, moved(move, tree=SHAPED), numbered)
    assert tuple(one.actions[0].verdict for one in verdicts) == expected


def test_the_series_as_a_whole_has_the_last_word() -> None:
    (other,) = compared(TYPES[0], ("set", (*ID, "type"), "boolean"))
    assert other.state is ThreeWay.DIVERGED
    for last, state in (
        ("boolean", ThreeWay.ALREADY_APPLIED),
        ("string", ThreeWay.DIVERGED),
        ("integer", ThreeWay.DIVERGED),
    ):
        after = Locator(OLD, moved(("set", (*ID, "type"), last)))
        assert overwritten(after, other).state is state
