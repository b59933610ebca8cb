"""Gives arrays their items, and writes the schemas that are only `true` or `false` as objects."""

from __future__ import annotations

from typing import Any

from specmend.document.openapi.schemas import Node, Tree, map_schemas


def complete_arrays(tree: Tree) -> Tree:
    """Add `items: {}` to arrays without, write `true` as `{}`, and drop what `false` forbids.

    JSON Schema 2020-12 (sections 4.3.2 and 10.3.1.2) has both; openapi-python-client refuses both.
    """
    return map_schemas(tree, _complete)


def _complete(schema: Node) -> Node:
    result = dict(schema)
    if isinstance(result.get("properties"), dict):
        kept = {
            name: member for name, member in result["properties"].items() if member is not False
        }
        result["properties"] = {name: _spelled(member) for name, member in kept.items()}
    for keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
        if isinstance(result.get(keyword), list):
            result[keyword] = [
                _spelled(member) for member in result[keyword] if member is not False
            ]
    if isinstance(result.get("items"), bool):
        del result["items"]
    types = result.get("type")
    if "array" in (types if isinstance(types, list) else [types]) and "prefixItems" not in result:
        result.setdefault("items", {})
    return result


def _spelled(member: Any) -> Any:
    return {} if member is True else member
