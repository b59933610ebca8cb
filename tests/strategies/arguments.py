"""Random values of schemas as JSON has them, and the same as Python gives them to a client."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Mapping
from typing import Any, Final

from hypothesis import strategies as st

Schema = Mapping[str, Any]

CHARACTERS: Final = "ab1 /?#&=+%,;.|~:@!$'()*[]{}<>\"\\^`-_\té名😀"
"""Letters, what addresses, forms, headers and cookies use as delimiters, and what is not ASCII."""

texts = st.one_of(
    st.text(st.sampled_from(CHARACTERS), max_size=6),
    st.sampled_from(
        ("", ".", "..", "a/../b", "a%2Fb", "100%", "+1", "null", "true", "2020", "a\nb")
    ),
)
_WHOLE = st.one_of(st.integers(-5, 5), st.integers(-(2**53), 2**53))
_FRACTIONS = st.one_of(
    _WHOLE.filter(lambda number: abs(number) < 2**31).map(float),
    st.floats(allow_nan=False, allow_infinity=False, width=32),
    st.sampled_from((1e300, 1e-7, 0.1, 1e16)),
)
_DAYS = st.dates(dt.date(1, 1, 1), dt.date(9999, 12, 31)).map(str)
_MOMENTS = st.builds(
    lambda moment, zone: moment.replace(microsecond=0).isoformat() + zone,
    st.datetimes(dt.datetime(1000, 1, 1), dt.datetime(9998, 12, 31)),  # noqa: DTZ001
    st.sampled_from(("Z", "+02:00", "-11:30")),
)
_FORMATS: Final[Mapping[str, st.SearchStrategy[str]]] = {
    "date": _DAYS,
    "date-time": _MOMENTS,
    "uuid": st.uuids().map(str),
}


def value(draw: st.DrawFn, schema: Schema, *, all_fields: bool = False) -> Any:
    """A value of a schema; with `all_fields` no optional property is left out."""
    if "oneOf" in schema or "anyOf" in schema:
        branches = schema.get("oneOf") or schema["anyOf"]
        return value(draw, draw(st.sampled_from(branches)), all_fields=all_fields)
    kind = _kind(draw, schema)
    if kind == "null":
        return None
    if "const" in schema or "enum" in schema:
        members = schema.get("enum") or [schema["const"]]
        return draw(st.sampled_from([one for one in members if one is not None]))
    if kind == "array":
        inner = st.integers(0, 3)
        return [value(draw, schema["items"], all_fields=all_fields) for _ in range(draw(inner))]
    if kind == "object":
        return _object(draw, schema, all_fields=all_fields)
    return draw(_scalar(kind, schema))


def _kind(draw: st.DrawFn, schema: Schema) -> str:
    told = schema["type"]
    kinds = [told] if isinstance(told, str) else list(told)
    if schema.get("nullable"):
        kinds.append("null")
    # The smallest example is not null.
    found: str = draw(st.sampled_from([*(kind for kind in kinds if kind != "null"), *kinds]))
    return found


def _object(draw: st.DrawFn, schema: Schema, *, all_fields: bool) -> dict[str, Any]:
    made = {}
    for name, inner in schema.get("properties", {}).items():
        if all_fields or name in schema.get("required", ()) or draw(st.booleans()):
            made[name] = value(draw, inner, all_fields=all_fields)
    held = schema.get("additionalProperties")
    if isinstance(held, Mapping):
        for name in draw(st.lists(st.sampled_from(("k", "key two", "k.3", "é")), unique=True)):
            made[name] = value(draw, held, all_fields=all_fields)
    return made


def _scalar(kind: str, schema: Schema) -> st.SearchStrategy[Any]:
    if kind == "string":
        return _FORMATS.get(schema.get("format", ""), texts)
    return {"integer": _WHOLE, "number": _FRACTIONS, "boolean": st.booleans()}[kind]


def given(schema: Schema, held: Any) -> Any:
    """A value as a person gives it to a client: dates and UUIDs as those of Python."""
    if isinstance(held, list):
        return [given(schema.get("items", {}), member) for member in held]
    if isinstance(held, dict):
        return {name: given(member_of(schema, name), inner) for name, inner in held.items()}
    if not isinstance(held, str):
        return held
    makers: Mapping[str, Callable[[str], Any]] = {
        "date": dt.date.fromisoformat,
        "date-time": dt.datetime.fromisoformat,
        "uuid": uuid.UUID,
    }
    make = makers.get(schema.get("format", ""))
    return make(held) if make else held


def member_of(schema: Schema, name: str) -> Schema:
    """The schema of a property, or of a value of a map."""
    listed = schema.get("properties", {})
    held = schema.get("additionalProperties")
    return listed[name] if name in listed else held if isinstance(held, Mapping) else {}


def same(schema: Schema, one: Any, other: Any) -> bool:
    """Whether two values are one: moments that are the same one are."""
    if isinstance(one, list) and isinstance(other, list):
        items = schema.get("items", {})
        is_long = len(one) == len(other)
        return is_long and all(same(items, *pair) for pair in zip(one, other, strict=True))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            same(member_of(schema, name), one[name], other[name]) for name in one
        )
    is_moment = schema.get("format") == "date-time"
    if is_moment and isinstance(one, str) and isinstance(other, str):
        first, second = (dt.datetime.fromisoformat(text) for text in (one, other))
        return first == second and first.utcoffset() is not None
    return isinstance(one, bool) is isinstance(other, bool) and bool(one == other)
