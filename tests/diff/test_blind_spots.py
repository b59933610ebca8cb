"""What other comparisons do not see, as they have been measured, is told here."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.pairs import Tree, answered, api, found, json_of, sent

T, O, L = {"type": "string"}, {"type": "object"}, {"type": "array"}  # noqa: E741
N = {"type": "number"}
B, W, I = "breaking", "warning", "info"  # noqa: E741
FORM = {"name": "q", "in": "query", "schema": {**L, "items": T}}


LIST = {"type": "array", "items": {"type": "string"}}


def query(**fields: Any) -> Tree:
    return api({"parameters": [{**FORM, **fields}]})


def key(name: str) -> Tree:
    scheme = {"type": "apiKey", "in": "header", "name": name}
    return api({"security": [{"k": []}]}, components={"securitySchemes": {"k": scheme}})


def path(name: str) -> Tree:
    parameter = {"name": name, "in": "path", "required": True, "schema": T}
    document = api({"parameters": [parameter]})
    document["paths"] = {f"/pets/{{{name}}}": document["paths"]["/pets"]}
    return document


def callback(schema: Any) -> Tree:
    called = {"post": {"requestBody": json_of(schema), "responses": {}}}
    return api({"callbacks": {"on": {"{$url}": called}}})


CLOSED = {**O, "additionalProperties": False}
BRANCHES = [{**O, "title": name, "required": [name]} for name in "ab"]
CASES: list[tuple[str, Tree, Tree, tuple[str, str]]] = [
    ("a closed object that is sent", sent(O), sent(CLOSED),
     ("schema-additional-properties-closed", B)),
    ("an open object that is answered", answered(CLOSED), answered(O),
     ("schema-additional-properties-opened", W)),
    ("style", query(), query(style="pipeDelimited", explode=False),
     ("request-parameter-style-changed", B)),
    ("explode", query(schema=LIST), query(schema=LIST, explode=False),
     ("request-parameter-explode-changed", B)),
    ("servers", api(servers=[{"url": "https://a"}]), api(servers=[{"url": "https://b"}]),
     ("server-url-changed", B)),
    ("the header of a key", key("X-A"), key("X-B"), ("security-scheme-name-changed", B)),
    ("maxItems", sent(L), sent({**L, "maxItems": 2}), ("schema-max-items-added", W)),
    ("uniqueItems", sent(L), sent({**L, "uniqueItems": True}), ("schema-unique-items-set", B)),
    ("multipleOf", sent(N), sent({**N, "multipleOf": 2}), ("schema-multiple-of-added", B)),
    ("minProperties", sent(O), sent({**O, "minProperties": 1}),
     ("schema-min-properties-added", W)),
    ("maxProperties", sent(O), sent({**O, "maxProperties": 1}),
     ("schema-max-properties-added", W)),
    ("callbacks", callback(T), callback(N), ("schema-type-changed", B)),
    ("the name of a path parameter", path("a"), path("b"), ("path-parameter-renamed", I)),
    ("a title", sent(T), sent({**T, "title": "A"}), ("schema-title-changed", I)),
    ("credentials that were not needed", api(), api({"security": [{"k": []}]}),
     ("security-added", B)),
    ("a format of what is answered", answered(T), answered({**T, "format": "date-time"}),
     ("schema-format-added", W)),
    ("one more branch that is answered", answered({"anyOf": [*BRANCHES[:1], L]}),
     answered({"anyOf": [*BRANCHES, L]}), ("schema-any-of-added", B)),
    ("a pattern of what is answered", answered({**T, "pattern": "a"}), answered(T),
     ("schema-pattern-removed", B)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "expected"), [row[1:] for row in CASES], ids=[row[0] for row in CASES]
)
def test_it_is_seen(old: Tree, new: Tree, expected: tuple[str, str]) -> None:
    assert expected in [row[:2] for row in found(old, new)]


@pytest.mark.parametrize(("place", "level"), [(sent, I), (answered, I)])
def test_an_optional_property_in_allof_is_not_a_break(place: Any, level: str) -> None:
    """A reference that became `allOf` of it and a further property, which is reported as four."""
    schemas = {"A": {**O, "properties": {"a": T}}}
    refer = {"$ref": "#/components/schemas/A"}
    more = {"allOf": [refer, {**O, "properties": {"b": T}}]}
    documents = [
        {**place({**O, "properties": {"p": schema}}), "components": {"schemas": schemas}}
        for schema in (refer, more)
    ]
    assert [row[:2] for row in found(*documents)] == [("property-added", level)]
