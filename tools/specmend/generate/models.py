"""What datamodel-code-generator is given: the classes, each with its fields as code."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from specmend.document.openapi.components import refer
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.docstring import docstring
from specmend.generate.names import is_made_up
from specmend.generate.types.fields import Field, FieldReader
from specmend.generate.types.kinds import optional
from specmend.generate.types.read import TypeReader
from specmend.generate.types.write import BUILTIN_TYPES, Writer, quoted
from specmend.generate.words import description_of, note_on, with_note

CODE = "x-code"
"""The keyword that holds the lines of a class, which our template writes as they are."""

_BASE = "customBasePath"
"""The keyword by which the generator knows the parent of a class, where it is not the usual one."""

_TYPE_NAMES = (*BUILTIN_TYPES, "datetime")


def models_document(types: TypeReader) -> Tree | None:
    """A document of the classes alone, each with its fields as code; None where there is none."""
    if not types.classes:
        return None
    fields = FieldReader(types)
    renamed = _with_renamed_fields(types, fields)
    schemas = {name: _class(name, types, fields) for name in types.classes}
    for name in renamed:
        schemas[name][_BASE] = "_model.RenamedModel"
    info = {"title": "models", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}


def _with_renamed_fields(types: TypeReader, fields: FieldReader) -> set[str]:
    """The classes without parents that have a field under another name, or a child of them has.

    A name that we had to make, `field_id` for `_id`, is no name that a server would use too.
    """
    roots: set[str] = set()
    for name in types.classes:
        if any(one.name != one.wire and not is_made_up(one.name) for one in fields.own(name)):
            roots.update(_roots(name, fields))
    return roots


def _roots(name: str, fields: FieldReader) -> Iterator[str]:
    """The ancestors of a class that have no parents, or itself."""
    parents = fields.parents(name)
    for parent in parents:
        yield from _roots(parent, fields)
    if not parents:
        yield name


def _class(name: str, types: TypeReader, fields: FieldReader) -> Node:
    own = fields.own(name)
    result: Node = {"type": "object"}
    if parents := fields.parents(name):
        result["allOf"] = [refer(parent) for parent in parents]
    schema = types.component(name)
    description = with_note(description_of(schema), note_on(schema))
    lines = [docstring(description)] if description else []
    hidden = {one.name for one in fields.all(name)} & set(_TYPE_NAMES)
    lines += [_code(one, hidden) for one in own]
    # All of them as one field: the generator takes its time for each.
    return {**result, "properties": {f"of {name}": {CODE: "\n".join(lines)}}} if lines else result


def _code(field: Field, hidden: Collection[str]) -> str:
    """The lines of one field: its annotation, its default and its words."""
    kind = field.held if field.required else optional(field.held)
    text = Writer(hidden=hidden, checked=True).write(kind)
    if words := list(_field_words(field)):
        text = f"Annotated[{text}, Field({', '.join(words)})]"
    value = field.constant if field.required else _default(field, hidden)
    default = f" = {value}" if value else ""
    said = with_note(field.description, _lost_default(field))
    shown = f"\n{docstring(said)}\n" if said else ""
    return f"{field.name}: {text}{default}{shown}"


def _lost_default(field: Field) -> str:
    """The words on a default that is not there as code: of another type, or of a required field."""
    shown = field.misfit or (field.usual if field.required else "")
    return f"Default: {shown}." if shown else ""


def _default(field: Field, hidden: Collection[str]) -> str:
    """The value of a field that is not given; objects are made when they are needed.

    So they may be of a class that stands further down. A function does not see the fields of the
    class that it stands in, which may be called as a module is.
    """
    if field.default is None:
        return "None"
    code = field.default.code
    if field.default.classes or ("datetime" in hidden and "datetime." in code):
        return f"Field(default_factory=lambda: {code})"
    return code


def _field_words(field: Field) -> Iterator[str]:
    """What pydantic is told of a field beside its type.

    `alias` would be the only name of the constructor's argument for a type checker.
    """
    if field.name != field.wire:
        yield f"validation_alias={quoted(field.wire)}"
        yield f"serialization_alias={quoted(field.wire)}"
    if field.deprecated:
        yield 'json_schema_extra={"deprecated": True}'
