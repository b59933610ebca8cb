"""Discriminators that rely on the names of schemas, written out before the names change."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from specmend.document.openapi.components import SCHEMA_PREFIX
from specmend.document.tree.serial import may_hold
from specmend.document.tree.values import Tree

_LEVELS: Final = 4
"""From a document down to an operation, or to a schema of its components."""


def write_out_mappings(value: Tree, names: Collection[str]) -> Tree:
    """Write out the mapping of each discriminator that names one of the schemas by its name alone.

    Without a mapping the words on the wire are the names of the schemas (OpenAPI 3.1 section
    4.8.25); written out they stay what they were when a schema gets another name.
    """
    return _written(value, names, _LEVELS)


def _written(value: Tree, names: Collection[str], levels: int = 0) -> Tree:
    """The same. What stands so many levels below is walked only where a discriminator may be."""
    if levels == 1 and not may_hold(value, [b"discriminator"]):
        return value
    if isinstance(value, list):
        members = [_written(member, names) for member in value]
        return members if any(a is not b for a, b in zip(members, value, strict=True)) else value
    if not isinstance(value, dict):
        return value
    below = max(levels - 1, 0)
    written = {key: _written(member, names, below) for key, member in value.items()}
    discriminator = written.get("discriminator")
    if isinstance(discriminator, dict) and "propertyName" in discriminator:
        written["discriminator"] = _with_mapping(written, discriminator, names)
    return written if any(written[key] is not value[key] for key in written) else value


def _with_mapping(
    schema: Mapping[str, Tree], discriminator: dict[str, Tree], names: Collection[str]
) -> dict[str, Tree]:
    before = discriminator.get("mapping") or {}
    mapping = dict(before)
    known = {str(target).removeprefix(SCHEMA_PREFIX) for target in mapping.values()}
    for branch in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
        name = _name(branch)
        if name in names and name not in known:
            mapping[name] = SCHEMA_PREFIX + name
    return {**discriminator, "mapping": mapping} if mapping != before else discriminator


def _name(branch: Tree) -> str:
    reference = branch.get("$ref", "") if isinstance(branch, dict) else ""
    return str(reference).removeprefix(SCHEMA_PREFIX)
