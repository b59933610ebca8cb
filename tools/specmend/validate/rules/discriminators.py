"""A discriminator stands beside the schemas that it tells apart, by a property that they have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.keywords import UNIONS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Tree, get
from specmend.validate.rules.fault import Fault
from specmend.validate.rules.inner_schemas import members
from specmend.validate.rules.rule import Check
from specmend.validate.rules.scope import Scope

NAME: Final = "discriminators"

_DEFAULT: Final = "defaultMapping"
_DEEPEST: Final = 20
"""So many references and compositions are followed to find the schemas that require a property."""


def _schema(scope: Scope, address: Address, schema: Any) -> Iterator[Fault]:
    """The discriminator of a schema (OpenAPI 3.0.3 section 4.7.25, 3.1 section 4.8.25)."""
    discriminator = schema["discriminator"]
    if not isinstance(discriminator, dict) or (scope.is_30 and "$ref" in schema):
        return
    place, name = (*address, "discriminator"), discriminator.get("propertyName")
    if not isinstance(name, str):
        return
    branches = [branch for keyword in UNIONS for branch in members(schema, address, keyword)]
    yield from _not_required(scope, address, discriminator, name, branches)
    if branches:
        yield from _not_listed(scope, place, discriminator, branches)
    elif "allOf" not in schema and not _has_children(scope, address):
        yield Fault(
            rule=NAME,
            address=place,
            message="this discriminator tells nothing apart: its schema lists no others, and no "
            "other one has it in allOf",
            level="warning",
            advice="record a step that removes it, or adds the schemas to oneOf",
        )


def _not_required(
    scope: Scope, address: Address, discriminator: Any, name: str, branches: list[Address]
) -> Iterator[Fault]:
    """Where the property may be absent, nobody knows the schema of a value without it.

    The texts of 3.0 and 3.1 say in one place that it must be required, and in another that it
    should. In 3.2 there must be a schema for that case.
    """
    if _requires(scope, address, name, 0) or (
        branches and all(_requires(scope, branch, name, 0) for branch in branches)
    ):
        return
    if not scope.is_32:
        yield Fault(
            rule=NAME,
            address=(*address, "discriminator", "propertyName"),
            message=f"the schemas do not require the property '{name}', which tells them apart",
            level="warning",
            advice="record a step that adds it to required",
        )
    elif _DEFAULT not in discriminator:
        yield Fault(
            rule=NAME,
            address=(*address, "discriminator"),
            message=f"the property '{name}' may be absent, and there is no '{_DEFAULT}' for that",
            advice="record a step that adds it, or adds the property to required",
        )


def _requires(scope: Scope, address: Address, name: str, depth: int) -> bool:
    """Whether every value of a schema has a property; also where that cannot be known."""
    if depth > _DEEPEST:
        return True
    place, schema = scope.follow(address)
    if not isinstance(schema, dict) or _is_elsewhere(schema):
        return True
    required = schema.get("required")
    if isinstance(required, list) and name in required:
        return True
    parents = members(schema, place, "allOf")
    if any(_requires(scope, parent, name, depth + 1) for parent in parents):
        return True
    unions = [members(schema, place, keyword) for keyword in UNIONS]
    return any(
        union and all(_requires(scope, member, name, depth + 1) for member in union)
        for union in unions
    )


def _is_elsewhere(schema: Any) -> bool:
    """Whether a schema still is a reference, which leads nowhere or out of the document."""
    return isinstance(schema.get("$ref"), str)


def _not_listed(
    scope: Scope, place: Address, discriminator: Any, branches: list[Address]
) -> Iterator[Fault]:
    """A fault for each schema of the mapping that no branch leads to."""
    mapping = discriminator.get("mapping")
    listed = {scope.follow(branch)[0] for branch in branches}
    for key, target in mapping.items() if isinstance(mapping, dict) else ():
        found = _target(scope, place, target)
        if found is not None and scope.follow(found)[0] not in listed:
            yield Fault(
                rule=NAME,
                address=(*place, "mapping", key),
                message=f"the discriminator leads to {target}, which is not among the schemas "
                "that it tells apart",
                level="warning",
                advice="record a step that adds the schema to oneOf, or removes this value",
            )


def _target(scope: Scope, place: Address, target: Tree) -> Address | None:
    if not isinstance(target, str):
        return None
    schemas = get(scope.tree, SCHEMAS)
    if isinstance(schemas, dict) and target in schemas:
        return (*SCHEMAS, target)
    return scope.resolve(target, place)


def _has_children(scope: Scope, address: Address) -> bool:
    """Whether a schema of the components has the schema at an address in its allOf."""
    schemas = get(scope.tree, SCHEMAS)
    for name, schema in schemas.items() if isinstance(schemas, dict) else ():
        parents = members(schema, (*SCHEMAS, name), "allOf") if isinstance(schema, dict) else []
        if any(scope.follow(parent)[0] == address for parent in parents):
            return True
    return False


CHECKS: Final[Mapping[str, Check]] = {"schema.discriminator": _schema}
