"""Drops regular expressions, which no Python library reads as the standard means them."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas


def drop_patterns(tree: Tree) -> Tree:
    """Drop `pattern`, and take the values of `patternProperties` for those of any other property.

    Patterns are ECMA-262 (JSON Schema 2020-12, section 6.4). A class whose pattern pydantic's
    engine does not know cannot even be imported; the server judges the value anyway.
    """
    return map_schemas(tree, _drop)


def _drop(schema: Node) -> Node:
    result = {
        key: value
        for key, value in schema.items()
        if key != "pattern" or not isinstance(value, str)
    }
    patterns = result.pop("patternProperties", None)
    if isinstance(patterns, dict) and not isinstance(result.get("additionalProperties"), dict):
        values = list(patterns.values())
        result["additionalProperties"] = values[0] if len(values) == 1 else True
    return result
