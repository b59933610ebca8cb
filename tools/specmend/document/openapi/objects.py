"""The objects of an OpenAPI document by their kind: what each holds, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from specmend.document.openapi.keywords import KEYWORDS, Holds
from specmend.document.openapi.operations import METHODS, MORE_METHODS
from specmend.document.tree.pointer import Address
from specmend.document.tree.values import Draft, Tree, get

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
        return self.shape in ("map", "patterned") or self.kind in _OF_NAMES

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

_PARTS: Final[Mapping[str, Mapping[str, Spot]]] = {
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

_OF_NAMES: Final[Mapping[str, Spot]] = {
    "callback": Spot("patterned", "path item"),
    "security requirement": Spot("map", "data"),
}
"""Objects whose fields are all names: those of a callback are expressions."""

_WITHOUT_REFERENCES: Final = ("data", "security requirement", "schema name")

_ANYWHERE: Final[Mapping[str, Spot]] = {
    **{
        key: spot
        for kind, parts in _PARTS.items()
        if kind not in ("discriminator", "link", "flow", "flows", "server variable")
        for key, spot in parts.items()
    },
    "parameters": Spot("map", "parameter"),
    "requestBody": Spot("one", "request body"),
    "examples": Spot("map", "example"),
}
"""What a key most likely holds where it is not known in which object it stands."""


def spot_below(spot: Spot, token: str | int) -> Spot:
    """What stands under a key, or under an index, of what stands at a spot."""
    shape, kind = spot
    if kind == "data":
        return DATA
    if isinstance(token, int):
        # A list of examples, unlike a map of them, is the data of a schema.
        return DATA if kind == "example" and shape == "map" else Spot("one", kind)
    if kind in _OF_NAMES and shape == "one":
        shape, kind = _OF_NAMES[kind]
    if shape in ("map", "list"):
        return Spot("one", kind)
    if token.startswith("x-"):
        return DATA
    if shape == "patterned":
        return Spot("one", kind)
    return (_ANYWHERE if kind == "unknown" else _PARTS.get(kind, {})).get(token, UNKNOWN)


def spot_at(address: Address) -> Spot:
    """What stands at an address of a document, by its keys alone."""
    spot = DOCUMENT
    for token in address:
        spot = spot_below(spot, token)
    return spot


def objects(tree: Tree, *kinds: str) -> Iterator[tuple[Address, Tree]]:
    """Every object of the kinds, with its address, in document order.

    A reference in the place of an object counts as one. A schema may be a boolean (OpenAPI 3.1).
    """
    todo: list[tuple[Address, Tree, str]] = [((), tree, "document")]
    while todo:
        address, value, kind = todo.pop()
        if kind in kinds:
            yield address, value
        todo += reversed(
            [((*address, *inside), child, below) for inside, child, below in parts_of(value, kind)]
        )


def map_objects(tree: Tree, kind: str, change: Callable[[dict[str, Tree]], Tree]) -> Tree:
    """A tree in which a function made each object of a kind anew, inner ones first."""
    draft = Draft(tree)
    for address, value in reversed(list(objects(tree, kind))):
        if isinstance(value, dict):
            old = get(draft.tree, address)
            new = change(old)
            if new is not old:
                draft.replace(address, new)
    return draft.tree


def parts_of(value: Tree, kind: str) -> Iterator[tuple[Address, Tree, str]]:
    """The objects that one object holds: the address inside it, the object, and its kind."""
    if not isinstance(value, dict):
        return
    free = _OF_NAMES.get(kind)
    parts = _PARTS.get(kind, {})
    for key, child in value.items():
        spot = Spot("one", free.kind) if free and not key.startswith("x-") else parts.get(key)
        if spot is not None and spot.kind != "data":
            yield from _members(key, child, spot)


def _members(key: str, child: Tree, spot: Spot) -> Iterator[tuple[Address, Tree, str]]:
    if spot.shape == "one":
        # `items` was a list in older drafts, and `additionalProperties` may be a boolean.
        if isinstance(child, dict | bool):
            yield (key,), child, spot.kind
    elif spot.shape == "list":
        members = child if isinstance(child, list) else ()
        yield from (((key, index), member, spot.kind) for index, member in enumerate(members))
    elif isinstance(child, dict):
        for name, member in child.items():
            if spot.shape == "map" or not name.startswith("x-"):
                yield (key, name), member, spot.kind
