"""The fields of classes: their names in Python and on the wire, types and defaults."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.names import distinct_names, field_name
from specmend.generate.types.kinds import Bounded, Choice, OneOf, Scalar, Type
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import code_of


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field of a class; `wire` is its name in JSON, `default` its default as code or empty."""

    wire: str
    name: str
    kind: Type
    required: bool
    description: str
    default: str
    deprecated: bool = False


class FieldReader:
    """The fields of the classes of one document."""

    def __init__(self, types: TypeReader) -> None:
        self._types = types
        self._own: dict[str, list[Field]] = {}

    def own(self, name: str) -> list[Field]:
        """The fields that a class adds to those of its parents."""
        if name not in self._own:
            self._own[name] = []  # a class that is its own ancestor has no fields from there
            self._own[name] = self._read(name)
        return self._own[name]

    def all(self, name: str) -> list[Field]:
        """All fields of a class, those of its parents first."""
        return [*self._inherited(name), *self.own(name)]

    def _inherited(self, name: str) -> list[Field]:
        parents = self.parents(name)
        return [one for parent in parents for one in self.all(parent)]

    def parents(self, name: str) -> list[str]:
        """The classes that a class inherits from."""
        schema = self._types.component(name)
        return [schema_named(parent.get("$ref")) for parent in schema.get("allOf", ())]

    def _read(self, name: str) -> list[Field]:
        schema = self._types.component(name)
        known = self._inherited(name)
        taken = {one.name for one in known} | {one.wire for one in known}
        required = set(schema.get("required", ()))
        properties = schema.get("properties", {})
        names = distinct_names(properties, field_name, taken)
        return [
            self._field(wire, names[wire], member, required=wire in required)
            for wire, member in properties.items()
        ]

    def _field(self, wire: str, name: str, member: Tree, *, required: bool) -> Field:
        node: Node = member if isinstance(member, dict) else {}
        kind = self._types.read(node)
        description = node.get("description")
        return Field(
            wire=wire,
            name=name,
            kind=kind,
            required=required,
            description=description if isinstance(description, str) else "",
            deprecated=node.get("deprecated") is True,
            default="" if required else default_code(kind, node.get("default")),
        )


def default_code(kind: Type, value: Any) -> str:
    """A default as code; empty where the type does not have the value, or it is no single value.

    Requests carry the fields only that were set, so the default of one that has one value alone
    would keep it out.
    """
    members = kind.members if isinstance(kind, OneOf) else (kind,)
    return next((code_of(value) for member in members if _is_of(member, value)), "")


def _is_of(kind: Type, value: Any) -> bool:
    if isinstance(kind, Bounded):
        return _is_of(kind.inner, value)
    if isinstance(kind, Choice):
        return len(kind.values) > 1 and any(
            value == one and type(value) is type(one) for one in kind.values
        )
    return isinstance(kind, Scalar) and type(value) in _TYPES.get(kind.name, ())


_TYPES = {"str": (str,), "int": (int,), "float": (float, int), "bool": (bool,)}
