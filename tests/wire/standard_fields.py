"""The fields of the standard's objects, out of its own JSON Schemas: the list is not ours."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final

from jsonschema_specifications import REGISTRY  # type: ignore[import-untyped]

VERSIONS: Final = ("3.0", "3.1", "3.2")

_DEFINITIONS: Final[Mapping[str, tuple[tuple[str, ...], str]]] = {
    "parameter": (("Parameter",), "parameter"),
    "header": (("Header",), "header"),
    "media type": (("MediaType",), "media-type"),
    "encoding": (("Encoding",), "encoding"),
    "request body": (("RequestBody",), "request-body"),
    "response": (("Response",), "response"),
    "security scheme": (
        (
            "APIKeySecurityScheme",
            "HTTPSecurityScheme",
            "OAuth2SecurityScheme",
            "OpenIdConnectSecurityScheme",
        ),
        "security-scheme",
    ),
    "flows": (("OAuthFlows",), "oauth-flows"),
    "flow": (
        (
            "ImplicitOAuthFlow",
            "PasswordOAuthFlow",
            "ClientCredentialsFlow",
            "AuthorizationCodeOAuthFlow",
        ),
        "oauth-flows",
    ),
    "server": (("Server",), "server"),
    "server variable": (("ServerVariable",), "server-variable"),
}
"""Kinds of objects, and what the schemas of 3.0 and of later versions call them."""

KINDS: Final = (*_DEFINITIONS, "discriminator", "schema")

_VOCABULARIES: Final = (
    "core",
    "applicator",
    "unevaluated",
    "validation",
    "meta-data",
    "format-annotation",
    "content",
)
_OWN: Final = {
    "3.1": "schemas/oas3.1/vocabularies/base",
    "3.2": "schemas/oas3.2/meta/2025-09-17.json",
}
_BELOW: Final = ("allOf", "oneOf", "anyOf", "if", "then", "else", "dependentSchemas")


@cache
def fields(kind: str, version: str) -> frozenset[str]:
    """The names of the fields that an object of a kind has in a version of OpenAPI."""
    if kind in ("schema", "discriminator") and version != "3.0":
        return frozenset(_of_schemas(kind, version))
    schema = _standard(version)
    if version == "3.0":
        olds = _DEFINITIONS[kind][0] if kind in _DEFINITIONS else (kind.capitalize(),)
        held = schema["definitions"]
        return frozenset(name for old in olds for name in _named(schema, held[old]))
    whole = schema["$defs"][_DEFINITIONS[kind][1]]
    if kind == "flow":
        flows = whole["$defs"].values()
        return frozenset(name for flow in flows for name in _named(schema, flow))
    return frozenset(_named(schema, whole))


def _named(schema: Any, node: Any) -> Iterator[str]:
    """The properties that a definition names, those of what it refers to or may apply included."""
    if isinstance(node, list):
        for member in node:
            yield from _named(schema, member)
        return
    if not isinstance(node, Mapping):
        return
    yield from node.get("properties", ())
    name = node.get("$ref", "").removeprefix("#/$defs/")
    if name in schema.get("$defs", ()):
        yield from _named(schema, schema["$defs"][name])
    for key in _BELOW:
        held = node.get(key)
        branches = held.values() if key == "dependentSchemas" and held else [held]
        for branch in branches:
            yield from _named(schema, branch)
    # What stands under the name of a flow belongs to the flow.
    inner = {} if "implicit" in node.get("properties", ()) else node.get("$defs", {})
    yield from _named(schema, [*inner.values()])


def _of_schemas(kind: str, version: str) -> Iterator[str]:
    """The keywords of JSON Schema 2020-12 and of OpenAPI's own vocabulary."""
    own = _read("openapi_schema_validator", _OWN[version])
    if kind == "discriminator":
        yield from own["$defs"]["discriminator"]["properties"]
        return
    yield from own["properties"]
    for vocabulary in _VOCABULARIES:
        uri = f"https://json-schema.org/draft/2020-12/meta/{vocabulary}"
        yield from REGISTRY.contents(uri)["properties"]


def _standard(version: str) -> Any:
    return _read("openapi_spec_validator", f"resources/schemas/v{version}/schema.json")


@cache
def _read(package: str, place: str) -> Any:
    return json.loads(files(package).joinpath(place).read_text("utf-8"))
