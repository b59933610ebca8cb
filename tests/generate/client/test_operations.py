"""The operations of a document by group; whatever is missing is a fault."""

from __future__ import annotations

from typing import Any

import pytest
from tests.generate.client.reading import document, read

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
    ("paths", "flat", "faults"),
    [
        pytest.param({"/a": {"get": one("x"), "put": one("y")}}, False, [], id="two names"),
        pytest.param(
            {"/a": {"get": one("x"), "query": one("X")}},
            False,
            [("QUERY", "/a", "its operationId gives the same method, x, as GET /a")],
            id="one name for two methods",
        ),
        pytest.param(
            {"/a": {"get": one("x", "s"), "put": one("X", "t")}}, False, [], id="in two groups"
        ),
        pytest.param(
            {"/a": {"get": one("x", "s"), "put": one("X", "t")}},
            True,
            [("PUT", "/a", "its operationId gives the same method, x, as GET /a")],
            id="in two groups of a flat client",
        ),
        pytest.param(
            {"/b/{id}": {"get": {**one("x"), "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {}}]}},
             "/b/{key}": {"get": {**one("y"), "parameters": [
                 {"name": "key", "in": "path", "required": True, "schema": {}}]}}},
            False,
            [],
            id="two paths that differ in a name",
        ),
    ],
)  # fmt: skip
def test_methods_of_one_class_have_names_of_their_own(paths: Any, flat: bool, faults: Any) -> None:
    _, reader = read(document(paths), flat=flat)
    assert [(fault["method"], fault["path"], fault["words"]) for fault in reader.faults] == faults


def test_an_operation_that_the_generator_drops_is_a_fault_with_its_words() -> None:
    wrong = {**one("x"), "parameters": [{"name": "id", "in": "query", "schema": {}}]}
    groups, reader = read(document({"/a/{id}": {"query": wrong}}))
    assert groups == []
    (fault,) = reader.faults
    assert (fault["method"], fault["path"]) == ("QUERY", "/a/{id}")
    assert "Path parameters do not match with path" in fault["words"]
