# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Values to JSON and back, by their types."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from math import isfinite
from typing import Annotated, Any, NoReturn

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from ._exact import Exact

_OF_NO_CLASS = ConfigDict(title="the value")
"""Errors would show how the validator of a type is made."""


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The validator of a type, made once; a class has its own, which is exact already and is needed to write it."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        kind.model_rebuild(raise_errors=False)
        return TypeAdapter(kind)
    annotated: Any = Annotated  # type checkers know of types that are written, not of those that are given
    return TypeAdapter(annotated[kind, Exact()], config=_OF_NO_CLASS)


@cache
def reader(kind: Any) -> Callable[[str | bytes], Any]:
    """What reads JSON of a type: a name there is one of the wire, never that of an attribute."""
    checked = adapter(kind)
    validate = checked.validator.validate_json
    return partial(validate, by_alias=True, by_name=False) if _is_renamed(checked.core_schema) else validate


def is_no_json(error: ValidationError) -> bool:
    """Whether a validation failed on the text itself and not on what it says."""
    first = faults_of(error)[0]
    return first["type"] == "json_invalid" and not first["loc"]


def faults_of(error: ValidationError) -> list[Any]:
    """What a validation found, without the values that were given."""
    return list(error.errors(include_url=False, include_context=False, include_input=False))


def encode_json(value: Any) -> bytes:
    """JSON with names as on the wire; fields of a model that were never set stay out.

    Raises ValueError for what JSON does not have, such as a number that is not finite.
    """
    if isinstance(value, BaseModel):
        # What `model_dump_json` calls, which would make a text of the octets.
        written = value.__pydantic_serializer__.to_json(value, by_alias=True, exclude_unset=True)
    else:
        written = _with_numbers().dump_json(value, by_alias=True, exclude_unset=True, fallback=_of_another_kind)
    if b"NaN" in written or b"Infinity" in written:
        json.loads(written, parse_constant=_refuse)
    return written


def plain(value: Any) -> Any:
    """A value as JSON has it: a date is text, a model is a dict of the fields that were set."""
    return _with_numbers().dump_python(value, mode="json", by_alias=True, exclude_unset=True, fallback=_of_another_kind)


def text(value: Any) -> str:
    """A single value as it stands in a path, a header or a form; lists and objects as JSON.

    Raises ValueError for a number that is none.
    """
    simple = value if isinstance(value, str) else plain(value)
    if isinstance(simple, str):
        return str(simple)
    if isinstance(simple, bool):
        return "true" if simple else "false"
    if isinstance(simple, float) and not isfinite(simple):
        raise ValueError("a number that is not finite has no form in JSON")
    return encode_json(simple).decode()


def _of_another_kind(value: Any) -> Any:
    """A list or dict of a kind that pydantic does not know, such as a range."""
    if isinstance(value, Sequence):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    raise ValueError("a value of this kind has no form in JSON")


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} has no form in JSON")


@cache
def _with_numbers() -> TypeAdapter[Any]:
    """Writes a number that is none as such, and not as null."""
    return TypeAdapter(Any, config=ConfigDict(ser_json_inf_nan="constants"))


def _is_renamed(schema: Any) -> bool:
    """Whether a core schema has a class whose fields have other names in Python; only these need the longer call."""
    if isinstance(schema, dict):
        return hasattr(schema.get("cls"), "__renamed__") or any(map(_is_renamed, schema.values()))
    return isinstance(schema, (list, tuple)) and any(map(_is_renamed, schema))
