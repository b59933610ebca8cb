"""The edit upgrade-to-3.1: the words of OpenAPI 3.1 for what a document of 3.0 says."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_schema_validator import OAS30Validator
from openapi_spec_validator import validate
from tests.steps.edits.actions import edit
from tests.steps.series import after, make_document, refusal, run

from specmend.steps.edits.upgrade_to_31 import EDIT

RAISE = edit("upgrade-to-3.1")

BEFORE = """\
openapi: "3.0.3" # quoted
info: {title: A, version: '1'}
paths:
  /a:
    get:
      parameters:
        - name: q
          in: query
          schema: {type: string, nullable: true} # or null
      responses:
        "200":
          description: fine
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/A'
              example: {nullable: true}
components:
  schemas:
    A:
      type: object
      nullable: false
      properties:
        nullable: {type: boolean, example: true}
        many: {type: array, items: {type: integer, minimum: 0, exclusiveMinimum: true}}
        few: {type: number, maximum: 5, exclusiveMaximum: false}
        data: {type: string, format: byte}
        file: {type: string, format: binary}
        none:
          anyOf: [{$ref: '#/components/schemas/A'}, {type: object, nullable: true, enum: [null]}]
"""
AFTER = """\
openapi: "3.1.0" # quoted
info: {title: A, version: '1'}
paths:
  /a:
    get:
      parameters:
        - name: q
          in: query
          schema: {type: [string, "null"]} # or null
      responses:
        "200":
          description: fine
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/A'
              example: {nullable: true}
components:
  schemas:
    A:
      type: object
      properties:
        nullable: {type: boolean, examples: [true]}
        many: {type: array, items: {type: integer, exclusiveMinimum: 0}}
        few: {type: number, maximum: 5}
        data: {type: string, contentEncoding: base64}
        file: {type: string, contentMediaType: application/octet-stream}
        none:
          anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]
"""


def test_what_has_a_counterpart_is_put_in_its_words() -> None:
    validate(make_document(BEFORE).tree)
    made = after(BEFORE, RAISE)
    assert made == AFTER
    validate(make_document(made).tree)


def test_every_place_is_told() -> None:
    touches = run(
        "openapi: 3.0.0\ncomponents: {schemas: {A: {type: string, nullable: true}}}\n", RAISE
    )
    places = [touch.address for touch in touches.outcomes[0].touches]
    schema = ("components", "schemas", "A")
    assert places == [("openapi",), (*schema, "type"), (*schema, "nullable")]


def test_every_place_without_a_counterpart_is_listed() -> None:
    text = """
    openapi: 3.0.3
    components:
      schemas:
        A: {nullable: true}
        B: {$ref: '#/components/schemas/A', description: fine, minLength: 2}
        C: {exclusiveMinimum: true}
    """
    assert refusal(text, RAISE)[1].message == (
        "these have no counterpart in OpenAPI 3.1: "
        "nullable without a type at $.components.schemas.A; "
        "minLength beside a reference at $.components.schemas.B; "
        "exclusiveMinimum without minimum at $.components.schemas.C"
    )


@pytest.mark.parametrize("text", ["openapi: 3.1.0\n", "swagger: '2.0'\n"])
def test_another_version_stays_as_it_is(text: str) -> None:
    assert refusal(text, RAISE)[1].message == "this is not a document of OpenAPI 3.0"


values: st.SearchStrategy[Any] = st.sampled_from([None, True, 0, 3, 5, 1.5, "a", "abc", {}])
schemas = st.fixed_dictionaries(
    {"type": st.sampled_from(["string", "integer", "boolean", "object", "number"])},
    optional={
        "nullable": st.booleans(),
        "enum": st.lists(values, min_size=1, max_size=3, unique_by=repr),
        "minimum": st.integers(0, 4),
        "maximum": st.integers(0, 4),
        "minLength": st.integers(0, 2),
    },
)


@given(
    schemas, st.sampled_from([{}, {"exclusiveMinimum": True}, {"exclusiveMaximum": False}]), values
)
def test_a_raised_schema_takes_what_the_schema_took(
    schema: dict[str, Any], more: dict[str, Any], value: Any
) -> None:
    schema = {**schema, **({} if "minimum" not in schema or "maximum" not in schema else more)}
    tree = {"openapi": "3.0.3", "components": {"schemas": {"A": schema}}}
    raised = EDIT.apply(tree, ((),), {}).tree["components"]["schemas"]["A"]
    assert OAS30Validator(schema).is_valid(value) == Draft202012Validator(raised).is_valid(value)
