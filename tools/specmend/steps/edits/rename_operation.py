"""Rename operations by their ids, with the links that name them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.objects import map_objects, objects
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, replace
from specmend.steps.edits.checks import check_names, check_whole
from specmend.steps.edits.edit import NAMES, Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Give operations other ids; the `operationId` of links follows.

    Refuses an id that is not there, an id that is taken, and two operations with one new id.
    """
    check_whole(targets)
    names: Mapping[str, str] = parameters["names"]
    known = ids_of(tree)
    check_names(names, known, "operation", ("paths",))
    tree = _links(tree, names)
    for old, new in names.items():
        tree = replace(tree, known[old], new)
    return Edited(tree=tree, places=tuple((known[old], known[old]) for old in names))


def ids_of(tree: Tree) -> dict[str, Address]:
    """The place of each operation id."""
    return {
        str(operation["operationId"]): (*address, "operationId")
        for address, operation in objects(tree, "operation")
        if isinstance(operation, dict) and "operationId" in operation
    }


def _links(tree: Tree, names: Mapping[str, str]) -> Tree:
    """The document with the operation ids of its links renamed (OpenAPI 3.1 section 4.8.20)."""

    def rename(link: dict[str, Tree]) -> Tree:
        name = str(link.get("operationId"))
        return {**link, "operationId": names[name]} if name in names else link

    return map_objects(tree, "link", rename)


EDIT = NamedEdit(
    name="rename-operation",
    help="Change the ids of operations.",
    parameters=NAMES,
    apply=apply,
)
