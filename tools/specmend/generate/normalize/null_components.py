"""Moves the null of a nullable component to the places that refer to it."""

from __future__ import annotations

from specmend.document.openapi.schemas import (
    Node,
    Tree,
    children,
    copy_tree,
    schema_reference,
    schema_roots,
)

_NULL = {"type": "null"}


def move_nulls_to_references(tree: Tree) -> Tree:
    """Make the class of a component that is "object or null", and every reference to it "reference or null"."""
    result = copy_tree(tree)
    components = result.get("components", {}).get("schemas", {})
    nullable = {
        name: found for name, schema in components.items() if (found := _object_or_null(schema))
    }
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
    return {**{key: value for key, value in schema.items() if key != "anyOf"}, **members[0]}


def _add_nulls(holder: Tree, key: str | int, keyword: str, nullable: dict[str, Node]) -> None:
    schema = holder[key]
    for inner_holder, inner_key, inner_keyword in list(children(schema)):
        _add_nulls(inner_holder, inner_key, inner_keyword, nullable)
    # A member of allOf adds properties; null is nothing that it could add.
    target = nullable.get(schema_reference(schema) or "")
    if keyword != "allOf" and target is not None:
        # What a class says of itself would not be read through a union.
        words = schema.get("description", target.get("description"))
        holder[key] = {**({"description": words} if words else {}), "anyOf": [schema, dict(_NULL)]}
