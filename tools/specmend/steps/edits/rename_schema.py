"""Rename schemas, with every reference to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from specmend.document.pointer import Address
from specmend.document.retarget import SCHEMAS, retarget
from specmend.document.tree import Tree, get, replace
from specmend.steps.edits.edit import NAMES, Edited, NamedEdit, check_names, check_whole


def apply(tree: Tree, targets: tuple[Address, ...], parameters: Mapping[str, Any]) -> Edited:
    """Give schemas their new names; references and discriminator mappings follow.

    A discriminator without a mapping names its schemas by their names on the wire (OpenAPI 3.1 section
    4.8.25): it gets a mapping with the old names, so that what is sent stays the same. Refuses a schema that is
    not there, a name that is taken, and two schemas with one new name.
    """
    check_whole(targets)
    names: Mapping[str, str] = parameters["names"]
    schemas = get(tree, SCHEMAS)
    known = {name: (*SCHEMAS, name) for name in (schemas if isinstance(schemas, dict) else ())}
    check_names(names, known, "schema", ("components",))
    tree = _keep_words(tree, names)
    renamed = {names.get(name, name): schema for name, schema in get(tree, SCHEMAS).items()}
    moved = {(*SCHEMAS, old): (*SCHEMAS, new) for old, new in names.items()}
    return Edited(tree=retarget(replace(tree, SCHEMAS, renamed), moved), places=tuple(moved.items()))


def _keep_words(value: Tree, names: Mapping[str, str]) -> Tree:
    """Write out the mapping of each discriminator that relied on the names."""
    if isinstance(value, list):
        return [_keep_words(member, names) for member in value]
    if not isinstance(value, dict):
        return value
    made = {key: _keep_words(member, names) for key, member in value.items()}
    discriminator = made.get("discriminator")
    if isinstance(discriminator, dict) and "propertyName" in discriminator:
        made["discriminator"] = _with_mapping(made, discriminator, names)
    return made if made != value else value


def _with_mapping(schema: Mapping[str, Tree], discriminator: dict[str, Tree], names: Mapping[str, str]) -> Tree:
    mapping = dict(discriminator.get("mapping") or {})
    prefix = "#/components/schemas/"
    known = {str(target).removeprefix(prefix) for target in mapping.values()}
    for branch in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
        name = str(branch.get("$ref", "")).removeprefix(prefix) if isinstance(branch, dict) else ""
        if name in names and name not in known:
            mapping[name] = prefix + name
    return {**discriminator, "mapping": mapping} if mapping else discriminator


EDIT = NamedEdit(
    name="rename-schema",
    help="give schemas other names; every reference to them follows",
    parameters=NAMES,
    apply=apply,
)
