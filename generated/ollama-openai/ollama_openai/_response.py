# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""Turns an HTTP response into the documented value, or raises."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx2 as httpx
from pydantic import ValidationError

from . import errors
from ._codec import adapter

_MISSING = object()


def read_result(response: httpx.Response, success: Mapping[str, Any], failure: Mapping[str, Any]) -> Any:
    """The value of a response with status 2xx.

    Raises APIStatusError for any other status, and DecodeError when the body is not what the API documents.
    """
    if not response.is_success:
        raise errors.status_error(response.status_code, _error_body(response, failure), response)
    kind = _declared(response.status_code, success)
    if kind is _MISSING:
        # A 2xx that the document does not name: the type of the success that it does name.
        kind = next(iter(success.values()), None)
    if kind is None:
        return None
    if kind is bytes:
        return response.content
    if kind is str or (str in getattr(kind, "__args__", ()) and _is_text(response)):
        return response.text
    try:
        return adapter(kind).validate_json(response.content)
    except ValidationError as error:
        raise errors.DecodeError(response.content, summary(error)) from error


def summary(error: ValidationError) -> str:
    """The first fault of a validation in one line."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _is_text(response: httpx.Response) -> bool:
    return bool(response.headers.get("content-type", "").startswith("text/"))


def _declared(status_code: int, kinds: Mapping[str, Any]) -> Any:
    code = str(status_code)
    for pattern in (code, f"{code[0]}XX", "default"):
        if pattern in kinds:
            return kinds[pattern]
    return _MISSING


def _error_body(response: httpx.Response, failure: Mapping[str, Any]) -> Any:
    kind = _declared(response.status_code, failure)
    if kind is not _MISSING and kind not in (None, bytes, str):
        try:
            return adapter(kind).validate_json(response.content)
        except ValidationError:
            pass  # a proxy or an older server may answer in its own words
    try:
        return json.loads(response.content)
    except ValueError:
        return response.text
