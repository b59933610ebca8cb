"""A document without some of its operations, and without what only they needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.objects import objects
from specmend.document.openapi.operations import operation_at, operations_in, operations_of
from specmend.document.openapi.references import locate
from specmend.document.openapi.usage import unused_components
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, remove

SELECTORS: Final = ("paths", "tags", "ids")


def own_operations(tree: Tree) -> list[Address]:
    """The operations that the document offers or awaits: those of its paths and webhooks.

    A path item that is a reference counts as one, whatever operations it leads to.
    """
    addresses: list[Address] = []
    for address, value in objects(tree, "path item", "operation"):
        if not isinstance(value, dict) or address[0] not in {"paths", "webhooks"}:
            continue
        is_item = len(address) == len(("paths", "/path"))
        if (is_item and "$ref" in value) or (not is_item and operation_at(address) == address):
            addresses.append(address)
    return addresses


def matching(tree: Tree, operations: Collection[Address], by: str, entry: str) -> list[Address]:
    """The operations that one entry selects: a path, a tag or an operation id."""
    if by == "paths":
        return [address for address in operations if address[1] == entry]
    return [
        address
        for address in operations
        if any(_has(operation, by, entry) for operation in _operations(tree, address))
    ]


def _operations(tree: Tree, address: Address) -> list[Tree]:
    """The operation at an address, or those of the path item that a reference leads to."""
    value = get(tree, address)
    item = locate(tree, value["$ref"]) if isinstance(value.get("$ref"), str) else None
    return [get(tree, operation) for operation in operations_of(tree, item)] if item else [value]


def _has(operation: Mapping[str, Any], by: str, entry: str) -> bool:
    if by == "tags":
        return entry in (operation.get("tags") or ())
    return operation.get("operationId") == entry


def without_operations(tree: Tree, removed: Collection[Address]) -> tuple[Tree, list[Address]]:
    """The document without operations, and the address of all that went with them.

    Path items that are left without an operation go, components that nothing uses any more, and
    tags that no operation has any more. What nothing used before stays.
    """
    items = list(dict.fromkeys(address[:2] for address in removed))
    empty = [item for item in items if _is_emptied(tree, item, removed)]
    places = [address for address in removed if address[:2] not in empty] + empty
    unused = unused_components(tree)
    remaining = remove(tree, places)
    orphans = sorted(unused_components(remaining) - unused, key=str)
    remaining = remove(remaining, orphans)
    tags = _tag_places(tree, _tags(tree) - _tags(remaining))
    return _without_empty(remove(remaining, tags)), [*places, *orphans, *tags]


def _is_emptied(tree: Tree, item: Address, removed: Collection[Address]) -> bool:
    """Whether no operation of a path item remains."""
    inside = (address for address, _ in operations_in(get(tree, item)))
    return all((*item, *address) in removed for address in inside)


def _tags(tree: Tree) -> set[str]:
    operations = [node for _, node in objects(tree, "operation") if isinstance(node, dict)]
    return {tag for operation in operations for tag in operation.get("tags") or ()}


def _tag_places(tree: Tree, removed: Collection[str]) -> list[Address]:
    """The places of tags in `tags` and in `x-tagGroups`; a group goes with its last tag."""
    places: list[Address] = [
        ("tags", index)
        for index, tag in enumerate(_list(tree, "tags"))
        if isinstance(tag, dict) and tag.get("name") in removed
    ]
    for index, group in enumerate(_list(tree, "x-tagGroups")):
        members = group.get("tags") if isinstance(group, dict) else None
        members = members if isinstance(members, list) else []
        lost = [number for number, tag in enumerate(members) if tag in removed]
        if lost and len(lost) == len(members):
            places.append(("x-tagGroups", index))
        else:
            places += [("x-tagGroups", index, "tags", number) for number in lost]
    return places


def _list(tree: Tree, key: str) -> list[Tree]:
    value = get(tree, (key,))
    return value if isinstance(value, list) else []


def _without_empty(tree: Tree) -> Tree:
    """Without kinds of components that have no member left, and lists that have none."""
    kinds = get(tree, (COMPONENTS,))
    kinds = kinds if isinstance(kinds, dict) else {}
    empty: list[Address] = [(COMPONENTS, kind) for kind, named in kinds.items() if named == {}]
    if empty and len(empty) == len(kinds):
        empty = [(COMPONENTS,)]
    lists = [key for key in ("tags", "webhooks", "x-tagGroups") if tree.get(key) in ([], {})]
    return remove(tree, [*empty, *((key,) for key in lists)])
