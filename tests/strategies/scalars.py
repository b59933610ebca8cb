"""Random schemas without schemas in them: texts, numbers, enumerations, constants, anything."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from tests.strategies.scope import Draw, Make, Schema, Scope, chance

FORMATS = (
    "date", "date-time", "uuid", "email", "uri", "byte", "password", "time", "duration", "ipv4",
    "hostname", "no-such-format",
)  # fmt: skip
PATTERNS = {"^[a-z]+$": "abc", r"^\d{3}$": "123", "a": "a", r"^(?:x|y)*$": ""}


def scalar(draw: Draw, scope: Scope) -> Schema:
    """A schema without schemas in it."""
    made: Schema = draw(st.sampled_from(SCALARS))(draw, scope)
    return made


MIXED: tuple[list[Any], ...] = (
    [1, "a"], [1.5, 2], [True], [True, False], [None], [{"a": 1}, {}], [[1], []], [0, False],
    ["a", 1.0],
)  # fmt: skip


def _string(draw: Draw, _: Scope) -> Schema:
    made: Schema = {"type": "string"}
    low, more = draw(st.integers(0, 2)), draw(st.integers(0, 3))
    if draw(st.booleans()):
        made["minLength"] = low
    if draw(st.booleans()):
        made["maxLength"] = low + more
    if chance(draw, 4):
        made["default"] = "x" * low
    return made


def _pattern(draw: Draw, _: Scope) -> Schema:
    pattern = draw(st.sampled_from(list(PATTERNS)))
    made = {"type": "string", "pattern": pattern}
    return made | ({"default": PATTERNS[pattern]} if chance(draw, 4) else {})


def _format(draw: Draw, _: Scope) -> Schema:
    made = {"type": "string", "format": draw(st.sampled_from(FORMATS))}
    return made | ({"minLength": 1} if chance(draw, 4) else {})


def _number(draw: Draw, scope: Scope) -> Schema:
    made: Schema = {"type": draw(st.sampled_from(("integer", "number")))}
    low, more = draw(st.integers(-5, 5)), draw(st.integers(0, 9))
    if draw(st.booleans()):
        made["minimum"] = low
        if chance(draw, 4):
            made |= {"exclusiveMinimum": True} if scope.is_30 else {"exclusiveMinimum": low - 1}
    if draw(st.booleans()):
        made["maximum"] = low + more + 1
    if chance(draw, 6):
        made["multipleOf"] = draw(st.sampled_from((1, 5)))
    elif chance(draw, 4):
        made["default"] = low + 1
    elif chance(draw, 4):
        made["format"] = draw(st.sampled_from(("int32", "int64", "float", "double")))
    return made


def _boolean(draw: Draw, _: Scope) -> Schema:
    default = draw(st.sampled_from((None, True, False)))
    return {"type": "boolean"} | ({} if default is None else {"default": default})


def enum(draw: Draw, scope: Scope) -> Schema:
    """One of listed values, of texts or of others, seldom with null among them."""
    rows: list[list[Any]] = [
        ["a", "b"], ["a"], ["", "a b", "1x"], ["+1", "-1"], ["asc", "ASC", "Asc"],
        ["class", "None"],
        ["é", "名"], ["*", "**"], ["true", "false"], ["name", "value", "mro", "title"],
    ]  # fmt: skip
    values = draw(st.sampled_from(rows))
    made: Schema = {"type": "string", "enum": values}
    if chance(draw, 5):
        made = {"enum": values}
    if chance(draw, 5):
        numbers: list[list[Any]] = [[1, 2], [0], [-1, 1], [10, 20]]
        values = draw(st.sampled_from(numbers))
        made = {"type": "integer", "enum": values}
    if chance(draw, 8):
        return {"enum": draw(st.sampled_from(MIXED))}
    if chance(draw, 5):
        made |= _nullable(scope, made) | {"enum": [*values, None]}
    elif chance(draw, 4):
        made["default"] = values[0]
    return made


def _nullable(scope: Scope, made: Schema) -> Schema:
    if "type" not in made:
        return {}
    return {"nullable": True} if scope.is_30 else {"type": [made["type"], "null"]}


def _const(draw: Draw, scope: Scope) -> Schema:
    rows: list[tuple[str, Any]] = [
        ("string", "new"), ("integer", 3), ("boolean", True), ("number", 1.5), ("string", ""),
        ("object", {"a": 1}), ("array", [1, "a"]), ("boolean", False), ("integer", -1),
    ]  # fmt: skip
    kind, value = draw(st.sampled_from(rows))
    is_plain = kind not in {"object", "array"}
    typed: Schema = {"type": kind} if is_plain and not chance(draw, 3) else {}
    made = typed | ({"enum": [value]} if scope.is_30 else {"const": value})
    return made | ({"default": value} if chance(draw, 4) else {})


def anything(draw: Draw, scope: Scope) -> Schema:
    """A schema that says little: any value, null, or one of several types."""
    rows: list[Schema] = [
        {}, {"description": "Anything."}, {"type": "object"}, {"nullable": True}, {"title": "T"},
        {"type": "object", "additionalProperties": True}, {"example": {"a": 1}}, {"not": {}},
    ]  # fmt: skip
    if scope.is_30:
        return draw(st.sampled_from(rows))
    more: list[Schema] = [
        {"type": "null"}, {"const": None}, {"type": ["string", "integer", "null"]},
        {"type": ["object", "array"]}, {"type": ["array", "null"], "items": {"type": "string"}},
        {"type": "array"}, {"type": ["string", "null"], "minLength": 1},
        {"type": ["object", "null"], "properties": {"a": {"type": "string"}}},
        {"type": []}, {"contentMediaType": "image/png"}, {"enum": [None]}, {"enum": [1, "a", None]},
        {"type": "string", "contentEncoding": "base64"}, {"examples": [1, "a"]},
        {"type": "string", "contentMediaType": "application/json", "contentSchema": {}},
    ]  # fmt: skip
    rows = [row for row in rows if "nullable" not in row]
    return draw(st.sampled_from([*rows, *(row for row in more if row.get("type") != [])]))


SCALARS: tuple[Make, ...] = (
    _string, _number, _boolean, enum, _format, _pattern, _const, anything,
)  # fmt: skip
