"""The places of faults, told by identity, and the rules that a step may be of many of them."""

from __future__ import annotations

import copy
import json
from dataclasses import dataclass
from typing import Any

from tests.properties.moves.nodes import Tree, fitting, places


@dataclass(eq=False)
class Site:
    """One place of a fault: an object and a key of it, or a list and a member of it.

    `op` is what the step does there: `set`, `drop` and `rename` a key, `add`, `remove` and `change`
    a member, `refer` to another component. `form` says in which spelling the fault stands there
    now, `step` is the number of the step, and `adds` says that nothing stood there. With
    `is_told`, the step tells the member by what it says, and so whatever says just the same.
    """

    op: str
    holder: Any
    key: Any
    value: Any = None
    form: str = "plain"
    adds: bool = False
    step: int = 1
    is_mended: bool = False
    is_told: bool = False

    def mend(self, tree: Tree) -> None:
        """Do by hand what the step is to do."""
        if self.op == "set":
            self.holder[self.key] = copy.deepcopy(self._wanted())
        elif self.op == "drop":
            del self.holder[self.key]
        elif self.op == "add":
            self.holder.append(copy.deepcopy(self.value))
        elif self.op == "remove":
            del self.holder[self.index]
        elif self.op == "change":
            self.holder[self.index] = self.value
        elif self.op == "rename":
            rename(self.holder, self.key, self.value)
        elif self.op == "refer":
            for _, user in places(tree):
                if isinstance(user, dict) and f"{user.get('$ref')}/".startswith(f"{self.key}/"):
                    user["$ref"] = self.value + user["$ref"].removeprefix(self.key)

    @property
    def is_said(self) -> bool:
        """Whether the key has the value already that it is to have."""
        says = self.op == "set" and self.key in self.holder
        return says and same(self.holder[self.key], self._wanted())

    @property
    def place(self) -> tuple[int, str | int]:
        """The object and the key, or the list and the member, by identity."""
        return id(self.holder), self.key if isinstance(self.key, str) else id(self.key)

    @property
    def index(self) -> int:
        """Where the member stands in its list: by identity of an object, else by value."""
        for index, member in enumerate(self.holder):
            if member is self.key or (not isinstance(self.key, dict) and same(member, self.key)):
                return index
        raise LookupError(self.key)

    def _wanted(self) -> Any:
        return [self.value, "null"] if self.form == "with null" else self.value


def rename(holder: Tree, key: str, name: str) -> None:
    """Give a key another name, in its place."""
    members = [(name if one == key else one, value) for one, value in holder.items()]
    holder.clear()
    holder.update(members)


@dataclass(frozen=True)
class Rule:
    """What a rule does at every object that says `before` under a key: newcomers are welcome."""

    op: str
    key: str
    before: Any
    value: Any

    def mend(self, tree: Tree) -> None:
        """Do it everywhere."""
        if self.op == "wild":
            for node in fitting(tree, *self.before):
                node.value.pop(self.key, None)
            return
        for _, found in list(places(tree)):
            if not isinstance(found, dict) or self.key not in found:
                continue
            held = found[self.key]
            if self.op == "member":
                if isinstance(held, list) and self.before in held:
                    held[held.index(self.before)] = self.value
            elif same(held, self.before):
                if self.op == "set":
                    found[self.key] = self.value
                else:
                    del found[self.key]


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same JSON."""
    return plain(one) == plain(other)


def plain(value: Any) -> str:
    """A value in one spelling: order of keys and of sets does not count, nor one type in a list."""
    return json.dumps(_plain(value, ""), sort_keys=True)


def _plain(value: Any, key: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _plain(member, name)
            for name, member in value.items()
            if not (name in {"required", "parameters", "tags"} and member == [])
        }
    if isinstance(value, list):
        made = [_plain(member, "") for member in value]
        if key == "type" and len(made) == 1:
            return made[0]
        if key in {"type", "required", "enum", "tags"}:
            return sorted(made, key=lambda member: json.dumps(member, sort_keys=True))
        return made
    return value
