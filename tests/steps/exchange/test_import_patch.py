"""A JSON Patch as steps: every operation of RFC 6902, and every way in which one is wrong."""

from __future__ import annotations

import copy
import json
from functools import reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.properties.strategies import below, documents, values

from specmend.document.text.document import parse_document
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import format_pointer, parse_pointer
from specmend.document.tree.values import same
from specmend.errors import RepositoryError
from specmend.steps.exchange.import_patch import import_patch
from specmend.steps.exchange.imported import Imported
from specmend.steps.proposal import make

TREE: dict[str, Any] = {
    "a": {"b": 1, "c": {"d": None}},
    "l": ["x", {"name": "n"}, "y"],
    "it's/~": 0,
}


def imported(*operations: Any) -> Imported:
    return import_patch(parse_document(json.dumps(operations, indent=1), "p.json"), TREE)


def result(found: Imported, tree: Any = TREE) -> Any:
    for proposal in found.proposals:
        for fields in proposal.actions:
            tree = make(tree, fields)
    return tree


CASES: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "a new key": ({"op": "add", "path": "/e", "value": {"f": 1}}, {"e": {"f": 1}}, "update"),
    "a key that is there": ({"op": "add", "path": "/a/b", "value": 2},
    {"a": {"b": 2, "c": {"d": None}}}, "update"),
    "a whole in its place": ({"op": "add", "path": "/a/c", "value": {}}, {"a": {"b": 1, "c": {}}},
    "x-edit"),
    "the end of a list": ({"op": "add", "path": "/l/-", "value": "z"}, {"l": [*TREE["l"], "z"]},
    "update"),
    "a list at the end": ({"op": "add", "path": "/l/3", "value": ["z"]}, {"l": [*TREE["l"], ["z"]]},
    "update"),
    "the middle of a list": ({"op": "add", "path": "/l/1", "value": 0},
    {"l": ["x", 0, {"name": "n"}, "y"]}, "x-edit"),
    "a key less": ({"op": "remove", "path": "/a/c"}, {"a": {"b": 1}}, "remove"),
    "a member less": ({"op": "remove", "path": "/l/0"}, {"l": [{"name": "n"}, "y"]}, "remove"),
    "another value": ({"op": "replace", "path": "/it's~1~0", "value": "v"}, {"it's/~": "v"},
    "update"),
    "another kind": ({"op": "replace", "path": "/a", "value": [1]}, {"a": [1]}, "x-edit"),
    "in a member": ({"op": "replace", "path": "/l/1/name", "value": "m"},
    {"l": ["x", {"name": "m"}, "y"]}, "update"),
    "a move": ({"op": "move", "from": "/a/c", "path": "/e"}, {"a": {"b": 1}, "e": {"d": None}},
    "remove"),
    "a move in a list": ({"op": "move", "from": "/l/0", "path": "/l/2"},
    {"l": [{"name": "n"}, "y", "x"]}, "remove"),
    "a copy": ({"op": "copy", "from": "/a/c", "path": "/e"}, {"e": {"d": None}}, "update"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_an_operation_does_what_the_standard_says(case: str) -> None:
    operation, wanted, verb = CASES[case]
    found = imported(operation)
    assert same(result(found), {**TREE, **wanted})
    assert len(found.proposals) == 1
    assert verb in found.proposals[0].actions[0]


def test_each_operation_is_made_on_the_result_of_the_ones_before() -> None:
    found = imported(
        {"op": "add", "path": "/n", "value": {}},
        {"op": "add", "path": "/n/m", "value": 1},
        {"op": "test", "path": "/n", "value": {"m": 1}},
    )
    assert [proposal.title for proposal in found.proposals] == ["Add /n", "Add /n/m"]
    assert result(found)["n"] == {"m": 1}


@settings(max_examples=300)
@given(documents, st.data())
def test_random_operations_do_what_a_plain_reading_of_the_standard_does(
    tree: Any, data: st.DataObject
) -> None:
    meant, operations = copy.deepcopy(tree), []
    for _ in range(data.draw(st.integers(1, 4))):
        if not below(meant):
            break
        operations.append(data.draw(drawn_operations(meant)))
        meant = plainly(meant, operations[-1])
    found = import_patch(parse_document(write_json(operations), "p.json"), tree)
    assert same(result(found, tree), meant)


@st.composite
def drawn_operations(draw: st.DrawFn, tree: Any) -> dict[str, Any]:
    """An operation that can be made."""
    name = draw(st.sampled_from(["add", "remove", "replace", "copy"]))
    address = draw(st.sampled_from(below(tree)))
    operation = {"op": name, "path": format_pointer(address)}
    if name in {"add", "replace"}:
        operation["value"] = draw(values)
    if name == "copy":
        operation["from"] = format_pointer(draw(st.sampled_from(below(tree))))
    return operation


def plainly(tree: Any, operation: dict[str, Any]) -> Any:
    """The tree after an operation, changed in place as RFC 6902 section 4 words it."""
    tree = copy.deepcopy(tree)
    value = copy.deepcopy(operation.get("value"))
    if "from" in operation:
        *way, last = parse_pointer(operation["from"])
        value = copy.deepcopy(step(reduce(step, way, tree), last))
    *way, last = parse_pointer(operation["path"])
    parent = reduce(step, way, tree)
    if isinstance(parent, list) and operation["op"] in {"add", "copy"}:
        parent.insert(int(last), value)
    elif operation["op"] == "remove":
        del parent[int(last) if isinstance(parent, list) else last]
    else:
        parent[int(last) if isinstance(parent, list) else last] = value
    return tree


def step(tree: Any, token: str) -> Any:
    return tree[int(token)] if isinstance(tree, list) else tree[token]


def test_places_are_named_and_not_counted() -> None:
    found = imported({"op": "replace", "path": "/l/1/name", "value": "m"})
    assert found.proposals[0].actions[0]["target"] == "$.l[?@.name == 'n'].name"


def test_an_operation_that_changes_nothing_is_noted() -> None:
    found = imported(
        {"op": "replace", "path": "/a/b", "value": 1}, {"op": "move", "from": "/a", "path": "/a"}
    )
    assert found.proposals == ()
    assert found.notes == (
        "p.json:2:2: this replace changes nothing",
        "p.json:7:2: this move changes nothing",
    )


def test_together_they_are_one_step() -> None:
    found = imported({"op": "remove", "path": "/a"}, {"op": "remove", "path": "/l"}).together("All")
    assert [(proposal.title, len(proposal.actions)) for proposal in found.proposals] == [("All", 2)]
    assert imported().together("All").proposals == ()


@pytest.mark.parametrize(
    ("operation", "words"),
    [
        (7, "an operation is a mapping"),
        ({"op": "put", "path": ""}, "there is no operation 'put'"),
        ({"op": "add", "path": "/a"}, "value is missing in this add"),
        ({"op": "remove"}, "path is missing in this remove"),
        ({"op": "move", "path": "/a"}, "from is missing in this move"),
        ({"op": "remove", "path": "a"}, "a JSON Pointer starts with a slash"),
        ({"op": "remove", "path": "/z"}, "/z is not there"),
        ({"op": "remove", "path": ""}, "the whole document cannot be removed"),
        ({"op": "replace", "path": "/z", "value": 1}, "/z is not there"),
        ({"op": "add", "path": "/z/y", "value": 1}, "/z/y is not there"),
        ({"op": "add", "path": "/a/b/y", "value": 1}, "/a/b/y is not there"),
        ({"op": "add", "path": "/l/4", "value": 1}, "4 is no index of this list"),
        ({"op": "remove", "path": "/l/-"}, "/l/- is not there"),
        ({"op": "remove", "path": "/l/01"}, "01 is no index of this list"),
        ({"op": "move", "from": "/a", "path": "/a/c"}, "a place cannot be moved into itself"),
        ({"op": "copy", "from": "/z", "path": "/y"}, "/z is not there"),
        ({"op": "test", "path": "/a/b", "value": 1.0}, "the document does not pass this test"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(operation: Any, words: str) -> None:
    with pytest.raises(RepositoryError) as caught:
        imported({"op": "test", "path": "/a/b", "value": 1}, operation)
    (problem,) = caught.value.problems
    assert words in problem.message
    assert problem.line > 6
