"""Writes the boolean bounds of OpenAPI 3.0 as the numbers of JSON Schema 2020-12 (section 6.2)."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas


def spell_bounds(tree: Tree) -> Tree:
    """Write `exclusiveMinimum: true` with `minimum: n` as `exclusiveMinimum: n`, or the maximum."""
    return map_schemas(tree, _spell)


def _spell(schema: Node) -> Node:
    result = dict(schema)
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if not isinstance(result.get(exclusive), bool):
            continue
        if result.pop(exclusive) and bound in result:
            result[exclusive] = result.pop(bound)
    return result
