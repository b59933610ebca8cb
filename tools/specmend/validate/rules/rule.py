"""The record of a rule: its name, and what it checks in objects of which kind."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.scope import Scope
from specmend.validate.rules.walk import walk

Check: TypeAlias = Callable[[Scope, Address, Any], Iterable[Fault]]
"""Gives the faults of one object, which is a mapping, at its address."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A rule, with its checks by the kind of object that each is for.

    The kinds are those of `document/openapi/kinds.py`; `document` is the whole, at the beginning,
    and `end` is it at the end. A kind with a field, such as `schema.items`, is for objects that
    have this field.
    """

    name: str
    checks: Mapping[str, Check]

    def __call__(self, tree: Tree) -> list[Fault]:
        """The faults that this rule alone finds in a document, in document order."""
        return walk(Scope(tree=tree), [self.checks])[0]


def whole(name: str, faults: Callable[[Tree], Iterable[Fault]]) -> Rule:
    """A rule that looks at the whole document by itself."""
    return Rule(name=name, checks={"document": lambda _scope, _, tree: faults(tree)})
