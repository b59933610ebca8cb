"""Removes the defaults that would keep a field out of a request."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas


def drop_trapping_defaults(tree: Tree) -> Tree:
    """Drop the default of required and of one-valued properties.

    Requests carry only the fields that were set. A default would make such a field look optional in Python and then
    leave it out: a union loses its discriminator, the server misses a required field.
    """
    return map_schemas(tree, _drop)


def _drop(schema: Node) -> Node:
    properties = schema.get("properties")
    if not isinstance(properties, dict):
        return schema
    required = schema.get("required")
    names = required if isinstance(required, list) else []
    kept = {
        name: _without_default(member) if name in names or _is_constant(member) else member
        for name, member in properties.items()
    }
    return {**schema, "properties": kept}


def _without_default(schema: Tree) -> Tree:
    return (
        {key: value for key, value in schema.items() if key != "default"}
        if isinstance(schema, dict)
        else schema
    )


def _is_constant(schema: Tree) -> bool:
    return isinstance(schema, dict) and ("const" in schema or len(schema.get("enum") or []) == 1)
