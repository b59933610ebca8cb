"""What stands elsewhere now: behind a reference, in a branch of allOf, on another path, shared by a path."""

from __future__ import annotations

from specmend.document.openapi.operations import operation_at, operations, operations_of
from specmend.document.openapi.references import locate
from specmend.document.tree.pointer import Address, format_path
from specmend.document.tree.values import MISSING, Tree, get
from specmend.matching.list_members import Found, names_of

_LISTS = ("parameters", "tags", "servers")


def followed_reference(_old: Tree, new: Tree, address: Address, parent: Address) -> Found | None:
    """The place behind the reference that the parent became."""
    value = get(new, parent)
    reference = value.get("$ref") if isinstance(value, dict) else None
    place = locate(new, reference) if isinstance(reference, str) else None
    if place is None or get(new, (*place, address[-1])) is MISSING:
        return None
    return Found(
        at=(*place, address[-1]),
        evidence=f"{format_path(parent)} became a reference to {reference}",
    )


def in_branches(_old: Tree, new: Tree, address: Address, parent: Address) -> Found | None:
    """A property that one branch of the schema's allOf has now."""
    deep = address[-2:-1] == ("properties",)
    if not deep and address[-1] != "properties":
        return None
    schema = parent[:-1] if deep else parent
    rest = ("properties", address[-1]) if deep else ("properties",)
    branches = get(new, (*schema, "allOf"))
    places = [
        _target(new, (*schema, "allOf", i))
        for i in range(len(branches) if isinstance(branches, list) else 0)
    ]
    found = [(*place, *rest) for place in places if get(new, (*place, *rest)) is not MISSING]
    if len(found) == 1:
        return Found(at=found[0], evidence=f"a branch of allOf in {format_path(schema)} has it")
    return Found(at=None, candidates=tuple(found)) if found else None


def relocated_operation(
    old: Tree, new: Tree, address: Address, _parent: Address | None
) -> Found | None:
    """An operation with the same id at another path or method."""
    if address[:1] != ("paths",) or operation_at(address) != address:
        return None
    name = get(old, (*address, "operationId"))
    if not isinstance(name, str):
        return None
    found = [one.address for one in operations(new) if one.node.get("operationId") == name]
    if len(found) == 1:
        return Found(at=found[0], evidence=f"same operation id {name}")
    return Found(at=None, candidates=tuple(found)) if found else None


def shared_parameter(old: Tree, new: Tree, address: Address, parent: Address) -> Found | None:
    """A parameter of an operation that its path shares now, or the other way round."""
    if address[-2:-1] != ("parameters",) or address[0] != "paths":
        return None
    names = names_of(old, get(old, address), ("name", "in"))
    item = parent[:2]
    lists = [(*holder, "parameters") for holder in (item, *operations_of(new, item))]
    found = [
        (*place, index)
        for place in lists
        if place != parent and isinstance(get(new, place), list)
        for index, member in enumerate(get(new, place))
        if names and names_of(new, member, ("name", "in")) == names
    ]
    if len(found) == 1:
        return Found(
            at=_target(new, found[0]),
            evidence=f"same name {names[0]} in {names[1]}, at {format_path(parent[:2])}",
        )
    return Found(at=None, candidates=tuple(found)) if found else None


def _target(tree: Tree, address: Address) -> Address:
    """The address that a reference at a place leads to, or the place itself."""
    value = get(tree, address)
    reference = value.get("$ref") if isinstance(value, dict) else None
    return (locate(tree, reference) if isinstance(reference, str) else None) or address
