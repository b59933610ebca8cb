"""Rename the last key of each place that the target selects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.retarget import retarget
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.document.tree.values import rename_key as rename
from specmend.errors import ActionFailed
from specmend.steps.edits.edit import Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Give the key of each selected place another name; its position stays, and references follow.

    Refuses a place in a list, and a name that its neighbor has.
    """
    new = parameters["to"]
    moved: dict[Address, Address] = {}
    # From the deepest place up, so that no address changes before its turn.
    for address in sorted(targets, key=len, reverse=True):
        if not address or not isinstance(address[-1], str):
            raise ActionFailed("this place has no key", address, expected="a member of a mapping")
        if new in get(tree, address[:-1]):
            raise ActionFailed(
                f"there is a key {new} beside it",
                (*address[:-1], new),
                advice="choose another name",
            )
        tree = rename(tree, address, new)
        moved[address] = (*address[:-1], new)
    return Edited(tree=retarget(tree, moved), places=tuple(moved.items()))


EDIT = NamedEdit(
    name="rename-key",
    help="Rename the key of each selected place.",
    parameters={
        "type": "object",
        "required": ["to"],
        "additionalProperties": False,
        "properties": {"to": {"type": "string", "description": "The new key."}},
    },
    apply=apply,
)
