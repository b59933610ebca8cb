# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Turns an HTTP response into the documented value, or raises."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import httpx2 as httpx
from pydantic import ValidationError

from . import errors
from ._address import Address
from ._codec import adapter
from ._operation import Operation
from ._words import essence, is_page

_MISSING = object()
_ASTRAY = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)


def read_result(response: httpx.Response, operation: Operation, address: Address) -> Any:
    """The value of a response with status 2xx.

    Raises APIStatusError for any other status, DecodeError when the body is not what the API documents, and
    BaseURLError when it comes from a place that is not the API.
    """
    if not response.is_success:
        raise status_error(response, operation, address)
    kind = _declared(response.status_code, operation.success)
    if kind is _MISSING:
        # A 2xx that the document does not name: the type of the success that it does name.
        kind = next(iter(operation.success.values()), None)
    if isinstance(kind, Mapping):
        kind = _of_media(essence(response.headers), kind)
    if kind is None:
        return None
    if kind is bytes:
        return response.content
    if kind is str and not _is_json(essence(response.headers)):
        return response.text
    try:
        return adapter(kind).validate_json(response.content)
    except ValidationError as error:
        check_media(response, address, error)
        doubt = "" if address.is_fitting else f" ({address.doubt()})"
        raise errors.DecodeError(response.content, summary(error) + doubt) from error


def status_error(response: httpx.Response, operation: Operation, address: Address) -> errors.APIError:
    """The exception for a status outside 2xx; the body must have been read."""
    media = essence(response.headers)
    hint = ""
    if response.status_code in _ASTRAY and is_page(media):
        if not address.is_fitting:
            reason = f"{response.status_code} for {_asked(response)}: {address.doubt()}"
            return errors.BaseURLError(response, address.url, reason)
        hint = f"the server does not know {_asked(response)}: it is older than this client, or {address.doubt()}"
    if response.is_redirect and "location" in response.headers:
        hint = f"the server sends the request on to {response.headers['location']}; put that into the base URL"
    data = _data(response.content)
    body = _model(response, operation.failure)
    return errors.status_class(response.status_code)(response, data if body is _MISSING else body, data, hint)


def check_media(response: httpx.Response, address: Address, cause: Exception | None = None) -> None:
    """Raise BaseURLError for words for people where data are expected."""
    media = essence(response.headers)
    if media == "text/html" or (is_page(media) and cause is not None):
        reason = f"the answer to {_asked(response)} is {media}, not what the API documents: {address.doubt()}"
        raise errors.BaseURLError(response, address.url, reason) from cause


def summary(error: ValidationError) -> str:
    """The first fault of a validation in one line."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _of_media(media: str, kinds: Mapping[str, Any]) -> Any:
    """The type for a media type: that of itself, of a range that has it, or else the first."""
    group = media.partition("/")[0]
    by_essence = {name.partition(";")[0].strip().lower(): kind for name, kind in kinds.items()}
    for pattern in (media, f"{group}/*", "*/*"):
        if pattern in by_essence:
            return by_essence[pattern]
    return next(iter(kinds.values()))


def _is_json(media: str) -> bool:
    return media.endswith(("/json", "+json"))


def _asked(response: httpx.Response) -> str:
    return f"{response.request.method} {response.request.url.copy_with(userinfo=None, query=None)}"


def _declared(status_code: int, kinds: Mapping[str, Any]) -> Any:
    code = str(status_code)
    for pattern in (code, f"{code[0]}XX", "default"):
        if pattern in kinds:
            return kinds[pattern]
    return _MISSING


def _model(response: httpx.Response, failure: Mapping[str, Any]) -> Any:
    kind = _declared(response.status_code, failure)
    if kind is _MISSING or isinstance(kind, Mapping) or kind in (None, bytes, str):
        return _MISSING
    try:
        return adapter(kind).validate_json(response.content)
    except ValidationError:
        return _MISSING  # a proxy or an older server may answer in its own words


def _data(content: bytes) -> Any:
    if not content:
        return None
    try:
        return json.loads(content)
    except ValueError:
        return content.decode(errors="replace")
