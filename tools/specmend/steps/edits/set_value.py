"""Set a value wherever a rule selects it, whole: nothing is merged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.pointer import Address
from specmend.document.tree import Tree, replace
from specmend.steps.edits.edit import Edited, EditFailed, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Put `value` in the place of every value that the target selects."""
    for one, other in zip(sorted(targets, key=_order), sorted(targets, key=_order)[1:], strict=False):
        if other[: len(one)] == one:
            raise EditFailed("the rule selects a place inside another place that it selects", other,
                             advice="narrow the target so that each place is selected by itself")  # fmt: skip
    for address in targets:
        tree = replace(tree, address, parameters["value"])
    return Edited(tree=tree, places=tuple((address, address) for address in targets))


def _order(address: Address) -> tuple[str, ...]:
    return tuple(str(token) for token in address)


EDIT = NamedEdit(
    name="set-value",
    help="put a value in the place of every value that the target selects",
    parameters={"type": "object", "required": ["value"], "additionalProperties": False, "properties": {"value": {}}},
    apply=apply,
)
