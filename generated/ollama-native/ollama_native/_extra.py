# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""What every call takes beside the arguments of its operation, and how it joins the request."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NoReturn, TypedDict
from uuid import uuid4

import httpx2 as httpx

from ._codec import encode_json, plain, text
from ._headers import checked_header
from ._retry import IDEMPOTENT
from ._styles import form_pairs, pairs_without, percent, why
from .errors import ArgumentError

if TYPE_CHECKING:
    from ._operation import Operation

IDEMPOTENCY_KEY = "Idempotency-Key"


class CallExtra(TypedDict, total=False):
    """What goes before the arguments of a call, and these before the settings of the client.

    A header or a pair of the query that is None is left out, whoever else gives it.
    """

    extra_headers: Mapping[str, str | None]
    """Headers of this request."""

    extra_query: Mapping[str, Any]
    """Pairs of the query; a list has one pair for each value."""

    extra_body: Mapping[str, Any]
    """Fields of a JSON object, a form or a multipart form. They are sent as they are."""

    extra_timeout: float | httpx.Timeout | None
    """Seconds to wait for a connection and for each piece of the answer; None waits as long as it takes."""


class Extra(CallExtra, total=False):
    """The same with a key of idempotency."""

    idempotency_key: str | None
    """A text of this request alone, by which the server knows it again. With it, a POST is retried like a GET."""


_KNOWN = Extra.__optional_keys__


def add_extra(request: dict[str, Any], extra: Mapping[str, Any], operation: Operation) -> None:
    """Change the arguments of `build_request` of the HTTP library; raises TypeError for an unknown name.

    Raises ValueError where `extra_body` has no object to join, and ArgumentError for what cannot be sent.
    """
    check_names(extra)
    if body := extra.get("extra_body"):
        _add_body(request, body, operation)
    if query := extra.get("extra_query"):
        _add_query(request, query)
    key = extra.get("idempotency_key")
    if key is not None:
        header = operation.idempotency or IDEMPOTENCY_KEY
        request["headers"][header] = checked_header(header, key, "header")
    for name, value in (extra.get("extra_headers") or {}).items():
        if value is None:
            request["headers"].pop(name, None)
        else:
            request["headers"][name] = checked_header(name, value, "header")
    if key is not None:
        allow_retries(request)
    if "extra_timeout" in extra:
        request["timeout"] = extra["extra_timeout"]


def add_key(request: dict[str, Any], header: str) -> None:
    """Give a request a key of idempotency, unless it has one (draft-ietf-httpapi-idempotency-key-header).

    All attempts are one request with one key, so it may be sent again.
    """
    if header not in request["headers"]:
        request["headers"][header] = str(uuid4())
    allow_retries(request)


def allow_retries(request: dict[str, Any]) -> None:
    """Mark a request as one that the server acts on once, however often it comes."""
    request["extensions"] = {**request.get("extensions", {}), IDEMPOTENT: True}


def check_names(extra: Mapping[str, Any]) -> None:
    """Raise TypeError for an argument that the method does not have."""
    for name in extra:
        if name not in _KNOWN:
            _refuse(name)


def _refuse(name: str) -> NoReturn:
    """Say what Python says of an unknown argument, with the names of those that there are."""
    import inspect

    frame = inspect.currentframe()
    while frame and not frame.f_code.co_flags & inspect.CO_VARKEYWORDS:
        frame = frame.f_back
    code = frame.f_code if frame else check_names.__code__
    own = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    raise TypeError(f"{code.co_name}() has no argument {name}; it has {', '.join((*own, *sorted(_KNOWN)))}")


def _add_body(request: dict[str, Any], body: Mapping[str, Any], operation: Operation) -> None:
    kind = operation.body.kind if operation.body else ""
    if kind == "json":
        _add_json(request, body, operation)
    elif kind == "form":
        _add_fields(request, body)
    elif kind == "multipart" and _is_form(request):
        request.pop("content", None)
        kept = [(name, part) for name, part in request.get("files", ()) if name not in body]
        request["files"] = [*kept, *_parts(body, operation)]
    else:
        has = "has no body" if operation.body is None else f"sends {operation.body.media_type}"
        raise ValueError(f"extra_body needs a body with fields; {operation.method} {operation.path} {has}")
    if operation.body and kind != "multipart":
        request["headers"].setdefault("Content-Type", operation.body.media_type)


def _add_json(request: dict[str, Any], body: Mapping[str, Any], operation: Operation) -> None:
    content = request.get("content") or b"{}"
    if content[:1] != b"{":
        words = f"that of {operation.method} {operation.path} is none"
        raise ValueError(f"extra_body needs a body that is an object; {words}")
    try:
        request["content"] = encode_json({**json.loads(content), **body})
    except ValueError:
        raise ArgumentError("body", "extra_body", "something in it has no form in JSON") from None


def _add_query(request: dict[str, Any], query: Mapping[str, Any]) -> None:
    """Put pairs in place of those of the same names; what else the query has stays as it is written."""
    url, mark, written = request["url"].partition("?")
    kept = pairs_without(written, query) if mark else []
    try:
        added = [f"{percent(name)}={percent(value)}" for name, value in _pairs(query)]
    except ValueError as error:
        raise ArgumentError("query", "extra_query", why(error)) from None
    if pairs := [*kept, *added]:
        request["url"] = f"{url}?{'&'.join(pairs)}"
    else:
        request["url"] = url


def _pairs(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """One pair for each value; what is None is left out."""
    for name, value in values.items():
        simple = plain(value)
        for member in simple if isinstance(simple, list) else [simple]:
            if member is not None:
                yield name, text(member)


def _is_form(request: dict[str, Any]) -> bool:
    """Whether a multipart body is a form of parts, or has none yet."""
    content_type = request["headers"].get("Content-Type", "")
    if "files" in request or not content_type:
        return True
    if content_type.startswith("multipart/form-data"):
        del request["headers"]["Content-Type"]
        return True
    return False


def _add_fields(request: dict[str, Any], body: Mapping[str, Any]) -> None:
    """Put fields in place of those of the same names; what else the form has stays as it is written."""
    written = request.get("content", b"").decode()
    kept = filter(None, pairs_without(written, body))
    try:
        request["content"] = "&".join([*kept, *form_pairs(plain(dict(body)))]).encode()
    except ValueError as error:
        raise ArgumentError("form", "extra_body", why(error)) from None


def _parts(body: Mapping[str, Any], operation: Operation) -> Iterator[tuple[str, Any]]:
    from ._multipart import form_parts

    given = [(name, value) for name, value in body.items() if value is not None]
    return (part.for_form() for part in form_parts(operation.body.encodings if operation.body else (), given))
