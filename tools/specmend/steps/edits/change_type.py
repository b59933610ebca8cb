"""Change the type or the format of schemas."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.schema_types import misfits
from specmend.document.text.editing.scalar import write_json
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import MISSING, Tree, get, remove, replace, same
from specmend.errors import ActionFailed
from specmend.steps.edits.checks import is_30, mapping_at
from specmend.steps.edits.edit import Edited, NamedEdit, stay

_TYPES = ("string", "number", "integer", "boolean", "array", "object", "null")


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Give each selected schema another `type`, another `format`, or both.

    Null takes the keyword away.

    Refuses a schema that says so already, a reference, a list of types or the type null in OpenAPI
    3.0 (section 4.7.24), and a type that the schema's default, enum, const or examples do not have.
    """
    kinds = parameters.get("type")
    if is_30(tree) and (isinstance(kinds, list) or kinds == "null"):
        raise ActionFailed(
            f"OpenAPI 3.0 has no type {kinds}",
            targets[0],
            expected="one type other than null",
            advice="use make-nullable for null",
        )
    places: list[Address] = []
    for address in targets:
        schema = mapping_at(tree, address)
        if "$ref" in schema:
            raise ActionFailed(
                "this is a reference", address, advice="select the schema that it names"
            )
        changes = [
            key
            for key in ("type", "format")
            if key in parameters and not _says(schema, key, parameters[key])
        ]
        if not changes:
            raise ActionFailed("this schema says so already", address, advice="narrow the target")
        for key in changes:
            tree = _with(tree, (*address, key), parameters[key])
        _check_values(get(tree, address), address)
        places += [(*address, key) for key in changes]
    return Edited(tree=tree, places=stay(places))


def _says(schema: dict[str, Tree], key: str, value: Tree) -> bool:
    return key not in schema if value is None else same(schema.get(key, MISSING), value)


def _with(tree: Tree, address: Address, value: Tree) -> Tree:
    return remove(tree, [address]) if value is None else replace(tree, address, value)


def _check_values(schema: dict[str, Tree], address: Address) -> None:
    for key, value in misfits(schema):
        raise ActionFailed(
            f"the schema's {key} {write_json(value)} is not of its new type",
            (*address, key),
            advice="mend it in a step before this one",
        )


EDIT = NamedEdit(
    name="change-type",
    help="Change the type of the selected schemas, their format, or both.",
    parameters={
        "type": "object",
        "minProperties": 1,
        "additionalProperties": False,
        "properties": {
            "type": {
                "description": "A type, a list of types (OpenAPI 3.1 or later), "
                "or null to remove it.",
                "anyOf": [
                    {"enum": [*_TYPES, None]},
                    {
                        "type": "array",
                        "minItems": 1,
                        "uniqueItems": True,
                        "items": {"enum": list(_TYPES)},
                    },
                ],
            },
            "format": {
                "type": ["string", "null"],
                "description": "A format, or null to remove it.",
            },
        },
    },
    apply=apply,
)
