"""Drops the titles of schemas: one generator names classes by them, the other by key."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas


def drop_titles(tree: Tree) -> Tree:
    """Drop `title` from every schema; a property that is called title stays."""
    return map_schemas(tree, _drop)


def _drop(schema: Node) -> Node:
    return {key: value for key, value in schema.items() if key != "title"}
