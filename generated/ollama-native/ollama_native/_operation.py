# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What the client knows about one operation of the API."""

from __future__ import annotations

from collections.abc import AsyncIterable, Iterable, Mapping
from enum import Enum
from typing import IO, Any, Final, Literal, TypeAlias

from ._declared import Link
from ._framing import Framing
from ._record import NOTHING, Record

Content: TypeAlias = str | bytes | IO[bytes] | Iterable[bytes] | AsyncIterable[bytes]
"""A request body of raw octets. Asynchronous iterables are for the asynchronous client."""

Upload: TypeAlias = (
    bytes
    | IO[bytes]
    | tuple[str, bytes | IO[bytes]]
    | tuple[str, bytes | IO[bytes], str]
    | tuple[str, bytes | IO[bytes], str, Mapping[str, str]]
)
"""A file in a form: its content; or its name and its content, with its media type, and with headers of its part."""


class NotGiven(Enum):
    """The type of `NOT_GIVEN`: what an argument is that was not given, where None would be sent as null."""

    NOT_GIVEN = "NOT_GIVEN"

    def __repr__(self) -> str:
        return self.value


NOT_GIVEN: Final = NotGiven.NOT_GIVEN


class Encoding(Record):
    """How one field of a form or one part of a multipart body is written (OpenAPI 3.1.1 section 4.8.15).

    With a `style` it is written like a parameter of a query, otherwise as text of its media type. `media_types` are
    those that it can have. `headers` are sent with each part.
    """

    name: str = ""
    style: str = ""
    explode: bool = False
    reserved: bool = False
    media_types: tuple[str, ...] = ()
    headers: Mapping[str, str] = NOTHING


class Parameter(Record):
    """How one parameter is written, where that is not the usual way of its place.

    `place` is path, query, querystring, header or cookie. With a `media_type` it is one text of that type, with the
    `encodings` of its fields where that is a form; its style counts for nothing then.
    """

    place: str
    name: str
    style: str = ""
    explode: bool = False
    reserved: bool = False
    media_type: str = ""
    encodings: tuple[Encoding, ...] = ()


class Body(Record):
    """How arguments become a request body; `type` is the model that checks them, or each of the `records`.

    `encodings` are those of fields by name. A multipart body without names has `prefix` for its first parts, and
    `rest` for those that follow. `fields` are all that it has, where the request could have another body. `nullable`
    are the fields, by their names on the wire, that are null where None is given; `nullable_whole` says so of a body
    that is one argument.
    """

    kind: Literal["json", "records", "form", "multipart", "content"]
    media_type: str
    type: Any = None
    required: bool = True
    nullable: frozenset[str] = frozenset()
    nullable_whole: bool = False
    encodings: tuple[Encoding, ...] = ()
    prefix: tuple[Encoding, ...] = ()
    rest: Encoding | None = None
    fields: frozenset[str] | None = None


class Streaming(Record):
    """How a response streams: the type of one record, and how records are cut out of the bytes."""

    event: Any
    media_type: str
    framing: Framing


class Operation(Record):
    """One operation: where it is, what it sends, and the type of the answer for each status pattern.

    One type is that of JSON; where the media type of an answer decides on its type there is a mapping in place of it.
    `accept` says which media types the answers have that the method returns. `parameters` are those that are not
    written in the usual way of their place. `idempotency` is the header of a key, with which the server acts on the
    request once, however often it comes.
    """

    method: str
    path: str
    body: Body | None = None
    accept: str = "application/json"
    success: Mapping[str, Any] = NOTHING
    failure: Mapping[str, Any] = NOTHING
    headers: Mapping[str, Mapping[str, Any]] = NOTHING
    links: Mapping[str, Mapping[str, Link]] = NOTHING
    streaming: Streaming | None = None
    others: tuple[Body, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    classes: Mapping[tuple[str, str], Any] = NOTHING
    """The types of the arguments by place and name that are objects of a class and no part of a checked body."""
    bounds: Mapping[tuple[str, str], Any] = NOTHING
    """The types of the arguments by place and name that have bounds and no class, and are no part of a checked body."""
    idempotency: str = ""
    server: str = ""
    """The operation's own server, of another origin than the base URL."""
    security: tuple[tuple[str, ...], ...] | None = None
    """Alternatives of the schemes that are needed together; None stands for those that operations have in common."""


class Arguments(Record):
    """The arguments of one call by the place they travel in.

    What is NOT_GIVEN is omitted, and None too where the body does not say that it can be null.
    """

    path: Mapping[str, Any] = NOTHING
    query: Mapping[str, Any] = NOTHING
    headers: Mapping[str, Any] = NOTHING
    cookies: Mapping[str, Any] = NOTHING
    fields: Mapping[str, Any] = NOTHING
    body: Any = NOT_GIVEN
    media_type: str | None = None
