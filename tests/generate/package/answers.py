"""An API whose answers come in all media types, and a server that gives the one that it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import httpx2 as httpx

VERSIONS = ("3.0.4", "3.1.1", "3.2.0")

JSON = "application/json"
STRING = {"type": "string"}
INTEGER = {"type": "integer"}
OCTETS = {"type": "string", "format": "binary"}
PET = {"$ref": "#/components/schemas/Pet"}
ERROR = {"$ref": "#/components/schemas/Fault"}
PROBLEM = {"$ref": "#/components/schemas/Problem"}

Media: TypeAlias = Mapping[str, Any]


def answer(media: Media | None = None, **more: Any) -> dict[str, Any]:
    """A response; None has no content."""
    content = {
        name: {"schema": schema} if schema is not None else {}
        for name, schema in (media or {}).items()
    }
    return {"description": "", **({"content": content} if media else {}), **more}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(properties)[:1], "properties": properties}


def _responses(version: str) -> dict[str, dict[str, Any]]:
    maybe = answer({JSON: _nullable(version, "string")})
    found = {**RESPONSES, "maybe_text": {"200": maybe}}
    if version.startswith("3.2"):
        # The events themselves, with JSON in their data, as OpenAPI 3.2 describes them.
        data = {"type": "string", "contentMediaType": JSON, "contentSchema": PET}
        event = {"text/event-stream": {"itemSchema": _object(data=data, event=STRING)}}
        return {**found, "told_events": {"200": {"description": "", "content": event}}}
    return found


def _nullable(version: str, kind: str) -> dict[str, Any]:
    is_old = version.startswith("3.0")
    return {"type": kind, "nullable": True} if is_old else {"type": [kind, "null"]}


RESPONSES: dict[str, dict[str, Any]] = {
    "pet": {"200": answer({JSON: PET})},
    "text": {"200": answer({JSON: STRING})},
    "created_text": {"201": answer({JSON: {"$ref": "#/components/schemas/Token"}})},
    "range_text": {"2XX": answer({JSON: {"type": "string", "minLength": 1}})},
    "default_text": {"default": answer({JSON: STRING})},
    "vendor_text": {"200": answer({"application/vnd.a+json": STRING})},
    "day": {"200": answer({JSON: {"type": "string", "format": "date"}})},
    "color": {"200": answer({JSON: {"type": "string", "enum": ["red", "blue"]}})},
    "anything": {"200": answer({JSON: {}})},
    "number": {"200": answer({JSON: {"type": "number"}})},
    "star": {"200": answer({"*/*": PET})},
    "star_octets": {"200": answer({"*/*": None})},
    "group": {"200": answer({"application/*": PET})},
    "words": {"200": answer({"text/plain": STRING})},
    "any_words": {"200": answer({"text/*": STRING})},
    "count": {"200": answer({"text/plain": INTEGER})},
    "flag": {"200": answer({"text/plain": {"type": "boolean"}})},
    "word": {"200": answer({"text/plain": {"type": "string", "enum": ["red", "blue"]}})},
    "moment": {"200": answer({"text/plain": {"type": "string", "format": "date"}})},
    "form": {
        "200": answer({"application/x-www-form-urlencoded": {"$ref": "#/components/schemas/Grant"}})
    },
    "picture": {"200": answer({"image/png": OCTETS})},
    "pet_or_picture": {"200": answer({"image/png": OCTETS, JSON: PET})},
    "pet_or_words": {"200": answer({JSON: PET, "text/csv": STRING})},
    "versions": {
        "200": answer(
            {
                "application/vnd.a+json;version=1": PET,
                "application/vnd.a+json;version=2": {"$ref": "#/components/schemas/Grant"},
            }
        )
    },
    "by_status": {"200": answer({JSON: PET}), "202": answer({"text/plain": STRING})},
    "pet_or_nothing": {"200": answer({JSON: PET}), "204": answer()},
    "nothing": {"204": answer()},
    "old_xml": {"200": answer({"application/xml": PET, JSON: PET})},
    "watch": {"200": answer({JSON: PET, "application/x-ndjson": PET})},
    "lines": {"200": answer({"application/jsonl": PET})},
    "sequence": {"200": answer({"application/json-seq": PET})},
    "events": {"200": answer({"text/event-stream": PET})},
    "failing": {
        "200": answer({JSON: PET}),
        "404": answer({JSON: ERROR, "application/problem+json": PROBLEM}),
        "4xx": answer({"application/problem+json": PROBLEM}),
        "default": answer({JSON: ERROR}),
        "503": answer({"text/plain": STRING}),
        "304": answer(),
    },
}
"""The responses of each operation by its name."""


def _header(schema: Any, **more: Any) -> dict[str, Any]:
    return {"schema": schema, **more}


NUMBERS = {"type": "array", "items": INTEGER}
HEADERS: dict[str, Any] = {
    "X-Rate-Limit": _header(INTEGER, required=True, example=5),
    "X-Word": _header({"type": "string", "enum": ["red", "blue"]}),
    "X-Flag": _header({"type": "boolean"}),
    "X-Day": _header({"type": "string", "format": "date"}),
    "Expires": _header({"type": "string", "format": "date-time"}),
    "X-Numbers": _header(NUMBERS, style="simple"),
    "X-Pet": _header({"$ref": "#/components/schemas/Pet"}),
    "X-Pet-Pairs": _header({"$ref": "#/components/schemas/Pet"}, explode=True),
    "X-Pet-Json": {"content": {JSON: {"schema": {"$ref": "#/components/schemas/Pet"}}}},
    "X-Note": {"content": {"text/plain": {"schema": STRING}}},
    "Set-Cookie": _header({"type": "array", "items": STRING}),
    "X-Shared": {"$ref": "#/components/headers/Shared"},
    "X-Lost": {"$ref": "#/components/headers/Nobody"},
    "Content-Type": _header(INTEGER),
}
LINKS: dict[str, Any] = {
    "GetThing": {
        "operationId": "pet",
        "description": "The thing itself",
        "parameters": {
            "id": "$response.body#/name",
            "path.kind": "$request.path.kind",
            "word": "$request.query.word",
            "trace": "$request.header.x-trace",
            "age": "$request.body#/age",
            "limit": "$response.header.X-Rate-Limit",
            "status": "$statusCode",
            "verb": "$method",
            "told": "{$method} of {$request.path.kind}",
            "fixed": 7,
            "price": "$5",
            "lost": "$response.body#/no/such",
        },
        "requestBody": "$request.body",
    },
    "Again": {"operationRef": "#/paths/~1pet/get", "server": {"url": "https://other.test"}},
    "Shared": {"$ref": "#/components/links/Shared"},
    "Lost": {"$ref": "#/components/links/Nobody"},
}


def _rich() -> dict[str, Any]:
    """An operation with arguments in all places, whose answers have headers and links."""
    parameters = [
        {"name": "kind", "in": "path", "required": True, "schema": STRING},
        {"name": "word", "in": "query", "schema": STRING},
        {"name": "X-Trace", "in": "header", "schema": STRING},
    ]
    limit = {"Retry-After": _header(INTEGER), "X-Left": _header(INTEGER)}
    return {
        "operationId": "make",
        "parameters": parameters,
        "requestBody": {"content": {JSON: {"schema": PET}}},
        "responses": {
            "201": answer({JSON: PET}, headers=HEADERS, links=LINKS),
            "2XX": {"$ref": "#/components/responses/Accepted"},
            "429": answer({JSON: ERROR}, headers=limit),
        },
    }


def _shared() -> dict[str, Any]:
    """The shared parts of the document."""
    schemas = {
        "Pet": _object(name=STRING, age=INTEGER),
        "Token": STRING,
        "Grant": _object(token=STRING, seconds=INTEGER, scopes={"type": "array", "items": STRING}),
        "Fault": _object(code=INTEGER),
        "Problem": _object(title=STRING),
    }
    return {
        "schemas": schemas,
        "headers": {"Shared": _header(INTEGER)},
        "links": {"Shared": {"operationId": "pet", "parameters": {"url": "$url"}}},
        "responses": {"Accepted": answer(headers={"X-Shared": HEADERS["X-Shared"]})},
    }


def document(version: str) -> dict[str, Any]:
    """The API in one version of the standard: each operation is one path, with GET."""
    paths = {
        f"/{name}": {"get": {"operationId": name, "responses": responses}}
        for name, responses in _responses(version).items()
    }
    head = {"operationId": "look", "responses": {"200": answer({JSON: PET}), "404": answer()}}
    return {
        "openapi": version,
        "info": {"title": "Answers", "version": "1"},
        "servers": [{"url": "https://answers.test/v1"}],
        "paths": {**paths, "/look": {"head": head}, "/things/{kind}": {"post": _rich()}},
        "components": _shared(),
    }


@dataclass
class Server:
    """Answers every request in one way, and keeps what came."""

    status: int = 200
    media: str | None = JSON
    content: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    requests: list[httpx.Request] = field(default_factory=list)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        kind = [("Content-Type", self.media)] if self.media else []
        headers = [*kind, *httpx.Headers(self.headers).multi_items()]
        return httpx.Response(self.status, headers=headers, content=self.content)

    async def answer_async(self, request: httpx.Request) -> httpx.Response:
        request_content = await request.aread()
        assert request_content is not None
        return self(request)


Call: TypeAlias = Callable[..., Any]


def call(package: Any, server: Server, name: str, *arguments: Any, **settings: Any) -> Any:
    """What one operation gives on the synchronous client."""
    return use(package, server, lambda client: getattr(client, name)(*arguments), **settings)


def call_async(package: Any, server: Server, name: str, *arguments: Any, **settings: Any) -> Any:
    """What one operation gives on the asynchronous client."""
    return use_async(package, server, lambda client: getattr(client, name)(*arguments), **settings)


def use(package: Any, server: Server, run: Callable[[Any], Any], **settings: Any) -> Any:
    """What a function of the synchronous client gives."""
    transport = httpx.MockTransport(server)
    with package.Client(transport=transport, retries=0, **settings) as client:
        return run(client)


def use_async(package: Any, server: Server, run: Callable[[Any], Any], **settings: Any) -> Any:
    """What a function of the asynchronous client gives, awaited."""

    async def wait() -> Any:
        transport = httpx.MockTransport(server.answer_async)
        async with package.AsyncClient(transport=transport, retries=0, **settings) as client:
            return await run(client)

    return asyncio.run(wait())
