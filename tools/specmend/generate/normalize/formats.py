"""Leaves only the formats for which both generators have the same type."""

from __future__ import annotations

from specmend.document.openapi.schemas import Node, Tree, map_schemas

_SHARED = ("date", "date-time", "uuid", "binary")


def drop_unshared_formats(tree: Tree) -> Tree:
    """Drop every format but dates, UUIDs and raw octets.

    datamodel-code-generator would make an e-mail address that needs another library, and a URL that
    is sent with a slash that nobody wrote. In OpenAPI a format is a hint (3.1, section 4.4.1); the
    values stay strings and numbers.
    """
    return map_schemas(tree, _drop)


def _drop(schema: Node) -> Node:
    # A property that is called `format` is a schema, not a word.
    spelled = schema.get("format")
    if not isinstance(spelled, str) or (spelled in _SHARED and _is_text(schema)):
        return schema
    return {key: value for key, value in schema.items() if key != "format"}


def _is_text(schema: Node) -> bool:
    types = schema.get("type", "string")
    return "string" in (types if isinstance(types, list) else [types])
