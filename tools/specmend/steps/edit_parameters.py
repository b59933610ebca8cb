"""The parameters of a named edit, read by msgspec by the types that their JSON Schema describes.

This answers for nearly all edits, so that the library for JSON Schema is only loaded for faults.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final, Literal

import msgspec
from msgspec import Meta

Schema = Mapping[str, Any]

_FLAT: Final = {"type", "required", "minProperties", "additionalProperties", "properties"}
_NOTES: Final = {"type", "description"}


def parameters_fit(schema: Schema, parameters: Mapping[str, Any]) -> bool:
    """Whether parameters surely fit.

    No also where the schema has a keyword that is not read here.
    """
    properties = schema["properties"]
    complete = set(schema.get("required", ())) <= parameters.keys() <= properties.keys()
    enough = len(parameters) >= schema.get("minProperties", 0)
    if not (schema.keys() <= _FLAT and complete and enough):
        return False
    return all(_fits(properties[name], value) for name, value in parameters.items())


def _fits(schema: Schema, value: Any) -> bool:
    kind = _type_of(schema)
    if kind is None:
        return False
    try:
        msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return False
    return True


def _type_of(schema: Schema) -> Any:
    """The type that a schema describes, or None for a keyword that is not read here."""
    keywords = schema.keys() - _NOTES
    if "type" not in schema:
        return _untyped(schema, keywords)
    known, make = _TYPES.get(str(schema["type"]), (frozenset(), _unknown))
    return make(schema) if keywords <= known else None


def _untyped(schema: Schema, keywords: set[str]) -> Any:
    if not keywords:
        return Any
    is_word = keywords == {"enum"} and all(isinstance(word, str) for word in schema["enum"])
    return Literal[tuple(schema["enum"])] if is_word else None


def _unknown(_schema: Schema) -> Any:
    return None


def _string(schema: Schema) -> Any:
    return Annotated[str, Meta(pattern=schema.get("pattern", ""))]


def _boolean(_schema: Schema) -> Any:
    return bool


def _array(schema: Schema) -> Any:
    member = _type_of(schema.get("items", {}))
    members: Any = list[member]  # type: ignore[valid-type]  # a type made while running
    return Annotated[members, Meta(min_length=schema.get("minItems", 0))] if member else None


def _object(schema: Schema) -> Any:
    member = _type_of(schema.get("additionalProperties", {}))
    members: Any = dict[str, member]  # type: ignore[valid-type]  # a type made while running
    return Annotated[members, Meta(min_length=schema.get("minProperties", 0))] if member else None


_TYPES: Final[Mapping[str, tuple[frozenset[str], Callable[[Schema], Any]]]] = {
    "string": (frozenset({"pattern"}), _string),
    "boolean": (frozenset(), _boolean),
    "array": (frozenset({"items", "minItems"}), _array),
    "object": (frozenset({"additionalProperties", "minProperties"}), _object),
}
