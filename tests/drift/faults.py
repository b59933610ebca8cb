"""What upstream may do with the fault that a step mends: keep it elsewhere, or mend it itself.

Every row says what a schema said, what the step does to it, and what upstream has now.
"""

from __future__ import annotations

from typing import Any, Final

Row = tuple[str, Any, dict[str, Any], Any]
"""The schema of old, the step (its target is inside of the schema), the schema of upstream now."""

NULL: Final = {"type": "null"}
TEXT: Final = {"type": "string"}
PATTERN: Final = {"type": "string", "pattern": "^a$"}
NULLABLE: Final = {"type": "string", "nullable": True}
WITH_NULL: Final = {"type": ["string", "null"]}
CHOICE: Final = {"type": "string", "enum": ["cat", "dog"]}
CAT: Final = {"type": "string", "enum": ["cat"]}
TYPES: Final = {"type": ["string", "integer"]}
ID: Final = {"type": "integer", "minimum": 1}
ID_ALONE: Final = {"type": "integer"}
SIZE: Final = {"type": "string", "maxLength": 9}
ORDER: Final = {
    "type": "object",
    "required": ["id", "size"],
    "properties": {"id": ID, "size": SIZE},
}
NEW: Final = "#/components/schemas/New"


def remove(key: str) -> dict[str, Any]:
    """A step that removes something of the schema."""
    return {"target": key, "remove": True}


def put(key: str, value: Any) -> dict[str, Any]:
    """A step that sets a value."""
    return {"target": key, "x-edit": {"name": "set-value", "value": value}}


def add(**values: Any) -> dict[str, Any]:
    """A step that adds keywords to the schema."""
    return {"target": "", "update": values}


def less(key: str, *members: Any) -> dict[str, Any]:
    """A step that takes members out of a list."""
    return {"target": key, "x-edit": {"name": "change-members", "remove": list(members)}}


def more(key: str, *members: Any) -> dict[str, Any]:
    """A step that adds members to a list."""
    return {"target": key, "x-edit": {"name": "change-members", "add": list(members)}}


def order(required: list[str] | None = None, **properties: Any) -> dict[str, Any]:
    """An object with these properties."""
    names = list(properties) if required is None else required
    return {"type": "object", "required": names, "properties": properties}


ALIVE: Final[list[Row]] = [
    # A value that was to go, and went into something else.
    ("any of", PATTERN, remove(".pattern"), {"anyOf": [PATTERN, NULL]}),
    ("one of", PATTERN, remove(".pattern"), {"oneOf": [PATTERN, NULL]}),
    ("null first", PATTERN, remove(".pattern"), {"anyOf": [NULL, PATTERN]}),
    ("all of", PATTERN, remove(".pattern"), {"allOf": [PATTERN], "nullable": True}),
    ("all of, in part", PATTERN, remove(".pattern"), {**TEXT, "allOf": [{"pattern": "^a$"}]}),
    ("two deep", PATTERN, remove(".pattern"), {"anyOf": [{"allOf": [PATTERN]}, NULL]}),
    ("items", PATTERN, remove(".pattern"), {"type": "array", "items": PATTERN}),
    (
        "items of a branch",
        PATTERN,
        remove(".pattern"),
        {"anyOf": [{"type": "array", "items": PATTERN}, NULL]},
    ),
    ("component", PATTERN, remove(".pattern"), {"$ref": NEW}),
    ("component of a branch", PATTERN, remove(".pattern"), {"anyOf": [{"$ref": NEW}, NULL]}),
    ("component of all of", PATTERN, remove(".pattern"), {"allOf": [{"$ref": NEW}]}),
    ("two branches", PATTERN, remove(".pattern"), {"anyOf": [PATTERN, {**PATTERN, "x-b": 1}]}),
    (
        "another value in a branch",
        PATTERN,
        remove(".pattern"),
        {"anyOf": [{"type": "string", "pattern": "^b$"}, NULL]},
    ),
    (
        "out of a branch",
        {"anyOf": [PATTERN, {"type": "integer"}]},
        remove(".anyOf[0].pattern"),
        {"pattern": "^a$", "anyOf": [TEXT, {"type": "integer"}]},
    ),
    (
        "into the other branch",
        {"anyOf": [PATTERN, {"type": "object"}]},
        remove(".anyOf[0].pattern"),
        {"anyOf": [TEXT, {"type": "object", "pattern": "^a$"}]},
    ),
    (
        "default",
        {**TEXT, "default": "a"},
        remove(".default"),
        {"anyOf": [{**TEXT, "default": "a"}, NULL]},
    ),
    (
        "format",
        {**TEXT, "format": "binary"},
        remove(".format"),
        {**TEXT, "contentMediaType": "application/octet-stream"},
    ),
    ("byte", {**TEXT, "format": "byte"}, remove(".format"), {**TEXT, "contentEncoding": "base64"}),
    ("example", {**TEXT, "example": "a"}, remove(".example"), {**TEXT, "examples": ["a"]}),
    ("examples", {**TEXT, "examples": ["a"]}, remove(".examples"), {**TEXT, "example": "a"}),
    (
        "example in a branch",
        {**TEXT, "example": "a"},
        remove(".example"),
        {"anyOf": [{**TEXT, "examples": ["a", "b"]}, NULL]},
    ),
    ("const", {**TEXT, "const": "a"}, remove(".const"), {**TEXT, "enum": ["a"]}),
    ("enum", {**TEXT, "enum": ["a"]}, remove(".enum"), {**TEXT, "const": "a"}),
    ("enum, taken apart", CHOICE, remove(".enum"), {"oneOf": [{"const": "cat"}, {"const": "dog"}]}),
    (
        "exclusive bound",
        {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
        remove(".exclusiveMinimum"),
        {"type": "integer", "exclusiveMinimum": 1},
    ),
    ("bound, an exclusive one now", ID, remove(".minimum"), {**ID_ALONE, "exclusiveMinimum": 0}),
    (
        "bound, exclusive by its flag",
        ID,
        remove(".minimum"),
        {**ID_ALONE, "minimum": 0, "exclusiveMinimum": True},
    ),
    (
        "encoding, another one",
        {**TEXT, "format": "byte"},
        remove(".format"),
        {**TEXT, "contentEncoding": "base64url"},
    ),
    (
        "branch of all of, said by the schema itself",
        {"allOf": [ORDER, {"properties": {"kind": CHOICE}}]},
        remove(".allOf[?@.required]"),
        {"allOf": [{"properties": {"kind": CHOICE, "size": SIZE}}]},
    ),
    (
        "name in a mapping",
        {**ORDER, "discriminator": {"propertyName": "id", "mapping": {"a": "Order"}}},
        remove(".discriminator.mapping.a"),
        {**ORDER, "discriminator": {"propertyName": "id", "mapping": {"first": "Order"}}},
    ),
    (
        "closed object, closed by the other keyword",
        {"type": "object", "additionalProperties": False},
        remove(".additionalProperties"),
        {"type": "object", "unevaluatedProperties": False},
    ),
    (
        "exclusive bound, back",
        {"type": "integer", "exclusiveMinimum": 1},
        remove(".exclusiveMinimum"),
        {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
    ),
    # Null in its other spellings.
    ("null, as a type", NULLABLE, remove(".nullable"), WITH_NULL),
    ("null, as a branch", NULLABLE, remove(".nullable"), {"anyOf": [TEXT, NULL]}),
    ("null, as one of", NULLABLE, remove(".nullable"), {"oneOf": [TEXT, NULL]}),
    ("null, as nullable", WITH_NULL, put(".type", "string"), NULLABLE),
    ("null, from a list", WITH_NULL, less(".type", "null"), NULLABLE),
    ("null, as a branch now", WITH_NULL, less(".type", "null"), {"anyOf": [TEXT, NULL]}),
    ("null, set to false", NULLABLE, put(".nullable", False), WITH_NULL),
    (
        "null, in an enum",
        {**NULLABLE, "enum": ["a", None]},
        less(".enum", None),
        {"anyOf": [{**TEXT, "enum": ["a"]}, NULL]},
    ),
    ("null, out of any of", {"anyOf": [TEXT, NULL]}, remove(".anyOf[1]"), WITH_NULL),
    (
        "null, in a component",
        {"$ref": NEW, "nullable": True},
        remove(".nullable"),
        {"anyOf": [{"$ref": NEW}, NULL]},
    ),
    (
        "branch, changed a little",
        {"oneOf": [{"type": "integer"}, CHOICE]},
        remove(".oneOf[?@.type=='string']"),
        {"oneOf": [{"allOf": [{"type": "string", "enum": ["cat", "dog", "cow"]}]}, {}]},
    ),
    ("in another file", PATTERN, remove(".pattern"), {"$ref": "other.yaml#/Pet"}),
    ("in a branch in another file", PATTERN, remove(".pattern"), {"anyOf": [{"$ref": "a.yaml"}]}),
    ("nowhere", PATTERN, remove(".pattern"), {"allOf": [{"$ref": "#/components/schemas/None"}]}),
    (
        "branch of a branch in a component",
        {"oneOf": [{"allOf": [PATTERN, SIZE]}, SIZE]},
        remove(".oneOf[?@.allOf].allOf[?@.pattern]"),
        {"oneOf": [{"anyOf": [{"allOf": [PATTERN, SIZE]}, NULL]}, SIZE]},
    ),
    (
        "bound that is exclusive",
        {"type": "integer", "minimum": 1},
        put(".minimum", 0),
        {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
    ),
    (
        "in a schema that depends on another property",
        PATTERN,
        remove(".pattern"),
        {**TEXT, "dependentSchemas": {"a": {"pattern": "^a$"}}},
    ),
    (
        "in what is denied twice",
        PATTERN,
        remove(".pattern"),
        {**TEXT, "allOf": [{"not": {"not": {"pattern": "^a$"}}}]},
    ),
    ("by a dynamic reference", PATTERN, remove(".pattern"), {"$dynamicRef": "#meta"}),
    ("by an anchor", PATTERN, remove(".pattern"), {"$ref": "#name"}),
    (
        "property in a branch beside",
        ORDER,
        remove(".properties.id.minimum"),
        {**order(id={"type": "integer"}, size=SIZE), "allOf": [{"properties": {"id": ID}}]},
    ),
    (
        "property by a pattern",
        ORDER,
        remove(".properties.id.minimum"),
        {
            **order(id={"type": "integer"}, size=SIZE),
            "patternProperties": {"^i": {"minimum": 1}},
        },
    ),
    (
        "property by a pattern in a branch",
        ORDER,
        remove(".properties.id.minimum"),
        {
            **order(id={"type": "integer"}, size=SIZE),
            "anyOf": [{"patternProperties": {"^id$": {"minimum": 1}}}, {"title": "B"}],
        },
    ),
    (
        "property, by a pattern alone",
        ORDER,
        remove(".properties.id"),
        {**order(size=SIZE), "patternProperties": {"^id$": ID}},
    ),
    (
        "property in a schema that depends",
        ORDER,
        remove(".properties.id.minimum"),
        {
            **order(id={"type": "integer"}, size=SIZE),
            "dependentSchemas": {"size": {"properties": {"id": {"minimum": 1}}}},
        },
    ),
    (
        "items in a branch beside",
        {"type": "array", "items": PATTERN},
        remove(".items.pattern"),
        {"type": "array", "items": TEXT, "allOf": [{"items": PATTERN}]},
    ),
    # The same keyword of another schema around it.
    (
        "object in a map",
        {"type": "object"},
        remove(".type"),
        {"type": "object", "additionalProperties": {"type": "object"}},
    ),
    (
        "list in a list",
        {"type": "array", "items": TEXT},
        put(".type", "string"),
        {"type": "array", "items": {"type": "array", "items": TEXT}},
    ),
    (
        "union in a union",
        {"oneOf": [TEXT, {"type": "integer"}]},
        more(".oneOf", {"type": "boolean"}),
        {"oneOf": [{"oneOf": [TEXT, {"type": "integer"}]}, NULL]},
    ),
    (
        "mended union in a union",
        {"oneOf": [TEXT, {"type": "integer"}]},
        more(".oneOf", {"type": "boolean"}),
        {"oneOf": [{"oneOf": [TEXT, {"type": "integer"}, {"type": "boolean"}]}, ORDER]},
    ),
    # A value that was to change.
    (
        "type in a branch",
        {"type": "integer"},
        put(".type", "string"),
        {"anyOf": [{"type": "integer"}, NULL]},
    ),
    ("type in a list", {"type": "integer"}, put(".type", "string"), {"type": ["integer", "null"]}),
    (
        "bound in a branch",
        {**TEXT, "minLength": 5},
        put(".minLength", 0),
        {"anyOf": [{**TEXT, "minLength": 5}, NULL]},
    ),
    (
        "bound in items",
        {**TEXT, "minLength": 5},
        put(".minLength", 0),
        {"type": "array", "items": {**TEXT, "minLength": 5}},
    ),
    (
        "reference in a branch",
        {"$ref": NEW},
        put("['$ref']", "#/components/schemas/Other"),
        {"anyOf": [{"$ref": NEW}, NULL]},
    ),
    (
        "both said",
        {"type": "integer"},
        put(".type", "string"),
        {"anyOf": [{"type": "integer"}, {"type": "string"}]},
    ),
    # Members of lists.
    ("value in a branch", CHOICE, less(".enum", "dog"), {"anyOf": [CHOICE, NULL]}),
    (
        "value as a constant",
        CHOICE,
        less(".enum", "dog"),
        {"oneOf": [{"const": "cat"}, {"const": "dog"}]},
    ),
    ("value in items", CHOICE, less(".enum", "dog"), {"type": "array", "items": CHOICE}),
    ("value in another spelling", CHOICE, less(".enum", "dog"), {**TEXT, "enum": ["cat", "DOG"]}),
    # Everything is allowed, and so what was to go.
    ("value, no list any more", CHOICE, less(".enum", "dog"), TEXT),
    ("value, no list in a branch", CHOICE, less(".enum", "dog"), {"anyOf": [CAT, TEXT]}),
    ("value, a pattern now", CHOICE, less(".enum", "dog"), {**TEXT, "pattern": "^(cat|dog)$"}),
    ("value, by its place", CHOICE, remove(".enum[?@=='dog']"), {**TEXT, "examples": ["dog"]}),
    ("narrowed, no list any more", CHOICE, put(".enum", ["cat"]), TEXT),
    ("type, no type any more", TYPES, less(".type", "integer"), {"title": "Any"}),
    ("type, no type in a branch", TYPES, less(".type", "integer"), {"oneOf": [TEXT, {}]}),
    ("type, values of it", TYPES, less(".type", "integer"), {"enum": ["a", 1]}),
    ("type, a wider one", TYPES, less(".type", "integer"), {"type": ["string", "number"]}),
    ("null, no type any more", WITH_NULL, less(".type", "null"), {}),
    ("nullable, no type any more", NULLABLE, remove(".nullable"), {"maxLength": 4}),
    (
        "branch, no branches any more",
        {"anyOf": [TEXT, {"type": "integer"}]},
        remove(".anyOf[?@.type=='integer']"),
        {"description": "Any."},
    ),
    (
        "branch, a type alone now",
        {"oneOf": [SIZE, PATTERN]},
        remove(".oneOf[?@.pattern]"),
        TEXT,
    ),
    (
        "branch, as one of the types",
        {"anyOf": [TEXT, {"type": "integer"}, {"type": "array", "items": TEXT}]},
        remove(".anyOf[?@.type=='integer']"),
        {"type": ["string", "integer", "array"], "items": TEXT},
    ),
    (
        "branch, as one of the values",
        {"oneOf": [{"const": "a"}, {"const": "b"}]},
        remove(".oneOf[?@.const=='b']"),
        {"enum": ["a", "b"]},
    ),
    ("required in a branch", ORDER, less(".required", "id"), {"allOf": [ORDER]}),
    (
        "required beside",
        ORDER,
        less(".required", "id"),
        {**ORDER, "required": ["size"], "allOf": [{"required": ["id"]}]},
    ),
    ("required, renamed", ORDER, less(".required", "id"), order(number=ID, size=SIZE)),
    ("required, in a component", ORDER, less(".required", "id"), {"$ref": NEW}),
    ("required, as a whole", ORDER, remove(".required"), {"allOf": [ORDER]}),
    # What has a name.
    (
        "property in a branch",
        ORDER,
        remove(".properties.id"),
        {"allOf": [{"type": "object", "properties": {"id": ID}}, order(size=SIZE)]},
    ),
    (
        "property in any of",
        ORDER,
        remove(".properties.id"),
        {**order(size=SIZE), "anyOf": [{"properties": {"id": ID}}, {"properties": {"no": ID}}]},
    ),
    (
        "property in a component",
        ORDER,
        remove(".properties.id"),
        {"allOf": [{"$ref": NEW}, order(size=SIZE)]},
    ),
    ("property, renamed", ORDER, remove(".properties.id"), order(number=ID, size=SIZE)),
    (
        "property, renamed in part",
        ORDER,
        remove(".properties.id"),
        order(number={**ID, "maximum": 9}, size=SIZE),
    ),
    (
        "property, in other letters",
        ORDER,
        remove(".properties.size"),
        order(id=ID, Size={"type": "integer"}),
    ),
    ("in a renamed property", ORDER, remove(".properties.id.minimum"), order(number=ID, size=SIZE)),
    ("in a property in a branch", ORDER, remove(".properties.id.minimum"), {"allOf": [ORDER]}),
    ("in a property, null", ORDER, remove(".properties.id.minimum"), {"anyOf": [ORDER, NULL]}),
    (
        "in a property of items",
        ORDER,
        remove(".properties.id.minimum"),
        {"type": "array", "items": ORDER},
    ),
    (
        "in a null property",
        ORDER,
        remove(".properties.id.minimum"),
        order(id={"anyOf": [ID, NULL]}, size=SIZE),
    ),
    # Words alone: the same schema without them does not say them.
    (
        "words of the values of a map that went into a branch",
        {"type": "object", "additionalProperties": ID},
        {"target": ".additionalProperties", "update": {"description": "Ours."}},
        {"anyOf": [{"type": "object", "additionalProperties": {"allOf": [ID]}}, NULL]},
    ),
    (
        "words of the items that went into a branch",
        {"type": "array", "items": ID},
        {"target": ".items", "update": {"title": "Ours"}},
        {"oneOf": [NULL, {"type": "array", "items": {"anyOf": [ID]}}]},
    ),
    (
        "other words of the items that went into a branch",
        {"type": "array", "items": {**ID, "description": "Its."}},
        {"target": ".items", "update": {"description": "Ours."}},
        {"allOf": [{"type": "array", "items": {"allOf": [ID]}}]},
    ),
]
"""The fault is still there: the step must not be retired."""

MENDED_IN_30: Final[list[Row]] = [
    ("null, as nullable", TEXT, put(".type", ["string", "null"]), NULLABLE),
    ("null in a schema", TEXT, put("", WITH_NULL), {**NULLABLE, "title": "A"}),
]
"""The same, where `nullable` says something; since 3.1 it does not."""

MENDED: Final[list[Row]] = [
    # What must stay.
    ("removed", PATTERN, remove(".pattern"), TEXT),
    ("removed beside others", PATTERN, remove(".pattern"), {**TEXT, "minLength": 3}),
    ("changed", {"type": "integer"}, put(".type", "string"), TEXT),
    ("added", TEXT, add(pattern="^a$"), PATTERN),
    ("taken out", CHOICE, less(".enum", "dog"), {**TEXT, "enum": ["cat"]}),
    ("taken out, another added", CHOICE, less(".enum", "dog"), {**TEXT, "enum": ["cat", "horse"]}),
    ("put in", CHOICE, more(".enum", "cow"), {**TEXT, "enum": ["cow", "dog", "cat"]}),
    ("property removed", ORDER, remove(".properties.id"), order(size=SIZE)),
    (
        "property removed, a stranger joined",
        ORDER,
        remove(".properties.id"),
        order(size=SIZE, tags={"type": "array", "items": TEXT}),
    ),
    ("taken out, one is left", CHOICE, less(".enum", "dog"), {**TEXT, "const": "cat"}),
    ("taken out, of another type", CHOICE, less(".enum", "dog"), {"type": "integer"}),
    ("taken out, in a branch", CHOICE, less(".enum", "dog"), {"anyOf": [CAT, NULL]}),
    ("taken out, by a component", CHOICE, less(".enum", "dog"), {"allOf": [CAT, {"title": "A"}]}),
    ("type taken out", TYPES, less(".type", "integer"), TEXT),
    ("type taken out, in all of", TYPES, less(".type", "integer"), {"allOf": [TEXT]}),
    ("type taken out, by values", TYPES, less(".type", "integer"), {"enum": ["a", "b"]}),
    (
        "branch taken out, one is left",
        {"oneOf": [SIZE, PATTERN]},
        remove(".oneOf[?@.pattern]"),
        SIZE,
    ),
    (
        "branch taken out, a type now",
        {"anyOf": [TEXT, {"type": "integer"}, {"type": "boolean"}]},
        remove(".anyOf[?@.type=='integer']"),
        {"type": ["string", "boolean"]},
    ),
    (
        "branch taken out, values now",
        {"oneOf": [{"const": "a"}, {"const": "b"}]},
        remove(".oneOf[?@.const=='b']"),
        {"enum": ["a"]},
    ),
    (
        "branch of all of, taken out",
        {"allOf": [ORDER, {"properties": {"kind": CHOICE}}]},
        remove(".allOf[?@.required]"),
        {"allOf": [{"properties": {"kind": CHOICE}}]},
    ),
    (
        "name in a mapping, taken out",
        {**ORDER, "discriminator": {"propertyName": "id", "mapping": {"a": "Order"}}},
        remove(".discriminator.mapping.a"),
        {**ORDER, "discriminator": {"propertyName": "id", "mapping": {"first": "Other"}}},
    ),
    ("no type", {**TEXT, "maxLength": 3}, remove(".type"), {"maxLength": 3}),
    ("no values", CHOICE, remove(".enum"), TEXT),
    ("a wider type", {"type": "number"}, put(".type", "integer"), {"type": "integer"}),
    ("not required", ORDER, less(".required", "id"), {**ORDER, "required": ["size"]}),
    (
        "property not described by another's pattern",
        ORDER,
        remove(".properties.id.minimum"),
        {
            **order(id={"type": "integer"}, size=SIZE),
            "patternProperties": {"^x-": {"minimum": 1}},
        },
    ),
    # A neighbor has it, and had it.
    (
        "in the neighbor",
        {"anyOf": [PATTERN, {**PATTERN, "type": "object"}]},
        remove(".anyOf[0].pattern"),
        {"anyOf": [TEXT, {**PATTERN, "type": "object"}]},
    ),
    ("null, and mended", PATTERN, remove(".pattern"), {"anyOf": [TEXT, NULL]}),
    ("in a component, and mended", PATTERN, remove(".pattern"), {"allOf": [TEXT]}),
    ("items, and mended", PATTERN, remove(".pattern"), {"type": "array", "items": TEXT}),
    # Upstream's own mend in another spelling.
    ("type list", {"type": "integer"}, put(".type", "string"), {"type": ["string"]}),
    ("type in a branch", {"type": "integer"}, put(".type", "string"), {"anyOf": [TEXT, NULL]}),
    ("type in all of", {"type": "integer"}, put(".type", "string"), {"allOf": [TEXT]}),
    ("null, as a type", TEXT, add(nullable=True), WITH_NULL),
    ("null, as a branch", TEXT, add(nullable=True), {"anyOf": [TEXT, NULL]}),
    ("null, as one of", TEXT, add(nullable=True), {"oneOf": [NULL, TEXT]}),
    ("null, in any of", TEXT, put(".type", ["string", "null"]), {"anyOf": [TEXT, NULL]}),
    ("null, added to any of", {"anyOf": [TEXT]}, more(".anyOf", NULL), WITH_NULL),
    ("no null", WITH_NULL, less(".type", "null"), TEXT),
    ("no null, from a branch", {"anyOf": [TEXT, NULL]}, remove(".anyOf[1]"), TEXT),
    ("constant", TEXT, add(const="a"), {**TEXT, "enum": ["a"]}),
    ("one value", TEXT, add(enum=["a"]), {**TEXT, "const": "a"}),
    ("example", TEXT, add(example="a"), {**TEXT, "examples": ["a"]}),
    (
        "bound",
        {"type": "integer"},
        add(minimum=1, exclusiveMinimum=True),
        {"type": "integer", "exclusiveMinimum": 1},
    ),
    (
        "bound, back",
        {"type": "integer"},
        add(exclusiveMinimum=1),
        {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
    ),
    (
        "binary",
        TEXT,
        add(format="binary"),
        {**TEXT, "contentMediaType": "application/octet-stream"},
    ),
    ("byte", TEXT, add(format="byte"), {**TEXT, "contentEncoding": "base64"}),
    ("pattern in all of", TEXT, add(pattern="^a$"), {"allOf": [PATTERN]}),
    ("pattern, null", TEXT, add(pattern="^a$"), {"anyOf": [PATTERN, NULL]}),
    (
        "required in all of",
        ORDER,
        more(".required", "x"),
        {**ORDER, "allOf": [{"required": ["x"]}]},
    ),
    (
        "required, the only one",
        {**ORDER, "required": ["id"]},
        less(".required", "id"),
        {key: value for key, value in ORDER.items() if key != "required"},
    ),
    (
        "property in all of",
        ORDER,
        add(properties={"age": TEXT}),
        {"allOf": [ORDER, {"properties": {"age": TEXT}}]},
    ),
]
"""Upstream says what the step wanted: nobody is needed."""
