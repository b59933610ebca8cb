"""The values of a discriminator lead to schemas of the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.components import component_schemas
from specmend.document.tree.pointer import Address
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.mend import removal
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "mappings"


def _discriminator(scope: Scope, address: Address, discriminator: Any) -> Iterator[Fault]:
    """A fault for each value that names no schema (OpenAPI 3.0.3 section 4.7.25, 3.1 4.8.25)."""
    names = component_schemas(scope.tree)
    for place, target in _targets(address, discriminator):
        if target not in names and scope.resolve(target, place) is None:
            yield Fault(
                rule=NAME,
                address=place,
                message=f"the discriminator leads to {target}, which is no schema here",
                advice="record a step that adds the schema, or removes this value",
                mend=removal("Remove what leads to no schema"),
            )


def _targets(address: Address, discriminator: Any) -> Iterator[tuple[Address, str]]:
    mapping = discriminator.get("mapping")
    for key, target in mapping.items() if isinstance(mapping, dict) else ():
        if isinstance(target, str):
            yield (*address, "mapping", key), target
    if isinstance(discriminator.get("defaultMapping"), str):
        yield (*address, "defaultMapping"), discriminator["defaultMapping"]


CHECKS: Final[Mapping[str, Check]] = {"discriminator": _discriminator}
