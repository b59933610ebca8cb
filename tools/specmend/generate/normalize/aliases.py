"""Replaces components that are only another name, or a free-form object, by what they stand for."""

from __future__ import annotations

from specmend.document.openapi.schemas import (
    SCHEMA_PREFIX,
    Node,
    Tree,
    copy_tree,
    map_schemas,
    schema_reference,
)

_WORDS = {"description", "deprecated", "title", "default"}
_FREE = {"type": "object", "additionalProperties": True}


def resolve_aliases(tree: Tree) -> Tree:
    """Point references to an alias at its target, and write free-form objects in place.

    One generator makes a class of such a component and the other does not.
    """
    components = tree.get("components", {}).get("schemas", {})
    stand_ins = {name: found for name, schema in components.items() if (found := _stand_in(schema))}
    settled = {name: _follow(name, stand_ins) for name in stand_ins}
    result = map_schemas(tree, lambda schema: _replace(schema, settled))
    kept = result.get("components", {}).get("schemas", {})
    for name, target in settled.items():
        if target is not None:
            del kept[name]
    _point_mappings(result, settled)
    return result


def _stand_in(schema: Node) -> Node | None:
    if schema_reference(schema):
        return {"$ref": schema["$ref"]}
    members = schema.get("allOf") or []
    if len(members) == 1 and schema_reference(members[0]) and set(schema) - _WORDS == {"allOf"}:
        return dict(members[0])
    words = {key: value for key, value in schema.items() if key not in _WORDS}
    return copy_tree(_FREE) if words == _FREE else None


def _follow(name: str, stand_ins: dict[str, Node]) -> Node | None:
    seen = {name}
    found = stand_ins[name]
    while (target := schema_reference(found)) in stand_ins:
        if target in seen:
            return None  # a circle of aliases stands for nothing
        seen.add(target)
        found = stand_ins[target]
    return found


def _replace(schema: Node, settled: dict[str, Node | None]) -> Node:
    target = settled.get(schema_reference(schema) or "")
    if target is None:
        return schema
    return {**copy_tree(target), **{key: value for key, value in schema.items() if key != "$ref"}}


def _point_mappings(tree: Tree, settled: dict[str, Node | None]) -> None:
    targets = {
        SCHEMA_PREFIX + name: target["$ref"]
        for name, target in settled.items()
        if target and "$ref" in target
    }

    def point(schema: Node) -> Node:
        mapping = (schema.get("discriminator") or {}).get("mapping") or {}
        for value, ref in mapping.items():
            mapping[value] = targets.get(ref, ref)
        return schema

    if targets:
        tree.update(map_schemas(tree, point))
