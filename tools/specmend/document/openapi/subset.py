"""A document without some of its operations, and without what only they needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from specmend.document.openapi.objects import METHODS, objects
from specmend.document.openapi.parameters import operations_of
from specmend.document.openapi.references import locate
from specmend.document.openapi.usage import unused_components
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, remove

SELECTORS: Final = ("paths", "tags", "ids")


def own_operations(tree: Tree) -> list[Address]:
    """The operations that the document offers or awaits: those of its paths and webhooks.

    A path item that is a reference counts as one, whatever operations it leads to.
    """
    return [
        address
        for address, value in objects(tree, "path item", "operation")
        if address[0] in {"paths", "webhooks"}
        and "callbacks" not in address[2:]
        and isinstance(value, dict)
        if (len(address) > len(("paths", "/path"))) != ("$ref" in value)
    ]


def matching(tree: Tree, operations: Collection[Address], by: str, entry: str) -> list[Address]:
    """The operations that one entry selects: a path, a tag or an operation id."""
    if by == "paths":
        return [address for address in operations if address[1] == entry]
    return [
        address
        for address in operations
        if any(_has(one, by, entry) for one in _operations(tree, address))
    ]


def _operations(tree: Tree, address: Address) -> list[Tree]:
    """The operation at an address, or those of the path item that a reference leads to."""
    value = get(tree, address)
    found = locate(tree, value["$ref"]) if isinstance(value.get("$ref"), str) else None
    return [get(tree, operation) for operation in operations_of(tree, found)] if found else [value]


def _has(operation: Mapping[str, Any], by: str, entry: str) -> bool:
    return (
        entry in (operation.get("tags") or ())
        if by == "tags"
        else operation.get("operationId") == entry
    )


def without_operations(tree: Tree, gone: Collection[Address]) -> tuple[Tree, list[Address]]:
    """The document without operations, and the address of all that went with them.

    Path items that are left without an operation go, components that nothing uses any more, and tags that no
    operation has any more. What nothing used before stays.
    """
    items = {address[:2] for address in gone}
    empty = {
        item
        for item in items
        if not _left(get(tree, item), {a for a in gone if a[:2] == item}, item)
    }
    places = [a for a in gone if a[:2] not in empty] + [
        a for a in dict.fromkeys(o[:2] for o in gone) if a in empty
    ]
    unused = unused_components(tree)
    made = remove(tree, places)
    orphans = sorted(unused_components(made) - unused, key=str)
    made = remove(made, orphans)
    tags = _tag_places(tree, _tags(tree) - _tags(made))
    return _without_empty(remove(made, tags)), [*places, *orphans, *tags]


def _left(item: Mapping[str, Any], gone: Collection[Address], address: Address) -> bool:
    methods = [(*address, m) for m in METHODS if m in item]
    methods += [
        (*address, "additionalOperations", m) for m in item.get("additionalOperations") or ()
    ]
    return any(method not in gone for method in methods)


def _tags(tree: Tree) -> set[str]:
    return {
        tag
        for _, operation in objects(tree, "operation")
        for tag in (operation.get("tags") or () if isinstance(operation, dict) else ())
    }


def _tag_places(tree: Tree, gone: Collection[str]) -> list[Address]:
    """The places of the tags in the document's list and in `x-tagGroups`; a group goes with its last tag."""
    tags = get(tree, ("tags",))
    places: list[Address] = [
        ("tags", index)
        for index, tag in enumerate(tags if isinstance(tags, list) else ())
        if isinstance(tag, dict) and tag.get("name") in gone
    ]
    groups = get(tree, ("x-tagGroups",))
    for index, group in enumerate(groups if isinstance(groups, list) else ()):
        members = group.get("tags") if isinstance(group, dict) else None
        lost = [
            i for i, tag in enumerate(members if isinstance(members, list) else ()) if tag in gone
        ]
        whole = bool(lost) and len(lost) == len(members or ())
        places += (
            [("x-tagGroups", index)] if whole else [("x-tagGroups", index, "tags", i) for i in lost]
        )
    return places


def _without_empty(tree: Tree) -> Tree:
    """Without kinds of components that have no member left, and lists of tags or webhooks that have none."""
    kinds = get(tree, ("components",))
    empty: list[Address] = [
        ("components", kind)
        for kind, named in (kinds.items() if isinstance(kinds, dict) else ())
        if named == {}
    ]
    if empty and len(empty) == len(kinds):
        empty = [("components",)]
    return remove(
        tree,
        [
            *empty,
            *((key,) for key in ("tags", "webhooks", "x-tagGroups") if tree.get(key) in ([], {})),
        ],
    )
