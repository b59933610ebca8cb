"""References in the document that is made, which get their texts when all components have names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from specmend.document.openapi.identifiers import pointer_to
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.source.bundle.target import Place, Target


@dataclass(kw_only=True, slots=True)
class Links:
    """The references to be written: the mapping that holds each, its key, and where it leads.

    `homes` are the components that stand in the root document already, under a name of its own.
    """

    homes: dict[Target, Place] = field(default_factory=dict)
    _made: list[tuple[dict[str, Tree], str, Place]] = field(default_factory=list)
    _targets: dict[int, Target] = field(default_factory=dict)

    def add(self, holder: dict[str, Tree], key: str, place: Place) -> None:
        """Let the value of a key be the reference to a place."""
        self._made.append((holder, key, place))
        if place.home is not None and key == "$ref":
            # The list above keeps the mapping, so that no other one gets its identity.
            self._targets[id(holder)] = place.home

    def target_of(self, holder: Tree) -> Target | None:
        """The component that a reference among the links leads to."""
        return self._targets.get(id(holder))

    def write(self, names: Mapping[Target, Address]) -> None:
        """Write every reference; `names` are the places of the components."""
        for holder, key, place in self._made:
            holder[key] = pointer_to(self.address_of(place, names))

    def address_of(self, place: Place, names: Mapping[Target, Address]) -> Address:
        """The address of a place in the document that is made."""
        if place.home is None:
            return place.inside
        home = self.homes.get(place.home)
        start = self.address_of(home, names) if home else names[place.home]
        return (*start, *place.inside)
