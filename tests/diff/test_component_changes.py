"""The changes of components of all kinds, of used ones and of those that nobody uses."""

from __future__ import annotations

from typing import Any

import pytest
from tests.diff.documents import lines, refer

STRING, INTEGER = {"type": "string"}, {"type": "integer"}


def document(answer: Any, **components: Any) -> dict[str, Any]:
    paths = {"/pets": {"get": {"responses": {"200": answer}}}}
    return {"openapi": "3.1.0", "paths": paths, "components": components}


def to(kind: str, name: str) -> dict[str, str]:
    return {"$ref": f"#/components/{kind}/{name}"}


def answer(schema: Any) -> dict[str, Any]:
    return {"description": "ok", "content": {"application/json": {"schema": schema}}}


OK = answer(STRING)
CASES: list[tuple[Any, Any, list[str]]] = [
    (document(to("responses", "Ok"), responses={"Ok": OK}), document(OK), []),
    (
        document(to("responses", "Ok"), responses={"Ok": OK}),
        document(to("responses", "Good"), responses={"Good": OK}),
        [],
    ),
    (
        document(to("responses", "Ok"), responses={"Ok": OK}),
        document(to("responses", "Ok"), responses={"Ok": answer(INTEGER)}),
        ["response Ok (answered): is now integer, was string"],
    ),
    (document(OK), document(OK, responses={"Ok": OK}), ["response Ok: is new"]),
    (document(OK, parameters={"P": {}}), document(OK), ["parameter P: is gone"]),
    (
        document(OK, headers={"H": {"schema": STRING}}),
        document(OK, headers={"H": {"schema": INTEGER}}),
        ["header H: is now integer, was string"],
    ),
    (
        document(OK, securitySchemes={"K": {"type": "apiKey", "in": "query", "name": "k"}}),
        document(OK, securitySchemes={"K": {"type": "apiKey", "in": "header", "name": "k"}}),
        ['security scheme K: in "query" → "header"'],
    ),
    (
        document(OK, requestBodies={"B": {"required": True}}),
        document(OK, requestBodies={"B": {}}),
        ["request body B (sent): is not required any more"],
    ),
    # Those that nobody uses are paired by what they hold.
    (
        document(OK, schemas={"A": {"properties": {"a": STRING, "b": STRING, "c": STRING}}}),
        document(OK, schemas={"B": {"properties": {"a": STRING, "b": STRING, "d": STRING}}}),
        ["schema B: lost `c`", "schema B: gained `d` (string)"],
    ),
    (
        document(OK, schemas={"A": refer("B"), "B": STRING}),
        document(OK, schemas={"A": STRING, "B": STRING}),
        [],
    ),
    # What the standard does not name.
    (document(OK, **{"x-a": 1}), document(OK, **{"x-a": 2}), ["document: components.x-a 1 → 2"]),
    (
        document(OK, schemas={"x-note": "a"}),
        document(OK, schemas={"x-note": "b"}),
        ['schema x-note: "a" → "b"'],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_components_are_told_where_a_call_shows_them(
    old: Any, new: Any, expected: list[str]
) -> None:
    assert lines(old, new) == expected
