"""Take the default of schemas away."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, remove
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import mapping_at
from specmend.steps.edits.edit import NO_PARAMETERS, Edited, NamedEdit, stay


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:  # noqa: ARG001
    """Take the default of each selected schema away; refuses a schema that has none."""
    places: list[Address] = [(*address, "default") for address in targets]
    for place in places:
        if "default" not in mapping_at(tree, place[:-1]):
            raise ActionFailed("this schema has no default", place[:-1], advice="narrow the target")
        if _is_server_variable(place):
            raise ActionFailed("a server variable needs its default", place, advice="use set-value")
    return Edited(tree=remove(tree, places), places=stay(places))


def _is_server_variable(place: Address) -> bool:
    """Whether the default is that of a variable of a server's URL (OpenAPI 3.1 section 4.8.6)."""
    return place[-3:-2] == ("variables",) and "servers" in place


EDIT = NamedEdit(
    name="drop-default",
    help="Remove the default of the selected schemas.",
    parameters=NO_PARAMETERS,
    apply=apply,
)
