"""Actions on members of lists: the right member is mended wherever it is, or a person is asked."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest
from tests.drift.trials import as_json

from specmend.document.tree.values import Tree, same
from specmend.drift.judge import judge_trees
from specmend.drift.verdicts import ActionVerdict
from specmend.steps.apply_action import apply_action
from specmend.steps.place_query import place_query
from specmend.steps.proposal import Fields, as_action
from specmend.steps.step import Step, Verdict

AT = ("components", "schemas", "A")
TEXT, LIST, NULL = {"type": "string"}, {"type": "array"}, {"type": "null"}
ITEMS: Fields = {"update": {"items": {"type": "string"}}}
REMOVE: Fields = {"remove": True}
DESCRIBE: Fields = {"update": {"description": "It is described."}}


def to(value: Any) -> Fields:
    return {"x-edit": {"name": "set-value", "value": value}}


PARAMETERS: list[Any] = [
    {"name": name, "in": "query", "schema": {}} for name in ("limit", "page", "size")
]
SERVERS = [{"url": f"https://{name}.example"} for name in ("a", "b", "c")]
OBJECT = {"type": "object", "properties": {"a": TEXT, "b": TEXT}}

KINDS: dict[str, tuple[str, list[Any], Any, Fields]] = {
    # The key of the list, its members (the second one is mended), a stranger, and what is done.
    "anyOf": ("anyOf", [TEXT, LIST, NULL], {"type": "object"}, ITEMS),
    "anyOf with one of the same type": (
        "anyOf",
        [TEXT, LIST, NULL],
        {"type": "array", "items": {"type": "number"}},
        ITEMS,
    ),
    "a branch of the same type": (
        "oneOf",
        [LIST, {**TEXT, "format": "date"}, NULL],
        {**TEXT, "format": "uuid"},
        {"update": {"maxLength": 5}},
    ),
    "oneOf": ("oneOf", [{"type": "integer"}, OBJECT, NULL], LIST, DESCRIBE),
    "allOf of references": (
        "allOf",
        [{"$ref": "#/x"}, {"$ref": "#/y"}, OBJECT],
        {"$ref": "#/z"},
        REMOVE,
    ),
    "allOf written out": ("allOf", [{"$ref": "#/x"}, OBJECT], {"$ref": "#/z"}, DESCRIBE),
    "type taken from a branch": ("anyOf", [TEXT, LIST, NULL], {"type": "object"}, REMOVE),
    "enum of null": ("enum", ["a", None, "b"], "c", REMOVE),
    "enum of texts": ("enum", ["a", "b", "c"], "d", to("e")),
    "enum of numbers": ("enum", [1, 2, 3], 7, REMOVE),
    "a number set": ("enum", [1, 2, 3], 7, to(9)),
    "required": ("required", ["id", "seen"], "more", REMOVE),
    "tags": ("tags", [{"name": "a"}, {"name": "b"}], {"name": "c"}, DESCRIBE),
    "parameters": ("parameters", PARAMETERS, {"name": "size", "in": "header"}, DESCRIBE),
    "servers": ("servers", SERVERS, {"url": "https://d.example"}, DESCRIBE),
    "security": ("security", [{"key": []}, {"oauth": ["read"]}], {"none": []}, REMOVE),
    "type": ("type", ["string", "null", "integer"], "boolean", REMOVE),
    "prefixItems": (
        "prefixItems",
        [TEXT, {"type": "integer"}],
        {"type": "boolean"},
        {"update": {"minimum": 0}},
    ),
    "examples": ("examples", [{"a": 1}, {"b": 2}], {"c": 3}, REMOVE),
    "a schema that may be null": (
        "anyOf",
        [{"type": "integer"}, {**TEXT, "maxLength": 4}, OBJECT],
        {**TEXT, "format": "uuid"},
        {"x-edit": {"name": "make-nullable"}},
    ),
    "a renamed property": (
        "oneOf",
        [TEXT, {**OBJECT, "required": ["a"]}, NULL],
        {"type": "object", "properties": {"a": TEXT}},
        {"x-edit": {"name": "rename-property", "from": "a", "to": "z"}},
    ),
    "a composition": (
        "oneOf",
        [TEXT, {"allOf": [{"$ref": "#/x"}, {"$ref": "#/y"}], "type": "object"}, NULL],
        {"allOf": [{"$ref": "#/x"}, {"$ref": "#/z"}, {"$ref": "#/v"}]},
        {"x-edit": {"name": "recompose-allof", "drop": ["x"]}},
    ),
    "another type": (
        "oneOf",
        [TEXT, {"type": "integer"}, NULL],
        {"type": "boolean"},
        {"x-edit": {"name": "change-type", "type": "number"}},
    ),
    "an edit of the structure": ("anyOf", [TEXT, OBJECT], LIST, {"x-edit": {
        "name": "extract-schema", "as": "B"}}),
}  # fmt: skip

Move = Callable[[list[Any], Any], tuple[list[Any], int | None]]
"""The list that upstream has then, and where the second member of the old one is in it."""


def _other(member: Any) -> Any:
    """A member of the same kind as a stranger."""
    if isinstance(member, dict):
        return {key: f"{value}-2" for key, value in member.items()}
    return f"{member}-2"


FOLLOWED: dict[str, Move] = {
    "as it was": lambda members, _: (members, 1),
    "one before": lambda members, new: ([members[0], new, *members[1:]], 2),
    "one at the front": lambda members, new: ([new, *members], 2),
    "one behind": lambda members, new: ([*members[:2], new, *members[2:]], 1),
    "one at both ends": lambda members, new: ([new, *members, _other(new)], 2),
    "moved to the front": lambda members, _: ([members[1], members[0], *members[2:]], 0),
    "all turned around": lambda members, _: (members[::-1], len(members) - 2),
    "the first one gone": lambda members, _: (members[1:], 0),
    "the first one gone, one behind": lambda members, new: ([*members[1:], new], 0),
}
CHANGED: dict[str, Move] = {
    "as it stands": lambda members, _: (members, 1),
    "one before": lambda members, new: ([members[0], new, *members[1:]], 2),
    "one at the front": lambda members, new: ([new, *members], 2),
    "moved to the front": lambda members, _: ([members[1], members[0], *members[2:]], 0),
    "the first one gone, one behind": lambda members, new: ([*members[1:], new], 0),
    "a stranger before": lambda members, new: ([new, *members[1:]], 1),
}
LOST: dict[str, Move] = {
    "gone": lambda members, _: ([members[0], *members[2:]], None),
    "another one in its place": lambda members, new: ([members[0], new, *members[2:]], None),
    "gone, and one before": lambda members, new: ([new, members[0], *members[2:]], None),
    "all others in its place": lambda members, new: ([new] * len(members), None),
}


def document(key: str, members: list[Any]) -> Tree:
    schemas = {"A": {key: copy.deepcopy(members)}}
    return {"openapi": "3.1.0", "components": {"schemas": schemas}}


def judged(old: Tree, new: Tree, fields: Fields) -> ActionVerdict:
    step = Step(number=1, title="S", reason="R", actions=(as_action(fields),), source=as_json(old))
    ((verdict,),) = (one.actions for one in judge_trees(old, new, [step]))
    return verdict


def made(new: Tree, verdict: ActionVerdict) -> Tree | None:
    """The new document after what an update makes of the verdict; None where it asks a person."""
    if verdict.verdict is Verdict.ALREADY_UPSTREAM:
        return new
    if verdict.verdict not in {Verdict.APPLIES, Verdict.MOVED}:
        return None
    for action in verdict.remaining or (verdict.action,):
        new = apply_action(new, action).tree
    return new


def mended(new: Tree, key: str, index: int, do: Fields) -> Tree:
    target = place_query(new, (*AT, key, index))
    return apply_action(new, as_action({"target": target, **do})).tree


def judged_move(kind: str, listed: list[Any], *, is_named: bool) -> tuple[ActionVerdict, Tree]:
    key, members, _, do = KINDS[kind]
    old, new = document(key, members), document(key, listed)
    target = place_query(old, (*AT, key, 1)) if is_named else f"$.components.schemas.A.{key}[1]"
    return judged(old, new, {"target": target, **do}), new


NAMED = pytest.mark.parametrize("is_named", [False, True], ids=["counted", "named"])


@pytest.mark.parametrize("move", FOLLOWED)
@pytest.mark.parametrize("kind", KINDS)
@NAMED
def test_a_member_is_followed(kind: str, move: str, is_named: bool) -> None:
    key, members, stranger, do = KINDS[kind]
    listed, index = FOLLOWED[move](members, stranger)
    assert index is not None
    verdict, new = judged_move(kind, listed, is_named=is_named)
    assert same(made(new, verdict), mended(new, key, index, do)), verdict.message


MAPPINGS = [kind for kind, (_, members, _, _) in KINDS.items() if isinstance(members[1], dict)]


@pytest.mark.parametrize("move", CHANGED)
@pytest.mark.parametrize("kind", MAPPINGS)
@NAMED
def test_a_member_that_changed_is_followed_or_asked_about(
    kind: str, move: str, is_named: bool
) -> None:
    key, members, stranger, do = KINDS[kind]
    changed = [members[0], {**members[1], "x-new": True}, *members[2:]]
    listed, index = CHANGED[move](changed, stranger)
    assert index is not None
    verdict, new = judged_move(kind, listed, is_named=is_named)
    result = made(new, verdict)
    assert result is None or same(result, mended(new, key, index, do)), verdict.message


@pytest.mark.parametrize("move", LOST)
@pytest.mark.parametrize("kind", KINDS)
@NAMED
def test_a_stranger_is_never_mended(kind: str, move: str, is_named: bool) -> None:
    _, members, stranger, _ = KINDS[kind]
    listed, _ = LOST[move](members, stranger)
    verdict, new = judged_move(kind, listed, is_named=is_named)
    result = made(new, verdict)
    assert result is None or same(result, new), verdict.message


@pytest.mark.parametrize("kind", KINDS)
def test_which_of_two_equal_members_is_meant_is_not_known(kind: str) -> None:
    members = KINDS[kind][1]
    verdict, new = judged_move(kind, [members[1], *members], is_named=False)
    assert made(new, verdict) is None, verdict.message


ANY = "$.components.schemas.A.anyOf"
MESSAGES: list[tuple[list[Any], Verdict, str, str]] = [
    ([TEXT, LIST], Verdict.APPLIES, "", ""),
    (
        [TEXT, NULL, LIST],
        Verdict.MOVED,
        f"it is now {ANY}[2]: member 1 of {ANY} is member 2 now",
        f"{ANY}[?@.type == 'array']",
    ),
    (
        [TEXT, NULL],
        Verdict.GONE,
        f"{ANY}[1] says little of what it said: another one may have its place",
        "",
    ),
]


@pytest.mark.parametrize(("listed", "verdict", "message", "target"), MESSAGES)
def test_what_a_person_reads(
    listed: list[Any], verdict: Verdict, message: str, target: str
) -> None:
    old, new = document("anyOf", [TEXT, LIST]), document("anyOf", listed)
    found = judged(old, new, {"target": f"{ANY}[1]", **ITEMS})
    assert (found.verdict, found.message) == (verdict, message)
    assert [action.target for action in found.remaining] == ([target] if target else [])


COPIED: list[tuple[list[Any], Verdict, str]] = [
    # The list that upstream has, the verdict, and what is copied then.
    ([TEXT, LIST], Verdict.APPLIES, f"{ANY}[1]"),
    ([TEXT, NULL, LIST], Verdict.MOVED, f"{ANY}[?@.type == 'array']"),
    ([NULL, TEXT], Verdict.CONFLICT, ""),
]


@pytest.mark.parametrize(("listed", "verdict", "source"), COPIED)
def test_what_is_copied_is_the_recorded_member(
    listed: list[Any], verdict: Verdict, source: str
) -> None:
    old, new = document("anyOf", [TEXT, LIST]), document("anyOf", listed)
    for tree in (old, new):
        tree["components"]["schemas"]["B"] = {}
    found = judged(old, new, {"target": "$.components.schemas.B", "copy": f"{ANY}[1]"})
    assert found.verdict is verdict
    actions = found.remaining or (found.action,)
    assert not source or [action.copy for action in actions] == [source]
    assert ("member 1" in found.evidence) is (verdict is Verdict.MOVED)
