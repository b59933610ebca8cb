"""Declare the path parameters that a path template names and nobody declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.operations import operations_of
from specmend.document.openapi.parameters import path_names, template_names
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, replace
from specmend.errors import ActionFailed, FailureReason
from specmend.steps.edits.checks import mapping_at
from specmend.steps.edits.edit import Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Declare, for each selected path item, the names in its template that no parameter declares.

    A name that no operation declares is declared by the path item, another one by the operations
    that lack it, all with the same `schema`, which is a string unless said otherwise. Refuses a
    path item that lacks none.
    """
    schema = parameters.get("schema", {"type": "string"})
    places: dict[Address, Address] = {}
    for item in targets:
        mapping_at(tree, item, "path item")
        if len(item) != 2 or item[0] != "paths":  # noqa: PLR2004 - a path item stands right under paths
            raise ActionFailed(
                "this is not a path item",
                item,
                expected="a member of paths",
                advice="check the target",
            )
        missing = _missing(tree, item)
        if not missing:
            raise ActionFailed(
                "every name in this path is declared",
                item,
                advice="narrow the target",
                reason=FailureReason.ALREADY_DONE,
            )
        for holder, names in missing.items():
            address: Address = (*holder, "parameters")
            added = [
                {"name": name, "in": "path", "required": True, "schema": schema} for name in names
            ]
            listed = get(tree, address)
            tree = replace(tree, address, [*(listed if listed is not MISSING else []), *added])
            places[address] = address
    return Edited(tree=tree, places=tuple(places.items()))


def _missing(tree: Tree, item: Address) -> dict[Address, list[str]]:
    """The names to declare, by the path item or the operation that is to declare them."""
    operations = operations_of(tree, item)
    missing: dict[Address, list[str]] = {}
    for name in template_names(str(item[-1])):
        if name in path_names(tree, item):
            continue
        lacking = [
            operation for operation in operations if name not in path_names(tree, item, operation)
        ]
        for holder in [item] if len(lacking) == len(operations) else lacking:
            missing.setdefault(holder, []).append(name)
    return missing


EDIT = NamedEdit(
    name="add-path-parameter",
    help="Declare the path parameters that a template names but nothing declares.",
    parameters={
        "type": "object",
        "additionalProperties": False,
        "properties": {
            "schema": {
                "type": "object",
                "description": "The schema of the new parameters; a string by default.",
            }
        },
    },
    apply=apply,
)
