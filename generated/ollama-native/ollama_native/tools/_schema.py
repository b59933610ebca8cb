# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Makes a JSON Schema plain: nothing but the words of it that reach a model through the server.

The server hands on types, descriptions, properties, items, enum, required and anyOf, and drops references.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_DROPPED = ("$defs", "title", "discriminator")
_LISTS = {"anyOf": "anyOf", "oneOf": "anyOf", "allOf": "allOf", "prefixItems": "prefixItems"}


def plain_schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema with each reference written out, without titles, with `const` and `oneOf` in other words.

    A type that holds itself is written out once; inside of that only its kind is named.
    """
    return _plain(schema, schema.get("$defs", {}), ())


def _plain(schema: Any, definitions: Mapping[str, Any], above: tuple[str, ...]) -> dict[str, Any]:
    if not isinstance(schema, Mapping):
        return {}  # true: anything
    result: dict[str, Any] = {}
    if isinstance(reference := schema.get("$ref"), str):
        result = _resolved(reference.rpartition("/")[2], definitions, above)
    for key, value in schema.items():
        if key in _LISTS:
            result[_LISTS[key]] = [_plain(member, definitions, above) for member in value]
        elif key == "properties":
            result[key] = {name: _plain(member, definitions, above) for name, member in value.items()}
        elif key in ("items", "additionalProperties") and isinstance(value, Mapping):
            result[key] = _plain(value, definitions, above)
        elif key == "const":
            result["enum"] = [value]
        elif key not in (*_DROPPED, "$ref"):
            result[key] = value
    return result


def _resolved(name: str, definitions: Mapping[str, Any], above: tuple[str, ...]) -> dict[str, Any]:
    definition = definitions.get(name, {})
    if name in above:
        return {"type": definition["type"]} if "type" in definition else {}
    return _plain(definition, definitions, (*above, name))
