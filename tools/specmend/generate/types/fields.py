"""The fields of classes: their names in Python and on the wire, types and defaults."""

from __future__ import annotations

from dataclasses import dataclass

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.names import distinct_names, field_name
from specmend.generate.types.defaults import Default, DefaultReader, as_json, json_code
from specmend.generate.types.kinds import Choice, OneOf, Type, one_of
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import code_of
from specmend.generate.words import description_of, note_on


@dataclass(frozen=True, kw_only=True, slots=True)
class Field:
    """One field of a class; `wire` is its name in JSON.

    `usual` is what the document says of a value that is not given, as code, and `misfit` the same
    as JSON where the type does not have it. `note` has deprecation and the like in words. `held` is
    the type in the class, where an enumeration of an answer is open.
    """

    wire: str
    name: str
    kind: Type
    held: Type
    required: bool
    description: str
    default: Default | None
    deprecated: bool = False
    usual: str = ""
    misfit: str = ""
    note: str = ""

    @property
    def constant(self) -> str:
        """The only value of a field that must be there, as code; empty for any other field."""
        return only_value(self.kind) if self.required else ""


class FieldReader:
    """The fields of the classes of one document."""

    def __init__(self, types: TypeReader) -> None:
        self._types = types
        self.defaults = DefaultReader(types)
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
            self._field(name, wire, names[wire], member, required=wire in required)
            for wire, member in properties.items()
        ]

    def _field(self, owner: str, wire: str, name: str, member: Tree, *, required: bool) -> Field:
        node: Node = member if isinstance(member, dict) else {}
        kind = self._types.read(node)
        about = self._types.words_about(node)
        value = self._types.annotation(node, "default", is_shared=True)
        known = None if value is None else self.defaults.of_field(owner, kind, value)
        several = None if known is None or required else _of_several_values(kind)
        return Field(
            wire=wire,
            name=name,
            kind=kind,
            held=self._types.of_field(owner, wire, kind),
            required=required,
            description=description_of(*about),
            deprecated=self._types.annotation(node, "deprecated") is True,
            default=self.defaults.of_field(owner, several, value) if several else None,
            usual=json_code(value) if known else "",
            misfit=as_json(value) if value is not None and known is None else "",
            note=note_on(*about),
        )


def only_value(kind: Type) -> str:
    """The one value that a type has, as code; empty where there is more than one."""
    return code_of(kind.values[0]) if isinstance(kind, Choice) and len(kind.values) == 1 else ""


def _of_several_values(kind: Type) -> Type | None:
    """A type without the members that have one value alone.

    Requests carry the fields only that were set, so such a value as a default would be kept out.
    """
    members = kind.members if isinstance(kind, OneOf) else (kind,)
    others = [member for member in members if not only_value(member)]
    return one_of(others) if others else None
