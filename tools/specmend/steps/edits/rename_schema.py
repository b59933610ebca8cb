"""Rename schemas, with every reference to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.discriminators import write_out_mappings
from specmend.document.openapi.retarget import retarget
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get, replace
from specmend.steps.edits.checks import check_names, check_whole
from specmend.steps.edits.edit import COMPONENT_NAME, NAMES, Edited, NamedEdit


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Give schemas their new names; references and discriminator mappings follow.

    A discriminator without a mapping names its schemas by their names on the wire (OpenAPI 3.1
    section 4.8.25): it gets a mapping with the old names, so that what is sent stays the same.
    Refuses a schema that is not there, a name that is taken, and two schemas with one new name.
    """
    check_whole(targets)
    names: Mapping[str, str] = parameters["names"]
    schemas = get(tree, SCHEMAS)
    known = {name: (*SCHEMAS, name) for name in (schemas if isinstance(schemas, dict) else ())}
    check_names(names, known, "schema", ("components",))
    tree = write_out_mappings(tree, names)
    renamed = {names.get(name, name): schema for name, schema in get(tree, SCHEMAS).items()}
    moved = {(*SCHEMAS, old): (*SCHEMAS, new) for old, new in names.items()}
    return Edited(
        tree=retarget(replace(tree, SCHEMAS, renamed), moved), places=tuple(moved.items())
    )


EDIT = NamedEdit(
    name="rename-schema",
    help="Rename schemas.",
    parameters={
        **NAMES,
        "properties": {
            "names": {**NAMES["properties"]["names"], "additionalProperties": COMPONENT_NAME}
        },
    },
    apply=apply,
)
