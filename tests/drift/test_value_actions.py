"""The verdict of an action on values: the recorded value, upstream's and ours are compared."""

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

from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, get
from specmend.drift.action_context import ActionContext, Failed
from specmend.drift.judgment import Judgment
from specmend.drift.value_actions import judge_value_action
from specmend.steps.apply_action import apply_action
from specmend.steps.proposal import as_action
from specmend.steps.step import Verdict

ENUM: Address = (*KIND, "enum")
CODE: Address = ("components", "schemas", "Error", "properties", "code")
LIMIT: Address = ("paths", "/pets", "get", "parameters", 0, "schema")
NUMBER: Address = (*PET, "properties", "number")
PROPERTIES = "$.components.schemas.Pet.properties"
TYPE = update(f"{PROPERTIES}.id.type", "string")
INTEGERS = edit("$..[?@.type == 'integer'].type", "set-value", value="number")
NAMES = edit("$.components.schemas['Pet', 'Error'].type", "set-value", value="array")
MAY_BE_GONE = {**TYPE, "x-optional": "Some releases have no id."}
FILTER = update(f"{PROPERTIES}[?@.format == 'date']", {"title": "Day"})


def judged(fields: Fields, *moves: Move, failed: list[Failed] | None = None) -> Judgment:
    return judge_value_action(context(fields, *moves, failed=failed or []))


ONE: list[tuple[Fields, list[Move], Verdict, str]] = [
    (TYPE, [], Verdict.APPLIES, ""),
    (TYPE, [("set", (*ID, "type"), "string")], Verdict.ALREADY_UPSTREAM, "upstream already says"),
    (TYPE, [("set", (*ID, "type"), "number")], Verdict.CONFLICT, f"{PROPERTIES}.id.type: recorded"),
    (TYPE, [("remove", PET)], Verdict.GONE, "$.components.schemas.Pet is gone"),
    (TYPE, [("rename", PET, "Animal")], Verdict.MOVED, "it is now $.components.schemas.Animal"),
    (
        MAY_BE_GONE,
        [("remove", ID)],
        Verdict.APPLIES,
        "the target selects nothing, which is allowed",
    ),
    # The place is as it was, but the target does not select it.
    (
        FILTER,
        [("remove", (*PET, "properties", "born", "format"))],
        Verdict.GONE,
        f"{PROPERTIES}.born does not fit the target any more",
    ),
    # A step that changes nothing where only prose is different.
    (
        update(f"{PROPERTIES}.kind.enum", ["hen"]),
        [("set", ENUM, ["cat", "dog", "hen"])],
        Verdict.ALREADY_UPSTREAM,
        "upstream already says this",
    ),
    (
        update(f"{PROPERTIES}.kind.enum", ["hen", "cow"]),
        [("set", ENUM, ["cat", "dog", "hen"])],
        Verdict.APPLIES,
        f"upstream already has a part: {PROPERTIES}.kind.enum",
    ),
]


@pytest.mark.parametrize(("fields", "moves", "verdict", "message"), ONE)
def test_an_action_with_one_target(
    fields: Fields, moves: list[Move], verdict: Verdict, message: str
) -> None:
    judgment = judged(fields, *moves)
    assert judgment.verdict is verdict
    assert judgment.message.startswith(message)


RULES: list[tuple[Fields, list[Move], Verdict]] = [
    (INTEGERS, [], Verdict.APPLIES),
    (INTEGERS, [("remove", ID)], Verdict.APPLIES),
    (INTEGERS, [("set", (*KIND, "type"), "integer")], Verdict.APPLIES),
    # What a rule by wildcards does not select any more has left it.
    (INTEGERS, [("set", (*ID, "type"), "string")], Verdict.APPLIES),
    (
        INTEGERS,
        [("set", (*place, "type"), "number") for place in (ID, CODE, LIMIT)],
        Verdict.ALREADY_UPSTREAM,
    ),
    (INTEGERS, [("set", (*place, "type"), "x") for place in (ID, CODE, LIMIT)], Verdict.CONFLICT),
    (INTEGERS, [("remove", ("components",)), ("remove", ("paths",))], Verdict.GONE),
    (
        {**INTEGERS, "x-optional": "Why."},
        [("remove", ("components",)), ("remove", ("paths",))],
        Verdict.APPLIES,
    ),
    # A rule that names its places follows them; what it still selects may not say a third thing.
    (NAMES, [("rename", PET, "Animal")], Verdict.MOVED),
    (NAMES, [("set", (*PET, "type"), "string")], Verdict.CONFLICT),
    # Every place is there, and none fits the filter any more.
    (
        edit("$.components.schemas[?@.properties].type", "set-value", value="array"),
        [("remove", (*PET, "properties")), ("remove", (*CODE[:3], "properties"))],
        Verdict.GONE,
    ),
]


MARKS: Fields = {"target": "$.components.schemas[*]", "update": {"additionalProperties": False}}
SAID: list[tuple[Any, list[Address]]] = [
    # What one of the schemas is now, and where the rule still adds something.
    (value(PET), []),
    ({**value(PET), "additionalProperties": False}, []),
    # Beside the branch, it would forbid what the branch allows.
    ({"allOf": [{**value(PET), "additionalProperties": False}]}, [CODE[:3]]),
]


@pytest.mark.parametrize(("now", "remaining"), SAID)
def test_a_rule_adds_nothing_beside_a_branch_that_says_it(
    now: Any, remaining: list[Address]
) -> None:
    judgment = judged(MARKS, ("set", PET, now))
    assert judgment.verdict is Verdict.APPLIES
    assert [one.target for one in judgment.remaining] == [format_path(at) for at in remaining]
    assert get(judgment.tree, (*CODE[:3], "additionalProperties")) is False
    is_beside = get(judgment.tree, (*PET, "additionalProperties")) is False
    assert is_beside is not bool(remaining)


@pytest.mark.parametrize(("fields", "moves", "verdict"), RULES)
def test_a_rule_over_many_places(fields: Fields, moves: list[Move], verdict: Verdict) -> None:
    assert judged(fields, *moves).verdict is verdict


def test_an_action_that_moved_says_where_to_and_what_remains() -> None:
    judgment = judged(TYPE, ("rename", PET, "Animal"))
    place = (*PET[:2], "Animal", "properties", "id", "type")
    assert judgment.moved_to == place
    assert "same shape" in judgment.evidence
    assert [action.target for action in judgment.remaining] == [
        "$.components.schemas.Animal.properties.id"
    ]
    assert get(judgment.tree, place) == "string"


def test_candidates_are_named_where_a_place_is_gone() -> None:
    pet = value(PET)
    cat, dog = (*PET[:2], "Cat"), (*PET[:2], "Dog")
    moves = [("remove", PET), ("set", cat, {**pet, "x": 1}), ("set", dog, {**pet, "x": 2})]
    judgment = judged(TYPE, *moves)
    assert judgment.verdict is Verdict.GONE
    assert set(judgment.candidates) == {cat, dog}


SIZE = failed_step((*PET[:2], "Size"), MISSING, {"type": "string"})
REFER = update(f"{PROPERTIES}.id", {"allOf": [{"$ref": "#/components/schemas/Size"}]})
BLOCKED: list[tuple[Fields, list[Move], Failed, Verdict]] = [
    (TYPE, [], failed_step(ID, MISSING, value(ID)), Verdict.APPLIES),
    (TYPE, [("remove", ID)], failed_step(ID, MISSING, value(ID)), Verdict.BLOCKED),
    (
        FILTER,
        [("remove", (*PET, "properties", "born", "format"))],
        failed_step((*PET, "properties", "born"), {"type": "string"}, {"format": "date"}),
        Verdict.BLOCKED,
    ),
    # A reference to what a failed step would have made leads nowhere.
    (REFER, [], SIZE, Verdict.BLOCKED),
    (REFER, [("set", (*PET[:2], "Size"), {"type": "number"})], SIZE, Verdict.APPLIES),
]


@pytest.mark.parametrize(("fields", "moves", "failed", "verdict"), BLOCKED)
def test_an_action_that_needs_a_failed_step(
    fields: Fields, moves: list[Move], failed: Failed, verdict: Verdict
) -> None:
    judgment = judged(fields, *moves, failed=[failed])
    assert judgment.verdict is verdict
    assert judgment.blocked_by == (1 if verdict is Verdict.BLOCKED else None)


REFUSED: list[tuple[list[Failed], Verdict, str]] = [
    ([], Verdict.CONFLICT, "the schema's enum 1 is not of its new type"),
    (
        [failed_step(("text",), MISSING, 1, to=("string",))],
        Verdict.BLOCKED,
        "it builds on step 0001",
    ),
]


@pytest.mark.parametrize(("failed", "verdict", "message"), REFUSED)
def test_an_edit_that_is_refused_on_the_new_document(
    failed: list[Failed], verdict: Verdict, message: str
) -> None:
    fields = edit(f"{PROPERTIES}.id", "change-type", type="string")
    judgment = judged(fields, ("set", (*ID, "enum"), [1]), failed=failed)
    assert judgment.verdict is verdict
    assert judgment.message.startswith(message)


def test_what_an_update_finds_is_taken() -> None:
    (found,) = judged(TYPE).found
    assert (found.matches, found.before) == (1, "integer")


def test_the_new_tree_stays_where_a_person_is_needed() -> None:
    one = context(TYPE, ("set", (*ID, "type"), "number"))
    assert judge_value_action(one).tree is one.new


def tree_of(fields: Fields, *moves: Move) -> Any:
    return judged(fields, *moves).tree


def test_the_new_tree_has_the_change_where_it_applies() -> None:
    assert get(tree_of(TYPE), (*ID, "type")) == "string"
    assert get(tree_of(INTEGERS, ("remove", ID)), (*CODE, "type")) == "number"


def test_a_conflict_at_a_place_that_moved_is_kept_where_it_is_now() -> None:
    moves: list[Move] = [("set", (*ID, "type"), "number"), ("rename", PET, "Animal")]
    found = judged(TYPE, *moves)
    assert found.verdict is Verdict.CONFLICT
    targets = [action.target for action in found.remaining]
    assert targets == ["$.components.schemas.Animal.properties.id.type"]
    assert not judged(TYPE, moves[0]).remaining


MARKED = {"type": "boolean", "x-ours": 1}
TO_MARK = {"$ref": "#/components/schemas/Mark"}
RULED: list[tuple[str, Any, Any, Any]] = [
    # What a member of a rule is now, what its component is, and what the rule makes of the member.
    ("nothing is said", {"type": "boolean"}, {}, MARKED),
    ("it is said there", MARKED, {}, MARKED),
    ("a branch says it", {"allOf": [MARKED]}, {}, {"allOf": [MARKED]}),
    ("what it refers to says it", {"allOf": [TO_MARK]}, MARKED, {"allOf": [TO_MARK]}),
]


@pytest.mark.parametrize(
    ("now", "component", "made"), [row[1:] for row in RULED], ids=[row[0] for row in RULED]
)
def test_a_rule_says_nothing_beside_what_says_it_already(
    now: Any, component: Any, made: Any
) -> None:
    def tree(member: Any) -> Any:
        schema = {"properties": {"one": member, "two": {"type": "integer"}}}
        return {"openapi": "3.1.0", "components": {"schemas": {"A": schema, "Mark": component}}}

    fields = {"target": "$.components.schemas[*].properties[*]", "update": {"x-ours": 1}}
    action = as_action(fields)
    old = tree({"type": "boolean"})
    context = ActionContext(
        step=1, action=action, old=old, new=tree(now), result=apply_action(old, action)
    )
    found = judge_value_action(context).tree
    assert get(found, ("components", "schemas", "A", "properties", "one")) == made
