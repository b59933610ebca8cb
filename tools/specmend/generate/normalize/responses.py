"""Gives every operation its `responses`, which OpenAPI 3.1 (section 4.8.10) lets one leave out."""

from __future__ import annotations

from specmend.document.openapi.operations import operations
from specmend.document.openapi.schemas import Tree, copy_tree


def complete_responses(tree: Tree) -> Tree:
    """Add empty `responses` where there are none.

    openapi-python-client refuses the whole document without.
    """
    result = copy_tree(tree)
    for operation in operations(result):
        operation.node.setdefault("responses", {})
    return result
