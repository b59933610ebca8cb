"""One action made on a tree: what it gives, and why it cannot be made."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.tree.values import MISSING
from specmend.errors import ActionFailed, FailureReason
from specmend.steps import apply_action as module
from specmend.steps.apply_action import apply_action
from specmend.steps.proposal import as_action
from specmend.steps.step import Action

TREE: Any = {"a": {"b": 1}, "c": {"b": 2}, "list": [1, {"x": 1}], "copy": {}}


def test_what_is_touched_and_what_was_found_are_told() -> None:
    result = apply_action(TREE, as_action({"target": "$.a", "update": {"b": 3, "n": 4}}))
    assert result.tree["a"] == {"b": 3, "n": 4}
    assert [(t.address, t.before, t.after) for t in result.touches] == [
        (("a", "b"), 1, 3),
        (("a", "n"), MISSING, 4),
    ]
    assert result.found == ((("a",), {"b": 1}),)
    assert TREE["a"] == {"b": 1}


def test_a_copy_takes_the_value_that_stands_at_its_source() -> None:
    result = apply_action(TREE, as_action({"target": "$.copy", "copy": "$.a"}))
    assert result.tree["copy"] == {"b": 1}


def test_a_renamed_key_is_known_by_its_name() -> None:
    fields = {"target": "$.a", "x-edit": {"name": "rename-key", "to": "z"}}
    result = apply_action(TREE, as_action(fields))
    assert result.found == ((("a",), "a"),)
    assert result.touches[0].to == ("z",)


def test_an_action_that_says_nothing_changes_nothing() -> None:
    result = apply_action(TREE, Action(index=0, target="$.a", update=MISSING))
    assert (result.tree, result.touches, result.found) == (TREE, (), ())


NOTHING, NO_SOURCE, BAD_SOURCE, IMPOSSIBLE = (
    FailureReason.NOTHING_SELECTED,
    FailureReason.NO_SOURCE,
    FailureReason.BAD_SOURCE,
    FailureReason.IMPOSSIBLE,
)


@pytest.mark.parametrize(
    ("fields", "reason", "address"),
    [
        ({"target": "$.nowhere", "update": 1}, NOTHING, None),
        ({"target": "$.copy.nowhere", "copy": "$.a"}, NOTHING, None),
        ({"target": "$.copy", "copy": "$.nowhere"}, NO_SOURCE, None),
        ({"target": "$.copy", "copy": "$.*.b"}, BAD_SOURCE, None),
        ({"target": "$.copy", "copy": "$.a["}, BAD_SOURCE, None),
        ({"target": "$.a[", "update": 1}, IMPOSSIBLE, None),
        ({"target": "$", "remove": True}, IMPOSSIBLE, ()),
        ({"target": "$.a", "update": 1}, IMPOSSIBLE, ("a",)),
        ({"target": "$.a", "update": {"b": {}}}, IMPOSSIBLE, ("a", "b")),
        ({"target": "$[?@.b || @[0]]", "update": {}}, IMPOSSIBLE, ("a",)),
        (
            {"target": "$.a", "x-edit": {"name": "change-members", "add": [1]}},
            IMPOSSIBLE,
            ("a",),
        ),
    ],
)
def test_an_action_that_cannot_be_made_says_why(
    fields: dict[str, Any], reason: FailureReason, address: Any
) -> None:
    with pytest.raises(ActionFailed) as caught:
        apply_action(TREE, as_action(fields))
    assert (caught.value.reason, caught.value.address) == (reason, address)


def test_an_edit_that_is_made_already_says_so() -> None:
    tree = {"openapi": "3.0.3", "s": {"type": "string", "nullable": True}}
    fields = {"target": "$.s", "x-edit": {"name": "make-nullable"}}
    with pytest.raises(ActionFailed) as caught:
        apply_action(tree, as_action(fields))
    assert caught.value.already_done


def test_under_overlay_10_no_primitive_is_selected() -> None:
    action = Action(index=0, target="$.a.b", update=2, primitives=False)
    with pytest.raises(ActionFailed, match="selects a primitive") as caught:
        apply_action(TREE, action)
    assert caught.value.address == ("a", "b")
    assert apply_action(TREE, Action(index=0, target="$.a", update={}, primitives=False))


def test_what_an_action_writes_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_COPIED", 7)
    fields: dict[str, Any] = {"target": "$['a', 'c']", "update": {"n": [1]}}
    assert apply_action(TREE, as_action(fields))
    fields["update"]["n"] = [1, 2]
    with pytest.raises(ActionFailed, match="more than the limit of 7 values"):
        apply_action(TREE, as_action(fields))
