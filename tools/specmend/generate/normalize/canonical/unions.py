"""Unions: one list of different members, and the values that tell them apart."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Final

from specmend.document.openapi.components import schema_named
from specmend.document.openapi.keywords import ANNOTATIONS
from specmend.document.openapi.schemas import Node, Tree
from specmend.document.tree.values import same
from specmend.generate.normalize.canonical.parts import NULL

TAGS: Final = "x-tags"
"""Beside a member of a union: the values of the discriminator that mean this member."""

OTHER: Final = "x-other"
"""Beside the member of a union that all other values of the discriminator mean, and none."""

BASE: Final = "x-base"
"""Beside the class that the other members of a union inherit from."""

MARKS: Final = (TAGS, OTHER, BASE)


def union_of(members: list[Node], discriminator: Node | None = None) -> Node:
    """Members as one union: members of members are members, equal ones are one, null comes last.

    A union of one member is that member; one that allows anything is the empty schema.
    """
    flat: list[Node] = []
    for member in members:
        inner = member["anyOf"] if _is_plain_union(member) else [member]
        # 1 and true are equal in Python.
        flat.extend(
            one for one in inner if not any(one == other and same(one, other) for other in flat)
        )
    if any(not _typing(member) for member in flat):
        return {}
    flat.sort(key=lambda member: member == NULL)
    if len(flat) == 1:
        return {key: value for key, value in flat[0].items() if key not in MARKS}
    name = discriminator.get("propertyName") if discriminator else None
    if isinstance(name, str):
        return {"anyOf": flat, "discriminator": {"propertyName": name}}
    return {"anyOf": flat}


def marks_of(name: str, words: Node, inherited: Node | None = None) -> Node:
    """What a discriminator says of a component, as words beside it.

    A value is mapped, or it is the name of a schema (OpenAPI 3.1 section 4.8.25). `inherited` is
    the discriminator that the component has from a parent.
    """
    is_other = bool(name) and mapped_name(words.get("defaultMapping")) == name
    tags = _mapped(name, words)
    if not tags and inherited and inherited["propertyName"] == words.get("propertyName"):
        tags = _mapped(name, inherited)
    if name and not _mapped(name, words):
        tags = [*tags, name] if name not in tags else tags
    return {TAGS: tags} | ({OTHER: True} if is_other else {})


def mapped_name(target: Tree) -> str:
    """The component that a mapping names: by its name, or by a reference, relative or absolute."""
    if not isinstance(target, str):
        return ""
    _, sign, pointer = target.partition("#")
    if sign:
        return schema_named(sign + pointer)
    return PurePosixPath(target).stem if "/" in target else target


def _has(members: list[Node], wanted: Node) -> bool:
    """Whether a member is there already; 1 and true are equal in Python, but not here."""
    return any(one == wanted and same(one, wanted) for one in members)


def _mapped(name: str, words: Node) -> list[str]:
    """The values that map to a component."""
    mapping = words.get("mapping")
    pairs = mapping.items() if isinstance(mapping, dict) else ()
    return [str(value) for value, target in pairs if name and mapped_name(target) == name]


def _is_plain_union(member: Node) -> bool:
    return "anyOf" in member and "discriminator" not in member and not set(MARKS) & set(member)


def _typing(member: Node) -> bool:
    """Whether a member says anything about its values."""
    return any(word not in ANNOTATIONS and word not in MARKS for word in member)
