"""A document for each version of OpenAPI that has every kind of object, and no fault."""

from __future__ import annotations

from typing import Any, Final

VERSIONS: Final = ("3.0.4", "3.1.1", "3.2.0")

_TEXT: Final = {"type": "string"}
_NONE: Final = {"204": {"description": "none"}}


def good(version: str) -> Any:
    """The document of a version."""
    whole = {
        "openapi": version,
        "info": _info(),
        "externalDocs": {"url": "https://example.com/docs"},
        "servers": [_server()],
        "tags": [{"name": "pets"}],
        "security": [{"key": []}, {"open": ["read"]}],
        "paths": {"/pets/{id}": _pet(), "/photos": {"post": _photos()}, "/forms": _forms()},
        "components": _components(),
    }
    if version > "3.1":
        _add_31(whole)
    if version > "3.2":
        _add_32(whole)
    return whole


def _info() -> Any:
    return {
        "title": "Pets",
        "version": "1",
        "termsOfService": "https://example.com/terms",
        "contact": {"name": "Us", "url": "https://example.com", "email": "us@example.com"},
        "license": {"name": "MIT", "url": "https://example.com/mit"},
    }


def _server() -> Any:
    region = {"default": "eu", "enum": ["eu", "us"]}
    return {"url": "https://{region}.example.com/v1", "variables": {"region": region}}


def _pet() -> Any:
    pet = {"$ref": "#/components/schemas/Pet"}
    media = {"schema": pet, "examples": {"one": {"value": {"kind": "Cat"}}}}
    link = {"operationId": "getPet", "parameters": {"id": "$request.path.id"}}
    answer = {
        "description": "a pet",
        "headers": {"X-Rate": {"schema": {"type": "integer"}}},
        "content": {"application/json": media},
        "links": {"again": link, "other": {"operationRef": "#/paths/~1photos/post"}},
    }
    limit = {"name": "limit", "in": "query", "schema": {"type": "integer"}, "example": 5}
    filters = {"name": "filter", "in": "query", "content": {"application/json": {"schema": {}}}}
    return {
        "parameters": [{"name": "id", "in": "path", "required": True, "schema": _TEXT}],
        "get": {
            "operationId": "getPet",
            "tags": ["pets"],
            "externalDocs": {"url": "https://example.com/docs"},
            "parameters": [limit, filters, {"$ref": "#/components/parameters/Trace"}],
            "responses": {"200": answer, "default": {"$ref": "#/components/responses/Error"}},
        },
    }


def _photos() -> Any:
    part = {"contentType": "image/png", "headers": {"X-Part": {"schema": _TEXT}}}
    form = {"type": "object", "properties": {"photo": _TEXT, "note": _TEXT}}
    body = {"content": {"multipart/form-data": {"schema": form, "encoding": {"photo": part}}}}
    done = {"post": {"requestBody": {"$ref": "#/components/requestBodies/Pet"}, "responses": _NONE}}
    return {
        "operationId": "addPhotos",
        "parameters": [{"name": "back", "in": "query", "schema": _TEXT}],
        "requestBody": body,
        "callbacks": {"done": {"{$request.query.back}": done}},
        "responses": _NONE,
    }


def _forms() -> Any:
    form = {"type": "object", "properties": {"note": _TEXT}}
    media = {"schema": form, "encoding": {"note": {"style": "form", "explode": True}}}
    body = {"content": {"application/x-www-form-urlencoded": media}}
    return {"put": {"operationId": "send", "requestBody": body, "responses": _NONE}}


def _components() -> Any:
    cat, dog = (
        {"type": "object", "required": ["kind"], "properties": {"kind": {**_TEXT, "enum": [name]}}}
        for name in ("Cat", "Dog")
    )
    pet = {
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "kind", "mapping": {"Cat": "#/components/schemas/Cat"}},
    }
    names = {"type": "array", "items": {**_TEXT, "xml": {"name": "n"}}, "xml": {"wrapped": True}}
    properties = {
        "id": {**_TEXT, "readOnly": True, "xml": {"namespace": "https://example.com/ns"}},
        "secret": {**_TEXT, "writeOnly": True, "default": "s"},
        "names": names,
    }
    return {
        "schemas": {"Pet": pet, "Cat": cat, "Dog": dog,
                    "Thing": {"type": "object", "properties": properties}},
        "responses": {"Error": {"description": "an error"}},
        "parameters": {"Trace": {"name": "X-Trace", "in": "header", "schema": _TEXT}},
        "examples": {"Far": {"externalValue": "https://example.com/far.json"}},
        "requestBodies": {"Pet": {"content": {"application/json": {"example": {"kind": "Dog"}}}}},
        "headers": {"Rate": {"schema": {"type": "integer"}}},
        "securitySchemes": _schemes(),
    }  # fmt: skip


def _schemes() -> Any:
    implicit = {
        "authorizationUrl": "https://example.com/in",
        "refreshUrl": "https://example.com/again",
        "scopes": {"read": "to read"},
    }
    code = {**implicit, "tokenUrl": "https://example.com/token"}
    return {
        "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
        "basic": {"type": "http", "scheme": "basic"},
        "open": {"type": "oauth2", "flows": {"implicit": implicit, "authorizationCode": code}},
        "oidc": {"type": "openIdConnect", "openIdConnectUrl": "https://example.com/.well-known"},
    }


def _add_31(whole: Any) -> None:
    """What OpenAPI has since 3.1."""
    whole["jsonSchemaDialect"] = "https://spec.openapis.org/oas/3.1/dialect/base"
    whole["webhooks"] = {"added": {"post": {"operationId": "added", "responses": _NONE}}}
    whole["components"]["pathItems"] = {"Shared": {"get": {"responses": _NONE}}}
    whole["paths"]["/shared"] = {"$ref": "#/components/pathItems/Shared"}


def _add_32(whole: Any) -> None:
    """What OpenAPI has since 3.2."""
    whole["jsonSchemaDialect"] = "https://spec.openapis.org/oas/3.2/dialect/2025-09-17"
    whole["$self"] = "https://example.com/openapi.json"
    whole["tags"] += [{"name": "cats", "parent": "pets"}]
    whole["servers"][0]["name"] = "live"
    search = {"name": "q", "in": "querystring", "content": {"text/plain": {"schema": _TEXT}}}
    copy = {"operationId": "copy", "responses": _NONE}
    find = {"operationId": "find", "parameters": [search], "responses": _NONE}
    whole["paths"]["/search"] = {"query": find, "additionalOperations": {"COPY": copy}}
    parts = {"itemSchema": _TEXT, "prefixEncoding": [{"contentType": "text/plain"}]}
    several = {"requestBody": {"content": {"multipart/mixed": parts}}, "responses": _NONE}
    whole["paths"]["/parts"] = {"post": several}
    parts = whole["components"]
    parts["mediaTypes"] = {"Lines": {"itemSchema": {"type": "object"}}}
    parts["schemas"]["Word"] = {**_TEXT, "xml": {"nodeType": "attribute"}}
    word = {"dataValue": "a", "serializedValue": "a"}
    media = {"schema": {"$ref": "#/components/schemas/Word"}, "examples": {"one": word}}
    parts["requestBodies"]["Word"] = {"content": {"text/plain": media}}
    device = {
        "deviceAuthorizationUrl": "https://example.com/device",
        "tokenUrl": "https://example.com/token",
        "scopes": {},
    }
    parts["securitySchemes"]["device"] = {
        "type": "oauth2",
        "flows": {"deviceAuthorization": device},
    }
