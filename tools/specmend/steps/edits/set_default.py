"""Give schemas a default."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.schema_types import misfits
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, replace, same
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import is_30, mapping_at
from specmend.steps.edits.edit import Edited, NamedEdit, stay


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Give each selected schema the default `value`, in the place of the one that it may have.

    Refuses a schema that has this default, a value that is not of the schema's type or not in its
    enum or constant, and in OpenAPI 3.0 a reference: beside one, a default is not read (section
    4.7.23).
    """
    value = parameters["value"]
    places: list[Address] = [(*address, "default") for address in targets]
    for place in places:
        schema = mapping_at(tree, place[:-1])
        if "$ref" in schema and is_30(tree):
            raise ActionFailed(
                "a default beside a reference is not read in OpenAPI 3.0",
                place[:-1],
                advice="select the schema that it names",
            )
        if "default" in schema and same(schema["default"], value):
            raise ActionFailed(
                "this schema has this default already", place, advice="narrow the target"
            )
        if isinstance(schema.get("enum"), list) and not any(
            same(value, member) for member in schema["enum"]
        ):
            raise ActionFailed(
                f"the enum does not have {write_json(value)}",
                (*place[:-1], "enum"),
                advice="check the value",
            )
        if "const" in schema and not same(value, schema["const"]):
            raise ActionFailed(
                f"the constant is not {write_json(value)}",
                (*place[:-1], "const"),
                advice="check the value",
            )
        tree = replace(tree, place, value)
        if any(key == "default" for key, _ in misfits(get(tree, place[:-1]))):
            raise ActionFailed(
                f"{write_json(value)} is not of the schema's type",
                place[:-1],
                expected=str(schema.get("type")),
                advice="check the value",
            )
    return Edited(tree=tree, places=stay(places))


EDIT = NamedEdit(
    name="set-default",
    help="Set the default of the selected schemas.",
    parameters={
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {
            "value": {
                "description": "The default. It must fit the type and the enum of the schema."
            }
        },
    },
    apply=apply,
)
