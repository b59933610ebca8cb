"""Gives a name to operations that have none."""

from __future__ import annotations

import re
from urllib.parse import unquote

from specmend.document.openapi.operations import Operation, operations
from specmend.document.openapi.schemas import Tree, copy_tree


def derive_operation_ids(tree: Tree) -> Tree:
    """Derive a missing `operationId` from method and path: `GET /pets/{id}` gives `get_pets_id`."""
    result = copy_tree(tree)
    taken = {operation.node.get("operationId") for operation in operations(result)}
    for operation in operations(result):
        if not operation.node.get("operationId"):
            name = _free_name(operation, taken)
            operation.node["operationId"] = name
            taken.add(name)
    return result


def _free_name(operation: Operation, taken: set[Tree]) -> str:
    words = re.findall(r"[A-Za-z0-9]+", unquote(operation.path))
    base = "_".join([operation.method.lower(), *words])
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}_{number}"
    return name
