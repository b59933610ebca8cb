"""The parameter in the body as a request body."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tests.source.swagger.samples import convert, load, operation, remarks

RULES = [
    (
        "{schema: {type: file}, required: true, description: d, x-a: 1}",
        (
            "{content: {a/b: {schema: {type: string, format: binary}}}, required: true,"
            " description: d, x-a: 1}"
        ),
    ),
    ("{description: d, schema: {}}", "{description: d, content: {a/b: {schema: {}}}}"),
    ("{schema: {}, x-example: 5}", "{content: {a/b: {schema: {}, example: 5}}}"),
    ("{schema: {}, x-examples: {a/b; c=d: 5}}", "{content: {a/b: {schema: {}, example: 5}}}"),
    ("{schema: {}, x-examples: {one: 5}}", "{content: {a/b: {schema: {}}}, x-examples: {one: 5}}"),
    ("{}", "{content: {a/b: {}}}"),
    ("{type: array, items: {}}", "{content: {a/b: {schema: {type: array, items: {}}}}}"),
    ("{schema: 5}", "{content: {a/b: {schema: 5}}}"),
]
REMARKS = [
    ("{schema: {}}", "[a/b]", []),
    (
        "{}",
        "[a/b]",
        ["paths//a/post/parameters/0: This body has no `schema`: anything is assumed."],
    ),
    (
        "{type: string}",
        "[a/b]",
        [
            (
                "paths//a/post/parameters/0: A body has a `schema` and no `type`:"
                " that is read as its schema."
            )
        ],
    ),
    (
        "{schema: {}}",
        "[]",
        [
            (
                "paths//a/post/consumes: This empty `consumes` does not say of which media type"
                " the bodies are: `application/json` is assumed."
            )
        ],
    ),
]


def body(parameter: str, consumes: str) -> str:
    one = {"in": "body", "name": "a", **load(parameter)}
    return f"{{consumes: {consumes}, parameters: [{json.dumps(one)}]}}"


def request_body(parameter: str, consumes: str) -> Any:
    return operation(body(parameter, consumes))["requestBody"]


@pytest.mark.parametrize(("before", "after"), RULES)
def test_a_body_has_its_schema_under_its_media_type(before: str, after: str) -> None:
    made = request_body(before, "[a/b]")
    assert made == load(after)
    assert list(made) == list(load(after))


def test_each_media_type_has_the_schema() -> None:
    made = request_body("{schema: {type: string}, x-examples: {c/d: x}}", "[a/b, c/d]")
    assert made["content"] == {
        "a/b": {"schema": {"type": "string"}},
        "c/d": {"schema": {"type": "string"}, "example": "x"},
    }
    assert made["content"]["a/b"]["schema"] is not made["content"]["c/d"]["schema"]


@pytest.mark.parametrize(("parameter", "consumes", "notes"), REMARKS)
def test_what_is_guessed_is_named(parameter: str, consumes: str, notes: list[str]) -> None:
    assert remarks(convert(f"paths: {{/a: {{post: {body(parameter, consumes)}}}}}")) == notes
