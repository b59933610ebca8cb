"""The parts of a document that others use as a whole, and which of them uses which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from specmend.document.openapi.components import COMPONENTS, schema_pointer
from specmend.document.openapi.kinds import DOCUMENT, UNKNOWN, Spot, spot_at
from specmend.document.openapi.operation_names import operation_fields, path_items
from specmend.document.openapi.references import locate, referring
from specmend.document.openapi.security import SCHEMES, required_of, scheme_names
from specmend.document.openapi.usage import components
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get

_DISCRIMINATOR: Final = "discriminator"
_WEBHOOKS: Final = "webhooks"

Edge = tuple[Address, Address]
"""A unit, and one that it uses."""


@dataclass(frozen=True, kw_only=True)
class Units:
    """The units of a document: path items, their operations, components, and what else is named.

    A path item stands for what it says of all its operations; each of these uses it. A webhook is
    one unit. A place that a reference names, and that is none of these, is one too.
    """

    tree: Tree

    @cached_property
    def chains(self) -> Mapping[str, tuple[Address, ...]]:
        """By path, its path item and those that this one leads to one after the other."""
        return path_items(self.tree)

    @cached_property
    def operations(self) -> Mapping[Address, Address]:
        """The operations of all path items, whatever stands in their place, each with its item."""
        items = dict.fromkeys(item for chain in self.chains.values() for item in chain)
        return {
            (*item, *inside): item
            for item in items
            for inside in operation_fields(get(self.tree, item))
        }

    @cached_property
    def all(self) -> frozenset[Address]:
        """The addresses of all units."""
        targets = {target for _, target in self.references if self._named(target) is None}
        return self._ordinary | targets

    def of(self, address: Address) -> Address | None:
        """The innermost unit that an address is, or is inside of; None where there is none."""
        return _innermost(address, self.all)

    @cached_property
    def used(self) -> Mapping[Address, Iterable[Address]]:
        """By unit, those that it uses; each unit is in it."""
        edges: dict[Address, dict[Address, None]] = {unit: {} for unit in sorted(self.all, key=str)}
        for user, unit in self._edges():
            edges[user][unit] = None
        return edges

    @cached_property
    def users(self) -> Mapping[Address, Iterable[Address]]:
        """By unit, those that use it; each unit is in it."""
        edges: dict[Address, dict[Address, None]] = {unit: {} for unit in self.used}
        for user, units in self.used.items():
            for unit in units:
                edges[unit][user] = None
        return edges

    @cached_property
    def inside(self) -> Mapping[Address, Iterable[Address]]:
        """By unit, those that stand inside it."""
        nested: dict[Address, list[Address]] = defaultdict(list)
        for unit in sorted(self.all, key=str):
            outer = _innermost(unit[:-1], self.all)
            if outer is not None:
                nested[outer].append(unit)
        return nested

    @cached_property
    def _ordinary(self) -> frozenset[Address]:
        webhooks = get(self.tree, (_WEBHOOKS,))
        names = webhooks if isinstance(webhooks, dict) else ()
        named = [(_WEBHOOKS, name) for name in names]
        items = (item for chain in self.chains.values() for item in chain)
        # A reference in the place of a whole table of components is none of them.
        known = [place for place in components(self.tree) if place[-1] != "$ref"]
        return frozenset([*items, *self.operations, *known, *named])

    @cached_property
    def references(self) -> list[Edge]:
        """Where each reference stands, and the place that it names."""
        found = [*_written(self.tree, DOCUMENT)]
        places: dict[str, Address | None] = {}
        edges: list[Edge] = []
        seen: set[Address] = set()
        while found:
            address, reference = found.pop()
            if reference not in places:
                places[reference] = locate(self.tree, reference)
            target = places[reference]
            if target is None:
                continue
            edges.append((address, target))
            if target not in seen and spot_at(target).kind == "data":
                found += _written(self.tree, UNKNOWN, target)
            seen.add(target)
        return edges

    def _named(self, target: Address) -> Address | None:
        """The unit that a reference names; one into a component names the whole component."""
        if target in self._ordinary:
            return target
        return target[:3] if target[:3] in self._ordinary and target[0] == COMPONENTS else None

    def _edges(self) -> Iterator[Edge]:
        for address, target in self.references:
            user = self.of(address)
            if user is not None:
                yield user, self._named(target) or target
        for outer, nested in self.inside.items():
            for unit in nested:
                is_operation = self.operations.get(unit) == outer
                yield (unit, outer) if is_operation else (outer, unit)
        yield from self._security()
        yield from self._extensions()

    def _security(self) -> Iterator[Edge]:
        """The security schemes that the operations name (OpenAPI 3.1 section 4.8.30)."""
        for address in self.operations:
            operation = get(self.tree, address)
            for name in scheme_names(required_of(self.tree, operation)):
                scheme = (*SCHEMES, name)
                if scheme in self._ordinary:
                    yield address, scheme

    def _extensions(self) -> Iterator[Edge]:
        """Schemas that extend one with a discriminator, which is what leads to them."""
        for address, base in self.references:
            if address[-3:-2] != ("allOf",) or not _has_discriminator(get(self.tree, base)):
                continue
            user, unit = self.of(base), self.of(address)
            if user is not None and unit is not None:
                yield user, unit


def _innermost(address: Address, units: frozenset[Address]) -> Address | None:
    lengths = range(len(address), 0, -1)
    return next((address[:length] for length in lengths if address[:length] in units), None)


def _written(tree: Tree, spot: Spot, place: Address = ()) -> Iterator[tuple[Address, str]]:
    """The references in a part of a document, and what its discriminators name."""
    for inside, value, is_at in referring(get(tree, place), spot, with_key=_DISCRIMINATOR):
        address = (*place, *inside)
        reference = value.get("$ref")
        if isinstance(reference, str) and is_at.may_refer:
            yield (*address, "$ref"), reference
        if is_at.kind == "schema" and is_at.shape == "one" and _has_discriminator(value):
            yield from _mapped((*address, _DISCRIMINATOR), value[_DISCRIMINATOR])


def _has_discriminator(schema: Tree) -> bool:
    return isinstance(schema, dict) and isinstance(schema.get(_DISCRIMINATOR), dict)


def _mapped(address: Address, discriminator: dict[str, Tree]) -> Iterator[tuple[Address, str]]:
    """The schemas that a discriminator names, as references (OpenAPI 3.1 section 4.8.25)."""
    mapping = discriminator.get("mapping")
    mapped = mapping.values() if isinstance(mapping, dict) else ()
    for name in (*mapped, discriminator.get("defaultMapping")):
        if isinstance(name, str):
            is_reference = "/" in name or "#" in name
            yield address, name if is_reference else schema_pointer(name)
