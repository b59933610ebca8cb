"""Writes `nullable` of OpenAPI 3.0 as a null type of JSON Schema."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas


def spell_nullable(tree: Tree) -> Tree:
    """Replace `nullable: true` by a type list with null, or by `anyOf` where no type stands beside it.

    OpenAPI 3.0.3 gives `nullable` a meaning only beside `type`; beside a reference or a composition the generators
    and the authors of documents read it as "or null", and so do we.
    """
    return map_schemas(tree, _spell)


def _spell(schema: Node) -> Tree:
    rest = {key: value for key, value in schema.items() if key != "nullable"}
    if schema.get("nullable") is not True:
        # A property that is called `nullable` has a schema here, not a boolean.
        return rest if schema.get("nullable") is False else schema
    if isinstance(rest.get("type"), str):
        if rest.get("enum") and None not in rest["enum"]:
            rest["enum"] = [*rest["enum"], None]
        return {**rest, "type": [rest["type"], "null"]}
    if "$ref" in rest or any(key in rest for key in ("allOf", "anyOf", "oneOf")):
        return {"anyOf": [rest, {"type": "null"}]}
    return rest
