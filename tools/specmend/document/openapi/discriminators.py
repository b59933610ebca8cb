"""Discriminators that rely on the names of schemas, written out before the names change."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from specmend.document.tree.values import Tree

_PREFIX = "#/components/schemas/"


def write_out_mappings(value: Tree, names: Collection[str]) -> Tree:
    """Write out the mapping of each discriminator that names one of the schemas by its name alone.

    Without a mapping the words on the wire are the names of the schemas (OpenAPI 3.1 section 4.8.25); written
    out they stay what they were when a schema gets another name.
    """
    if isinstance(value, list):
        members = [write_out_mappings(member, names) for member in value]
        return members if any(a is not b for a, b in zip(members, value, strict=True)) else value
    if not isinstance(value, dict):
        return value
    made = {key: write_out_mappings(member, names) for key, member in value.items()}
    discriminator = made.get("discriminator")
    if isinstance(discriminator, dict) and "propertyName" in discriminator:
        made["discriminator"] = _with_mapping(made, discriminator, names)
    return made if any(made[key] is not value[key] for key in made) else value


def _with_mapping(
    schema: Mapping[str, Tree], discriminator: dict[str, Tree], names: Collection[str]
) -> dict[str, Tree]:
    mapping = dict(discriminator.get("mapping") or {})
    known = {str(target).removeprefix(_PREFIX) for target in mapping.values()}
    for branch in (*schema.get("oneOf", ()), *schema.get("anyOf", ())):
        name = str(branch.get("$ref", "")).removeprefix(_PREFIX) if isinstance(branch, dict) else ""
        if name in names and name not in known:
            mapping[name] = _PREFIX + name
    return (
        {**discriminator, "mapping": mapping}
        if mapping != (discriminator.get("mapping") or {})
        else discriminator
    )
