# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Makes objects of the dicts that parameters and parts of forms are given as."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from pydantic import ValidationError

from ._codec import adapter
from ._operation import NOT_GIVEN, Arguments, Operation

_PLACES: Final = {"path": "path", "query": "query", "header": "headers", "cookie": "cookies", "field": "fields"}


def with_objects(operation: Operation, arguments: Arguments) -> Arguments:
    """The arguments in which what has a class is an object of it, which knows its names on the wire.

    Raises pydantic.ValidationError for what is none.
    """
    changed: dict[str, Any] = {}
    for (place, name), kind in operation.classes.items():
        word = _PLACES[place]
        value = getattr(arguments, word).get(name)
        if value is not None and value is not NOT_GIVEN and not isinstance(value, str):
            values = changed.setdefault(word, dict(getattr(arguments, word)))
            values[name] = _object(kind, value)
    return replace(arguments, **changed) if changed else arguments


def _object(kind: Any, value: Any) -> Any:
    """What has half of a character stays as it is: whoever writes it refuses it."""
    try:
        return adapter(kind).validate_python(value)
    except ValidationError as error:
        faults = error.errors(include_url=False, include_context=False, include_input=False)
        if any(fault["type"] == "string_unicode" for fault in faults):
            return value
        raise
