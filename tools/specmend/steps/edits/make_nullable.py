"""Let schemas be null, in the words of the document's version."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.pointer import Address
from specmend.document.tree import Tree, get, replace
from specmend.steps.edits.edit import Edited, EditFailed, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:  # noqa: ARG001
    """Make each selected schema accept null.

    In OpenAPI 3.0 that is `nullable: true`, which has an effect only beside `type` (section 4.7.24); a
    reference is wrapped in `allOf`. From 3.1 on it is the type `null` (JSON Schema 2020-12).
    """
    old = str(get(tree, ("openapi",))).startswith("3.0")
    for address in targets:
        schema = get(tree, address)
        if not isinstance(schema, dict):
            raise EditFailed("this is not a schema", address, expected="a mapping", advice="check the target")
        if _is_nullable(schema):
            raise EditFailed("this schema may be null already", address, advice="drop the step")
        tree = replace(tree, address, _in_30(schema, address) if old else _in_31(schema))
    return Edited(tree=tree, places=tuple((address, address) for address in targets))


def _is_nullable(schema: dict[str, Tree]) -> bool:
    kinds = schema.get("type")
    branches = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
    return (
        schema.get("nullable") is True
        or kinds == "null"
        or (isinstance(kinds, list) and "null" in kinds)
        or any(isinstance(branch, dict) and branch.get("type") == "null" for branch in branches)
    )


def _in_30(schema: dict[str, Tree], address: Address) -> Tree:
    if "$ref" in schema:
        return {"nullable": True, "allOf": [schema]}
    if "type" not in schema:
        raise EditFailed("nullable has no effect in OpenAPI 3.0 without type", address, advice="add the type first")
    made = {**schema, "nullable": True}
    return {**made, "enum": [*schema["enum"], None]} if isinstance(schema.get("enum"), list) else made


def _in_31(schema: dict[str, Tree]) -> Tree:
    kinds = schema.get("type")
    if kinds is None:
        return {"anyOf": [schema, {"type": "null"}]}
    made = {**schema, "type": [*(kinds if isinstance(kinds, list) else [kinds]), "null"]}
    return {**made, "enum": [*schema["enum"], None]} if isinstance(schema.get("enum"), list) else made


EDIT = NamedEdit(
    name="make-nullable",
    help="let the selected schemas be null, in the words of OpenAPI 3.0 or 3.1",
    parameters={"type": "object", "additionalProperties": False, "properties": {}},
    apply=apply,
)
