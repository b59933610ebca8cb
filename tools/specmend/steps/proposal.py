"""A step that is proposed: its title and its actions, before anybody gave a reason for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from specmend.document.tree.changes import changes
from specmend.document.tree.values import MISSING, Tree
from specmend.steps.apply_action import apply_action
from specmend.steps.step import Action

Fields = Mapping[str, Any]
"""One action as the fields of a step file, expectations left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """A step without reason and expectations.

    `actions` are made in order, each on the result of the one before. `reason` is set only where
    somebody gave one already, as in an imported step.
    """

    title: str
    actions: tuple[Fields, ...]
    reason: str = ""


def make(tree: Tree, fields: Fields) -> Tree:
    """The tree after one proposed action; raises ActionFailed when it cannot be made."""
    return apply_action(tree, as_action(fields)).tree


def as_action(fields: Fields) -> Action:
    """A proposed action as the record of one."""
    edit = dict(fields.get("x-edit", {}))
    return Action(
        index=0,
        target=fields["target"],
        update=fields.get("update", MISSING),
        copy=fields.get("copy", ""),
        remove=fields.get("remove", False),
        edit=edit.pop("name", ""),
        parameters=edit,
    )


def distance(one: Tree, other: Tree) -> int:
    """How far two trees are apart: the number of values that their changes take away and bring."""
    return sum(
        _size(change.before) * (change.kind != "extend") + _size(change.after)
        for change in changes(one, other)
    )


def _size(value: Tree) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_size, value.values()))
    if isinstance(value, list):
        return 1 + sum(map(_size, value))
    return 0 if value is MISSING else 1
