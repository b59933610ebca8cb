"""Chooses the body of a request that can have several."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Iterator
from functools import cache
from typing import Any

from pydantic import ValidationError

from ._codec import adapter
from ._operation import NOT_GIVEN, Arguments, Body, Operation
from ._record import replace
from ._request import given
from .errors import ArgumentError


def with_body(operation: Operation, arguments: Arguments) -> Operation:
    """The operation with the body that the arguments are for: that of the media type that they name, or the first.

    A body that has null for what is None goes before one that would leave it out. Raises ArgumentError where no body
    has a place for all of them.
    """
    if operation.body is None:
        return operation
    bodies = (operation.body, *operation.others)
    wanted = [one for one in bodies if arguments.media_type in (None, one.media_type)]
    nulls = {name for name, _ in given(arguments.fields, _nullable(operation)) if arguments.fields[name] is None}
    for body in wanted:
        if nulls <= body.nullable and _takes(body, arguments):
            return _only(operation, bodies.index(body))
    for body in wanted:
        if _takes(body, arguments) or _is_nothing(arguments):
            return _only(operation, bodies.index(body))
    if not wanted:
        raise ArgumentError("body", "content_type", "the operation sends no such media type")
    names = ", ".join(one.media_type for one in wanted)
    raise ArgumentError("body", "content_type", f"not all that is given has a place in {names}")


def _takes(body: Body, arguments: Arguments) -> bool:
    """Whether a body has a place for what is given of fields, or as a whole."""
    fields = [name for name, _ in given(arguments.fields, body.nullable)]
    is_whole = arguments.body is not NOT_GIVEN and (arguments.body is not None or body.nullable_whole)
    if body.fields is not None:
        return not is_whole and set(fields) <= body.fields
    return is_whole and not fields and (arguments.media_type is not None or _fits(body, arguments.body))


def _fits(body: Body, value: Any) -> bool:
    """Whether a value as a whole can be of a body: texts, octets and iterators are told apart from values of JSON."""
    if isinstance(value, (bytes, bytearray, memoryview)) or hasattr(value, "read"):
        return body.kind == "content"
    if isinstance(value, (Iterator, AsyncIterator)):
        return body.kind in ("content", "records")
    if isinstance(value, str) and body.kind != "content":
        return body.kind == "json" and _is_valid(body.type, value)
    return isinstance(value, str) or body.kind != "content"


def _is_valid(kind: Any, value: Any) -> bool:
    try:
        adapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


def _is_nothing(arguments: Arguments) -> bool:
    return (arguments.body is None or arguments.body is NOT_GIVEN) and not given(arguments.fields)


@cache
def _nullable(operation: Operation) -> frozenset[str]:
    """The fields that are null in any of the bodies where None is given."""
    bodies = (operation.body, *operation.others)
    return frozenset(name for body in bodies if body is not None for name in body.nullable)


@cache
def _only(operation: Operation, number: int) -> Operation:
    """The operation with one of its bodies alone."""
    bodies: Collection[Body | None] = (operation.body, *operation.others)
    return replace(operation, body=tuple(bodies)[number], others=())
