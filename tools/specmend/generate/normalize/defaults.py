"""Removes the defaults that would keep a field out of a request."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas


def drop_trapping_defaults(tree: Tree) -> Tree:
    """Drop the default of required and of one-valued properties.

    Requests carry only the fields that were set. A default would make such a field look optional in
    Python and then leave it out: a union loses its discriminator, the server misses a required
    field.
    """
    return map_schemas(tree, _drop)


def _drop(schema: Node) -> Node:
    properties = schema.get("properties")
    if not isinstance(properties, dict):
        return schema
    required = schema.get("required")
    names = required if isinstance(required, list) else []
    kept = dict(properties)
    for name, member in properties.items():
        if isinstance(member, dict) and (name in names or _is_constant(member)):
            kept[name] = {key: value for key, value in member.items() if key != "default"}
    return {**schema, "properties": kept}


def _is_constant(schema: Node) -> bool:
    return "const" in schema or len(schema.get("enum") or []) == 1
