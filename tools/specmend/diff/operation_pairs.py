"""Which operation of the old document is which one of the new document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from specmend.diff.moved_operations import (
    by_content,
    swapped_operations,
    under_moved_paths,
    under_moved_prefixes,
)
from specmend.diff.side import Side
from specmend.document.openapi.calls import calls
from specmend.document.openapi.operations import Operation, method_of, operations_in
from specmend.document.openapi.parameters import blank, template_names
from specmend.document.openapi.references import follow
from specmend.document.tree.pointer import Address

WEBHOOKS: Final = "webhooks"
_WEBHOOK: Final = "webhook "
"""Stands before the name of a webhook in place of a path, which begins with a slash."""

_Key = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class OperationPair:
    """An operation in both documents; one of them is None where it came or went."""

    old: Operation | None
    new: Operation | None

    @property
    def paths(self) -> tuple[str, str]:
        """The old and the new path; empty where the operation came or went."""
        return (self.old.path if self.old else "", self.new.path if self.new else "")

    @property
    def names(self) -> Mapping[str, str]:
        """The old names of path parameters with the new ones, where these are others."""
        if self.old is None or self.new is None:
            return {}
        before, after = template_names(self.old.path), template_names(self.new.path)
        if len(before) != len(after):
            return {}
        return {one: other for one, other in zip(before, after, strict=True) if one != other}

    @property
    def is_elsewhere(self) -> bool:
        """Whether the operation has another path or method, beside the names in its braces."""
        if self.old is None or self.new is None:
            return False
        return _shape(self.old) != _shape(self.new)


def operation_pairs(old: Side, new: Side) -> list[OperationPair]:
    """The operations in the order of the new document; those that are gone come last.

    An operation is known by its path and its method, or else by a path that differs in the names
    in braces alone, or else by its operation id, or else by all that it says.
    """
    before, after = _by_key(old), _by_key(new)
    crossed = swapped_operations(before, after)
    known = {key: crossed.get(key, key) for key in after if key in before}
    for identity in (_shape, _id):
        gone = _by_identity(before, {*known.values()}, identity)
        come = _by_identity(after, {*known}, identity)
        known |= {come[one]: gone[one] for one in come if one in gone}
    known |= under_moved_paths(before, after, known)
    known |= under_moved_prefixes(before, after, known)
    known |= by_content(old, before, new, after, known)
    known |= under_moved_paths(before, after, known)
    pairs = []
    for key, operation in after.items():
        former = before[known[key]] if key in known else None
        pairs.append(OperationPair(old=former, new=operation))
    left = [key for key in before if key not in known.values()]
    return [*pairs, *(OperationPair(old=before[key], new=None) for key in left)]


def items_of(side: Side, operation: Operation) -> list[Address]:
    """The path item of an operation, and what it refers to."""
    is_webhook = operation.path.startswith(_WEBHOOK)
    name = operation.path.removeprefix(_WEBHOOK)
    root: Address = (WEBHOOKS if is_webhook else "paths", name)
    places: list[Address] = [root]
    target = side.target(root)
    while target is not None and target not in places:
        places.append(target)
        target = side.target(target)
    side.met.update(places)
    return places


def _by_key(side: Side) -> dict[_Key, Operation]:
    listed = [*calls(side.tree), *_webhooks(side)]
    return {(one.path, one.method): one for one in listed}


def _webhooks(side: Side) -> Iterator[Operation]:
    named = side.at((WEBHOOKS,))
    for name in named if isinstance(named, dict) else ():
        address, item = follow(side.tree, (WEBHOOKS, name))
        for inside, node in operations_in(item):
            place = (*address, *inside)
            path = _WEBHOOK + name
            yield Operation(path=path, method=method_of(inside), address=place, node=node)


def _by_identity(
    operations: Mapping[_Key, Operation],
    known: Collection[_Key],
    identity: Callable[[Operation], Hashable],
) -> dict[Hashable, _Key]:
    """The keys of operations that are not known yet, by what tells them apart."""
    left = {key: one for key, one in operations.items() if key not in known}
    times = Counter(identity(one) for one in left.values())
    named = {identity(one): key for key, one in left.items()}
    return {one: key for one, key in named.items() if one is not None and times[one] == 1}


def _shape(operation: Operation) -> Hashable:
    return blank(operation.path), operation.method


def _id(operation: Operation) -> Hashable:
    name = operation.node.get("operationId")
    return name if isinstance(name, str) and name else None
