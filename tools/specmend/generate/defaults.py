"""The defaults of a document that are left out, as their types do not have them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.objects import objects
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.generate.remarks import grouped
from specmend.generate.source import Source
from specmend.generate.types.defaults import as_json
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.read import TypeReader

_LEFT_OUT: Final = "the client does without a default that its schema does not allow"


def default_remarks(source: Source, normalized: Tree) -> Iterator[str]:
    """One sentence with the first place of the properties that have such a default."""
    places = _places(source, _misfits(normalized))
    return grouped(source, ((address, _LEFT_OUT) for address in places))


def _misfits(normalized: Tree) -> set[tuple[str, str]]:
    """The names of such properties, each with the default as JSON."""
    types = TypeReader(normalized)
    fields = FieldReader(types)
    found = (field for name in types.classes for field in fields.own(name))
    return {(field.wire, field.misfit) for field in found if field.misfit}


def _places(source: Source, misfits: set[tuple[str, str]]) -> list[Address]:
    """Where properties of these names, or components that they refer to, have these defaults."""
    return [
        (*address, "default")
        for address, schema in (objects(source.tree, "schema") if misfits else ())
        if isinstance(schema, dict)
        and "default" in schema
        and _is_meant(address, as_json(schema["default"]), misfits)
    ]


def _is_meant(address: Address, default: str, misfits: set[tuple[str, str]]) -> bool:
    if address[:-1] == SCHEMAS:
        return any(default == text for _, text in misfits)
    return address[-2] == "properties" and (str(address[-1]), default) in misfits
