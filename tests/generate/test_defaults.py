"""A default that its schema does not allow is told with its place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.normalize.documents import STRING, of_schemas, thing

from specmend.generate.defaults import default_remarks
from specmend.generate.normalize.table import normalize
from specmend.generate.source import Source


def remarks(**schemas: Any) -> list[str]:
    tree = {**of_schemas(**schemas), "info": {"title": "T", "version": "1"}}
    return [*default_remarks(Source(tree=tree), normalize(tree))]


def test_a_default_of_its_type_needs_no_word() -> None:
    assert remarks(A=thing(a={**STRING, "default": "x"}, b={**STRING, "default": None})) == []


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "default": "1"},
        {"type": "string", "format": "date", "default": "soon"},
        {"type": "string", "enum": ["a", "b"], "default": "c"},
        {"type": "number", "default": float("inf")},
        {"type": "integer", "maximum": 3, "default": 4},
    ],
)
def test_another_default_is_told_with_its_place(schema: Any) -> None:
    (told,) = remarks(A=thing(a=schema, b=STRING), B=thing(a={**schema, "default": None}))
    where, _, words = told.partition(": ")
    assert where == "$.components.schemas.A.properties.a.default"
    assert words == "the client does without a default that its schema does not allow"


def test_more_than_one_is_counted() -> None:
    wrong = {"type": "integer", "default": "1"}
    (told,) = remarks(A=thing(a=wrong, b={"allOf": [wrong, {"title": "B"}]}), C=thing(a=wrong))
    assert "(and at 1 more place)" in told


def test_the_default_of_a_component_is_told_where_it_stands() -> None:
    number = {"type": "integer", "default": "1"}
    (told,) = remarks(A=thing(a={"$ref": "#/components/schemas/Number"}), Number=number)
    assert told.startswith("$.components.schemas.Number.default: ")
