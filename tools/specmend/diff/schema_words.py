"""What a schema is, in a few words."""

from __future__ import annotations

from typing import Final

from specmend.document.openapi.keywords import COMPOSITIONS
from specmend.document.openapi.references import reference_of
from specmend.document.text.one_line import one_line
from specmend.document.tree.values import MISSING, Tree

_LONGEST: Final = 60


def type_in_words(schema: Tree) -> str:
    """What a schema is, in a few words."""
    if schema is True or schema is MISSING:
        return "anything"
    if not isinstance(schema, dict):
        return shown(schema)
    if isinstance(schema.get("$ref"), str):
        return reference_of(schema).rpartition("/")[2]
    words = _types_in_words(schema)
    if "format" in schema:
        words += f" ({schema['format']})"
    if schema.get("nullable") is True:
        words += " or null"
    return words


def shown(value: Tree) -> str:
    """A value on one line, cut where it is long; `nothing` for none."""
    return one_line(value, _LONGEST, absent="nothing")


def _types_in_words(schema: dict[str, Tree]) -> str:
    types = schema.get("type")
    if "type" not in schema:
        return _composition(schema) or _value(schema) or "anything"
    if types in ("array", ["array"]):
        return f"list of {type_in_words(schema.get('items', True))}"
    if isinstance(types, list):
        return " or ".join(map(str, types))
    return str(types)


def _composition(schema: dict[str, Tree]) -> str:
    """What a lone branch is, or the first keyword that composes the schema; empty for none."""
    for keyword in COMPOSITIONS:
        branches = schema.get(keyword)
        if isinstance(branches, list) and len(branches) == 1:
            return type_in_words(branches[0])
        if keyword in schema:
            return keyword
    return ""


def _value(schema: dict[str, Tree]) -> str:
    return shown(schema["const"]) if "const" in schema else ""
