"""Path templates, and what path items and operations declare for them."""

from __future__ import annotations

from typing import Any

import pytest

from specmend.document.openapi.parameters import (
    blank,
    declarations,
    path_names,
    template_names,
    with_template_name,
)

TREE: Any = {
    "paths": {
        "/a/{id}": {
            "parameters": [{"name": "id", "in": "path"}, {"name": "q", "in": "query"}],
            "query": {"parameters": [{"$ref": "#/components/parameters/Alias"}]},
            "get": {"parameters": [{"$ref": "#/nowhere"}, {"in": "path"}, True]},
        }
    },
    "components": {
        "parameters": {
            "Alias": {"$ref": "#/components/parameters/Key"},
            "Key": {"name": "key", "in": "path"},
        }
    },
}
ITEM = ("paths", "/a/{id}")


@pytest.mark.parametrize(
    ("path", "names"),
    [("/a", []), ("/a/{b}/{c-d}", ["b", "c-d"]), ("/a/{b}.{c}", ["b", "c"]), ("/{a/b}", [])],
)
def test_a_template_has_names(path: str, names: list[str]) -> None:
    assert template_names(path) == names


def test_a_name_of_a_template_is_replaced() -> None:
    assert with_template_name("/a/{b}/{bc}", "b", "x") == "/a/{x}/{bc}"


@pytest.mark.parametrize(
    ("holder", "declared"),
    [
        (
            ITEM,
            [((*ITEM, "parameters", 0), "id", "path"), ((*ITEM, "parameters", 1), "q", "query")],
        ),
        ((*ITEM, "query"), [(("components", "parameters", "Key"), "key", "path")]),
        ((*ITEM, "get"), []),
        ((*ITEM, "put"), []),
    ],
)
def test_a_parameter_is_declared_where_references_lead(holder: Any, declared: Any) -> None:
    assert list(declarations(TREE, holder)) == declared


def test_the_path_parameters_are_those_of_the_path_and_of_the_operation() -> None:
    assert path_names(TREE, ITEM) == {"id"}
    assert path_names(TREE, ITEM, (*ITEM, "query")) == {"id", "key"}


def test_a_path_without_the_names_in_its_braces() -> None:
    assert blank("/a/{id}/b{x}") == "/a/{}/b{}"
