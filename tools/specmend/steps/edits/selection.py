"""The operations that the entries of an edit select; each refuses an entry that selects none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.operation_names import (
    OperationName,
    named_operations,
    places_to_drop,
    sharing,
)
from specmend.document.openapi.subset import SELECTORS, matching, own_operations
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.errors import ActionFailed

BY_NAME = "operations"
"""The parameter whose entries are a method and a path."""


def selected_operations(tree: Tree, parameters: Mapping[str, Any]) -> list[Address]:
    """The places of the operations that the entries of OPERATIONS select.

    Refuses an operation that another path has at the same place, when that one is not selected.
    """
    selected = _by_fields(tree, parameters)
    if BY_NAME not in parameters:
        return selected
    names = _entries(tree, parameters) | _names_at(tree, selected)
    return list(dict.fromkeys([*selected, *_places(tree, names)]))


def other_operations(tree: Tree, parameters: Mapping[str, Any]) -> list[Address]:
    """The places of the operations that no entry selects."""
    selected = _by_fields(tree, parameters)
    others = [address for address in own_operations(tree) if address not in selected]
    if BY_NAME not in parameters:
        return others
    kept = _entries(tree, parameters)
    names = _names_at(tree, others) - kept
    unnamed = [address for address in others if address[0] != "paths"]
    return list(dict.fromkeys([*unnamed, *_places(tree, names)]))


def _by_fields(tree: Tree, parameters: Mapping[str, Any]) -> list[Address]:
    known = own_operations(tree)
    selected: dict[Address, None] = {}
    for by in SELECTORS:
        for entry in parameters.get(by, ()):
            here = matching(tree, known, by, entry)
            if not here:
                raise ActionFailed(
                    f"no operation has {entry} among its {by}", ("paths",), advice="check the entry"
                )
            selected |= dict.fromkeys(here)
    return list(selected)


def _entries(tree: Tree, parameters: Mapping[str, Any]) -> set[OperationName]:
    known = named_operations(tree)
    names = set()
    for entry in parameters[BY_NAME]:
        method, _, path = entry.partition(" ")
        if OperationName(path, method) not in known:
            raise ActionFailed(
                f"there is no operation {entry}",
                ("paths",),
                expected="a method as it is sent, and a path of the document, as GET /pets",
                advice="check the entry",
            )
        names.add(OperationName(path, method))
    return names


def _names_at(tree: Tree, places: list[Address]) -> set[OperationName]:
    """The operations at places, which may be whole paths."""
    chosen = set(places)
    return {
        name
        for name, here in named_operations(tree).items()
        if ("paths", name.path) in chosen or not chosen.isdisjoint(here)
    }


def _places(tree: Tree, names: set[OperationName]) -> list[Address]:
    for name, other in sharing(tree, names).items():
        raise ActionFailed(
            f"{name} is {other} too: both paths refer to one path item",
            ("paths", name.path),
            advice="name both of them, or all operations of one path",
        )
    return places_to_drop(tree, names)
