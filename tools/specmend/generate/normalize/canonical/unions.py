"""Unions: one list of different members, and the values that tell them apart."""

from __future__ import annotations

from typing import Final

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.keywords import ANNOTATIONS
from specmend.document.openapi.schemas import Node, Tree
from specmend.generate.normalize.canonical.parts import NULL

TAGS: Final = "x-tags"
"""Beside a member of a union: the values of the discriminator that mean this member."""


def union_of(members: list[Node], discriminator: Node | None = None) -> Node:
    """Members as one union: members of members are members, equal ones are one, null comes last.

    A union of one member is that member; one that allows anything is the empty schema.
    """
    flat: list[Node] = []
    for member in members:
        inner = member["anyOf"] if _is_plain_union(member) else [member]
        flat.extend(one for one in inner if one not in flat)
    if any(not _typing(member) for member in flat):
        return {}
    flat.sort(key=lambda member: member == NULL)
    if len(flat) == 1:
        return {key: value for key, value in flat[0].items() if key != TAGS}
    name = discriminator.get("propertyName") if discriminator else None
    if isinstance(name, str):
        return {"anyOf": flat, "discriminator": {"propertyName": name}}
    return {"anyOf": flat}


def tags_of(branch: Tree, discriminator: Node) -> list[str]:
    """The values that mean a branch: those that map to it, else the name of its component.

    OpenAPI 3.1 section 4.8.25: a value is mapped, or it is the name of a schema.
    """
    name = schema_named(branch.get("$ref")) if isinstance(branch, dict) else ""
    if not name:
        return []
    mapping = discriminator.get("mapping")
    pairs = mapping.items() if isinstance(mapping, dict) else ()
    return [str(value) for value, target in pairs if _target(target) == name] or [name]


def _target(text: Tree) -> str:
    return schema_named(text) or str(text)


def _is_plain_union(member: Node) -> bool:
    return "anyOf" in member and "discriminator" not in member and TAGS not in member


def _typing(member: Node) -> bool:
    """Whether a member says anything about its values."""
    return any(word not in ANNOTATIONS and word != TAGS for word in member)
