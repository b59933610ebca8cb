# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Values to JSON and back, by their types."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, partial
from typing import Annotated, Any

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import to_jsonable_python

from ._exact import Exact


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:
    """The validator of a type, made once."""
    annotated: Any = Annotated  # type checkers know of types that are written, not of those that are given
    return TypeAdapter(annotated[kind, Exact()])


@cache
def reader(kind: Any) -> Callable[[str | bytes], Any]:
    """What reads JSON of a type: a name there is one of the wire, never that of an attribute."""
    return partial(adapter(kind).validator.validate_json, by_alias=True, by_name=False)


def is_no_json(error: ValidationError) -> bool:
    """Whether a validation failed on the text itself and not on what it says."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    return first["type"] == "json_invalid" and not first["loc"]


def encode_json(value: Any) -> bytes:
    """JSON with names as on the wire; fields of a model that were never set stay out."""
    if isinstance(value, BaseModel):
        return value.model_dump_json(by_alias=True, exclude_unset=True).encode()
    return adapter(Any).dump_json(value, by_alias=True, exclude_unset=True)


def plain(value: Any) -> Any:
    """A value as JSON has it: a date is text, a model is a dict."""
    return to_jsonable_python(value, by_alias=True, exclude_none=False)


def text(value: Any) -> str:
    """A single value as it stands in a path, a header or a form."""
    simple = plain(value)
    if isinstance(simple, bool):
        return "true" if simple else "false"
    return simple if isinstance(simple, str) else encode_json(simple).decode()
