# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Turns an HTTP response into the documented value, or raises."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import urljoin

import httpx2 as httpx
from pydantic import ValidationError

from . import _advice, errors
from ._address import Address
from ._answered import note_answer
from ._body import WEB_PAGES, empty_value, names_media, read_body
from ._codec import is_no_json
from ._declared import declared_for
from ._json import load_json
from ._log import shown_text
from ._media import declared_media, essence, essence_of, is_json, is_page, misfit
from ._operation import Operation
from ._settings import Target
from ._status import status_class
from ._tagged import NO_PLACES, found_tag

_MISSING = object()
_BLANKS = b" \t\r\n\xef\xbb\xbf"
"""What a document may have around it: white space, and a byte order mark."""
_ASTRAY = (HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED)


def read_result(response: httpx.Response, operation: Operation, target: Target) -> Any:
    """The value of a response with status 2xx.

    Raises APIStatusError for any other status, DecodeError when the body is not what the API documents, and
    BaseURLError when it comes from a place that is not the API.
    """
    if not response.is_success:
        raise status_error(response, operation, target)
    address = target.address
    note_answer(response, operation)
    kind = declared_for(response.status_code, operation.success, _MISSING)
    if kind is _MISSING:
        kind = _of_another(response, operation.success)
    if kind is None:
        return None
    if not response.content and kind is not bytes:
        return _nothing(response, operation, kind)
    try:
        return read_body(response, kind)
    except (ValidationError, errors.DecodeError) as error:
        if isinstance(error, ValidationError) and not response.content.strip(_BLANKS):
            return _nothing(response, operation, kind)
        if not names_media(response, kind):
            check_media(response, address, error)
        if isinstance(error, errors.DecodeError):
            raise
        doubt = "" if address.is_fitting else f" ({address.doubt()})"
        documented = " or ".join(kind) if isinstance(kind, Mapping) else operation.accept
        reason = summary(error) + _other_media(response, documented, error) + doubt
        raise errors.DecodeError(response.content, reason) from error


def is_strange_page(response: httpx.Response, operation: Operation) -> bool:
    """Whether a success is a web page where the API documents none."""
    content_type = response.headers.get("content-type", "")
    if essence_of(content_type) not in WEB_PAGES:
        return False
    kind = declared_for(response.status_code, operation.success, _MISSING)
    kinds = operation.success.values() if kind is _MISSING else [kind]
    return not any(isinstance(one, Mapping) and declared_media(content_type, one) for one in kinds)


def _nothing(response: httpx.Response, operation: Operation, kind: Any) -> Any:
    """The value of an answer in which nothing stands; raises EmptyResponseError where there has to be one."""
    return None if None in operation.success.values() else empty_value(response, kind)


def status_error(response: httpx.Response, operation: Operation, target: Target) -> errors.APIError:
    """The exception for a status outside 2xx; the body must have been read."""
    from ._answer_headers import DeclaredHeaders  # asked for here, so that the package is imported fast

    address = target.address
    hint = target.signature.missing if response.status_code == HTTPStatus.UNAUTHORIZED else ""
    if response.status_code in _ASTRAY and is_page(essence(response.headers)):
        if not address.is_fitting:
            reason = f"{response.status_code} for {_asked(response)}: {address.doubt()}"
            return errors.BaseURLError(response, address.url, reason)
        hint = f"the server does not know {_asked(response)}: {_cause(response, address)}"
    if response.is_redirect and "location" in response.headers:
        hint = shown_text(_redirection(response, address))
    data = _data(response)
    body = _model(response, operation.failure)
    declared = DeclaredHeaders(response.headers, declared_for(response.status_code, operation.headers, {}))
    kind = status_class(response.status_code)
    return kind(response, data if body is _MISSING else body, data, hint, declared)


def check_stream(response: httpx.Response, operation: Operation, address: Address) -> None:
    """Take the answer of a stream; raises BaseURLError for words for people."""
    check_media(response, address)
    note_answer(response, operation)


def check_media(response: httpx.Response, address: Address, cause: Exception | None = None) -> None:
    """Raise BaseURLError for words for people where data are expected."""
    media = essence(response.headers)
    if media == "text/html" or (is_page(media) and cause is not None):
        reason = f"the answer to {_asked(response)} is {media}, not what the API documents: {address.doubt()}"
        raise errors.BaseURLError(response, address.url, reason) from cause


def summary(error: ValidationError) -> str:
    """The first fault of a validation in one line."""
    first: Any = error.errors(include_url=False)[0]
    place = ".".join(str(part) for part in first["loc"] if part not in NO_PLACES)
    words = first["msg"] + found_tag(first)
    return f"{place}: {words}" if place else words


def _cause(response: httpx.Response, address: Address) -> str:
    """Why a server may not know a path of the API."""
    path = str(response.request.url.copy_with(userinfo=None, query=None)).removeprefix(address.url)
    known = _advice.unknown_path(path) if _advice.unknown_path else ""
    return f"{known}, or {address.doubt()}" if known else address.doubt()


def _other_media(response: httpx.Response, documented: str, error: ValidationError) -> str:
    """What came in place of JSON, and what the API documents."""
    media = essence(response.headers)
    return "" if is_json(media) or not is_no_json(error) else f"; {misfit(media, documented)}"


def _asked(response: httpx.Response) -> str:
    return f"{response.request.method} {response.request.url.copy_with(userinfo=None, query=None)}"


def _redirection(response: httpx.Response, address: Address) -> str:
    """Where a request is sent on to, and what to do: the API may have moved, or this one thing."""
    asked = str(response.request.url.copy_with(userinfo=None))
    target = urljoin(asked, response.headers["location"])
    path = asked.removeprefix(address.url)
    if path != asked and target != asked and target.endswith(path):
        return f"the server sends the request on to {target}; the base URL there is {target.removesuffix(path)}"
    return f"the server sends the request on to {target}; an HTTP client that follows redirects goes there"


def _of_another(response: httpx.Response, kinds: Mapping[str, Any]) -> Any:
    """The type for a 2xx that the document does not name: that of the first success with or without content."""
    found = [kind for kind in kinds.values() if (kind is None) is not bool(response.content)]
    return next(iter(found or kinds.values()), None)


def _model(response: httpx.Response, failure: Mapping[str, Any]) -> Any:
    kind = declared_for(response.status_code, failure, _MISSING)
    if kind is _MISSING or kind in (None, bytes) or not response.content:
        return _MISSING
    try:
        body = read_body(response, kind)
    except (ValidationError, errors.DecodeError):
        return _MISSING  # a proxy or an older server may answer in its own words
    is_in_words = isinstance(body, str) and not names_media(response, kind)
    return _MISSING if is_in_words or isinstance(body, bytes) else body


def _data(response: httpx.Response) -> Any:
    if not response.content:
        return None
    try:
        return load_json(response.content, response.charset_encoding or "")
    except ValueError:
        return response.text
