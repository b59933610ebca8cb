"""What became of a parameter that an edit renames, and of what builds on it."""

from __future__ import annotations

from typing import Any

import pytest
from tests.drift.renames import (
    ALREADY,
    APPLIES,
    BLOCKED,
    CONFLICT,
    GET,
    GONE,
    MOVED,
    PATH,
    Row,
    alone,
    called,
    changed,
    check,
    edit,
    gone,
    judged,
    parameter,
    parameter_to_component,
    parameters_to_path,
    put,
    texts,
)

QUERY = edit(
    '$.paths["/v1/pets/{petId}"].get',
    "rename-parameter",
    **{"from": "verbose", "to": "full", "in": "query"},
)
QUERY_AFTER = [
    changed(
        '$.paths["/v1/pets/{petId}"].get.parameters[?@.name=="full"].schema', {"type": "boolean"}
    )
]
VERBOSE = (*GET, "parameters", 1)
ANIMALS = "/v1/animals/{petId}"
QUERIES: list[Row] = [
    ([], [APPLIES, APPLIES], ""),
    ([QUERY], [ALREADY, APPLIES], "already says this"),
    ([QUERY, texts("verbose", "x")], [ALREADY, APPLIES], ""),
    ([QUERY, alone, parameters_to_path], [ALREADY, MOVED], ""),
    ([QUERY, parameter_to_component], [ALREADY, MOVED], ""),
    ([QUERY, called(ANIMALS, *PATH)], [ALREADY, MOVED], ""),
    ([alone, parameters_to_path], [MOVED, MOVED], "it is now $.paths['/v1/pets/{petId}'].par"),
    ([parameter_to_component], [MOVED, MOVED], "it is now $.components.parameters.Shared"),
    ([called(ANIMALS, *PATH)], [MOVED, MOVED], "same operation id"),
    ([put("other", *VERBOSE, "name")], [CONFLICT, BLOCKED], 'upstream now "other", ours "full"'),
    # Others share it now: renaming it there would rename it for them.
    ([parameters_to_path], [CONFLICT, GONE], "where others share it"),
    # Both names are there, or the new one is something else.
    ([put(parameter("full", "query"), *GET, "parameters", 0)], [CONFLICT, APPLIES], "still says"),
    # What a later step makes of it is known.
    ([put(parameter("full", "query", "boolean"), *VERBOSE)], [ALREADY, ALREADY], ""),
    (
        [put(parameter("full", "query", "integer"), *VERBOSE)],
        [CONFLICT, CONFLICT],
        "taken by something else",
    ),
    ([gone(*VERBOSE)], [GONE, GONE], "is gone"),
    ([gone(*GET)], [GONE, GONE], "get is gone"),
    ([gone(*PATH)], [GONE, GONE], "is gone"),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), QUERIES)
def test_a_parameter_of_a_query(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, QUERY, QUERY_AFTER, verdicts, told)


IN_PATH = edit(
    '$.paths["/v1/pets/{petId}"]',
    "rename-parameter",
    **{"from": "petId", "to": "id", "in": "path"},
)
IN_PATH_AFTER = [
    changed('$.paths["/v1/pets/{id}"].get', {"deprecated": True}),
    changed('$.paths["/v1/pets/{id}"].delete', {"deprecated": True}),
]
TEMPLATE = called("/v1/pets/{id}", *PATH)
NEW_GET = ("paths", "/v1/pets/{id}", "get")
NEW_ID = (*NEW_GET, "parameters", 0, "name")
PATHS: list[Row] = [
    ([], [APPLIES, APPLIES, APPLIES], ""),
    ([IN_PATH], [ALREADY, APPLIES, APPLIES], "already says this"),
    ([IN_PATH, parameters_to_path], [ALREADY, APPLIES, APPLIES], ""),
    ([IN_PATH, called("/v1/x/{id}", "paths", "/v1/pets/{id}")], [ALREADY, MOVED, MOVED], ""),
    ([parameters_to_path], [APPLIES, APPLIES, APPLIES], ""),
    ([called(ANIMALS, *PATH)], [MOVED, MOVED, MOVED], "same operation id"),
    # The template and one of two declarations.
    ([TEMPLATE, put("id", *NEW_ID)], [CONFLICT, APPLIES, APPLIES], "still says petId"),
    ([TEMPLATE], [CONFLICT, APPLIES, APPLIES], "still says petId"),
    ([gone(*PATH)], [GONE, GONE, GONE], "is gone"),
]


@pytest.mark.parametrize(("moves", "verdicts", "told"), PATHS)
def test_a_parameter_of_a_path(moves: list[Any], verdicts: list[str], told: str) -> None:
    check(moves, IN_PATH, IN_PATH_AFTER, verdicts, told)


SHARED: list[tuple[Any, Any, str, str]] = [
    # The parameters of one operation and of another one, which the path had; the verdict, and why.
    ({"name": "tenant"}, {"name": "tenant"}, "APPLIES", ""),
    ({"$ref": "Tenant"}, {"$ref": "Tenant"}, "MOVED", "$.components.parameters.Tenant"),
    ({"$ref": "Tenant"}, {"name": "tenant"}, "CONFLICT", "in several places now"),
    ({"$ref": "Tenant"}, {"$ref": "Client"}, "CONFLICT", "in several places now"),
]


@pytest.mark.parametrize("version", ["3.0.3", "3.1.1", "3.2.0"])
@pytest.mark.parametrize(("first", "second", "verdict", "told"), SHARED)
def test_a_parameter_of_a_path_that_its_operations_have_now(
    first: Any, second: Any, verdict: str, told: str, version: str
) -> None:
    tenant = {"name": "tenant", "in": "query", "schema": {"type": "string"}}
    rename = edit("$.paths['/visits']", "rename-parameter", **RENAMED)
    old = visits(version, {"parameters": [tenant], "post": {}, "put": {}})
    declared = [
        {"$ref": f"#/components/parameters/{one['$ref']}"} if "$ref" in one else tenant
        for one in (first, second)
    ]
    item = {"post": {"parameters": declared[:1]}, "put": {"parameters": declared[1:]}}
    new = {**visits(version, item), "components": {"parameters": {}}}
    new["components"]["parameters"] = {"Tenant": tenant, "Client": tenant}
    (found,) = judged(new, rename, old=old)
    assert found.verdict.name == verdict, found.message
    assert told in found.message


RENAMED = {"from": "tenant", "to": "customer", "in": "query"}


def visits(version: str, item: Any) -> dict[str, Any]:
    """A document of one path."""
    info = {"title": "Visits", "version": "1"}
    return {"openapi": version, "info": info, "paths": {"/visits": item}}
