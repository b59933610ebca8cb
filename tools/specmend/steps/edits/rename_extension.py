"""Rename an extension, a field that starts with `x-`, wherever it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from specmend.document.openapi.kinds import DOCUMENT, Spot, spot_below
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, rename_key
from specmend.errors import ActionFailed
from specmend.steps.edits.edit import Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Rename an extension of the selected objects, or of all objects of the document.

    Its values stay. What only looks like one is left alone: names of properties, headers and
    components, and data. Refuses a target without it, and an object that has the new name already.
    """
    old, new = parameters["from"], parameters["to"]
    holders = list(_holders(tree, old)) if targets == ((),) else list(targets)
    for address in holders:
        value = get(tree, address)
        if not isinstance(value, dict) or old not in value:
            raise ActionFailed(f"there is no {old} here", address, advice="narrow the target")
        if new in value:
            raise ActionFailed(
                f"there is a {new} beside it", (*address, new), advice="choose another name"
            )
    if not holders:
        raise ActionFailed(f"no object has {old}", (), advice="check the name")
    for address in holders:
        tree = rename_key(tree, (*address, old), new)
    places = [((*address, old), (*address, new)) for address in holders]
    return Edited(tree=tree, places=tuple(places))


def _holders(tree: Tree, name: str) -> Iterator[Address]:
    """The objects that have an extension."""
    todo: list[tuple[Address, Tree, Spot]] = [((), tree, DOCUMENT)]
    while todo:
        address, value, spot = todo.pop()
        if spot.kind == "data":
            continue
        inside: list[tuple[str | int, Tree]] = []
        if isinstance(value, dict):
            if name in value and spot.may_have_extensions:
                yield address
            inside += value.items()
        elif isinstance(value, list):
            inside += enumerate(value)
        todo += reversed([((*address, k), child, spot_below(spot, k)) for k, child in inside])


EDIT = NamedEdit(
    name="rename-extension",
    help="Rename an `x-` field in the selected objects or in the whole document.",
    parameters={
        "type": "object",
        "required": ["from", "to"],
        "additionalProperties": False,
        "properties": {
            "from": {"type": "string", "pattern": "^x-.", "description": "The old name."},
            "to": {"type": "string", "pattern": "^x-.", "description": "The new name."},
        },
    },
    apply=apply,
)
