# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What the client knows about one operation of the API."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import IO, Any, Final, Literal, TypeAlias

from ._framing import Framing

Content: TypeAlias = str | bytes | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
"""A request body of raw octets. Asynchronous iterables are for the asynchronous client."""

Upload: TypeAlias = bytes | IO[bytes] | tuple[str, bytes | IO[bytes]]
"""A file in a form: its content, or its name and its content."""


class NotGiven(Enum):
    """The type of `NOT_GIVEN`: what an argument is that was not given, where None would be sent as null."""

    NOT_GIVEN = "NOT_GIVEN"

    def __repr__(self) -> str:
        return self.value


NOT_GIVEN: Final = NotGiven.NOT_GIVEN


@dataclass(frozen=True, kw_only=True, slots=True)
class Body:
    """How arguments become a request body; `type` is the model that checks them, or each of the `records`.

    `nullable` are the fields, by their names on the wire, that are null where None is given; `nullable_whole` says
    so of a body that is one argument.
    """

    kind: Literal["json", "records", "form", "multipart", "content"]
    media_type: str
    type: Any = None
    required: bool = True
    nullable: frozenset[str] = frozenset()
    nullable_whole: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Streaming:
    """How a response streams: the type of one record, and how records are cut out of the bytes."""

    event: Any
    media_type: str
    framing: Framing


@dataclass(frozen=True, kw_only=True, slots=True)
class Operation:
    """One operation: where it is, what it sends, and the type of the answer for each status pattern.

    One type is that of JSON; where the media type of an answer decides on its type there is a mapping in place of it.
    `accept` says which media types the answers have that the method returns. `styles` says
    how the lists of a query are written, where that is not one pair for each value, and what is sent as JSON.
    `idempotency` is the header of a key, with which the server acts on the request once, however often it comes.
    """

    method: str
    path: str
    body: Body | None = None
    accept: str = "application/json"
    success: Mapping[str, Any] = field(default_factory=dict)
    failure: Mapping[str, Any] = field(default_factory=dict)
    streaming: Streaming | None = None
    styles: Mapping[str, str] = field(default_factory=dict)
    idempotency: str = ""
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of the schemes that are needed together; None stands for those that operations have in common."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Arguments:
    """The arguments of one call by the place they travel in.

    What is NOT_GIVEN is omitted, and None too where the body does not say that it can be null.
    """

    path: Mapping[str, Any] = field(default_factory=dict)
    query: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, Any] = field(default_factory=dict)
    cookies: Mapping[str, Any] = field(default_factory=dict)
    fields: Mapping[str, Any] = field(default_factory=dict)
    body: Any = NOT_GIVEN
