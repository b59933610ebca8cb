"""What the client does about the fields of parameters."""

from __future__ import annotations

from typing import Any, Final

from tests.wire import claims
from tests.wire.claims import Probe, Row

TEXT: Final = {"type": "string"}
TEXTS: Final = {"type": "array", "items": TEXT}
MAP: Final = {"type": "object", "additionalProperties": TEXT}


def parameter(schema: Any = TEXT, **words: Any) -> dict[str, Any]:
    """An operation with one parameter."""
    return {"parameters": [{"name": "q", "in": "query", "schema": schema, **words}]}


def at(field: str) -> claims.Place:
    """Where a field of that parameter stands."""
    return ("operation", "parameters", 0, field)


def silent(field: str, words: str, **more: Any) -> Row:
    """A field that says nothing about the wire."""
    probe = Probe(operation=parameter(**more), at=at(field), call={"q": "a"})
    return Row(kind="parameter", field=field, does="silent", words=words, probe=probe)


ROWS: Final = (
    Row(
        kind="parameter",
        field="name",
        does="honored",
        words="It is the name on the wire; the argument has the nearest name that Python allows.",
        probe=Probe(
            operation=parameter(name="a[b] c"),
            at=at("name"),
            instead="ab_c",
            call={"ab_c": "x"},
            look=claims.query,
            expect="a%5Bb%5D%20c=x",
        ),
    ),
    Row(
        kind="parameter",
        field="in",
        does="honored",
        words="The value travels in the path, the query, a header or a cookie.",
        probe=Probe(
            operation=parameter(**{"in": "header"}),
            at=at("in"),
            instead="query",
            call={"q": "x"},
            look=claims.header("q"),
            expect="x",
        ),
    ),
    Row(
        kind="parameter",
        field="in",
        does="honored",
        words="`querystring` is the whole query.",
        versions=("3.2",),
        probe=Probe(
            operation={
                "parameters": [
                    {
                        "name": "q",
                        "in": "querystring",
                        "content": {"application/json": {"schema": TEXT}},
                    }
                ]
            },
            at=at("in"),
            instead="query",
            call={"q": "x"},
            look=claims.query,
            expect="%22x%22",
        ),
    ),
    Row(
        kind="parameter",
        field="required",
        does="honored",
        words="The method asks for the argument.",
        probe=Probe(
            operation=parameter(required=True), at=at("required"), look=claims.sent, expect=False
        ),
    ),
    Row(
        kind="parameter",
        field="style",
        does="honored",
        words="Every style of the version's table of styles is written as the table says.",
        probe=Probe(
            operation=parameter(TEXTS, style="pipeDelimited", explode=False),
            at=at("style"),
            call={"q": ["a", "b"]},
            look=claims.query,
            expect="q=a%7Cb",
        ),
    ),
    Row(
        kind="parameter",
        field="explode",
        does="honored",
        words="Lists and objects are one value or several; each style has its own default.",
        probe=Probe(
            operation=parameter(MAP, explode=False),
            at=at("explode"),
            call={"q": {"a": "1"}},
            look=claims.query,
            expect="q=a,1",
        ),
    ),
    Row(
        kind="parameter",
        field="allowReserved",
        does="honored",
        words="Reserved characters stay as they are, but for those that end a value of a query.",
        probe=Probe(
            operation=parameter(allowReserved=True),
            at=at("allowReserved"),
            call={"q": "a/b:c"},
            look=claims.query,
            expect="q=a/b:c",
        ),
    ),
    Row(
        kind="parameter",
        field="schema",
        does="honored",
        words="It is the type of the argument.",
        probe=Probe(
            operation=parameter(TEXTS),
            at=at("schema"),
            instead=TEXT,
            look=lambda found: "Sequence[str]" in found.signature,
            expect=True,
        ),
    ),
    Row(
        kind="parameter",
        field="content",
        does="honored",
        words="The value is a text of that media type: JSON is written as JSON.",
        probe=Probe(
            operation={
                "parameters": [
                    {"name": "q", "in": "query", "content": {"application/json": {"schema": TEXT}}}
                ]
            },
            at=at("content"),
            instead={"text/plain": {"schema": TEXT}},
            call={"q": "x"},
            look=claims.query,
            expect="q=%22x%22",
        ),
    ),
    Row(
        kind="parameter",
        field="deprecated",
        does="silent",
        words="It is for people: the documentation of the argument says it.",
        probe=Probe(operation=parameter(deprecated=True), at=at("deprecated"), call={"q": "a"}),
    ),
    silent("description", "It is for people: the documentation of the argument.", description="D."),
    silent(
        "allowEmptyValue",
        "A text can be empty in any case: `q=` is sent for it.",
        allowEmptyValue=True,
    ),
    silent("example", "It is for people: the example of the method shows it.", example="e"),
    silent(
        "examples",
        "They are for people: the example of the method shows the first.",
        examples={"e": {"value": "e"}},
    ),
)
