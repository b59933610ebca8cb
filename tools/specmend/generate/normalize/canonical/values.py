"""Values that are no class: scalars with their bounds, enumerations, lists and maps."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.openapi.keywords import BOUNDS
from specmend.document.openapi.schemas import Node
from specmend.generate.normalize.canonical.parts import Parts
from specmend.generate.normalize.canonical.unions import union_of

_FORMATS: Final = ("date", "date-time", "uuid", "binary")
_FREE: Final[Node] = {"type": "object", "additionalProperties": True}

# bool before int: True is an int in Python, not in JSON.
_KINDS: Final = ((bool, "boolean"), (int, "integer"), (float, "number"), (list, "array"))


def value_of(parts: Parts) -> Node:
    """The canonical form of a value that has neither properties nor branches."""
    if parts.values is not None:
        return _of_values(parts)
    kinds = parts.types if parts.types is not None else _implied(parts.keywords)
    if parts.types == []:
        return {"type": "null"}
    members = [_of_kind(kind, parts.keywords) for kind in kinds if not _is_covered(kind, kinds)]
    return union_of(members) if members else {}


def is_widened(value: object) -> bool:
    """Whether a value has no literal type: one of several values, a fraction, or a long number.

    Those of mypy have 64 bits.
    """
    is_too_long = isinstance(value, int) and not -(2**63) <= value < 2**63
    return isinstance(value, (list, dict, float)) or is_too_long


def _is_covered(kind: str, kinds: list[str]) -> bool:
    return kind == "integer" and "number" in kinds


def _of_values(parts: Parts) -> Node:
    """An enumeration of texts, whole numbers and booleans; other values widen to their type."""
    values = [value for value in parts.values or () if value is not None]
    listed: list[Any] = []
    members: list[Node] = []
    for value in values:
        if is_widened(value):
            members.append(_of_kind(_kind_of(value), {}))
        elif not any(value == one and type(value) is type(one) for one in listed):
            listed.append(value if isinstance(value, (str, int)) else str(value))
    if parts.is_constant and listed:
        return {"const": listed[0]}
    if listed:
        kinds = list(dict.fromkeys(_kind_of(value) for value in listed))
        typed = {"type": kinds[0]} if len(kinds) == 1 else {}
        members.insert(0, {**typed, "enum": listed})
    if not members:
        return {"type": "null"}
    return union_of(members)


def _kind_of(value: object) -> str:
    if isinstance(value, dict):
        return "object"
    return next((name for kind, name in _KINDS if isinstance(value, kind)), "string")


def _implied(keywords: Node) -> list[str]:
    """The type of a schema that names none, where its keywords are of one type only."""
    if "items" in keywords or "prefixItems" in keywords:
        return ["array"]
    if isinstance(keywords.get("additionalProperties"), dict):
        return ["object"]
    if "patternProperties" in keywords:
        return ["object"]
    return ["string"] if keywords.get("format") in _FORMATS else []


def _of_kind(kind: str, keywords: Node) -> Node:
    bounds = {word: keywords[word] for word in BOUNDS.get(kind, ()) if _is_number(keywords, word)}
    if kind == "string":
        shape = keywords.get("format")
        return {"type": kind, **({"format": shape} if shape in _FORMATS else {}), **bounds}
    if kind == "array":
        return {"type": kind, **_items(keywords), **bounds}
    if kind == "object":
        return {**_map(keywords), **bounds}
    return {"type": kind, **bounds} if kind in ("integer", "number", "boolean") else {}


def _is_number(keywords: Node, word: str) -> bool:
    value = keywords.get(word)
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _items(keywords: Node) -> Node:
    items = keywords.get("items")
    prefix = keywords.get("prefixItems")
    if isinstance(items, list):  # the tuples of JSON Schema before 2020-12
        items, prefix = keywords.get("additionalItems"), items
    rest: Node = {"items": items if isinstance(items, dict) else {}}
    if not isinstance(prefix, list) or not prefix:
        return rest
    is_closed = items is False or keywords.get("maxItems") == len(prefix)
    if is_closed and keywords.get("minItems") == len(prefix):
        return {"prefixItems": prefix, "items": False}
    if is_closed or isinstance(items, dict):
        return {"items": {"anyOf": [*prefix, *([items] if isinstance(items, dict) else [])]}}
    return rest


def _map(keywords: Node) -> Node:
    values = keywords.get("additionalProperties")
    patterns = keywords.get("patternProperties")
    schemas = list(patterns.values()) if isinstance(patterns, dict) else []
    if isinstance(values, dict):
        schemas.append(values)
    if not schemas or values is True:
        return dict(_FREE)
    inner = schemas[0] if len(schemas) == 1 else {"anyOf": schemas}
    return {"type": "object", "additionalProperties": inner}
