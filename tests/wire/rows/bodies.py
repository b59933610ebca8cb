"""What the client does about the fields of request bodies, media types and encodings."""

from __future__ import annotations

from typing import Any, Final

from tests.wire import claims
from tests.wire.claims import Place, Probe, Row
from tests.wire.loopback import Reply
from tests.wire.rows.parameters import TEXT, TEXTS
from tests.wire.standard_fields import VERSIONS

FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"
OBJECT: Final = {"type": "object", "properties": {"a": TEXT, "l": TEXTS}}
HEADED: Final = {"headers": {"X-A": {"schema": TEXT}}}


def sent(media_type: str, media: Any, **words: Any) -> dict[str, Any]:
    """An operation with a request body."""
    return {"requestBody": {"content": {media_type: media}, **words}}


def at(*tokens: str | int) -> Place:
    """A place below the body."""
    return ("operation", "requestBody", *tokens)


def form(media_type: str, field: str, value: Any, name: str = "l") -> dict[str, Any]:
    """A form with an Encoding Object of one field."""
    return sent(media_type, {"schema": OBJECT, "encoding": {name: {field: value}}})


def encoded(media_type: str, field: str, name: str = "l") -> Place:
    """The place of a field of that Encoding Object."""
    return at("content", media_type, "encoding", name, field)


def positional(**words: Any) -> dict[str, Any]:
    """A body of `multipart/mixed`, whose parts have no names."""
    return sent("multipart/mixed", {"schema": {"type": "array", "items": TEXT}, **words})


JSON_TEXT: Final = sent("application/json", {"schema": TEXT})

ROWS: Final = (
    Row(
        kind="request body",
        field="content",
        does="honored",
        words="The body goes out in its media type; of several, what is given or `content_type` "
        "chooses, and a warning names those that are never sent.",
        probe=Probe(
            operation=JSON_TEXT,
            at=at("content"),
            instead={"text/plain": {"schema": TEXT}},
            call={"body": "x"},
            look=claims.body,
            expect='"x"',
        ),
    ),
    Row(
        kind="request body",
        field="required",
        does="honored",
        words="The method asks for the body.",
        probe=Probe(
            operation=sent("application/json", {"schema": TEXT}, required=True),
            at=at("required"),
            look=claims.sent,
            expect=False,
        ),
    ),
    Row(
        kind="request body",
        field="description",
        does="silent",
        words="It is for people.",
        probe=Probe(
            operation=sent("application/json", {"schema": TEXT}, description="D."),
            at=at("description"),
            call={"body": "x"},
        ),
    ),
    Row(
        kind="media type",
        field="schema",
        does="honored",
        words="It is the type of the body, and of the answer.",
        probe=Probe(
            operation=sent("application/json", {"schema": {"type": "integer"}}),
            at=at("content", "application/json", "schema"),
            call={"body": "x"},
            look=claims.sent,
            expect=False,
        ),
    ),
    Row(
        kind="media type",
        field="itemSchema",
        does="honored",
        words="It is the type of one record of a stream.",
        versions=("3.2",),
        probe=Probe(
            operation={
                "responses": {
                    "200": {
                        "description": "d",
                        "content": {
                            "application/jsonl": {"itemSchema": {"type": "integer"}},
                        },
                    }
                }
            },
            at=("operation", "responses", "200", "content", "application/jsonl", "itemSchema"),
            instead=TEXT,
            answer=Reply(headers={"Content-Type": "application/jsonl"}, body=b"1\n2\n"),
            look=claims.result,
            expect=[1, 2],
        ),
    ),
    Row(
        kind="media type",
        field="encoding",
        does="honored",
        words="Each field of a form is written by its Encoding Object.",
        probe=Probe(
            operation=form(FORM, "explode", value=False),
            at=at("content", FORM, "encoding"),
            call={"l": ["a", "b"]},
            look=claims.body,
            expect="l=a,b",
        ),
    ),
    *(
        Row(
            kind="media type",
            field=field,
            does="honored",
            words=words,
            versions=("3.2",),
            probe=Probe(
                operation=positional(**{field: value}),
                at=at("content", "multipart/mixed", field),
                call={"body": ["x"]},
                look=claims.parts,
                expect="--B\r\nContent-Type: text/html\r\n\r\nx\r\n--B--\r\n",
            ),
        )
        for field, value, words in (
            (
                "prefixEncoding",
                [{"contentType": "text/html"}],
                "The first parts without names are written by it.",
            ),
            (
                "itemEncoding",
                {"contentType": "text/html"},
                "All other parts without names are written by it.",
            ),
        )
    ),
    *(
        Row(
            kind="media type",
            field=field,
            does="silent",
            words=words,
            versions=versions,
            probe=Probe(
                operation=sent("application/json", {"schema": TEXT, field: value}),
                at=at("content", "application/json", field),
                call={"body": "x"},
            ),
        )
        for field, value, words, versions in (
            ("example", "e", "It is for people: the example of the method shows it.", VERSIONS),
            (
                "examples",
                {"e": {"value": "e"}},
                "They are for people: the example of the method shows the first.",
                VERSIONS,
            ),
            ("description", "D.", "It is for people.", ("3.2",)),
        )
    ),
    Row(
        kind="encoding",
        field="contentType",
        does="honored",
        words="It is the media type of the part; of several the caller says which.",
        probe=Probe(
            operation=form(MULTIPART, "contentType", "text/csv", "a"),
            at=encoded(MULTIPART, "contentType", "a"),
            call={"a": "x"},
            look=lambda found: "Content-Type: text/csv" in str(claims.parts(found)),
            expect=True,
        ),
    ),
    Row(
        kind="encoding",
        field="headers",
        does="warned",
        words="A header of a part is sent where it is given with a file; a warning of the build "
        "says how, with its line.",
        probe=Probe(
            operation=sent(MULTIPART, {"schema": OBJECT, "encoding": {"a": HEADED}}),
            at=(*encoded(MULTIPART, "headers", "a"), "X-A"),
            words="header X-A",
        ),
    ),
    Row(
        kind="encoding",
        field="style",
        does="honored",
        words="The field of a form is written as a parameter of that style.",
        probe=Probe(
            operation=form(FORM, "style", "pipeDelimited"),
            at=encoded(FORM, "style"),
            call={"l": ["a", "b"]},
            look=claims.body,
            expect="l=a%7Cb",
        ),
    ),
    Row(
        kind="encoding",
        field="explode",
        does="honored",
        words="A list or an object is one pair or several.",
        probe=Probe(
            operation=form(FORM, "explode", value=False),
            at=encoded(FORM, "explode"),
            call={"l": ["a", "b"]},
            look=claims.body,
            expect="l=a,b",
        ),
    ),
    Row(
        kind="encoding",
        field="allowReserved",
        does="honored",
        words="Reserved characters of the field stay as they are.",
        probe=Probe(
            operation=form(FORM, "allowReserved", True, "a"),
            at=encoded(FORM, "allowReserved", "a"),
            call={"a": "b/c"},
            look=claims.body,
            expect="a=b/c",
        ),
    ),
    *(
        Row(
            kind="encoding",
            field=field,
            does="refused",
            words="No client is made: parts inside of parts are not put together.",
            versions=("3.2",),
            probe=Probe(
                operation=sent(
                    MULTIPART,
                    {
                        "schema": OBJECT,
                        "encoding": {"l": {"contentType": "multipart/mixed", field: value}},
                    },
                ),
                at=encoded(MULTIPART, field),
                words=field,
            ),
        )
        for field, value in (
            ("encoding", {"a": {"contentType": "text/html"}}),
            ("prefixEncoding", [{"contentType": "text/html"}]),
            ("itemEncoding", {"contentType": "text/html"}),
        )
    ),
)
