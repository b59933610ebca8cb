# Copyright 2025 the specmend authors
# SPDX-License-Identifier: Apache-2.0

"""The links of an answer, with the values that their runtime expressions have in it (OpenAPI 3.1 section 4.8.20.4)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qs, unquote

import httpx2 as httpx

from ._declared import Link
from ._json import load_json
from ._media import essence, is_form
from ._record import replace

_VARIABLE = r"\{([^{}]*)\}"
_SOURCE = r"header\.[-!#$%&'*+.^_`|~0-9A-Za-z]+|query\..*|path\..*|body(?:#(?:/.*)?)?"
_EXPRESSION = rf"(?s:\$(?:url|method|statusCode|(?:request|response)\.(?:{_SOURCE})))"
_EMBEDDED = rf"\{{({_EXPRESSION})\}}".replace(".*", "[^{}]*")
_LOST = object()


def read_links(response: httpx.Response, path: str, links: Mapping[str, Link]) -> dict[str, Link]:
    """The links with values in place of expressions; a parameter whose value is not there is left out."""
    scope = _Scope(response, path)
    return {name: _evaluated(link, scope) for name, link in links.items()}


class _Scope:
    """What expressions can name: the answer, and the request that it answers."""

    def __init__(self, response: httpx.Response, path: str) -> None:
        self._response = response
        self._path = path

    def value(self, data: Any) -> Any:
        """The value of a constant, of an expression, or of a text with expressions in braces."""
        if not isinstance(data, str):
            return data
        if re.fullmatch(_EXPRESSION, data):
            return self._expression(data)
        parts = [self._expression(part) for part in re.findall(_EMBEDDED, data)]
        if any(part is _LOST for part in parts):
            return _LOST
        told = iter(parts)
        return re.sub(_EMBEDDED, lambda _: str(next(told)), data)

    def _expression(self, text: str) -> Any:
        request = self._response.request
        fixed: dict[str, Callable[[], Any]] = {
            "$url": lambda: str(request.url),
            "$method": lambda: request.method,
            "$statusCode": lambda: self._response.status_code,
        }
        if text in fixed:
            return fixed[text]()
        holder, _, source = text.partition(".")
        if source == "body" or source.startswith("body#"):
            return self._of_body(holder, source.removeprefix("body").removeprefix("#"))
        place, _, name = source.partition(".")
        if place == "header" and holder in ("$request", "$response"):
            message = request if holder == "$request" else self._response
            return message.headers.get(name, _LOST)
        if holder == "$request" and place == "query":
            return request.url.params.get(name, _LOST)
        return self._of_path(name) if holder == "$request" and place == "path" else _LOST

    def _of_body(self, holder: str, pointer: str) -> Any:
        if holder == "$response":
            return _pointed(self._document(self._response.content, self._response.headers), pointer)
        try:
            content = self._response.request.content
        except httpx.RequestNotRead:
            return _LOST
        return _pointed(self._document(content, self._response.request.headers), pointer)

    def _document(self, content: bytes, headers: httpx.Headers) -> Any:
        if is_form(essence(headers)):
            pairs = parse_qs(content.decode(errors="replace"), keep_blank_values=True)
            return {name: values[0] if len(values) == 1 else values for name, values in pairs.items()}
        try:
            return load_json(content)
        except ValueError:
            return content.decode(errors="replace")

    def _of_path(self, name: str) -> Any:
        """The value of a variable of the path, as it stands in the address of the request."""
        pieces = re.split(_VARIABLE, self._path.partition("?")[0])
        names = pieces[1::2]
        pattern = "".join("([^/]*)" if place % 2 else re.escape(piece) for place, piece in enumerate(pieces))
        raw = self._response.request.url.raw_path.decode("ascii").partition("?")[0]
        found = re.search(pattern + "$", raw)
        return unquote(found[names.index(name) + 1]) if found and name in names else _LOST


def _evaluated(link: Link, scope: _Scope) -> Link:
    values = {name: scope.value(data) for name, data in link.parameters.items()}
    body = scope.value(link.request_body)
    return replace(
        link,
        parameters={name: value for name, value in values.items() if value is not _LOST},
        request_body=None if body is _LOST else body,
    )


def _pointed(document: Any, pointer: str) -> Any:
    """What a JSON pointer leads to (RFC 6901)."""
    for token in pointer.split("/")[1:]:
        key = unquote(token).replace("~1", "/").replace("~0", "~")
        if isinstance(document, dict) and key in document:
            document = document[key]
        elif isinstance(document, list) and key.isdecimal() and int(key) < len(document):
            document = document[int(key)]
        else:
            return _LOST
    return document
