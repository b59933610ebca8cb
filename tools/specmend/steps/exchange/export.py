"""A series as one plain Overlay 1.1 document, which any other tool applies to the same result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from specmend.document.jsonpath.select import select
from specmend.document.text.editing.block import write_after_key
from specmend.document.text.style import Style
from specmend.document.tree.changes import changes
from specmend.document.tree.values import Tree, get
from specmend.errors import ActionFailed
from specmend.steps.apply_action import apply_action
from specmend.steps.plain_actions import plain_actions
from specmend.steps.read import read_actions
from specmend.steps.step import Action, Step


def export_overlay(title: str, tree: Tree, steps: Iterable[Step]) -> dict[str, Any]:
    """The Overlay document of steps that all apply to a tree, without `x-` fields.

    Updates, removals and copies stay as they are; a named edit becomes the changes that it makes.
    Raises NotExpressible when an edit replaces the root.
    """
    actions: list[dict[str, Any]] = []
    for step in steps:
        for action in step.actions:
            after = _after(tree, action)
            if action.edit:
                plain = plain_actions(changes(tree, after))
            else:
                plain = [_as_it_is(tree, action)]
            actions += (_described(step, action, one) for one in plain)
            tree = after
    return {"overlay": "1.1.0", "info": {"title": title, "version": "1.0.0"}, "actions": actions}


def replay(tree: Tree, overlay: Mapping[str, Any]) -> Tree:
    """The tree after a plain overlay.

    An action that selects nothing changes nothing (Overlay 1.1 section 4.4.3). Raises ActionFailed
    for an action that cannot be made.
    """
    for action in read_actions({"overlay": "1.1.0", **overlay}):
        try:
            tree = apply_action(tree, action).tree
        except ActionFailed as error:
            if not error.selects_nothing:
                raise
    return tree


def write_overlay(overlay: Mapping[str, Any]) -> str:
    """The text of an overlay document, in YAML that readers of YAML 1.1 and 1.2 read alike."""
    return write_after_key(dict(overlay), -2, Style()).lstrip("\n") + "\n"


def _after(tree: Tree, action: Action) -> Tree:
    """The tree after an action of a step that applies.

    An action that may select nothing then changes nothing.
    """
    try:
        return apply_action(tree, action).tree
    except ActionFailed as error:
        if not (error.selects_nothing and action.optional):
            raise
        return tree


def _as_it_is(tree: Tree, action: Action) -> dict[str, Any]:
    if action.remove:
        return {"target": action.target, "remove": True}
    if action.copy:
        return {"target": action.target, "copy": action.copy}
    # One member for a list says the same as a list of one (Overlay 1.1),
    # and more tools understand the latter.
    targets = [get(tree, address) for address in select(action.target, tree)]
    is_for_lists = all(isinstance(target, list) for target in targets)
    is_member = is_for_lists and not isinstance(action.update, list)
    return {"target": action.target, "update": [action.update] if is_member else action.update}


def _described(step: Step, action: Action, plain: Mapping[str, Any]) -> dict[str, Any]:
    """The action with a word on where it comes from."""
    words = f"Step {step.number}: {step.title}" + (
        f". {action.description}" if action.description else ""
    )
    return {"target": plain["target"], "description": words, **plain}
