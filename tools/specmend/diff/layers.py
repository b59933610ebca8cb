"""The schemas that together describe one value: through references, `allOf` and lone branches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from specmend.diff.side import Side, is_component
from specmend.diff.spelled import (
    NULL,
    TYPE,
    VALUES,
    Word,
    pure_types,
    says_nothing,
    spelled,
)
from specmend.document.openapi.keywords import KEYWORDS, UNIONS
from specmend.document.openapi.references import reference_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.matching.spelling import is_null_alone

Parts = Address | dict[str, Address] | list[Address]
"""The places of the schemas under a keyword: one, by name, or in a list."""

NEVER = "not"
_ALL = "allOf"


@dataclass(kw_only=True, slots=True)
class Layer:
    """What one schema says: keywords in one spelling, and the places of the schemas in it.

    `component` is the component that it belongs to, where a reference led there. `depth` is how
    many other schemas lead to it.
    """

    address: Address
    component: Address | None
    depth: int
    words: list[Word] = field(default_factory=list)
    parts: dict[str, Parts] = field(default_factory=dict)

    def allow_null(self) -> None:
        """Let the schema allow null, among listed values too."""
        words = []
        for word in self.words:
            lists_values = word.keyword == VALUES and isinstance(word.value, list)
            if lists_values and None not in word.value:
                words.append(word._replace(value=[*word.value, None]))
            else:
                words.append(word)
        self.words = words


def layers_of(side: Side, addresses: Iterable[Address]) -> list[Layer]:
    """The layers of the schemas at some places, which hold together; outer ones first."""
    found = _Layers(side)
    return [layer for address in addresses for layer in found.at(address, None, 0)]


class _Layers:
    """Collects layers; a schema that leads to itself counts once."""

    def __init__(self, side: Side) -> None:
        self._side = side
        self._seen: set[Address] = set()

    def at(self, address: Address, component: Address | None, depth: int) -> list[Layer]:
        """The layers of the schema at one place."""
        if address in self._seen:
            return []
        self._seen.add(address)
        self._side.met.add(address)
        schema = self._side.at(address)
        own = Layer(address=address, component=component, depth=depth)
        if not isinstance(schema, dict):
            if schema is not True:
                own.words.append(Word(NEVER, schema, ""))
            return [own]
        own.words += spelled(schema)
        more = [*self._referred(schema, own), *self._joined(schema, own)]
        if (NULL, True) in [word[:2] for word in own.words] and not _has_type(own):
            for layer in more:
                layer.allow_null()
        more += self._unions(schema, own)
        return [own, *more]

    def _referred(self, schema: dict[str, Tree], own: Layer) -> Iterator[Layer]:
        """The layers of what a reference leads to, and the reference itself where it leads out."""
        reference = reference_of(schema)
        if not reference:
            return
        own.words = [word for word in own.words if word.keyword != "$ref"]
        target = self._side.target(own.address)
        if target is None:
            own.words.append(Word("$ref", reference, "$ref"))
            return
        component = target if is_component(target) else own.component
        yield from self.at(target, component, own.depth + 1)

    def _joined(self, schema: dict[str, Tree], own: Layer) -> Iterator[Layer]:
        """The layers of the branches of `allOf`, and the places of all other schemas inside."""
        for key, value in schema.items():
            parts = None if says_nothing(key, value) else _parts(own.address, key, value)
            if parts is None:
                if KEYWORDS.get(key) in ("schema", "list", "map") and not says_nothing(key, value):
                    own.words.append(Word(key, value, key))
            elif key == NEVER and value in (True, False, {}):
                # What is not anything is nothing, and what is not nothing is anything.
                own.words += [Word(NEVER, False, key)] if value is not False else []
            elif key == _ALL and isinstance(parts, list):
                for branch in parts:
                    yield from self.at(branch, own.component, own.depth + 1)
            else:
                own.parts[key] = parts

    def _unions(self, schema: dict[str, Tree], own: Layer) -> Iterator[Layer]:
        """Unions without their branch for null; one with a single branch is that branch."""
        for key in UNIONS:
            branches = own.parts.get(key)
            if not isinstance(branches, list):
                continue
            others = [at for at in branches if not self._is_null(at)]
            allows_null = len(others) < len(branches)
            if allows_null:
                own.words.append(Word(NULL, True, key))
            if len(others) == 1:
                del own.parts[key]
                layers = self.at(others[0], own.component, own.depth + 1)
                for layer in layers if allows_null else ():
                    layer.allow_null()
                yield from layers
            elif others and TYPE not in schema and (types := self._types(others)):
                del own.parts[key]
                named = sorted({kind for kind in types if kind != "null"})
                own.words.append(Word(TYPE, named, key))
                if "null" in types and not allows_null:
                    own.words.append(Word(NULL, True, key))
            else:
                own.parts[key] = others

    def _is_null(self, address: Address) -> bool:
        """Whether a schema allows null alone, through references and lone branches of `allOf`."""
        chain: list[Address] = []
        while address not in chain:
            chain.append(address)
            schema = self._side.at(address)
            if is_null_alone(schema):
                self._side.met.update(chain)
                return True
            address = self._lone(address, schema)
        return False

    def _lone(self, address: Address, schema: Tree) -> Address:
        """What a schema is by its reference or its one branch; the same address for others."""
        target = self._side.target(address)
        if target is not None:
            return target
        branches = schema.get(_ALL) if isinstance(schema, dict) else None
        is_lone = isinstance(branches, list) and len(branches) == len(schema) == 1
        return (*address, _ALL, 0) if is_lone else address

    def _types(self, branches: list[Address]) -> list[str]:
        """The types of branches that say nothing else; none where one of them does."""
        found: list[str] = []
        for branch in branches:
            types = pure_types(self._side.at(self._side.essence(branch)))
            if types is None or not set(types).isdisjoint(found):
                return []
            found += types
        return [] if {"integer", "number"} <= set(found) else found


def _parts(address: Address, key: str, value: Tree) -> Parts | None:
    """The places of the schemas under a keyword; None where it holds none."""
    holds = KEYWORDS.get(key)
    place = (*address, key)
    if holds == "schema" and isinstance(value, dict | bool):
        return place
    if holds == "map" and isinstance(value, dict):
        return {name: (*place, name) for name in value}
    if holds == "list" and isinstance(value, list):
        return [(*place, index) for index in range(len(value))]
    return None


def _has_type(layer: Layer) -> bool:
    return any(word.keyword == TYPE for word in layer.words)
