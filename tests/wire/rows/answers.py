"""What the client does about the fields of answers and of their headers."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter
from tests.wire import claims
from tests.wire.claims import Place, Probe, Row
from tests.wire.loopback import Reply
from tests.wire.rows.parameters import MAP, TEXT, TEXTS
from tests.wire.standard_fields import VERSIONS

JSON: Final = {"Content-Type": "application/json"}
LINK: Final = {"next": {"operationId": "@", "parameters": {}}}


def answered(content: Any = None, **words: Any) -> dict[str, Any]:
    """An operation with one answer."""
    made: dict[str, Any] = {"description": "d", **words}
    return {"responses": {"200": made | ({"content": content} if content else {})}}


def at(*tokens: str | int) -> Place:
    """A place below the answer."""
    return ("operation", "responses", "200", *tokens)


def headed(schema: Any, **words: Any) -> dict[str, Any]:
    """An answer with one header."""
    return answered(headers={"X-A": {"schema": schema, **words}})


def read(operation: Any, place: Place, text: str, value: Any, **words: Any) -> Probe:
    """A header of an answer, and its value in `declared`."""
    return Probe(
        operation=operation,
        at=place,
        whole=True,
        answer=Reply(headers={"X-A": text}),
        look=lambda found: _plain(found.declared.get("X-A")),
        expect=value,
        **words,
    )


def _plain(value: Any) -> Any:
    return TypeAdapter(Any).dump_python(value, mode="json")


NUMBER: Final = {"type": "integer"}
NUMBERS: Final = {"application/json": {"schema": NUMBER}}

ROWS: Final = (
    Row(
        kind="response",
        field="content",
        does="honored",
        words="The answer is read by its media type and checked against its schema.",
        probe=Probe(
            operation=answered(NUMBERS),
            at=at("content"),
            instead={"text/plain": {"schema": TEXT}},
            answer=Reply(headers=JSON, body=b'"x"'),
            look=claims.result,
            expect="DecodeError",
        ),
    ),
    Row(
        kind="response",
        field="headers",
        does="honored",
        words="`with_response` gives all headers as they came, and `declared` those that the "
        "document names as values of their types.",
        probe=read(headed(NUMBER), at("headers"), "5", 5),
    ),
    Row(
        kind="response",
        field="links",
        does="honored",
        words="`with_response` gives each link with the values that it takes from the answer.",
        probe=Probe(
            operation=answered(links=LINK),
            at=at("links"),
            whole=True,
            answer=Reply(status=200, headers={"X-A": "1"}),
            look=lambda found: [*found.links],
            expect=["next"],
        ),
    ),
    Row(
        kind="response",
        field="description",
        does="silent",
        words="It is for people.",
        probe=Probe(operation=answered(), at=at("description"), instead="Other words."),
    ),
    Row(
        kind="response",
        field="summary",
        does="silent",
        words="It is for people.",
        versions=("3.2",),
        probe=Probe(operation=answered(summary="S."), at=at("summary")),
    ),
    Row(
        kind="header",
        field="schema",
        does="honored",
        words="It is the type of the value in `declared`.",
        probe=read(headed(NUMBER), at("headers", "X-A", "schema"), "5", 5, instead=TEXT),
    ),
    Row(
        kind="header",
        field="explode",
        does="honored",
        words="An object is written as `a=1,b=2` or as `a,1,b,2`.",
        probe=read(
            headed(MAP, explode=True),
            at("headers", "X-A", "explode"),
            "a=1,b=2",
            {"a": "1", "b": "2"},
        ),
    ),
    Row(
        kind="header",
        field="content",
        does="honored",
        words="The value is a text of that media type: JSON is read as JSON.",
        probe=read(
            answered(headers={"X-A": {"content": {"application/json": {"schema": TEXTS}}}}),
            at("headers", "X-A", "content"),
            '["a,b"]',
            ["a,b"],
            instead={"text/plain": {"schema": TEXT}},
        ),
    ),
    *(
        Row(
            kind="header",
            field=field,
            does="silent",
            words=words,
            versions=versions,
            probe=Probe(
                operation=headed(TEXTS, **{field: value}),
                at=at("headers", "X-A", field),
                whole=True,
                answer=Reply(headers={"X-A": "a,b"}),
                look=lambda found: dict(found.declared),
            ),
        )
        for field, value, words, versions in (
            ("description", "D.", "It is for people.", VERSIONS),
            ("required", True, "An answer is read without it too.", VERSIONS),
            ("deprecated", True, "It is for people.", VERSIONS),
            ("style", "simple", "It can be `simple` only.", VERSIONS),
            ("example", ["e"], "It is for people.", VERSIONS),
            ("examples", {"e": {"value": ["e"]}}, "They are for people.", VERSIONS),
            ("allowReserved", True, "Values of headers are not encoded.", ("3.0",)),
            ("allowEmptyValue", True, "It means something in a query only.", ("3.0",)),
        )
    ),
)
