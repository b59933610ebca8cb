"""A document without some of its operations, and without what only they needed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Final

from specmend.document.openapi.components import COMPONENTS
from specmend.document.openapi.objects import objects
from specmend.document.openapi.operations import (
    item_of,
    operation_at,
    operations_in,
    operations_of,
)
from specmend.document.openapi.plain_references import plain_references
from specmend.document.openapi.references import locate, reference_of
from specmend.document.openapi.retarget import every_reference
from specmend.document.openapi.usage import unused_components
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, remove

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
        here = [address for address in operations if address[1] == entry]
        # A path may have no operations, or hold something that is no path item at all.
        is_path = get(tree, ("paths", entry)) is not MISSING
        return here or ([("paths", entry)] if is_path else [])
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
        return entry in _tags_of(operation)
    return operation.get("operationId") == entry


def links_to(tree: Tree, removed: Collection[Address]) -> list[Address]:
    """The links to operations that go, and the references to such links among the components."""
    gone = frozenset(removed)
    ids = [
        operation["operationId"]
        for address, operation in objects(tree, "operation")
        if isinstance(operation, dict) and "operationId" in operation and _is_in(address, gone)
    ]
    links = {address: link for address, link in objects(tree, "link") if isinstance(link, dict)}
    leading = {
        address
        for address, link in links.items()
        if link.get("operationId") in ids or _is_in(_target(tree, link), gone)
    }
    named = [at for at, link in links.items() if locate(tree, reference_of(link)) in leading]
    return [*leading, *named]


def without_operations(
    tree: Tree, removed: Collection[Address], more: Collection[Address] = ()
) -> tuple[Tree, list[Address]]:
    """The document without operations, and the address of all that went with them.

    Path items that are left without an operation go, components that nothing uses any more, and
    tags that no operation has any more. What nothing used before stays, unless it refers to what
    goes. `more` goes besides.
    """
    chosen = frozenset(removed)
    # A path item among the components goes only when nothing refers to it any more.
    items = [item for item in dict.fromkeys(map(item_of, removed)) if item[0] != COMPONENTS]
    empty = dict.fromkeys(item for item in items if _is_emptied(tree, item, chosen))
    places = [*(address for address in removed if item_of(address) not in empty), *empty]
    gone = frozenset(places)
    places += [place for place in sorted(more, key=str) if not _is_in(place, gone)]
    unused = unused_components(tree)
    remaining = remove(tree, places)
    orphans = sorted(unused_components(remaining) - unused, key=str)
    remaining = remove(remaining, orphans)
    # What no operation reaches holds nothing: what it refers to is gone, and so it goes too.
    broken = _broken(plain_references(tree), remaining, unused)
    remaining = remove(remaining, broken)
    tags = _tag_places(tree, _tags(tree) - _tags(remaining))
    return _without_empty(remove(remaining, tags)), [*places, *orphans, *broken, *tags]


def _broken(before: Tree, after: Tree, components: Collection[Address]) -> list[Address]:
    """The components that refer, directly or through others of them, to what went."""
    leading = {
        component: {locate(before, text) for text in every_reference(get(before, component))}
        for component in components
    }
    broken: dict[Address, None] = {}
    todo = sorted(components, key=str)
    while todo:
        found = [
            component for component in todo if _leads_astray(after, leading[component], broken)
        ]
        broken |= dict.fromkeys(found)
        todo = [component for component in todo if component not in broken] if found else []
    return list(broken)


def _leads_astray(
    after: Tree, targets: Collection[Address | None], broken: Collection[Address]
) -> bool:
    return any(
        target is not None and (get(after, target) is MISSING or target[:3] in broken)
        for target in targets
    )


def _target(tree: Tree, link: Mapping[str, Any]) -> Address | None:
    """The place that the `operationRef` of a link names."""
    return locate(tree, reference_of({"$ref": link.get("operationRef")}))


def _is_in(address: Address | None, places: Collection[Address]) -> bool:
    """Whether an address is one of the places, or inside one."""
    lengths = range(1, len(address or ()) + 1)
    return any((address or ())[:length] in places for length in lengths)


def _is_emptied(tree: Tree, item: Address, removed: Collection[Address]) -> bool:
    """Whether no operation of a path item remains."""
    inside = (address for address, _ in operations_in(get(tree, item)))
    return item in removed or all((*item, *address) in removed for address in inside)


def _tags(tree: Tree) -> set[str]:
    operations = [node for _, node in objects(tree, "operation") if isinstance(node, dict)]
    return {tag for operation in operations for tag in _tags_of(operation)}


def _tags_of(operation: Mapping[str, Any]) -> list[str]:
    """The tags of an operation, without what is no tag at all."""
    tags = operation.get("tags")
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []


def _tag_places(tree: Tree, removed: Collection[str]) -> list[Address]:
    """The places of tags in `tags` and in `x-tagGroups`; a group goes with its last tag."""
    # What is no tag at all may not even be hashed: a list compares.
    gone = list(removed)
    places: list[Address] = [
        ("tags", index)
        for index, tag in enumerate(_list(tree, "tags"))
        if isinstance(tag, dict) and tag.get("name") in gone
    ]
    for index, group in enumerate(_list(tree, "x-tagGroups")):
        members = group.get("tags") if isinstance(group, dict) else None
        members = members if isinstance(members, list) else []
        lost = [number for number, tag in enumerate(members) if tag in gone]
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
