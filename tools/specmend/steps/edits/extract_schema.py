"""Make a component of schemas that are written out in several places and say the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.retarget import retarget
from specmend.document.tree.pointer import Address, format_path, format_pointer
from specmend.document.tree.values import MISSING, Tree, first_difference, get, replace, same
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import check_apart, mapping_at, refuse_all
from specmend.steps.edits.edit import COMPONENT_NAME, Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Put the selected schema under the name `as` among the components.

    A reference takes its place, and every other place of the same schema that is selected.

    References into the places follow. Refuses schemas that differ, a schema that is a reference or
    has a name already, a place inside another selected place, and a name that is taken.
    """
    name = str(parameters["as"])
    place: Address = (*SCHEMAS, name)
    check_apart(targets)
    if get(tree, place) is not MISSING:
        raise ActionFailed(f"there is a schema {name} already", place, advice="choose another name")
    for address in targets:
        schema = mapping_at(tree, address)
        if "$ref" in schema:
            raise ActionFailed(
                "this is a reference",
                address,
                advice="narrow the target to schemas that are written out",
            )
        if address[:-1] == SCHEMAS:
            raise ActionFailed(
                "this schema has a name already", address, advice="use rename-schema"
            )
    schema = get(tree, targets[0])
    _check_same(tree, targets, schema)
    reference = {"$ref": "#" + format_pointer(place)}
    made = retarget(tree, dict.fromkeys(targets, place))
    schema = get(made, targets[0])
    for address in targets:
        made = replace(made, address, reference)
    return Edited(
        tree=_with_component(made, name, schema),
        places=((place, place), *((a, a) for a in targets)),
    )


def _check_same(tree: Tree, targets: tuple[Address, ...], schema: Tree) -> None:
    faults: list[tuple[Address, str]] = []
    for address in targets:
        if not same(get(tree, address), schema):
            place = first_difference(schema, get(tree, address)) or ()
            faults.append(((*address, *place), format_path((*address, *place))))
    if faults:
        message = f"the selected schemas differ from {format_path(targets[0])}"
        refuse_all(
            message, faults, expected="schemas that say the same", advice="narrow the target"
        )


def _with_component(tree: Tree, name: str, schema: Tree) -> Tree:
    for address in (SCHEMAS[:1], SCHEMAS):
        if get(tree, address) is MISSING:
            tree = replace(tree, address, {})
    return replace(tree, (*SCHEMAS, name), schema)


EDIT = NamedEdit(
    name="extract-schema",
    help="Turn identical inline schemas into one component and refer to it.",
    parameters={
        "type": "object",
        "required": ["as"],
        "additionalProperties": False,
        "properties": {"as": {**COMPONENT_NAME, "description": "The name of the new component."}},
    },
    apply=apply,
)
