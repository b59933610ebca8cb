"""Chooses the body of a request that can have several."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from typing import Any

from ._operation import NOT_GIVEN, Arguments, Body, Operation
from ._record import replace
from ._request import given
from .errors import ArgumentError


def with_body(operation: Operation, arguments: Arguments) -> Operation:
    """The operation with the body that the arguments are for: that of the media type that they name, or the first.

    Raises ArgumentError where no body has a place for all of them.
    """
    if operation.body is None:
        return operation
    bodies = (operation.body, *operation.others)
    wanted = [one for one in bodies if arguments.media_type in (None, one.media_type)]
    for body in wanted:
        if _takes(body, arguments):
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
    return not fields and (not is_whole or _is_of_octets(arguments.body) is (body.kind == "content"))


def _is_of_octets(value: Any) -> bool:
    return isinstance(value, (str, bytes, bytearray)) or hasattr(value, "read")


@cache
def _only(operation: Operation, number: int) -> Operation:
    """The operation with one of its bodies alone."""
    bodies: Collection[Body | None] = (operation.body, *operation.others)
    return replace(operation, body=tuple(bodies)[number], others=())
