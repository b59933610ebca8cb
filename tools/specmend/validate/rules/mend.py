"""The step that would mend a fault: one action, at the place of the fault or at places like it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree


@dataclass(frozen=True, kw_only=True, slots=True)
class Mend:
    """What a step does in words, the action as JSON, and where.

    That is the query `target`, or else the place `at`, or else that of the fault.
    """

    title: str
    action: str
    target: str = ""
    at: Address | None = None


def removal(title: str, at: Address | None = None) -> Mend:
    """A step that removes a place."""
    return Mend(title=title, action=json.dumps({"remove": True}), at=at)


def edit(title: str, name: str, at: Address | None = None, target: str = "", **given: Any) -> Mend:
    """A step with a named edit; `given` are its parameters."""
    action = json.dumps({"x-edit": {"name": name, **given}}, ensure_ascii=False)
    return Mend(title=title, action=action, at=at, target=target)


def update(title: str, value: Tree, at: Address | None = None) -> Mend:
    """A step that merges a value into a place, or sets it."""
    return Mend(title=title, action=json.dumps({"update": value}, ensure_ascii=False), at=at)


def without(members: list[Tree], index: str | int) -> list[Tree]:
    """A list without one of its members."""
    return [member for place, member in enumerate(members) if place != index]
