"""The dialect of JSON Schema that the schemas of OpenAPI 3.1 and 3.2 are written in."""

from __future__ import annotations

from typing import Any, Final

from specmend.document.tree.values import Tree, get

_TEXT: Final = {"type": "string"}
_FLAG: Final = {"type": "boolean"}
_EXTENSIONS: Final = {"^x-": True}

DIALECT: Final[dict[str, Any]] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "urn:specmend:schema-of-openapi",
    "$dynamicAnchor": "meta",
    "type": ["object", "boolean"],
    "allOf": [{"$ref": "https://json-schema.org/draft/2020-12/schema"}],
    "properties": {
        "discriminator": {
            "type": "object",
            "required": ["propertyName"],
            "properties": {
                "propertyName": _TEXT,
                "mapping": {"type": "object", "additionalProperties": _TEXT},
                "defaultMapping": _TEXT,
            },
            "patternProperties": _EXTENSIONS,
            "additionalProperties": False,
        },
        "externalDocs": {
            "type": "object",
            "required": ["url"],
            "properties": {"url": _TEXT, "description": _TEXT},
            "patternProperties": _EXTENSIONS,
            "additionalProperties": False,
        },
        "xml": {
            "type": "object",
            "properties": {
                **dict.fromkeys(("name", "namespace", "prefix", "nodeType"), _TEXT),
                **dict.fromkeys(("attribute", "wrapped"), _FLAG),
            },
            "patternProperties": _EXTENSIONS,
            "additionalProperties": False,
        },
    },
}
"""JSON Schema 2020-12 with the vocabulary of OpenAPI (3.1 section 4.8.24.1, 3.2 section 4.24)."""

_KNOWN: Final = ("https://spec.openapis.org/oas/3.", "https://json-schema.org/draft/2020-12/schema")


def other_dialect(tree: Tree) -> str:
    """The dialect that a document names for its schemas, where it is none that we know; or empty.

    OpenAPI 3.1 section 4.8.24.5 has `jsonSchemaDialect` for it.
    """
    named = get(tree, ("jsonSchemaDialect",))
    return named if isinstance(named, str) and not named.startswith(_KNOWN) else ""
