"""One walk through a document, which calls every check for the objects that it is for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from specmend.document.openapi.objects import parts_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault

if TYPE_CHECKING:
    from specmend.validate.rules.scope import Scope

_Check: TypeAlias = Callable[["Scope", Address, Any], Iterable[Fault]]
END: Final = "end"
"""Stands for a kind: the check is called with the whole document, after all others."""

_Listed: TypeAlias = list[tuple[list[Fault], _Check]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Watch:
    """The checks of one kind of object: those of all, and those of such that have a field.

    Each stands beside the list that its faults go to.
    """

    of_all: _Listed = field(default_factory=list)
    by_field: dict[str, _Listed] = field(default_factory=dict)

    def add(self, wanted: str, found: list[Fault], check: _Check) -> None:
        listed = self.by_field.setdefault(wanted, []) if wanted else self.of_all
        listed.append((found, check))


def walk(scope: Scope, rules: Sequence[Mapping[str, _Check]]) -> list[list[Fault]]:
    """The faults that the checks of each rule find in a document, in document order."""
    found: list[list[Fault]] = [[] for _ in rules]
    watches = _watches(rules, found)
    todo: list[tuple[Address, Tree, str]] = [((), scope.tree, "document")]
    while todo:
        address, value, kind = todo.pop()
        if kind in watches and isinstance(value, dict):
            _check(watches[kind], scope, address, value)
        todo += reversed(
            [((*address, *inside), child, below) for inside, child, below in parts_of(value, kind)]
        )
    if END in watches:
        _check(watches[END], scope, (), scope.tree)
    return found


def _watches(rules: Sequence[Mapping[str, _Check]], found: list[list[Fault]]) -> dict[str, _Watch]:
    watches: dict[str, _Watch] = {}
    for checks, own in zip(rules, found, strict=True):
        for name, check in checks.items():
            kind, _, wanted = name.partition(".")
            watches.setdefault(kind, _Watch()).add(wanted, own, check)
    return watches


def _check(watch: _Watch, scope: Scope, address: Address, value: dict[str, Tree]) -> None:
    for found, check in watch.of_all:
        found.extend(check(scope, address, value))
    for key in value:
        for found, check in watch.by_field.get(key, ()):
            found.extend(check(scope, address, value))
