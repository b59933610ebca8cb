"""The named edit that leaves given operations out of a document."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from specmend.document.openapi.operation_names import OperationName, places_to_drop
from specmend.document.openapi.subset import links_to
from specmend.document.tree.values import Tree


def leave_out(tree: Tree, names: Collection[OperationName]) -> dict[str, Any]:
    """The fields of `drop-operations` that drop operations; a name without a method is a path."""
    paths = [name.path for name in names if not name.method]
    operations = [name for name in names if name.method and name.path not in paths]
    fields: dict[str, Any] = {"name": "drop-operations"}
    if paths:
        fields["paths"] = paths
    if operations:
        fields["operations"] = [str(name) for name in operations]
    places = [("paths", path) for path in paths]
    if links_to(tree, [*places, *places_to_drop(tree, operations)]):
        fields["links"] = True
    return fields
