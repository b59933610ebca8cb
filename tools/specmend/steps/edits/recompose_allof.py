"""Change of which schemas an `allOf` is composed, by their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.references import address_of
from specmend.document.tree.pointer import Address, format_pointer
from specmend.document.tree.values import MISSING, Tree, get, replace
from specmend.errors import ActionFailed
from specmend.steps.edits.edit import LIST_OF_NAMES, Edited, NamedEdit, stay


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Keep, drop or add branches of each selected `allOf` that refer to schemas.

    New ones come at its end.

    With `keep`, references to other schemas go. Branches that are written out stay. Refuses a name
    that is not among the branches, one to add that is, a schema that does not exist, and an `allOf`
    that would be empty.
    """
    places: list[Address] = []
    for target in targets:
        address: Address = target if target[-1:] == ("allOf",) else (*target, "allOf")
        branches = get(tree, address)
        if not isinstance(branches, list):
            raise ActionFailed(
                "there is no allOf here",
                target,
                expected="a schema with allOf",
                advice="check the target",
            )
        tree = replace(tree, address, _recomposed(tree, branches, parameters, address))
        places.append(address)
    return Edited(tree=tree, places=stay(places))


def _recomposed(
    tree: Tree, branches: list[Tree], parameters: Mapping[str, Any], address: Address
) -> list[Tree]:
    names = [_name(branch) for branch in branches]
    for key in ("keep", "drop"):
        unknown = [name for name in parameters.get(key, ()) if name not in names]
        if unknown:
            raise ActionFailed(
                f"no branch refers to {unknown[0]}", address, advice=f"take it out of `{key}`"
            )
    kept = set(parameters.get("keep", names)) - set(parameters.get("drop", ()))
    made = [
        branch for branch, name in zip(branches, names, strict=True) if not name or name in kept
    ]
    for name in parameters.get("add", ()):
        if name in names:
            raise ActionFailed(
                f"a branch refers to {name} already", address, advice="take it out of `add`"
            )
        if get(tree, (*SCHEMAS, name)) is MISSING:
            raise ActionFailed(f"there is no schema {name}", address, advice="check the name")
        made.append({"$ref": "#" + format_pointer((*SCHEMAS, name))})
    if not made:
        raise ActionFailed("no branch would be left", address, advice="remove the allOf instead")
    return made


def _name(branch: Tree) -> str:
    """The name of the schema that a branch refers to; empty for a branch that is written out."""
    reference = branch.get("$ref") if isinstance(branch, dict) else None
    return str(address_of(reference)[-1]) if isinstance(reference, str) and "/" in reference else ""


EDIT = NamedEdit(
    name="recompose-allof",
    help="Change which schemas the selected `allOf` lists combine.",
    parameters={
        "type": "object",
        "minProperties": 1,
        "not": {"required": ["keep", "drop"]},
        "additionalProperties": False,
        "properties": {
            "keep": {
                **LIST_OF_NAMES,
                "description": "Keep references to these schemas and drop all others.",
            },
            "drop": {**LIST_OF_NAMES, "description": "Drop references to these schemas."},
            "add": {**LIST_OF_NAMES, "description": "Add references to these schemas at the end."},
        },
    },
    apply=apply,
)
