"""Gives arrays their items, and writes the schemas that are only `true` or `false` as objects."""

from __future__ import annotations

from specmend.document.openapi.components import SCHEMAS
from specmend.document.openapi.keywords import KEYWORDS
from specmend.document.openapi.kinds import spot_at
from specmend.document.openapi.objects import objects
from specmend.document.openapi.schemas import Node, Tree, map_schemas
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import get

_LISTS = [keyword for keyword, holds in KEYWORDS.items() if holds == "list"]


def complete_arrays(tree: Tree) -> Tree:
    """Add `items: {}` to arrays without, write `true` as `{}`, and drop what `false` forbids.

    JSON Schema 2020-12 (sections 4.3.2 and 10.3.1.2) has both; openapi-python-client refuses both.
    """
    result = map_schemas(tree, _complete)
    for address, schema in list(objects(result, "schema")):
        if isinstance(schema, bool) and _is_root(address):
            get(result, address[:-1])[address[-1]] = {} if schema else {"not": {}}
    return result


def _is_root(address: Address) -> bool:
    """Whether a schema stands outside all others."""
    above = address[:-1]
    return above == SCHEMAS or spot_at(above).kind != "schema"


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
