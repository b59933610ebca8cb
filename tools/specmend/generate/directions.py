"""Where a document says of which direction something is, and no client can follow it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import component_schemas, schema_reference
from specmend.document.openapi.keywords import COMPOSITIONS, DIRECTIONS
from specmend.document.openapi.objects import objects
from specmend.document.tree.pointer import Address
from specmend.generate.remarks import grouped
from specmend.generate.source import Source

_HEEDED: Final = ("properties", "schemas", "$defs", *COMPOSITIONS)
"""The keywords of which the schemas are properties, or are put into one or referred to."""

_BOTH: Final = "what is both readOnly and writeOnly is in both directions"
_ELSEWHERE: Final = "the client heeds readOnly and writeOnly of properties, and of no others"

_LEFT_OUT: Final = ("callbacks", "headers", "links")


def direction_remarks(source: Source) -> Iterator[str]:
    """One sentence for what is of both directions, and one for what is no property."""
    both: list[Address] = []
    elsewhere: list[Address] = []
    components = component_schemas(source.tree)
    for address, schema in objects(source.tree, "schema"):
        if not isinstance(schema, dict) or set(address) & set(_LEFT_OUT):
            continue
        words = [word for word in DIRECTIONS if schema.get(word) is True]
        if len(words) > 1:
            both.append((*address, words[0]))
        elif address[-2] not in _HEEDED:
            target = components.get(schema_reference(schema) or "")
            behind = target if isinstance(target, dict) else {}
            words = words or ["$ref" for word in DIRECTIONS if behind.get(word) is True]
            elsewhere += [(*address, word) for word in words]
    yield from grouped(source, ((address, _BOTH) for address in both))
    yield from grouped(source, ((address, _ELSEWHERE) for address in elsewhere))
