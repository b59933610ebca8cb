"""The headers and links that the answers of an operation have, by status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from specmend.document.openapi.statuses import status_of
from specmend.document.openapi.tokens import HTTP_NAME
from specmend.generate.client.declared import Header, Link
from specmend.generate.client.media import content_of, ranked
from specmend.generate.client.reader import Reader
from specmend.generate.normalize.media_order import is_json
from specmend.generate.types.kinds import (
    NONE,
    TEXT,
    Bounded,
    Many,
    Map,
    Model,
    OneOf,
    Row,
    Type,
)

_EXPRESSION: Final = re.compile(
    r"\$(?:url|method|statusCode|(?:request|response)\."
    rf"(?:header\.{HTTP_NAME}|query\..*|path\..*|body(?:#(?:/.*)?)?))",
    re.DOTALL,
)
"""A runtime expression (OpenAPI 3.1 section 4.8.20.4)."""

_EMBEDDED: Final = re.compile(r"\{(\$[^{}]*)\}")


def read_headers(node: dict[str, Any], reader: Reader) -> dict[str, tuple[Header, ...]]:
    """The declared headers by status pattern."""
    found = {
        pattern: tuple(_header(name, header, reader) for name, header in parts)
        for _, pattern, parts in _parts(node, "headers")
    }
    return {pattern: headers for pattern, headers in found.items() if headers}


def read_links(
    method: str, path: str, node: dict[str, Any], reader: Reader
) -> dict[str, tuple[Link, ...]]:
    """The links by status pattern; an expression that is none is named in a warning."""
    found = {}
    for code, pattern, parts in _parts(node, "links"):
        found[pattern] = tuple(_link(name, link) for name, link in parts)
        for link in found[pattern]:
            for at, text in _strange_expressions(link):
                words = f"{text} is no runtime expression, so the link has it as a text"
                reader.warn(method, path, words, "responses", code, "links", link.name, *at)
    return {pattern: links for pattern, links in found.items() if links}


def _parts(
    node: dict[str, Any], kind: str
) -> Iterator[tuple[str, str, list[tuple[str, dict[str, Any]]]]]:
    for code, response in (node.get("responses") or {}).items():
        parts = response.get(kind) if isinstance(response, dict) else None
        known = parts.items() if isinstance(parts, dict) else ()
        pattern = status_of(str(code)) or str(code)
        yield str(code), pattern, [(name, part) for name, part in known if isinstance(part, dict)]


def _header(name: str, header: dict[str, Any], reader: Reader) -> Header:
    """A header with `content` is one text of that media type (OpenAPI 3.1 section 4.8.21)."""
    content = content_of(header)
    if "schema" in header or not content:
        kind = reader.types.answer(header.get("schema", {"type": "string"}))
        shape = _shape(kind)
    else:
        first = ranked(content)[0]
        media = content[first] if isinstance(content[first], dict) else {}
        kind = reader.types.answer(media.get("schema")) if is_json(first) else TEXT
        shape = "json" if is_json(first) else ""
    return Header(
        name=name,
        type=reader.checked(kind),
        shape=shape,
        explode=shape == "object" and header.get("explode") is True,
    )


def _shape(kind: Type) -> str:
    """Whether the text of a header is a list or an object in the style `simple`; else empty."""
    if isinstance(kind, Bounded):
        return _shape(kind.inner)
    if isinstance(kind, OneOf):
        shapes = {_shape(member) for member in kind.members if member != NONE}
        return shapes.pop() if len(shapes) == 1 else ""
    if isinstance(kind, Many | Row):
        return "list"
    return "object" if isinstance(kind, Map | Model) else ""


def _link(name: str, link: dict[str, Any]) -> Link:
    parameters = link.get("parameters")
    server = link.get("server")
    return Link(
        name=name,
        operation_id=_text(link.get("operationId")),
        operation_ref=_text(link.get("operationRef")),
        parameters=parameters if isinstance(parameters, dict) else {},
        request_body=link.get("requestBody"),
        server=_text(server.get("url") if isinstance(server, dict) else None),
        description=_text(link.get("description")),
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""


def _strange_expressions(link: Link) -> Iterator[tuple[tuple[str, ...], str]]:
    """What begins like an expression and is none, with its place in the link."""
    places: list[tuple[tuple[str, ...], Any]] = [
        (("parameters", name), value) for name, value in link.parameters.items()
    ]
    for at, value in [*places, (("requestBody",), link.request_body)]:
        text = _text(value)
        for found in [text] if text.startswith("$") else _EMBEDDED.findall(text):
            if not _EXPRESSION.fullmatch(found):
                yield at, found
