"""Replaces components that are only another name, or a free-form object, by what they stand for."""

from __future__ import annotations

from specmend.document.openapi.components import (
    SCHEMA_PREFIX,
    component_schemas,
    schema_reference,
)
from specmend.document.openapi.keywords import DIRECTIONS, OF_THE_PLACE
from specmend.document.openapi.schemas import Node, Tree, copy_tree, map_schemas

_BESIDE = {*OF_THE_PLACE, "title"} - {*DIRECTIONS}
_FREE = {"type": "object", "additionalProperties": True}


def resolve_aliases(tree: Tree) -> Tree:
    """Point references to an alias at its target, and write free-form objects in place.

    One generator makes a class of such a component and the other does not.
    """
    stand_ins = _stand_ins(tree)
    targets = {name: _follow(name, stand_ins) for name in stand_ins}
    result = map_schemas(tree, lambda schema: _replace(schema, targets))
    kept = component_schemas(result)
    for name, target in targets.items():
        if target is not None:
            del kept[name]
    _point_mappings(result, targets)
    return result


def _stand_ins(tree: Tree) -> dict[str, Node]:
    """What each component that is only another name stands for."""
    guesses = {name: _stand_in(schema) for name, schema in component_schemas(tree).items()}
    return {name: stand_in for name, stand_in in guesses.items() if stand_in}


def _stand_in(schema: Node) -> Node | None:
    if schema_reference(schema):
        return {"$ref": schema["$ref"]}
    members = schema.get("allOf") or []
    if len(members) == 1 and schema_reference(members[0]) and set(schema) - _BESIDE == {"allOf"}:
        return dict(members[0])
    bare = {key: value for key, value in schema.items() if key not in _BESIDE}
    return copy_tree(_FREE) if bare == _FREE else None


def _follow(name: str, stand_ins: dict[str, Node]) -> Node | None:
    seen = {name}
    stand_in = stand_ins[name]
    while (target := schema_reference(stand_in)) in stand_ins:
        if target in seen:
            return None  # a circle of aliases stands for nothing
        seen.add(target)
        stand_in = stand_ins[target]
    return stand_in


def _replace(schema: Node, targets: dict[str, Node | None]) -> Node:
    target = targets.get(schema_reference(schema) or "")
    if target is None:
        return schema
    return {**copy_tree(target), **{key: value for key, value in schema.items() if key != "$ref"}}


def _point_mappings(tree: Tree, targets: dict[str, Node | None]) -> None:
    pointers = {
        SCHEMA_PREFIX + name: target["$ref"]
        for name, target in targets.items()
        if target and "$ref" in target
    }

    def point(schema: Node) -> Node:
        mapping = (schema.get("discriminator") or {}).get("mapping") or {}
        for value, reference in mapping.items():
            mapping[value] = pointers.get(reference, reference)
        return schema

    if pointers:
        tree.update(map_schemas(tree, point))
