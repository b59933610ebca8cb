# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Makes objects of the dicts that parameters and parts of forms are given as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from pydantic import ValidationError

from ._codec import adapter, faults_of
from ._operation import NOT_GIVEN, Arguments, Operation
from ._record import replace
from .errors import ArgumentError

_PLACES: Final = {"path": "path", "query": "query", "header": "headers", "cookie": "cookies", "field": "fields"}

_OUT_OF_BOUNDS: Final = frozenset(
    [
        "greater_than",
        "greater_than_equal",
        "less_than",
        "less_than_equal",
        "multiple_of",
        "string_too_long",
        "string_too_short",
        "too_long",
        "too_short",
    ]
)
"""What pydantic calls the faults of values that have the right type."""


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


def check_bounds(operation: Operation, arguments: Arguments) -> None:
    """Raise ArgumentError for a value that is out of its bounds; its type is the matter of type checkers."""
    for (place, name), kind in operation.bounds.items():
        value = getattr(arguments, _PLACES[place]).get(name)
        if value is None or value is NOT_GIVEN or isinstance(value, Iterator):
            continue
        try:
            adapter(kind).validate_python(value)
        except ValidationError as error:
            faults = faults_of(error)
            if all(fault["type"] in _OUT_OF_BOUNDS for fault in faults):
                words = faults[0]["msg"]
                raise ArgumentError(place, name, words[:1].lower() + words[1:]) from None


def _object(kind: Any, value: Any) -> Any:
    """What has half of a character stays as it is: whoever writes it refuses it."""
    try:
        return adapter(kind).validate_python(value)
    except ValidationError as error:
        faults = faults_of(error)
        if any(fault["type"] == "string_unicode" for fault in faults):
            return value
        raise
