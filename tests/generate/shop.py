"""A small API with one of everything: the document, and a server inside the HTTP client."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from typing import Any

import httpx2 as httpx

STRING = {"type": "string"}
ITEM = {"$ref": "#/components/schemas/Item"}
CHUNK = {"$ref": "#/components/schemas/Chunk"}
CHAT = {"$ref": "#/components/schemas/chat_request"}


def body(
    schema: Any, media_type: str = "application/json", *, required: bool = True
) -> dict[str, Any]:
    return {"required": required, "content": {media_type: {"schema": schema}}}


def answer(schema: Any, media_type: str = "application/json") -> dict[str, Any]:
    return {"200": {"description": "fine", "content": {media_type: {"schema": schema}}}}


def query(name: str, schema: Any, **words: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **words}


NDJSON = {"framing": "ndjson", "toggle": "stream", "error": "error", "terminal": "done"}
SSE = {"framing": "sse", "toggle": "stream", "error": "error", "sentinel": "[DONE]"}


def streaming(media_type: str, mark: dict[str, Any]) -> dict[str, Any]:
    content = {
        media_type: {"schema": CHUNK, "x-stream": mark},
        "application/json": {"schema": ITEM},
    }
    return {
        "200": {"description": "fine", "content": content},
        "default": {"$ref": "#/components/responses/Failed"},
    }


PATHS: dict[str, Any] = {
    "/items": {
        "get": {
            "operationId": "list",
            "parameters": [
                query("limit", {"type": "integer"}),
                query("tag", {"type": "array", "items": STRING}),
                query("ids", {"type": "array", "items": {"type": "integer"}}, explode=False),
                query(
                    "filter", {"type": "object", "additionalProperties": STRING}, style="deepObject"
                ),
                query("since", {"type": "string", "format": "date-time"}),
                {"name": "X-Trace", "in": "header", "schema": STRING},
                {"name": "session", "in": "cookie", "schema": STRING},
            ],
            "responses": answer({"type": "array", "items": ITEM}),
        },
        "post": {
            "operationId": "add",
            "requestBody": body(ITEM),
            "responses": {"201": {"description": "made"}},
        },
    },
    "/items/{item-id}": {
        "parameters": [{"name": "item-id", "in": "path", "required": True, "schema": STRING}],
        "get": {
            "operationId": "getItem",
            "responses": {
                **answer(ITEM),
                "404": {"$ref": "#/components/responses/Failed"},
                "5XX": {"description": "broken", "content": {"text/plain": {"schema": STRING}}},
            },
        },
        "put": {
            "operationId": "renameItem",
            "requestBody": body(
                {
                    "type": "object",
                    "properties": {"item-id": STRING, "self": STRING, "result": STRING},
                }
            ),
            "responses": {"204": {"description": "renamed"}},
        },
        "delete": {
            "operationId": "dropItem",
            "deprecated": True,
            "responses": {"204": {"description": "gone"}},
        },
    },
    "/chat": {
        "post": {
            "operationId": "chat",
            "summary": "Talk",
            "requestBody": body(CHAT),
            "responses": streaming("application/x-ndjson", NDJSON),
        }
    },
    "/complete": {
        "post": {
            "operationId": "complete",
            "tags": ["open ai"],
            "requestBody": body(CHAT),
            "responses": streaming("text/event-stream", SSE),
        }
    },
    "/events": {
        "get": {
            "operationId": "watch",
            "tags": ["open ai"],
            "responses": answer(CHUNK, "text/event-stream"),
        },
    },
    "/version": {"get": {"responses": answer(STRING, "text/plain")}},
    "/receipt": {
        "get": {
            "operationId": "receipt",
            "responses": {
                "200": {
                    "description": "an item, or its words",
                    "content": {
                        "text/plain": {"schema": STRING},
                        "application/json": {"schema": ITEM},
                    },
                }
            },
        }
    },
    "/logo": {
        "get": {
            "operationId": "logo",
            "responses": answer({"type": "string", "format": "binary"}, "image/png"),
        }
    },
    "/blob": {
        "put": {
            "operationId": "upload",
            "requestBody": body({"type": "string", "format": "binary"}, "application/octet-stream"),
            "responses": {"201": {"description": "kept"}},
        }
    },
    "/form": {
        "post": {
            "operationId": "sendForm",
            "requestBody": body(
                {"$ref": "#/components/schemas/Any"}, "application/x-www-form-urlencoded"
            ),
            "responses": {"204": {"description": "taken"}},
        }
    },
    "/files": {
        "post": {
            "operationId": "sendFiles",
            "requestBody": body(
                {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {"type": "string", "format": "binary"},
                        "more": {"type": "array", "items": {"type": "string", "format": "binary"}},
                        "note": STRING,
                        "item": ITEM,
                    },
                },
                "multipart/form-data",
            ),
            "responses": {"204": {"description": "taken"}},
        }
    },
    "/pets": {
        "post": {
            "operationId": "addPet",
            "requestBody": body({"$ref": "#/components/schemas/Pet"}),
            "responses": answer({"$ref": "#/components/schemas/Pet"}),
        }
    },
}

SCHEMAS: dict[str, Any] = {
    "Item": {
        "type": "object",
        "title": "An Item",
        "required": ["id"],
        "properties": {
            "id": {"type": "string", "title": "Identifier"},
            "title": STRING,
            "from": STRING,
            "maxCount": {
                "type": "integer",
                "minimum": 0,
                "exclusiveMinimum": True,
                "nullable": True,
            },
            "level": {"type": "string", "enum": ["low", "high"], "default": "low"},
            "owner": {"type": "object", "nullable": True, "properties": {"name": STRING}},
            "extra": {"type": "object"},
            "madeAt": {"type": "string", "format": "date-time"},
        },
    },
    "chat_request": {
        "type": "object",
        "required": ["model", "messages"],
        "properties": {
            "model": STRING,
            "messages": {"type": "array", "items": {"$ref": "#/components/schemas/List"}},
            "format": {"oneOf": [STRING, {"type": "object"}]},
            "from": STRING,
            "keepAlive": {"type": "string", "description": "How long."},
            "class": STRING,
            "stream": {"type": "boolean", "default": True},
        },
    },
    "List": {
        "type": "object",
        "required": ["role", "content"],
        "properties": {"role": {"type": "string", "enum": ["user", "system"]}, "content": STRING},
    },
    "Any": {
        "type": "object",
        "properties": {"name": STRING, "many": {"type": "array", "items": STRING}},
    },
    "Chunk": {"type": "object", "properties": {"text": STRING, "done": {"type": "boolean"}}},
    "Failure": {
        "type": "object",
        "required": ["error"],
        "properties": {"error": STRING, "code": {"type": "integer"}},
    },
    "Cat": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"const": "cat", "default": "cat"}},
    },
    "Dog": {
        "allOf": [
            {
                "type": "object",
                "required": ["kind"],
                "properties": {"kind": {"type": "string", "enum": ["dog"]}},
            },
            {
                "type": "object",
                "properties": {
                    "friends": {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
                },
            },
        ]
    },
    "Pet": {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"cat": "#/components/schemas/Cat", "dog": "#/components/schemas/Dog"},
        },
    },
}

DOCUMENT: dict[str, Any] = {
    "openapi": "3.0.3",
    "info": {"title": "Shop", "version": "1"},
    "servers": [
        {"url": "https://{region}.shop.test/v1", "variables": {"region": {"default": "eu"}}}
    ],
    "paths": PATHS,
    "components": {
        "schemas": SCHEMAS,
        "responses": {
            "Failed": {"description": "no", **body({"$ref": "#/components/schemas/Failure"})}
        },
    },
}


class Wire(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The body of a response in given pieces; knows whether it was closed, and can be cut off."""

    def __init__(self, pieces: list[bytes], *, cut: bool = False) -> None:
        self.pieces = pieces
        self.cut = cut
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield from self.pieces
        if self.cut:
            raise httpx.RemoteProtocolError("peer closed connection")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self:
            yield piece

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


class Server:
    """Answers every request in the same way, and remembers what was asked."""

    def __init__(
        self, status: int = 200, content: Any = None, *, wire: Wire | None = None, media: str = ""
    ) -> None:
        self.requests: list[httpx.Request] = []
        self._status = status
        self._content = content
        self._wire = wire
        self._media = media

    @property
    def request(self) -> httpx.Request:
        return self.requests[-1]

    @property
    def sent(self) -> Any:
        return json.loads(self.request.content)

    def __call__(self, request: httpx.Request) -> httpx.Response:
        request.read()
        return self._answer(request)

    async def answer_async(self, request: httpx.Request) -> httpx.Response:
        await request.aread()
        return self._answer(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        headers: Mapping[str, str] = {"content-type": self._media} if self._media else {}
        if self._wire is not None:
            return httpx.Response(self._status, stream=self._wire, headers=headers)
        if isinstance(self._content, (bytes, str)):
            return httpx.Response(self._status, content=self._content, headers=headers)
        if self._content is None:
            return httpx.Response(self._status)
        return httpx.Response(self._status, json=self._content)


Connect = Callable[[Server], Any]
