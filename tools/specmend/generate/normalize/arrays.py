"""Gives arrays their items, and writes the schemas that are only `true` or `false` as objects."""

from __future__ import annotations

from specmend.document.openapi.keywords import KEYWORDS
from specmend.document.openapi.schemas import Node, Tree, map_schemas

_LISTS = [keyword for keyword, holds in KEYWORDS.items() if holds == "list"]


def complete_arrays(tree: Tree) -> Tree:
    """Add `items: {}` to arrays without, write `true` as `{}`, and drop what `false` forbids.

    JSON Schema 2020-12 (sections 4.3.2 and 10.3.1.2) has both; openapi-python-client refuses both.
    """
    return map_schemas(tree, _complete)


def _complete(schema: Node) -> Node:
    result = dict(schema)
    properties = result.get("properties")
    if isinstance(properties, dict):
        kept = {name: member for name, member in properties.items() if member is not False}
        result["properties"] = {name: _spelled(member) for name, member in kept.items()}
    for keyword in _LISTS:
        members = result.get(keyword)
        if isinstance(members, list):
            result[keyword] = [_spelled(member) for member in members if member is not False]
    if isinstance(result.get("items"), bool):
        del result["items"]
    types = result.get("type")
    if "array" in (types if isinstance(types, list) else [types]) and "prefixItems" not in result:
        result.setdefault("items", {})
    return result


def _spelled(member: Tree) -> Tree:
    return {} if member is True else member
