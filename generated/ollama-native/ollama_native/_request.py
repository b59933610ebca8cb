# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Builds the HTTP request of an operation from the arguments of a call."""

from __future__ import annotations

import re
from collections.abc import AsyncIterable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from io import TextIOBase
from typing import Any, Final

from pydantic import BaseModel

from ._codec import adapter, encode_json, plain
from ._headers import cookies, header, in_charset, joined_cookies
from ._media import charset_of, essence_of, is_form
from ._operation import NOT_GIVEN, Arguments, Body, Operation, Parameter
from ._path import Template, cut, variables
from ._record import Record
from ._styles import STYLES, Encode, Writer, apart, apart_names, dotless_percent, percent, reserved_percent, verbatim
from .errors import ArgumentError

_DEFAULT: Final[Mapping[str, Parameter]] = {
    "path": Parameter(place="path", name="", style="simple"),
    "query": Parameter(place="query", name="", style="form", explode=True),
    "header": Parameter(place="header", name="", style="simple"),
    "cookie": Parameter(place="cookie", name="", style="form", explode=True),
}
"""The usual way of each place (OpenAPI 3.1.1 section 4.8.12.2)."""

_WHOLE: Final = "querystring"
_COOKIE: Final = "cookie"
_NOT_IN_QUERY: Final = r"[^-!$&'()*+,;=:@/?%._~0-9A-Za-z]"
"""What a query cannot have (RFC 3986 section 3.4)."""

_LONGEST_URL: Final = 65_536
"""Characters that the HTTP library takes."""


def build_request(operation: Operation, arguments: Arguments, base_url: str) -> dict[str, Any]:
    """The keyword arguments of `build_request` of the HTTP library; the URL has its whole query.

    Raises ArgumentError for a value that cannot be sent, and pydantic.ValidationError when the arguments do not make a
    valid body.
    """
    plan = _plan(operation)
    if operation.classes:
        from ._objects import with_objects  # only where there are any: an import takes time

        arguments = with_objects(operation, arguments)
    if operation.bounds:
        from ._objects import check_bounds

        check_bounds(operation, arguments)
    url = base_url + plan.template.path(arguments.path)
    if arguments.query or plan.template.query:
        url = with_query(url, "&".join(plan.query(arguments)))
    if len(url) > _LONGEST_URL:
        raise ArgumentError("query", "", f"the address would have more than {_LONGEST_URL:,} characters")
    request: dict[str, Any] = {"method": operation.method, "url": url}
    headers: dict[str, str] = {}
    if arguments.headers:
        headers = {name: header(plan.writer("header", name), value) for name, value in given(arguments.headers)}
    if arguments.cookies:
        pairs = [
            pair for name, value in given(arguments.cookies) for pair in cookies(plan.writer("cookie", name), value)
        ]
        if pairs:
            own = next((name for name in headers if name.lower() == _COOKIE), "")
            text = "; ".join(pairs)
            headers[own or "Cookie"] = joined_cookies(text, headers[own]) if own else text
    if operation.body is not None:
        request |= _body(operation.body, arguments, headers)
    if headers:
        request["headers"] = headers
    return request


def with_query(url: str, query: str) -> str:
    """A URL with more in its query."""
    return f"{url}{'&' if '?' in url else '?'}{query}" if query else url


def given(values: Mapping[str, Any], nullable: Collection[str] = ()) -> list[tuple[str, Any]]:
    """What is sent of arguments by their names on the wire: None is only where it means null."""
    return [
        (name, value)
        for name, value in values.items()
        if value is not NOT_GIVEN and (value is not None or name in nullable)
    ]


def writer_of(place: str, name: str, parameter: Parameter) -> Writer:
    """How a parameter is written in its place: headers and 3.2's own cookies are not percent-encoded."""
    style = parameter.style or _DEFAULT[place].style
    row = STYLES[style]
    is_encoded = place in ("path", "query") or (place == "cookie" and style == "form" and not parameter.media_type)
    has_dots = style == "label." or (style == "label" and parameter.explode)
    usual: Encode = dotless_percent if has_dots else percent if is_encoded else verbatim
    encode = encode_member = usual
    if parameter.reserved and is_encoded:
        between = row.between if parameter.explode else row.inside
        encode, encode_member = (reserved_percent(place, row.before + more) for more in ("", between))
    return Writer(
        place=place,
        name=name,
        style=style,
        explode=parameter.explode,
        encode=percent if encode is dotless_percent else encode,
        encode_member=encode_member,
        encode_name=usual,
        apart=apart(style, explode=parameter.explode, is_encoded=is_encoded),
        apart_names=apart_names(style, explode=parameter.explode, is_encoded=is_encoded),
        inside=percent(row.inside) if row.inside in " |" and is_encoded else row.inside,
        media_type=parameter.media_type,
    )


class _Plan(Record):
    """What is known of all requests of an operation; writers of usual parameters are added as they are asked for."""

    template: Template
    parameters: Mapping[tuple[str, str], Parameter]
    writers: dict[tuple[str, str], Writer]

    def query(self, arguments: Arguments) -> Iterator[str]:
        """The pieces of the query: that of the path itself, then the arguments."""
        if self.template.query:
            yield self.template.fixed_query(arguments.path)
        for name, value in given(arguments.query):
            whole = self.parameters.get((_WHOLE, name))
            yield from self.writer("query", name).pieces(value) if whole is None else _whole(whole, value)

    def writer(self, place: str, name: str) -> Writer:
        """The writer of a parameter."""
        key = (place, name)
        if key not in self.writers:
            self.writers[key] = writer_of(place, name, self.parameters.get(key, _DEFAULT[place]))
        return self.writers[key]


@cache
def _plan(operation: Operation) -> _Plan:
    parameters = {(one.place, one.name): one for one in operation.parameters}
    writers = {
        name: writer_of("path", name, parameters.get(("path", name), _DEFAULT["path"]))
        for name in variables(operation.path)
    }
    return _Plan(template=cut(operation.path, writers), parameters=parameters, writers={})


def _whole(parameter: Parameter, value: Any) -> Iterator[str]:
    """A whole query: the pairs of a form, or one text of another media type (OpenAPI 3.2, Parameter Locations)."""
    if is_form(parameter.media_type) and isinstance(value, str):
        text = value  # the form itself
        if re.search(_NOT_IN_QUERY, text):
            raise ArgumentError("query", parameter.name, "it has a character that is not encoded as a form has it")
    elif is_form(parameter.media_type):
        from ._forms import form

        text = form(given(_dumped(value, "query", parameter.name)), parameter.encodings)
    else:
        (text,) = Writer(place="query", name=parameter.name, style="simple", media_type=parameter.media_type).pieces(
            value
        )
    if text:
        yield text


def _body(body: Body, arguments: Arguments, headers: dict[str, str]) -> dict[str, Any]:
    fields = given(arguments.fields, body.nullable)
    whole = None if arguments.body is NOT_GIVEN else arguments.body
    is_null = arguments.body is None and body.nullable_whole
    if whole is None and not fields and not body.required and not is_null:
        return {}
    if body.kind == "multipart":
        from ._multipart import multipart  # only where there is one: an import takes time

        return multipart(body, dict(fields) if whole is None else whole, headers)
    headers["Content-Type"] = body.media_type
    if body.kind == "content":
        return {"content": _raw(whole, body.media_type)}
    if body.kind == "records":
        if isinstance(whole, (str, bytes, bytearray, Mapping, BaseModel)):
            raise ArgumentError("body", "body", "one value is no list of records")
        records = _records(body, whole or ())
        # What is there as a whole can be sent again.
        return {"content": b"".join(records) if isinstance(whole, Sequence) else records}
    has_fields = arguments.body is NOT_GIVEN or (whole is None and body.fields is not None)
    checked = adapter(body.type).validate_python(dict(fields) if has_fields else whole)
    if body.kind == "json":
        return {"content": _json(checked)}
    if isinstance(checked, (str, bytes)):
        return {"content": checked}  # the form itself, where the schema allows any value
    from ._forms import form

    return {"content": form(given(_dumped(checked, "body", "body")), body.encodings).encode()}


def _raw(content: Any, media_type: str) -> Any:
    """A body that is sent as it is given; raises ArgumentError for what has no octets."""
    if isinstance(content, str):
        return in_charset(content, charset_of(media_type) or "utf-8", "body", "body")
    if isinstance(content, bytes):
        return content
    if isinstance(content, TextIOBase):
        raise ArgumentError("body", "body", "a file must be opened in binary mode")
    if isinstance(content, (bytearray, memoryview)):
        return bytes(content)
    if isinstance(content, Sequence) and not all(isinstance(one, (bytes, bytearray, memoryview)) for one in content):
        raise ArgumentError("body", "body", "a list of octets has something else in it")
    is_several = isinstance(content, (Iterable, AsyncIterable)) and not isinstance(content, (Mapping, BaseModel))
    if is_several or hasattr(content, "read"):
        return content
    raise ArgumentError("body", "body", "it is neither a text nor octets, nor a file or an iterable of octets")


def _json(value: Any) -> bytes:
    try:
        return encode_json(value)
    except ValueError:
        raise ArgumentError("body", "body", "something in it has no form in JSON") from None


def _dumped(value: Any, place: str, name: str) -> Mapping[str, Any]:
    """The fields of an object; raises ArgumentError where there are none."""
    try:
        dumped = plain(value)
    except ValueError:
        raise ArgumentError(place, name, "something in it has no form in text") from None
    if not isinstance(dumped, Mapping):
        raise ArgumentError(place, name, "a form has fields, and this value has none")
    return dumped


def _records(body: Body, values: Iterable[Any]) -> Iterator[bytes]:
    """One line of JSON for each value; JSON text sequences have a separator before it (RFC 7464 section 2.2)."""
    is_sequence = essence_of(body.media_type).endswith("json-seq")
    check = adapter(body.type).validate_python
    for value in values:
        yield (b"\x1e" if is_sequence else b"") + _json(check(value)) + b"\n"
