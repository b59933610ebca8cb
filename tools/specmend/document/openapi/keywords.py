"""The keywords of schemas: JSON Schema 2020-12, OpenAPI's own, the dialect of OpenAPI 3.0."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, Literal

Holds = Literal["schema", "list", "map", "data", "object", "value"]
"""What stands under a keyword: one schema, a list of schemas, schemas by name, data that is no part
of the document's structure, an object of OpenAPI, or a value that is read as it is."""

_IN_ALL_VERSIONS: Final[Mapping[str, Holds]] = {
    # JSON Schema core, sections 10.2 and 10.3.
    **dict.fromkeys(("allOf", "anyOf", "oneOf"), "list"),
    **dict.fromkeys(("items", "additionalProperties", "not"), "schema"),
    "properties": "map",
    # JSON Schema validation, section 6.
    **dict.fromkeys(("type", "required"), "value"),
    "enum": "data",
    **dict.fromkeys(("multipleOf", "minimum", "maximum"), "value"),
    **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), "value"),
    **dict.fromkeys(("minLength", "maxLength", "pattern", "format"), "value"),
    **dict.fromkeys(("minItems", "maxItems", "uniqueItems"), "value"),
    **dict.fromkeys(("minProperties", "maxProperties"), "value"),
    # Annotations: JSON Schema validation, section 9, and OpenAPI.
    **dict.fromkeys(("title", "description", "deprecated", "readOnly", "writeOnly"), "value"),
    **dict.fromkeys(("default", "example"), "data"),
    **dict.fromkeys(("discriminator", "xml", "externalDocs"), "object"),
}

CONDITION: Final = ("if", "then", "else")
"""The keywords that make one condition (JSON Schema core section 10.2.2)."""

_IN_30_ONLY: Final[Mapping[str, Holds]] = {"nullable": "value"}

_SINCE_31: Final[Mapping[str, Holds]] = {
    # JSON Schema core, sections 8, 10 and 11.
    **dict.fromkeys(("$schema", "$vocabulary", "$id", "$anchor", "$comment"), "value"),
    **dict.fromkeys(("$dynamicRef", "$dynamicAnchor"), "value"),
    **dict.fromkeys((*CONDITION, "contains", "propertyNames"), "schema"),
    **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), "schema"),
    "prefixItems": "list",
    **dict.fromkeys(("$defs", "definitions", "patternProperties", "dependentSchemas"), "map"),
    # JSON Schema validation, sections 6, 8 and 9.
    **dict.fromkeys(("dependentRequired", "minContains", "maxContains"), "value"),
    **dict.fromkeys(("contentEncoding", "contentMediaType"), "value"),
    "contentSchema": "schema",
    **dict.fromkeys(("const", "examples"), "data"),
}
"""`definitions` is the older name of `$defs`, which the metaschema of 2020-12 still describes."""

KEYWORDS: Final[Mapping[str, Holds]] = {**_IN_ALL_VERSIONS, **_IN_30_ONLY, **_SINCE_31}
"""Every keyword of a schema with what it holds; `$ref` stands beside all of them."""

NEW_IN_31: Final = frozenset(_SINCE_31) - {"definitions"}
"""The keywords that OpenAPI 3.0 does not know (OpenAPI 3.0.3 section 4.7.24)."""

COMPOSITIONS: Final = ("allOf", "anyOf", "oneOf")
UNIONS: Final = ("anyOf", "oneOf")
APPLICATORS: Final = (*COMPOSITIONS, "not", "if")
"""What puts further schemas on the same value (JSON Schema core section 10.2)."""

CONDITIONAL: Final = ("then", "else", "not")
"""What puts a schema on some values only (JSON Schema core sections 10.2.1 and 10.2.2)."""

VALUES: Final = ("enum", "const")
"""What lists the values that are allowed."""

_NUMBERS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")

BOUNDS: Final[Mapping[str, tuple[str, ...]]] = {
    "string": ("minLength", "maxLength"),
    "integer": _NUMBERS,
    "number": _NUMBERS,
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}
"""The bounds of each type (JSON Schema validation section 6)."""

UPPER_BOUNDS: Final = (
    *("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"),
)
"""The bounds above, a lower one of which allows less."""

LOWER_BOUNDS: Final = (
    *("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"),
)
"""The bounds below, a higher one of which allows less."""

INNER_VALUES: Final = (
    *("items", "prefixItems", "additionalItems", "additionalProperties", "patternProperties"),
)
"""What describes the values in a list, or those of a map."""

OF_MEMBERS: Final = (
    *INNER_VALUES,
    *("contains", "unevaluatedItems", "unevaluatedProperties", "contentSchema"),
)
"""The same with what describes some of them, the rest of them, or what a text holds."""

CONDITIONS: Final = ("if", *CONDITIONAL)
"""What may say whatever another keyword says (JSON Schema core sections 10.2.1 and 10.2.2)."""

NAMING_PROPERTIES: Final = (
    *CONDITIONS,
    *("required", "dependentRequired", "dependentSchemas", "propertyNames", "discriminator"),
)
"""What may name properties without a schema for them."""

OPEN_TO_ALL: Final = frozenset(
    {
        *("properties", "patternProperties", "propertyNames", "dependentSchemas"),
        *("additionalProperties", "unevaluatedProperties", "additionalItems", "unevaluatedItems"),
        *("items", "prefixItems", "then", "else"),
    }
)
"""Keywords that forbid nothing where the schema under them allows everything."""

NARROWING: Final = frozenset(
    {"items", "contains", "propertyNames", "contentSchema", "then", "else"}
)
"""Keywords whose schema holds for the value, so that one that allows nothing allows less."""

_CLOSES: Final = (
    *("additionalProperties", "unevaluatedProperties", "patternProperties", "propertyNames"),
)
_LISTS: Final = ("items", "prefixItems", "additionalItems", "unevaluatedItems", "contains")
_CONTENT: Final = ("contentEncoding", "contentMediaType")
_DEPENDS: Final = ("dependentRequired", "dependentSchemas")

SUCCESSORS: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(_CLOSES, (*_CLOSES, "maxProperties")),
    "maxProperties": _CLOSES,
    "minProperties": ("required", *_DEPENDS),
    "required": ("minProperties",),
    **dict.fromkeys(_DEPENDS, (*_DEPENDS, "required")),
    **dict.fromkeys(_LISTS, (*_LISTS, "minItems", "maxItems")),
    "minItems": ("contains", "minContains", "prefixItems"),
    "minContains": ("minItems",),
    "maxItems": (*_LISTS, "maxContains"),
    "maxContains": ("maxItems", "items", "uniqueItems"),
    "uniqueItems": ("maxItems", "maxContains"),
    "pattern": ("format", "enum"),
    "format": ("pattern", "enum", "format", *_CONTENT, *_NUMBERS),
    **dict.fromkeys(("if", "then", "else", "dependencies"), _DEPENDS),
    "definitions": ("$defs",),
    "$defs": ("definitions",),
    **dict.fromkeys(_CONTENT, ("format", *_CONTENT)),
    **dict.fromkeys(("minLength", "maxLength"), ("pattern", "format", "enum")),
    **dict.fromkeys(_NUMBERS, ("enum", *_NUMBERS)),
    "multipleOf": ("type", "enum"),
    "enum": ("pattern",),
    "not": ("pattern", "format", "enum", "minLength", "maxLength", *_NUMBERS),
}
"""Keywords of a schema, each with others that may forbid the same values in its stead."""

CLOSING: Final = ("additionalProperties", "unevaluatedProperties", "unevaluatedItems")
"""What says of the members that no other keyword describes."""

DESCRIBING: Final = (*CLOSING, "properties", "patternProperties", "items", "prefixItems")
"""What describes the members of an object or a list."""

DEFINITIONS: Final = ("$defs", "definitions")
"""What holds schemas for others to refer to (JSON Schema core section 8.2.4)."""

IDENTITY: Final = ("$schema", "$id", "$anchor", "$comment")
"""What names a schema, or is said of it (JSON Schema core section 8)."""

OBJECT_KEYWORDS: Final = ("properties", "required", "additionalProperties", "patternProperties")
"""What a schema says of objects alone."""

TYPING: Final = ("type", "format", "$ref", "nullable")
"""What says of which kind the values are."""

OF_KIND: Final = ("const", "type", "format")
"""What a schema says as long as it is about values of one kind, the surest first."""

SHAPE: Final = frozenset({"$ref", *COMPOSITIONS, "type", "properties", "items"})
"""What changes together where a schema becomes another one."""

PROSE_KEYWORDS: Final = frozenset(
    {"description", "title", "summary", "example", "examples", "externalDocs"}
)
"""What is for people only; no value is allowed or forbidden by it, and no code reads it."""

EXAMPLES: Final = ("example", "examples", "externalDocs", "xml")
"""What a schema shows, and what is of no concern to JSON."""

PASSING: Final = PROSE_KEYWORDS | {"default", "deprecated"}
"""What a schema says today and may say otherwise tomorrow, without being another one."""

DIRECTIONS: Final = ("readOnly", "writeOnly")

OF_THE_PLACE: Final = ("description", "default", "deprecated", *DIRECTIONS)
"""What says something about the place where a schema is used, and nothing about its values."""

ANNOTATIONS: Final = frozenset({*OF_THE_PLACE, "title", "example", "examples", "externalDocs"})
"""What forbids no value (JSON Schema validation section 9), with OpenAPI's own such keywords."""

SETS: Final = frozenset({"required", "enum", "type"})
"""Lists whose order says nothing."""

NEUTRAL: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("minItems", "minLength", "minProperties"), 0),
    **dict.fromkeys(("nullable", "deprecated", "uniqueItems", *DIRECTIONS), False),
    "additionalProperties": True,
}
"""Keywords with the value that says no more than their absence."""

NEUTRAL_FIELDS: Final[Mapping[str, Any]] = {
    **NEUTRAL,
    **dict.fromkeys(("required", "allowEmptyValue", "allowReserved"), False),
}
"""The same with the fields of parameters, headers and request bodies."""

EMPTY: Final[Mapping[str, tuple[Any, ...]]] = {
    "required": ([],),
    "properties": ({},),
    "items": ({}, True),
    "additionalProperties": ({},),
    "unevaluatedProperties": ({}, True),
    "unevaluatedItems": ({}, True),
    "allOf": ([],),
}
"""Keywords with further values that say nothing, which are lists or schemas."""

FLAG_WORDS: Final[Mapping[str, str]] = {
    "deprecated": "deprecated",
    "required": "required",
    "readOnly": "read-only",
    "writeOnly": "write-only",
}
"""What is true or false, with the word for it."""

FLAGS: Final = frozenset(
    {
        *("allowEmptyValue", "allowReserved", "explode", "uniqueItems", "items"),
        *("additionalProperties", "unevaluatedItems", "unevaluatedProperties"),
    }
)
"""What may be true or false, where one of the two says no more than its absence."""
