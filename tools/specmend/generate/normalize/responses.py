"""Gives every operation its `responses`, which OpenAPI 3.1 (section 4.8.10) lets a document leave out."""

from __future__ import annotations

from specmend.document.openapi.schemas import Tree, copy_tree, operations


def complete_responses(tree: Tree) -> Tree:
    """Add empty `responses` where there are none: openapi-python-client refuses the whole document without."""
    result = copy_tree(tree)
    for _, _, operation in operations(result):
        operation.setdefault("responses", {})
    return result
