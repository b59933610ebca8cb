"""Reads the type of a schema of a normalized document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final

from specmend.document.openapi.components import component_schemas, schema_reference
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.normalize.canonical.heads import is_class
from specmend.generate.normalize.canonical.parts import NULL
from specmend.generate.normalize.canonical.unions import BASE, OTHER, TAGS
from specmend.generate.normalize.tags import OPTIONAL
from specmend.generate.types.bounds import bounds_of
from specmend.generate.types.directions import received_components, told_properties
from specmend.generate.types.kinds import (
    ANY,
    NONE,
    OCTETS,
    ROOT,
    TEXT,
    Bounded,
    Choice,
    Many,
    Map,
    Model,
    OneOf,
    Recursive,
    Row,
    Scalar,
    Type,
    alternatives,
    one_of,
    opened,
)
from specmend.generate.words import nodes_about

_NAMES: Final = {"integer": "int", "number": "float", "boolean": "bool", "null": "None"}

_TEXTS: Final[Mapping[str, Type]] = {
    "date": Scalar(name="datetime.date"),
    "date-time": Scalar(name="datetime.datetime"),
    "uuid": Scalar(name="UUID"),
    "binary": OCTETS,
}


_MOST_AT_ONCE: Final = 150
"""As many classes as are loaded together, when a client is imported."""


class TypeReader:
    """The types of one normalized document.

    `classes`, `enumerations` and `recursive` are the components that have a name in Python: objects
    with known properties, listed values, and what contains itself without a class between.
    """

    def __init__(self, tree: Tree, *, is_open: bool = False, closed_enums: bool = False) -> None:
        self.is_open = is_open
        self._tree = tree
        self._closed_enums = closed_enums
        self._components = component_schemas(tree)
        known = self._components.items()
        self.classes = [name for name, schema in known if is_class(schema)]
        classes = {*self.classes}
        self._unclassed = {name: schema for name, schema in known if name not in classes}
        self.enumerations = [name for name, schema in known if "enum" in schema]
        inner = {name: set(_inlined(schema)) for name, schema in known if _is_inline(schema)}
        self.recursive = [name for name in inner if name in _reached(name, inner)]
        at_top = {name: set(_at_top(self._components[name])) for name in inner}
        self._endless = {name for name in inner if name in _reached(name, at_top)}

    @property
    def are_many(self) -> bool:
        """Whether there are so many classes that each is loaded when it is needed."""
        return len(self.classes) > _MOST_AT_ONCE

    def words_about(self, node: Any) -> list[Node]:
        """A parameter or schema, and what it refers to; classes have words of their own."""
        return [*nodes_about(node, self._unclassed)]

    def component(self, name: str) -> Node:
        """The schema of a component."""
        schema: Node = self._components[name]
        return schema

    def annotation(self, schema: Tree, word: str, *, is_shared: bool = False) -> Tree:
        """What a schema says about its place: itself, or its only alternative to null.

        With `is_shared` what it refers to says it too, where it does not itself.
        """
        seen: set[str] = set()
        while isinstance(schema, dict) and word not in schema:
            name = schema_reference(schema)
            others = [member for member in schema.get("anyOf", ()) if member != NULL]
            if name is not None and is_shared and name not in seen:
                seen.add(name)
                schema = self._components.get(name)
            else:
                schema = others[0] if len(others) == 1 else None
        return schema[word] if isinstance(schema, dict) else None

    def definition(self, name: str) -> Type:
        """The type that a recursive component stands for."""
        kind = self.read(self._components[name])
        return self._opened(kind) if name in self.received else kind

    def answer(self, schema: Tree) -> Type:
        """The type of a schema of an answer: enumerations may have got more values meanwhile."""
        return self._opened(self.read(schema))

    def of_field(self, owner: str, wire: str, kind: Type) -> Type:
        """The type of a field as its class has it.

        What tells classes apart has the values that the document lists, and so has what is only
        sent.
        """
        is_closed = owner not in self.received or (owner, wire) in self._told
        return kind if is_closed else self._opened(kind)

    @cached_property
    def received(self) -> frozenset[str]:
        """The components that an answer can have, and those that the API sends by itself."""
        return received_components(self._tree)

    @cached_property
    def _told(self) -> frozenset[tuple[str, str]]:
        """The properties that tell the members of unions apart, each with the class that has it."""
        return told_properties(self._tree, is_open=self.is_open)

    def _opened(self, kind: Type) -> Type:
        return kind if self._closed_enums else opened(kind)

    def allows_null(self, kind: Type) -> bool:
        """Whether None is a value of a type."""
        if isinstance(kind, OneOf):
            return any(self.allows_null(member) for member in kind.members)
        if isinstance(kind, Bounded):
            return self.allows_null(kind.inner)
        if isinstance(kind, Recursive):
            return self.allows_null(self.definition(kind.name))
        return kind in (ANY, NONE)

    def read(self, schema: Tree) -> Type:  # noqa: PLR0911  (one line for each form)
        """The type of a schema; `Any` for one that says nothing."""
        if not isinstance(schema, dict):
            return ANY
        name = schema_reference(schema)
        if name is not None:
            return self._named(name)
        if "anyOf" in schema:
            return self._union(schema)
        if "const" in schema:
            return _constant(schema["const"])
        if "enum" in schema:
            return Choice(values=tuple(schema["enum"]))
        if is_class(schema):
            return ANY  # every class is a component of a normalized document
        return self._of_kind(schema)

    def _named(self, name: str) -> Type:
        schema = self._components.get(name)
        if schema is None or name in self._endless:
            return ANY
        if is_class(schema):
            return Model(name=name)
        if "enum" in schema:
            return Choice(values=tuple(schema["enum"]), name=name)
        return Recursive(name=name) if name in self.recursive else self.read(schema)

    def _union(self, schema: Node) -> Type:
        name = (schema.get("discriminator") or {}).get("propertyName")
        if not isinstance(name, str):
            return one_of([self.read(member) for member in schema["anyOf"]])
        members = [member for member in schema["anyOf"] if self._is_told(member)]
        kinds: dict[Type, tuple[str | int, ...]] = {}
        for member in members:
            for kind in alternatives(self.read(member)):
                kinds[kind] = (*kinds.get(kind, ()), *member.get(TAGS, ()))
        is_nullable = kinds.pop(NONE, None) is not None
        if ANY in kinds:
            return ANY
        if len(kinds) == 1 and not self.is_open:
            return one_of([*kinds, *([NONE] if is_nullable else [])])
        other = self._other(members)
        if self.is_open and other is None:
            other = ROOT
            kinds[other] = ()
        return OneOf(
            members=(*kinds, *([NONE] if is_nullable else [])),
            tag=name,
            tags=tuple(kinds.values()),
            other=None if other is None else list(kinds).index(other),
            optional=OPTIONAL in schema["discriminator"],
        )

    def _is_told(self, member: Node) -> bool:
        """Whether a member can be chosen: the class that others inherit from may have no value."""
        return bool(BASE not in member or member.get(TAGS) or OTHER in member or self.is_open)

    def _other(self, members: list[Node]) -> Type | None:
        """The member that is chosen for unknown values, if there is one."""
        words = (OTHER, BASE) if self.is_open else (OTHER,)
        found = [member for word in words for member in members if word in member]
        return self.read(found[0]) if found else None

    def _of_kind(self, schema: Node) -> Type:
        kind = schema.get("type")
        bounds = bounds_of(schema)
        if kind == "string":
            inner = _TEXTS.get(schema.get("format", ""), TEXT)
            bounds = bounds if inner == TEXT else ()
        elif kind == "array":
            inner, bounds = self._list(schema), bounds if "prefixItems" not in schema else ()
        elif kind == "object":
            inner = Map(value=self.read(schema.get("additionalProperties")))
        else:
            inner = Scalar(name=_NAMES.get(str(kind), "Any"))
        return Bounded(inner=inner, bounds=bounds) if bounds else inner

    def _list(self, schema: Node) -> Type:
        if "prefixItems" in schema:
            return Row(items=tuple(self.read(item) for item in schema["prefixItems"]))
        return Many(item=self.read(schema.get("items")))


def _constant(value: object) -> Type:
    if isinstance(value, (str, int)):
        return Choice(values=(value,))
    return NONE if value is None else ANY


def _is_inline(schema: Tree) -> bool:
    return isinstance(schema, dict) and not is_class(schema) and "enum" not in schema


def _inlined(schema: Tree) -> Iterator[str]:
    """The components that the type of a schema is written with."""
    name = schema_reference(schema)
    if name is not None:
        yield name
    for word in ("anyOf", "prefixItems"):
        for member in schema.get(word, ()):
            yield from _inlined(member)
    for word in ("items", "additionalProperties"):
        if isinstance(schema.get(word), dict):
            yield from _inlined(schema[word])


def _at_top(schema: Tree) -> Iterator[str]:
    """The components that a value of a schema may be itself."""
    name = schema_reference(schema)
    if name is not None:
        yield name
    for member in schema.get("anyOf", ()):
        yield from _at_top(member)


def _reached(start: str, links: Mapping[str, set[str]]) -> set[str]:
    """What can be reached from a name, in one step or more."""
    reached: set[str] = set()
    pending = list(links.get(start, ()))
    while pending:
        name = pending.pop()
        if name not in reached:
            reached.add(name)
            pending.extend(links.get(name, ()))
    return reached
