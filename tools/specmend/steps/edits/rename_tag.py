"""Rename tags, in the list of tags and wherever an operation has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmend.document.openapi.objects import objects
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, replace
from specmend.steps.edits.checks import check_names, check_whole
from specmend.steps.edits.edit import NAMES, Edited, NamedEdit, stay


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Give tags other names, in the document's list, in all operations and in `x-tagGroups`.

    The `parent` of tags follows too (OpenAPI 3.2). Refuses a tag that is not there, and a name that
    is taken.
    """
    check_whole(targets)
    names: Mapping[str, str] = parameters["names"]
    known: dict[str, Address] = {}
    for address in mentions(tree):
        known.setdefault(get(tree, address), address)
    check_names(names, known, "tag", ("tags",) if "tags" in tree else ())
    places = [address for address in mentions(tree) if get(tree, address) in names]
    for address in places:
        tree = replace(tree, address, names[get(tree, address)])
    return Edited(tree=tree, places=stay(places))


def mentions(tree: Tree) -> Iterator[Address]:
    """Every place that holds the name of a tag."""
    for index, tag in _members(tree, ("tags",)):
        for key in ("name", "parent"):
            if isinstance(tag, dict) and isinstance(tag.get(key), str):
                yield "tags", index, key
    for operation, _ in objects(tree, "operation"):
        yield from _texts(tree, (*operation, "tags"))
    for index, _ in _members(tree, ("x-tagGroups",)):
        yield from _texts(tree, ("x-tagGroups", index, "tags"))


def _texts(tree: Tree, address: Address) -> Iterator[Address]:
    return (
        (*address, index) for index, member in _members(tree, address) if isinstance(member, str)
    )


def _members(tree: Tree, address: Address) -> Iterator[tuple[int, Tree]]:
    value = get(tree, address)
    return enumerate(value if isinstance(value, list) else ())


EDIT = NamedEdit(
    name="rename-tag",
    help="Rename tags.",
    parameters=NAMES,
    apply=apply,
)
