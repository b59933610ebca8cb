"""Schemas of OpenAPI 3.1 in the words of OpenAPI 3.0.3, as far as these reach."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from specmend.document.openapi.keywords import NEW_IN_31
from specmend.document.tree.values import Tree

NULL: Final[dict[str, Any]] = {"type": "object", "nullable": True, "enum": [None]}
"""The schema of null alone in OpenAPI 3.0, which has no type for it: an object that is null."""

_FORMATS: Final = {"contentEncoding": "byte", "contentMediaType": "binary"}
_NO_COUNTERPART: Final = NEW_IN_31 - {*_FORMATS, "const", "examples"}
_BOUNDS: Final = (("exclusiveMinimum", "minimum", max), ("exclusiveMaximum", "maximum", min))


def misfits_30(schema: dict[str, Tree]) -> Iterator[str]:
    """What a schema of OpenAPI 3.1 says and OpenAPI 3.0 cannot."""
    yield from (key for key in schema if key in _NO_COUNTERPART)
    if len(_kinds(schema)) > 1 and "anyOf" in schema:
        yield "several types beside anyOf"
    if _count_examples(schema) > 1:
        yield "several examples"
    if "nullable" in schema:
        yield "nullable, which OpenAPI 3.1 does not know"
    if _is_null(schema) and _allows_more(schema):
        yield "values other than null beside the type null"
    if "const" in schema and "enum" in schema:
        yield "const beside enum"
    yield from _misfit_content(schema)


def _count_examples(schema: dict[str, Tree]) -> int:
    listed = schema.get("examples")
    return len(listed) + ("example" in schema) if isinstance(listed, list) else 0


def _allows_more(schema: dict[str, Tree]) -> bool:
    return schema.get("const") is not None or None not in schema.get("enum", [None])


def _misfit_content(schema: dict[str, Tree]) -> Iterator[str]:
    """Encoded content has a counterpart only where one format says the same."""
    encoding, media = schema.get("contentEncoding"), schema.get("contentMediaType")
    if encoding is not None:
        if encoding != "base64" or media is not None or "format" in schema:
            yield "contentEncoding"
    elif media is not None and (media != "application/octet-stream" or "format" in schema):
        yield "contentMediaType"


def lowered(schema: Tree) -> Tree:
    """A schema without misfits, lowered; its inner schemas are so already.

    The same object when nothing changes.
    """
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    if not isinstance(schema, dict):
        return schema
    written: dict[str, Tree] = {}
    for key, value in schema.items():
        written |= _keyword(schema, key, value)
    if _is_null(schema):
        beside = {key: value for key, value in written.items() if key not in NULL}
        return {**beside, **NULL}
    if written.get("type") == "array" and "items" not in written:
        # In OpenAPI 3.0 an array has items (section 4.7.24.1).
        written["items"] = {}
    same_keys = list(written) == list(schema)
    return schema if same_keys and all(written[key] is schema[key] for key in written) else written


def _keyword(schema: dict[str, Tree], key: str, value: Tree) -> dict[str, Tree]:
    """What one keyword becomes."""
    if key == "type" and isinstance(value, list) and not _is_null(schema):
        return _types(schema)
    if key == "const":
        return {"enum": [value]}
    if key == "examples" and isinstance(value, list):
        return {"example": value[0]} if value else {}
    if key in _FORMATS:
        return {"format": _FORMATS[key]}
    if key in {"$ref", "allOf"} and "$ref" in schema and len(schema) > 1:
        return {"allOf": [{"$ref": schema["$ref"]}, *schema.get("allOf", ())]}
    return _bound(schema, key, value)


def _is_null(schema: dict[str, Tree]) -> bool:
    return schema.get("type") in ("null", ["null"])


def _kinds(schema: dict[str, Tree]) -> list[str]:
    """The types of a schema other than null."""
    kinds = schema.get("type")
    return [
        kind
        for kind in (kinds if isinstance(kinds, list) else [kinds])
        if kind not in {"null", None}
    ]


def _types(schema: dict[str, Tree]) -> dict[str, Tree]:
    kinds = _kinds(schema)
    nullable = {"nullable": True} if "null" in schema["type"] else {}
    if len(kinds) == 1:
        return {"type": kinds[0], **nullable}
    items: dict[str, dict[str, Tree]] = {"array": {"items": {}}}
    branches = [{"type": kind, **nullable, **items.get(kind, {})} for kind in kinds]
    return {"anyOf": branches}


def _bound(schema: dict[str, Tree], key: str, value: Tree) -> dict[str, Tree]:
    """An exclusive bound is a boolean beside the bound in OpenAPI 3.0 (Wright-00 section 5.2)."""
    for exclusive, bound, narrower in _BOUNDS:
        limit, other = schema.get(exclusive), schema.get(bound)
        if isinstance(limit, bool) or not isinstance(limit, int | float):
            continue
        counts = other is None or narrower(limit, other) == limit
        if key == exclusive:
            return {bound: value, exclusive: True} if counts else {}
        if key == bound and counts:
            return {}
    return {key: value}
