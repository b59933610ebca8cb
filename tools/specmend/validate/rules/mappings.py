"""The values of a discriminator lead to schemas of the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import component_schemas
from specmend.document.openapi.identifiers import identifiers
from specmend.document.openapi.objects import objects
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal

NAME: Final = "mappings"


def faults(tree: Tree) -> Iterator[Fault]:
    """A fault for each value that names no schema (OpenAPI 3.0.3 section 4.7.25, 3.1 4.8.25)."""
    names, known = component_schemas(tree), identifiers(tree)
    for address, target in _targets(tree):
        if target not in names and known.place_of(tree, address, target) is None:
            yield Fault(
                rule=NAME,
                address=address,
                message=f"the discriminator leads to {target}, which is no schema here",
                advice="record a step that adds the schema, or removes this value",
                mend=removal("Remove what leads to no schema"),
            )


def _targets(tree: Tree) -> Iterator[tuple[Address, str]]:
    for address, discriminator in objects(tree, "discriminator"):
        if not isinstance(discriminator, dict):
            continue
        mapping = discriminator.get("mapping")
        for key, target in mapping.items() if isinstance(mapping, dict) else ():
            if isinstance(target, str):
                yield (*address, "mapping", key), target
        if isinstance(discriminator.get("defaultMapping"), str):
            yield (*address, "defaultMapping"), discriminator["defaultMapping"]
