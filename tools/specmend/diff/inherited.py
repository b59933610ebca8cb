"""What operations have from their path item or from the document: servers and security."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final, NamedTuple

from specmend.diff.comparison import Comparison
from specmend.diff.delta import Delta
from specmend.diff.fields import Fields, keyed
from specmend.diff.labels import label
from specmend.diff.object_changes import member_changes
from specmend.diff.operation_pairs import items_of
from specmend.diff.scheme_names import renamed, scheme_names
from specmend.diff.side import Side
from specmend.document.openapi.kinds import Spot
from specmend.document.openapi.operations import Operation
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree

_REQUIREMENT: Final = "security requirement"
_KINDS: Final = {"servers": "server", "security": _REQUIREMENT}
_NOTHING: Final[dict[str, tuple[Tree, ...]]] = {
    "servers": ([], [{"url": "/"}]),
    "security": ([], [{}]),
}
"""What says no more than nothing (OpenAPI 3.1 sections 4.8.1 and 4.8.30)."""


class _Holder(NamedTuple):
    """Where the list that counts for an operation stands."""

    level: str
    address: Address


def inherited_changes(
    compared: Comparison, key: str, old: Operation, new: Operation
) -> Iterator[Delta]:
    """What differs in the list that counts for an operation, unless both have it from above.

    That is compared there, once.
    """
    before, after = _holder(compared.old, key, old), _holder(compared.new, key, new)
    if before.level != "operation" and before.level == after.level:
        return
    is_own = after.level == "operation"
    home = after.address if is_own else new.address
    yield from list_changes(compared, key, before.address, after.address, home)


def list_changes(
    compared: Comparison, key: str, old: Address, new: Address, home: Address | None = None
) -> Iterator[Delta]:
    """What differs between the lists of two objects; `home` is where it is told, if elsewhere."""
    kind = _KINDS[key]
    before = _by_new_names(compared, _members(compared.old, key, kind, old), kind)
    after = _members(compared.new, key, kind, new)
    place = (*(new if home is None else home), key)
    # The first requirement closes what was open, and the last one opens it.
    only = "only" if not before or not after else ""
    for name in dict.fromkeys((*before, *after)):
        if kind == _REQUIREMENT and name in before and name in after:
            # What tells a requirement apart is all that it says.
            continue
        for delta in member_changes(compared, kind, name, before, after, place):
            yield delta if delta.key or not only else replace(delta, key=only)
    first, other = next(iter(before), None), next(iter(after), None)
    if key == "servers" and first != other and first in after and other in before:
        yield Delta(
            text=f"{label(kind, other)[0]} is the first one now",
            address=place,
            kind=kind,
            key="order",
            before=first,
            after=other,
            was=(*old, key),
        )


def _by_new_names(
    compared: Comparison, members: dict[Any, Address], kind: str
) -> dict[Any, Address]:
    """Requirements by the new names of their schemes, which nobody sends."""
    if kind != _REQUIREMENT:
        return members
    names = scheme_names(compared)
    return {renamed(known, names): place for known, place in members.items()} if names else members


def inherits(compared: Comparison, key: str, old: Operation, new: Operation, level: str) -> bool:
    """Whether an operation has a list from one level in both documents."""
    holders = _holder(compared.old, key, old), _holder(compared.new, key, new)
    return all(holder.level == level for holder in holders)


def _holder(side: Side, key: str, operation: Operation) -> _Holder:
    levels = [_Holder("operation", operation.address)]
    if key == "servers":
        levels += [_Holder("path item", item) for item in items_of(side, operation)]
    for holder in levels:
        if isinstance(side.at((*holder.address, key)), list):
            return holder
    return _Holder("document", ())


def _members(side: Side, key: str, kind: str, holder: Address) -> dict[Any, Address]:
    value = side.at((*holder, key))
    if any(value == nothing for nothing in _NOTHING[key]):
        return {}
    fields = Fields(address=holder, values={key: value})
    return keyed(side, Spot("list", kind), fields, key)
