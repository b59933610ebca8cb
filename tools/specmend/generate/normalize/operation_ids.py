"""Gives a name to operations that have none."""

from __future__ import annotations

import re

from specmend.document.openapi.schemas import Tree, copy_tree, operations


def derive_operation_ids(tree: Tree) -> Tree:
    """Derive a missing `operationId` from method and path: `GET /pets/{id}` gives `get_pets_id`."""
    result = copy_tree(tree)
    taken = {operation.get("operationId") for _, _, operation in operations(result)}
    for path, method, operation in operations(result):
        if operation.get("operationId"):
            continue
        base = "_".join([method, *re.findall(r"[A-Za-z0-9]+", path)])
        name, number = base, 1
        while name in taken:
            number += 1
            name = f"{base}_{number}"
        operation["operationId"] = name
        taken.add(name)
    return result
