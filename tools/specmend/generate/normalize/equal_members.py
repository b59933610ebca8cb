"""Joins members of unions that the other rules made equal."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas
from specmend.generate.normalize.canonical.unions import union_of


def join_equal_members(tree: Tree) -> Tree:
    """Name each member of a union once, with the members of the unions among them.

    A component that was renamed, an inline class that was lifted, a null that was moved: all of
    these may make two members one.
    """
    return map_schemas(tree, _join)


def _join(schema: Node) -> Node:
    if "anyOf" not in schema:
        return schema
    beside = {word: schema[word] for word in schema if word not in ("anyOf", "discriminator")}
    return union_of(schema["anyOf"], schema.get("discriminator")) | beside
