# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Makes the checks of pydantic as strict as JSON Schema: texts are no numbers, numbers are no dates.

Pydantic reads the text "2020" as a date of 1970, "5" as a number and `true` as 1. It builds a core schema for each
type; here it is gone through once, before the validator is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

_DONE: Final = "exact"
"""Marks what stands in place of another schema, which is not gone through again."""

LISTED: Final = "listed"
"""Where a schema has the values that it allows, if it is no longer a plain list of them."""

_TIME: Final = r"^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?"
_MOMENT: Final = rf"{_TIME}([Zz]|[+-]\d\d:\d\d)$"
_USUAL_MOMENT: Final = rf"{_TIME}([Zz]|[+-]\d\d:?\d\d)?$"
"""Many servers leave out the offset, or its colon; beside texts it must be there as the RFC has it."""

_ROUNDED: Final = 2.0**53
"""From here on a `float` does not have every whole number."""

_UUID: Final = r"^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"

_TEXTS: Final = {
    "date": (r"^\d{4}-\d\d-\d\d$", "a date as in RFC 3339, such as 2030-12-31"),
    "datetime": (_USUAL_MOMENT, "a date and time as in RFC 3339, such as 2030-12-31T23:59:00Z"),
    "uuid": (_UUID, "a UUID as in RFC 4122, such as 123e4567-e89b-12d3-a456-426614174000"),
}
"""How the texts of the values look that JSON has no type for, and the words for it."""

_OPEN: Final = "lax-or-strict"
_SINGLE: Final = ("str", _OPEN)

_NAMED: Final = ("model", "definition-ref")

_INNER: Final = ("schema", "items_schema", "keys_schema", "values_schema", "json_schema", "python_schema")


class Exact:
    """Beside a type: it is checked by the rules of JSON Schema."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> core_schema.CoreSchema:
        made: core_schema.CoreSchema = exact(handler(source), handler.resolve_ref_schema)
        return made


def exact(schema: Any, resolve: Callable[[Any], Any]) -> Any:
    """A core schema in which numbers, booleans, dates and UUIDs are taken for nothing else.

    `resolve` finds what a reference leads to. Models are left alone, for each has been gone through by itself.
    """
    kind = schema["type"]
    if kind == "definition-ref":
        _make_exact_there(schema, resolve)
    elif kind in _TEXTS:
        return _of_text(schema)
    elif kind == "int":
        return _whole_number(schema)
    elif kind == "literal":
        return _listed(schema)
    elif kind == "float":
        return _number(schema)
    elif kind == "bool":
        schema["strict"] = True
    elif kind != "model" and not _is_done(schema):
        _make_inner_exact(schema, resolve)
    return schema


def _is_done(schema: Any) -> bool:
    return _DONE in schema.get("metadata", ())


def _make_exact_there(reference: Any, resolve: Callable[[Any], Any]) -> None:
    try:
        target = resolve(reference)
    except LookupError:
        return  # it is being built, and gone through as soon as it is there
    if target["type"] != "model" and not _is_done(target):
        target["metadata"] = {**target.get("metadata", {}), _DONE: True}
        changed = exact({key: value for key, value in target.items() if key != "metadata"}, resolve)
        target.update(changed)


def _make_inner_exact(schema: Any, resolve: Callable[[Any], Any]) -> None:
    for word in _INNER:
        inner = schema.get(word)
        if isinstance(inner, dict):
            schema[word] = exact(inner, resolve)
        elif isinstance(inner, list):
            schema[word] = [exact(member, resolve) for member in inner]
    if schema["type"] == "model-fields":
        for field in schema["fields"].values():
            field["schema"] = exact(field["schema"], resolve)
    elif schema["type"] == "tagged-union":
        schema["choices"] = {tag: exact(choice, resolve) for tag, choice in schema["choices"].items()}
    elif schema["type"] == "union":
        schema["choices"] = _choices(schema["choices"], resolve)


def _choices(choices: list[Any], resolve: Callable[[Any], Any]) -> list[Any]:
    """The members of a union, those that take any text last: of several that fit exactly the first is taken."""
    plain = _with_open(choice[0] if isinstance(choice, tuple) else choice for choice in choices)
    values = [choice for choice in plain if choice["type"] in _TEXTS]
    texts = [choice for choice in plain if _takes_texts(choice)]
    single = next((choice for choice in texts if choice["type"] in _SINGLE), None)
    is_mixed = bool(values) and single is not None
    others = [choice for choice in plain if choice not in texts and not (is_mixed and choice in values)]
    made = [_labeled(exact(dict(choice), resolve), choice) for choice in others]
    if is_mixed:
        made.append((_value_or_text(values, single), "str"))
        texts = [choice for choice in texts if choice is not single]
    return made + [_labeled(exact(choice, resolve), choice) for choice in texts]


def _with_open(choices: Iterable[Any]) -> list[Any]:
    """The members of a union, with listed values and all others of their type as one member."""
    plain = list(choices)
    for kind, of_kind in (("str", str), ("int", int)):
        listed = [one for one in plain if one["type"] == "literal" and all(type(v) is of_kind for v in one["expected"])]
        every = [one for one in plain if one["type"] == kind]
        if listed and every:
            plain = [one for one in plain if one not in listed and one not in every]
            plain.append(_open(every[0], [value for one in listed for value in one["expected"]]))
    return plain


def _open(every: Any, listed: list[Any]) -> Any:
    """Any text or whole number; where it is compared with other members, a listed value fits better."""
    return core_schema.lax_or_strict_schema(
        exact(dict(every), lambda reference: reference),
        _listed(core_schema.literal_schema(listed)),
        metadata={_DONE: True},
        serialization=core_schema.simple_ser_schema(every["type"]),
    )


def _labeled(made: Any, choice: Any) -> Any:
    """A member by the name that messages have for its place; a class has its own."""
    kind = choice["type"]
    is_told = kind in _NAMED and not _is_done(made)
    return made if is_told else (made, "object" if kind == "json-or-python" else kind)


def _value_or_text(values: list[Any], text: Any) -> Any:
    """A text that is a date, a date-time or a UUID is read as one, any other as it stands.

    Without an offset it is no date-time (RFC 3339 section 5.6). What is given in Python stays as it is.
    """
    read: list[Any] = [
        (_from_text(value, _MOMENT if value["type"] == "datetime" else ""), value["type"]) for value in values
    ]
    given: list[Any] = [{**value, "strict": True} for value in values]
    return core_schema.json_or_python_schema(
        core_schema.union_schema([*read, (text, "str")], mode="left_to_right"),
        core_schema.union_schema([*given, text]),
        metadata={_DONE: True},
    )


def _takes_texts(schema: Any) -> bool:
    inner = schema.get("items_schema") or schema.get("values_schema") or schema.get("schema")
    if schema["type"] in ("list", "dict", "nullable", "default") and isinstance(inner, dict):
        return _takes_texts(inner)
    if schema["type"] == _OPEN:
        return _takes_texts(schema["lax_schema"])
    return bool(schema["type"] in ("str", "any"))


def _whole_number(schema: Any) -> Any:
    """A whole number, or a fraction of zero: JSON Schema takes 5.0 for an integer (validation, section 6.1.1)."""
    strict = core_schema.int_schema(strict=True)
    zero = core_schema.chain_schema([core_schema.float_schema(strict=True), core_schema.int_schema()])
    number = core_schema.union_schema([strict, zero], mode="left_to_right", custom_error_type="int_type")
    steps: list[Any] = [number, schema] if schema.keys() - {"type", "metadata", "strict"} else [number]
    return core_schema.chain_schema(steps, metadata=_described(schema))


def _listed(schema: Any) -> Any:
    """Listed values, of which a boolean is no number: Python takes `True` for 1."""
    values: list[Any] = schema["expected"]
    if all(type(value) not in (bool, int) for value in values):
        return schema
    kinds: list[tuple[type, Any]] = [
        (str, core_schema.str_schema(strict=True)),
        (bool, core_schema.bool_schema(strict=True)),
        (int, _whole_number({"type": "int"})),
    ]
    of_kinds = [(kind, [value for value in values if type(value) is of_kind]) for of_kind, kind in kinds]
    members: list[Any] = [
        core_schema.chain_schema([kind, core_schema.literal_schema(listed)]) for kind, listed in of_kinds if listed
    ]
    return core_schema.custom_error_schema(
        core_schema.union_schema(members, mode="left_to_right"),
        custom_error_type="literal_error",
        custom_error_context={"expected": _in_words(values)},
        metadata={**_described(schema), LISTED: values},
        serialization=core_schema.simple_ser_schema("any"),
    )


def _in_words(values: Iterable[Any]) -> str:
    *known, last = map(repr, values)
    return f"{', '.join(known)} or {last}" if known else last


def _number(schema: Any) -> Any:
    """A number; a whole one that a `float` would round stays a whole one, as in the numbers of accounts.

    Where there are bounds, it is a `float` in any case.
    """
    number: Any = {**schema, "strict": True}
    if number.keys() - {"type", "metadata", "strict"}:
        return number
    exact_in_float = core_schema.float_schema(strict=True, lt=_ROUNDED, gt=-_ROUNDED)
    several = core_schema.union_schema(
        [exact_in_float, core_schema.int_schema(strict=True), number], mode="left_to_right"
    )
    return core_schema.custom_error_schema(several, custom_error_type="float_type", metadata=_described(schema))


def _of_text(schema: Any) -> Any:
    """A date, date-time or UUID from the texts that the RFC has for it; in Python from the value itself, too."""
    value: Any = {**schema, "strict": True}
    from_text = _from_text(schema)
    from_python = core_schema.union_schema([value, from_text], mode="left_to_right", **_error(schema))
    return core_schema.json_or_python_schema(from_text, from_python, metadata=_described(schema))


def _from_text(schema: Any, pattern: str = "") -> Any:
    text = core_schema.str_schema(pattern=pattern or _TEXTS[schema["type"]][0])
    return core_schema.chain_schema([core_schema.custom_error_schema(text, **_error(schema)), schema])


def _described(schema: Any) -> dict[str, Any]:
    """What marks a schema that stands in place of another one, which `model_json_schema` goes on to show."""
    plain = dict(schema)
    return {_DONE: True, "pydantic_js_functions": [lambda _, handler: handler(plain)]}


def _error(schema: Any) -> Any:
    words = f"Input should be {_TEXTS[schema['type']][1]}"
    return {"custom_error_type": f"{schema['type']}_text", "custom_error_message": words}
