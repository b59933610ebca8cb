"""One breach for each requirement of the standard that validation finds: a change of the good
document, and where the fault is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from tests.validate.standard.documents import VERSIONS, good

from specmend.document.tree.pointer import parse_pointer

DROP: Final = object()
"""In place of a value: the key goes."""

ALL: Final = "3.0 3.1 3.2"
OLD: Final = "3.0 3.1"
NEW: Final = "3.1 3.2"

_PET: Final = "/paths/~1pets~1{id}"
_GET: Final = f"{_PET}/get"
_ID: Final = f"{_PET}/parameters/0"
_LIMIT: Final = f"{_GET}/parameters/0"
_FILTER: Final = f"{_GET}/parameters/1"
_ANSWER: Final = f"{_GET}/responses/200"
_MEDIA: Final = f"{_ANSWER}/content/application~1json"
_LINK: Final = f"{_ANSWER}/links/again"
_FORM: Final = "/paths/~1photos/post/requestBody/content/multipart~1form-data"
_PLAIN: Final = "/paths/~1forms/put/requestBody/content/application~1x-www-form-urlencoded"
_SCHEMAS: Final = "/components/schemas"
_THING: Final = f"{_SCHEMAS}/Thing/properties"
_FLOWS: Final = "/components/securitySchemes/open/flows"
_CODE: Final = f"{_FLOWS}/authorizationCode"
_PARTS: Final = "/paths/~1parts/post/requestBody/content/multipart~1mixed"
_DEVICE: Final = "/components/securitySchemes/device/flows/deviceAuthorization"
_WORD: Final = "/components/requestBodies/Word/content/text~1plain/examples/one"
_SEARCH: Final = "/paths/~1search"
_TEXT: Final = {"type": "string"}
_NONE: Final = {"204": {"description": "none"}}
_NOTHING: Final = {"responses": _NONE}
_BAD_URI: Final = "https://exa mple.com"


class Breach(NamedTuple):
    """The row of the requirement, the versions, what is changed, and where the fault is."""

    row: str
    versions: str
    changes: dict[str, Any]
    at: str

    @property
    def name(self) -> str:
        """A name for a test."""
        return f"{self.row} at {self.at}"


BREACHES: Final = (
    # OpenAPI Object
    Breach("openapi", ALL, {"/openapi": DROP}, "/openapi"),
    Breach("openapi-version", ALL, {"/openapi": "four"}, "/openapi"),
    Breach("info", ALL, {"/info": DROP}, ""),
    Breach("paths", "3.0", {"/paths": DROP}, ""),
    Breach("any-content", NEW, {"/paths": DROP, "/webhooks": DROP, "/components": DROP,
                                "/security": DROP}, ""),
    Breach("dialect", NEW, {"/jsonSchemaDialect": _BAD_URI}, "/jsonSchemaDialect"),
    Breach("self", "3.2", {"/$self": "not a uri"}, "/$self"),
    Breach("tag-names", ALL, {"/tags/1": {"name": "pets"}}, "/tags/1"),
    # Info, Contact, License, External Documentation
    Breach("info-title", ALL, {"/info/title": DROP}, "/info"),
    Breach("info-version", ALL, {"/info/version": DROP}, "/info"),
    Breach("info-terms", ALL, {"/info/termsOfService": _BAD_URI}, "/info/termsOfService"),
    Breach("contact-url", ALL, {"/info/contact/url": _BAD_URI}, "/info/contact/url"),
    Breach("contact-email", ALL, {"/info/contact/email": "nobody"}, "/info/contact/email"),
    Breach("license-name", ALL, {"/info/license/name": DROP}, "/info/license"),
    Breach("license-url", ALL, {"/info/license/url": _BAD_URI}, "/info/license/url"),
    Breach("license-both", NEW, {"/info/license/identifier": "MIT"}, "/info/license"),
    Breach("docs-url", ALL, {"/externalDocs/url": DROP}, "/externalDocs"),
    Breach("docs-form", ALL, {"/externalDocs/url": _BAD_URI}, "/externalDocs/url"),
    Breach("docs-form", ALL, {f"{_GET}/externalDocs/url": _BAD_URI}, f"{_GET}/externalDocs/url"),
    Breach("docs-form", ALL, {f"{_SCHEMAS}/Cat/externalDocs": {"url": _BAD_URI}},
           f"{_SCHEMAS}/Cat/externalDocs/url"),
    # Server, Server Variable
    Breach("server-url", ALL, {"/servers/0/url": DROP}, "/servers/0"),
    Breach("server-query", "3.2", {"/servers/0/url": "https://{region}.example.com/?a=1"},
           "/servers/0/url"),
    Breach("server-query-old", OLD, {"/servers/0/url": "https://{region}.example.com/?a=1"},
           "/servers/0/url"),
    Breach("server-template", ALL, {"/servers/0/url": "https://{region}.example.com/{"},
           "/servers/0/url"),
    Breach("server-declared", ALL, {"/servers/0/url": "https://{region}.{other}.example.com"},
           "/servers/0/url"),
    Breach("server-names", "3.2", {"/servers/1": {"url": "/", "name": "live"}}, "/servers/1/name"),
    Breach("variable-twice", "3.2", {"/servers/0/url": "https://{region}.{region}.example.com"},
           "/servers/0/url"),
    Breach("variable-enum", NEW, {"/servers/0/variables/region/enum": []},
           "/servers/0/variables/region/enum"),
    Breach("variable-enum-30", "3.0", {"/servers/0/variables/region/enum": []},
           "/servers/0/variables/region/enum"),
    Breach("variable-default", ALL, {"/servers/0/variables/region/default": DROP},
           "/servers/0/variables/region"),
    Breach("variable-in-enum", NEW, {"/servers/0/variables/region/default": "asia"},
           "/servers/0/variables/region/default"),
    Breach("variable-in-enum-30", "3.0", {"/servers/0/variables/region/default": "asia"},
           "/servers/0/variables/region/default"),
    # Components, Paths, Path Item
    Breach("component-names", ALL, {f"{_SCHEMAS}/Ä": _TEXT}, f"{_SCHEMAS}/Ä"),
    Breach("path-slash", ALL, {"/paths/pets": {}}, "/paths/pets"),
    Breach("path-twice", ALL, {"/paths/~1pets~1{name}": {}}, "/paths/~1pets~1{name}"),
    Breach("template-declared", ALL, {f"{_PET}/parameters": DROP}, _GET),
    Breach("template-twice", "3.2", {"/paths/~1a~1{a}~1{a}": {}}, "/paths/~1a~1{a}~1{a}"),
    Breach("template-form", ALL, {"/paths/~1a~1{a": {}}, "/paths/~1a~1{a"),
    Breach("path-signs", "3.2", {"/paths/~1a b": {}}, "/paths/~1a b"),
    Breach("path-signs", "3.2", {"/paths/~1a~1~1b": {}}, "/paths/~1a~1~1b"),
    Breach("path-query", ALL, {"/paths/~1a?b=c": {}}, "/paths/~1a?b=c"),
    Breach("item-reference", ALL, {"/paths/~1x": {"$ref": f"#{_SCHEMAS}/Cat"}}, "/paths/~1x/$ref"),
    Breach("item-reference", ALL, {"/paths/~1x": {"$ref": "a b"}}, "/paths/~1x/$ref"),
    Breach("item-parameters", ALL, {f"{_PET}/parameters/1": {"name": "id", "in": "path",
           "required": True, "schema": _TEXT}}, f"{_PET}/parameters/1"),
    Breach("more-methods", "3.2", {f"{_SEARCH}/additionalOperations/POST": _NOTHING},
           f"{_SEARCH}/additionalOperations/POST"),
    Breach("more-methods", "3.2", {f"{_SEARCH}/additionalOperations/post": _NOTHING},
           f"{_SEARCH}/additionalOperations/post"),
    Breach("method-names", "3.2", {f"{_SEARCH}/additionalOperations/A B": _NOTHING},
           f"{_SEARCH}/additionalOperations/A B"),
    Breach("link-names", ALL, {f"{_ANSWER}/links/a b": {"operationId": "getPet"}},
           f"{_ANSWER}/links/a b"),
    Breach("example-uri", ALL, {"/components/examples/Far/externalValue": "a b"},
           "/components/examples/Far/externalValue"),
    Breach("schema-uris", NEW, {f"{_SCHEMAS}/Cat/$id": "a b"}, f"{_SCHEMAS}/Cat/$id"),
    Breach("schema-uris", NEW, {f"{_SCHEMAS}/Cat/$schema": "a b"}, f"{_SCHEMAS}/Cat/$schema"),
    Breach("scheme-url-form", ALL, {"/components/securitySchemes/oidc/openIdConnectUrl": "a b"},
           "/components/securitySchemes/oidc/openIdConnectUrl"),
    # Operation
    Breach("operation-ids", ALL, {"/paths/~1photos/post/operationId": "getPet"},
           "/paths/~1photos/post/operationId"),
    Breach("operation-parameters", ALL, {f"{_GET}/parameters/3": {"name": "limit", "in": "query",
           "schema": _TEXT}}, f"{_GET}/parameters/3"),
    Breach("body-ignored", "3.0", {f"{_GET}/requestBody": {"content": {"text/plain": {}}}},
           f"{_GET}/requestBody"),
    Breach("body-avoided", NEW, {f"{_GET}/requestBody": {"content": {"text/plain": {}}}},
           f"{_GET}/requestBody"),
    Breach("operation-responses", "3.0", {f"{_GET}/responses": DROP}, _GET),
    # Parameter
    Breach("schema-or-content", ALL, {f"{_LIMIT}/schema": DROP}, _LIMIT),
    Breach("schema-or-content", ALL, {f"{_FILTER}/schema": _TEXT}, _FILTER),
    Breach("parameter-name", ALL, {f"{_LIMIT}/name": DROP}, _LIMIT),
    Breach("parameter-in", ALL, {f"{_LIMIT}/in": DROP}, _LIMIT),
    Breach("parameter-in", ALL, {f"{_LIMIT}/in": "body"}, f"{_LIMIT}/in"),
    Breach("path-parameter", ALL, {f"{_PET}/parameters/1": {"name": "other", "in": "path",
           "required": True, "schema": _TEXT}}, f"{_PET}/parameters/1"),
    Breach("header-parameter", ALL, {"/components/parameters/Trace/name": "accept"},
           "/components/parameters/Trace"),
    Breach("header-parameter", ALL, {"/components/parameters/Trace/name": "Content-Type"},
           "/components/parameters/Trace"),
    Breach("path-required", ALL, {f"{_ID}/required": DROP}, _ID),
    Breach("path-required", ALL, {f"{_ID}/required": False}, f"{_ID}/required"),
    Breach("empty-value", ALL, {f"{_ID}/allowEmptyValue": True}, f"{_ID}/allowEmptyValue"),
    Breach("parameter-examples", ALL, {f"{_LIMIT}/examples": {"a": {"value": 1}}}, _LIMIT),
    Breach("one-content", ALL, {f"{_FILTER}/content/text~1plain": {}}, f"{_FILTER}/content"),
    Breach("style-in", ALL, {f"{_ID}/style": "form"}, f"{_ID}/style"),
    Breach("style-in", ALL, {f"{_LIMIT}/style": "matrix"}, f"{_LIMIT}/style"),
    Breach("reserved-in", OLD, {f"{_ID}/allowReserved": True}, f"{_ID}/allowReserved"),
    Breach("query-beside", "3.2", {f"{_SEARCH}/query/parameters/1": {"name": "a", "in": "query",
           "schema": _TEXT}}, f"{_SEARCH}/query/parameters/1"),
    Breach("query-beside", "3.2", {f"{_SEARCH}/parameters": [{"name": "a", "in": "query",
           "schema": _TEXT}]}, f"{_SEARCH}/parameters/0"),
    Breach("querystring", "3.2", {f"{_SEARCH}/query/parameters/1": {"name": "r",
           "in": "querystring", "content": {"text/plain": {}}}}, f"{_SEARCH}/query/parameters/1"),
    Breach("querystring-schema", "3.2", {f"{_SEARCH}/query/parameters/0": {"name": "r",
           "in": "querystring", "schema": _TEXT}}, f"{_SEARCH}/query/parameters/0"),
    Breach("querystring-schema", "3.2", {f"{_SEARCH}/query/parameters/0/style": "form"},
           f"{_SEARCH}/query/parameters/0"),
    # Request Body, Media Type, Encoding
    Breach("body-content", ALL, {"/components/requestBodies/Pet/content": DROP},
           "/components/requestBodies/Pet"),
    Breach("media-types", ALL, {f"{_ANSWER}/content/json": {}}, f"{_ANSWER}/content/json"),
    Breach("media-examples", ALL, {f"{_MEDIA}/example": {}}, _MEDIA),
    Breach("encoding-property", ALL, {f"{_FORM}/encoding/other": {}}, f"{_FORM}/encoding/other"),
    Breach("encoding-media", ALL, {f"{_ANSWER}/content/text~1plain": {"encoding": {"a": {}}}},
           f"{_ANSWER}/content/text~1plain/encoding"),
    Breach("encoding-answer", OLD, {f"{_ANSWER}/content/multipart~1mixed": {"schema":
           {"properties": {"a": _TEXT}}, "encoding": {"a": {}}}},
           f"{_ANSWER}/content/multipart~1mixed/encoding"),
    Breach("multipart-schema", OLD, {f"{_FORM}/schema": DROP, f"{_FORM}/encoding": DROP}, _FORM),
    Breach("encoding-both", "3.2", {f"{_PARTS}/encoding": {}}, f"{_PARTS}/prefixEncoding"),
    Breach("prefix-media", "3.2", {f"{_MEDIA}/prefixEncoding": [{}]}, f"{_MEDIA}/prefixEncoding"),
    Breach("item-media", "3.2", {f"{_MEDIA}/itemEncoding": {}}, f"{_MEDIA}/itemEncoding"),
    Breach("prefix-schema", "3.2", {f"{_PARTS}/itemSchema": DROP}, _PARTS),
    Breach("encoding-header", ALL, {f"{_FORM}/encoding/photo/headers/Content-Type":
           {"schema": _TEXT}}, f"{_FORM}/encoding/photo/headers/Content-Type"),
    Breach("encoding-headers", ALL, {f"{_PLAIN}/encoding/note/headers":
           {"X-A": {"schema": _TEXT}}}, f"{_PLAIN}/encoding/note/headers"),
    Breach("encoding-style", "3.0", {f"{_FORM}/encoding/note": {"style": "form"}},
           f"{_FORM}/encoding/note/style"),
    Breach("encoding-explode", "3.0", {f"{_FORM}/encoding/note": {"explode": True}},
           f"{_FORM}/encoding/note/explode"),
    Breach("encoding-reserved", "3.0", {f"{_FORM}/encoding/note": {"allowReserved": True}},
           f"{_FORM}/encoding/note/allowReserved"),
    Breach("encoding-styles", NEW, {"/paths/~1photos/post/requestBody/content": {"multipart/mixed":
           {"schema": {"properties": {"a": _TEXT}}, "encoding": {"a": {"style": "form"}}}}},
           "/paths/~1photos/post/requestBody/content/multipart~1mixed/encoding/a/style"),
    Breach("encoding-type", NEW, {f"{_PLAIN}/encoding/note/contentType": "text/plain"},
           f"{_PLAIN}/encoding/note/contentType"),
    # Responses, Response, Callback, Example
    Breach("any-response", ALL, {f"{_GET}/responses": {}}, f"{_GET}/responses"),
    Breach("status-form", ALL, {f"{_GET}/responses/2000": {"description": "d"}},
           f"{_GET}/responses/2000"),
    Breach("response-description", OLD, {f"{_ANSWER}/description": DROP}, _ANSWER),
    Breach("response-header", ALL, {f"{_ANSWER}/headers/content-type": {"schema": _TEXT}},
           f"{_ANSWER}/headers/content-type"),
    Breach("callback-expression", ALL, {"/paths/~1photos/post/callbacks/done/{$request.nothing}":
           {}}, "/paths/~1photos/post/callbacks/done/{$request.nothing}"),
    Breach("example-value", ALL, {"/components/examples/Far/value": 1}, "/components/examples/Far"),
    Breach("example-data", "3.2", {f"{_WORD}/dataValue": 5}, f"{_WORD}/dataValue"),
    Breach("example-fits", ALL, {f"{_LIMIT}/example": [1]}, f"{_LIMIT}/example"),
    Breach("example-fits", ALL, {f"{_MEDIA}/examples/one/value": {}},
           f"{_MEDIA}/examples/one/value"),
    Breach("example-data-value", "3.2", {f"{_WORD}/value": "a"}, _WORD),
    Breach("example-serialized", "3.2", {f"{_WORD}/externalValue": "a"}, _WORD),
    Breach("example-external", "3.2", {"/components/examples/Far/serializedValue": "a"},
           "/components/examples/Far"),
    # Link
    Breach("link-reference", ALL, {f"{_ANSWER}/links/other/operationRef": "#/info"},
           f"{_ANSWER}/links/other/operationRef"),
    Breach("link-target", ALL, {f"{_LINK}/operationId": DROP}, _LINK),
    Breach("link-target", ALL, {f"{_LINK}/operationRef": "#/paths/~1photos/post"}, _LINK),
    Breach("link-id", ALL, {f"{_LINK}/operationId": "nothing"}, f"{_LINK}/operationId"),
    Breach("link-declared", ALL, {f"{_LINK}/parameters/id": "$request.query.other"},
           f"{_LINK}/parameters/id"),
    Breach("link-declared", ALL, {"/paths/~1photos/post/callbacks/done/{$request.query.other}": {}},
           "/paths/~1photos/post/callbacks/done/{$request.query.other}"),
    Breach("link-parameter", ALL, {f"{_LINK}/parameters/other": 1}, f"{_LINK}/parameters/other"),
    Breach("link-expression", ALL, {f"{_LINK}/parameters/id": "$answer.body"},
           f"{_LINK}/parameters/id"),
    # Header
    Breach("header-name", ALL, {"/components/headers/Rate/name": "X-Rate"},
           "/components/headers/Rate/name"),
    Breach("header-in", ALL, {"/components/headers/Rate/in": "header"},
           "/components/headers/Rate/in"),
    Breach("header-traits", ALL, {"/components/headers/Rate/allowEmptyValue": True},
           "/components/headers/Rate/allowEmptyValue"),
    Breach("header-traits", OLD, {"/components/headers/Rate/allowReserved": True},
           "/components/headers/Rate/allowReserved"),
    Breach("header-style", ALL, {"/components/headers/Rate/style": "form"},
           "/components/headers/Rate/style"),
    Breach("header-examples", ALL, {"/components/headers/Rate/example": 1,
           "/components/headers/Rate/examples": {}}, "/components/headers/Rate"),
    Breach("header-content", ALL, {"/components/headers/Rate": {"content": {"a/b": {}, "a/c": {}}}},
           "/components/headers/Rate/content"),
    # Tag, Reference
    Breach("tag-name", ALL, {"/tags/0/name": DROP}, "/tags/0"),
    Breach("tag-parent", "3.2", {"/tags/1/parent": "dogs"}, "/tags/1/parent"),
    Breach("tag-parent", "3.2", {"/tags/0/parent": "cats"}, "/tags/0/parent"),
    Breach("reference-form", NEW, {f"{_ANSWER}/links/far": {"$ref": "a b"}},
           f"{_ANSWER}/links/far/$ref"),
    Breach("reference-target", ALL, {f"{_ANSWER}/links/far": {"$ref": "#/components/links/no"}},
           f"{_ANSWER}/links/far/$ref"),
    Breach("reference-kind", ALL, {f"{_ANSWER}/links/far": {"$ref": f"#{_SCHEMAS}/Cat"}},
           f"{_ANSWER}/links/far/$ref"),
    Breach("reference-beside", ALL, {f"{_GET}/parameters/2/required": True},
           f"{_GET}/parameters/2/required"),
    Breach("reference-beside", "3.0", {f"{_MEDIA}/schema/nullable": True},
           f"{_MEDIA}/schema/nullable"),
    # Schema
    Breach("type-string", "3.0", {f"{_SCHEMAS}/Cat/type": ["object"]}, f"{_SCHEMAS}/Cat/type"),
    Breach("composed-schemas", "3.0", {f"{_SCHEMAS}/Cat/allOf": [{"const": 1}]},
           f"{_SCHEMAS}/Cat/allOf/0/const"),
    Breach("composed-schemas", "3.0", {f"{_SCHEMAS}/Cat/not": True}, f"{_SCHEMAS}/Cat/not"),
    Breach("items-object", "3.0", {f"{_THING}/names/items": [_TEXT]}, f"{_THING}/names/items"),
    Breach("items-present", "3.0", {f"{_THING}/names/items": DROP}, f"{_THING}/names"),
    Breach("property-schemas", "3.0", {f"{_THING}/names": []}, f"{_THING}/names"),
    Breach("additional-schemas", "3.0", {f"{_SCHEMAS}/Cat/additionalProperties": "no"},
           f"{_SCHEMAS}/Cat/additionalProperties"),
    Breach("default-type", "3.0", {f"{_THING}/secret/default": 5}, f"{_THING}/secret/default"),
    Breach("default-fits", NEW, {f"{_THING}/secret/default": 5}, f"{_THING}/secret/default"),
    Breach("read-and-write", "3.0", {f"{_THING}/id/writeOnly": True}, f"{_THING}/id"),
    Breach("composed-some", ALL, {f"{_SCHEMAS}/Cat/allOf": []}, f"{_SCHEMAS}/Cat/allOf"),
    Breach("enum-values", ALL, {f"{_SCHEMAS}/Cat/properties/kind/enum": ["Cat", "Cat"]},
           f"{_SCHEMAS}/Cat/properties/kind/enum"),
    Breach("enum-values", ALL, {f"{_SCHEMAS}/Cat/properties/kind/enum": []},
           f"{_SCHEMAS}/Cat/properties/kind/enum"),
    Breach("patterns", ALL, {f"{_THING}/id/pattern": "("}, f"{_THING}/id/pattern"),
    Breach("keywords", NEW, {f"{_THING}/id/minLength": "1"}, f"{_THING}/id/minLength"),
    Breach("dialect-known", NEW, {f"{_SCHEMAS}/Cat/$schema": 5}, f"{_SCHEMAS}/Cat/$schema"),
    # Discriminator
    Breach("discriminator-name", ALL, {f"{_SCHEMAS}/Pet/discriminator/propertyName": DROP},
           f"{_SCHEMAS}/Pet/discriminator"),
    Breach("discriminator-required", OLD, {f"{_SCHEMAS}/Cat/required": DROP},
           f"{_SCHEMAS}/Pet/discriminator/propertyName"),
    Breach("discriminator-default", "3.2", {f"{_SCHEMAS}/Cat/required": DROP},
           f"{_SCHEMAS}/Pet/discriminator"),
    Breach("discriminator-use", ALL, {f"{_SCHEMAS}/Thing/discriminator": {"propertyName": "id"}},
           f"{_SCHEMAS}/Thing/discriminator"),
    Breach("discriminator-listed", ALL, {f"{_SCHEMAS}/Pet/discriminator/mapping/t": "Thing"},
           f"{_SCHEMAS}/Pet/discriminator/mapping/t"),
    Breach("mapping-target", ALL, {f"{_SCHEMAS}/Pet/discriminator/mapping/t": "Nothing"},
           f"{_SCHEMAS}/Pet/discriminator/mapping/t"),
    Breach("mapping-text", ALL, {f"{_SCHEMAS}/Pet/discriminator/mapping/Cat": 5},
           f"{_SCHEMAS}/Pet/discriminator/mapping/Cat"),
    # XML
    Breach("xml-namespace", ALL, {f"{_THING}/id/xml/namespace": "ns"},
           f"{_THING}/id/xml/namespace"),
    Breach("xml-wrapped", OLD, {f"{_THING}/id/xml/wrapped": True}, f"{_THING}/id/xml/wrapped"),
    Breach("xml-attribute", "3.2", {f"{_SCHEMAS}/Word/xml/attribute": True},
           f"{_SCHEMAS}/Word/xml"),
    Breach("xml-node-wrapped", "3.2", {f"{_THING}/names/xml/nodeType": "element"},
           f"{_THING}/names/xml"),
    Breach("xml-node", "3.2", {f"{_SCHEMAS}/Word/xml/nodeType": "leaf"},
           f"{_SCHEMAS}/Word/xml/nodeType"),
    Breach("xml-name", "3.2", {f"{_MEDIA}": DROP, f"{_ANSWER}/content/application~1xml":
           {"schema": {"type": "object"}}}, f"{_ANSWER}/content/application~1xml/schema"),
    # Security
    Breach("scheme-type", ALL, {"/components/securitySchemes/key/type": DROP},
           "/components/securitySchemes/key"),
    Breach("scheme-type", ALL, {"/components/securitySchemes/key/type": "secret"},
           "/components/securitySchemes/key/type"),
    Breach("scheme-name", ALL, {"/components/securitySchemes/key/name": DROP},
           "/components/securitySchemes/key"),
    Breach("scheme-in", ALL, {"/components/securitySchemes/key/in": DROP},
           "/components/securitySchemes/key"),
    Breach("scheme-http", ALL, {"/components/securitySchemes/basic/scheme": DROP},
           "/components/securitySchemes/basic"),
    Breach("scheme-flows", ALL, {"/components/securitySchemes/open/flows": DROP},
           "/components/securitySchemes/open"),
    Breach("scheme-url", ALL, {"/components/securitySchemes/oidc/openIdConnectUrl": DROP},
           "/components/securitySchemes/oidc"),
    Breach("scheme-registered", ALL, {"/components/securitySchemes/basic/scheme": "basik"},
           "/components/securitySchemes/basic/scheme"),
    Breach("flow-authorization", ALL, {f"{_FLOWS}/implicit/authorizationUrl": DROP},
           f"{_FLOWS}/implicit"),
    Breach("flow-authorization-form", ALL, {f"{_FLOWS}/implicit/authorizationUrl": _BAD_URI},
           f"{_FLOWS}/implicit/authorizationUrl"),
    Breach("flow-token", ALL, {f"{_CODE}/tokenUrl": DROP}, _CODE),
    Breach("flow-token-form", ALL, {f"{_CODE}/tokenUrl": _BAD_URI}, f"{_CODE}/tokenUrl"),
    Breach("flow-refresh", ALL, {f"{_CODE}/refreshUrl": _BAD_URI}, f"{_CODE}/refreshUrl"),
    Breach("flow-scopes", ALL, {f"{_CODE}/scopes": DROP}, _CODE),
    Breach("flow-device", "3.2", {f"{_DEVICE}/deviceAuthorizationUrl": DROP}, _DEVICE),
    Breach("flow-device-form", "3.2", {f"{_DEVICE}/deviceAuthorizationUrl": _BAD_URI},
           f"{_DEVICE}/deviceAuthorizationUrl"),
    Breach("requirement-name", ALL, {"/security/0/other": []}, "/security/0/other"),
    Breach("requirement-scopes", "3.0", {"/security/0/key": ["read"]}, "/security/0/key"),
    # Extensions
    Breach("extension-names", ALL, {f"{_GET}/extra": 1}, f"{_GET}/extra"),
)  # fmt: skip


def broken(breach: Breach, version: str) -> Any:
    """The good document of a version with the change of a breach."""
    return changed(good(version), breach.changes)


def changed(tree: Any, changes: Mapping[str, Any]) -> Any:
    """A document with other values at some pointers."""
    tree = json.loads(json.dumps(tree))
    for pointer, value in changes.items():
        *above, last = parse_pointer(pointer)
        holder = tree
        for token in above:
            if isinstance(holder, dict) and token not in holder:
                holder[token] = {}
            holder = holder[int(token)] if isinstance(holder, list) else holder[token]
        _change(holder, last, value)
    return tree


def _change(holder: Any, last: Any, value: Any) -> None:
    if isinstance(holder, list):
        holder[int(last) : int(last) + 1] = [value]
    elif value is DROP:
        holder.pop(last, None)
    else:
        holder[last] = value


def versions_of(breach: Breach) -> list[str]:
    """The versions of the standard that a breach is one of."""
    return [version for version in VERSIONS if version[:3] in breach.versions.split()]
