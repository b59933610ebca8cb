"""Parameters that stay parameters, and headers of responses."""

from __future__ import annotations

import pytest
from tests.source.swagger.samples import load, notes_on, operation, parameter

SAME = [
    "{name: a, in: query, schema: {type: string}}",
    "{name: a, in: query, content: {application/json: {schema: {}}}}",
    "{name: a, in: other, type: string}",
    "{name: a, type: string}",
    "{$ref: 'other.yaml#/a'}",
    "5",
]
CHANGED = [
    ("in: query, type: string", "in: query, schema: {type: string}"),
    (
        "type: string, in: path, required: true, format: byte, x-a: 1",
        "schema: {type: string, format: byte}, in: path, required: true, x-a: 1",
    ),
    (
        "in: header, description: d, type: integer, minimum: 1, default: 2, enum: [2]",
        "in: header, description: d, schema: {type: integer, minimum: 1, default: 2, enum: [2]}",
    ),
    (
        "in: query, type: string, allowEmptyValue: true",
        ("in: query, schema: {type: string}, allowEmptyValue: true"),
    ),
    ("in: query, type: string, x-example: a", "in: query, schema: {type: string}, example: a"),
    (
        "in: query, example: a, type: string, x-example: b",
        "in: query, example: a, schema: {type: string}, x-example: b",
    ),
    (
        "in: query, type: string, x-nullable: true",
        ("in: query, schema: {type: string, nullable: true}"),
    ),
    (
        "in: query, type: string, x-deprecated: true",
        ("in: query, schema: {type: string}, deprecated: true"),
    ),
    ("in: query, type: file", "in: query, schema: {type: string, format: binary}"),
    ("in: query", "in: query, schema: {type: string}"),
    ("in: query, enum: [a]", "in: query, schema: {type: string, enum: [a]}"),
    (
        "in: query, items: {type: string}",
        ("in: query, style: form, explode: false, schema: {type: array, items: {type: string}}"),
    ),
    ("in: query, properties: {a: {}}", "in: query, schema: {type: object, properties: {a: {}}}"),
    ("in: query, type: [string, 'null']", "in: query, schema: {type: string, nullable: true}"),
    (
        "in: query, schema: {type: file}, format: f",
        ("in: query, schema: {type: string, format: f}"),
    ),
    (
        "in: query, type: string, x-ms-skip-url-encoding: true",
        ("in: query, schema: {type: string}, allowReserved: true"),
    ),
    (
        "in: path, type: string, x-ms-skip-url-encoding: true",
        ("in: path, schema: {type: string}, x-ms-skip-url-encoding: true"),
    ),
    (
        "in: query, type: array, items: {type: file}",
        ("in: query, schema: {type: array, items: {type: string, format: binary}}"),
    ),
    ("in: query, type: string, collectionFormat: csv", "in: query, schema: {type: string}"),
    (
        "in: query, type: array, items: {}, style: deepObject",
        ("in: query, explode: false, schema: {type: array, items: {}}, style: deepObject"),
    ),
]
REMARKS = [
    ("{in: query, name: a, type: string}", []),
    (
        "{in: query, name: a}",
        [": This does not say of which type it is: `string` is assumed."],
    ),
    (
        "{in: query, name: a, type: object}",
        [": Swagger 2.0 does not say how an object is sent in a query."],
    ),
    (
        "{in: query, name: a, schema: {}}",
        ["/schema: Only a body has a `schema` in Swagger 2.0: it is read as in OpenAPI 3.0."],
    ),
    (
        "{name: a}",
        [
            (
                ": This does not say where it is sent: expected `in`,"
                " `path`, `query`, `header`, `formData` or `body`."
            )
        ],
    ),
    (
        "{in: formData, type: string}",
        [": This field of a form has no `name`: it stays as it is."],
    ),
    (
        "{in: other, name: a}",
        [
            (
                "/in: This is not understood and stays as it is: expected `path`, `query`,"
                ' `header`, `formData` or `body`, found "other".'
            )
        ],
    ),
]


@pytest.mark.parametrize("text", SAME)
def test_what_is_no_parameter_of_swagger_stays(text: str) -> None:
    assert parameter(text) == load(text)


@pytest.mark.parametrize(("before", "after"), CHANGED)
def test_what_it_says_of_its_value_is_in_the_schema(before: str, after: str) -> None:
    made = parameter(f"{{name: a, {before}}}")
    assert made == load(f"{{name: a, {after}}}")
    assert list(made) == list(load(f"{{name: a, {after}}}"))


@pytest.mark.parametrize(("text", "notes"), REMARKS)
def test_what_is_guessed_is_named(text: str, notes: list[str]) -> None:
    assert notes_on("parameters/A", text) == notes


def test_a_header_is_a_parameter_without_name() -> None:
    made = operation("""
        responses:
          '200':
            description: OK
            headers:
              X-Rate: {type: integer, description: d, x-a: 1}
              X-List: {type: array, items: {type: string}}
              X-Odd: 5
    """)
    assert made["responses"]["200"]["headers"] == {
        "X-Rate": {"schema": {"type": "integer"}, "description": "d", "x-a": 1},
        "X-List": {"schema": {"type": "array", "items": {"type": "string"}}},
        "X-Odd": 5,
    }
