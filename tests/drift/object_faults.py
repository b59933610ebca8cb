"""The same for what is no schema: parameters, headers, tags, servers, security and the like."""

from __future__ import annotations

from typing import Any, Final

from tests.drift.faults import add, less, more, put, remove

Row = tuple[str, dict[str, Any], dict[str, Any], dict[str, Any]]
"""What the old document has beside the frame, the step, and what upstream has beside it now."""

Q: Final[dict[str, Any]] = {
    "name": "q",
    "in": "query",
    "schema": {"type": "string", "maxLength": 9},
}
LIMIT: Final = {"name": "limit", "in": "query", "schema": {"type": "integer"}}
KEY: Final[dict[str, Any]] = {"key": []}
SCHEME: Final = {"type": "apiKey", "name": "X-Key", "in": "header"}
HEADER: Final = {"schema": {"type": "integer"}}
JSON: Final = {"schema": {"type": "object"}, "example": {"a": 1}}
GET: Final = "$.paths['/pets'].get"
OK: Final = f"{GET}.responses['200']"


def frame(**parts: Any) -> dict[str, Any]:
    """A document of one path with two operations."""
    response = {"description": "ok", **parts.get("response", {})}
    responses = {"200": response, **parts.get("responses", {})}
    item = {
        "get": {"operationId": "list", "responses": responses, **parts.get("get", {})},
        "post": {"operationId": "make", "responses": {}, **parts.get("post", {})},
        **parts.get("item", {}),
    }
    if parts.get("lonely"):
        del item["post"]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "paths": {"/pets": item, **parts.get("paths", {})},
        "components": {"schemas": {"Pet": {"type": "object"}}, **parts.get("components", {})},
        **parts.get("root", {}),
    }


def at(target: str, fields: dict[str, Any]) -> dict[str, Any]:
    """A step with its target inside of another one."""
    return {**fields, "target": target + fields["target"]}


def parameter(fields: dict[str, Any]) -> dict[str, Any]:
    """A step on the parameter `q`."""
    return at(f"{GET}.parameters[?@.name=='q']", fields)


def inside(**fields: Any) -> dict[str, Any]:
    """The parameter `q` with other fields, as the parameters of `get`."""
    return {"get": {"parameters": [{**Q, **fields}]}}


ONE: Final = inside()
SHARED: Final = {"parameters": {"Q": Q}}
REF: Final = {"$ref": "#/components/parameters/Q"}

ALIVE: Final[list[Row]] = [
    ("parameter to the path item", ONE, parameter(remove("")), {"item": {"parameters": [Q]}}),
    (
        "parameter to a component",
        ONE,
        parameter(remove("")),
        {"get": {"parameters": [REF]}, "components": SHARED},
    ),
    (
        "parameter to a component of the path item",
        ONE,
        parameter(remove("")),
        {"item": {"parameters": [REF]}, "components": SHARED},
    ),
    ("parameter, renamed", ONE, parameter(remove("")), inside(name="query")),
    ("parameter, renamed by shape", ONE, parameter(remove("")), inside(name="search")),
    ("parameter, elsewhere", ONE, parameter(remove("")), inside(**{"in": "header"})),
    (
        "parameter, down to the operations",
        {"item": {"parameters": [Q]}},
        at("$.paths['/pets'].parameters[?@.name=='q']", remove("")),
        {"get": {"parameters": [Q]}, "post": {"parameters": [Q]}},
    ),
    (
        "all that a path item shares, down to an operation",
        {"item": {"parameters": [Q]}},
        at("$.paths['/pets'].parameters", remove("")),
        {"get": {"parameters": [Q]}},
    ),
    (
        "bound of a parameter of the path item",
        ONE,
        parameter(remove(".schema.maxLength")),
        {"item": {"parameters": [Q]}},
    ),
    (
        "bound in a renamed parameter",
        ONE,
        parameter(remove(".schema.maxLength")),
        inside(name="search"),
    ),
    (
        "example of a schema to the parameter",
        inside(schema={"type": "string", "example": "a"}),
        parameter(remove(".schema.example")),
        inside(schema={"type": "string"}, example="a"),
    ),
    (
        "example to examples",
        inside(example="a"),
        parameter(remove(".example")),
        inside(examples={"one": {"value": "a"}}),
    ),
    (
        "deprecated, of the parameter",
        inside(deprecated=True),
        parameter(remove(".deprecated")),
        inside(schema={**Q["schema"], "deprecated": True}),
    ),
    (
        "example that the schema had all along",
        inside(schema={"type": "string", "example": "a"}),
        parameter(add(example="a")),
        inside(schema={"type": "string", "example": "a"}),
    ),
    ("flag", inside(required=True), parameter(put(".required", False)), inside(required=True)),
    (
        "header, renamed",
        {"response": {"headers": {"X-Rate": HEADER}}},
        at(f"{OK}.headers", remove("['X-Rate']")),
        {"response": {"headers": {"X-Limit": HEADER}}},
    ),
    (
        "header, in other letters",
        {"response": {"headers": {"X-Rate": HEADER}}},
        at(f"{OK}.headers", remove("['X-Rate']")),
        {"response": {"headers": {"x-rate": {"schema": {"type": "string"}}}}},
    ),
    (
        "header, in a component",
        {"response": {"headers": {"X-Rate": HEADER}}},
        at(f"{OK}.headers", remove("['X-Rate']")),
        {
            "responses": {"200": {"$ref": "#/components/responses/Ok"}},
            "components": {
                "responses": {"Ok": {"description": "ok", "headers": {"X-Rate": HEADER}}}
            },
        },
    ),
    (
        "media type, renamed",
        {"response": {"content": {"text/json": JSON}}},
        at(f"{OK}.content", remove("['text/json']")),
        {"response": {"content": {"application/json": JSON}}},
    ),
    (
        "response, renamed",
        {"responses": {"404": {"description": "no", "content": {"a/b": JSON}}}},
        at(f"{GET}.responses", remove("['404']")),
        {"responses": {"4XX": {"description": "no", "content": {"a/b": JSON}}}},
    ),
    (
        "path, renamed",
        {"paths": {"/old": {"get": {"responses": {"200": {"description": "x"}}}}}},
        remove("$.paths['/old']"),
        {"paths": {"/older": {"get": {"responses": {"200": {"description": "x"}}}}}},
    ),
    (
        "schema, renamed",
        {"components": {"schemas": {"Cat": {"type": "object", "x-a": 1}}}},
        remove("$.components.schemas.Cat"),
        {"components": {"schemas": {"Feline": {"type": "object", "x-a": 1}}}},
    ),
    (
        "response of the components, renamed",
        {"components": {"responses": {"No": {"description": "no", "headers": {"A": HEADER}}}}},
        remove("$.components.responses.No"),
        {"components": {"responses": {"Nope": {"description": "no", "headers": {"A": HEADER}}}}},
    ),
    ("tag, renamed", {"get": {"tags": ["pet", "a"]}}, at(GET, less(".tags", "pet")), {
        "get": {"tags": ["pets", "a"]}
    }),
    ("tag of the document, renamed", {"root": {"tags": [{"name": "pet"}]}}, remove(
        "$.tags[?@.name=='pet']"
    ), {"root": {"tags": [{"name": "pets"}]}}),
    (
        "security, to the document",
        {"get": {"security": [KEY]}, "root": {"security": [{"other": []}]}},
        at(GET, remove(".security")),
        {"root": {"security": [KEY]}},
    ),
    (
        "security, to the operations",
        {"root": {"security": [KEY]}},
        remove("$.security"),
        {"get": {"security": [KEY]}, "post": {"security": [KEY]}},
    ),
    (
        "one of the security, to the document",
        {"get": {"security": [KEY, {"other": []}]}},
        at(GET, less(".security", KEY)),
        {"root": {"security": [{"other": []}, KEY]}},
    ),
    (
        "security, by another name",
        {"get": {"security": [KEY, {"o": []}]}, "components": {"securitySchemes": {"key": SCHEME}}},
        at(GET, less(".security", KEY)),
        {
            "get": {"security": [{"token": []}, {"o": []}]},
            "components": {"securitySchemes": {"token": SCHEME}},
        },
    ),
    (
        "security of the document, by another name",
        {"root": {"security": [KEY]}, "components": {"securitySchemes": {"key": SCHEME}}},
        at("$", less(".security", KEY)),
        {
            "root": {"security": [{"token": []}]},
            "components": {"securitySchemes": {"token": {**SCHEME, "name": "X-Token"}}},
        },
    ),
    (
        "tag, by another name",
        {"get": {"tags": ["pet"]}, "root": {"tags": [{"name": "pet"}]}},
        at(GET, less(".tags", "pet")),
        {"get": {"tags": ["animal"]}, "root": {"tags": [{"name": "animal"}]}},
    ),
    (
        "servers, to the path item",
        {"get": {"servers": [{"url": "/a"}]}},
        at(GET, remove(".servers")),
        {"item": {"servers": [{"url": "/a"}]}},
    ),
    (
        "servers, to the document",
        {"get": {"servers": [{"url": "/a"}]}},
        at(GET, remove(".servers")),
        {"root": {"servers": [{"url": "/a"}]}},
    ),
]  # fmt: skip
"""The fault is still there."""

MENDED: Final[list[Row]] = [
    ("parameter", ONE, parameter(remove("")), {"get": {"parameters": []}}),
    ("parameters", ONE, parameter(remove("")), {}),
    ("parameter, a stranger joined", ONE, parameter(remove("")), {"get": {"parameters": [LIMIT]}}),
    (
        "a stranger of the path item",
        ONE,
        parameter(remove("")),
        {"item": {"parameters": [LIMIT]}},
    ),
    (
        "a parameter of the other operation",
        ONE,
        parameter(remove("")),
        {"post": {"parameters": [Q]}},
    ),
    (
        "the other operation had it, and has it",
        {**ONE, "post": {"parameters": [Q]}},
        parameter(remove("")),
        {"post": {"parameters": [Q]}},
    ),
    (
        "an added parameter of the path item",
        {"get": {"parameters": [LIMIT]}},
        at(GET, more(".parameters", Q)),
        {"get": {"parameters": [LIMIT]}, "item": {"parameters": [Q]}},
    ),
    (
        "an added parameter of the components",
        {"get": {"parameters": [LIMIT]}},
        at(GET, more(".parameters", Q)),
        {"get": {"parameters": [LIMIT, REF]}, "components": SHARED},
    ),
    (
        "header",
        {"response": {"headers": {"X-Rate": HEADER, "X-Id": HEADER}}},
        at(f"{OK}.headers", remove("['X-Rate']")),
        {"response": {"headers": {"X-Id": HEADER}}},
    ),
    (
        "headers",
        {"response": {"headers": {"X-Rate": HEADER}}},
        at(f"{OK}.headers", remove("['X-Rate']")),
        {},
    ),
    (
        "media type",
        {"response": {"content": {"text/json": JSON, "application/json": JSON}}},
        at(f"{OK}.content", remove("['text/json']")),
        {"response": {"content": {"application/json": JSON}}},
    ),
    ("tag", {"get": {"tags": ["pet", "a"]}}, at(GET, less(".tags", "pet")), {
        "get": {"tags": ["a"]}
    }),
    ("tags", {"get": {"tags": ["pet"]}}, at(GET, less(".tags", "pet")), {}),
    (
        "tag, and one that was there",
        {"get": {"tags": ["pet"]}, "root": {"tags": [{"name": "pet"}, {"name": "animal"}]}},
        at(GET, less(".tags", "pet")),
        {"get": {"tags": ["animal"]}, "root": {"tags": [{"name": "pet"}, {"name": "animal"}]}},
    ),
    (
        "security, and one of another kind",
        {"get": {"security": [KEY]}, "components": {"securitySchemes": {"key": SCHEME}}},
        at(GET, less(".security", KEY)),
        {
            "get": {"security": [{"user": []}]},
            "components": {"securitySchemes": {"user": {"type": "http", "scheme": "basic"}}},
        },
    ),
    (
        "parameter that need not be there",
        inside(required=True),
        parameter(put(".required", False)),
        ONE,
    ),
    (
        "body that need not be there",
        {"get": {"requestBody": {"required": True, "content": {"a/b": JSON}}}},
        at(GET, put(".requestBody.required", False)),
        {"get": {"requestBody": {"content": {"a/b": JSON}}}},
    ),
    (
        "security of the document",
        {"get": {"tags": ["a"]}},
        at(GET, add(security=[KEY])),
        {"get": {"tags": ["a"]}, "root": {"security": [KEY]}},
    ),
    (
        "no security",
        {"root": {"security": [KEY]}},
        at(GET, add(security=[])),
        {},
    ),
    (
        "security removed from both",
        {"get": {"security": [KEY]}, "root": {"security": [{"other": []}]}},
        at(GET, remove(".security")),
        {"root": {"security": [{"other": []}]}},
    ),
    (
        "servers of the path item",
        {},
        at(GET, add(servers=[{"url": "/a"}])),
        {"item": {"servers": [{"url": "/a"}]}},
    ),
    (
        "example",
        {"response": {"content": {"a/b": {"schema": {"type": "object"}}}}},
        at(f"{OK}.content['a/b']", add(example={"a": 1})),
        {"response": {"content": {"a/b": {
            "schema": {"type": "object"}, "examples": {"x": {"value": {"a": 1}}}
        }}}},
    ),
]  # fmt: skip
"""Upstream says what the step wanted."""
