"""The defaults of a document that are left out, as their types do not have them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from specmend.document.openapi.objects import objects
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.generate.remarks import more_places
from specmend.generate.source import Source
from specmend.generate.types.fields import FieldReader
from specmend.generate.types.read import TypeReader


def default_remarks(source: Source, normalized: Tree) -> Iterator[str]:
    """One sentence with the first place of the properties that have such a default."""
    places = _places(source, _misfits(normalized))
    if places:
        yield (
            f"{source.where(places[0])}{more_places(len(places) - 1)}: the client does without a "
            "default that its schema does not allow"
        )


def _misfits(normalized: Tree) -> set[tuple[str, str]]:
    """The names of such properties, each with the default as JSON."""
    types = TypeReader(normalized)
    fields = FieldReader(types)
    return {
        (field.wire, _shown(types.component(name)["properties"][field.wire]["default"]))
        for name in types.classes
        for field in fields.own(name)
        if field.misfit
    }


def _places(source: Source, misfits: set[tuple[str, str]]) -> list[Address]:
    """Where properties of these names have these defaults."""
    return [
        (*address, "default")
        for address, schema in (objects(source.tree, "schema") if misfits else ())
        if isinstance(schema, dict)
        and "default" in schema
        and address[-2:-1] == ("properties",)
        and (str(address[-1]), _shown(schema["default"])) in misfits
    ]


def _shown(value: Tree) -> str:
    return json.dumps(value, sort_keys=True, default=str)
