"""Leaves out what stands beside the references of OpenAPI 3.0, where it means nothing."""

from __future__ import annotations

from specmend.document.openapi.keywords import OF_THE_PLACE
from specmend.document.openapi.schemas import Node, Tree, map_schemas

_KEPT = ("$ref", "nullable", *OF_THE_PLACE)


def drop_siblings(tree: Tree) -> Tree:
    """Drop the keywords beside `$ref` in a document of OpenAPI 3.0 (section 4.7.23.1 of 3.0.3).

    What says something about the place, and `nullable`, stays: authors mean it, and no value is
    refused by it.
    """
    if not str(tree.get("openapi", "")).startswith("3.0"):
        return tree
    return map_schemas(tree, _drop)


def _drop(schema: Node) -> Node:
    if not isinstance(schema.get("$ref"), str):
        return schema
    return {key: value for key, value in schema.items() if key in _KEPT}
