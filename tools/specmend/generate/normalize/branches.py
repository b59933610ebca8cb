"""Splits type lists around objects, so that a class and its null are two things."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas

_OBJECT_KEYWORDS = ("properties", "required", "additionalProperties", "patternProperties", "allOf")
_ANNOTATIONS = ("description", "default", "deprecated", "readOnly", "writeOnly", "title")


def split_type_lists(tree: Tree) -> Tree:
    """Write `type: [object, "null"]` as `anyOf: [object, null]`; one-member lists become their member.

    openapi-python-client invents a second class, `...Type0`, for an object in a type list.
    """
    return map_schemas(tree, _split)


def _split(schema: Node) -> Node:
    types = schema.get("type")
    if not isinstance(types, list):
        return schema
    if len(types) == 1:
        return {**schema, "type": types[0]}
    if "object" not in types:
        return schema
    around = {key: schema[key] for key in _ANNOTATIONS if key in schema}
    inner = {key: value for key, value in schema.items() if key not in around}
    shared = {key: value for key, value in inner.items() if key not in _OBJECT_KEYWORDS}
    branches = [
        {**inner, "type": kind} if kind == "object" else {**shared, "type": kind} for kind in types
    ]
    return {
        **around,
        "anyOf": [{"type": "null"} if branch["type"] == "null" else branch for branch in branches],
    }
