"""Add and remove members of a list by value: an enum, a required list, tags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, replace, same
from specmend.errors import ActionFailed
from specmend.steps.edits.edit import Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Add members at the end of each selected list, and remove members, by value.

    Refuses a place that is no list, a member to add that is there already, and one to remove that
    is not.
    """
    for address in targets:
        members = get(tree, address)
        if not isinstance(members, list):
            raise ActionFailed(
                "this is not a list", address, expected="a list", advice="check the target"
            )
        kept = _without(members, parameters.get("remove", []), address)
        tree = replace(tree, address, _with(kept, parameters.get("add", []), address))
    return Edited(tree=tree, places=tuple((address, address) for address in targets))


def _without(members: list[Tree], gone: list[Tree], address: Address) -> list[Tree]:
    for value in gone:
        if not any(same(member, value) for member in members):
            raise ActionFailed(
                f"the list has no member {write_json(value)}",
                address,
                advice="take it out of `remove`",
            )
    return [member for member in members if not any(same(member, value) for value in gone)]


def _with(members: list[Tree], added: list[Tree], address: Address) -> list[Tree]:
    for value in added:
        if any(same(member, value) for member in members):
            raise ActionFailed(
                f"the list has the member {write_json(value)} already",
                address,
                advice="take it out of `add`",
            )
    return [*members, *added]


EDIT = NamedEdit(
    name="change-members",
    help="Add members to the selected lists and remove others, by value.",
    parameters={
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {
            "add": {
                "type": "array",
                "minItems": 1,
                "description": "Values to add at the end. None of them may be there yet.",
            },
            "remove": {
                "type": "array",
                "minItems": 1,
                "description": "Values to remove. All of them must be there.",
            },
        },
    },
    apply=apply,
)
