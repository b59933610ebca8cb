"""Pairs of documents with changes in unusual places, whose truth the standards say."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Tree, answered, api, found, json_of, sent

B, W, I = "breaking", "warning", "info"  # noqa: E741
T, J = {"type": "string"}, {"type": "integer"}
OK = {"200": {"description": "ok"}}


def document(version: str = "3.1.0", **more: Any) -> Tree:
    return {"openapi": version, "info": {"title": "T", "version": "1"}, **more}


def calling(node: Any, ver: str = "3.1.0", method: str = "post", **more: Any) -> Tree:
    return document(ver, paths={"/p": {method: {"responses": OK, **node}}}, **more)


def obj(**properties: Any) -> Tree:
    return {"type": "object", "properties": properties}


def array(*members: Any, **more: Any) -> Tree:
    return {"type": "array", "prefixItems": [*members], **more}


def callback(body: Any = None, ans: Any = None, expr: str = "{$request.body#/u}") -> Tree:
    """An operation whose server calls the client."""
    called = {"responses": ans or OK, **({} if body is None else {"requestBody": json_of(body)})}
    return calling({"callbacks": {"on": {expr: {"post": called}}}})


def webhook(schema: Any, method: str = "post", ver: str = "3.1.0") -> Tree:
    operation = {"requestBody": json_of(schema), "responses": OK}
    return document(ver, paths={}, webhooks={"w": {method: operation}})


def defined(inner: Any) -> Tree:
    place = "#/paths/~1pets/post/requestBody/content/application~1json/schema/$defs/x"
    schema = {"$defs": {"x": inner}, "type": "object", "properties": {"a": {"$ref": place}}}
    return api({"requestBody": json_of(schema)})


def recursive(name: str, other: Any = T) -> Tree:
    kids = {"type": "array", "items": {"$dynamicRef": f"#{name}"}}
    schema = {"$dynamicAnchor": name, "properties": {"kids": kids, "v": other}}
    body = json_of({"$ref": "#/components/schemas/S"})
    return api({"requestBody": body}, components={"schemas": {"S": schema}})


def encoded(encoding: Any) -> Tree:
    media = {"schema": obj(f=T), "encoding": {"f": encoding}}
    return api({"requestBody": {"content": {"multipart/form-data": media}}})


def with_header(schema: Any, **more: Any) -> Tree:
    return {"headers": {"X-A": {"schema": schema, **more}}}


def stream(schema: Any, is_answer: bool = True) -> Tree:
    content = {"content": {"text/event-stream": {"itemSchema": schema}}}
    answer = {"responses": {"200": {"description": "ok", **content}}}
    return calling(answer if is_answer else {"requestBody": content}, ver="3.2.0")


def additional(method: str, node: Any = None) -> Tree:
    operation = {"responses": OK, **(node or {})}
    return document("3.2.0", paths={"/p": {"additionalOperations": {method: operation}}})


def querystring(content: Any, name: str = "q") -> Tree:
    parameter = {"name": name, "in": "querystring", "content": content}
    return calling({"parameters": [parameter]}, ver="3.2.0", method="get")


def device(url: str = "https://d", scheme: Any = None, **flows: Any) -> Tree:
    flow = {"deviceAuthorizationUrl": url, "tokenUrl": "https://t", "scopes": {"a": "A"}}
    whole = {"type": "oauth2", "flows": {"deviceAuthorization": flow, **flows}, **(scheme or {})}
    security = {"security": [{"o": ["a"]}]}
    return calling(security, ver="3.2.0", components={"securitySchemes": {"o": whole}})


TWO_FLOWS = device(clientCredentials={"tokenUrl": "https://t", "scopes": {"a": "A"}})


def told_apart(default: str = "", mapping: Any = None, res: bool = True) -> Tree:
    """A union of two schemas that a discriminator tells apart."""
    known = {"mapping": mapping, "defaultMapping": default}
    said = {key: value for key, value in known.items() if value}
    union = [{"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog")]
    body = json_of({"oneOf": union, "discriminator": {"propertyName": "k", **said}})
    schemas = {"Cat": obj(k=T, a=T), "Dog": obj(k=T, b=T)}
    answer = {"responses": {"200": {"description": "ok", **body}}}
    node = answer if res else {"requestBody": body}
    return calling(node, ver="3.2.0", components={"schemas": schemas})


def link(**fields: Any) -> Tree:
    return api({"responses": {"200": {"description": "ok", "links": {"l": fields}}}})


def cookie(**fields: Any) -> Tree:
    schema = {"type": "array", "items": T}
    return api({"parameters": [{"name": "c", "in": "cookie", "schema": schema, **fields}]})


def server(**variable: Any) -> Tree:
    variables = {"h": {"default": "a", **variable}}
    return api(servers=[{"url": "https://{h}.x", "variables": variables}])


def secured(*requirements: Any, key: Any = None) -> Tree:
    flow = {"authorizationUrl": "https://a", "scopes": {"r": "R", "w": "W"}}
    schemes = {
        "k": {"type": "apiKey", "in": "header", "name": "K", **(key or {})},
        "o": {"type": "oauth2", "flows": {"implicit": flow}},
        "m": {"type": "mutualTLS"},
    }
    return api({"security": [*requirements]}, components={"securitySchemes": schemes})


def statuses(**named: Any) -> Tree:
    answers = {
        name.lstrip("_"): {"description": "ok", **json_of(schema)} for name, schema in named.items()
    }
    return api({"responses": answers})


Row = tuple[str, Tree, Tree, list[tuple[str, str, str]]]
ROWS: list[Row] = [
    (
        "callback body: new required prop",
        callback(obj(a=T)),
        callback({**obj(a=T, b=T), "required": ["b"]}),
        [("required-property-added", I, "response")],
    ),
    (
        "callback body: prop became optional",
        callback({**obj(a=T), "required": ["a"]}),
        callback(obj(a=T)),
        [("property-became-optional", B, "response")],
    ),
    (
        "callback answer: enum narrowed",
        callback(ans={"200": {"description": "x", **json_of({"enum": ["a", "b"]})}}),
        callback(ans={"200": {"description": "x", **json_of({"enum": ["a"]})}}),
        [("schema-enum-value-removed", B, "request")],
    ),
    (
        "callback expression",
        callback(T),
        callback(T, expr="{$request.body#/v}"),
        [("callback-address-changed", B, "response")],
    ),
    ("callback added", calling({}), callback(T), [("callback-added", I, "response")]),
    ("callback removed", callback(T), calling({}), [("callback-removed", B, "response")]),
    (
        "webhook enum grows",
        webhook({"enum": ["a"]}),
        webhook({"enum": ["a", "b"]}),
        [("schema-enum-value-added", W, "response")],
    ),
    (
        "webhook required added",
        webhook(obj(a=T)),
        webhook({**obj(a=T), "required": ["a"]}),
        [("property-became-required", I, "response")],
    ),
    (
        "webhook body max raised",
        webhook({**J, "maximum": 5}),
        webhook({**J, "maximum": 9}),
        [("schema-max-increased", B, "response")],
    ),
    (
        "webhook query 3.2",
        webhook(T, "query", ver="3.2.0"),
        webhook(J, "query", ver="3.2.0"),
        [("schema-type-changed", B, "response")],
    ),
    (
        "$defs used changed",
        defined(T),
        defined({**T, "maxLength": 3}),
        [("schema-max-length-added", W, "request")],
    ),
    (
        "$defs unused added",
        sent(obj(a=T)),
        sent({**obj(a=T), "$defs": {"x": T}}),
        [("schema-definition-changed", I, "request")],
    ),
    (
        "$defs renamed used",
        api(
            {
                "requestBody": json_of(
                    {
                        "$defs": {"x": T},
                        "properties": {"a": {"$ref": "#/components/schemas/S/$defs/x"}},
                    }
                )
            },
            components={"schemas": {"S": {"$defs": {"x": T}}}},
        ),
        api(
            {
                "requestBody": json_of(
                    {
                        "$defs": {"x": T},
                        "properties": {"a": {"$ref": "#/components/schemas/S/$defs/y"}},
                    }
                )
            },
            components={"schemas": {"S": {"$defs": {"y": T}}}},
        ),
        [],
    ),
    ("dynamic anchor renamed", recursive("n"), recursive("m"), []),
    ("dynamicRef type", recursive("n"), recursive("n", J), [("schema-type-changed", B, "request")]),
    (
        "prefixItems member type request",
        sent(array(T, T)),
        sent(array(T, J)),
        [("schema-type-changed", B, "request")],
    ),
    (
        "prefixItems longer request",
        sent(array(T)),
        sent(array(T, J)),
        [("schema-prefix-items-typed", B, "request")],
    ),
    (
        "prefixItems longer response",
        answered(array(T)),
        answered(array(T, J)),
        [("schema-prefix-items-typed", I, "response")],
    ),
    (
        "prefixItems longer closed request",
        sent(array(T, items=False)),
        sent(array(T, J, items=False)),
        [("schema-prefix-items-added", I, "request")],
    ),
    (
        "prefixItems longer closed response",
        answered(array(T, items=False)),
        answered(array(T, J, items=False)),
        [("schema-prefix-items-added", B, "response")],
    ),
    (
        "prefixItems shorter closed response",
        answered(array(T, J, items=False)),
        answered(array(T, items=False)),
        [("schema-prefix-items-removed", I, "response")],
    ),
    (
        "prefixItems shorter open request",
        sent(array(T, J)),
        sent(array(T)),
        [("schema-prefix-items-released", I, "request")],
    ),
    (
        "items false added",
        sent(array(T)),
        sent(array(T, items=False)),
        [("schema-items-narrowed", B, "request")],
    ),
    (
        "unevaluatedProperties false req",
        sent(obj(a=T)),
        sent({**obj(a=T), "unevaluatedProperties": False}),
        [("schema-unevaluated-properties-closed", B, "request")],
    ),
    (
        "unevaluatedProperties false res",
        answered(obj(a=T)),
        answered({**obj(a=T), "unevaluatedProperties": False}),
        [("schema-unevaluated-properties-closed", I, "response")],
    ),
    (
        "unevaluatedItems schema",
        sent(array(T)),
        sent(array(T, unevaluatedItems=T)),
        [("schema-unevaluated-items-restricted", B, "request")],
    ),
    (
        "contentSchema changed req",
        sent({**T, "contentMediaType": "application/json", "contentSchema": obj(a=T)}),
        sent({**T, "contentMediaType": "application/json", "contentSchema": obj(a=J)}),
        [("schema-type-changed", B, "request")],
    ),
    (
        "contentMediaType changed",
        answered({**T, "contentMediaType": "text/html"}),
        answered({**T, "contentMediaType": "image/png"}),
        [("schema-content-type-changed", B, "response")],
    ),
    (
        "encoding header required added",
        encoded({"contentType": "a/b"}),
        encoded({"contentType": "a/b", **with_header(T, required=True)}),
        [("required-response-header-added", B, "request")],
    ),
    (
        "encoding header optional added",
        encoded({"contentType": "a/b"}),
        encoded({"contentType": "a/b", **with_header(T)}),
        [("response-header-added", I, "request")],
    ),
    (
        "encoding header became required",
        encoded(with_header(T)),
        encoded(with_header(T, required=True)),
        [("response-header-became-required", B, "request")],
    ),
    (
        "encoding header removed",
        encoded({"contentType": "a/b", **with_header(T)}),
        encoded({"contentType": "a/b"}),
        [("response-header-removed", W, "request")],
    ),
    (
        "encoding header schema",
        encoded(with_header(T)),
        encoded(with_header(J)),
        [("schema-type-changed", B, "request")],
    ),
    (
        "encoding Content-Type header ignored",
        encoded({"contentType": "a/b"}),
        encoded({"contentType": "a/b", "headers": {"Content-Type": {"schema": T}}}),
        [("ignored-header-changed", I, "request")],
    ),
    (
        "response Content-Type header ignored",
        api(),
        api(
            {
                "responses": {
                    "200": {"description": "ok", "headers": {"Content-Type": {"schema": T}}}
                }
            }
        ),
        [("ignored-header-changed", I, "response")],
    ),
    (
        "Accept header param ignored",
        api(),
        api({"parameters": [{"name": "Accept", "in": "header", "required": True, "schema": T}]}),
        [("ignored-header-changed", I, "request")],
    ),
    (
        "Authorization header param ignored",
        api(
            {
                "parameters": [
                    {"name": "authorization", "in": "header", "required": True, "schema": T}
                ]
            }
        ),
        api(),
        [("ignored-header-changed", I, "request")],
    ),
    (
        "itemSchema enum value added",
        stream({"properties": {"event": {"enum": ["a"]}}}),
        stream({"properties": {"event": {"enum": ["a", "b"]}}}),
        [("schema-enum-value-added", W, "response")],
    ),
    (
        "itemSchema required req",
        stream(obj(a=T), False),
        stream({**obj(a=T), "required": ["a"]}, False),
        [("property-became-required", B, "request")],
    ),
    (
        "schema->itemSchema",
        calling(
            {
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {"text/event-stream": {"schema": {"type": "array", "items": T}}},
                    }
                }
            },
            ver="3.2.0",
        ),
        calling(
            {
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {"text/event-stream": {"itemSchema": T}},
                    }
                }
            },
            ver="3.2.0",
        ),
        [("media-type-schema-removed", W, "response")],
    ),
    (
        "additionalOperations param required",
        additional("COPY"),
        additional(
            "COPY", {"parameters": [{"name": "q", "in": "query", "required": True, "schema": T}]}
        ),
        [("request-parameter-added-required", B, "request")],
    ),
    (
        "additional op removed",
        document(
            "3.2.0",
            paths={
                "/p": {
                    "get": {"responses": OK},
                    "additionalOperations": {"COPY": {"responses": OK}},
                }
            },
        ),
        document("3.2.0", paths={"/p": {"get": {"responses": OK}}}),
        [("operation-removed", B, "request")],
    ),
    (
        "additional op case",
        additional("Copy"),
        additional("COPY"),
        [("operation-moved", B, "request")],
    ),
    (
        "querystring schema narrowed",
        querystring({"application/x-www-form-urlencoded": {"schema": obj(a=T)}}),
        querystring(
            {"application/x-www-form-urlencoded": {"schema": {**obj(a=T), "required": ["a"]}}}
        ),
        [("property-became-required", B, "request")],
    ),
    (
        "querystring name renamed (not on wire)",
        querystring({"application/json": {"schema": T}}),
        querystring({"application/json": {"schema": T}}, name="z"),
        [("request-parameter-title-changed", I, "request")],
    ),
    (
        "querystring media type",
        querystring({"application/json": {"schema": T}}),
        querystring({"application/x-www-form-urlencoded": {"schema": T}}),
        [("request-parameter-content-changed", B, "request")],
    ),
    (
        "device url",
        device(),
        device("https://e"),
        [("security-scheme-device-url-changed", W, "request")],
    ),
    ("flow added", device(), TWO_FLOWS, [("security-scheme-flow-added", I, "request")]),
    ("flow removed", TWO_FLOWS, device(), [("security-scheme-flow-removed", B, "request")]),
    (
        "oauth2MetadataUrl added",
        device(),
        device(scheme={"oauth2MetadataUrl": "https://m"}),
        [("security-scheme-metadata-added", I, "request")],
    ),
    (
        "security scheme deprecated",
        device(),
        device(scheme={"deprecated": True}),
        [("security-scheme-deprecated", I, "request")],
    ),
    (
        "defaultMapping added req",
        told_apart(res=False),
        told_apart("Cat", res=False),
        [("discriminator-default-added", I, "request")],
    ),
    (
        "defaultMapping removed req",
        told_apart("Cat", res=False),
        told_apart(res=False),
        [("discriminator-default-removed", B, "request")],
    ),
    (
        "defaultMapping changed res",
        told_apart("Cat"),
        told_apart("Dog"),
        [("discriminator-default-changed", W, "response")],
    ),
    (
        "mapping same spelled",
        told_apart(mapping={"c": "Cat"}),
        told_apart(mapping={"c": "#/components/schemas/Cat"}),
        [],
    ),
    (
        "mapping implicit explicit",
        told_apart(),
        told_apart(mapping={"Cat": "#/components/schemas/Cat"}),
        [],
    ),
    (
        "link param",
        link(operationId="x", parameters={"id": "$response.body#/id"}),
        link(operationId="x", parameters={"id": "$response.body#/key"}),
        [("response-link-parameter-changed", W, "response")],
    ),
    (
        "link description",
        link(operationId="x"),
        link(operationId="x", description="d"),
        [("response-link-description-changed", I, "response")],
    ),
    ("cookie explode default", cookie(), cookie(style="form", explode=True), []),
    (
        "cookie explode false",
        cookie(),
        cookie(explode=False),
        [("request-parameter-explode-changed", B, "request")],
    ),
    (
        "cookie style 3.2",
        calling({"parameters": [{"name": "c", "in": "cookie", "schema": T}]}, ver="3.2.0"),
        calling(
            {"parameters": [{"name": "c", "in": "cookie", "style": "cookie", "schema": T}]},
            ver="3.2.0",
        ),
        [("request-parameter-style-changed", B, "request")],
    ),
    (
        "cookie name case is significant",
        cookie(),
        cookie(name="C"),
        [("request-parameter-renamed", B, "request")],
    ),
    (
        "server var enum removed",
        server(enum=["a", "b"]),
        server(enum=["a"]),
        [("server-variable-value-removed", B, "request")],
    ),
    (
        "server var enum added",
        server(enum=["a"]),
        server(enum=["a", "b"]),
        [("server-variable-value-added", I, "request")],
    ),
    (
        "server var default",
        server(),
        server(default="b"),
        [("server-variable-default-changed", W, "request")],
    ),
    (
        "server var description",
        server(),
        server(description="b"),
        [("server-variable-description-changed", I, "request")],
    ),
    (
        "servers trailing slash",
        api(servers=[{"url": "https://a"}]),
        api(servers=[{"url": "https://a/"}]),
        [("server-url-changed", B, "request")],
    ),
    (
        "server name 3.2",
        calling({}, ver="3.2.0", servers=[{"url": "https://a"}]),
        calling({}, ver="3.2.0", servers=[{"url": "https://a", "name": "n"}]),
        [("server-name-changed", I, "request")],
    ),
    (
        "OR alternative added",
        secured({"k": []}),
        secured({"k": []}, {"o": ["r"]}),
        [("security-alternative-added", I, "request")],
    ),
    (
        "OR alternative removed",
        secured({"k": []}, {"o": ["r"]}),
        secured({"k": []}),
        [("security-alternative-removed", B, "request")],
    ),
    (
        "AND added",
        secured({"k": []}),
        secured({"k": [], "m": []}),
        [("security-requirement-changed", B, "request")],
    ),
    (
        "AND removed",
        secured({"k": [], "m": []}),
        secured({"k": []}),
        [("security-requirement-relaxed", I, "request")],
    ),
    (
        "scope added",
        secured({"o": ["r"]}),
        secured({"o": ["r", "w"]}),
        [("security-scope-added", B, "request")],
    ),
    (
        "scope removed",
        secured({"o": ["r", "w"]}),
        secured({"o": ["r"]}),
        [("security-scope-removed", I, "request")],
    ),
    (
        "optional security added",
        secured({"k": []}),
        secured({"k": []}, {}),
        [("security-became-optional", I, "request")],
    ),
    (
        "optional security removed",
        secured({"k": []}, {}),
        secured({"k": []}),
        [("security-became-mandatory", B, "request")],
    ),
    ("mutualTLS required", secured(), secured({"m": []}), [("security-added", B, "request")]),
    (
        "scheme bearerFormat",
        api(
            {"security": [{"h": []}]},
            components={"securitySchemes": {"h": {"type": "http", "scheme": "bearer"}}},
        ),
        api(
            {"security": [{"h": []}]},
            components={
                "securitySchemes": {
                    "h": {"type": "http", "scheme": "Bearer", "bearerFormat": "JWT"}
                }
            },
        ),
        [("security-scheme-bearer-format-changed", I, "request")],
    ),
    (
        "http scheme case",
        api(
            {"security": [{"h": []}]},
            components={"securitySchemes": {"h": {"type": "http", "scheme": "bearer"}}},
        ),
        api(
            {"security": [{"h": []}]},
            components={"securitySchemes": {"h": {"type": "http", "scheme": "Bearer"}}},
        ),
        [],
    ),
    ("apiKey header name case", secured({"k": []}), secured({"k": []}, key={"name": "k"}), []),
    (
        "apiKey query",
        secured({"k": []}),
        secured({"k": []}, key={"in": "query"}),
        [("security-scheme-place-changed", B, "request")],
    ),
    (
        "scheme description",
        secured({"k": []}),
        secured({"k": []}, key={"description": "d"}),
        [("security-scheme-description-changed", I, "request")],
    ),
    (
        "2XX covers 201",
        statuses(_200=T, _2XX=T),
        statuses(_200=T),
        [("response-success-status-removed", B, "response")],
    ),
    ("const->enum1", sent({"const": "a"}), sent({"enum": ["a"]}), []),
    (
        "minContains 0",
        sent({"type": "array", "contains": T}),
        sent({"type": "array", "contains": T, "minContains": 1}),
        [],
    ),
    (
        "maxContains added",
        sent({"type": "array", "contains": T}),
        sent({"type": "array", "contains": T, "maxContains": 2}),
        [("schema-max-contains-added", W, "request")],
    ),
    (
        "dependentRequired",
        sent(obj(a=T, b=T)),
        sent({**obj(a=T, b=T), "dependentRequired": {"a": ["b"]}}),
        [("schema-dependent-required-added", B, "request")],
    ),
    (
        "propertyNames",
        answered(obj()),
        answered({**obj(), "propertyNames": {"pattern": "^a"}}),
        [("schema-property-names-added", I, "response")],
    ),
    (
        "patternProperties removed res",
        answered({"type": "object", "patternProperties": {"^a": T}}),
        answered({"type": "object"}),
        [("schema-pattern-property-removed", B, "response")],
    ),
    (
        "if/then",
        sent(obj(a=T)),
        sent({**obj(a=T), "if": {"required": ["a"]}, "then": {"required": ["b"]}}),
        [("schema-if-added", B, "request")],
    ),
    (
        "not",
        answered(T),
        answered({**T, "not": {"const": "x"}}),
        [("schema-not-added", I, "response")],
    ),
    (
        "format unknown",
        answered({**T, "format": "x"}),
        answered({**T, "format": "y"}),
        [("schema-format-changed", B, "response")],
    ),
    (
        "nodeType xml",
        calling(
            {
                "requestBody": {
                    "content": {
                        "application/xml": {"schema": {**obj(a={**T, "xml": {"attribute": True}})}}
                    }
                }
            }
        ),
        calling({"requestBody": {"content": {"application/xml": {"schema": obj(a=T)}}}}),
        [("schema-xml-changed", B, "request")],
    ),
    (
        "readOnly prop required in request-only",
        sent({**obj(a={**T, "readOnly": True})}),
        sent({**obj(a={**T, "readOnly": True}), "required": ["a"]}),
        [("property-became-required", I, "request")],
    ),
    (
        "exclusiveMinimum 3.0 vs 3.1",
        calling(
            {"requestBody": json_of({**J, "minimum": 1, "exclusiveMinimum": True})}, ver="3.0.3"
        ),
        calling({"requestBody": json_of({**J, "exclusiveMinimum": 1})}),
        [],
    ),
    (
        "param deprecated",
        cookie(),
        cookie(deprecated=True),
        [("request-parameter-deprecated", I, "request")],
    ),
    (
        "head op",
        document(paths={"/p": {"head": {"responses": OK}}}),
        document(
            paths={
                "/p": {
                    "head": {
                        "responses": OK,
                        "parameters": [{"name": "q", "in": "query", "required": True, "schema": T}],
                    }
                }
            }
        ),
        [("request-parameter-added-required", B, "request")],
    ),
]


@pytest.mark.parametrize(("title", "old", "new", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_what_is_true_is_told(
    title: str, old: Tree, new: Tree, expected: list[tuple[str, str, str]]
) -> None:
    assert found(old, new) == expected, title
