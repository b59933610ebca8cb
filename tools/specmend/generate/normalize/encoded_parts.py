"""Marks the parts of multipart bodies that are encoded octets, whose schemas become text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from specmend.document.openapi.components import component_schemas, schema_named
from specmend.document.openapi.objects import map_objects
from specmend.document.openapi.schemas import Node, Tree, content_holders, copy_tree
from specmend.generate.normalize.answer_parts import behind

ENCODED: Final = "x-encoded-parts"
"""Where a media type says how its properties are encoded, by their names."""

_MOST: Final = 20
"""How far references and compositions of a schema are followed."""


def mark_encoded_parts(tree: Tree) -> Tree:
    """Say beside each multipart schema which of its texts have a `contentEncoding`.

    OpenAPI 3.0 writes base64 as `format: byte`. Such parts have another media type than other texts
    (OpenAPI 3.0.4 section 4.7.15, 3.1.1 section 4.8.15).
    """
    result = copy_tree(tree)
    schemas = component_schemas(result)
    for holder in content_holders(result):
        for media_type, media in holder["content"].items():
            if media_type.lower().startswith("multipart/") and isinstance(media, dict):
                found = dict(_encoded(media.get("schema"), schemas, _MOST))
                if found:
                    media[ENCODED] = found
    return result


def place_part_headers(tree: Tree) -> Tree:
    """Write every header of an encoding where it is used; what leads nowhere stays a reference."""
    return map_objects(tree, "encoding", lambda encoding: _with_headers(tree, encoding))


def _with_headers(tree: Tree, encoding: Node) -> Tree:
    headers = encoding.get("headers")
    if not isinstance(headers, dict):
        return encoding
    return {**encoding, "headers": {name: behind(tree, one) for name, one in headers.items()}}


def _encoded(schema: Tree, schemas: dict[str, Tree], depth: int) -> Iterator[tuple[str, str]]:
    if not isinstance(schema, dict) or not depth:
        return
    if "$ref" in schema:
        yield from _encoded(schemas.get(schema_named(schema["$ref"])), schemas, depth - 1)
    for member in schema.get("allOf") or ():
        yield from _encoded(member, schemas, depth - 1)
    properties = schema.get("properties")
    for name, inner in properties.items() if isinstance(properties, dict) else ():
        encoding = _encoding(inner, schemas, depth - 1)
        if encoding:
            yield name, encoding


def _encoding(schema: Tree, schemas: dict[str, Tree], depth: int) -> str:
    """How a text, or each text of a list, is encoded; empty for all else."""
    if not isinstance(schema, dict) or not depth:
        return ""
    if "$ref" in schema:
        return _encoding(schemas.get(schema_named(schema["$ref"])), schemas, depth - 1)
    if schema.get("type") == "array":
        return _encoding(schema.get("items"), schemas, depth - 1)
    return _of_text(schema)


def _of_text(schema: Node) -> str:
    if schema.get("format") == "byte":
        return "base64"
    encoding = schema.get("contentEncoding")
    return encoding if isinstance(encoding, str) and schema.get("type") != "object" else ""
