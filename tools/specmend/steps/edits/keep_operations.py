"""Keep some operations of a document and drop all others, with what only those needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.subset import without_operations
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import check_links, check_references, check_whole
from specmend.steps.edits.edit import OPERATIONS, Edited, NamedEdit, stay
from specmend.steps.edits.selection import other_operations


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Keep the operations that one of the entries selects: a path, a tag, an id, or a name.

    Path items left empty go, components that nobody uses any more, and tags that no operation has
    any more. Security schemes that security lists name stay. Refuses an entry that selects nothing,
    entries that select everything, and a reference or link into what goes.
    """
    check_whole(targets)
    removed = other_operations(tree, parameters)
    if not removed:
        raise ActionFailed(
            "these are all operations of the document", ("paths",), advice="drop the step"
        )
    remaining, places = without_operations(tree, removed)
    check_links(tree, remaining)
    check_references(tree, remaining)
    return Edited(tree=remaining, places=stay(places))


EDIT = NamedEdit(
    name="keep-operations",
    help="Keep some operations and drop all others, with what only those needed.",
    parameters=OPERATIONS,
    apply=apply,
)
