"""Presents operations under methods that the generator does not know as operations that it knows.

openapi-python-client reads eight fixed fields of a path item. An operation under `query`, or an
additional one, is written under another path as a `post`, with a note of what it is.
"""

from __future__ import annotations

from specmend.document.openapi.operations import (
    METHODS,
    MORE_METHODS,
    Operation,
    method_of,
    operations_in,
)
from specmend.document.openapi.schemas import Node, Tree

NOTE = "x-specmend-operation"
"""Stands in an operation that stands in for another: its path, and its method on the wire."""

_UNKNOWN = ("query", MORE_METHODS)
_FIELD = "post"


def stand_in_for_methods(tree: Tree) -> Tree:
    """Move each operation that the generator would not see to a path of its own, as a `post`."""
    paths = tree.get("paths")
    if not isinstance(paths, dict) or not any(_is_concerned(item) for item in paths.values()):
        return tree
    moved: dict[str, Tree] = {}
    for path, item in paths.items():
        if not _is_concerned(item):
            moved[path] = item
            continue
        shared = {key: value for key, value in item.items() if key not in (*METHODS, MORE_METHODS)}
        known = {key: value for key, value in item.items() if key not in _UNKNOWN}
        moved[path] = known
        for inside, operation in operations_in(item):
            if inside[0] in _UNKNOWN:
                method = method_of(inside)
                note = {NOTE: {"path": path, "method": method}}
                moved[_free(f"{path}#{method}", paths)] = {**shared, _FIELD: {**operation, **note}}
    return {**tree, "paths": moved}


def what_stands_for(operation: Operation) -> tuple[str, str]:
    """The path and the method on the wire that an operation of a normalized document is about."""
    note = operation.node.get(NOTE)
    return (note["path"], note["method"]) if note else (operation.path, operation.method)


def _is_concerned(item: Tree) -> bool:
    return any(inside[0] in _UNKNOWN for inside, _ in operations_in(item))


def _free(path: str, taken: Node) -> str:
    # No path has a fragment, but a document may.
    while path in taken:
        path += "#"
    return path
