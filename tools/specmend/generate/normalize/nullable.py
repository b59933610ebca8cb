"""Writes `nullable` of OpenAPI 3.0 as a null type of JSON Schema."""

from __future__ import annotations

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.openapi.schemas import Node, Tree, map_schemas


def spell_nullable(tree: Tree) -> Tree:
    """Write `nullable: true` as a type list with null, or as `anyOf` where there is no type.

    OpenAPI 3.0.3 gives `nullable` a meaning only beside `type`; beside a reference or a composition
    the generators and the authors of documents read it as "or null", and so do we.
    """
    return map_schemas(tree, _spell)


def _spell(schema: Node) -> Tree:
    others = {key: value for key, value in schema.items() if key != "nullable"}
    if schema.get("nullable") is not True:
        # A property that is called `nullable` has a schema here, not a boolean.
        return others if schema.get("nullable") is False else schema
    if isinstance(others.get("type"), str):
        if others.get("enum") and None not in others["enum"]:
            others["enum"] = [*others["enum"], None]
        return {**others, "type": [others["type"], "null"]}
    if "$ref" in others or any(key in others for key in COMPOSITIONS):
        return {"anyOf": [others, {"type": "null"}]}
    return others
