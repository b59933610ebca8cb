"""What each object of OpenAPI holds, and what stands at each place of a document."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal, NamedTuple

from specmend.document.openapi.keywords import KEYWORDS, Holds
from specmend.document.openapi.operations import METHODS, MORE_METHODS
from specmend.document.tree.pointer import Address

Shape = Literal["one", "list", "map", "patterned"]
"""One object, a list, a map by free names, or a map in which names with `x-` are extensions."""


class Spot(NamedTuple):
    """What stands at a place of a document: objects of one kind, in one shape.

    The kinds are those of the standard in small letters: `path item`, `media type`, `schema`, …
    Besides these there is `data`, in which nothing refers to anything, and `unknown`.
    """

    shape: Shape
    kind: str

    @property
    def has_names(self) -> bool:
        """Whether the keys here are names that somebody chose, and not fields or keywords."""
        return self.shape in ("map", "patterned") or self.kind in OF_NAMES

    @property
    def may_have_extensions(self) -> bool:
        """Whether a key with `x-` here is an extension, and not a name or data."""
        if self.shape == "one":
            return self.kind not in ("data", "security requirement", "schema name")
        return self.shape == "patterned"

    @property
    def may_refer(self) -> bool:
        """Whether a `$ref` here is a reference."""
        return self.shape == "one" and self.kind not in _WITHOUT_REFERENCES


NAMING: Final = (
    ("name", "in"),
    ("name",),
    ("operationId",),
    ("$ref",),
    ("url",),
    ("id",),
    ("title",),
)
"""Fields that tell the members of a list apart, the surest first."""

DATA: Final = Spot("one", "data")
UNKNOWN: Final = Spot("one", "unknown")
DOCUMENT: Final = Spot("one", "document")

_ONE_SCHEMA: Final = Spot("one", "schema")
_CONTENT: Final = {"content": Spot("map", "media type")}
_EXAMPLES: Final = {"example": DATA, "examples": Spot("map", "example")}
_HEADERS: Final = {"headers": Spot("map", "header")}
_SERVERS: Final = {"servers": Spot("list", "server")}
_PARAMETERS: Final = {"parameters": Spot("list", "parameter")}
_SECURITY: Final = {"security": Spot("list", "security requirement")}
_ENCODINGS: Final = {
    "encoding": Spot("map", "encoding"),
    "prefixEncoding": Spot("list", "encoding"),
    "itemEncoding": Spot("one", "encoding"),
}
_FLOWS: Final = (
    "implicit",
    "password",
    "clientCredentials",
    "authorizationCode",
    "deviceAuthorization",
)
_SPOTS: Final[Mapping[Holds, Spot]] = {
    "schema": _ONE_SCHEMA,
    "list": Spot("list", "schema"),
    "map": Spot("map", "schema"),
    "data": DATA,
}

PARTS: Final[Mapping[str, Mapping[str, Spot]]] = {
    "document": {
        **_SERVERS,
        "paths": Spot("patterned", "path item"),
        "webhooks": Spot("map", "path item"),
        "components": Spot("one", "components"),
        **_SECURITY,
        "tags": Spot("list", "tag"),
    },
    "components": {
        "schemas": Spot("map", "schema"),
        "responses": Spot("map", "response"),
        "parameters": Spot("map", "parameter"),
        "examples": Spot("map", "example"),
        "requestBodies": Spot("map", "request body"),
        **_HEADERS,
        "securitySchemes": Spot("map", "security scheme"),
        "links": Spot("map", "link"),
        "callbacks": Spot("map", "callback"),
        "pathItems": Spot("map", "path item"),
        "mediaTypes": Spot("map", "media type"),
    },
    "path item": {
        **dict.fromkeys(METHODS, Spot("one", "operation")),
        MORE_METHODS: Spot("map", "operation"),
        **_PARAMETERS,
        **_SERVERS,
    },
    "operation": {
        **_PARAMETERS,
        "requestBody": Spot("one", "request body"),
        "responses": Spot("patterned", "response"),
        "callbacks": Spot("map", "callback"),
        **_SECURITY,
        **_SERVERS,
    },
    "parameter": {"schema": _ONE_SCHEMA, **_CONTENT, **_EXAMPLES},
    "header": {"schema": _ONE_SCHEMA, **_CONTENT, **_EXAMPLES},
    "request body": _CONTENT,
    "response": {**_HEADERS, **_CONTENT, "links": Spot("map", "link")},
    "media type": {
        "schema": _ONE_SCHEMA,
        "itemSchema": _ONE_SCHEMA,
        **_ENCODINGS,
        **_EXAMPLES,
    },
    "encoding": {**_HEADERS, **_ENCODINGS},
    "link": {"parameters": DATA, "requestBody": DATA, "server": Spot("one", "server")},
    "example": {"value": DATA, "dataValue": DATA},
    "server": {"variables": Spot("map", "server variable")},
    "server variable": {"default": DATA, "enum": DATA},
    "security scheme": {"flows": Spot("one", "flows")},
    "flows": dict.fromkeys(_FLOWS, Spot("one", "flow")),
    "flow": {"scopes": Spot("map", "data")},
    "schema": {
        **{key: _SPOTS[holds] for key, holds in KEYWORDS.items() if holds in _SPOTS},
        "discriminator": Spot("one", "discriminator"),
        "xml": Spot("one", "xml"),
    },
    "discriminator": {
        "mapping": Spot("map", "schema name"),
        "defaultMapping": Spot("one", "schema name"),
    },
}
"""What the objects of OpenAPI 3.0.3 section 4.7, 3.1 and 3.2 section 4 hold, version by version the
same or more: 3.2 has `query`, `additionalOperations`, `mediaTypes`, `itemSchema`, the encodings of
sequences, `dataValue`, `deviceAuthorization` and `defaultMapping`."""

OF_NAMES: Final[Mapping[str, Spot]] = {
    "callback": Spot("patterned", "path item"),
    "security requirement": Spot("map", "data"),
}
"""Objects whose fields are all names: those of a callback are expressions."""

_WITHOUT_REFERENCES: Final = ("data", "security requirement", "schema name")

_WITHOUT_EXTENSIONS: Final = ("header", "data", "schema name")
"""What maps hold in which a name may begin with `x-`, whatever its value is."""

_ANYWHERE: Final[Mapping[str, Spot]] = {
    **{
        key: spot
        for kind, parts in PARTS.items()
        if kind not in ("discriminator", "link", "flow", "flows", "server variable")
        for key, spot in parts.items()
    },
    "parameters": Spot("map", "parameter"),
    "requestBody": Spot("one", "request body"),
    "examples": Spot("map", "example"),
}
"""What a key most likely holds where it is not known in which object it stands."""


@cache
def _one(kind: str) -> Spot:
    return Spot("one", kind)


def spot_below(spot: Spot, token: str | int) -> Spot:
    """What stands under a key, or under an index, of what stands at a spot."""
    shape, kind = spot
    if kind == "data":
        return DATA
    if isinstance(token, int):
        # A list of examples, unlike a map of them, is the data of a schema.
        return DATA if kind == "example" and shape == "map" else _one(kind)
    if kind in OF_NAMES and shape == "one":
        shape, kind = OF_NAMES[kind]
    if shape in ("map", "list"):
        return _one(kind)
    if token.startswith("x-"):
        return DATA
    if shape == "patterned":
        return _one(kind)
    return (_ANYWHERE if kind == "unknown" else PARTS.get(kind, {})).get(token, UNKNOWN)


def is_stray_extension(spot: Spot, key: str, value: object) -> bool:
    """Whether a key with `x-` stands for an extension where OpenAPI has names alone.

    People write such ones beside the names of components, callbacks or media types. One that holds
    an object is a name as any other; and what stands under `properties` or `headers` always is.
    """
    is_table = spot.shape == "map" and spot.kind not in _WITHOUT_EXTENSIONS
    return is_table and key.startswith("x-") and not isinstance(value, dict)


@lru_cache(maxsize=10_000)
def spot_at(address: Address) -> Spot:
    """What stands at an address of a document, by its keys alone."""
    spot = DOCUMENT
    for token in address:
        spot = spot_below(spot, token)
    return spot
