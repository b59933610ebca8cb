"""Splits type lists around objects, so that a class and its null are two things."""

from __future__ import annotations

from specmend.document.openapi.keywords import OBJECT_KEYWORDS, OF_THE_PLACE
from specmend.document.openapi.schemas import Node, Tree, map_schemas

_OF_OBJECTS = (*OBJECT_KEYWORDS, "allOf")
_AROUND = (*OF_THE_PLACE, "title")


def split_type_lists(tree: Tree) -> Tree:
    """Write `type: [object, "null"]` as `anyOf: [object, null]`.

    One-member lists become their member.

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
    around = {key: schema[key] for key in _AROUND if key in schema}
    inner = {key: value for key, value in schema.items() if key not in around}
    shared = {key: value for key, value in inner.items() if key not in _OF_OBJECTS}
    return {**around, "anyOf": [_branch(kind, inner, shared) for kind in types]}


def _branch(kind: str, inner: Node, shared: Node) -> Node:
    if kind == "null":
        return {"type": kind}
    return {**(inner if kind == "object" else shared), "type": kind}
