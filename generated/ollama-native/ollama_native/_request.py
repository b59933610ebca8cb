# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Builds the HTTP request of an operation from the arguments of a call."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any
from urllib.parse import quote

from ._codec import adapter, encode_json, plain, text
from ._operation import NOT_GIVEN, Arguments, Body, Operation

_JOINED = {"comma": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def build_request(operation: Operation, arguments: Arguments, base_url: str) -> dict[str, Any]:
    """The keyword arguments of `build_request` of the HTTP library.

    Raises pydantic.ValidationError when the arguments do not make a valid body.
    """
    styles = operation.styles
    headers = {name: _simple(name, value, styles) for name, value in given(arguments.headers)}
    cookies = [pair for name, value in given(arguments.cookies) for pair in _cookie(name, value, styles)]
    if cookies:
        headers["Cookie"] = "; ".join(cookies)
    path = operation.path
    for name, value in arguments.path.items():
        path = path.replace(f"{{{name}}}", _simple(name, value, styles, encode=partial(quote, safe="")))
    request: dict[str, Any] = {"method": operation.method, "url": base_url + path}
    pairs: list[tuple[str, str]] = []
    for name, value in given(arguments.query):
        if styles.get(name, "").startswith("whole"):
            request["url"] += "?" + quote(_whole_query(value, styles[name]), safe="")
        else:
            pairs += _query(name, value, styles)
    if pairs:
        request["params"] = pairs
    if operation.body is not None:
        request |= _body(operation.body, arguments, headers)
    if headers:
        request["headers"] = headers
    return request


def given(values: Mapping[str, Any], nullable: Collection[str] = ()) -> list[tuple[str, Any]]:
    """What is sent of arguments by their names on the wire: None is only where it means null."""
    return [
        (name, value)
        for name, value in values.items()
        if value is not NOT_GIVEN and (value is not None or name in nullable)
    ]


def _simple(name: str, value: Any, styles: Mapping[str, str], encode: Callable[[str], str] = str) -> str:
    """A value in a path or header: the style `simple`, lists and objects with commas (RFC 6570 section 3.2.2)."""
    simple = plain(value)
    if styles.get(name) == "json" or not isinstance(simple, (list, dict)):
        return encode(text(value))
    members = simple if isinstance(simple, list) else [part for pair in given(simple) for part in pair]
    return ",".join(encode(text(member)) for member in members)


def _cookie(name: str, value: Any, styles: Mapping[str, str]) -> Iterator[str]:
    """The pairs of one cookie: the style `cookie` has one for each value (OpenAPI 3.2, Style Values)."""
    simple = plain(value)
    style = styles.get(name)
    if style == "cookie" and isinstance(simple, dict):
        for key, member in given(simple):
            yield f"{key}={text(member)}"
    elif style == "cookie" and isinstance(simple, list):
        for member in simple:
            yield f"{name}={text(member)}"
    else:
        yield f"{name}={_simple(name, value, styles) if style == 'comma' else text(value)}"


def _whole_query(value: Any, style: str) -> str:
    return encode_json(value).decode() if style == "whole json" else text(value)


def _query(name: str, value: Any, styles: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    simple = plain(value)
    style = styles.get(name, "form")
    if style == "json":
        yield name, encode_json(value).decode()
    elif style == "pairs":
        for key, member in given(simple):
            for one in member if isinstance(member, list) else [member]:
                yield key, text(one)
    elif isinstance(simple, dict):
        for key, member in given(simple):
            yield f"{name}[{key}]" if style == "deepObject" else key, text(member)
    elif isinstance(simple, list) and style in _JOINED:
        yield name, _JOINED[style].join(text(member) for member in simple)
    else:
        for member in simple if isinstance(simple, list) else [simple]:
            yield name, text(member)


def _body(body: Body, arguments: Arguments, headers: dict[str, str]) -> dict[str, Any]:
    fields = dict(given(arguments.fields, body.nullable))
    whole = None if arguments.body is NOT_GIVEN else arguments.body
    is_null = arguments.body is None and body.nullable_whole
    if whole is None and not fields and not body.required and not is_null:
        return {}
    if body.kind == "multipart":
        return {"files": list(_parts(fields or dict(plain(whole) or {})))}
    headers["Content-Type"] = body.media_type
    if body.kind == "content":
        return {"content": whole}
    if body.kind == "records":
        records = _records(body, whole or ())
        # What is there as a whole can be sent again.
        return {"content": b"".join(records) if isinstance(whole, Sequence) else records}
    checked = adapter(body.type).validate_python(fields if arguments.body is NOT_GIVEN else whole)
    if body.kind == "json":
        return {"content": encode_json(checked)}
    encoded = adapter(Any).dump_python(checked, mode="json", by_alias=True, exclude_unset=True)
    return {"data": {name: _form_value(member) for name, member in given(encoded or {})}}


def _records(body: Body, values: Iterable[Any]) -> Iterator[bytes]:
    """One line of JSON for each value; JSON text sequences have a separator before it (RFC 7464 section 2.2)."""
    is_sequence = body.media_type.partition(";")[0].strip().lower().endswith("json-seq")
    check = adapter(body.type).validate_python
    for value in values:
        yield (b"\x1e" if is_sequence else b"") + encode_json(check(value)) + b"\n"


def _form_value(value: Any) -> str | list[str]:
    return [text(member) for member in value] if isinstance(value, list) else text(value)


def _parts(fields: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The parts of multipart/form-data: files as they are, single values as text, the rest as JSON."""
    for name, value in fields.items():
        many = isinstance(value, Sequence) and not isinstance(value, (str, bytes, bytearray)) and not _is_file(value)
        for member in value if many else [value]:
            if _is_file(member):
                yield name, member
            elif isinstance(member, bytes) or hasattr(member, "read"):
                yield name, (name, member, "application/octet-stream")
            elif isinstance(plain(member), (dict, list)):
                yield name, (None, encode_json(member), "application/json")
            else:
                yield name, (None, text(member))


def _is_file(value: Any) -> bool:
    """Whether a value is the name of a file and its content, and not a list of values."""
    if not isinstance(value, tuple) or len(value) != 2 or not isinstance(value[0], str):  # noqa: PLR2004
        return False
    return isinstance(value[1], bytes) or hasattr(value[1], "read")
