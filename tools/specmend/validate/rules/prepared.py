"""The tables of names in a document, and the extensions that stand among names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from specmend.document.openapi.kinds import PARTS, UNKNOWN, Spot, is_stray_extension
from specmend.document.openapi.objects import objects, parts_of
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree


def stray_extensions(tree: Tree) -> list[Address]:
    """The extensions that stand among names, of components, callbacks, media types and so on."""
    found: list[Address] = []
    todo: list[tuple[Address, Tree, str]] = [((), tree, "document")]
    while todo:
        address, value, kind = todo.pop()
        found += [(*address, *inside) for inside in _strays(value, PARTS.get(kind, {}))]
        # What stands in a schema under `properties` and the like is a name.
        parts = [part for part in parts_of(value, kind) if part[2] != "schema"]
        todo += reversed([((*address, *inside), child, below) for inside, child, below in parts])
    return found


def _strays(value: Tree, parts: Mapping[str, Spot]) -> Iterator[Address]:
    for key, table in value.items() if isinstance(value, dict) else ():
        spot = parts.get(key, UNKNOWN)
        for name, member in table.items() if isinstance(table, dict) else ():
            if is_stray_extension(spot, name, member):
                yield key, name


def response_tables(tree: Tree) -> Iterator[tuple[Address, dict[str, Tree]]]:
    """The responses of every operation."""
    for address, operation in objects(tree, "operation"):
        responses = operation.get("responses") if isinstance(operation, dict) else None
        if isinstance(responses, dict):
            yield (*address, "responses"), responses


def component_tables(tree: Tree) -> Iterator[tuple[Address, dict[str, Tree]]]:
    """The tables of the components, kind by kind."""
    for address, components in objects(tree, "components"):
        for kind, table in components.items() if isinstance(components, dict) else ():
            if not kind.startswith("x-") and isinstance(table, dict):
                yield (*address, kind), table
