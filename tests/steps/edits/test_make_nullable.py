"""The edit make-nullable: null in the words of OpenAPI 3.0 and of 3.1."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_schema_validator import OAS30Validator
from tests.steps.series import after, refusal

from specmend.document.text.document import parse_document
from specmend.steps.edits.make_nullable import EDIT

NULL = "{type: object, nullable: true, enum: [null]}"
NULLABLE = "- {target: $.S, x-edit: {name: make-nullable}}"


@pytest.mark.parametrize(
    ("version", "before", "meant"),
    [
        ("3.0.3", "{type: string}", "{type: string, nullable: true}"),
        ("3.0.3", "{type: string, enum: [a]}", "{type: string, enum: [a, null], nullable: true}"),
        ("3.0.3", "{$ref: '#/T'}", f"{{anyOf: [{{$ref: '#/T'}}, {NULL}]}}"),
        ("3.0.3", "{$ref: '#/T', title: not read}", f"{{anyOf: [{{$ref: '#/T'}}, {NULL}]}}"),
        ("3.0.3", "{allOf: [{$ref: '#/T'}]}", f"{{anyOf: [{{allOf: [{{$ref: '#/T'}}]}}, {NULL}]}}"),
        (
            "3.0.3",
            "{title: a, anyOf: [{$ref: '#/T'}]}",
            f"{{title: a, anyOf: [{{$ref: '#/T'}}, {NULL}]}}",
        ),
        ("3.0.3", "{type: string, enum: [null]}", "{type: string, enum: [null], nullable: true}"),
        ("3.1.0", "{type: string}", '{type: [string, "null"]}'),
        ("3.1.0", "{type: [string, number]}", '{type: [string, number, "null"]}'),
        ("3.1.0", "{$ref: '#/T'}", "{anyOf: [{$ref: '#/T'}, {type: 'null'}]}"),
        (
            "3.0.3",
            "{type: object, allOf: [{$ref: '#/T'}]}",
            f"{{anyOf: [{{type: object, allOf: [{{$ref: '#/T'}}]}}, {NULL}]}}",
        ),
        (
            "3.0.3",
            "{nullable: true, allOf: [{$ref: '#/T'}]}",
            f"{{anyOf: [{{allOf: [{{$ref: '#/T'}}]}}, {NULL}]}}",
        ),
        (
            "3.0.3",
            "{nullable: true, anyOf: [{$ref: '#/T'}]}",
            f"{{anyOf: [{{$ref: '#/T'}}, {NULL}]}}",
        ),
        ("3.1.0", "{type: string, nullable: true}", '{type: [string, "null"], nullable: true}'),
        (
            "3.1.0",
            "{type: string, const: a}",
            "{anyOf: [{type: string, const: a}, {type: 'null'}]}",
        ),
        ("3.1.0", "{anyOf: [{$ref: '#/T'}]}", "{anyOf: [{$ref: '#/T'}, {type: 'null'}]}"),
        ("3.1.0", "{anyOf: 3}", "{anyOf: [{anyOf: 3}, {type: 'null'}]}"),
        # What is said of the value as a whole stays beside the union.
        *(
            (version, f"{{{beside}, {narrow}}}", f"{{{beside}, anyOf: [{{{narrow}}}, {null}]}}")
            for version, null in (("3.0.3", NULL), ("3.1.0", "{type: 'null'}"))
            for narrow in (
                "allOf: [{$ref: '#/T'}]",
                "oneOf: [{$ref: '#/T'}], type: object",
                "anyOf: [{$ref: '#/T'}], discriminator: {propertyName: a}",
                "type: string, not: {enum: [b]}",
            )
            for beside in (
                "default: a",
                "description: How it is., title: It",
                "readOnly: true",
                "writeOnly: true, deprecated: true",
                "example: a",
                "externalDocs: {url: /a}, xml: {name: b}, x-order: 1",
            )
        ),
        (
            "3.1.0",
            "{$ref: '#/T', default: a}",
            "{anyOf: [{$ref: '#/T'}, {type: 'null'}], default: a}",
        ),
        (
            "3.1.0",
            "{const: a, examples: [a]}",
            "{anyOf: [{const: a}, {type: 'null'}], examples: [a]}",
        ),
        (
            "3.1.0",
            "{$ref: '#/T', minLength: 2}",
            "{anyOf: [{$ref: '#/T', minLength: 2}, {type: 'null'}]}",
        ),
        (
            "3.1.0",
            "{$id: s, $ref: '#/T', $defs: {a: {}}}",
            "{$id: s, anyOf: [{$ref: '#/T'}, {type: 'null'}], $defs: {a: {}}}",
        ),
        ("3.1.0", "{description: any}", "{description: any, anyOf: [{}, {type: 'null'}]}"),
    ],
)
def test_null_is_added_in_the_words_of_the_version(version: str, before: str, meant: str) -> None:
    made = after(f"openapi: {version}\nS: {before}\n", NULLABLE)
    assert (
        parse_document(made, "a.yaml").tree
        == parse_document(f"openapi: {version}\nS: {meant}\n", "a.yaml").tree
    )


@pytest.mark.parametrize(
    ("version", "schema", "message"),
    [
        ("3.0.3", "{type: string, nullable: true}", "this schema may be null already"),
        ("3.1.0", "{type: [string, 'null']}", "this schema may be null already"),
        ("3.1.0", "{anyOf: [{type: string}, {type: 'null'}]}", "this schema may be null already"),
        ("3.0.3", "{description: anything}", "nullable has no effect in OpenAPI 3.0 without type"),
        ("3.0.3", f"{{anyOf: [{{$ref: '#/T'}}, {NULL}]}}", "this schema may be null already"),
        ("3.0.3", "{nullable: true}", "nullable has no effect in OpenAPI 3.0 without type"),
        ("3.0.3", "[]", "this is not a schema"),
    ],
)
def test_what_cannot_be_made_nullable_is_refused(version: str, schema: str, message: str) -> None:
    _, problem = refusal(f"openapi: {version}\nS: {schema}\n", NULLABLE)
    assert problem.message == message


def test_in_30_null_is_what_a_validator_takes_for_null() -> None:
    made = after("openapi: 3.0.3\nS: {allOf: [{type: string, minLength: 2}]}\n", NULLABLE)
    validator = OAS30Validator(parse_document(made, "a.yaml").tree["S"])
    values: list[Any] = [None, "ab", "a", {}, 1]
    assert [validator.is_valid(value) for value in values] == [True, True, False, False, False]


values = st.sampled_from([0, 3, "a", "abc", {}])
schemas = st.fixed_dictionaries(
    {"type": st.sampled_from(["string", "integer", "object"])},
    optional={
        "enum": st.lists(values, min_size=1, max_size=3, unique_by=repr),
        "allOf": st.just([{"type": "string", "minLength": 2}]),
        "anyOf": st.just([{"type": "string"}, {"type": "integer"}]),
        "not": st.just({"enum": [3]}),
    },
)


@given(
    schemas, st.sampled_from([("3.0.3", OAS30Validator), ("3.1.0", Draft202012Validator)]), values
)
def test_null_joins_what_the_schema_took(schema: Any, version: tuple[str, Any], value: Any) -> None:
    number, validator = version
    made = EDIT.apply({"openapi": number, "S": schema}, (("S",),), {}).tree["S"]
    assert validator(made).is_valid(None)
    assert validator(made).is_valid(value) == validator(schema).is_valid(value)
