"""The operations of a document by group, under names that do not clash."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import document, normalized, read

from specmend.generate.client.operations import name_methods, shadowed_types

FINE: dict[str, Any] = {"responses": {"204": {"description": ""}}}


def one(name: str, *tags: str) -> dict[str, Any]:
    return {"operationId": name, **FINE, **({"tags": [*tags]} if tags else {})}


def test_operations_stand_in_the_group_of_their_first_tag_and_on_the_client_without() -> None:
    tree = document(
        {
            "/a": {"get": one("getA"), "query": one("queryA", "Big Pets", "more")},
            "/b": {"additionalOperations": {"LINK": one("linkB", "Big Pets")}},
        }
    )
    groups, reader = read(tree)
    assert [(group.attribute, group.tag, group.class_name) for group in groups] == [
        ("", "default", ""),
        ("big_pets", "Big Pets", "BigPetsOperations"),
    ]
    assert [(one.method, one.path, one.name) for group in groups for one in group.operations] == [
        ("GET", "/a", "get_a"),
        ("QUERY", "/a", "query_a"),
        ("LINK", "/b", "link_b"),
    ]
    assert (reader.faults, reader.warnings) == ([], [])


def test_a_flat_client_has_the_operations_of_every_tag() -> None:
    groups, _ = read(document({"/a": {"get": one("getA", "x")}}), flat=True)
    assert [(group.attribute, group.inherited, group.owner) for group in groups] == [
        ("x", True, "")
    ]


def test_a_tag_called_like_an_operation_gets_another_attribute() -> None:
    tree = document({"/a": {"get": one("pets"), "put": one("putA", "pets")}})
    assert [group.attribute for group in read(tree)[0]] == ["", "pets_operations"]


@pytest.mark.parametrize(
    ("paths", "flat", "names"),
    [
        pytest.param({"/a": {"get": one("x"), "put": one("y")}}, False, ["x", "y"], id="two names"),
        pytest.param(
            {"/a": {"get": one("x"), "query": one("X")}},
            False,
            ["x", "x_2"],
            id="one name for two methods",
        ),
        pytest.param(
            {"/a": {"get": one("x"), "put": one("X"), "query": one("x_2")}},
            False,
            ["x", "x_2", "x_2_2"],
            id="a number that is a name already",
        ),
        pytest.param(
            {"/a": {"get": one("x", "s"), "put": one("X", "t")}},
            False,
            ["x", "x"],
            id="in two groups",
        ),
        pytest.param(
            {"/a": {"get": one("x", "s"), "put": one("X", "t")}},
            True,
            ["x", "x_2"],
            id="in two groups of a flat client",
        ),
        pytest.param(
            {"/b/{id}": {"query": one("x")}, "/b/{key}": {"query": one("y")}},
            False,
            ["x", "y"],
            id="two paths that differ in a name",
        ),
        pytest.param(
            {"/a": {"get": one("close"), "put": one("withOptions"), "post": one("overload")}},
            False,
            ["close_", "with_options_", "overload_"],
            id="what the client has itself",
        ),
        pytest.param(
            {
                "/a": {
                    "get": one("list"),
                    "put": one("class"),
                    "post": one("2nd"),
                    "head": one("é!"),
                }
            },
            False,
            ["list", "class_", "field_2nd", "é"],
            id="builtins, keywords and what is no name",
        ),
    ],
)
def test_methods_of_one_class_have_names_of_their_own(paths: Any, flat: bool, names: Any) -> None:
    groups, reader = read(document(paths), flat=flat)
    assert [operation.name for group in groups for operation in group.operations] == names
    assert reader.faults == []


@pytest.mark.parametrize(
    ("names", "modules"),
    [
        (["x", "y"], ["x", "y"]),
        (["list", "id", "datetime"], ["list_", "id", "datetime_"]),
        (["list", "list_"], ["list_", "list_2"]),
        (["x" * 200], ["x" * 200]),
        (["x" * 201, "x" * 202], [f"{'x' * 200}_84a0678c", f"{'x' * 200}_f762e174"]),
        (["名" * 67], [f"{'名' * 66}_c8340ecf"]),
        (["\u0130ptal"], ["i_ptal"]),
    ],
)
def test_every_operation_has_a_module_of_its_own(names: list[str], modules: list[str]) -> None:
    paths = {f"/{number}": {"get": one(name)} for number, name in enumerate(names)}
    (group,), _ = read(document(paths))
    assert [operation.module for operation in group.operations] == modules


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        pytest.param(["pets"], [("pets", "pets", "PetsOperations")], id="a tag"),
        pytest.param(
            ["Pets", "pets"], [("pets", "pets", "PetsOperations")], id="one folder is one group"
        ),
        pytest.param(
            ["a b", "a-b"], [("a_b", "a_b", "ABOperations")], id="tags that are one in Python"
        ),
        pytest.param(
            ["list", "class"],
            [("class_", "class_", "ClassOperations"), ("list", "list_", "ListOperations")],
            id="builtins and keywords",
        ),
        pytest.param(["1st"], [("tag_1st", "tag_1st", "Model1StOperations")], id="no name"),
    ],
)
def test_the_groups_of_tags(tags: list[str], found: Any) -> None:
    paths = {f"/{number}": {"get": one(f"x{number}", tag)} for number, tag in enumerate(tags)}
    groups, _ = read(document(paths))
    assert [(group.attribute, group.folder, group.class_name) for group in groups] == found


def test_names_that_hide_builtin_types_are_known_before_types_are_written() -> None:
    tree = document({"/a": {"get": one("list"), "put": one("x", "dict")}})
    assert shadowed_types(name_methods(normalized(tree))) == {"list", "x", "default", "dict"}
