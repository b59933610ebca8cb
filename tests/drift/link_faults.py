"""What upstream may do with a link, a callback, a webhook, an example, a scope, an encoding."""

from __future__ import annotations

from typing import Any, Final

from tests.drift.faults import TEXT, add, put, remove
from tests.drift.object_faults import (
    GET,
    JSON,
    OK,
    ONE,
    SCHEME,
    Q,
    Row,
    at,
    inside,
    parameter,
)

LINK: Final[dict[str, Any]] = {"operationId": "make", "parameters": {"id": "$response.body#/id"}}
REFLINK: Final[dict[str, Any]] = {
    "operationRef": "#/paths/~1pets/post",
    "parameters": {"id": "$response.body#/id"},
}


def links(**named: Any) -> dict[str, Any]:
    """A response with links."""
    return {"response": {"links": named}}


L: Final = f"{OK}.links"
CB: Final[dict[str, Any]] = {
    "{$request.body#/url}": {
        "post": {
            "requestBody": {"content": {"a/b": JSON}},
            "responses": {"200": {"description": "x"}},
        }
    }
}
CB2: Final[dict[str, Any]] = {"{$request.body#/callback}": CB["{$request.body#/url}"]}


def cbs(**named: Any) -> dict[str, Any]:
    """An operation with callbacks."""
    return {"get": {"callbacks": named}}


HOOK: Final[dict[str, Any]] = {
    "post": {"requestBody": {"content": {"a/b": JSON}}, "responses": {"200": {"description": "x"}}}
}
BODY: Final[dict[str, Any]] = {
    "content": {"a/b": {"schema": {"type": "object", "maxProperties": 3}}}
}


def comp(kind: str, **named: Any) -> dict[str, Any]:
    """A document with components of one kind."""
    return {"components": {kind: named}}


def scoped(scopes: Any) -> Any:
    """A document with a security scheme of one flow, which has such scopes."""
    flow = {"authorizationUrl": "u", "scopes": scopes}
    return comp("securitySchemes", A={"type": "oauth2", "flows": {"implicit": flow}})


HEADC: Final[dict[str, Any]] = {"schema": {"type": "integer", "minimum": 1}}
HOOKS: Final[dict[str, Any]] = {"root": {"webhooks": {"newPet": HOOK}}}

ALIVE: Final[list[Row]] = [
    ("link renamed", links(Make=LINK), at(L, remove(".Make")), links(Create=LINK)),
    (
        "link by operationRef",
        links(Make=LINK),
        at(L, remove(".Make.operationId")),
        links(Make=REFLINK),
    ),
    (
        "link by operationId",
        links(Make=REFLINK),
        at(L, remove(".Make.operationRef")),
        links(Make=LINK),
    ),
    (
        "link op wrong, ref",
        links(Make=LINK),
        at(L, put(".Make.operationId", "list")),
        links(Make=REFLINK),
    ),
    (
        "link ref wrong, id",
        links(Make=REFLINK),
        at(L, put(".Make.operationRef", "#/paths/~1pets/get")),
        links(Make=LINK),
    ),
    (
        "link ref wrong, id, renamed",
        links(Make=REFLINK),
        at(L, put(".Make.operationRef", "#/paths/~1pets/get")),
        links(Create=LINK),
    ),
    (
        "link removed, renamed + opref",
        links(Make=LINK),
        at(L, remove(".Make")),
        links(Create=REFLINK),
    ),
    (
        "link param, renamed",
        links(Make=LINK),
        at(L, remove(".Make.parameters.id")),
        links(Create=LINK),
    ),
    (
        "link param, path.id",
        links(Make=LINK),
        at(L, remove(".Make.parameters.id")),
        links(Make={**LINK, "parameters": {"path.id": "$response.body#/id"}}),
    ),
    (
        "link param, query.id set",
        links(Make=LINK),
        at(L, put(".Make.parameters.id", "$response.body#/x")),
        links(Make={**LINK, "parameters": {"query.id": "$response.body#/id"}}),
    ),
    (
        "link param, renamed key",
        links(Make=LINK),
        at(L, remove(".Make.parameters.id")),
        links(Make={**LINK, "parameters": {"petId": "$response.body#/id"}}),
    ),
    (
        "link param expr to requestBody",
        links(Make=LINK),
        at(L, remove(".Make.parameters.id")),
        links(Make={"operationId": "make", "requestBody": "$response.body#/id"}),
    ),
    (
        "link to component renamed",
        links(Make=LINK),
        at(L, remove(".Make")),
        {**links(Other={"$ref": "#/components/links/M"}), "components": {"links": {"M": LINK}}},
    ),
    (
        "link of component renamed",
        comp("links", M=LINK),
        remove("$.components.links.M"),
        comp("links", N=LINK),
    ),
    (
        "link of component renamed opref",
        comp("links", M=LINK),
        remove("$.components.links.M"),
        comp("links", N=REFLINK),
    ),
    (
        "link moved to another response",
        {"responses": {"201": {"description": "c", "links": {"Make": LINK}}}},
        at(GET, remove(".responses['201'].links.Make")),
        links(Make=LINK),
    ),
    (
        "link server",
        links(Make={**LINK, "server": {"url": "/a"}}),
        at(L, remove(".Make.server")),
        links(Create={**LINK, "server": {"url": "/a"}}),
    ),
    ("callback renamed", cbs(done=CB), at(GET, remove(".callbacks.done")), cbs(finished=CB)),
    (
        "callback expr renamed",
        cbs(done=CB),
        at(GET, remove(".callbacks.done['{$request.body#/url}']")),
        cbs(done=CB2),
    ),
    (
        "callback expr renamed spelled",
        cbs(done=CB),
        at(GET, remove(".callbacks.done['{$request.body#/url}'].post.requestBody")),
        cbs(done={"$request.body#/url": CB["{$request.body#/url}"]}),
    ),
    (
        "callback to component other name",
        cbs(done=CB),
        at(GET, remove(".callbacks.done")),
        {**cbs(ready={"$ref": "#/components/callbacks/D"}), "components": {"callbacks": {"D": CB}}},
    ),
    (
        "callback to webhook",
        cbs(done=CB),
        at(GET, remove(".callbacks.done")),
        {"root": {"webhooks": {"done": HOOK}}},
    ),
    (
        "callback to webhook all",
        cbs(done=CB),
        at(GET, remove(".callbacks")),
        {"root": {"webhooks": {"done": HOOK}}},
    ),
    (
        "callback method",
        cbs(done=CB),
        at(GET, remove(".callbacks.done['{$request.body#/url}'].post")),
        cbs(done={"{$request.body#/url}": {"put": HOOK["post"]}}),
    ),
    (
        "webhook renamed",
        HOOKS,
        remove("$.webhooks.newPet"),
        {"root": {"webhooks": {"petCreated": HOOK}}},
    ),
    (
        "webhook renamed, inner",
        HOOKS,
        remove("$.webhooks.newPet.post.requestBody"),
        {"root": {"webhooks": {"petCreated": HOOK}}},
    ),
    (
        "webhook removed to pathItems ren",
        HOOKS,
        remove("$.webhooks.newPet"),
        {
            "root": {"webhooks": {"petNew": {"$ref": "#/components/pathItems/W"}}},
            "components": {"pathItems": {"W": HOOK}},
        },
    ),
    (
        "webhooks all gone to callbacks",
        HOOKS,
        remove("$.webhooks"),
        {"get": {"callbacks": {"newPet": {"{$request.body#/u}": HOOK}}}},
    ),
    (
        "x-webhooks",
        {"root": {"x-webhooks": {"newPet": HOOK}}},
        remove("$['x-webhooks'].newPet"),
        HOOKS,
    ),
    (
        "x-webhooks all",
        {"root": {"x-webhooks": {"newPet": HOOK}}},
        remove("$['x-webhooks']"),
        HOOKS,
    ),
    (
        "header comp renamed",
        comp("headers", A=HEADC),
        remove("$.components.headers.A"),
        comp("headers", B=HEADC),
    ),
    (
        "example comp renamed",
        comp("examples", A={"value": {"a": 1}}),
        remove("$.components.examples.A"),
        comp("examples", B={"value": {"a": 1}}),
    ),
    (
        "example comp value",
        comp("examples", A={"value": {"a": 1}}),
        remove("$.components.examples.A.value.a"),
        comp("examples", A={"dataValue": {"a": 1}}),
    ),
    (
        "example comp value ext",
        comp("examples", A={"value": {"a": 1}}),
        remove("$.components.examples.A.value"),
        comp("examples", A={"dataValue": {"a": 1}}),
    ),
    (
        "example comp value serialized",
        comp("examples", A={"value": "a=1"}),
        remove("$.components.examples.A.value"),
        comp("examples", A={"serializedValue": "a=1"}),
    ),
    (
        "requestBody comp renamed",
        comp("requestBodies", A=BODY),
        remove("$.components.requestBodies.A"),
        comp("requestBodies", B=BODY),
    ),
    (
        "requestBody comp renamed inner",
        comp("requestBodies", A=BODY),
        remove("$.components.requestBodies.A.content['a/b'].schema.maxProperties"),
        comp("requestBodies", B=BODY),
    ),
    (
        "pathItems renamed",
        comp("pathItems", A=HOOK),
        remove("$.components.pathItems.A"),
        comp("pathItems", B=HOOK),
    ),
    (
        "securityScheme renamed",
        comp("securitySchemes", A=SCHEME),
        remove("$.components.securitySchemes.A"),
        comp("securitySchemes", B=SCHEME),
    ),
    (
        "param comp renamed",
        comp("parameters", A=Q),
        remove("$.components.parameters.A"),
        comp("parameters", B=Q),
    ),
    (
        "param comp to header",
        comp("parameters", A=Q),
        remove("$.components.parameters.A"),
        comp("parameters", A2={**Q, "in": "header"}),
    ),
    (
        "mediaTypes",
        comp("mediaTypes", A=JSON),
        remove("$.components.mediaTypes.A"),
        comp("mediaTypes", B=JSON),
    ),
    (
        "body prop to query",
        {
            "post": {
                "requestBody": {
                    "content": {"a/b": {"schema": {"type": "object", "properties": {"q": TEXT}}}}
                }
            }
        },
        remove("$.paths['/pets'].post.requestBody"),
        {"post": {"parameters": [Q]}},
    ),
    (
        "encoding renamed",
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object"},
                            "encoding": {"file": {"contentType": "image/png"}},
                        }
                    }
                }
            }
        },
        remove("$.paths['/pets'].post.requestBody.content['multipart/form-data'].encoding.file"),
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object"},
                            "encoding": {"upload": {"contentType": "image/png"}},
                        }
                    }
                }
            }
        },
    ),
    (
        "encoding media renamed",
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object"},
                            "encoding": {"file": {"contentType": "image/png"}},
                        }
                    }
                }
            }
        },
        remove(
            "$.paths['/pets'].post.requestBody.content['multipart/form-data'].encoding.file.contentType"
        ),
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/mixed": {
                            "schema": {"type": "object"},
                            "encoding": {"file": {"contentType": "image/png"}},
                        }
                    }
                }
            }
        },
    ),
    (
        "encoding in another",
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object"},
                            "encoding": {"file": {"contentType": "image/png"}},
                        }
                    }
                }
            }
        },
        remove(
            "$.paths['/pets'].post.requestBody.content['multipart/form-data'].encoding.file.contentType"
        ),
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object"},
                            "encoding": {"file": {"contentType": "image/png, image/jpeg"}},
                        }
                    }
                }
            }
        },
    ),
    (
        "encoding item",
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/mixed": {
                            "schema": {"type": "array"},
                            "prefixEncoding": [{"contentType": "image/png"}],
                        }
                    }
                }
            }
        },
        remove("$.paths['/pets'].post.requestBody.content['multipart/mixed'].prefixEncoding"),
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/mixed": {
                            "schema": {"type": "array"},
                            "itemEncoding": {"contentType": "image/png"},
                        }
                    }
                }
            }
        },
    ),
    (
        "mt example",
        {"response": {"content": {"a/b": JSON}}},
        at(OK, remove(".content['a/b'].example")),
        {
            "response": {
                "content": {
                    "a/b": {"schema": {"type": "object"}, "examples": {"x": {"value": {"a": 1}}}}
                }
            }
        },
    ),
    (
        "mt example to ref",
        {"response": {"content": {"a/b": JSON}}},
        at(OK, remove(".content['a/b'].example")),
        {
            "response": {
                "content": {
                    "a/b": {
                        "schema": {"type": "object"},
                        "examples": {"x": {"$ref": "#/components/examples/X"}},
                    }
                }
            },
            "components": {"examples": {"X": {"value": {"a": 1}}}},
        },
    ),
    (
        "mt example to schema example",
        {"response": {"content": {"a/b": JSON}}},
        at(OK, remove(".content['a/b'].example")),
        {"response": {"content": {"a/b": {"schema": {"type": "object", "example": {"a": 1}}}}}},
    ),
    (
        "mt example to schema examples",
        {"response": {"content": {"a/b": JSON}}},
        at(OK, remove(".content['a/b'].example")),
        {"response": {"content": {"a/b": {"schema": {"type": "object", "examples": [{"a": 1}]}}}}},
    ),
    (
        "mt example to dataValue",
        {"response": {"content": {"a/b": JSON}}},
        at(OK, remove(".content['a/b'].example")),
        {
            "response": {
                "content": {
                    "a/b": {
                        "schema": {"type": "object"},
                        "examples": {"x": {"dataValue": {"a": 1}}},
                    }
                }
            }
        },
    ),
    (
        "mt examples named renamed",
        {"response": {"content": {"a/b": {"examples": {"x": {"value": {"a": 1}}}}}}},
        at(OK, remove(".content['a/b'].examples.x")),
        {"response": {"content": {"a/b": {"examples": {"y": {"value": {"a": 1}}}}}}},
    ),
    (
        "mt examples to example",
        {"response": {"content": {"a/b": {"examples": {"x": {"value": {"a": 1}}}}}}},
        at(OK, remove(".content['a/b'].examples.x")),
        {"response": {"content": {"a/b": {"example": {"a": 1}}}}},
    ),
    (
        "mt examples inner",
        {"response": {"content": {"a/b": {"examples": {"x": {"value": {"a": 1}}}}}}},
        at(OK, remove(".content['a/b'].examples.x.value.a")),
        {"response": {"content": {"a/b": {"example": {"a": 1}}}}},
    ),
    (
        "mt examples inner put",
        {"response": {"content": {"a/b": {"examples": {"x": {"value": {"a": 1}}}}}}},
        at(OK, put(".content['a/b'].examples.x.value.a", 2)),
        {"response": {"content": {"a/b": {"example": {"a": 1}}}}},
    ),
    (
        "mt example inner",
        {"response": {"content": {"a/b": JSON}}},
        at(OK, remove(".content['a/b'].example.a")),
        {"response": {"content": {"a/b": {"examples": {"x": {"value": {"a": 1}}}}}}},
    ),
    (
        "schema example inner",
        {
            "response": {
                "content": {"a/b": {"schema": {"type": "object", "example": {"a": 1, "b": 2}}}}
            }
        },
        at(OK, remove(".content['a/b'].schema.example.a")),
        {
            "response": {
                "content": {"a/b": {"schema": {"type": "object", "examples": [{"a": 1, "b": 2}]}}}
            }
        },
    ),
    (
        "server var renamed",
        {
            "root": {
                "servers": [
                    {"url": "/{v}", "variables": {"v": {"default": "1", "enum": ["1", "2"]}}}
                ]
            }
        },
        remove("$.servers[0].variables.v.enum[1]"),
        {
            "root": {
                "servers": [
                    {
                        "url": "/{version}",
                        "variables": {"version": {"default": "1", "enum": ["1", "2"]}},
                    }
                ]
            }
        },
    ),
    (
        "server var removed renamed",
        {
            "root": {
                "servers": [
                    {"url": "/{v}", "variables": {"v": {"default": "1", "enum": ["1", "2"]}}}
                ]
            }
        },
        remove("$.servers[0].variables.v"),
        {
            "root": {
                "servers": [
                    {
                        "url": "/{version}",
                        "variables": {"version": {"default": "1", "enum": ["1", "2"]}},
                    }
                ]
            }
        },
    ),
    (
        "server var default put",
        {"root": {"servers": [{"url": "/{v}", "variables": {"v": {"default": "v1"}}}]}},
        put("$.servers[0].variables.v.default", "v2"),
        {"root": {"servers": [{"url": "/v1"}]}},
    ),
    (
        "server url slash",
        {"root": {"servers": [{"url": "https://a.example/v1"}, {"url": "/b"}]}},
        remove("$.servers[?@.url=='https://a.example/v1']"),
        {"root": {"servers": [{"url": "https://a.example/v1/"}, {"url": "/b"}]}},
    ),
    (
        "server url case",
        {"root": {"servers": [{"url": "https://a.example/v1"}, {"url": "/b"}]}},
        remove("$.servers[?@.url=='https://a.example/v1']"),
        {"root": {"servers": [{"url": "https://A.example/v1"}, {"url": "/b"}]}},
    ),
    (
        "server url port",
        {"root": {"servers": [{"url": "https://a.example/v1"}, {"url": "/b"}]}},
        remove("$.servers[?@.url=='https://a.example/v1']"),
        {"root": {"servers": [{"url": "https://a.example:443/v1"}, {"url": "/b"}]}},
    ),
    (
        "server url var",
        {"root": {"servers": [{"url": "https://a.example/v1"}, {"url": "/b"}]}},
        remove("$.servers[?@.url=='https://a.example/v1']"),
        {
            "root": {
                "servers": [
                    {"url": "https://a.example/{v}", "variables": {"v": {"default": "v1"}}},
                    {"url": "/b"},
                ]
            }
        },
    ),
    (
        "server to path",
        {"root": {"servers": [{"url": "https://a.example/v1"}]}},
        remove("$.servers"),
        {"item": {"servers": [{"url": "https://a.example/v1"}]}},
    ),
    (
        "server url moved to operation",
        {"root": {"servers": [{"url": "/a"}, {"url": "/b"}]}},
        remove("$.servers[?@.url=='/a']"),
        {"root": {"servers": [{"url": "/b"}]}, "get": {"servers": [{"url": "/a"}]}},
    ),
    (
        "scope renamed",
        scoped({"read": "Read"}),
        remove("$.components.securitySchemes.A.flows.implicit.scopes.read"),
        scoped({"read:all": "Read"}),
    ),
    (
        "scope spelled",
        scoped({"read": "Read"}),
        remove("$.components.securitySchemes.A.flows.implicit.scopes.read"),
        scoped({"pets.view": "Read"}),
    ),
    (
        "scope other flow inner",
        scoped({"read": "Read"}),
        remove("$.components.securitySchemes.A.flows.implicit.scopes.read"),
        comp(
            "securitySchemes",
            A={
                "type": "oauth2",
                "flows": {
                    "authorizationCode": {
                        "authorizationUrl": "u",
                        "tokenUrl": "t",
                        "scopes": {"read": "Read"},
                    }
                },
            },
        ),
    ),
    (
        "scope in requirement renamed",
        {"get": {"security": [{"A": ["read", "write"]}]}},
        at(GET, remove(".security[0].A[?@=='read']")),
        {"get": {"security": [{"A": ["read:all", "write"]}]}},
    ),
    (
        "scope in requirement, to doc",
        {"get": {"security": [{"A": ["read"]}]}},
        at(GET, remove(".security[0].A[?@=='read']")),
        {"root": {"security": [{"A": ["read"]}]}},
    ),
    (
        "scope in requirement, scheme renamed",
        {
            "get": {"security": [{"A": ["read", "write"]}]},
            "components": {"securitySchemes": {"A": {"type": "oauth2", "flows": {}}}},
        },
        at(GET, remove(".security[0].A[?@=='read']")),
        {
            "get": {"security": [{"B": ["read", "write"]}]},
            "components": {"securitySchemes": {"B": {"type": "oauth2", "flows": {}}}},
        },
    ),
    (
        "requirement split",
        {"get": {"security": [{"A": [], "B": []}]}},
        at(GET, remove(".security[0].B")),
        {"get": {"security": [{"A": []}, {"B": []}]}},
    ),
    (
        "tag doc case",
        {"root": {"tags": [{"name": "pet", "description": "P"}]}},
        remove("$.tags[?@.name=='pet']"),
        {"root": {"tags": [{"name": "Pet", "description": "P"}]}},
    ),
    (
        "param query to header",
        ONE,
        parameter(remove(".schema.maxLength")),
        inside(**{"in": "header"}),
    ),
    (
        "param query to header put",
        ONE,
        parameter(put(".schema.maxLength", 20)),
        inside(**{"in": "header"}),
    ),
    ("param query to cookie", ONE, parameter(add(required=True)), inside(**{"in": "cookie"})),
    (
        "param query to header, renamed",
        ONE,
        parameter(remove(".schema.maxLength")),
        inside(**{"in": "header", "name": "X-Q"}),
    ),
    (
        "param query to header, of path",
        ONE,
        parameter(remove(".schema.maxLength")),
        {"item": {"parameters": [{**Q, "in": "header"}]}},
    ),
    (
        "param query to body",
        ONE,
        parameter(remove(".schema.maxLength")),
        {
            "get": {
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"type": "object", "properties": {"q": Q["schema"]}}
                        }
                    }
                }
            }
        },
    ),
    (
        "param removed, to body",
        ONE,
        parameter(remove("")),
        {
            "get": {
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {"type": "object", "properties": {"q": Q["schema"]}}
                        }
                    }
                }
            }
        },
    ),
    (
        "param to path placeholder",
        ONE,
        parameter(remove("")),
        inside(**{"in": "path", "required": True}),
    ),
    (
        "param schema to content",
        ONE,
        parameter(remove(".schema.maxLength")),
        {
            "get": {
                "parameters": [
                    {
                        "name": "q",
                        "in": "query",
                        "content": {"application/json": {"schema": Q["schema"]}},
                    }
                ]
            }
        },
    ),
    (
        "media type ranges",
        {"response": {"content": {"text/json": JSON}}},
        at(OK, remove(".content['text/json']")),
        {"response": {"content": {"text/*": {"schema": {"type": "array"}}}}},
    ),
    (
        "media type charset",
        {"response": {"content": {"text/json": {"schema": {"type": "object"}}}}},
        at(OK, remove(".content['text/json']")),
        {"response": {"content": {"text/json; charset=utf-8": {"schema": {"type": "array"}}}}},
    ),
    (
        "operation deprecated",
        {"get": {"deprecated": True}},
        at(GET, remove(".deprecated")),
        {"get": {"x-deprecated": True}},
    ),
]
"""The fault is still there, or may be."""

MENDED: Final[list[Row]] = [
    ("link", links(Make=LINK), at(L, remove(".Make")), {}),
    ("link, others", links(Make=LINK), at(L, remove(".Make")), links(List={"operationId": "list"})),
    (
        "link op",
        links(Make=LINK),
        at(L, put(".Make.operationId", "list")),
        links(Make={**LINK, "operationId": "list"}),
    ),
    (
        "link op by ref",
        links(Make=LINK),
        at(L, put(".Make.operationId", "list")),
        links(Make={**REFLINK, "operationRef": "#/paths/~1pets/get"}),
    ),
    (
        "link ref by op",
        links(Make=REFLINK),
        at(L, put(".Make.operationRef", "#/paths/~1pets/get")),
        links(Make={**LINK, "operationId": "list"}),
    ),
    (
        "link param",
        links(Make=LINK),
        at(L, remove(".Make.parameters.id")),
        links(Make={"operationId": "make"}),
    ),
    ("callback", cbs(done=CB), at(GET, remove(".callbacks.done")), {}),
    ("webhook", HOOKS, remove("$.webhooks.newPet"), {}),
    (
        "webhook, others",
        HOOKS,
        remove("$.webhooks.newPet"),
        {"root": {"webhooks": {"x": {"get": {"responses": {}}}}}},
    ),
    ("header comp", comp("headers", A=HEADC), remove("$.components.headers.A"), {}),
    (
        "example comp",
        comp("examples", A={"value": {"a": 1}}),
        remove("$.components.examples.A"),
        {},
    ),
    ("reqb comp", comp("requestBodies", A=BODY), remove("$.components.requestBodies.A"), {}),
    (
        "enc",
        {
            "post": {
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {"type": "object"},
                            "encoding": {"file": {"contentType": "image/png"}},
                        }
                    }
                }
            }
        },
        remove("$.paths['/pets'].post.requestBody.content['multipart/form-data'].encoding.file"),
        {
            "post": {
                "requestBody": {"content": {"multipart/form-data": {"schema": {"type": "object"}}}}
            }
        },
    ),
    (
        "mt example",
        {"response": {"content": {"a/b": JSON}}},
        at(OK, remove(".content['a/b'].example")),
        {"response": {"content": {"a/b": {"schema": {"type": "object"}}}}},
    ),
    (
        "mt example other",
        {"response": {"content": {"a/b": JSON}}},
        at(OK, remove(".content['a/b'].example")),
        {
            "response": {
                "content": {
                    "a/b": {"schema": {"type": "object"}, "examples": {"x": {"value": {"b": 2}}}}
                }
            }
        },
    ),
    (
        "server var",
        {
            "root": {
                "servers": [
                    {"url": "/{v}", "variables": {"v": {"default": "1", "enum": ["1", "2"]}}}
                ]
            }
        },
        remove("$.servers[0].variables.v.enum[1]"),
        {
            "root": {
                "servers": [{"url": "/{v}", "variables": {"v": {"default": "1", "enum": ["1"]}}}]
            }
        },
    ),
    (
        "server",
        {"root": {"servers": [{"url": "https://a.example/v1"}, {"url": "/b"}]}},
        remove("$.servers[?@.url=='https://a.example/v1']"),
        {"root": {"servers": [{"url": "/b"}]}},
    ),
    (
        "scope",
        comp(
            "securitySchemes",
            A={
                "type": "oauth2",
                "flows": {
                    "implicit": {"authorizationUrl": "u", "scopes": {"read": "Read", "w": "W"}}
                },
            },
        ),
        remove("$.components.securitySchemes.A.flows.implicit.scopes.read"),
        scoped({"w": "W"}),
    ),
    (
        "tag",
        {"root": {"tags": [{"name": "pet", "description": "P"}, {"name": "x"}]}},
        remove("$.tags[?@.name=='pet']"),
        {"root": {"tags": [{"name": "x"}]}},
    ),
    ("param", ONE, parameter(remove(".schema.maxLength")), inside(schema=TEXT)),
    (
        "response",
        {"responses": {"404": {"description": "no", "content": {"a/b": JSON}}}},
        at(GET, remove(".responses['404']")),
        {},
    ),
    ("method", {}, remove("$.paths['/pets'].post"), {"lonely": True}),
]
"""Upstream says what the step wanted."""
