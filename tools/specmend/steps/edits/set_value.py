"""Set a value wherever a rule selects it, whole: nothing is merged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, replace
from specmend.steps.edits.checks import check_apart
from specmend.steps.edits.edit import Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Put `value` in the place of every value that the target selects."""
    check_apart(targets)
    for address in targets:
        tree = replace(tree, address, parameters["value"])
    return Edited(tree=tree, places=tuple((address, address) for address in targets))


EDIT = NamedEdit(
    name="set-value",
    help="Replace every selected value as a whole.",
    parameters={
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {"value": {"description": "Any value."}},
    },
    apply=apply,
)
