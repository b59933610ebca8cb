"""Minimal pairs of documents: one fact each, and the one entry that must tell it."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pytest

from specmend.diff.change import Change
from specmend.diff.changes import changes_between
from specmend.document.text.document import parse_document

Tree = dict[str, Any]

B, W, I = "breaking", "warning", "info"  # noqa: E741
LETTERS = {"B": B, "W": W, "I": I}


def entries(old: Any, new: Any) -> tuple[Change, ...]:
    """The entries for two documents."""
    before, after = json.dumps(old, indent=1), json.dumps(new, indent=1)
    return changes_between(parse_document(before, "old.json"), parse_document(after, "new.json"))


def found(old: Any, new: Any) -> list[tuple[str, str, str]]:
    """Id, level and direction of each entry."""
    return [(one.id, one.level, one.direction) for one in entries(old, new)]


def api(operation: Tree | None = None, /, **more: Any) -> Tree:
    """A document with one operation, `POST /pets`."""
    answer = {"200": {"description": "ok"}}
    whole = {"responses": answer, **(operation or {})}
    info = {"title": "T", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": {"/pets": {"post": whole}}, **more}


def json_of(schema: Any) -> Tree:
    return {"content": {"application/json": {"schema": schema}}}


def sent(schema: Any) -> Tree:
    return api({"requestBody": json_of(schema)})


def answered(schema: Any) -> Tree:
    return api({"responses": {"200": {"description": "ok", **json_of(schema)}}})


def _as_both(schema: Any) -> Tree:
    refer = {"$ref": "#/components/schemas/S"}
    answer = {"200": {"description": "ok", **json_of({"items": refer})}}
    operation = {"requestBody": json_of(refer), "responses": answer}
    return api(operation, components={"schemas": {"S": schema}})


def _as_parameter(schema: Any) -> Tree:
    return api({"parameters": [{"name": "q", "in": "query", "schema": schema}]})


def _as_header(schema: Any) -> Tree:
    answer = {"200": {"description": "ok", "headers": {"X-A": {"schema": schema}}}}
    return api({"responses": answer})


def _in_callback(schema: Any) -> Tree:
    called = {"post": {"requestBody": json_of(schema), "responses": {}}}
    return api({"callbacks": {"on": {"{$request.query.u}": called}}})


def _property(schema: Any) -> Tree:
    return {"type": "object", "properties": {"p": schema}}


PLACES: Mapping[str, tuple[str, Callable[[Any], Tree]]] = {
    "a body": ("request", sent),
    "a property of a body": ("request", lambda schema: sent(_property(schema))),
    "members of a list in a body": (
        "request",
        lambda schema: sent(_property({"type": "array", "items": schema})),
    ),
    "a parameter": ("request", _as_parameter),
    "an answer": ("response", answered),
    "a property of an answer": ("response", lambda schema: answered(_property(schema))),
    "values of a map in an answer": (
        "response",
        lambda schema: answered({"type": "object", "additionalProperties": schema}),
    ),
    "a header": ("response", _as_header),
    "a body of a callback": ("response", _in_callback),
    "a component for both": ("both", _as_both),
}
"""Where a schema may stand, with the direction in which it travels there."""

ALWAYS = ("a property of a body", "a property of an answer", "a component for both")

Pair = tuple[Tree, Tree, tuple[str, str, str]]
"""Two documents, and the one entry for them: its id, its level and its direction."""

SchemaRow = tuple[Any, Any, str, str]
"""Two schemas, the id, and the letters of both levels: sent, answered."""


def schema_pairs(rows: list[SchemaRow]) -> list[Any]:
    """Every row at some places, in turn at all of them, as the parameters of a test.

    In every row, the schema is sent, is answered, and is a component for both.
    """
    return [
        pytest.param(
            document(old),
            document(new),
            (id_, level_of(levels, direction), direction),
            id=f"{id_}-{number}-{name}",
        )
        for number, (old, new, id_, levels) in enumerate(rows)
        for name in (*ALWAYS, *_in_turn(number))
        for direction, document in [PLACES[name]]
    ]


def plain_pairs(rows: list[SchemaRow]) -> list[Pair]:
    """The same pairs as plain data."""
    return [tuple(row.values) for row in schema_pairs(rows)]


def _in_turn(number: int) -> tuple[str, str]:
    """Two further places for a row."""
    others = [name for name in PLACES if name not in ALWAYS]
    return others[number % len(others)], others[(number + 1) % len(others)]


def level_of(levels: str, direction: str) -> str:
    """The level in a direction, the worse one in both."""
    request, response = (LETTERS[letter] for letter in levels)
    if direction == "both":
        return min(request, response, key=[B, W, I].index)
    return request if direction == "request" else response
