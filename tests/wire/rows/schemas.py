"""What the client does about the keywords of schemas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from tests.wire import claims
from tests.wire.claims import Does, Place, Probe, Row
from tests.wire.loopback import Reply
from tests.wire.rows.answers import JSON
from tests.wire.rows.parameters import MAP, TEXT, TEXTS
from tests.wire.standard_fields import VERSIONS

NEWER: Final = ("3.1", "3.2")
NUMBER: Final = {"type": "integer"}


def held(schema: Any, **words: Any) -> dict[str, Any]:
    """An operation whose body has one property, and whose answer is the same."""
    whole = {"type": "object", "properties": {"v": schema}, **words}
    content = {"application/json": {"schema": whole}}
    answer = {"description": "d", "content": content}
    return {"requestBody": {"required": True, "content": content}, "responses": {"200": answer}}


def at(*tokens: str | int) -> Place:
    """A place in the schema of the body's property."""
    body = ("operation", "requestBody", "content", "application/json", "schema")
    return (*body, "properties", "v", *tokens)


def reply(body: bytes = b"{}") -> Reply:
    """An answer of JSON."""
    return Reply(headers=JSON, body=body)


def row(
    field: str,
    does: Does,
    words: str,
    probe: Probe,
    versions: Sequence[str] = VERSIONS,
) -> Row:
    """A row of a keyword."""
    return Row(kind="schema", field=field, does=does, words=words, probe=probe, versions=versions)


def bound(
    field: str, schema: Any, bad: Any, versions: Sequence[str] = VERSIONS, also: str = ""
) -> Row:
    """A keyword that allows fewer values: a body with another one is not sent."""
    probe = Probe(
        operation=held(schema),
        at=at(field),
        call={"v": bad},
        answer=reply(),
        look=claims.error,
        expect="ValidationError",
    )
    words = f"A body with another value is not sent: `ValidationError`.{also}"
    return row(field, "honored", words, probe, versions)


def warned(
    field: str,
    schema: Any,
    words: str,
    versions: Sequence[str] = NEWER,
    beside: str = "",
    said: str = "",
) -> Row:
    """A keyword that a warning of the build names."""
    probe = Probe(operation=held(schema), at=at(beside or field), words=said or field)
    return row(field, "warned", words, probe, versions)


def silent(
    field: str, value: Any, words: str, versions: Sequence[str] = VERSIONS, **more: Any
) -> Row:
    """A keyword that says nothing about the wire."""
    probe = Probe(
        operation=held({**TEXT, field: value, **more}),
        at=at(field),
        call={"v": "a"},
        answer=reply(b'{"v": "b"}'),
    )
    return row(field, "silent", words, probe, versions)


def answered(
    field: str,
    words: str,
    operation: Any,
    place: Place,
    body: bytes,
    expect: Any,
    versions: Sequence[str] = VERSIONS,
    **more: Any,
) -> Row:
    """A keyword that is seen in how an answer is read."""
    probe = Probe(
        operation=operation,
        at=place,
        answer=reply(body),
        look=claims.result,
        expect=expect,
        **more,
    )
    return row(field, "honored", words, probe, versions)


def body_schema(schema: Any) -> dict[str, Any]:
    """An operation whose body is of a schema as a whole."""
    return {"requestBody": {"required": True, "content": {"application/json": {"schema": schema}}}}


WHOLE: Final = ("operation", "requestBody", "content", "application/json", "schema")
ANSWER: Final = ("operation", "responses", "200", "content", "application/json", "schema")
SERVERS: Final = "The server alone checks it; a warning of the build says so with its line."
OPEN: Final = "The types are wider than it; a warning of the build says how, with its line."
FOR_PEOPLE: Final = "It is for people: the documentation of the class and of the argument has it."

BOUNDS: Final = (
    bound("maximum", {**NUMBER, "maximum": 3}, 4),
    bound("minimum", {**NUMBER, "minimum": 3}, 2),
    bound("exclusiveMaximum", {**NUMBER, "maximum": 3, "exclusiveMaximum": True}, 3, ("3.0",)),
    bound("exclusiveMinimum", {**NUMBER, "minimum": 3, "exclusiveMinimum": True}, 3, ("3.0",)),
    bound("exclusiveMaximum", {**NUMBER, "exclusiveMaximum": 3}, 3, NEWER),
    bound("exclusiveMinimum", {**NUMBER, "exclusiveMinimum": 3}, 3, NEWER),
    bound("multipleOf", {**NUMBER, "multipleOf": 5}, 4),
    bound("maxLength", {**TEXT, "maxLength": 1}, "ab"),
    bound("minLength", {**TEXT, "minLength": 1}, ""),
    bound("maxItems", {**TEXTS, "maxItems": 1}, ["a", "b"]),
    bound("minItems", {**TEXTS, "minItems": 1}, []),
    bound("maxProperties", {**MAP, "maxProperties": 1}, {"a": "1", "b": "2"}),
    bound("minProperties", {**MAP, "minProperties": 1}, {}),
    bound("type", TEXT, 1),
    bound("enum", {**TEXT, "enum": ["a"]}, "b"),
    bound("const", {**TEXT, "const": "a"}, "b", NEWER),
    bound("format", {**TEXT, "format": "date"}, "x"),
    bound("items", {"type": "array", "items": NUMBER}, ["a"]),
    bound(
        "additionalProperties",
        {"type": "object", "additionalProperties": NUMBER},
        {"a": "b"},
        also=" A warning of the build names a schema that stands beside `properties`.",
    ),
    bound("properties", {"type": "object", "properties": {"a": NUMBER}}, {"a": "b"}),
    bound("required", {"type": "object", "properties": {"a": TEXT}, "required": ["a"]}, {}),
    bound("allOf", {"allOf": [{"type": "object", "properties": {"a": NUMBER}}]}, {"a": "b"}),
    bound("anyOf", {"anyOf": [NUMBER, TEXTS]}, "b"),
    bound("oneOf", {"oneOf": [NUMBER, TEXTS]}, "b"),
)

WARNED: Final = (
    warned("pattern", {**TEXT, "pattern": "^a"}, SERVERS, VERSIONS),
    warned("uniqueItems", {**TEXTS, "uniqueItems": True}, SERVERS, VERSIONS),
    warned("not", {"not": TEXT}, OPEN, VERSIONS),
    warned("prefixItems", {"type": "array", "prefixItems": [NUMBER]},
           "As many as there are members make a tuple. Otherwise a warning of the build says that "
           "the list has all these types at each place."),
    warned("propertyNames", {**MAP, "propertyNames": {"minLength": 1}}, SERVERS),
    warned("contains", {**TEXTS, "contains": {"const": "a"}}, SERVERS),
    warned("minContains", {**TEXTS, "contains": {"const": "a"}, "minContains": 2}, SERVERS),
    warned("maxContains", {**TEXTS, "contains": {"const": "a"}, "maxContains": 2}, SERVERS),
    warned("dependentRequired", {**MAP, "dependentRequired": {"a": ["b"]}}, SERVERS),
    warned("unevaluatedItems", {"type": "array", "prefixItems": [TEXT], "unevaluatedItems": NUMBER},
           SERVERS),
    warned("if", {"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}}, OPEN),
    warned("then", {"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}}, OPEN,
           beside="if"),
    warned("else", {"type": "object", "if": {"required": ["a"]}, "else": {"required": ["b"]}}, OPEN,
           beside="if"),
    warned("dependentSchemas", {**MAP, "dependentSchemas": {"a": {"required": ["b"]}}}, OPEN),
    warned("patternProperties", {"type": "object", "patternProperties": {"^a": NUMBER}}, OPEN),
    warned("unevaluatedProperties",
           {"type": "object", "properties": {"a": TEXT}, "unevaluatedProperties": False}, OPEN),
    warned("contentEncoding", {**TEXT, "contentEncoding": "base64"}, OPEN),
    warned("contentSchema",
           {**TEXT, "contentMediaType": "application/json", "contentSchema": TEXT}, OPEN),
)  # fmt: skip

SILENT: Final = (
    silent("title", "T", "It names the class."),
    silent("description", "D.", FOR_PEOPLE),
    silent("deprecated", True, FOR_PEOPLE),
    silent("example", "e", "It is for people: the example of the method shows it."),
    silent("examples", ["e"], "They are for people: the example shows the first.", NEWER),
    silent("externalDocs", {"url": "http://x.example"}, "They are for people."),
    silent("xml", {"name": "n"}, "It is about XML, which the client neither sends nor reads."),
    silent("$comment", "C.", "It is for the authors of the document.", NEWER),
    silent("$schema", "https://json-schema.org/draft/2020-12/schema",
           "Of the dialects the client knows this one.", NEWER),
    silent("$vocabulary", {"https://json-schema.org/draft/2020-12/vocab/core": True},
           "It means something in a dialect's own schema only.", NEWER),
    silent("$anchor", "anchor@", "It is a name for references, which are followed by it.", NEWER),
    silent("$dynamicAnchor", "dynamic@",
           "It is a name for references, which are followed by it.", NEWER),
    silent("$id", "http://x.example/@", "It is a name for references, which are followed by it.",
           NEWER),
    silent("$defs", {"d": {"type": "integer"}},
           "They hold schemas for references, which are followed.", NEWER),
)  # fmt: skip

OCTETS: Final = "application/octet-stream"
COMPONENT: Final = {"schemas": {"N@": NUMBER}}
REFERENCE: Final = {"$ref": "#/components/schemas/N@"}

PET: Final = {
    "type": "object",
    "properties": {"kind": TEXT, "kind2": TEXT},
    "required": ["kind"],
}


def tagged(discriminator: Any, place: Place, body: bytes, expect: str, instead: Any = ...) -> Probe:
    """An answer that is one of two classes, by a discriminator."""
    members = [{"$ref": f"#/components/schemas/{name}@"} for name in ("Cat", "Dog")]
    schema = {"oneOf": members, "discriminator": discriminator}
    content = {"application/json": {"schema": schema}}
    return Probe(
        operation={"responses": {"200": {"description": "d", "content": content}}},
        components={"schemas": {"Cat@": PET, "Dog@": PET}},
        at=(*ANSWER, "discriminator", *place),
        answer=reply(body),
        look=lambda found: "error" if found.error else type(found.result).__name__[:3],
        expect=expect,
        instead=instead,
    )


OTHERS: Final = (
    row(
        "nullable",
        "honored",
        "None is null where the schema allows it.",
        Probe(
            operation=held({**TEXT, "nullable": True}),
            at=at("nullable"),
            call={"v": None},
            answer=reply(),
            look=claims.body,
            expect='{"v":null}',
        ),
        ("3.0",),
    ),
    row(
        "default",
        "honored",
        "It is the value of a field that an answer leaves out; nothing is sent for it.",
        Probe(
            operation=held({**TEXT, "default": "d"}),
            at=("operation", *ANSWER[1:], "properties", "v", "default"),
            answer=reply(),
            look=lambda found: getattr(found.result, "v", None),
            expect="d",
        ),
    ),
    row(
        "readOnly",
        "honored",
        "Requests have no such field.",
        Probe(
            operation=held({**TEXT, "readOnly": True}),
            at=at("readOnly"),
            call={"v": "a"},
            answer=reply(),
            look=claims.error,
            expect="TypeError",
        ),
    ),
    row(
        "writeOnly",
        "honored",
        "Answers need no such field.",
        Probe(
            operation=held({**TEXT, "writeOnly": True}, required=["v"]),
            at=(*ANSWER, "properties", "v", "writeOnly"),
            call={"v": "a"},
            answer=reply(),
            look=claims.error,
            expect="",
        ),
    ),
    row(
        "discriminator",
        "honored",
        "It decides of which class a value is; a value that is of none is an error.",
        tagged({"propertyName": "kind"}, (), b'{"kind": "Elk@"}', "error"),
    ),
    *(
        Row(
            kind="discriminator",
            field=field,
            does="honored",
            words=words,
            versions=versions,
            probe=probe,
        )
        for field, words, versions, probe in (
            (
                "propertyName",
                "Its value names the class.",
                VERSIONS,
                tagged(
                    {"propertyName": "kind"},
                    ("propertyName",),
                    b'{"kind": "Dog@"}',
                    "Dog",
                    instead="kind2",
                ),
            ),
            (
                "mapping",
                "Its values name the classes, beside the names of the schemas.",
                VERSIONS,
                tagged(
                    {"propertyName": "kind", "mapping": {"d": "#/components/schemas/Dog@"}},
                    ("mapping",),
                    b'{"kind": "d"}',
                    "Dog",
                ),
            ),
            (
                "defaultMapping",
                "It is the class of a value that names none.",
                ("3.2",),
                tagged(
                    {"propertyName": "kind", "defaultMapping": "Dog@"},
                    ("defaultMapping",),
                    b'{"kind": "elk"}',
                    "Dog",
                ),
            ),
        )
    ),
    row(
        "$ref",
        "honored",
        "References are followed, also beside other keywords.",
        Probe(
            operation=held(REFERENCE),
            components=COMPONENT,
            at=at("$ref"),
            call={"v": "a"},
            answer=reply(),
            look=claims.error,
            expect="ValidationError",
        ),
        NEWER,
    ),
    row(
        "$dynamicRef",
        "honored",
        "Dynamic references are followed where one schema can be meant.",
        Probe(
            operation=held({"$dynamicRef": "#/components/schemas/N@"}),
            components=COMPONENT,
            at=at("$dynamicRef"),
            call={"v": "a"},
            answer=reply(),
            look=claims.error,
            expect="ValidationError",
        ),
        NEWER,
    ),
    row(
        "contentMediaType",
        "honored",
        "`application/octet-stream` means octets, which a form sends as a file. Other texts stay "
        "texts.",
        Probe(
            operation={
                "requestBody": {
                    "content": {
                        "multipart/form-data": {
                            "schema": {
                                "type": "object",
                                "properties": {"v": {**TEXT, "contentMediaType": OCTETS}},
                            }
                        }
                    }
                }
            },
            at=(
                *("operation", "requestBody", "content", "multipart/form-data", "schema"),
                *("properties", "v", "contentMediaType"),
            ),
            call={"v": b"1"},
            look=lambda found: "Upload" in found.signature,
            expect=True,
        ),
        NEWER,
    ),
)

ROWS: Final = (*BOUNDS, *WARNED, *SILENT, *OTHERS)
