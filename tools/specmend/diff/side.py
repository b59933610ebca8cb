"""One of the two documents that are compared, with its references as plain pointers."""

from __future__ import annotations

from dataclasses import dataclass, field

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.references import locate, reference_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

_DEPTH = 3


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Side:
    """A document, and the places that the comparison came to."""

    name: str
    tree: Tree
    met: set[Address] = field(default_factory=set)
    _located: dict[str, Address | None] = field(default_factory=dict)

    def at(self, address: Address) -> Tree:
        """What stands at an address, or MISSING."""
        return get(self.tree, address)

    def target(self, address: Address) -> Address | None:
        """The place that the reference at an address leads to; None where there is none."""
        reference = reference_of(self.at(address))
        return self.located(reference) if reference else None

    def located(self, reference: str) -> Address | None:
        """The place that a reference names; each is looked for once."""
        if reference not in self._located:
            self._located[reference] = locate(self.tree, reference)
        return self._located[reference]

    def chain(self, address: Address) -> list[Address]:
        """The places that plain references lead to, one after the other, the first one left out."""
        places: list[Address] = []
        while is_plain_reference(self.at(address)):
            target = self.target(address)
            if target is None or target in places:
                break
            places.append(target)
            address = target
        return places

    def trail(self, address: Address) -> list[Address]:
        """The places that plain references and `allOf` of one lead to, the first one left out."""
        places: list[Address] = []
        value = self.at(address)
        while isinstance(value, dict) and len(value) == 1:
            further = self._next(address, value)
            if further is None or further in places:
                break
            places.append(further)
            address, value = further, self.at(further)
        return places

    def _next(self, address: Address, value: Tree) -> Address | None:
        reference = reference_of(value)
        if reference:
            return self.located(reference)
        return (*address, "allOf", 0) if is_lone_branch(value) else None

    def settled(self, address: Address) -> Address:
        """The place that a place leads to by plain references."""
        return (self.chain(address) or [address])[-1]

    def essence(self, address: Address) -> Address:
        """Where a schema leads to by plain references and by `allOf` of one branch alone."""
        seen: list[Address] = []
        while address not in seen:
            seen.append(address)
            value = self.at(address)
            target = self.target(address) if is_plain_reference(value) else None
            if target is not None:
                address = target
            elif is_lone_branch(value):
                address = (*address, "allOf", 0)
        self.met.update(seen)
        return address


def is_lone_branch(value: Tree) -> bool:
    """Whether a schema is nothing but an `allOf` of one branch."""
    branches = value.get("allOf") if isinstance(value, dict) and len(value) == 1 else None
    return isinstance(branches, list) and len(branches) == 1


def side_of(name: str, tree: Tree) -> Side:
    """A document as one side of a comparison."""
    return Side(name=name, tree=plain_references(tree) if isinstance(tree, dict) else {})


def is_component(address: Address) -> bool:
    """Whether an address is that of a component."""
    return len(address) == _DEPTH and address[0] == COMPONENTS


def is_plain_reference(value: Tree) -> bool:
    """Whether a value is a reference and says nothing beside it."""
    return bool(reference_of(value)) and len(value) == 1
