"""Splits enumerations that no single type covers."""

from __future__ import annotations

from typing import Any

from specmend.document.openapi.keywords import TYPING
from specmend.document.openapi.schemas import Node, Tree, map_schemas

_GIVEN_BY_VALUES = {"enum", *TYPING} - {"$ref", "nullable"}

# bool before int: True is an int in Python, not in JSON.
_NAMES = (
    (bool, "boolean"),
    (int, "integer"),
    (float, "number"),
    (str, "string"),
    (list, "array"),
    (dict, "object"),
)


def split_mixed_enums(tree: Tree) -> Tree:
    """Give strings and integers of one `enum` a branch each; other values widen to their type.

    openapi-python-client drops a schema, and every operation that needs it, when its enum mixes
    types.
    """
    return map_schemas(tree, _split)


def _split(schema: Node) -> Node:
    values = schema.get("enum")
    if not isinstance(values, list) or not values:
        return schema
    groups: dict[str, list[Any]] = {}
    for value in values:
        groups.setdefault(_type_name(value), []).append(value)
    if list(groups) in (["string"], ["integer"]):
        (only,) = groups
        return {**schema, "type": only}
    others = {key: value for key, value in schema.items() if key not in _GIVEN_BY_VALUES}
    branches = [_branch(name, members) for name, members in groups.items()]
    return {**others, **branches[0]} if len(branches) == 1 else {**others, "anyOf": branches}


def _branch(name: str, values: list[Any]) -> Node:
    if name in ("string", "integer"):
        return {"type": name, "enum": values}
    if name == "array":
        return {"type": name, "items": {}}
    return {"type": name}


def _type_name(value: object) -> str:
    return next((name for kind, name in _NAMES if isinstance(value, kind)), "null")
