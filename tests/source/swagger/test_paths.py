"""Paths and path items."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import convert, load, remarks

RULES = [
    ("{x-a: {get: {consumes: [a]}}}", "{x-a: {get: {consumes: [a]}}}"),
    ("{/a: {x-a: 1, get: {}, summary: s}}", "{/a: {x-a: 1, get: {}, summary: s}}"),
    ("{/a: {$ref: 'other.yaml'}}", "{/a: {$ref: 'other.yaml'}}"),
    ("{/a: 5}", "{/a: 5}"),
    ("5", "5"),
    (
        "{/a: {parameters: [{in: query, name: q, type: string}, {$ref: '#/parameters/P'}]}}",
        (
            "{/a: {parameters: [{in: query, name: q, schema: {type: string}},"
            " {$ref: '#/components/parameters/P'}]}}"
        ),
    ),
    ("{/a: {parameters: [{in: body, name: b, schema: {}}], x-a: 1}}", "{/a: {x-a: 1}}"),
    ("{/a: {x-servers: [{url: /b}]}}", "{/a: {servers: [{url: /b}]}}"),
    ("{/a: {consumes: [a/b], get: {}}}", "{/a: {get: {}}}"),
    ("{/a: {trace: {schemes: [http]}}}", "{/a: {trace: {}}}"),
]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_a_path_item_keeps_what_is_for_all_operations(before: str, after: str) -> None:
    assert convert(f"paths: {before}").tree["paths"] == load(after)


@pytest.mark.parametrize("text", ["5", "{/a: 5}"])
def test_what_is_not_understood_is_named(text: str) -> None:
    assert "This is not understood and stays as it is" in remarks(convert(f"paths: {text}"))[0]
