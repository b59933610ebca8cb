"""Drop operations of a document, with what only they needed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from specmend.document.openapi.subset import links_to, own_operations, without_operations
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import check_links, check_references, check_whole
from specmend.steps.edits.edit import OPERATIONS, Edited, NamedEdit, stay
from specmend.steps.edits.selection import selected_operations


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Drop the operations that one of the entries selects: a path, a tag, an id, or a name.

    Path items left empty go, components that nobody uses any more, and tags that no operation has
    any more. Security schemes that security lists name stay. Refuses an entry that selects nothing,
    entries that select everything, and a reference or link into what goes; with `links`, such a
    link goes too.
    """
    check_whole(targets)
    removed = selected_operations(tree, parameters)
    links = links_to(tree, removed) if parameters.get("links") else []
    remaining, places = without_operations(tree, removed, links)
    if not own_operations(remaining):
        raise ActionFailed(
            "no operation of the document would be left", ("paths",), advice="check the entries"
        )
    check_links(tree, remaining)
    check_references(tree, remaining)
    return Edited(tree=remaining, places=stay(places))


_LINKS: Final[Mapping[str, Any]] = {
    "description": "Whether links to these operations go too. Else they are an error.",
    "type": "boolean",
}

EDIT = NamedEdit(
    name="drop-operations",
    help="Drop operations, together with what only they needed.",
    parameters={**OPERATIONS, "properties": {**OPERATIONS["properties"], "links": _LINKS}},
    apply=apply,
)
