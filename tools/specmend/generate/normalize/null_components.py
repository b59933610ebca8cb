"""Moves the null of a nullable component to the places that refer to it."""

from __future__ import annotations

from specmend.document.openapi.components import component_schemas, schema_reference
from specmend.document.openapi.schemas import Node, Tree, children, copy_tree, schema_roots

_NULL = {"type": "null"}


def move_nulls_to_references(tree: Tree) -> Tree:
    """Make a class of a component that is "object or null"; its references get the null."""
    result = copy_tree(tree)
    components = component_schemas(result)
    objects = {name: _object_or_null(schema) for name, schema in components.items()}
    nullable = {name: schema for name, schema in objects.items() if schema}
    components.update(nullable)
    for holder, key in schema_roots(result):
        _add_nulls(holder, key, "", nullable)
    return result


def _object_or_null(schema: Node) -> Node | None:
    members = [member for member in schema.get("anyOf", []) if member != _NULL]
    if len(members) != 1 or len(schema["anyOf"]) != len(members) + 1:
        return None
    if not isinstance(members[0], dict) or "$ref" in members[0]:
        return None
    around = {key: value for key, value in schema.items() if key != "anyOf"}
    return {**around, **members[0]}


def _add_nulls(holder: Tree, key: str | int, keyword: str, nullable: dict[str, Node]) -> None:
    schema = holder[key]
    for inner_holder, inner_key, inner_keyword in list(children(schema)):
        _add_nulls(inner_holder, inner_key, inner_keyword, nullable)
    # A member of allOf adds properties; null is nothing that it could add.
    target = nullable.get(schema_reference(schema) or "")
    if keyword != "allOf" and target is not None:
        # What a class says of itself would not be read through a union.
        words = schema.get("description", target.get("description"))
        union = {"anyOf": [schema, dict(_NULL)]}
        holder[key] = {"description": words, **union} if words else union
