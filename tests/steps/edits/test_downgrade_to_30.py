"""The edit downgrade-to-3.0: the words of OpenAPI 3.0 for what a document of 3.1 says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import validate
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal

from specmend.document.openapi.version_30 import lowered, misfits_30

LOWER = edit("downgrade-to-3.0")

BEFORE = """\
openapi: 3.1.0 # new
info: {title: A, version: '1'}
components:
  schemas:
    A:
      type: object
      properties:
        text: {type: ["string", "null"], examples: [a]} # or null
        either: {type: [string, integer]}
        one: {const: a}
        more: {type: integer, exclusiveMinimum: 0}
        less: {type: integer, maximum: 3, exclusiveMaximum: 5}
        any: true
        none: {type: 'null'}
        data: {type: string, contentEncoding: base64}
        file: {type: string, contentMediaType: application/octet-stream}
        list: {type: array}
        ref: {$ref: '#/components/schemas/A', description: mine}
      additionalProperties: false
"""
AFTER = """\
openapi: 3.0.3 # new
info: {title: A, version: '1'}
components:
  schemas:
    A:
      type: object
      properties:
        text: {type: string, nullable: true, example: a} # or null
        either: {anyOf: [{type: string}, {type: integer}]}
        one: {enum: [a]}
        more: {type: integer, minimum: 0, exclusiveMinimum: true}
        less: {type: integer, maximum: 3}
        any: {}
        none: {type: object, nullable: true, enum: [null]}
        data: {type: string, format: byte}
        file: {type: string, format: binary}
        list: {type: array, items: {}}
        ref: {allOf: [{$ref: '#/components/schemas/A'}], description: mine}
      additionalProperties: false
paths: {}
"""


def test_what_has_a_counterpart_is_put_in_its_words() -> None:
    validate(make_document(BEFORE).tree)
    made = after(BEFORE, LOWER)
    assert make_document(made).tree == make_document(AFTER).tree
    assert made.startswith("openapi: 3.0.3 # new\n")
    assert "example: a} # or null\n" in made
    validate(make_document(made).tree)


def test_raised_again_a_document_says_what_it_said() -> None:
    text = """
    openapi: 3.1.0
    info: {title: A, version: '1'}
    paths: {}
    components:
      schemas:
        A: {type: [string, "null"], examples: [a]} # or null
        B: {type: integer, exclusiveMinimum: 0}
        C: {anyOf: [{$ref: "#/components/schemas/A"}, {type: "null"}]}
        D: {type: string, contentEncoding: base64}
    """
    assert (
        make_document(after(text, LOWER, edit("upgrade-to-3.1"))).text == make_document(text).text
    )


def test_every_place_without_a_counterpart_is_listed() -> None:
    text = """
    openapi: 3.1.0
    webhooks: {}
    paths:
      /a:
        get: {}
        put:
          responses: {"200": {$ref: '#/components/responses/R', description: mine}}
    components:
      responses: {R: {description: fine}}
      securitySchemes: {S: {type: mutualTLS}}
      schemas:
        E: {const: 1, enum: [1]}
        H: {type: 'null', enum: [1]}
        F: {contentEncoding: base32}
        G: {contentMediaType: image/png}
        A: {if: {const: 1}, then: {}}
        B: {type: [string, integer], anyOf: []}
        C: {examples: [1, 2]}
        D: {properties: {if: {nullable: true}}}
    """
    assert refusal(text, LOWER)[1].message == (
        "these have no counterpart in OpenAPI 3.0: webhooks at $.webhooks; "
        "an operation without responses at $.paths['/a'].get; "
        "mutualTLS at $.components.securitySchemes.S.type; "
        "a text beside a reference at $.paths['/a'].put.responses['200']; "
        "const beside enum at $.components.schemas.E; "
        "values other than null beside the type null at $.components.schemas.H; "
        "contentEncoding at $.components.schemas.F; "
        "contentMediaType at $.components.schemas.G; "
        "if at $.components.schemas.A; then at $.components.schemas.A; "
        "several types beside anyOf at $.components.schemas.B; "
        "several examples at $.components.schemas.C; "
        "nullable, which OpenAPI 3.1 does not know at $.components.schemas.D.properties.if"
    )


@pytest.mark.parametrize("text", ["openapi: 3.0.3\n", "openapi: 3.2.0\n"])
def test_another_version_stays_as_it_is(text: str) -> None:
    assert refusal(text, LOWER)[1].message == "this is not a document of OpenAPI 3.1"


kinds = st.sampled_from(["string", "integer", "null", "boolean", "object", "number"])
values = st.sampled_from([None, True, 0, 3, 5, 1.5, "a", "abc", {}, {"a": 1}])
schemas = st.fixed_dictionaries(
    {},
    optional={
        "type": st.one_of(kinds, st.lists(kinds, min_size=1, max_size=3, unique=True)),
        "const": values,
        "minimum": st.integers(0, 4),
        "exclusiveMinimum": st.integers(0, 4),
        "maximum": st.integers(0, 4),
        "exclusiveMaximum": st.integers(0, 4),
        "minLength": st.integers(0, 2),
    },
)


@given(schemas, values)
def test_a_lowered_schema_takes_what_the_schema_took(schema: dict[str, Any], value: Any) -> None:
    assume(not list(misfits_30(schema)))
    assert OAS30Validator(lowered(schema)).is_valid(value) == Draft202012Validator(schema).is_valid(
        value
    )
