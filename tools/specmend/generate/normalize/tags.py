"""Takes the tags away, for a client whose methods all stand on the client itself."""

from __future__ import annotations

from specmend.generate.normalize.walk import Tree, copy_tree, operations


def without_tags(tree: Tree) -> Tree:
    """Drop the tags of every operation: the generators make a group of methods for each."""
    result = copy_tree(tree)
    for _, _, operation in operations(result):
        operation.pop("tags", None)
    return result
