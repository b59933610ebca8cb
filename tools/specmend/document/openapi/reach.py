"""The operations that a place of a document belongs to, directly or by references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.operation_names import OperationName
from specmend.document.openapi.operations import method_of
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.units import Units
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree

_UNREAD: Final = ("webhooks", "x-")
"""Root keys under which nothing belongs to an operation that a client can call."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reach:
    """The operations that a place belongs to, in document order; a path stands for all of its own.

    `is_everything` says that the place belongs to the document as a whole, as its servers do.
    """

    operations: tuple[OperationName, ...] = ()
    is_everything: bool = False


def operations_reaching(tree: Tree, addresses: Iterable[Address]) -> dict[Address, Reach]:
    """By address, the operations that it belongs to.

    That is the operation that it is inside of; all operations of a path item, for what stands
    beside them; and, for a component, each operation that refers to it, directly or through others.
    The work is linear in the size of the document.
    """
    reaching = Reaching(tree)
    return {address: reaching.of(address) for address in addresses}


class Reaching:
    """Answers, for any number of places of one document, what they belong to."""

    def __init__(self, tree: Tree) -> None:
        self.units: Final = Units(tree=plain_references(tree))

    def of(self, address: Address) -> Reach:
        """The operations that an address belongs to."""
        unit = self.units.of(address)
        if unit is None:
            return Reach(is_everything=_is_read(address))
        marks = self._marks[unit]
        return Reach(operations=self._listed(marks))

    def by_path(self) -> dict[str, tuple[OperationName, ...]]:
        """By path, its name and those of its operations."""
        return {path: tuple(self._of_path(path)) for path in self.units.chains}

    def tainted(self, addresses: Iterable[Address]) -> list[Address]:
        """What must go so that nothing of what is left uses one of the addresses.

        That is whole paths, webhooks, components and operations, outer places first.
        """
        found = self._users_of(addresses)
        whole = found | {("paths", path) for path in self._paths_through(found)}
        return [place for place in _outermost(whole) if _can_go(place, self.units)]

    def tainted_operations(self, addresses: Iterable[Address]) -> tuple[OperationName, ...]:
        """The operations among what must go, in document order; a path stands for all of its own.

        These are those that the addresses belong to, and those that refer into one of them.
        """
        found = self._users_of(addresses)
        paths = self._paths_through(found)
        names = (name for path in self.units.chains for name in self._of_path(path).items())
        return tuple(
            name
            for name, place in names
            if (name.path in paths and not name.method)
            or (name.path not in paths and name.method and place in found)
        )

    def _users_of(self, addresses: Iterable[Address]) -> set[Address]:
        """The units of the addresses, those that use them, and what stands inside of all these."""
        found = {unit for unit in map(self.units.of, addresses) if unit is not None}
        todo = sorted(found, key=str)
        while todo:
            unit = todo.pop()
            left = {*self.units.users[unit], *self.units.inside.get(unit, ())} - found
            found |= left
            todo += left
        return found

    def _paths_through(self, units: set[Address]) -> set[str]:
        """The paths of which one of the path items is among the units."""
        return {path for path, chain in self.units.chains.items() if units.intersection(chain)}

    def _listed(self, marks: int) -> tuple[OperationName, ...]:
        names = [name for index, name in enumerate(self._names) if marks >> index & 1]
        paths = {name.path for name in names if not name.method}
        return tuple(name for name in names if not name.method or name.path not in paths)

    @cached_property
    def _names(self) -> list[OperationName]:
        """Every path, and every operation under the first path item that has it."""
        return [name for path in self.units.chains for name in self._of_path(path)]

    def _of_path(self, path: str) -> dict[OperationName, Address]:
        """The operations of a path with their places, and before them the path itself."""
        chain = self.units.chains[path]
        names = {OperationName(path): chain[0]}
        for item in chain:
            for address in self._operations.get(item, ()):
                names.setdefault(OperationName(path, method_of(address)), address)
        return names

    @cached_property
    def _operations(self) -> Mapping[Address, list[Address]]:
        by_item: dict[Address, list[Address]] = {}
        for address, item in self.units.operations.items():
            by_item.setdefault(item, []).append(address)
        return by_item

    @cached_property
    def _marks(self) -> dict[Address, int]:
        """By unit, one bit for each of the names that use it.

        Units that use each other have the same; a group is done after all groups that use it.
        """
        own, users = self._own_marks(), self.units.users
        marks: dict[Address, int] = {}
        for start in reversed(_finished(self.units.used)):
            if start in marks:
                continue
            group, todo, total = {start}, [start], 0
            while todo:
                unit = todo.pop()
                total |= own.get(unit, 0)
                for user in users[unit]:
                    total |= marks.get(user, 0)
                    if user not in marks and user not in group:
                        group.add(user)
                        todo.append(user)
            marks.update(dict.fromkeys(group, total))
        return marks

    def _own_marks(self) -> dict[Address, int]:
        """The bits of operations at their places, and those of paths at all of their path items.

        Operations of one method, and one without any, have the bit of what their name says.
        """
        bits = {name: 1 << index for index, name in enumerate(self._names)}
        own: dict[Address, int] = {}
        for path, chain in self.units.chains.items():
            for item in chain:
                own[item] = own.get(item, 0) | bits[OperationName(path)]
                for address in self._operations.get(item, ()):
                    name = OperationName(path, method_of(address))
                    own[address] = own.get(address, 0) | bits[name]
        return own


def _finished(edges: Mapping[Address, Iterable[Address]]) -> list[Address]:
    """The units in the order in which a walk in depth leaves them (Kosaraju's first pass)."""
    order: list[Address] = []
    seen: set[Address] = set()
    for start in edges:
        stack = [] if start in seen else [(start, iter(edges[start]))]
        seen.add(start)
        while stack:
            unit, others = stack[-1]
            following = next((other for other in others if other not in seen), None)
            if following is None:
                order.append(unit)
                stack.pop()
            else:
                seen.add(following)
                stack.append((following, iter(edges[following])))
    return order


def _is_read(address: Address) -> bool:
    """Whether a place outside all units says something that a client is made of."""
    if address[:1] == ("paths",) or address[:1] == (COMPONENTS,):
        return len(address) == 1 or not str(address[1]).startswith("x-")
    return not str(next(iter(address), "")).startswith(_UNREAD)


def _outermost(places: Iterable[Address]) -> list[Address]:
    """The places that are inside no other one."""
    known = set(places)
    inner = (place for place in known if any(place[:end] in known for end in range(1, len(place))))
    return sorted(known - set(inner), key=str)


def _can_go(place: Address, units: Units) -> bool:
    """Whether a place can be taken out of its mapping: no other place gets another address."""
    length = {COMPONENTS: 3, "webhooks": 2, "paths": 2}.get(str(place[0]))
    return len(place) == length or place in units.operations
